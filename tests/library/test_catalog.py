"""The library as readers walk through it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.file.stored_reviews import Checks
from pmlapp.content.model import ArticleId, QuestionType, TermKey
from pmlapp.errors import ArticleNotFoundError
from pmlapp.library.catalog import Catalog, LibraryWords, Neighbours
from tests.builders import EDITORIAL, TODAY, article, content_file, library, signed

CAUSES, RISK, FOOD = ArticleId("causes/virus"), ArticleId("causes/risk"), ArticleId("diet/food")
CHECKED = EDITORIAL.signed_on


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    pages = [
        signed(article(CAUSES), EDITORIAL),
        article(RISK),
        article(FOOD),
    ]
    store = ContentStore.open(content_file(tmp_path, library(pages)))
    yield Catalog(store)
    store.close()


def test_the_outline_holds_every_topic_with_its_pages_in_order(catalog: Catalog) -> None:
    shelves = [(shelf.topic.id, [page.id for page in shelf.articles]) for shelf in catalog.outline]
    assert shelves == [("causes", [CAUSES, RISK]), ("diet", [FOOD])]


def test_the_outline_is_read_once(catalog: Catalog) -> None:
    assert catalog.outline is catalog.outline


def test_a_page_has_neighbours_across_topics_but_not_beyond_the_ends(catalog: Catalog) -> None:
    virus, risk, food = (catalog.summary(page) for page in (CAUSES, RISK, FOOD))
    assert catalog.neighbours(CAUSES) == Neighbours(before=None, after=risk)
    assert catalog.neighbours(RISK) == Neighbours(before=virus, after=food)
    assert catalog.neighbours(FOOD) == Neighbours(before=risk, after=None)


def test_a_page_knows_its_topic(catalog: Catalog) -> None:
    assert catalog.topic(FOOD).title == "Diet"


def test_the_library_says_whether_it_has_a_page(catalog: Catalog) -> None:
    assert FOOD in catalog
    assert "diet/nothing" not in catalog
    assert catalog.article(FOOD).id == FOOD
    with pytest.raises(ArticleNotFoundError):
        catalog.article(ArticleId("diet/nothing"))


def test_counts_and_checks_say_how_much_there_is_and_how_current(catalog: Catalog) -> None:
    assert (catalog.counts.articles, catalog.counts.sources) == (3, 2)
    assert catalog.checks(TODAY) == Checks(pages=3, checked=1, clinical=0, overdue=0, oldest=CHECKED, newest=CHECKED)


def test_the_records_of_a_page_are_those_of_its_article(catalog: Catalog) -> None:
    records = catalog.review_records(CAUSES)
    whole = catalog.article(CAUSES)
    assert records == (whole.sign_offs, whole.withdrawal, whole.text_sha256)
    assert [sign_off.signed_on for sign_off in records.sign_offs] == [CHECKED]
    with pytest.raises(ArticleNotFoundError):
        catalog.review_records(ArticleId("diet/nothing"))


def test_words_and_pictures_come_from_the_file(catalog: Catalog) -> None:
    term = catalog.term(TermKey("myelin"))
    assert term in catalog.glossary
    picture = catalog.media("nerve.svg")
    assert picture is not None
    assert picture.data == b"<svg/>"
    assert catalog.library.title == "PML Answers"


def test_the_library_speaks_in_its_own_words_and_lists_its_question_types(tmp_path: Path) -> None:
    said = (("search_hint", "Ask"), ("examples", "diet/food"), ("disclaimer", "D"), ("short_disclaimer", "S"))
    types = (("diet", "Food"), ("causes", "Causes"))
    with closing(ContentStore.open(content_file(tmp_path, library(words=said, question_types=types)))) as store:
        catalog = Catalog(store)
        assert catalog.words == LibraryWords("Ask", (ArticleId("diet/food"),), "D", "S")
        assert tuple(catalog.question_types.items()) == types


def test_a_library_without_words_of_its_own_leaves_all_to_the_program(tmp_path: Path) -> None:
    with closing(ContentStore.open(content_file(tmp_path))) as store:
        catalog = Catalog(store)
        assert catalog.words == LibraryWords()
        assert list(catalog.question_types) == list(QuestionType)


def test_a_word_that_only_a_newer_program_knows_is_left_alone(tmp_path: Path) -> None:
    with closing(ContentStore.open(content_file(tmp_path, library(words=(("motto", "M"),))))) as store:
        assert Catalog(store).words == LibraryWords()
