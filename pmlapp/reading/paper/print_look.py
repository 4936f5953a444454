"""How a sheet of paper looks: its measures, the sizes of its type, dark on white.

All lengths are in units of a tenth of a point: type is set in whole units, and is
then never further than that from where it should be.
"""

from enum import StrEnum
from typing import Final, NamedTuple

from PySide6.QtGui import QColor

from pmlapp.reading.look.scale import Scale, Style
from pmlapp.reading.look.theme import Theme, colour_roles

UNITS_PER_POINT: Final = 10
UNITS_PER_INCH: Final = 72 * UNITS_PER_POINT
_UNITS_PER_MM: Final = UNITS_PER_INCH / 25.4

_NATURAL_LINE: Final = 1.30
"""The line height that Atkinson Hyperlegible Next asks for, as a multiple of its size."""

_BODY_AT_100: Final = 20
"""The size in px for which the lengths of a page are given."""

_WHITE: Final = (
    *("ground", "pane", "surface", "sunken", "tint", "tint_strong", "answer", "personal_tint", "emergency_tint"),
    *("urgent_tint", "info_tint", "ok_tint", "mark", "mark_current", "speaking", "on_primary", "on_primary_soft"),
)
"""The roles that are the paper itself; every other is ink."""

_GREY: Final = ("line", "disabled")
"""Ink that is only a thin line."""


class PaperSize(StrEnum):
    """The sheets that a printer has, by the names that people know."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def points(self) -> tuple[float, float]:
        """Width and height of an upright sheet, in points."""
        return (595.276, 841.890) if self is PaperSize.A4 else (612.0, 792.0)


class Sheet(NamedTuple):
    """The measures of one sheet, in units."""

    width: float
    height: float
    side: float
    top: float
    foot: float

    @classmethod
    def of(cls, size: PaperSize) -> "Sheet":
        """An upright sheet with margins of 18 mm at the sides, 13 above and 12 below."""
        width, height = size.points
        return cls(
            width * UNITS_PER_POINT,
            height * UNITS_PER_POINT,
            18 * _UNITS_PER_MM,
            13 * _UNITS_PER_MM,
            12 * _UNITS_PER_MM,
        )

    @property
    def column(self) -> float:
        """The width of the text."""
        return self.width - 2 * self.side


class PaperScale(Scale):
    """The sizes of type on paper: 11.5 pt, or 18 pt for nearly everything in large print."""

    def __init__(self, *, large: bool) -> None:
        super().__init__(100)
        self.large = large
        body = 18.0 if large else 11.5
        self.page = body * UNITS_PER_POINT / _BODY_AT_100
        if large:
            # 18 pt on 1.45: what the eye loses by closer lines, the hand gains by fewer sheets.
            self.body = _style(18, 26.5, 400)
            self.title = _style(30, 36, 800, -0.012)
            self.heading_2 = _style(21, 27, 700)
            self.heading_3 = _style(18.5, 25, 700)
            self.answer = _style(18.5, 29, 500)
            self.table = _style(18, 25, 400)
            self.small = _style(18, 25, 400)
            self.cite = _style(14, 18, 700)
            self.callout_title = _style(18.5, 25, 700)
            self.foot = _style(18, 24.5, 400)
            self.source = _style(18, 25, 400)
            self.code = _style(25, 30, 800, 0.02)
            self.code_words = self.foot
        else:
            self.body = _style(11.5, 17, 400)
            self.title = _style(22, 27, 800, -0.012)
            self.heading_2 = _style(14.5, 19, 700, -0.006)
            self.heading_3 = _style(12, 16.5, 700)
            self.answer = _style(13, 19.5, 500)
            self.table = _style(11, 15.5, 400)
            self.small = _style(9.75, 14.5, 400)
            self.cite = _style(9, 12, 700)
            self.callout_title = _style(12.5, 17, 700)
            self.foot = _style(9.5, 13, 400)
            self.source = _style(9.5, 13.5, 400)
            self.code = _style(14.5, 18, 800, 0.02)
            self.code_words = _style(9, 12.5, 400)

    @property
    def paragraph_gap(self) -> float:
        """A little less than on the screen."""
        return self.px(15)


def print_theme() -> Theme:
    """Ink on paper: black words and lines, nothing behind them."""
    white, black, grey = QColor("#FFFFFF"), QColor("#000000"), QColor("#6B6B6B")
    colours = {role: white if role in _WHITE else grey if role in _GREY else black for role in colour_roles()}
    return Theme(name="print", title="Print", dark=False, high_contrast=False, colours=colours)


def _style(points: float, line_points: float, weight: int, spacing: float = 0.0) -> Style:
    return Style(
        px=round(points * UNITS_PER_POINT),
        line_percent=100 * line_points / (points * _NATURAL_LINE),
        weight=weight,
        spacing=spacing,
    )
