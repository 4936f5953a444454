"""From a question in somebody's own words to the answer, by keyboard, by mouse, and with very large text."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.person import ALT, CTRL, OFFSCREEN_LIMITS, Key, OpenWindow

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


def test_by_keyboard_alone(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("is it catching")
    assert person.chosen_hit == "Is PML contagious?"
    person.presses(Key.Key_Return)
    assert person.page == "catching/is-it-contagious"
    assert "Short answer" in person.text

    person.follows_first("glossary:")
    assert person.sees("popover")
    word = person.link
    person.presses(Key.Key_Escape)
    assert (person.sees("popover"), person.link) == (False, word)

    person.follows_first("source:")
    card = person.parts.popover
    assert card.isVisible()
    assert card.accessibleName()[0].isdigit()
    person.presses(Key.Key_Return)
    assert not card.isVisible()
    assert person.line > 5

    person.follows_first("https:")
    person.presses(Key.Key_Return)
    assert QApplication.clipboard().text().startswith("https://")

    related = [link for link in person.links if link.startswith("article:")]
    person.tabs_to(related[-1])
    used, line = person.link, person.line
    person.presses(Key.Key_Return)
    assert person.page != "catching/is-it-contagious"
    person.presses(Key.Key_Left, ALT)
    assert (person.page, person.link) == ("catching/is-it-contagious", used)
    assert abs(person.line - line) < 0.1
    person.presses(Key.Key_Left, ALT)
    assert person.page == "home"


def test_by_mouse_alone(open_window: OpenWindow) -> None:
    person = open_window()
    person.clicks(person.parts.home.cards[0])
    assert person.page == "topics/about"
    person.clicks_link("article:about/pml-in-short")
    assert person.page == "about/pml-in-short"
    person.turns_wheel(person.parts.pane.viewport(), -10)
    assert person.line > 0
    line = person.line
    person.clicks(person.parts.top_bar.button("larger"))
    person.clicks(person.parts.top_bar.button("smaller"))
    assert abs(person.line - line) < 0.5
    person.clicks(person.parts.top_bar.button("back"))
    assert person.page == "topics/about"
    person.presses(Key.Key_Right, ALT)
    assert (person.page, round(person.line)) == ("about/pml-in-short", round(line))
    person.clicks(person.parts.top_bar.button("home"))
    assert person.page == "home"


@pytest.mark.parametrize("size", [(800, 600), (1080, 1920)], ids=str)
def test_with_text_at_300_percent_in_a_small_or_upright_window(open_window: OpenWindow, size: tuple[int, int]) -> None:
    person = open_window("--zoom", "300", size=size)
    person.asks("natural")
    hits = person.window.hits
    assert person.window.rect().contains(hits.geometry())
    assert person.hits
    person.presses(Key.Key_Return)
    assert person.page == "treatment/natural-treatments"
    person.presses(Key.Key_T, CTRL)
    assert person.sees("topics")
    person.presses(Key.Key_Escape)
    person.follows_first("source:")
    assert person.window.rect().contains(person.parts.popover.geometry())
    person.presses(Key.Key_Escape)
    person.presses(Key.Key_Home, ALT)
    assert person.page == "home"


def test_a_question_that_the_library_cannot_answer(open_window: OpenWindow) -> None:
    person = open_window(page="about")
    person.asks("volcano")
    assert person.hits == []
    person.presses(Key.Key_Return)
    assert person.page == "search:volcano"
    assert "your care team" in person.text
    assert person.keyboard == "article_pane"
    person.follows_first("topic:")
    assert person.page.startswith("topics/")
    person.presses(Key.Key_Left, ALT)
    person.presses(Key.Key_Left, ALT)
    assert person.page == "about"


def test_every_page_can_be_reached_from_home_by_its_links(open_window: OpenWindow) -> None:
    person = open_window()
    waiting = [f"topics/{card.data.topic}" for card in person.parts.home.cards]
    met: set[str] = set()
    while waiting:
        page = waiting.pop()
        if page in met:
            continue
        met.add(page)
        person.goes_to(page)
        assert (person.page, person.banner) == (page, "")
        waiting += [link.removeprefix("article:") for link in person.links if link.startswith("article:")]
    assert met >= set(person.every_page())
