"""The look of a kiosk: one theme, one text size, and sizes that a finger hits and an eye reads standing."""

from typing import Final, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QPixmap
from PySide6.QtWidgets import QWidget

from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.scale import Scale, Style
from pmlapp.reading.look.theme import Theme

TEXT_SIZES: Final = (100, 125, 150, 200)
"""The text sizes that a visitor chooses from, in percent."""

BODY_PX: Final = 26
"""Body text at 100 % on an upright screen of 1080 x 1920 (docs/look.md)."""

_READER_BODY_PX: Final = 20
_UPRIGHT_WIDTH, _UPRIGHT_HEIGHT = 1080, 1000
_LEAST_UNIT = 0.72
_SMALL_BODY_PX = 22
_BUTTON_PX = 80
_BUTTON_MM = 20.0
_CAP_HEIGHT = 0.668
"""Of the reading font, as a share of its size."""

_LEAST_CAPITAL_MM = 4.8
_CAPITAL_BY_DISTANCE = 0.008
"""4.8 mm at 60 cm: https://www.access-board.gov/ict/#402.4."""


class TouchLook(NamedTuple):
    """Handed to a part of a kiosk when it is made; ``unit`` px on this screen are 1 px of docs/look.md."""

    theme: Theme
    icons: IconSet
    unit: float
    text_unit: float
    """What body text at 100 % is multiplied by."""
    percent: int = 100

    @property
    def look(self) -> Look:
        """The look of a page, and of what the reader's own window also has."""
        return Look(self.theme, Scale(self.percent, unit=BODY_PX / _READER_BODY_PX * self.text_unit), self.icons)

    def px(self, size: float) -> int:
        """A length of docs/look.md on this screen."""
        return round(size * self.unit)

    def font(self, size: float, weight: int = 400) -> QFont:
        """A font of bars and buttons, by its size in docs/look.md."""
        return font(Style(max(16, self.px(size)), 100, weight))

    def icon(self, name: str, size: float, colour_role: str, widget: QWidget) -> QPixmap:
        """An icon, sharp on the widget's screen."""
        return self.icons.pixmap(name, self.px(size), self.theme.colour(colour_role), widget.devicePixelRatioF())


def units(size: QSize, screen_mm: tuple[int, int] | None, distance_mm: int) -> tuple[float, float]:
    """``unit`` and ``text_unit`` of a screen of ``size`` px.

    Where its size in mm is known buttons are at least 20 mm high, and capitals of body text as
    high as somebody in front of it needs; elsewhere an upright screen of 1080 x 1920 is 1.
    """
    unit = min(1.0, max(_LEAST_UNIT, min(size.width() / _UPRIGHT_WIDTH, size.height() / _UPRIGHT_HEIGHT)))
    text = max(unit, _SMALL_BODY_PX / BODY_PX)
    if screen_mm is not None:
        px_per_mm = max(size.width(), size.height()) / max(screen_mm)
        capital_mm = max(_LEAST_CAPITAL_MM, distance_mm * _CAPITAL_BY_DISTANCE)
        unit = max(unit, px_per_mm * _BUTTON_MM / _BUTTON_PX)
        text = max(text, px_per_mm * capital_mm / _CAP_HEIGHT / BODY_PX)
    return unit, text
