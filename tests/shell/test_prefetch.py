"""While somebody reads, the pages that may come next are got ready, and then there is rest."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.content.file.store import ContentStore
from pmlapp.library.pages.page_names import HOME, TOPIC, WORDS
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.shell.prefetch import Prefetch
from tests.builders import PATIENCE_MS, on_that_day
from tests.damage import spoil

CAUSES = "causes/what-causes-pml"


@pytest.fixture
def pages(bundled_library: Path) -> Iterator[Pages]:
    store = ContentStore.open(bundled_library)
    yield Pages(store, PageWords(), emergency_number=None, keys=(), today=on_that_day)
    store.close()


@pytest.mark.parametrize("page", [HOME, CAUSES, f"{TOPIC}living", WORDS, "no/such-page"])
def test_it_rests_when_all_that_a_page_leads_to_is_ready(qtbot: QtBot, pages: Pages, page: str) -> None:
    ahead = Prefetch(pages)
    try:
        ahead.begin(page)
        qtbot.waitUntil(lambda: ahead.is_resting, timeout=PATIENCE_MS)
        assert not pages.prefetch(page)
    finally:
        ahead.stop()


def test_what_was_got_ready_is_the_page_itself(pages: Pages, bundled_library: Path) -> None:
    while pages.prefetch(CAUSES):
        pass
    fresh = ContentStore.open(bundled_library)
    related = pages.catalog.article(CAUSES).related[0].to
    assert pages.page(related) == Pages(fresh, PageWords(), emergency_number=None, keys=(), today=on_that_day).page(
        related
    )
    fresh.close()


def test_a_library_that_breaks_meanwhile_ends_it_without_a_word(
    qtbot: QtBot, bundled_library: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "content.db"
    spoil(bundled_library, broken, b"The virus settles quietly")
    store = ContentStore.open(broken)
    ahead = Prefetch(Pages(store, PageWords(), emergency_number=None, keys=(), today=on_that_day))
    ahead.begin(CAUSES)
    qtbot.waitUntil(lambda: ahead.is_resting, timeout=PATIENCE_MS)
    store.close()
