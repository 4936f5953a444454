"""From a classification code, as it is in somebody's records, to the page filed under it."""

import pytest

from tests.person import OFFSCREEN_LIMITS, Key, OpenWindow, Person, RunProgram

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CODES = "about/codes"
TITLE = "What are the ICD codes for PML?"


@pytest.mark.parametrize(("option", "code"), [("--icd10", "A81.2"), ("--icd9", "0463"), ("--orpha", "ORPHA:217260")])
def test_a_code_opens_its_page_and_nothing_needs_to_be_said(run_program: RunProgram, option: str, code: str) -> None:
    def sees(person: Person) -> None:
        assert (person.page, person.banner) == (CODES, "")

    assert run_program("open", option, code, meanwhile=sees).code == 0


def test_where_only_a_broader_code_is_there_the_window_says_so_until_it_is_told_to_stop(
    run_program: RunProgram,
) -> None:
    def sees(person: Person) -> None:
        assert person.page == CODES
        assert person.banner == "No page has the ICD-10 code A81.29 itself. This is the page for A81.2."
        assert person.banner in person.words_in_sight(person.parts.banner)
        assert TITLE in person.text
        person.clicks(person.parts.banner.close_button)
        assert (person.page, person.banner) == (CODES, "")

    assert run_program("open", "--icd10", "A81.29", meanwhile=sees).code == 0


@pytest.mark.parametrize(
    ("typed", "broader"),
    [("A81.29", "A81.2"), ("a8129", "A81.2"), ("ICD-10 A81.29", "A81.2"), ("046.39", "046.3")],
)
def test_a_code_that_is_typed_is_searched_for_by_the_broader_one_and_that_is_said(
    open_window: OpenWindow, typed: str, broader: str
) -> None:
    person = open_window()
    person.asks(typed)
    hits = person.window.hits
    assert hits.offered.isVisible()
    assert hits.offered.said == f"Showing results for {broader}. Search instead for {typed}."
    assert person.hits is not None
    assert person.hits[0] == person.chosen_hit == TITLE
    person.presses(Key.Key_Return)
    assert person.page == CODES


@pytest.mark.parametrize("typed", ["A81.2", "A81", "217260", "A82.2", "covid19", "D0079681"])
def test_a_code_that_is_there_or_has_no_broader_one_is_searched_for_as_it_is(
    open_window: OpenWindow, typed: str
) -> None:
    person = open_window()
    person.asks(typed)
    assert not person.window.hits.offered.isVisible() or "results for A81.2" not in person.window.hits.offered.said
    found = typed in ("A81.2", "A81", "217260")
    assert (person.chosen_hit == TITLE) == found


def test_what_was_typed_can_still_be_searched_for(open_window: OpenWindow) -> None:
    person = open_window()
    person.asks("A81.29")
    person.presses(Key.Key_Up)
    person.presses(Key.Key_Return)
    assert person.searched == '"A81.29"'
    assert not person.window.hits.offered.isVisible()
