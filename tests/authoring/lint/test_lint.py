"""A whole run: everything found, nothing twice, in order, and in a time that grows with the text alone."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from pmlapp.authoring.lint.checking import check_file, check_library
from pmlapp.authoring.lint.lint import Severity
from pmlapp.authoring.rules import ALL_RULES
from tests.authoring.rules.case import OTHERS, TODAY, UNDER_TEST, findings, write_library
from tests.work_done import calls_made


def test_findings_come_by_path_and_line_and_none_twice(tmp_path: Path) -> None:
    found = findings(tmp_path, "It is *rare*. > So.\n\n> Quote.\n\nThe risks include:\n", front={"colour": "red"})
    assert found == sorted(set(found))
    assert {"M01", "A04", "X06", "T01"} <= {finding.code for finding in found}


def test_a_finding_is_printed_so_that_an_editor_can_jump_to_it(tmp_path: Path) -> None:
    found = findings(tmp_path, "> Quote.\n")
    told = [str(finding) for finding in found if finding.code == "X06"]
    assert len(told) == 1
    assert told[0].startswith(f"resources/content/en/{UNDER_TEST}.md:11: X06 quotes with > are not used")


def test_what_the_reader_of_sources_refuses_is_told_under_one_code(tmp_path: Path) -> None:
    found = findings(tmp_path, "Text.[^S9]\n\n<b>Loud</b>\n", front={"kind": "poem"})
    told = [(finding.line, finding.message) for finding in found if finding.path.endswith("what.md")]
    assert len(told) == len(set(told))
    assert any("“kind” is “poem”" in message for _, message in told)
    assert any("sources.toml has no source “S9”" in message for _, message in told)
    assert any("HTML is not used" in message for _, message in told)


def test_an_article_without_front_matter_is_judged_all_the_same(tmp_path: Path) -> None:
    root = write_library(tmp_path, "Text.\n", front={}, files={"causes/what.md": "The risks include:\n\nNothing.\n"})
    codes = {
        finding.code
        for finding in check_library(root, ALL_RULES, today=TODAY).findings
        if finding.path.endswith("what.md")
    }
    assert {"M01", "T01"} <= codes


def test_one_article_is_judged_in_its_library_but_told_of_alone(tmp_path: Path) -> None:
    root = write_library(
        tmp_path, "The nerve has [myelin](glossary:myelin).\n", front={}, files={f"{OTHERS[0]}.md": "Broken.\n"}
    )
    alone = check_file(root / f"{UNDER_TEST}.md", ALL_RULES, language="en", today=TODAY)
    assert list(alone.pages) == [f"resources/content/en/{UNDER_TEST}.md"]
    assert {finding.path for finding in alone.findings} <= {f"resources/content/en/{UNDER_TEST}.md"}
    assert "P04" not in {finding.code for finding in alone.findings}


def test_a_rule_is_not_checked_in_a_language_that_it_cannot_judge(tmp_path: Path) -> None:
    french = findings(tmp_path, "On utilise le test. Prior to this, sufferers.\n", language="fr")
    assert {"P01", "P06", "P07"}.isdisjoint({finding.code for finding in french})


def test_a_brazilian_text_is_judged_by_the_rules_for_portuguese() -> None:
    rule = replace(ALL_RULES[0], languages=("pt",))
    assert rule.judges("pt-br")
    assert not rule.judges("en")


def test_advice_is_the_only_severity_that_never_needs_anything_done() -> None:
    assert {rule.severity for rule in ALL_RULES} == set(Severity)


GROWING = {
    "sentences": "All is well. Is it? ",
    "one sentence": "word ",
    "paragraphs": "the virus rests in the kidneys for many years\n\n",
    "bullets": "• x\n\n",
    "headings": "## A\n\n",
    "points": "- a\n- b\n\nbetween\n\n",
    "capitals": "AB ",
    "percentages": "5% of 5 in 10, ",
    "quotes": "\"a” 'b’ ",
    "links": "[here](article:causes/virus)\n\n",
    "digits": "1,000 of 20,000 ",
}
"""What a text is made of that grows."""

CHARACTERS = 1_500


@pytest.mark.parametrize("suffix", ["md", "txt"])
@pytest.mark.parametrize("unit", GROWING.values(), ids=GROWING)
def test_a_text_twice_as_long_is_twice_the_work(unit: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"page.{suffix}"
    work = []
    for length in (0, CHARACTERS, 2 * CHARACTERS):
        path.write_text(unit * (length // len(unit)), encoding="utf-8")
        work.append(calls_made(partial(check_file, path, ALL_RULES, language="en", today=TODAY)))
    nothing, shorter, longer = work
    assert longer - nothing < 2.5 * (shorter - nothing)


@pytest.mark.parametrize("suffix", ["md", "txt"])
@pytest.mark.parametrize(
    "text", ["", " \n" * 40, "---\n- [\n", "All is well. " * 20_000], ids=["nothing", "spaces", "no head", "too long"]
)
def test_a_file_that_is_no_article_is_judged_all_the_same(text: str, suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"page.{suffix}"
    path.write_text(text, encoding="utf-8")
    checked = check_file(path, ALL_RULES, language="en", today=TODAY)
    assert "M01" in {finding.code for finding in checked.findings}
