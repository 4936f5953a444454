"""Folds: closed at first, opened by one key or one click anywhere on the head, closed again at the next visit."""

import pytest
from PySide6.QtCore import QPoint

from pmlapp.content.page import Fold, OutlineEntry, walk
from pmlapp.library.pages.pages import Pages
from tests.reading.conftest import CAUSES, OUTLOOK, OpenPage
from tests.reading.pages_of import (
    CTRL,
    Key,
    PageReader,
    count_colour,
    fold,
    heading,
    lines,
    link,
    page_of,
    paragraph,
)

NUMBERS = fold("the numbers", paragraph("Seven of ten."), paragraph(link("article:a/b", "Read on")), name="numbers")
ONE_FOLD = page_of(paragraph("Before."), NUMBERS, paragraph("After."))


def head(reader: PageReader, name: str = "numbers") -> int:
    return reader.pane.links().index(f"fold:{name}")


def test_a_fold_is_closed_at_first_and_says_what_it_holds(open_page: OpenPage) -> None:
    reader = open_page(ONE_FOLD)
    assert "Show the numbers" in reader.text
    assert "Seven of ten." not in reader.text
    assert reader.pane.links() == ("fold:numbers",)


def test_in_a_narrow_pane_what_a_fold_holds_is_said_under_its_title(open_page: OpenPage) -> None:
    reader = open_page(ONE_FOLD, size=(400, 600))
    assert reader.text.splitlines() == ["Before.", "Show the numbers", "2 paragraphs", "After."]


def test_folds_of_one_kind_differ_at_their_first_words(open_page: OpenPage) -> None:
    reader = open_page(OUTLOOK)
    heads = [line for line in reader.text.splitlines() if line.startswith("Show ")]
    assert len(heads) >= 7
    assert len({head.split()[1] for head in heads}) == len(heads)
    assert reader.text.count("information about outlook: ") == 7


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_on_its_head_opens_a_fold_and_closes_it_again(open_page: OpenPage, key: Key) -> None:
    reader = open_page(ONE_FOLD)
    reader.presses(Key.Key_Tab)
    reader.presses(key)
    assert reader.text.splitlines() == ["Before.", "Hide the numbers", "Seven of ten.", "Read on", "After."]
    assert reader.link == "fold:numbers"
    reader.presses(key)
    assert reader.text.splitlines() == ["Before.", "Show the numbers", "After."]
    assert reader.followed == []


@pytest.mark.parametrize("across", [0.01, 0.3, 0.7, 0.99])
@pytest.mark.parametrize("down", [0.1, 0.5, 0.9])
def test_a_click_anywhere_on_its_head_opens_a_fold(open_page: OpenPage, across: float, down: float) -> None:
    reader = open_page(ONE_FOLD)
    rect = reader.pane.link_rect(head(reader))
    assert rect.width() == pytest.approx(664, abs=2)
    assert rect.height() >= 44
    reader.clicks(QPoint(round(rect.left() + rect.width() * across), round(rect.top() + rect.height() * down)))
    assert "Seven of ten." in reader.text


def test_a_click_on_what_an_open_fold_holds_does_not_close_it(open_page: OpenPage) -> None:
    reader = open_page(ONE_FOLD)
    reader.clicks(reader.pane.link_rect(head(reader)).center())
    below = reader.pane.link_rect(head(reader)).bottomLeft() + QPoint(300, 25)
    reader.clicks(below)
    assert "Seven of ten." in reader.text


def test_a_link_in_a_fold_can_be_reached_once_it_is_open(open_page: OpenPage) -> None:
    reader = open_page(ONE_FOLD)
    reader.presses(Key.Key_Tab)
    reader.presses(Key.Key_Return)
    reader.presses(Key.Key_Tab)
    reader.presses(Key.Key_Return)
    assert reader.followed == [("article:a/b", 1)]


def test_opening_a_fold_leaves_its_head_where_it_is(open_page: OpenPage) -> None:
    page = page_of(*lines(40), NUMBERS, *lines(40))
    reader = open_page(page)
    reader.tabs_to("fold:numbers")
    before = reader.pane.link_rect(head(reader))
    reader.presses(Key.Key_Return)
    assert reader.scrolled > 0
    assert reader.pane.link_rect(head(reader)).top() == pytest.approx(before.top(), abs=1)
    reader.presses(Key.Key_Return)
    assert reader.pane.link_rect(head(reader)).top() == pytest.approx(before.top(), abs=1)


def test_a_fold_at_the_foot_of_the_pane_opens_without_the_words_at_the_top_moving(
    open_page: OpenPage, pages: Pages
) -> None:
    reader = open_page(OUTLOOK)
    for target in [target for target in reader.pane.links() if target.startswith("fold:")]:
        reader.brings_into_sight(target)
        reading, top = reader.words_at_top, reader.scrolled
        reader.pane.toggle_fold(target.removeprefix("fold:"))
        assert reader.words_at_top == reading, target
        assert reader.scrolled == pytest.approx(top, abs=1), target


def test_every_fold_is_closed_when_the_page_is_shown_again(open_page: OpenPage, pages: Pages) -> None:
    page = pages.page(OUTLOOK)[0]
    folds = [block for block in walk(page.blocks) if isinstance(block, Fold)]
    assert any(each.closed_on_each_visit for each in folds)
    reader = open_page(page)
    closed = reader.text
    for each in folds:
        reader.pane.toggle_fold(each.id)
    assert len(reader.text) > len(closed)
    reader.reads(pages.page(CAUSES)[0])
    reader.reads(page)
    assert reader.text == closed


def test_figures_about_outlook_are_hidden_again_at_the_next_visit(open_page: OpenPage) -> None:
    outlook = fold("information about outlook", paragraph("Three of ten."), name="outlook", each_visit=True)
    page = page_of(outlook, NUMBERS)
    reader = open_page(page)
    reader.pane.toggle_fold("outlook")
    assert "Three of ten." in reader.text
    reader.reads(page)
    assert "Three of ten." not in reader.text


def test_what_stood_open_can_be_open_again_on_the_way_back(open_page: OpenPage) -> None:
    reader = open_page(ONE_FOLD)
    reader.pane.toggle_fold("numbers")
    was_open = reader.pane.open_folds
    reader.reads(page_of(paragraph("Elsewhere.")))
    assert reader.pane.open_folds == frozenset()
    reader.pane.show_page(ONE_FOLD, open_folds=was_open, focused_link=1)
    assert "Seven of ten." in reader.text
    assert reader.link == "article:a/b"


def test_a_fold_in_a_fold_opens_by_itself(open_page: OpenPage) -> None:
    inner = fold("more", paragraph("Deep."), name="inner")
    reader = open_page(page_of(fold("the numbers", inner, name="outer")))
    reader.presses(Key.Key_Tab)
    reader.presses(Key.Key_Return)
    assert "Deep." not in reader.text
    reader.presses(Key.Key_Tab)
    assert reader.link == "fold:inner"
    reader.presses(Key.Key_Return)
    assert "Deep." in reader.text


def test_a_place_inside_closed_folds_is_opened_when_one_goes_there(open_page: OpenPage) -> None:
    inner = fold("more", heading("Deep inside", "deep", level=3), name="inner")
    page = page_of(*lines(60), fold("the numbers", inner, name="outer"), *lines(60))
    reader = open_page(page)
    reader.pane.scroll_to("deep")
    assert "Deep inside" in reader.text
    assert reader.words_at_top == "Deep inside" or "Deep inside" in words_near_top(reader)


def words_near_top(reader: PageReader) -> list[str]:
    pane = reader.pane
    middle = pane.viewport().width() // 2
    return [pane.cursorForPosition(QPoint(middle, y)).block().text() for y in range(0, 80, 8)]


def test_to_a_place_that_is_not_there_nothing_moves(open_page: OpenPage) -> None:
    reader = open_page(page_of(*lines(60)))
    reader.pane.scroll_to_line(10)
    top = reader.scrolled
    reader.pane.scroll_to("nowhere")
    assert reader.scrolled == top


def test_a_link_to_a_place_of_the_page_is_followed_by_the_pane_itself(open_page: OpenPage) -> None:
    page = page_of(
        paragraph(link("#far", "further down")),
        *lines(60),
        heading("Far down", "far"),
        *lines(60),
        outline=(OutlineEntry(2, "Far down", "far"),),
    )
    reader = open_page(page)
    reader.presses(Key.Key_Tab)
    reader.presses(Key.Key_Return)
    assert "Far down" in words_near_top(reader)
    assert reader.followed == []
    assert reader.places == ["far"]


def test_the_head_under_the_pointer_is_tinted_and_only_there(open_page: OpenPage) -> None:
    reader = open_page(ONE_FOLD)
    rect = reader.pane.link_rect(head(reader))
    tint = reader.pane.look.theme.tint
    assert count_colour(reader.picture, tint) == 0
    reader.points_at(rect.center())
    assert count_colour(reader.picture, tint, rect) > 0.8 * rect.width() * rect.height()
    reader.points_at(QPoint(5, 5))
    assert count_colour(reader.picture, tint) == 0


def test_a_key_of_the_window_is_not_eaten_by_the_pane(open_page: OpenPage) -> None:
    reader = open_page(ONE_FOLD)
    reader.presses(Key.Key_Return)
    reader.presses(Key.Key_D, CTRL)
    assert reader.followed == []
    assert "Show the numbers" in reader.text
