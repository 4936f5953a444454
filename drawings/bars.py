"""Charts of bars: shares of 100 people, and new cases a year by country."""

from collections.abc import Sequence
from math import floor
from typing import Final, NamedTuple

from drawings.data_files import NewCases
from drawings.svg import WIDTH_PX, Drawing

_HEADING: Final = 44.0
_ROW: Final = 72.0
_BAR: Final = 28.0

_LANE: Final = 130.0
_LANE_LEFT: Final = 136.0
_YEARS: Final = (1985, 2020)
_MOST: Final = 12.0
"""Cases in 10 million people at the top of a lane."""


class Bar(NamedTuple):
    """One row of a chart of shares; ``group`` says how many people it rests on, where that is not said for all."""

    label: str
    percent: float
    group: str = ""


def share_bars(heading: str, rows: Sequence[Bar], *, width: float = WIDTH_PX) -> Drawing:
    """A row for each bar: its words, below them the bar out of 100, and its number in words."""
    drawing = Drawing(_HEADING + len(rows) * _ROW - 12, width)
    drawing.text((0, 20), heading, role="heading", weight=600)
    track = width - 136
    for index, (label, percent, group) in enumerate(rows):
        top = _HEADING + index * _ROW
        drawing.text((0, top + 18), label)
        drawing.text((width, top + 18), group, anchor="end", role="text_soft")
        # The whole track is all 100 people: a bar is read as a part of something.
        drawing.rect((1, top + 29), (track, _BAR), radius=4, fill="sunken", stroke="line_strong", width=1)
        drawing.rect((1, top + 29), (track * percent / 100, _BAR), radius=4, fill="chart_on")
        drawing.text((width, top + 29 + _BAR - 7), f"{whole(percent)} in 100", anchor="end", weight=600)
    return drawing


def whole(percent: float) -> str:
    """A percentage as people in 100, as one says it: ``"44"``, or ``"1 or 2"`` of one half."""
    below = floor(percent)
    return f"{below} or {below + 1}" if percent - below == 0.5 else str(round(percent))


def new_cases(countries: Sequence[tuple[str, int]], counts: Sequence[NewCases]) -> Drawing:
    """A lane for each country (name, people counted) with a block for each count: as long as its years, as high as
    its rate."""
    top = 66.0
    bottom = top + len(countries) * _LANE
    drawing = Drawing(bottom + 36)
    drawing.text((0, 20), "New cases a year", role="heading", weight=600)
    drawing.text((0, 48), "in every 10 million people")
    decades = range(1990, 2020, 10)
    for year in decades:
        drawing.text((_year(year), bottom + 28), str(year), anchor="middle")
    for index, (name, people) in enumerate(countries):
        ground = top + (index + 1) * _LANE
        drawing.text((0, ground - 34), name, weight=600)
        drawing.text((0, ground - 8), f"{people} people")
        drawing.line((_LANE_LEFT, ground), (WIDTH_PX, ground), width=1.5)
        # Short marks, for long lines would strike through the numbers.
        for year in decades:
            drawing.line((_year(year), ground), (_year(year), ground + 7), width=1.5)
        for count in counts:
            if count.country == name:
                _block(drawing, count, ground)
    return drawing


def per_10_million(count: NewCases) -> int:
    """Whole new cases a year in 10 million people."""
    return round(count.per_100_000 * 100)


def _block(drawing: Drawing, count: NewCases, ground: float) -> None:
    # A count of 2004 to 2014 covers eleven whole years.
    left, right = _year(count.first), _year(count.last + 1)
    height = count.per_100_000 * 100 / _MOST * (_LANE - 40)
    drawing.rect((left, ground - height), (right - left - 1, height), fill="chart_on")
    drawing.text(((left + right) / 2, ground - height - 8), f"about {per_10_million(count)}", anchor="middle")


def _year(year: int) -> float:
    first, last = _YEARS
    return _LANE_LEFT + (year - first) / (last - first) * (WIDTH_PX - _LANE_LEFT)
