"""Which day a computer may be trusted to know that it is at least."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from pmlapp.content.model import Article

_MOST_YEARS_LATER: Final = 10


BEFORE_ALL_RECORDS: Final = date(1970, 1, 1)
"""The newest day of a library in which nothing was checked, signed or withdrawn."""

_DAYS_THAT_CONVINCE: Final = 3
_LONGEST_REST: Final = timedelta(days=370)
"""A clock that leaps further at once may be wrong: a computer is rarely left alone for more than a year."""

_PROBATION: Final = timedelta(days=7)
_MOST_DAYS_KEPT: Final = 8


class SeenDays(NamedTuple):
    """The days on which the clock was looked at, in that order; eight at most."""

    days: tuple[date, ...] = ()

    @property
    def convincing(self) -> date | None:
        """The day it is at least: three distinct days were seen that are no earlier; None if there are not so many."""
        later_first = sorted(set(self.days), reverse=True)
        return later_first[_DAYS_THAT_CONVINCE - 1] if len(later_first) >= _DAYS_THAT_CONVINCE else None

    def and_then(self, day: date) -> "SeenDays":
        """With one more day.

        When the clock has been put back and has gone forwards for a week since,
        what it said before that was wrong, and is dropped.
        """
        days = (*(each for each in self.days if each != day), day)
        since = day
        for earlier in reversed(days[:-1]):
            if earlier > since:
                break
            since = earlier
        if day - since >= _PROBATION:
            days = tuple(each for each in days if each <= day)
        return SeenDays(days[-_MOST_DAYS_KEPT:])


class TrustedDay(NamedTuple):
    """Which day to go by."""

    day: date
    doubted: date | None = None
    """What the clock says, if that is too far ahead to be believed yet."""


def trusted_day(system: date, newest: date, seen: SeenDays = SeenDays()) -> TrustedDay:  # noqa: B008 - it is frozen
    """The day it is at least: a computer whose battery is flat believes that it is 1970, another that it is 2099.

    Args:
        system: what the clock says.
        newest: the newest day that the records of the library name.
        seen: the days that this computer has seen, as far as it kept them.
    """
    known = max(newest, seen.convincing or newest)
    # Without a record nothing can be overdue, and nothing says what day it may be.
    if known > BEFORE_ALL_RECORDS and system - known > _LONGEST_REST:
        return TrustedDay(known, doubted=system)
    return TrustedDay(max(system, known))


def worth_keeping(system: date, newest: date) -> bool:
    """Whether a day may be kept as seen.

    One far beyond the library's records is more likely a wrong clock than a
    library so old; kept, it would make every review overdue for good.
    """
    return newest < system and system.year - newest.year <= _MOST_YEARS_LATER


def newest_record(articles: Iterable[Article]) -> date | None:
    """The newest day on which somebody checked, signed or withdrew one of them; None if nobody ever did."""
    return max((day for article in articles for day in _days(article)), default=None)


def _days(article: Article) -> Iterator[date]:
    if article.evidence_checked:
        yield article.evidence_checked
    if article.withdrawal:
        yield article.withdrawal.on
    yield from (sign_off.signed_on for sign_off in article.sign_offs)
