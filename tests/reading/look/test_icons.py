"""Icons of the program, and those that a library brought with it."""

from pathlib import Path

from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from pmlapp.reading.look.icons import IconSet

SQUARE = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path fill="currentColor" d="M2 2h20v20H2z"/></svg>'
)


def test_an_icon_of_the_library_is_drawn_in_the_colour_of_the_theme(qtbot: QtBot, resources: Path) -> None:
    asked: list[str] = []

    def own(name: str) -> bytes | None:
        asked.append(name)
        return SQUARE if name == "brain" else None

    icons = IconSet(resources / "icons", own)
    assert icons.pixmap("brain", 24, QColor("#c02040")).toImage().pixelColor(12, 12) == QColor("#c02040")
    icons.pixmap("home", 24, QColor("black"))
    assert asked == ["brain"]
    with qtbot.captureExceptions() as reported:
        icons.pixmap("nowhere", 24, QColor("black"))
    assert len(reported) == 1
