"""Which day a computer may be trusted to know that it is at least."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from pmlapp.content.model import Article

_MOST_YEARS_LATER: Final = 10


def trusted_day(system: date, newest: date, last_seen: date | None) -> date:
    """The day it is at least: a computer whose battery is flat believes that it is 1970.

    Args:
        system: what the clock says.
        newest: the newest day that the records of the library name.
        last_seen: the newest day that this computer has seen, if it kept one.
    """
    return max(system, newest, last_seen or newest)


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
