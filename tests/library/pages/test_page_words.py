"""The words that a page says by itself."""

import string
from datetime import date

import pytest

from pmlapp.library.pages.page_words import PageWords

WORDS = PageWords()
PHRASES = {name: value for name, value in vars(PageWords).items() if isinstance(value, str) and name[0] != "_"}


@pytest.mark.parametrize(
    ("when", "said"),
    [
        (date(2026, 11, 21), "21 November 2026"),
        (date(2027, 1, 2), "2 January 2027"),
        (date(2024, 2, 29), "29 February 2024"),
    ],
)
def test_a_date_is_said_as_people_write_it(when: date, said: str) -> None:
    assert WORDS.day(when) == said


def test_each_month_has_its_own_name() -> None:
    said = [WORDS.day(date(2026, month, 1)) for month in range(1, 13)]
    assert len(set(said)) == 12


def test_a_translation_may_put_a_date_in_its_own_order() -> None:
    class Hungarian(PageWords):
        date_format = "{year}. {month} {day}."
        months = tuple(f"{number}. hó" for number in range(1, 13))

    assert Hungarian().day(date(2026, 11, 2)) == "2026. 11. hó 2."


@pytest.mark.parametrize(("count", "said"), [(0, "0 questions"), (1, "1 question"), (2, "2 questions")])
def test_a_count_comes_with_its_noun(count: int, said: str) -> None:
    assert WORDS.questions(count) == said


def test_whom_to_call_is_the_number_of_the_site_or_else_the_local_one() -> None:
    assert WORDS.emergency_action("112") == "Call 112 now"
    assert WORDS.emergency_action(None) == "Call your local emergency number now"
    assert WORDS.emergency_strip("112") == "Call 112 now."
    assert WORDS.emergency_strip(None) == "Call for emergency help now."


def test_where_staff_is_nearby_they_are_named_first() -> None:
    words = PageWords(staff_nearby=True)
    assert words.emergency_action("112") == "Ask the staff or call 112"
    assert words.emergency_action(None) == "Ask the staff"
    assert words.emergency_strip("112") == "Ask the staff or call 112 now."
    assert words.emergency_strip(None) == "Ask the staff or call for emergency help now."


@pytest.mark.parametrize("name", sorted(PHRASES))
def test_every_phrase_says_something_and_names_what_is_filled_in(name: str) -> None:
    fields = [field for _, field, _, _ in string.Formatter().parse(PHRASES[name]) if field is not None]
    assert PHRASES[name].strip() == PHRASES[name] != ""
    assert all(field.isidentifier() for field in fields)


@pytest.mark.parametrize("name", sorted(name for name in PHRASES if name.endswith("_one")))
def test_what_is_said_of_one_is_also_said_of_many(name: str) -> None:
    assert "{count}" in PHRASES[f"{name.removesuffix('_one')}_many"]


def test_no_phrase_claims_a_review_without_naming_who_made_it() -> None:
    claims = {name for name, phrase in PHRASES.items() if "review" in phrase.lower() and "{role}" not in phrase}
    assert claims == {
        *("not_reviewed", "some_reviewed", "all_reviewed", "library_not_reviewed", "state_never"),
        *("overdue_review", "changed_advice", "state_changed"),
        "parts_reviewed",  # of a handout, on which each part says who reviewed it
    }
