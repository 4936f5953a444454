"""Real touches: a finger scrolls and taps, a drag presses nothing and selects nothing, and nothing needs a pointer."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScroller, QWidget
from pytestqt.qtbot import QtBot

from pmlapp.shell.fingers import Fingers
from tests.builders import PATIENCE_MS
from tests.person import OFFSCREEN_LIMITS, OpenWindow, Person

CAUSES = "causes/what-causes-pml"
# The screen there is 800 x 800: a touch beyond it would arrive nowhere.
SIZE = (790, 600)
pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


@pytest.fixture(autouse=True)
def _taps_are_single(qapp: QApplication) -> Iterator[None]:
    """A test taps faster than people do: no two taps make a double one."""
    before = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    yield
    QApplication.setDoubleClickInterval(before)


class Finger:
    def __init__(self) -> None:
        self._device = QTest.createTouchDevice()

    def taps(self, widget: QWidget, at: QPoint | None = None) -> None:
        place = at or widget.rect().center()
        QTest.touchEvent(widget, self._device).press(0, place, widget).commit()
        QTest.touchEvent(widget, self._device).release(0, place, widget).commit()

    def drags(self, widget: QWidget, start: QPoint, by: int) -> None:
        """Up is negative."""
        QTest.touchEvent(widget, self._device).press(0, start, widget).commit()
        for step in range(1, 9):
            # A gesture is told from a tap by its speed.
            QTest.qWait(5)
            QTest.touchEvent(widget, self._device).move(0, start + QPoint(0, by * step // 8), widget).commit()
        QTest.touchEvent(widget, self._device).release(0, start + QPoint(0, by), widget).commit()


def opened(open_window: OpenWindow, page: str, *, less_motion: bool = False) -> Person:
    person = open_window(page=page, size=SIZE)
    Fingers(person.parts, lambda: less_motion, person.window).cover()
    person.window.finish_page()
    return person


def test_a_drag_scrolls_the_page_and_it_glides_on(open_window: OpenWindow, qtbot: QtBot) -> None:
    person = opened(open_window, CAUSES)
    pane = person.parts.pane
    Finger().drags(pane.viewport(), QPoint(300, 400), -250)
    at_release = pane.verticalScrollBar().value()
    assert at_release > 150
    scroller = QScroller.scroller(pane.viewport())
    qtbot.waitUntil(lambda: scroller.state() is QScroller.State.Inactive, timeout=PATIENCE_MS)
    assert pane.verticalScrollBar().value() > at_release
    assert not pane.textCursor().hasSelection()


def test_with_less_motion_it_stops_where_the_finger_leaves_it(open_window: OpenWindow, qtbot: QtBot) -> None:
    person = opened(open_window, CAUSES, less_motion=True)
    pane = person.parts.pane
    Finger().drags(pane.viewport(), QPoint(300, 400), -250)
    at_release = pane.verticalScrollBar().value()
    assert at_release > 150
    scroller = QScroller.scroller(pane.viewport())
    qtbot.waitUntil(lambda: scroller.state() is QScroller.State.Inactive, timeout=PATIENCE_MS)
    assert pane.verticalScrollBar().value() - at_release < 20


def test_a_drag_that_begins_on_a_link_follows_it_not_and_a_tap_does(open_window: OpenWindow, qtbot: QtBot) -> None:
    person = opened(open_window, CAUSES, less_motion=True)
    pane, finger = person.parts.pane, Finger()
    number = next(n for n, target in enumerate(pane.links()) if target.startswith("article:"))
    pane.scroll_to_px(pane.link_rect(number).top() + pane.verticalScrollBar().value() - 300)
    finger.drags(pane.viewport(), pane.link_rect(number).center(), -120)
    scroller = QScroller.scroller(pane.viewport())
    qtbot.waitUntil(lambda: scroller.state() is QScroller.State.Inactive, timeout=PATIENCE_MS)
    assert person.page == CAUSES
    assert not pane.textCursor().hasSelection()
    target = pane.links()[number]
    finger.taps(pane.viewport(), pane.link_rect(number).center())
    assert person.page == target.removeprefix("article:")


def test_one_tap_does_what_a_button_says(open_window: OpenWindow) -> None:
    person = opened(open_window, CAUSES)
    finger, bar = Finger(), person.parts.top_bar
    finger.taps(bar.button("larger"))
    assert person.percent == 125
    finger.taps(bar.button("smaller"))
    finger.taps(bar.button("topics"))
    assert person.sees("topics")
    tree = person.parts.tree
    row = tree.model().index(0, 0)
    tree.scrollTo(row)
    finger.taps(tree.viewport(), tree.visualRect(row).center())
    assert tree.isExpanded(row) or person.page != CAUSES
    finger.taps(bar.button("home"))
    assert person.page == "home"


def test_a_drag_in_the_topics_opens_no_page(open_window: OpenWindow, qtbot: QtBot) -> None:
    person = opened(open_window, CAUSES, less_motion=True)
    finger = Finger()
    finger.taps(person.parts.top_bar.button("topics"))
    tree = person.parts.tree
    tree.expandAll()
    finger.drags(tree.viewport(), QPoint(120, 300), -160)
    scroller = QScroller.scroller(tree.viewport())
    qtbot.waitUntil(lambda: scroller.state() is QScroller.State.Inactive, timeout=PATIENCE_MS)
    assert person.page == CAUSES
    assert tree.verticalScrollBar().value() > 0


def test_a_drag_over_the_cards_of_the_home_page_opens_no_topic(open_window: OpenWindow, qtbot: QtBot) -> None:
    person = open_window(size=SIZE)
    Fingers(person.parts, lambda: True, person.window).cover()
    home, finger = person.parts.home, Finger()
    card = home.cards[0]
    finger.drags(card, card.rect().center(), -60)
    scroller = QScroller.scroller(home.scrolled.viewport())
    qtbot.waitUntil(lambda: scroller.state() is QScroller.State.Inactive, timeout=PATIENCE_MS)
    assert person.page == "home"
    assert home.scrolled.verticalScrollBar().value() > 0
    finger.taps(card)
    assert person.page.startswith("topics/")
