"""Searching a small library whose pages are all about one thing: the kind of answer asked for says most."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import QuestionType, Synonym
from pmlapp.library.search.search import Search
from tests.builders import article, content_file, library

PAGES = (
    article(
        "outlook/life",
        title="What is the life expectancy?",
        question_type=QuestionType.OUTLOOK,
        body="Some people with PML were alive after a year. Most had natalizumab.\n",
    ),
    article(
        "living/well",
        title="How can I live well with it?",
        question_type=QuestionType.LIVING,
        body="Live as you like, live a full life, live with others, and plan for the years that you live.\n",
    ),
    article(
        "risk/natalizumab",
        title="How high is the risk with natalizumab?",
        question_type=QuestionType.RISK,
        body="It depends on the time on natalizumab. PML is rare.\n",
    ),
    article(
        "signs/help",
        title="When should I get help?",
        question_type=QuestionType.URGENT_HELP,
        body="Stay with a person who has a seizure. Phone the team that gives natalizumab. It may be PML.\n",
    ),
    article(
        "signs/relapse",
        title="Is it a relapse?",
        question_type=QuestionType.TESTS,
        body="It is safe to wait for the scan. A good team knows PML and natalizumab, and the first case of it.\n",
    ),
)


@pytest.fixture
def search(tmp_path: Path) -> Iterator[Search]:
    synonyms = (Synonym(words=("tysabri",), means="natalizumab"),)
    store = ContentStore.open(content_file(tmp_path, library(PAGES, synonyms=synonyms)))
    yield Search(store)
    store.close()


def found(search: Search, typed: str) -> list[str]:
    return [hit.article.id for hit in search.search(typed)]


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("how long have i got", "outlook/life"),
        ("am i going to die", "outlook/life"),
        ("how long will he live", "outlook/life"),
        ("how long will she live with this", "outlook/life"),
        ("how long can my dad live with it", "outlook/life"),
        ("will my wife live", "outlook/life"),
        ("is he going to die", "outlook/life"),
        ("does it kill people", "outlook/life"),
        ("how can she live with it", "living/well"),
        ("living with it", "living/well"),
        ("how to live well", "living/well"),
        ("who should i phone", "signs/help"),
        ("who is most likely to get it", "risk/natalizumab"),
    ],
)
def test_the_kind_of_answer_asked_for_is_enough(search: Search, typed: str, page: str) -> None:
    assert found(search, typed) == [page]


@pytest.mark.parametrize("typed", ["how long do pizzas live", "malaria life expectancy"])
def test_the_kind_is_not_enough_where_something_else_is_asked_about(search: Search, typed: str) -> None:
    assert found(search, typed) == []


def test_a_word_of_a_title_counts_though_every_page_speaks_of_it(search: Search) -> None:
    assert found(search, "is it safe to stay on tysabri")[0] == "risk/natalizumab"


def test_an_everyday_word_in_passing_does_not_outdo_the_kind_asked_for(search: Search) -> None:
    assert found(search, "is a good life possible")[0] == "outlook/life"


def test_a_word_is_not_put_right_where_most_others_are_strange(search: Search) -> None:
    asked = search.find("chocolate relapze fudge")
    assert (list(asked.hits), asked.searched) == ([], "chocolate relapze fudge")
    assert search.find("relapze or seizure").searched == "relapse or seizure"
