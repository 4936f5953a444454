"""From words typed to the place of a page that answers them, and back to the results."""

import pytest

from tests.person import ALT, OFFSCREEN_LIMITS, Key, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


def marked(person: Person) -> list[str]:
    """The words marked on the page, all but the one that one is at."""
    colour = person.parts.pane.look.theme.text
    selections = person.parts.pane.extraSelections()
    return [each.cursor.selectedText() for each in selections if each.format.foreground().color() == colour]


def in_sight(person: Person, words: str) -> bool:
    """Whether the first of these words on the page is in the window."""
    pane = person.parts.pane
    place = person.text.lower().index(words.lower())
    top, height = pane.line_boxes(place, place + len(words))[0][2:]
    above = pane.verticalScrollBar().value()
    return above <= top and top + height <= above + pane.viewport().height()


def test_a_result_opens_where_its_page_says_what_was_asked(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("fingolimod")
    person.presses(Key.Key_Return)
    assert person.page == "causes/medicines"
    assert person.line > 10
    assert in_sight(person, "fingolimod")
    assert set(map(str.lower, marked(person))) == {"fingolimod"}
    assert person.keyboard == "article_pane"


def test_esc_takes_the_marks_away_and_leaves_one_where_one_reads(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("fingolimod")
    person.presses(Key.Key_Return)
    line = person.line
    person.presses(Key.Key_Escape)
    assert marked(person) == []
    assert abs(person.line - line) < 0.1


def test_back_returns_to_the_results_with_the_same_row_chosen(open_window: OpenWindow) -> None:
    person = open_window(page="about")
    person.asks("kidney")
    person.presses(Key.Key_Down, times=2)
    third = person.chosen_hit
    hits = person.hits
    person.presses(Key.Key_Return)
    assert person.page != "about"
    person.presses(Key.Key_Left, ALT)
    assert (person.page, person.searched, person.hits, person.chosen_hit) == ("about", "kidney", hits, third)
    assert person.keyboard == "search_box"
    person.types("s")
    assert person.window.hits.row == 0


def test_back_returns_to_the_page_of_all_results_with_the_keyboard_on_the_one_taken(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("kidney")
    person.presses(Key.Key_End)
    person.presses(Key.Key_Down)
    person.presses(Key.Key_End)
    person.presses(Key.Key_Down)
    person.presses(Key.Key_Return)
    assert person.page == "search:kidney"
    assert {word.lower() for word in marked(person)} <= {"kidney", "kidneys"}
    assert person.text.index("kidney") < person.parts.highlights._spots[0].start, "the title only repeats the query"
    results = [link for link in person.links if link.startswith("article:")]
    person.follows(results[1])
    assert person.page == results[1].removeprefix("article:")
    assert marked(person)
    person.presses(Key.Key_Left, ALT)
    assert (person.page, person.link) == ("search:kidney", results[1])


def test_a_result_that_is_the_page_one_reads_goes_to_the_place(open_window: OpenWindow) -> None:
    person = open_window(page="causes/medicines")
    person.asks("fingolimod")
    person.presses(Key.Key_Return)
    assert person.page == "causes/medicines"
    assert in_sight(person, "fingolimod")
    assert marked(person)


def test_a_page_about_the_very_thing_is_read_from_its_top(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("is it catching")
    person.presses(Key.Key_Return)
    assert (person.page, person.line) == ("catching/is-it-contagious", 0)


def test_finding_words_takes_the_place_of_the_marks_of_the_search(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("fingolimod")
    person.presses(Key.Key_Return)
    person.presses(Key.Key_F3)
    person.types("cells")
    assert "cells" in {word.lower() for word in marked(person)}
    assert "fingolimod" not in {word.lower() for word in marked(person)}


def test_a_slip_is_corrected_aloud_and_what_was_typed_is_one_key_away(open_window: OpenWindow) -> None:
    person = open_window(page="about")
    person.asks("luekoencefalopathy")
    assert person.window.hits.offered.said == (
        "Showing results for leukoencephalopathy. Search instead for luekoencefalopathy."
    )
    assert person.hits
    person.presses(Key.Key_Up)
    person.presses(Key.Key_Return)
    assert person.searched == '"luekoencefalopathy"'
    assert person.hits == []
    assert "leukoencephalopathy" in person.window.hits.offered.said


def test_the_page_of_all_results_tells_of_the_slip_too(open_window: OpenWindow) -> None:
    person = open_window()
    person.goes_to("search:luekoencefalopathy")
    assert "Showing results for leukoencephalopathy." in person.text
    person.follows('page:search:"luekoencefalopathy"')
    assert person.text.splitlines()[1].startswith("Nothing here about “luekoencefalopathy”")
    person.presses(Key.Key_Left, ALT)
    assert person.page == "search:luekoencefalopathy"


def test_a_misspelt_medicine_leads_to_the_same_place(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("fingolimodd")
    assert person.hits or person.window.hits.offered.said
    if not person.hits:
        person.presses(Key.Key_Down)
        person.presses(Key.Key_Return)
    person.presses(Key.Key_Return)
    assert in_sight(person, "fingolimod")


def test_nothing_found_shows_the_topics_two_by_two_where_there_is_room(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("volcano")
    person.presses(Key.Key_Return)
    pane = person.parts.pane
    first, second = (pane.link_rect(n) for n, link in enumerate(person.links) if link.startswith("topic:") and n < 3)
    assert first.top() == second.top()
    assert first.right() < second.left()
    assert first.size() == second.size()
    person.makes_window(400, 700)
    numbers = [n for n, link in enumerate(person.links) if link.startswith("topic:")]
    assert pane.link_rect(numbers[0]).left() == pane.link_rect(numbers[1]).left()
    assert marked(person) == []


@pytest.mark.parametrize("percent", ["100", "200", "400"])
def test_the_place_is_in_sight_at_any_text_size(open_window: OpenWindow, percent: str) -> None:
    person = open_window("--zoom", percent, size=(800, 600))
    person.asks("fingolimod")
    person.presses(Key.Key_Return)
    assert in_sight(person, "fingolimod")
