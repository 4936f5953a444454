"""Searching several content files as one library."""

from pathlib import Path

import pytest

from pmlapp.content.model import QuestionType
from pmlapp.library.search.search import Search
from pmlapp.library.search.several import Searches
from tests.builders import article, content_file, library
from tests.conftest import OpenStore

BRAIN = (
    article("brain/pml", title="What is PML?", names=("PML",), short_answer="An infection of the brain.", body="Rare."),
    article("brain/virus", title="What is the JC virus?", short_answer="A virus that most people carry.", body="Rest."),
    article(
        "brain/natalizumab",
        title="Does natalizumab raise the risk?",
        question_type=QuestionType.RISK,
        short_answer="Yes, with time.",
        body="Ask your team.",
    ),
)
SUGAR = (
    article("sugar/diabetes", title="What is diabetes?", short_answer="Too much sugar in the blood.", body="Common."),
    article(
        "sugar/eyes",
        title="Can diabetes harm the eyes?",
        short_answer="Yes, the small vessels.",
        body="A virus may too. Natalizumab is no treatment of it.",
    ),
    article("sugar/food", title="What should I eat with diabetes?", short_answer="Regular meals.", body="Soup."),
)


@pytest.fixture
def searches(open_store: OpenStore, tmp_path: Path) -> Searches:
    files = []
    for name, pages in (("brain", BRAIN), ("sugar", SUGAR)):
        (tmp_path / name).mkdir()
        files.append(Search(open_store(content_file(tmp_path / name, library(pages)))))
    return Searches(files)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("diabetes", "sugar/diabetes"),
        ("pml", "brain/pml"),
        ("virus", "brain/virus"),
        ("natalizumab risk", "brain/natalizumab"),
        ("diabetes eyes", "sugar/eyes"),
        ("what should i eat", "sugar/food"),
        ("jc virus", "brain/virus"),
    ],
)
def test_the_best_answer_of_either_file_comes_first(searches: Searches, typed: str, first: str) -> None:
    hits = searches.search(typed)
    assert hits[0].article.id == first
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_a_word_that_one_file_knows_is_put_right_in_none(searches: Searches) -> None:
    findings = searches.find("diabetes")
    assert (findings.searched, findings.offers) == ("diabetes", ())


def test_a_word_that_no_file_knows_is_put_right(searches: Searches) -> None:
    findings = searches.find("diabtes")
    assert findings.searched == "diabetes"
    assert findings.offers == ("diabtes",)
    assert findings.hits[0].article.id == "sugar/diabetes"


def test_what_no_file_holds_finds_nothing(searches: Searches) -> None:
    assert searches.search("asthma") == ()
    assert searches.find("asthma").searched == "asthma"


def test_at_most_as_many_hits_as_asked_for(searches: Searches) -> None:
    assert len(searches.search("jc virus natalizumab", limit=2)) == 2
