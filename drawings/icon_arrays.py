"""A risk as a field of 1,000 dots, one a person, those who had PML larger and darker at its start."""

from typing import Final

from drawings.data_files import Risk
from drawings.svg import Drawing, number

_BLOCKS_ACROSS: Final = 5
_BLOCK: Final = 10
"""Dots along each side of a block: each block is 100 people."""

_PITCH: Final = 11.9
_STEP: Final = 130.0
_COUNTED_RADIUS: Final = 5.1
_OTHER_RADIUS: Final = 3.4
_FIELD_HEIGHT: Final = 2 * _STEP - 10
_WORDS_PX: Final = 22
"""Above body text: one of these is in a fold, where a page shows it a little smaller."""

_HEADING: Final = 40.0
_DETAIL: Final = 28.0
_KEY: Final = 34.0
_BETWEEN: Final = 36.0


def icon_arrays(risks: tuple[Risk, ...]) -> Drawing:
    """One field of 1,000 dots for each of ``risks``, below each other, each with its heading and its key in words."""
    heights = [_HEADING + (_DETAIL if risk.detail else 0) + _FIELD_HEIGHT + _KEY for risk in risks]
    drawing = Drawing(sum(heights) + (len(risks) - 1) * _BETWEEN)
    top = 0.0
    for risk, height in zip(risks, heights, strict=True):
        _field(drawing, risk, top, top + height)
        top += height + _BETWEEN
    return drawing


def _field(drawing: Drawing, risk: Risk, top: float, bottom: float) -> None:
    drawing.text((0, top + 20), risk.label, role="heading", weight=600, px=_WORDS_PX)
    drawing.text((0, top + 20 + _DETAIL), risk.detail, px=_WORDS_PX)
    first = bottom - _KEY - _FIELD_HEIGHT
    places = [_place(index, first) for index in range(1000)]
    # A line of almost no length with round ends is a dot in few bytes.  A path for each row of a block: Qt draws
    # a thousand dots in one path seven times slower than in a hundred paths.
    for row in range(0, 1000, _BLOCK):
        others = places[max(row, risk.dots) : row + _BLOCK]
        dots = "".join(f"M{number(x)} {number(y)}h.1" for x, y in others)
        drawing.path(dots, stroke="chart_off", width=2 * _OTHER_RADIUS, round=True)
    for place in places[: risk.dots]:
        drawing.circle(place, _COUNTED_RADIUS, fill="chart_on")
    base = bottom - 8
    if risk.dots:
        had, had_not = f"About {risk.dots} had PML", f"About {1000 - risk.dots} did not"
    else:
        had, had_not = "Fewer than 1 had PML", "Nearly all 1,000 did not"
    drawing.circle((8, base - 7), 7, fill="chart_on")
    drawing.text((24, base), had, weight=600, px=_WORDS_PX)
    drawing.circle((316, base - 7), 5, fill="chart_off")
    drawing.text((330, base), had_not, px=_WORDS_PX)


def _place(index: int, top: float) -> tuple[float, float]:
    """The centre of one dot; the first hundred fill the first block, row by row."""
    block, inside = divmod(index, _BLOCK * _BLOCK)
    down, across = divmod(block, _BLOCKS_ACROSS)
    row, column = divmod(inside, _BLOCK)
    edge = _COUNTED_RADIUS + 0.4
    return edge + across * _STEP + column * _PITCH, top + edge + down * _STEP + row * _PITCH
