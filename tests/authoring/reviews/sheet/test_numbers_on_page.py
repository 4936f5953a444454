"""A number is checked against the sources that its own sentence cites, or those around it."""

import pytest

from pmlapp.authoring.reviews.sheet.numbers_on_page import NumberedSentence, Where, numbered_sentences
from pmlapp.content.markdown.markdown import ArticleParser


def found(markdown: str) -> list[NumberedSentence]:
    return list(numbered_sentences(ArticleParser().parse(markdown).blocks))


def told(markdown: str) -> list[tuple[str, tuple[int, ...], Where]]:
    return [("".join(run.text for run in each.runs), each.sources, each.where) for each in found(markdown)]


def numbers(markdown: str) -> list[str]:
    return [run.text for each in found(markdown) for run in each.runs if run.number]


def test_a_citation_belongs_to_the_sentence_that_it_follows() -> None:
    assert told("First 5 people.[^A] Then 6 more.[^B][^A] Words only.[^C]\n") == [
        ("First 5 people.", (1,), Where.SENTENCE),
        ("Then 6 more.", (2, 1), Where.SENTENCE),
    ]


def test_a_citation_in_the_middle_counts_for_its_sentence() -> None:
    assert told("Of 5 people[^A] two died. Of 9[^B] none.\n") == [
        ("Of 5 people two died.", (1,), Where.SENTENCE),
        ("Of 9 none.", (2,), Where.SENTENCE),
    ]


def test_a_sentence_without_one_is_told_those_of_its_paragraph_as_near() -> None:
    assert told("There were 5. Nobody died.[^A]\n") == [("There were 5.", (1,), Where.NEAR)]


def test_a_number_that_nothing_supports_is_said_to_have_none() -> None:
    assert told("There were 5.\n\nOthers say so.[^A]\n") == [("There were 5.", (), Where.NOWHERE)]


def test_a_point_leans_on_the_line_that_leads_in() -> None:
    assert told("Seen in:[^A]\n\n- 5 men\n- 6 women[^B]\n") == [
        ("5 men", (1,), Where.NEAR),
        ("6 women", (2,), Where.SENTENCE),
    ]


def test_a_row_of_a_table_is_one_and_leans_on_its_note() -> None:
    rows = "| Who | How many |\n|---|---|\n| 9 men. All old. | 5% |\n| women | 7[^A] |\n"
    assert told(f"Table: Deaths\n\n{rows}\nNote: Counted.[^B]\n") == [
        ("9 men. All old. | 5%", (2,), Where.NEAR),
        ("women | 7", (1,), Where.SENTENCE),
    ]


def test_numbers_inside_boxes_and_folds_are_found() -> None:
    markdown = '!!! info "Over 3 days"\n    - 5 times\n\n??? outlook "the 7 figures"\n    Of 8 people.[^A]\n'
    assert numbers(markdown) == ["3", "5", "7", "8"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("From 1,992 to 38.2% of 3.5 million", ["1,992", "38.2%", "3.5"]),
        ("In 1995–96 and 30-50 of them", ["1995", "96", "30", "50"]),
        ("Interleukin-7, CD4 and COVID-19 are names", []),
        ("About 40 % of them", ["40 %"]),
        ("٣ of them", ["٣"]),
    ],
)
def test_a_number_is_what_stands_in_figures_and_is_no_name(text: str, expected: list[str]) -> None:
    assert numbers(text + "\n") == expected


def test_the_same_sentence_twice_keeps_its_own_sources() -> None:
    assert told("It was 5.[^A] It was 5.[^B] It was 5.\n") == [
        ("It was 5.", (1,), Where.SENTENCE),
        ("It was 5.", (2,), Where.SENTENCE),
        ("It was 5.", (1, 2), Where.NEAR),
    ]


def test_no_number_of_the_bundled_kind_is_lost_in_marks() -> None:
    assert numbers("**5** of *6* [people](glossary:people) in [7 towns](article:a/b)[^A]\n") == ["5", "6", "7"]
