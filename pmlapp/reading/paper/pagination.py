"""Where one long column is cut into sheets: through no line, row, box or picture that a sheet has room for."""

from bisect import bisect_left
from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NamedTuple


class Hold(IntEnum):
    """How strongly the lines of a band hold together; the weakest give way first where a sheet has no room."""

    NEIGHBOUR = 1
    """A paragraph that leads to a list, the first two lines of a paragraph: better together."""
    HEADING = 2
    """A heading and the beginning of what it heads."""
    BOX = 3
    """A box or a picture."""
    ROW = 4
    """The cells of a row."""
    LINE = 5
    """A line of words, which is never cut."""


class Band(NamedTuple):
    """A part of the column, from ``top`` to ``bottom``, that holds together."""

    top: float
    bottom: float
    hold: Hold


class Head(NamedTuple):
    """The head of a table, which is repeated where its rows go on: the head's edges and the end of the table."""

    top: float
    bottom: float
    end: float


class Slice(NamedTuple):
    """A part of the column, from ``top`` to ``bottom``, and where on the sheet it is, from the top of its room."""

    top: float
    bottom: float
    at: float


class SheetCut(NamedTuple):
    """What of the column is on one sheet; the repeated head of a table is a slice of its own."""

    slices: tuple[Slice, ...]


_LEAST_FILLED: Final = 1 / 3
"""Of a sheet, before something is moved to the next that does not fit there together with what it belongs to."""

_SLACK: Final = 0.01
"""Below this, two edges are one: sums of lengths differ in the last digit."""


def paginate(
    bands: Sequence[Band], heads: Sequence[Head], *, height: float, starts: Sequence[float] = ()
) -> tuple[SheetCut, ...]:
    """Cut a column into sheets, each filled as far as what holds together allows.

    Args:
        bands: what holds together, in any order; what is in no band is empty space, which a sheet does not begin with.
        heads: of the tables, in order.
        height: the room of a sheet, in the unit of the bands.
        starts: where a new sheet begins in any case.

    Returns:
        The sheets in order; one without slices for a column with nothing in it.
    """
    lines = sorted({band.top for band in bands})
    if not lines:
        return (SheetCut(()),)
    holding = [_joined([band for band in bands if band.hold >= least]) for least in Hold]
    ends = [*sorted(starts), max(band.bottom for band in bands)]
    sheets: list[SheetCut] = []
    place = 0
    while place < len(lines):
        top = lines[place]
        end = next(each for each in ends if each > top + _SLACK)
        head = next((each for each in heads if each.bottom - _SLACK <= top < each.end - _SLACK), None)
        repeated: tuple[Slice, ...] = ()
        used = head.bottom - head.top if head is not None else 0.0
        if head is None or used > height / 2:
            used = 0.0
        else:
            repeated = (Slice(head.top, head.bottom, 0.0),)
        cut = _cut(holding, top, min(top + height - used, end))
        sheets.append(SheetCut((*repeated, Slice(top, cut, used))))
        place = bisect_left(lines, cut - _SLACK)
    return tuple(sheets)


def _cut(holding: Sequence[Sequence[tuple[float, float]]], top: float, most: float) -> float:
    """The last place up to ``most`` that goes through nothing that holds together, the weakest given up first."""
    least = top + _SLACK
    for joined in holding:
        place = bisect_left(joined, (most - _SLACK, 0.0)) - 1
        if place < 0 or joined[place][1] <= most + _SLACK:
            return most  # nothing reaches over the edge
        if joined[place][0] > least:
            return joined[place][0]
        # Given up: then at least not for a heading alone on its sheet, before a box that fills the next.
        least = top + (most - top) * _LEAST_FILLED
    return most  # a single line is higher than the sheet


def _joined(bands: Sequence[Band]) -> list[tuple[float, float]]:
    """Bands that overlap made one, in order."""
    joined: list[tuple[float, float]] = []
    for band in sorted(bands):
        if joined and band.top < joined[-1][1] - _SLACK:
            joined[-1] = (joined[-1][0], max(joined[-1][1], band.bottom))
        else:
            joined.append((band.top, band.bottom))
    return joined
