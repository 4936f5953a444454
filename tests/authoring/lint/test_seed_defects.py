"""Pages as they are met elsewhere, rewritten about an illness that does not exist: each of their defects is named."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.lint.checking import check_file
from pmlapp.authoring.rules import ALL_RULES

FIXTURES = Path(__file__).parent / "fixtures"
TODAY = date(2026, 11, 21)


def found(name: str) -> set[tuple[int, str]]:
    checked = check_file(FIXTURES / name, ALL_RULES, language="en", today=TODAY)
    return {(finding.line, finding.code) for finding in checked.findings}


@pytest.mark.parametrize(
    ("line", "code", "defect"),
    [
        (1, "M01", "it says nothing of itself"),
        (1, "P01", "words for journals"),
        (1, "T09", "a summary line without its end"),
        (2, "T03", "the summary swallows the next heading"),
        (3, "T02", "a paragraph is repeated"),
        (4, "P02", "a sentence without end"),
        (4, "P06", "words of journals"),
        (5, "T01", "the list of risk groups is lost"),
        (6, "T01", "the list of signs is lost"),
        (1, "M06", "a review by nobody"),
        (1, "M07", "a date typed into the text"),
        (1, "C01", "no source at all"),
        (1, "S01", "no urgent help"),
        (7, "N01", "percentages only"),
        (7, "C03", "percentages without a source"),
        (7, "C07", "a count of members"),
    ],
)
def test_a_page_with_lost_lists_is_refused(line: int, code: str, defect: str) -> None:
    assert (line, code) in found("answer.txt"), defect


@pytest.mark.parametrize(
    ("line", "code", "defect"),
    [
        (1, "M01", "it says nothing of itself"),
        (1, "T05", "a stray number"),
        (1, "C01", "no source at all"),
        (1, "S01", "no urgent help"),
        (5, "T09", "a heading that is none"),
        (9, "T05", "holes where something stood"),
        (11, "T01", "a lead-in without its list"),
        (16, "T04", "fake bullets"),
        (18, "T04", "fake bullets"),
        (25, "T05", "the name of a website"),
        (26, "T05", "a counter"),
        (30, "T09", "a title cut off"),
        (32, "T05", "a counter"),
        (35, "T05", "a button"),
    ],
)
def test_a_page_of_left_over_lines_is_refused(line: int, code: str, defect: str) -> None:
    assert (line, code) in found("questions.txt"), defect
