"""The six checks on texts of which we know what is wrong."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.lint.word_lists import word_lists
from pmlapp.authoring.wording.one_text import manuscript_of
from pmlapp.authoring.wording.passives import first_passive
from pmlapp.authoring.wording.six_checks import Check, Measured, six_checks
from pmlapp.errors import SourcesRefusedError

TODAY = date(2026, 12, 1)


def checks_of(path: Path, text: str, language: str = "en") -> dict[Check, Measured]:
    path.write_text(text, encoding="utf-8")
    return {each.check: each for each in six_checks(manuscript_of(path, language=language, today=TODAY)).checks}


def test_a_hard_text_is_named_for_each_check(tmp_path: Path) -> None:
    heading = "# Numerous sections\n\n#### Skipped level\n\n"
    told = (
        "Diabetics are examined prior to the appointment. The results were transmitted by the laboratory. "
        "Comprehensive multidisciplinary rehabilitation evaluation methodology requires considerable coordination. "
    )
    found = checks_of(tmp_path / "page.md", heading + told * 4)
    assert [check.value for check, each in found.items() if each.is_good is False] == [each.value for each in Check]
    assert found[Check.PASSIVE].value == "8 of 12"
    assert any(
        "“prior to” has a plainer word; write “before”" in each.message for each in found[Check.HARDER_WORDS].problems
    )
    assert any("Diabetics" in each.message for each in found[Check.PEOPLE].problems)


def test_a_plain_text_is_good_in_all_six(tmp_path: Path) -> None:
    found = checks_of(tmp_path / "page.txt", "Ask your nurse what to do. Then write down what she said to you.\n")
    assert {each.is_good for each in found.values()} == {True}


def test_in_another_language_what_cannot_be_judged_says_so(tmp_path: Path) -> None:
    found = checks_of(tmp_path / "page.txt", "Demandez à votre médecin.\n", "fr")
    assert [check for check, each in found.items() if each.is_good is None] == [
        Check.READABILITY, Check.HARDER_WORDS, Check.PASSIVE, Check.DENSITY, Check.PEOPLE,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "passive"),
    [
        ("The cells are killed by it.", "are killed"),
        ("It was not yet known.", ""),
        ("The list has not been written down.", "been written"),
        ("You are often given a card.", "are often given"),
        ("He is tired and worried.", ""),
        ("The nurse wrote it down.", ""),
    ],
)
def test_a_passive_is_seen_by_its_form(sentence: str, passive: str) -> None:
    assert first_passive(sentence, word_lists("en")) == passive


def test_what_is_no_text_is_refused_with_its_place(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_bytes(b"\xff\xfe\x00broken")
    with pytest.raises(SourcesRefusedError) as refused:
        manuscript_of(page, language="en", today=TODAY)
    assert "page.txt:1" in "".join(refused.value.mistakes)
