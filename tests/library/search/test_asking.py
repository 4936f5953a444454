"""What people mean who ask in their own words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import QuestionType
from pmlapp.library.search.search import Search
from tests.builders import article, content_file, library

NAMES = ("PML",)
PAGES = (
    article("about/what", title="What is PML?", names=NAMES, body="PML is rare.\n"),
    article("about/forms", title="Are there forms?", names=NAMES, question_type=QuestionType.FORMS, body="Two.\n"),
    article(
        "causes/medicines",
        title="Which medicines are linked to PML?",
        names=NAMES,
        question_type=QuestionType.RISK,
        body="Natalizumab may cause PML.\n",
    ),
    article(
        "catching/no",
        title="Is it contagious?",
        names=NAMES,
        question_type=QuestionType.CONTAGION,
        body="Nobody was given PML by another.\n",
    ),
    article(
        "prevention/how",
        title="Can it be prevented?",
        names=NAMES,
        question_type=QuestionType.PREVENTION,
        body="PML is watched for with scans, 9 of them.\n",
    ),
    article(
        "outlook/life",
        title="What is the life expectancy?",
        names=NAMES,
        question_type=QuestionType.OUTLOOK,
        body="Some people with PML get better. Do not stop your medicine.\n",
    ),
)


@pytest.fixture
def search(tmp_path: Path) -> Iterator[Search]:
    store = ContentStore.open(content_file(tmp_path, library(PAGES)))
    yield Search(store)
    store.close()


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("what is p m l", "about/what"),
        ("p. m. l. in simple words what is it", "about/what"),
        ("different kinds of pml", "about/forms"),
        ("does natalizumab cause pml", "causes/medicines"),
        ("can i pass this to other people", "catching/no"),
        ("how do i stop myself getting pml", "prevention/how"),
        ("can you recover from pml", "outlook/life"),
        ("how long can you live with pml", "outlook/life"),
    ],
)
def test_a_question_in_other_words_finds_its_page(search: Search, typed: str, page: str) -> None:
    assert search.search(typed)[0].article.id == page


def test_a_number_in_passing_says_nothing(search: Search) -> None:
    assert search.search("my son is 9 does he have pml")[0].article.id != "prevention/how"


@pytest.mark.parametrize("typed", ["scan of a lawn mower", "best scans for shoes and batteries"])
def test_words_that_are_each_on_some_page_by_chance_find_nothing(search: Search, typed: str) -> None:
    assert not search.search(typed)
