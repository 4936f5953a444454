"""What a search reads of a content file."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from tests.builders import article, content_file, library


@pytest.fixture
def store(tmp_path: Path) -> Iterator[ContentStore]:
    pages = (
        article("a/brain", title="Which infection of the brain is it?", short_answer="A virus wakes up."),
        article("a/brains", title="Brainstem and brains"),
    )
    with closing(ContentStore.open(content_file(tmp_path, library(articles=pages)))) as store:
        yield store


def test_articles_are_numbered_up_to_how_many_there_are(store: ContentStore) -> None:
    assert store.page_count() == store.counts().articles == 2


def test_known_words_are_found_by_their_letters_within_the_lengths_asked_for(store: ContentStore) -> None:
    def found(shortest: int, longest: int) -> set[str]:
        near = store.words_with(["bra"], shortest=shortest, longest=longest, limit=9)
        assert set(near) == set(store.words_from({"bra"}, shortest=shortest, longest=longest))
        return {word.word for word in near}

    assert found(1, 99) == {"brain", "brains", "brainstem"}
    assert found(5, 6) == {"brain", "brains"}
    assert found(6, 9) == {"brains", "brainstem"}
    assert found(50, 60) == set()


def test_whether_any_page_holds_something_is_told_without_counting(store: ContentStore) -> None:
    assert store.holds("search_head", '"infection" AND "brain"')
    assert not store.holds("search_head", '"virus"')
