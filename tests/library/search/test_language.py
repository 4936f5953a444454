"""What the search knows of a language comes from its file."""

import json
import re
from pathlib import Path

import pytest

from pmlapp.content.model import QuestionType
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import FILES, Language
from pmlapp.library.search.letters import marks_in

EVERY_FILE = sorted(FILES.glob("*.json"))
ENTRIES = {
    *("stop", "everyday", "filler", "kinds", "protected_names", "real_words", "offered_only"),
    *("spelling", "letters", "latin", "apostrophe_is_letter"),
}


@pytest.mark.parametrize("file", EVERY_FILE, ids=lambda file: file.stem)
def test_a_file_holds_what_the_search_reads_and_nothing_else(file: Path) -> None:
    data = json.loads(file.read_text(encoding="utf-8"))
    assert data.keys() <= ENTRIES
    language = Language.of(file.stem)
    assert language != Language()
    for _, pattern in language.kind_phrases:
        re.compile(pattern)
    Folding(language).content_words("A text, ein Text, نص, 文字")


@pytest.mark.parametrize("file", EVERY_FILE, ids=lambda file: file.stem)
def test_no_file_is_about_one_subject(file: Path) -> None:
    text = file.read_text(encoding="utf-8").lower()
    for word in ("pml", "leukoencephalopathy", "natalizumab", "jc virus", "myelin"):
        assert not re.search(rf"\b{word}\b", text)


def test_a_country_makes_no_difference() -> None:
    assert Language.of("en-GB") == Language.of("en") == Language.of("EN")


def test_a_language_without_a_file_is_searched_by_its_letters() -> None:
    assert Language.of("eo") == Language()
    assert Folding(Language()).content_words("La ĉefaj simptomoj") == ["la", "cefaj", "simptomoj"]


def test_a_word_with_two_meanings_has_both_kinds_its_usual_one_first() -> None:
    assert Language.of("en").kind_words["live"] == (QuestionType.LIVING, QuestionType.OUTLOOK)


def test_the_words_of_a_new_language_need_no_programmer(tmp_path: Path) -> None:
    words = {"stop": ["el la los", "de"], "kinds": {"words": {"symptoms": "síntomas"}, "who": "(?:yo|tú)"}}
    (tmp_path / "es.json").write_text(json.dumps(words), encoding="utf-8")
    spanish = Language.of("es-MX", tmp_path)
    assert Folding(spanish).content_words("los síntomas de la fiebre") == ["sintomas", "fiebre"]


def test_marks_go_by_their_unicode_category() -> None:
    assert "\u093f" in marks_in({0x0900 >> 7})
    assert "\u07a6" in marks_in({0x07A6 >> 7})
    assert "a" not in marks_in({0})
