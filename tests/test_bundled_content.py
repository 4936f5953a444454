"""The library that ships with the program is the one its sources make."""

from pathlib import Path

from pmlapp.authoring.build import build
from pmlapp.authoring.sources import read_sources
from pmlapp.content.store import ContentStore
from pmlapp.library.search import Search


def test_content_db_is_what_its_sources_make(bundled_library: Path, resources: Path, tmp_path: Path) -> None:
    store = ContentStore.open(bundled_library)
    store.verify()
    fresh = build(read_sources(resources / "content" / "en"), tmp_path / "content.db")
    assert store.library().digest == fresh.digest, "run: make content"
    store.close()


def test_every_page_is_found_by_its_title_and_by_each_of_its_names(bundled_library: Path) -> None:
    store = ContentStore.open(bundled_library)
    search = Search(store)
    missed = [
        (page.id, words)
        for summary in store.summaries()
        for page in (store.article(summary.id),)
        for words in (page.title, *page.names, *page.also_asked)
        if page.id not in [hit.article.id for hit in search.search(words, limit=5)]
    ]
    assert missed == []
    store.close()
