"""What moves in the window while somebody types, and what does not."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmlapp.reading.look.theme import Theme
from tests.builders import PATIENCE_MS
from tests.painted import Painted, drawn_anew, on_screen
from tests.person import OFFSCREEN_LIMITS, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"
THEMES = ("light", "dark", "high_contrast", "warm_paper")


def stale(person: Person) -> bool:
    """Whether something on or around the results is not what it would be if all were painted now."""
    around = person.window.hits.geometry().adjusted(-20, -20, 20, 20)
    return on_screen(person.window).copy(around) != drawn_anew(person.window).copy(around)


def test_while_one_types_neither_the_page_nor_the_topics_are_painted_again(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.window.finish_page()
    person.asks("v")
    pane, tree = person.parts.pane.viewport(), person.parts.tree.viewport()
    rows = person.window.hits.view.viewport()
    letters = "irus in the brain"
    with Painted(pane, tree, rows) as painted:
        for letter in letters:
            person.types(letter)
            QApplication.processEvents()
    assert (painted.times(pane), painted.times(tree)) == (0, 0)
    assert painted.times(rows) == len(letters)


def test_fewer_results_make_the_list_lower_only_when_one_pauses(open_window: OpenWindow, qtbot: QtBot) -> None:
    person = open_window(page=CAUSES)
    person.asks("v")
    height = person.window.hits.height()
    person.types("accinexyz")
    assert person.window.hits.height() == height
    foot = person.window.hits.view.parentWidget().height()
    assert foot == height - 4
    qtbot.waitUntil(lambda: person.window.hits.height() < height, timeout=PATIENCE_MS)
    assert not stale(person)


@pytest.mark.parametrize("theme", THEMES)
def test_no_old_picture_stays_around_the_results(open_window: OpenWindow, resources: Path, theme: str) -> None:
    person = open_window("--theme", "dark" if theme == "light" else "light", page=CAUSES)
    person.asks("kidneys")
    assert not stale(person)
    person.scrolls_to(12)
    assert not stale(person)
    person.types(" in pregnancy")
    assert not stale(person)
    person.chooses_colours(theme)
    person.asks("kidneys")
    assert not stale(person)
    grounds = Theme.load(resources / "themes" / f"{theme}.json")
    assert on_screen(person.window).pixelColor(person.window.hits.geometry().topLeft()) == grounds.pane
