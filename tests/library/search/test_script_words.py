"""A word of any script is found and shown, however it is typed."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from pmlapp.library.search.search import Search, open_search
from tests.builders import article, content_file, library
from tests.library.search.script_words import AS_TYPED, AS_WRITTEN, REFUSED, Word

EVERY_WORD = [*AS_WRITTEN, *AS_TYPED]


@pytest.fixture(scope="module")
def search_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Search]]:
    """The search of a library in one language, with a page for each word."""
    made: dict[str, Search] = {}
    opened = ExitStack()

    def search(language: str) -> Search:
        if language not in made:
            words = dict.fromkeys(word.written for word in (*EVERY_WORD, *REFUSED) if word.language == language)
            pages = [
                article(f"a/{place}", language=language, title=word, short_answer=word, body=word)
                for place, word in enumerate(words)
            ]
            other = article("b/other", language=language, title="0000", short_answer="0000", body="0000")
            folder = tmp_path_factory.mktemp(language)
            path = content_file(folder, library([*pages, other], language=language, synonyms=()))
            made[language] = opened.enter_context(open_search(path))
        return made[language]

    with opened:
        yield search


@pytest.mark.parametrize("word", EVERY_WORD, ids=lambda word: f"{word.language}: {word.written} {word.typed}")
def test_the_page_is_found_first_and_its_word_is_marked(search_of: Callable[[str], Search], word: Word) -> None:
    hit = search_of(word.language).search(word.typed)[0]
    assert hit.article.title == word.written
    assert "".join(hit.snippet[start:end] for start, end in hit.marks)


@pytest.mark.parametrize("word", REFUSED, ids=lambda word: f"{word.language}: {word.written} {word.typed}")
def test_what_is_refused_finds_nothing(search_of: Callable[[str], Search], word: Word) -> None:
    assert search_of(word.language).search(word.typed) == ()
