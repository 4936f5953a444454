"""The values of a library: what cannot be wrong in them."""

from datetime import timedelta

import pytest

from pmlapp.content.model import QuestionType, names_a_page
from tests.builders import SIGN_OFF


@pytest.mark.parametrize("days", [0, -1, -700])
def test_a_sign_off_cannot_be_due_again_before_it_was_made(days: int) -> None:
    with pytest.raises(ValueError, match=r"Dr A\. Example is due again"):
        SIGN_OFF._replace(next_due=SIGN_OFF.signed_on + timedelta(days)).checked()


def test_a_sign_off_may_be_due_the_next_day() -> None:
    tomorrow = SIGN_OFF.signed_on + timedelta(1)
    due = SIGN_OFF._replace(next_due=tomorrow)
    assert due.checked() is due


@pytest.mark.parametrize(
    "text", ["home", "words", "causes/what-causes-pml", "about/jc-virus", "topics/causes", "a/b", "icd-10/a81-2"]
)
def test_the_ids_of_pages_are_known_as_such(text: str) -> None:
    assert names_a_page(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "causes/",
        "/causes",
        "a/b/c",
        "../secret",
        "causes/What",
        "causes/what causes",
        "causes/what--causes",
        "-a",
        "a-",
        "search:my illness",
        "https://example.org",
        "causes/é",
        "causes/٣",
        "home\n",
        "a" * 201,
    ],
)
def test_nothing_else_passes_for_the_id_of_a_page(text: str) -> None:
    assert not names_a_page(text)


def test_a_topic_begins_with_what_it_is_and_tells_signs_before_treatment_before_outlook() -> None:
    order = list(QuestionType)
    asked = (QuestionType.OVERVIEW, QuestionType.SYMPTOMS, QuestionType.TREATMENT, QuestionType.OUTLOOK)
    assert order[0] is QuestionType.OVERVIEW
    assert sorted(asked, key=order.index) == list(asked)
