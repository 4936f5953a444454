"""Looking for words in a text as one types them."""

import pytest

from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import Language
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
        ("coeur", "le cœur bat", ["cœur"]),
        ("cœur", "le coeur bat", ["coeur"]),
        ("duong", "Đường trong máu", ["Đường"]),
        ("الحمى", "علاج الحُمَّى", ["الحُمَّى"]),
        ("الحُمَّى", "علاج الحمى", ["الحمى"]),
        ("naïve", "nai\u0308ve", ["nai\u0308ve"]),
        ("nai\u0308ve", "naïve", ["naïve"]),
        ("می توانید", "می\u200cتوانید", ["می\u200cتوانید"]),
        ("میتوانید", "می\u200cتوانید", ["می\u200cتوانید"]),
        ("cotrimoxazole", "take co-trimoxazole", ["co-trimoxazole"]),
        ("co-trimoxazole", "take cotrimoxazole", ["cotrimoxazole"]),
        ("500mg", "one of 500 mg", ["500 mg"]),
        ("500 mg", "one of 500mg", ["500mg"]),
        ("23", "2-3 days", []),
    ],
)
def test_capitals_accents_quotes_dashes_and_spaces_make_no_difference(wanted: str, text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in occurrences(wanted, Folding(Language.of("en")))(text)] == found


def test_places_are_those_of_the_text_as_it_stands() -> None:
    text = "İstanbul — naïve, Œuvre, naïve"
    assert [text[start:end] for start, end in occurrences("naive", Folding(Language.of("en")))(text)] == [
        "naïve",
        "naïve",
    ]
