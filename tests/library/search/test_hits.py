"""Hits that nobody looks at are never made."""

from pathlib import Path

import pytest

from pmlapp.library.search.hits import Hits
from pmlapp.library.search.search import Search
from tests.builders import article, content_file, library
from tests.conftest import OpenStore

MANY = tuple(article(f"causes/page-{number}", title=f"Virus, part {number}") for number in range(12))


@pytest.fixture
def search(open_store: OpenStore, tmp_path: Path) -> Search:
    return Search(open_store(content_file(tmp_path, library(MANY))))


def made(search: Search, query: str) -> Hits:
    hits = search.find(query).hits
    assert isinstance(hits, Hits)
    return hits


def test_finding_makes_none_and_looking_makes_one_once(search: Search) -> None:
    hits = made(search, "virus")
    assert (len(hits), hits.made) == (12, 0)
    third = hits[2]
    assert hits[2] is third
    assert hits.made == 1


def test_hits_are_the_same_one_by_one_from_the_end_and_in_a_row(search: Search) -> None:
    hits = made(search, "virus")
    assert tuple(hits) == search.search("virus")
    assert hits[-1] == hits[len(hits) - 1]
    assert hits[2:4] == (hits[2], hits[3])
    with pytest.raises(IndexError):
        hits[12]


def test_the_finder_of_a_search_finds_its_words_in_any_text(search: Search) -> None:
    text = "Kidneys rest; a KIDNEY wakes. Part of it."
    places = search.finder("kidney part").places(text)
    assert [text[start:end] for start, end, _ in places] == ["Kidneys", "KIDNEY", "Part"]
