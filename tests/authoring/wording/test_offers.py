"""Plainer wording by machine: what it reaches on three texts, and what it never touches."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pmlapp.authoring.lint.reading_age import ReadingMeter
from pmlapp.authoring.lint.word_lists import word_lists
from pmlapp.authoring.wording.kept_facts import kept_facts
from pmlapp.authoring.wording.offers import LISTS, Way, applied, offers_in, plainer
from pmlapp.content.sentences import sentences_in

WORDS = word_lists("en")
TEXTS = sorted((Path(__file__).parent / "texts").glob("*.txt"))
"""Written for this test by people who know the lists; what other texts gain is in docs/lint.md."""


def smog(text: str) -> float:
    sentences = [each for paragraph in text.split("\n\n") for each in sentences_in(" ".join(paragraph.split()))]
    grade = ReadingMeter("en").measure(sentences, ()).smog
    assert grade is not None
    return grade


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_hard_text_gets_two_and_a_half_grades_easier_with_the_same_facts(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    plain = plainer(text, WORDS)
    assert smog(text) >= 14
    assert smog(text) - smog(plain) >= 2.5
    assert kept_facts(plain) == kept_facts(text)
    assert offers_in(plain, WORDS) == ()


DOSES = ["0.5 mg/kg", "5 mg twice daily", "1,000 units", "300 mg", "½ tablet", "10 ml"]
NEGATIONS = ["not", "never", "cannot", "without", "don't", "unless", "no", "neither", "nor", "must not"]
NAMES = ["natalizumab", "Tysabri", "Dr. Elm", "JC virus", "PML", "Ann Sullivan", "Medical Information Office"]
PLAIN = [
    "the",
    "a",
    "an",
    "it",
    "they",
    "people",
    "is",
    "are",
    "and",
    "but",
    "which means that",
    "that",
    "should",
    "of",
]
HARD = sorted(word for name in LISTS for word in WORDS.of(name).instead)
pieces = st.sampled_from(DOSES + NEGATIONS + NAMES + PLAIN) | st.sampled_from(HARD)
ends = st.sampled_from([" ", " ", " ", " ", ", ", "; ", ". ", "\n", "\n\n", " (", ") ", "; however, "])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(pieces, ends, st.booleans()), min_size=1, max_size=40))
def test_no_number_dose_negation_or_name_is_ever_changed(parts: list[tuple[str, str, bool]]) -> None:
    text = "".join((part[0].upper() + part[1:] if capital else part) + end for part, end, capital in parts)
    plain = plainer(text, WORDS)

    def found(pattern: str, where: str) -> list[str]:
        return [" ".join(each.split()) for each in re.findall(pattern, where, re.IGNORECASE)]

    assert re.findall(r"\d[\d.,]*", plain) == re.findall(r"\d[\d.,]*", text)
    for dose in DOSES:
        assert plain.count(dose) == text.count(dose)
    either = "|".join(map(re.escape, sorted(NEGATIONS, key=len, reverse=True)))
    assert found(rf"\b(?:{either})\b", plain) == found(rf"\b(?:{either})\b", text)
    for name in NAMES:
        assert plain.count(name) == text.count(name)


def test_every_listed_word_keeps_number_and_negation() -> None:
    by_hand = WORDS.of("by_hand").instead
    changed = {
        word: instead
        for name in LISTS
        for word, instead in WORDS.of(name).instead.items()
        if word not in by_hand and kept_facts(f"so {word} so") != kept_facts(f"so {instead} so")
    }
    assert changed == {}


@pytest.mark.parametrize(
    "kept",
    [
        "She said “utilize it prior to noon”.",
        "See [prior to surgery](article:help/numerous).",
        "## Numerous physicians\n",
        "| Prior to | Subsequently |\n",
        "---\ntitle: Numerous physicians utilize it\n---\n",
        "The National Utilization Board",
        "chronic obstructive airway deterioration (COAD)",
        "multiple sclerosis",
        "`utilize`",
        "an excessive dose",
    ],
)
def test_quotations_links_headings_tables_names_and_code_stay(kept: str) -> None:
    assert plainer(kept, WORDS) == kept


def test_a_capital_and_an_article_fit_the_new_word() -> None:
    assert plainer("Numerous tests show an elevated value, a comprehensive list.", WORDS) == (
        "Many tests show a higher value, a full list."
    )
    assert plainer("It is a beneficial, a considerable and a laboratory test.", WORDS).startswith("It is a helpful")


def test_over_a_line_break_the_rest_of_the_file_stays_as_it_is() -> None:
    assert plainer("Ask in\norder to know.\n\nNext.\n", WORDS) == "Ask to know.\n\nNext.\n"


MORE = " in the early hours of every day of the week"


@pytest.mark.parametrize(
    ("sentence", "divided"),
    [
        (f"The list is old{MORE}; however, it is not all.", f"The list is old{MORE}. But it is not all."),
        (f"Most people go home{MORE}, and they can walk far.", f"Most people go home{MORE}. They can walk far."),
        (f"She rings{MORE}, which means that you can go in.", f"She rings{MORE}. This means that you can go in."),
        (f"If the list is too long{MORE}, and they are tired, stop reading.", None),
        (f"The nurse says that it is late{MORE}, and they are tired at once.", None),
        (f"Bring a pen{MORE}; some paper; the list of questions that you have.", None),
        ("He is old, and it is not so easy.", None),
    ],
)  # fmt: skip
def test_a_sentence_is_divided_only_where_its_second_half_stands_alone(sentence: str, divided: str | None) -> None:
    offers = offers_in(sentence, WORDS)
    assert [offer.way for offer in offers] == ([Way.DIVIDE] if divided else [])
    assert applied(sentence, offers) == (divided or sentence)


@pytest.mark.parametrize("row", ["[", "{", "<", "A", "`", "A-"])
def test_a_long_row_of_signs_comes_to_an_end(row: str) -> None:
    """Looked through again from each of its signs, one of these would take a minute."""
    assert plainer(row * 40_000, WORDS) == row * 40_000


def test_in_a_language_without_lists_nothing_is_offered() -> None:
    assert offers_in("Prior to numerous tests.", word_lists("fr")) == ()
