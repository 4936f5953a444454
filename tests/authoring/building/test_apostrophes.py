"""Apostrophes are of one kind on every page, whichever way their author typed them."""

import re
from pathlib import Path

import pytest

from pmlapp.authoring.building.apostrophes import printed
from pmlapp.content.file.store import ContentStore
from pmlapp.content.page import walk
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from tests.builders import on_that_day

TYPED = re.compile(r"(?<![/\w])[A-Za-z]+'[A-Za-z]+")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("the body's defence", "the body’s defence"),
        ("l'été d'avant", "l’été d’avant"),
        ("the body’s defence", "the body’s defence"),
        ("the 5' end of 'a' gene", "the 5' end of 'a' gene"),
        ("https://example.org/alzheimer's", "https://example.org/alzheimer's"),
        ("м'яз", "м'яз"),
    ],
)
def test_an_apostrophe_within_a_word_is_printed_and_nothing_else_changes(typed: str, shown: str) -> None:
    assert printed(typed) == shown
    assert len(printed(typed)) == len(typed)


def test_no_page_and_none_of_our_own_words_has_a_typed_apostrophe(either_library: Path) -> None:
    words = PageWords()
    with ContentStore.open(either_library) as store:
        pages = Pages(store, words, emergency_number=None, keys=(), today=on_that_day)
        for summary in store.summaries():
            page = pages.page(summary.id)[0]
            assert any(walk(page.blocks))
            assert not TYPED.findall(page_text(page, closed=words.closed_on_purpose)), summary.id
    ours = [text for name, text in vars(PageWords).items() if isinstance(text, str) and not name.startswith("__")]
    assert len(ours) > 50
    assert not [text for text in ours if TYPED.search(text)]
