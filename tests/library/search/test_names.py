"""Pages are called by the words of their names, however these are held together."""

from collections.abc import Iterator

import pytest

from pmlapp.library.search.search import Search, open_search
from tests.builders import article, content_file, library

PAGES = (
    article("blood/lymphoma", title="T-cell lymphoma, 1A", short_answer="A cancer.", body="A cancer.\n"),
    article("blood/lymphoma-b", title="B-cell lymphoma, 1A", short_answer="A cancer.", body="Not of a T cell.\n"),
    article("heart/tests", title="Heart failure - tests", short_answer="An echo.", body="An echo.\n"),
    article("heart/failure", title="Tests of the heart", short_answer="Failure.", body="Heart failure and tests.\n"),
    article("care/oral", title="What is (are) cold-induced sweats?", short_answer="Rare.", body="Rare.\n"),
    article("a/alphabet", title="HTLV-1: who's at risk", short_answer="Few.", body="Few.\n"),
)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    with open_search(content_file(tmp_path_factory.mktemp("names"), library(PAGES, synonyms=()))) as opened:
        yield opened


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("t cell lymphoma 1a", "blood/lymphoma"),
        ("t-cell lymphoma 1a", "blood/lymphoma"),
        ("T CELL LYMPHOMA, 1A", "blood/lymphoma"),
        ("t cell lym", "blood/lymphoma"),
        ("heart failure tests", "heart/tests"),
        ("heart failure – tests", "heart/tests"),
        ("what are cold induced sweats", "care/oral"),
        ("htlv 1 whos at risk", "a/alphabet"),
    ],
)
def test_a_name_is_known_by_its_words(search: Search, typed: str, page: str) -> None:
    assert search.search(typed)[0].article.id == page
