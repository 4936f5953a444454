"""The editions of a library: which is later, and what a page said in one before."""

import re
from typing import Final, NamedTuple


class EarlierText(NamedTuple):
    """What a page said in an earlier edition."""

    edition: str
    """The last one that held this text."""
    title: str
    short_answer: str
    body: str
    reason: str
    """Why it was changed, as the signer of the new text noted it; "" if nobody did."""


UNDATED: Final = "0"
"""The edition of a library in which no page says when its sources were checked; it comes before any day."""


def is_undated(edition: str) -> bool:
    """Whether an edition has no day, because its library has none."""
    return edition.partition(".")[0] == UNDATED


def edition_order(edition: str) -> tuple[int, ...]:
    """What editions are compared by: ``2026-11-30`` before ``2026-11-30.2`` before ``2026-12-01``.

    Raises:
        ValueError: it is neither a day nor a number, each perhaps with a point and a number behind it.
    """
    if not re.fullmatch(r"\d{4}-\d\d-\d\d(\.\d{1,9})?|\d{1,9}(\.\d{1,9}){0,3}", edition):
        raise ValueError(f"no edition: {edition[:40]}")
    return tuple(int(part) for part in re.split(r"[-.]", edition))
