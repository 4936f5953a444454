"""How large the screen is."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

_VERY_LARGE = QSize(3200, 1800)


def screen_size() -> QSize:
    """The size of the first screen, in logical px."""
    return QGuiApplication.primaryScreen().size()


def is_very_large(screen: QSize) -> bool:
    """Whether a screen has the logical pixels of 4K, because nothing has been set to enlarge it."""
    return screen.width() >= _VERY_LARGE.width() and screen.height() >= _VERY_LARGE.height()
