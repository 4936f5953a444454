"""The sizes of type and space at one text size, in logical pixels."""

from itertools import pairwise
from typing import NamedTuple

STEPS = (100, 125, 150, 175, 200, 250, 300, 350, 400)
"""The text sizes a reader steps through, in percent."""

# At 100 %: size and line height of each style in px, and its weight (docs/look.md).
_BODY_PX = 20
_NATURAL_LINE = 1.30
"""The line height that Atkinson Hyperlegible Next asks for, as a multiple of its size."""

# Large titles do not grow as fast as text, or at 300 % a title of six words fills the
# screen.  Percent: ratio to body; between the steps the line between them.
_TITLE = ((100, 1.90), (150, 1.75), (200, 1.60), (300, 1.35), (400, 1.15))
_HEADING_2 = ((100, 1.35), (150, 1.30), (200, 1.25), (300, 1.15), (400, 1.10))
_HEADING_3 = ((100, 1.10), (400, 1.05))
_ANSWER = ((100, 1.15), (150, 1.10), (200, 1.05), (300, 1.00), (400, 1.00))
_CHROME = ((100, 1.00), (150, 1.35), (200, 1.50), (300, 1.50), (400, 1.50))


_HOME_MOST = 3.0


class Style(NamedTuple):
    """One style of type: size in px, line height as Qt's percentage of the natural line, weight 400-800."""

    px: int
    line_percent: float
    weight: int
    spacing: float = 0.0
    """Letter spacing in em."""


class Scale:
    """All sizes at ``percent`` text size, 100 to 400.

    ``page`` multiplies everything on the page; ``chrome`` multiplies bars and
    lists, which stop growing at 150 % so that the page keeps its room.  With
    another ``unit`` than 1 the reader stands before a kiosk: all is that much
    larger, and bars do not grow with the text.
    """

    def __init__(self, percent: int, *, unit: float = 1.0) -> None:
        if not STEPS[0] <= percent <= STEPS[-1]:
            raise ValueError(f"text size {percent} % is not between {STEPS[0]} and {STEPS[-1]}")
        self.percent = percent
        self.page = unit * percent / 100
        self.chrome = _between(_CHROME, percent) if unit == 1.0 else unit
        self.is_touch = unit != 1.0
        body = _BODY_PX * self.page
        self.body = _style(body, 1.6, 400)
        self.title = _style(body * _between(_TITLE, percent), 45 / 38, 800, -0.012)
        self.heading_2 = _style(body * _between(_HEADING_2, percent), 35 / 27, 700, -0.006)
        self.heading_3 = _style(body * _between(_HEADING_3, percent), 31 / 22, 700)
        self.answer = _style(body * _between(_ANSWER, percent), 35 / 23, 500)
        self.table = _style(body * 0.9, 27 / 18, 400)
        self.small = _style(body * 0.85, 26 / 17, 400)
        self.cite = _style(body * 0.7, 20 / 14, 700)
        self.callout_title = _style(body * 1.05, 1.4, 700)
        self.ui = _style(18 * self.chrome, 24 / 18, 400)
        self.ui_small = _style(16 * self.chrome, 21 / 16, 400)

    def for_home(self) -> "Scale":
        """The same size for the home page, which is made like a bar but has to grow like a page."""
        grown = Scale(self.percent)
        grown.chrome = min(self.page, _HOME_MOST)
        grown.ui = _style(18 * grown.chrome, 24 / 18, 400)
        grown.ui_small = _style(16 * grown.chrome, 21 / 16, 400)
        return grown

    def px(self, size: float) -> float:
        """A length on the page, given at 100 %."""
        return size * self.page

    def bar(self, size: float) -> int:
        """A length in bars and lists, given at 100 %."""
        return round(size * self.chrome)

    def step(self, direction: int) -> int:
        """The next text size up (+1) or down (-1), in percent; the same at either end."""
        larger = [step for step in STEPS if step > self.percent]
        smaller = [step for step in STEPS if step < self.percent]
        if direction > 0:
            return larger[0] if larger else self.percent
        return smaller[-1] if smaller else self.percent


def _style(px: float, line_ratio: float, weight: int, spacing: float = 0.0) -> Style:
    return Style(px=round(px), line_percent=100 * line_ratio / _NATURAL_LINE, weight=weight, spacing=spacing)


def _between(points: tuple[tuple[int, float], ...], percent: int) -> float:
    for (low, at_low), (high, at_high) in pairwise(points):
        if low <= percent <= high:
            return at_low + (at_high - at_low) * (percent - low) / (high - low)
    raise ValueError(f"no ratio for {percent} %")
