"""In a library on many illnesses, pages named after what is asked come without those that only mention it."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.library.search.search import Search
from tests.builders import article, content_file, library

ON_STONES = 30
MENTIONS = "bones/fracture"


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Search]:
    stones = [article(f"stones/page-{page}", title=f"Gallstones {page}") for page in range(ON_STONES)]
    others = [article(f"other/page-{page}", title=f"Illness number {page} of a long list") for page in range(500)]
    mention = article(
        MENTIONS,
        title="A broken wrist",
        short_answer="It hurts.",
        body="It has nothing to do with gallstones and colics.",
    )
    file = content_file(tmp_path_factory.mktemp("large"), library([*stones, *others, mention]))
    with closing(ContentStore.open(file)) as store:
        yield Search(store)


def found(search: Search, typed: str) -> set[str]:
    return {hit.article.id for hit in search.search(typed, 60)}


def test_a_page_that_only_mentions_what_others_are_named_after_is_left_out(search: Search) -> None:
    assert len(found(search, "gallstones ")) == ON_STONES
    assert len(found(search, "what is it like to have gallstones ")) == ON_STONES


def test_a_word_that_stands_in_no_title_is_looked_for_in_the_answers(search: Search) -> None:
    assert MENTIONS in found(search, "gallstones with colics ")


def test_what_stands_in_answers_alone_is_found_there(search: Search) -> None:
    assert found(search, "colics") == {MENTIONS}
