"""Everything in sight has a name, one ring shows where the keyboard is, and F6 goes round the parts of the window."""

import itertools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.person import CTRL, OFFSCREEN_LIMITS, SHIFT, Key, OpenWindow, Person
from tests.reading.look.test_theme import contrast

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"
THEMES = ("light", "dark", "high_contrast", "warm_paper")
LEAST_CONTRAST = 3.0
LEAST_PX = 2


def nothing(person: Person) -> None:
    pass


def searches(person: Person) -> None:
    person.asks("kidneys")


def searches_in_vain(person: Person) -> None:
    person.asks("zzzz")


def misspells(person: Person) -> None:
    person.asks("natalizumabb")


def finds(person: Person) -> None:
    person.presses(Key.Key_F, CTRL)
    person.types("virus")


def explains(person: Person) -> None:
    person.follows_first("glossary:")


def names_source(person: Person) -> None:
    person.follows_first("source:")


def opens_reading(person: Person) -> None:
    person.presses(Key.Key_D, CTRL)


def opens_topics(person: Person) -> None:
    person.presses(Key.Key_T, CTRL)


def in_sight(person: Person) -> set[int]:
    return {id(each) for each in person.window.findChildren(QWidget) if each.isVisible()}


def asks_for(command: str) -> Callable[[Person], None]:
    """As the button of the bar does, or its entry in More."""

    def does(person: Person) -> None:
        before = in_sight(person)
        person.parts.top_bar.asked.emit(command)
        QApplication.processEvents()
        assert in_sight(person) - before, f"nothing came up for {command}"

    return does


def goes_wrong(person: Person) -> None:
    person.window.say("Something went wrong.")


VIEWS: dict[str, tuple[str, Callable[[Person], None]]] = {
    "home": ("home", nothing),
    "search at home": ("home", searches),
    "article": (CAUSES, nothing),
    "urgent help": ("signs/urgent-help", nothing),
    "topic": ("topics/causes", nothing),
    "words": ("words", nothing),
    "about": ("about", nothing),
    "keys": ("keys", nothing),
    "results page": ("search:kidney", nothing),
    "nothing found page": ("search:zzzz", nothing),
    "search": (CAUSES, searches),
    "nothing found": (CAUSES, searches_in_vain),
    "did you mean": (CAUSES, misspells),
    "find on the page": (CAUSES, finds),
    "explained word": (CAUSES, explains),
    "source": (CAUSES, names_source),
    "reading": (CAUSES, opens_reading),
    "topics": (CAUSES, opens_topics),
    "message": (CAUSES, goes_wrong),
    **{command: (CAUSES, asks_for(command)) for command in ("print", "handout", "take_home", "questions", "kept")},
}
SIZES = {"wide": (1280, 800), "narrow": (800, 600), "large text": (1280, 800)}


def opened(open_window: OpenWindow, view: str, size: str) -> Person:
    page, does = VIEWS[view]
    person = open_window(*(("--zoom", "200") if size == "large text" else ()), page=page, size=SIZES[size])
    person.window.finish_page()
    does(person)
    QApplication.processEvents()
    return person


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", VIEWS)
def test_whatever_can_have_the_keyboard_has_a_name(open_window: OpenWindow, view: str, size: str) -> None:
    person = opened(open_window, view, size)
    there = [
        each
        for each in person.window.findChildren(QWidget)
        if each.isVisible() and each.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]
    assert there
    for widget in there:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None
        name = told.text(QAccessible.Text.Name).strip()
        assert name, f"{type(widget).__name__} “{widget.objectName()}” in {view}, {size}"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["home", "article", "find on the page", "message"])
def test_f6_goes_round_the_parts_and_shift_f6_back(open_window: OpenWindow, view: str, size: str) -> None:
    person = opened(open_window, view, size)
    there = [person.keyboard]
    for _ in range(12):
        person.presses(Key.Key_F6)
        if person.keyboard in there[1:]:
            break
        there.append(person.keyboard)
    round_trip = there[1:]
    assert len(round_trip) >= 3
    assert "" not in round_trip
    back = []
    for _ in round_trip:
        person.presses(Key.Key_F6, SHIFT)
        back.append(person.keyboard)
    assert set(back) == set(round_trip)


def ring(person: Person) -> QWidget:
    found = person.window.findChild(QWidget, "focus_ring")
    assert isinstance(found, QWidget)
    return found


def run_across(picture: QImage, start: QPoint, step: QPoint, most: int) -> list[QColor]:
    return [picture.pixelColor(start + step * n) for n in range(most)]


def widest_run(colours: list[QColor], ground: QColor) -> int:
    """How many pixels in a row stand out from ``ground``."""
    standing_out = "".join("x" if contrast(colour, ground) >= LEAST_CONTRAST else " " for colour in colours)
    return max(map(len, standing_out.split()), default=0)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("page", ["home", CAUSES])
def test_the_ring_is_two_pixels_wide_and_stands_out_from_what_is_around_it(
    open_window: OpenWindow, theme: str, page: str
) -> None:
    person = open_window("--theme", theme.replace("_", "-"), page=page)
    person.window.finish_page()
    seen = 0
    for _ in range(8):
        person.presses(Key.Key_F6)
        QApplication.processEvents()
        around = ring(person)
        if not around.isVisible():
            continue
        seen += 1
        picture = person.window.grab().toImage()
        place = QRect(around.pos(), around.size())
        # From well outside the ring to the control, through the middle of its upper edge.
        middle = QPoint(place.center().x(), place.top() - 4)
        colours = run_across(picture, middle, QPoint(0, 1), 16)
        widest = widest_run(colours, colours[0])
        assert widest >= LEAST_PX, (person.keyboard, [colour.name() for colour in colours])
    assert seen >= 1


@pytest.mark.parametrize("theme", THEMES)
def test_a_link_with_the_keyboard_stands_out_from_the_page(open_window: OpenWindow, theme: str) -> None:
    person = open_window("--theme", theme.replace("_", "-"), page=CAUSES)
    person.window.finish_page()
    person.tabs_to("page:home")
    pane = person.parts.pane
    place = pane.link_rect(0)
    picture = pane.viewport().grab().toImage()
    ground = picture.pixelColor(place.left() - 30, place.center().y())
    start = QPoint(place.center().x(), place.top() - 6)
    colours = run_across(picture, start, QPoint(0, 1), 12)
    assert widest_run(colours, ground) >= LEAST_PX, [colour.name() for colour in colours]


class Order(QObject):
    """What happened one after the other: paints of the results, and sentences about them."""

    def __init__(self, person: Person) -> None:
        super().__init__()
        self.happened: list[str] = []
        person.window.hits.view.viewport().installEventFilter(self)
        person.window.hits.announcement.announced.connect(self._said)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.happened.append("painted")
        return False

    def _said(self, sentence: str) -> None:
        self.happened.append(sentence)


def test_results_are_painted_before_anything_is_said_of_them(open_window: OpenWindow, qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    try:
        person = open_window(page=CAUSES)
        person.asks("k")
        order = Order(person)
        with qtbot.waitSignal(person.window.hits.announcement.announced):
            person.types("idneys")
        # A letter is painted, and only then is something said of it.
        assert order.happened[0] == "painted"
        for before, now in itertools.pairwise(order.happened):
            assert "painted" in (before, now), order.happened
        assert any("answer" in each for each in order.happened)
    finally:
        QAccessible.setActive(False)


def test_where_nobody_listens_nothing_is_said(open_window: OpenWindow, bundled_library: Path) -> None:
    person = open_window(page=CAUSES)
    person.asks("kidneys")
    order = Order(person)
    person.types(" and")
    QApplication.processEvents()
    assert [each for each in order.happened if each != "painted"] == []
