"""A hard word says what it means: by click, tap, Enter, or when the keyboard comes to it; once on each page."""

from collections import Counter
from typing import Any

import pytest
from PySide6.QtTest import QTest

from pmlapp.content.page import Term
from pmlapp.library.pages.explained_once import explained_once
from pmlapp.library.pages.pages import Pages
from tests.person import OFFSCREEN_LIMITS, Key, OpenWindow, Person
from tests.reading.conftest import pages
from tests.reading.pages_of import paragraph, spans

__all__ = ["pages"]
CAUSES = "causes/what-causes-pml"
WORD = "glossary:jc-virus"
pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


def says(person: Person) -> str:
    assert person.sees("popover")
    return person.words_in_sight(person.parts.popover)


def test_tab_to_a_word_explains_it_and_the_keyboard_stays_on_the_page(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.tabs_to(WORD)
    assert "virus" in says(person)
    assert person.keyboard == "article_pane"
    person.presses(Key.Key_Escape)
    assert not person.sees("popover")
    assert (person.keyboard, person.link) == ("article_pane", WORD)


def test_tab_on_to_what_is_no_word_takes_the_card_away(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.tabs_to(WORD)
    while person.link is not None and person.link.startswith("glossary:"):
        person.presses(Key.Key_Tab)
    assert not person.sees("popover")


def test_enter_takes_the_keyboard_to_the_card_and_escape_back_to_the_word(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.follows(WORD)
    assert "virus" in says(person)
    assert person.keyboard != "article_pane"
    person.presses(Key.Key_Escape)
    assert not person.sees("popover")
    assert (person.keyboard, person.link) == ("article_pane", WORD)


def test_a_tap_on_a_word_explains_it_and_a_tap_beside_ends_it(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    pane = person.parts.pane
    number = pane.links().index(WORD)
    pane.scroll_to_px(pane.link_rect(number).top() - 200)
    finger = QTest.createTouchDevice()
    word = pane.link_rect(number).center()
    for place, opened in ((word, True), (pane.viewport().rect().bottomLeft(), False)):
        QTest.touchEvent(pane.viewport(), finger).press(0, place, pane.viewport()).commit()
        QTest.touchEvent(pane.viewport(), finger).release(0, place, pane.viewport()).commit()
        assert person.sees("popover") is opened


def test_a_click_ends_a_card_that_the_keyboard_came_by(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.tabs_to(WORD)
    assert person.sees("popover")
    person.clicks(person.parts.pane.viewport(), person.parts.pane.viewport().rect().bottomLeft())
    assert not person.sees("popover")


def keys_in(part: Any) -> list[str]:
    found = [part.key] if isinstance(part, Term) else []
    if isinstance(part, tuple):
        for each in part:
            found += keys_in(each)
    return found


def test_no_page_explains_a_word_twice(pages: Pages) -> None:
    explained = 0
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            keys = keys_in(pages.page(article.id)[0].blocks)
            explained += len(keys)
            assert [key for key, times in Counter(keys).items() if times > 1] == [], article.id
    assert explained > 100


def test_the_first_use_is_explained_and_the_words_of_the_others_stay() -> None:
    word = Term("ms", spans("MS"))
    once = explained_once((paragraph("In ", word, " and in "), paragraph(word, " it is so.", name="q")))
    assert once == (paragraph("In ", word, " and in "), paragraph("MS", " it is so.", name="q"))
    assert explained_once((paragraph("Nothing here."),)) == (paragraph("Nothing here."),)
