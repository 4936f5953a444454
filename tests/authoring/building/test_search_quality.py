"""A search tried with a sheet of queries: what counts as found, and what is too little."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pmlapp.authoring.building.search_quality import Figures, SearchQuality, measure
from pmlapp.authoring.sources.query_sheet import Absent, AbsentKind, Asked, Least, Offered, QueryKind, QuerySheet
from pmlapp.content.file.store import ContentStore
from pmlapp.library.search.search import Search
from tests.builders import article, content_file, library

PAGES = ("causes/what", "diet/food")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ContentStore]:
    pages = (
        article(PAGES[0], title="What causes PML?"),
        article(PAGES[1], title="What should I eat?", short_answer="Eat what you like.", body="Bread and soup.\n"),
    )
    store = ContentStore.open(content_file(tmp_path, library(pages, medicines=("natalizumab",))))
    yield store
    store.close()


def tried(store: ContentStore, *asked: Asked, **rest: object) -> SearchQuality:
    return measure(QuerySheet(asked=asked)._replace(**rest), Search(store), PAGES)


def asked(typed: str, *pages: str, kind: QueryKind = QueryKind.SHORT) -> Asked:
    return Asked(kind, typed, pages)


def test_figures_count_the_first_page_expected() -> None:
    figures = Figures((0, 1, 4, None))
    assert (figures.within(1), figures.within(3), figures.mrr) == (0.25, 0.5, (1 + 1 / 2 + 1 / 5) / 4)


def test_any_of_the_pages_expected_will_do(store: ContentStore) -> None:
    quality = tried(store, asked("soup", "causes/what", "diet/food"))
    assert (quality.in_all.places, quality.misses) == ((0,), ())


def test_a_miss_says_what_was_expected_and_what_came(store: ContentStore) -> None:
    (miss,) = tried(store, asked("soup", "causes/what")).misses
    assert (miss.expected, miss.answer.typed, miss.answer.found) == ("causes/what", "soup", ("diet/food",))


def test_each_kind_has_its_own_figures(store: ContentStore) -> None:
    quality = tried(store, asked("soup", "diet/food"), asked("soop?", "causes/what", kind=QueryKind.MISSPELT))
    assert {kind: figures.within(3) for kind, figures in quality.by_kind.items()} == {
        QueryKind.SHORT: 1.0,
        QueryKind.MISSPELT: 0.0,
    }
    assert quality.in_all.within(3) == 0.5


def test_a_medicine_misspelt_has_to_be_offered(store: ContentStore) -> None:
    quality = tried(store, offered=(Offered("natalizumob", "natalizumab"), Offered("soup", "natalizumab")))
    assert quality.offered == 0.5
    assert [(miss.answer.typed, miss.expected) for miss in quality.misses] == [("soup", "the offer “natalizumab”")]


def test_what_is_not_here_has_to_find_nothing(store: ContentStore) -> None:
    absent = (Absent(AbsentKind.ILLNESS, "gout"), Absent(AbsentKind.SUBJECT, "soup"))
    quality = tried(store, absent=absent)
    assert quality.nothing == 0.5
    assert [miss.answer.found for miss in quality.misses] == [("diet/food",)]


def test_what_stays_below_the_least_is_told(store: ContentStore) -> None:
    least = Least(at_1=50, at_3=51, each_page=1)
    quality = tried(store, asked("soup", "diet/food"), asked("bread", "causes/what"), least=least)
    assert quality.shortfalls == ("page expected in the first three: 50.0 of 100 queries, at least 51 are asked for",)
    assert tried(store, asked("soup", "diet/food"), least=Least(each_page=1)).shortfalls == (
        "causes/what is expected by 0 queries, at least 1 are asked for",
    )
