"""What this computer is set to: light or dark, more contrast, less motion."""

from PySide6.QtCore import Qt, SignalInstance
from PySide6.QtGui import QGuiApplication

_HIGH_CONTRAST = 1
_LESS_MOTION = 1
"""Qt's own numbers: the names are there from Qt 6.10 and 6.12 on."""


class SystemLook:
    """Asks Qt each time, as people change it while the program runs.

    Source: https://doc.qt.io/qt-6/qaccessibilityhints.html
    """

    def __init__(self) -> None:
        # Kept: PySide6 lets go of what belongs to the hints as soon as nobody holds the hints themselves.
        self._hints = QGuiApplication.styleHints()
        asked = getattr(self._hints, "accessibility", None)
        self._accessibility = asked() if asked is not None else None

    def theme(self) -> str:
        """The theme that suits it."""
        return theme_for(self._hints.colorScheme(), more_contrast=self._asks("contrastPreference", _HIGH_CONTRAST))

    def less_motion(self) -> bool:
        """Whether things should not move by themselves."""
        return self._asks("motionPreference", _LESS_MOTION)

    def changes(self) -> tuple[SignalInstance, ...]:
        """What is sent when the theme that suits it may be another."""
        contrast = getattr(self._accessibility, "contrastPreferenceChanged", None)
        scheme = self._hints.colorSchemeChanged
        return (scheme,) if contrast is None else (scheme, contrast)

    def _asks(self, name: str, value: int) -> bool:
        preference = getattr(self._accessibility, name, None)
        return preference is not None and preference().value == value


def theme_for(scheme: Qt.ColorScheme, *, more_contrast: bool) -> str:
    """The theme for what a system says of itself; one that says nothing is taken as light."""
    if more_contrast:
        return "high_contrast"
    return "dark" if scheme is Qt.ColorScheme.Dark else "light"
