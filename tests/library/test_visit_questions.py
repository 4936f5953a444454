"""The list for the visit: what is ticked, asked and noticed."""

import pytest

from pmlapp.library.visit_questions import MOST_LETTERS, MOST_LINES, Ticked, VisitQuestions

EMPTY = VisitQuestions()


def test_a_question_is_ticked_and_no_longer_ticked() -> None:
    ticked = EMPTY.toggled("Do I need a test?", "tests/one")
    assert ticked.ticked == (Ticked("Do I need a test?", "tests/one"),)
    assert ticked.has("Do I need a test?")
    assert ticked.toggled("Do I need a test?", "tests/one") == EMPTY


def test_a_question_that_two_pages_suggest_is_one() -> None:
    assert EMPTY.toggled("Why?", "a/b").toggled("Why?", "c/d") == EMPTY


def test_what_is_ticked_on_other_pages_is_still_in_the_list() -> None:
    ticked = EMPTY.toggled("Why?", "a/b").toggled("When?", "c/d")
    assert [each.question for each in ticked.elsewhere(("When?",))] == ["Why?"]


@pytest.mark.parametrize("typed", ["", "   ", "\t\n"])
def test_an_empty_line_adds_nothing(typed: str) -> None:
    assert EMPTY.with_own(typed) == EMPTY == EMPTY.with_noticed(typed)


def test_a_line_is_kept_on_one_line_once_and_no_longer_than_a_breath() -> None:
    assert EMPTY.with_own("  Can I\ntravel? ").own == ("Can I travel?",)
    assert EMPTY.with_own("Why?").with_own("Why?").own == ("Why?",)
    assert len(EMPTY.with_noticed("a" * 999).noticed[0]) == MOST_LETTERS


def test_the_list_has_an_end() -> None:
    full = EMPTY
    for number in range(MOST_LINES + 5):
        full = full.with_own(f"own {number}").with_noticed(f"noticed {number}").toggled(f"ticked {number}", "a/b")
    assert full.total == 3 * MOST_LINES


def test_a_line_is_taken_away() -> None:
    full = EMPTY.with_own("Why?").with_noticed("My hand is weak.")
    assert full.without_own("Why?").without_noticed("My hand is weak.") == EMPTY
