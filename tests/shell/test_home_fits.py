"""The home page shows everything at once in a usual window, whatever size it had before."""

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QScrollArea

from tests.person import OpenWindow, Person


def hidden_below(person: Person) -> int:
    """How many pixels of the home page lie out of sight."""
    QApplication.processEvents()
    return person.parts.home.findChild(QScrollArea).verticalScrollBar().maximum()


def top_of_panel(person: Person) -> int:
    return person.parts.home.panel.mapTo(person.parts.home, QPoint(0, 0)).y()


def test_nothing_of_home_is_out_of_sight_in_a_usual_window(open_window: OpenWindow, either_library: Path) -> None:
    assert hidden_below(open_window(size=(1280, 800), library=either_library)) == 0


def test_home_fits_again_when_a_low_window_grows(open_window: OpenWindow) -> None:
    person = open_window(size=(1280, 800))
    usual = top_of_panel(person)
    person.makes_window(1000, 500)
    assert hidden_below(person) > 0
    person.makes_window(1280, 800)
    assert hidden_below(person) == 0
    assert top_of_panel(person) == usual
