"""The sizes of type and space at one text size, in logical pixels."""

from itertools import pairwise
from typing import NamedTuple

STEPS = (100, 125, 150, 175, 200, 250, 300, 350, 400)
"""The text sizes a reader steps through, in percent."""

# At 100 %: size and line height of each style in px, and its weight (docs/look.md).
_BODY_PX = 20

# Of WCAG 2.2, 1.4.12: what a reader may set lines, paragraphs, letters and words to.
_WIDE_LINE = 1.5
_WIDE_PARAGRAPH = 2.0
_WIDE_LETTERS = 0.12
_WIDE_WORDS = 0.16
_WIDE_ITEMS = 0.6

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
    words: float = 0.0
    """What is added between words, in em."""
    family: str = ""
    """A font of this computer; empty is the bundled one."""


class Reading(NamedTuple):
    """How a reader wants text to be set, beside its size."""

    wide: bool = False
    """Whether lines, paragraphs, letters and words are further apart."""
    clean: bool = False
    """Whether only headings, text and the words of pictures are shown."""
    measure: int = 664
    """The widest text column, in px at 100 %: 664 holds about 66 characters."""
    family: str = ""
    """A font of this computer; empty is the bundled one."""
    natural_line: float = 1.30
    """The line height that the font asks for, as a multiple of its size; 1.30 is that of Atkinson Hyperlegible Next."""


class Scale:
    """All sizes at ``percent`` text size, 100 to 400.

    ``page`` multiplies everything on the page; ``chrome`` multiplies bars and
    lists, which stop growing at 150 % so that the page keeps its room.  With
    another ``unit`` than 1 the reader is in front of a kiosk: all is that much
    larger, and bars do not grow with the text.
    """

    def __init__(
        self,
        percent: int,
        reading: Reading = Reading(),  # noqa: B008 a value that never changes
        *,
        unit: float = 1.0,
    ) -> None:
        if not STEPS[0] <= percent <= STEPS[-1]:
            raise ValueError(f"text size {percent} % is not between {STEPS[0]} and {STEPS[-1]}")
        self.percent = percent
        self.reading = reading
        self.page = unit * percent / 100
        self.chrome = _between(_CHROME, percent) if unit == 1.0 else unit
        self.is_touch = unit != 1.0
        body = _BODY_PX * self.page
        self.body = self._style(body, 1.6, 400)
        self.title = self._style(body * _between(_TITLE, percent), 45 / 38, 800, -0.012)
        self.heading_2 = self._style(body * _between(_HEADING_2, percent), 35 / 27, 700, -0.006)
        self.heading_3 = self._style(body * _between(_HEADING_3, percent), 31 / 22, 700)
        self.answer = self._style(body * _between(_ANSWER, percent), 35 / 23, 500)
        self.table = self._style(body * 0.9, 27 / 18, 400)
        self.small = self._style(body * 0.85, 26 / 17, 400)
        self.cite = self._style(body * 0.7, 20 / 14, 700)
        self.callout_title = self._style(body * 1.05, 1.4, 700)
        self.ui = self.bar_style(18, 400)
        self.ui_small = self.bar_style(16, 400)

    @property
    def paragraph_gap(self) -> float:
        """The space between paragraphs, in px."""
        return _WIDE_PARAGRAPH * self.body.px if self.reading.wide else self.px(16)

    @property
    def item_gap(self) -> float:
        """The space between the items of a list, in px."""
        return _WIDE_ITEMS * self.body.px if self.reading.wide else self.px(6)

    def _style(self, px: float, line_ratio: float, weight: int, spacing: float = 0.0) -> Style:
        reading = self.reading
        if reading.wide:
            line_ratio, spacing = max(line_ratio, _WIDE_LINE), _WIDE_LETTERS
        percent = 100 * line_ratio / reading.natural_line
        return Style(round(px), percent, weight, spacing, _WIDE_WORDS if reading.wide else 0.0, reading.family)

    def words(self, px: float, weight: int) -> Style:
        """A style for words of the page that need no more than the font's own line; ``px`` as they are drawn."""
        return self._style(px, self.reading.natural_line, weight)

    def bar_style(self, size: float, weight: int, spacing: float = 0.0) -> Style:
        """A style for bars and lists, ``size`` px at 100 %: their letters stay as close as the font has them."""
        return Style(round(size * self.chrome), 100, weight, spacing, 0.0, self.reading.family)

    def for_home(self) -> "Scale":
        """The same size for the home page, which is made like a bar but has to grow like a page."""
        grown = Scale(self.percent, self.reading)
        grown.chrome = min(self.page, _HOME_MOST)
        grown.ui = grown.bar_style(18, 400)
        grown.ui_small = grown.bar_style(16, 400)
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


def _between(points: tuple[tuple[int, float], ...], percent: int) -> float:
    for (low, at_low), (high, at_high) in pairwise(points):
        if low <= percent <= high:
            return at_low + (at_high - at_low) * (percent - low) / (high - low)
    raise ValueError(f"no ratio for {percent} %")
