"""Every page by its id, and those that may come next made ready in the quiet."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import QuestionType
from pmlapp.errors import ArticleNotFoundError, UnreadableContentError
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.shell.prefetch import Prefetch
from tests.builders import PATIENCE_MS, on_that_day
from tests.damage import spoil

CAUSES = "causes/what-causes-pml"


@pytest.fixture
def opened() -> Iterator[list[ContentStore]]:
    stores: list[ContentStore] = []
    yield stores
    for store in stores:
        store.close()


@pytest.fixture
def pages(opened: list[ContentStore], bundled_library: Path) -> Pages:
    return pages_of(bundled_library, opened)


def pages_of(path: Path, opened: list[ContentStore]) -> Pages:
    opened.append(ContentStore.open(path))
    return Pages(opened[-1], PageWords(), emergency_number="112", keys=(("F1", "Help"),), today=on_that_day)


def every_article(pages: Pages) -> list[str]:
    return [article.id for shelf in pages.catalog.outline for article in shelf.articles]


def test_every_page_there_is_can_be_had_by_its_id(pages: Pages) -> None:
    topics = [f"topics/{shelf.topic.id}" for shelf in pages.catalog.outline]
    for page in (*every_article(pages), *topics, "words", "about", "keys"):
        assert pages.has(page)
        made, article = pages.page(page)
        assert made.id == page
        assert (article is not None) == (page in pages.catalog)


@pytest.mark.parametrize("page", ["", "home/", "topics/", "topics/nothing", "causes", "causes/nothing", "Words"])
def test_what_is_not_there_is_not_found(pages: Pages, page: str) -> None:
    assert not pages.has(page)
    with pytest.raises(ArticleNotFoundError):
        pages.page(page)


def test_the_first_page_of_a_kind_is_the_first_that_the_topics_show(pages: Pages) -> None:
    first = pages.first_of(QuestionType.CAUSES)
    assert first == CAUSES
    assert pages.catalog.summary(first).question_type == QuestionType.CAUSES


def test_a_page_is_the_same_whether_it_was_made_ready_or_not(
    pages: Pages, opened: list[ContentStore], bundled_library: Path
) -> None:
    ready = pages_of(bundled_library, opened)
    while ready.prefetch("home"):
        pass
    for page in every_article(pages):
        assert ready.page(page) == pages.page(page) == pages.page(page)


@pytest.mark.parametrize("page", ["home", CAUSES, "topics/causes", "words", "search:x", "no/page"])
def test_looking_ahead_comes_to_an_end(pages: Pages, page: str) -> None:
    steps = 0
    while pages.prefetch(page):
        steps += 1
        assert steps <= 24


def test_a_page_that_cannot_be_made_ready_is_told_only_to_whoever_asks_for_it(
    opened: list[ContentStore], bundled_library: Path, tmp_path: Path
) -> None:
    spoil(bundled_library, tmp_path / "content.db", b"The virus settles quietly")
    pages = pages_of(tmp_path / "content.db", opened)
    while pages.prefetch("causes/who-is-at-risk"):
        pass
    with pytest.raises(UnreadableContentError):
        pages.page(CAUSES)


def test_looking_ahead_rests_when_all_is_ready_and_begins_again_with_another_page(pages: Pages, qtbot: QtBot) -> None:
    ahead = Prefetch(pages)
    try:
        ahead.begin(CAUSES)
        assert not ahead.is_resting
        qtbot.waitUntil(lambda: ahead.is_resting, timeout=PATIENCE_MS)
        assert not pages.prefetch(CAUSES)
        ahead.begin("home")
        assert not ahead.is_resting
        qtbot.waitUntil(lambda: ahead.is_resting, timeout=PATIENCE_MS)
    finally:
        # Its timer would go on in other tests, with a library that is closed.
        ahead.stop()


def test_in_quotation_marks_a_query_is_searched_for_as_it_is_typed(pages: Pages) -> None:
    assert pages.find('"kidney"').typed == "kidney"
    assert [hit.article.id for hit in pages.find('"kidney"').hits] == [hit.article.id for hit in pages.search("kidney")]
    assert pages.page('search:"kidney"')[0].title == "Answers for “kidney”"
    for typed in ('"', '""', '"a'):
        assert pages.find(typed).searched == pages.find(typed).typed
