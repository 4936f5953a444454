"""A page is set as far as it is in sight, and the rest before anybody can ask for it."""

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.content.page import Page
from tests.builders import PATIENCE_MS
from tests.reading.conftest import OpenPage
from tests.reading.pages_of import Key, heading, lines, link, page_of, paragraph

END = "The last words of the page."
LONG = page_of(*lines(300), heading("The end", "the-end"), paragraph(END, " ", link("article:at/the-end")))
SHORT = page_of(*lines(3), paragraph(END))


def test_what_is_in_sight_is_set_at_once_and_the_rest_soon_after(open_page: OpenPage, qtbot: QtBot) -> None:
    pane = open_page(LONG).pane
    assert END not in pane.toPlainText()
    assert pane.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: END in pane.toPlainText(), timeout=PATIENCE_MS)


@pytest.mark.parametrize("size", [(800, 600), (1080, 1920), (3840, 2160)])
def test_the_part_that_is_set_at_once_fills_the_window(open_page: OpenPage, size: tuple[int, int]) -> None:
    pane = open_page(LONG, size=size).pane
    assert END not in pane.toPlainText()
    assert pane.document().size().height() >= size[1]


def test_a_short_page_is_set_whole(open_page: OpenPage) -> None:
    assert END in open_page(SHORT).pane.toPlainText()


def test_the_next_page_is_not_mixed_with_the_rest_of_the_last(open_page: OpenPage) -> None:
    reader = open_page(LONG)
    reader.reads(SHORT)
    before = reader.pane.toPlainText()
    reader.pane.set_rest()
    assert reader.pane.toPlainText() == before


def test_the_end_key_reaches_the_end_before_the_rest_was_set(open_page: OpenPage) -> None:
    reader = open_page(LONG)
    reader.presses(Key.Key_End)
    assert END in reader.pane.toPlainText()
    assert reader.scrolled == reader.pane.verticalScrollBar().maximum()


def test_a_heading_far_below_is_reached_at_once(open_page: OpenPage) -> None:
    reader = open_page(LONG)
    reader.pane.scroll_to("the-end")
    assert END in reader.pane.toPlainText()
    assert reader.scrolled > 0


def test_a_link_far_below_has_the_keyboard_at_once(open_page: OpenPage) -> None:
    reader = open_page(LONG)
    reader.presses(Key.Key_Tab)
    assert reader.link == "article:at/the-end"


def test_back_at_a_line_far_below_the_page_is_whole(open_page: OpenPage) -> None:
    reader = open_page(LONG)
    reader.reads(LONG, position=120.0)
    assert END in reader.pane.toPlainText()
    assert reader.pane.line() == pytest.approx(120.0, abs=1)


def test_the_page_reads_the_same_set_in_parts_as_set_whole(open_page: OpenPage, every_page: tuple[Page, ...]) -> None:
    reader = open_page(SHORT)
    for page in every_page:
        reader.reads(page)
        in_parts = (reader.document.toHtml(), reader.pane.links())
        reader.reads(page, position=1.0)
        assert (reader.document.toHtml(), reader.pane.links()) == in_parts, page.id
