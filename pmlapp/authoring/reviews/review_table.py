"""The review status of every article of a library on one day, and what is due."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final, NamedTuple

from pmlapp.authoring.printed_tables import Format, csv_table, json_table, text_table
from pmlapp.authoring.sources.policy import lacks
from pmlapp.content.model import Article, Policy, SignOff
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import Review, ReviewStatus, review_of
from pmlapp.library.pages.review_blocks import state_words


class TextState(StrEnum):
    """Whether the text of an article is the one that was signed."""

    NEVER_SIGNED = "never signed"
    AS_SIGNED = "as signed"
    CHANGED = "changed since"


class Row(NamedTuple):
    """One article; the sign-off named is the one that decides, else the newest given."""

    article: str
    title: str
    status: str
    """A value of `ReviewStatus`."""
    in_words: str
    """As the lists of the reader say it."""
    text: str
    """A value of `TextState`."""
    kind: str
    reviewer: str
    role: str
    signed_on: date | None
    next_due: date | None
    lacks: tuple[str, ...]
    """What the policy of the library misses before it may be given out."""
    text_sha256: str
    """Of the text as it is now."""
    sign_offs: tuple[SignOff, ...]
    """All of them, the newest last."""


class Due(NamedTuple):
    """An article that needs somebody, and why."""

    row: Row
    reason: str
    days_left: int | None
    """Until the review is due; below 0 it is overdue; None where no review holds."""


_COLUMNS: Final = ("article", "title", "in_words", "text", "kind", "reviewer", "role", "signed_on", "next_due")
_CSV_COLUMNS: Final = (*_COLUMNS, "status", "lacks", "text_sha256")


def review_rows(articles: Iterable[Article], policy: Policy, *, today: date, words: PageWords) -> tuple[Row, ...]:
    """A row for each article, in the order given.

    Args:
        articles: with their records and hashes, as `authoring.sources` reads them.
        policy: of their library.
        today: the day to judge by.
        words: in which the status is given.
    """
    return tuple(_row(article, review_of(article, today, policy), policy, words) for article in articles)


def due_rows(rows: Iterable[Row], *, today: date, within: timedelta) -> tuple[Due, ...]:
    """Those that need somebody: never reviewed, changed since, overdue, or due within this time; the first due first.

    A page that somebody withdrew on purpose waits for a decision, not for a review.
    """
    found: list[Due] = []
    for row in rows:
        left = (row.next_due - today).days if row.next_due and row.text == TextState.AS_SIGNED else None
        if row.status in (ReviewStatus.NEVER_REVIEWED, ReviewStatus.CHANGED):
            found.append(Due(row, row.status, None))
        elif left is not None and left < 0:
            found.append(Due(row, ReviewStatus.OVERDUE, left))
        elif left is not None and left <= within.days and row.status != ReviewStatus.WITHDRAWN:
            found.append(Due(row, "due", left))
    return tuple(sorted(found, key=lambda due: (due.days_left is not None, due.days_left or 0)))


def printed_status(rows: Sequence[Row], form: Format) -> str:
    """The table in the form asked for, without a line break at the end."""
    match form:
        case Format.TEXT:
            return text_table(
                [("article", "status", "text", "kind", "signed on", "next due", "by"), *map(_cells, rows)]
            )
        case Format.JSON:
            return json_table([_fields(row) for row in rows])
        case Format.CSV:
            return csv_table(_CSV_COLUMNS, ({**row._asdict(), "lacks": "; ".join(row.lacks)} for row in rows))


def printed_due(dues: Sequence[Due], form: Format) -> str:
    """The list in the form asked for, without a line break at the end; as text, nothing if nothing is due."""
    match form:
        case Format.TEXT:
            lines = [(due.row.article, _when(due), due.row.title) for due in dues]
            return text_table(lines)
        case Format.JSON:
            return json_table([{"reason": due.reason, "days_left": due.days_left, **_fields(due.row)} for due in dues])
        case Format.CSV:
            return csv_table(
                ("reason", "days_left", *_COLUMNS),
                ({"reason": due.reason, "days_left": due.days_left, **due.row._asdict()} for due in dues),
            )


def _row(article: Article, review: Review, policy: Policy, words: PageWords) -> Row:
    newest = article.sign_offs[-1] if article.sign_offs else None
    decides = review.clinical or review.editorial or newest
    text = TextState.NEVER_SIGNED
    if decides is not None:
        text = TextState.AS_SIGNED if decides.text_sha256 == article.text_sha256 else TextState.CHANGED
    return Row(
        article=article.id,
        title=article.title,
        status=review.status,
        in_words=state_words(review, words),
        text=text,
        kind=decides.kind if decides else "",
        reviewer=decides.reviewer if decides else "",
        role=decides.role if decides else "",
        signed_on=decides.signed_on if decides else None,
        next_due=review.next_due,
        lacks=lacks(article, policy),
        text_sha256=article.text_sha256,
        sign_offs=article.sign_offs,
    )


def _when(due: Due) -> str:
    match due.days_left:
        case None:
            return due.reason
        case days if days < 0:
            return f"{due.reason} since {due.row.next_due}"
        case days:
            return f"due on {due.row.next_due}, in {days} days"


def _cells(row: Row) -> tuple[str, ...]:
    by = f"{row.reviewer}, {row.role}" if row.reviewer else ""
    return (row.article, row.in_words, row.text, row.kind, _day(row.signed_on), _day(row.next_due), by)


def _fields(row: Row) -> dict[str, Any]:
    given = [{**each._asdict(), "holds": each.text_sha256 == row.text_sha256} for each in row.sign_offs]
    return {**row._asdict(), "sign_offs": given}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
