"""Looking for words in a text as one types them."""

import pytest

from pmlapp.library.search.occurrences import occurrences


@pytest.mark.parametrize(
    ("wanted", "text", "found"),
    [
        ("virus", "A virus. Viruses!", ["virus", "Virus"]),
        ("SJOGREN", "Sjögren wrote", ["Sjögren"]),
        ("sjögren", "Sjogren wrote", ["Sjogren"]),
        ("it's", "It’s rare", ["It’s"]),
        ('"rare"', "so “rare” it is", ["“rare”"]),
        ("2-3", "2–3 in 10", ["2–3"]),
        ("t cells", "The T\u00a0cells", ["T\u00a0cells"]),
        ("  two   words ", "two words", ["two words"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("", "anything", []),
        (" ", "any thing", []),
        ("zebra", "", []),
    ],
)
def test_capitals_accents_quotes_dashes_and_spaces_make_no_difference(wanted: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(wanted)(text)] == found


def test_places_are_those_of_the_text_as_it_stands() -> None:
    text = "İstanbul — naïve, Œuvre, naïve"
    assert [text[start:end] for start, end in occurrences("naive")(text)] == ["naïve", "naïve"]
