"""The bundled library is the one that its sources make, and nobody gets lost in it, or in one on another illness."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pmlapp.authoring.building.build import build
from pmlapp.authoring.sources.sources import read_sources
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Article
from pmlapp.content.page import CardList
from pmlapp.library.catalog import Catalog
from pmlapp.library.pages.own_pages import OwnPages
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.search.search import Search

MOST_STEPS = 3
"""From the home page to any page: who is tired or afraid gives up after more."""


@pytest.fixture
def store(either_library: Path) -> Iterator[ContentStore]:
    store = ContentStore.open(either_library)
    yield store
    store.close()


@pytest.fixture
def articles(store: ContentStore) -> dict[str, Article]:
    return {summary.id: store.article(summary.id) for summary in store.summaries()}


def test_content_db_is_what_its_sources_make(bundled_library: Path, resources: Path, tmp_path: Path) -> None:
    with closing(ContentStore.open(bundled_library)) as store:
        store.verify()
        fresh = build(read_sources(resources / "content" / "en"), tmp_path / "content.db")
        assert store.library().digest == fresh.digest, "run: make content"


def test_every_page_is_found_by_its_title_and_by_each_of_its_names(
    store: ContentStore, articles: dict[str, Article]
) -> None:
    search = Search(store)
    missed = [
        (page.id, words)
        for page in articles.values()
        for words in (page.title, *page.names, *page.also_asked)
        if page.id not in [hit.article.id for hit in search.search(words, limit=5)]
    ]
    assert missed == []


def test_every_page_leads_on_to_three_to_six_others_and_says_why(articles: dict[str, Article]) -> None:
    wrong = {
        page.id
        for page in articles.values()
        if not 3 <= len({related.to for related in page.related} - {page.id}) == len(page.related) <= 6
        or any(not related.reason.strip() for related in page.related)
    }
    assert wrong == set()


def test_every_page_is_at_most_three_steps_from_the_home_page(
    store: ContentStore, articles: dict[str, Article]
) -> None:
    reached = {f"topic:{shelf.topic.id}" for shelf in Catalog(store).outline}
    seen: set[str] = set()
    for _step in range(MOST_STEPS):
        seen |= reached
        reached = {target for place in reached for target in _ways_on(place, store, articles)}
    assert articles.keys() - seen == set()


def test_every_page_is_led_to_from_another_page(articles: dict[str, Article]) -> None:
    led_to = {target for page in articles.values() for target in _links(page) if target != page.id}
    assert articles.keys() - led_to == set()


def test_every_page_that_cites_sources_has_points_to_take_home_each_with_its_source(
    articles: dict[str, Article],
) -> None:
    lacking = [page.id for page in articles.values() if page.sources and not page.key_points]
    unsourced = [
        (page.id, each.text)
        for page in articles.values()
        for each in (*page.key_points, *page.questions_to_ask)
        if not set(each.sources) & {source.key for source in page.sources}
    ]
    assert (lacking, unsourced) == ([], [])


def test_every_action_card_has_sources_and_leads_to_a_page(store: ContentStore, articles: dict[str, Article]) -> None:
    cards = store.action_cards()
    assert {card.id for card in cards} & {"seizure", "low-blood-sugar"}
    assert [card.id for card in cards if not card.sources or card.page not in articles] == []


def test_every_search_that_tries_an_installed_library_finds_its_page(store: ContentStore) -> None:
    search = Search(store)
    checks = store.self_checks()
    found = {check.query: [hit.article.id for hit in search.search(check.query, limit=3)] for check in checks}
    assert checks
    assert [check for check in checks if check.page not in found[check.query]] == []


def _ways_on(place: str, store: ContentStore, articles: dict[str, Article]) -> set[str]:
    """The pages one step from a topic or a page."""
    kind, _, topic = place.partition(":")
    if kind != "topic":
        return _links(articles[place])
    catalog = Catalog(store)
    shelf = next(shelf for shelf in catalog.outline if shelf.topic.id == topic)
    own = OwnPages(catalog, PageWords(), today=lambda: catalog.library.newest, emergency_action="")
    page = own.topic(shelf)
    cards = [card for block in page.blocks if isinstance(block, CardList) for card in block.entries]
    return {card.target.removeprefix("article:") for card in cards}


def _links(page: Article) -> set[str]:
    """The pages that a page links to: in its text, and at its end."""
    in_text = re.findall(r"\]\(article:([^)#]+)", page.body)
    return {*in_text, *(related.to for related in page.related)}
