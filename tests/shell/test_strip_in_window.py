"""The strip at the foot in the window: where it is, and how the keyboard comes to it."""

import pytest

from pmlapp.reading.bars.strip import Message
from tests.person import CTRL, OFFSCREEN_LIMITS, SHIFT, Key, OpenWindow

CAUSES = "causes/what-causes-pml"
NO_VOICE = Message(
    "This computer has no English voice, so nothing can be read aloud.",
    "You can go on reading.",
    action="How to add a voice",
)

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


@pytest.mark.parametrize("page", [CAUSES, "signs/urgent-help"])
@pytest.mark.parametrize("size", [(1280, 800), (1280, 740), (800, 600)], ids=str)
def test_the_line_that_is_read_stays_where_it_is(open_window: OpenWindow, size: tuple[int, int], page: str) -> None:
    person = open_window(page=page, size=size)
    for line in (0, 9):
        person.scrolls_to(line)
        before = person.line, person.paragraph_at_top, person.parts.pane.viewport().height()
        person.window.stage.strip.say(NO_VOICE)
        person.makes_window(*size)
        assert (person.line, person.paragraph_at_top) == before[:2]
        assert person.parts.pane.viewport().height() < before[2]
        person.presses(Key.Key_Escape)
        person.makes_window(*size)
        assert (person.line, person.paragraph_at_top, person.parts.pane.viewport().height()) == before


def test_it_lies_between_page_and_footer_and_tab_reaches_it_there(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    line = person.window.stage.strip.say(NO_VOICE)
    person.makes_window(1280, 800)
    strip, footer = person.parts.strip.geometry(), person.parts.footer.geometry()
    assert (strip.left(), strip.width(), strip.bottom() + 1) == (0, 1280, footer.top())
    assert person.parts.pane.mapTo(person.window, person.parts.pane.rect().bottomLeft()).y() < strip.top()
    line.close_button.setFocus()
    person.presses(Key.Key_Tab)
    assert person.keyboard == "about_library"
    person.presses(Key.Key_Tab, SHIFT)
    assert person.keyboard == "strip_close"
    person.presses(Key.Key_Tab, SHIFT)
    assert person.keyboard == "strip_action"


def test_f6_comes_by_and_escape_leads_back_to_the_page(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.window.stage.strip.say(NO_VOICE)
    person.presses(Key.Key_K, CTRL)
    visited = []
    for _ in range(6):
        visited.append(person.keyboard)
        person.presses(Key.Key_F6)
    assert visited == ["search_box", "topic_tree", "article_pane", "outline_list", "strip_action", "about_library"]
    person.presses(Key.Key_F6, SHIFT, times=2)
    person.presses(Key.Key_Escape)
    assert not person.sees("strip")
    assert person.keyboard == "article_pane"
