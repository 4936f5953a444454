"""The line guide lights whole lines, is moved by keys, wheel and fingers, and is gone without a trace."""

from random import Random

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pmlapp.reading.bars.strip import Message
from tests.guide_walk import faults, walk
from tests.person import CTRL, OFFSCREEN_LIMITS, SHIFT, Key, OpenWindow, Person

CAUSES = "causes/what-causes-pml"
NUMBERS = "causes/natalizumab-risk"
RISK = "causes/who-is-at-risk"
pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


def switches(person: Person) -> None:
    person.presses(Key.Key_G, CTRL | SHIFT)
    QApplication.processEvents()


def lit(person: Person) -> str:
    """The first words that are lit."""
    pane, guide = person.parts.pane, person.parts.line_guide
    place = guide.lit.translated(0, -pane.verticalScrollBar().value())
    at = QPointF(pane.viewport().width() / 2, place.top() + 6).toPoint()
    return pane.cursorForPosition(at).block().text()


def picture(person: Person) -> QImage:
    return person.window.grab().toImage()


def test_ctrl_shift_g_lights_lines_from_the_title_on_and_dims_everything_else(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.window.finish_page()
    before = picture(person)
    switches(person)
    after, theme = picture(person), person.parts.pane.look.theme
    assert lit(person) == "What causes PML?"
    assert person.keyboard == "article_pane"
    grey = theme.guide_dim
    for part, ground in ((person.parts.topics, theme.pane), (person.parts.pane.viewport(), theme.ground)):
        dimmed = after.pixelColor(part.mapTo(person.window, QPoint(3, 3)))
        assert dimmed.red() == pytest.approx(ground.red() * grey, abs=2)
    hole = person.parts.line_guide.veil.hole.translated(person.parts.line_guide.veil.pos()).adjusted(3, 3, -3, -3)
    assert before.copy(hole) == after.copy(hole)
    for part in (person.parts.top_bar.search, person.parts.footer, person.parts.pane.verticalScrollBar()):
        place = part.mapTo(person.window, QPoint(4, 4))
        assert before.pixelColor(place) == after.pixelColor(place)
    switches(person)
    assert picture(person) == before
    assert not person.sees("strip")


def test_keys_move_it_by_lines_and_screens_and_to_the_ends(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    switches(person)
    guide = person.parts.line_guide
    first = guide.lit
    person.presses(Key.Key_Down)
    assert guide.lit.top() > first.top()
    person.presses(Key.Key_Up)
    assert guide.lit == first
    person.presses(Key.Key_PageDown)
    assert guide.lit.top() > person.parts.pane.viewport().height() / 2
    person.presses(Key.Key_End)
    assert guide.lit.bottom() > person.parts.pane.document().size().height() - 120
    person.presses(Key.Key_Home)
    assert person.line == 0
    heights = []
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        person.presses(key)
        heights.append(guide.lit.height())
        chosen = [button.text() for button in person.parts.guide_strip.counts if button.isChecked()]
        assert chosen == [str(len(heights))]
    assert heights == sorted(set(heights))
    person.presses(Key.Key_Escape)
    assert not guide.is_on
    assert not person.sees("strip")
    before = person.line
    person.presses(Key.Key_Down)
    assert person.line > before


def test_one_notch_of_the_wheel_is_one_line_and_ctrl_still_changes_the_text_size(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    switches(person)
    page, guide = person.parts.pane.viewport(), person.parts.line_guide
    start = guide.lit
    person.presses(Key.Key_Down)
    second = guide.lit
    person.presses(Key.Key_Up)
    person.turns_wheel(page, -1)
    assert guide.lit == second
    person.turns_wheel(page, 1)
    assert guide.lit == start
    words = lit(person)
    person.turns_wheel(page, 1, CTRL)
    assert person.percent == 125
    assert lit(person) == words
    assert list(faults(person.parts.pane, guide)) == []


def test_a_finger_drags_the_lines_and_a_tap_lights_its_line(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    switches(person)
    page, guide = person.parts.pane.viewport(), person.parts.line_guide
    finger = QTest.createTouchDevice()
    start = guide.lit.center().toPoint()
    end = QPoint(start.x(), start.y() + 220)
    QTest.touchEvent(page, finger).press(0, start, page).commit()
    QTest.touchEvent(page, finger).move(0, (start + end) / 2, page).commit()
    QTest.touchEvent(page, finger).move(0, end, page).commit()
    QTest.touchEvent(page, finger).release(0, end, page).commit()
    assert guide.lit.top() - 40 < end.y() < guide.lit.bottom() + 40
    assert person.line == 0
    tapped = QPoint(start.x(), start.y() + 60)
    QTest.touchEvent(page, finger).press(0, tapped, page).commit()
    QTest.touchEvent(page, finger).release(0, tapped, page).commit()
    assert guide.lit.top() <= tapped.y() <= guide.lit.bottom()


def test_tab_lights_the_line_of_the_link_it_comes_to(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    switches(person)
    for _ in range(6):
        person.presses(Key.Key_Tab)
        number = person.parts.pane.focused_link
        assert number is not None
        link = person.parts.pane.link_rect(number).translated(0, person.parts.pane.verticalScrollBar().value())
        assert person.parts.line_guide.lit.intersects(link.toRectF())


def test_it_goes_along_to_the_next_page_and_waits_while_the_home_page_is_shown(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    switches(person)
    person.goes_to(RISK)
    assert lit(person) == "Who is at risk of PML?"
    person.clicks(person.parts.top_bar.button("home"))
    assert not person.sees("strip")
    assert not person.parts.line_guide.veil.isVisible()
    person.goes_to(CAUSES)
    assert person.sees("strip")
    assert person.parts.line_guide.veil.isVisible()


def test_it_makes_room_for_a_message_and_comes_back(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    switches(person)
    line = person.window.stage.strip.say(Message("Something happened."))
    assert person.parts.line_guide.is_on
    person.clicks(line.close_button)
    assert person.window.stage.strip.content is person.parts.guide_strip
    person.clicks(person.parts.guide_strip.done)
    assert not person.parts.line_guide.is_on
    assert not person.sees("strip")


def test_its_buttons_say_what_they_do_and_do_it(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    switches(person)
    guide = person.parts.line_guide
    start = guide.lit
    names = [each.accessibleName() for each in person.parts.strip.stops()]
    assert names == ["Up", "Down", "1 line", "2 lines", "3 lines", "Done"]
    person.clicks(person.parts.strip.stops()[1])
    assert guide.lit.top() > start.top()
    person.clicks(person.parts.strip.stops()[0])
    assert guide.lit == start
    person.clicks(person.parts.guide_strip.counts[0])
    assert guide.lit.height() < start.height()


def test_switched_on_in_the_pop_up_the_arrow_keys_move_it_once_that_is_closed(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.clicks(person.parts.top_bar.button("reading"))
    person.clicks_in_reading("line_guide")
    person.presses(Key.Key_Escape)
    assert person.keyboard == "article_pane"
    start = person.parts.line_guide.lit
    person.presses(Key.Key_Down)
    assert person.parts.line_guide.lit.top() > start.top()


@pytest.mark.parametrize("rightward", [True, False], ids=["left to right", "right to left"])
@pytest.mark.parametrize("zoom", [100, 150, 200, 400])
def test_wherever_it_goes_it_lights_whole_lines(open_window: OpenWindow, zoom: int, rightward: bool) -> None:
    """A few steps on a few pages; `make check NAME=line-guide` walks over all of them."""
    person = open_window("--zoom", str(zoom), page=CAUSES)
    if not rightward:
        person.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    switches(person)
    random = Random(zoom + rightward)
    for page in (CAUSES, NUMBERS):
        person.goes_to(page)
        QApplication.processEvents()
        assert list(walk(person.parts.pane, person.parts.line_guide, random, 12)) == []


def test_switched_off_nothing_of_it_is_made(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.presses(Key.Key_Down, times=3)
    person.goes_to(RISK)
    assert not any(person.parts.is_made(name) for name in ("line_guide", "guide_strip", "strip"))
