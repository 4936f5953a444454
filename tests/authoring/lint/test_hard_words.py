"""Which words a page has to explain, and what explains them."""

from pathlib import Path

import pytest

from pmlapp.authoring.lint.hard_words import Explained, KnownWords, hard_words
from pmlapp.authoring.lint.lint import library_on_desk
from tests.authoring.rules.case import TODAY, UNDER_TEST, write_library

AIM = 0.95
KNOWN = KnownWords()


def found(folder: Path, body: str) -> dict[str, Explained]:
    root = write_library(folder, body, front={}, files={})
    manuscripts = library_on_desk(root, today=TODAY).manuscripts
    page = next(each for each in manuscripts if each.path.endswith(f"{UNDER_TEST}.md"))
    return {word.word: word.explained for word in hard_words(page, KNOWN)}


@pytest.mark.parametrize("word", ["weekend", "unsteady", "weakness", "behaviour", "kidneys", "drinking", "well-known"])
def test_a_reader_of_11_knows_common_words_with_their_endings(word: str) -> None:
    assert KNOWN.has(word)


@pytest.mark.parametrize("word", ["myelin", "biopsy", "natalizumab", "rehabilitation", "seroprevalence"])
def test_words_of_medicine_are_not_taken_as_known(word: str) -> None:
    assert not KNOWN.has(word)


@pytest.mark.parametrize(
    "text",
    [
        "It harms [myelin](glossary:myelin).",
        "It harms myelin (the fatty coat of nerves).",
        "It harms myelin, the fatty coat of nerves.",
        "It harms the fatty coat of nerves (the myelin).",
        "The fatty coat of nerves is called myelin.",
        "Myelin is a fatty coat.",
        "| Word | What it means |\n|---|---|\n| Myelin | the coat |",
    ],
)
def test_a_word_may_be_explained_in_many_ways(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, f"{text}\n\nMyelin grows again.[^S1]\n")["myelin"] is Explained.AT_FIRST_USE


def test_what_kind_of_thing_it_is_explains_a_medicine(tmp_path: Path) -> None:
    assert found(tmp_path, "She takes a medicine such as natalizumab.[^S1]\n") == {
        "natalizumab": Explained.AT_FIRST_USE
    }


def test_an_explanation_that_comes_too_late_is_told_apart_from_none(tmp_path: Path) -> None:
    told = found(tmp_path, "Myelin is lost by gliosis.[^S1]\n\nThe fatty coat is called myelin.[^S1]\n")
    assert told == {"myelin": Explained.ELSEWHERE, "gliosis": Explained.NOWHERE}


def test_abbreviations_have_to_be_explained_and_names_and_codes_do_not(tmp_path: Path) -> None:
    assert found(tmp_path, "In Lisbon, Padgett used PCR and wrote A81.2 down.[^S1]\n") == {"PCR": Explained.NOWHERE}


def test_the_bundled_pages_explain_their_hard_words_where_they_first_use_them(resources: Path) -> None:
    manuscripts = library_on_desk(resources / "content" / "en", today=TODAY).manuscripts
    words = [word.explained for page in manuscripts for word in hard_words(page, KNOWN)]
    assert words.count(Explained.AT_FIRST_USE) / len(words) >= AIM
