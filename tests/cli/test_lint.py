"""`pml lint`, as an educator types it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.authoring.rules import ALL_RULES
from pmlapp.cli.main import pml
from tests.authoring.rules.case import UNDER_TEST, write_library

ARTICLE = f"resources/content/en/{UNDER_TEST}.md"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, ["lint", *(str(argument) for argument in arguments)])


def library(folder: Path, body: str, **front: str) -> Path:
    return write_library(folder, body, front=front, files={})


def test_each_finding_stands_on_its_line_and_the_end_says_how_many(tmp_path: Path) -> None:
    result = run(library(tmp_path, "The risks include:\n\nNothing.\n"))
    assert result.exit_code == 1
    told = [line for line in result.stdout.splitlines() if " T01 " in line]
    assert len(told) == 1
    assert told[0].startswith(f"{ARTICLE}:")
    assert result.stderr.startswith("4 articles: ")


def test_a_single_article_is_told_of_alone(tmp_path: Path) -> None:
    root = library(tmp_path, "The risks include:\n\nNothing.\n")
    result = run(root / f"{UNDER_TEST}.md")
    assert result.stderr.startswith("1 articles: ")
    assert {line.split(":")[0] for line in result.stdout.splitlines()} == {ARTICLE}


def test_a_text_from_elsewhere_is_refused(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("Those at risk include:\nNobody.\n", encoding="utf-8")
    result = run(page)
    assert result.exit_code == 1
    assert f"{page}:1: M01 " in result.stdout
    assert f"{page}:1: T01 " in result.stdout


def test_json_gives_every_field(tmp_path: Path) -> None:
    result = run(library(tmp_path, "It is *rare*.\n"), "--format", "json")
    slanted = [finding for finding in json.loads(result.stdout) if finding["code"] == "A04"]
    assert [set(finding) for finding in slanted] == [{"path", "line", "code", "severity", "message", "source"}]
    assert slanted[0]["severity"] == "warning"


def test_sarif_names_each_rule_and_each_place(tmp_path: Path) -> None:
    log = json.loads(run(library(tmp_path, "It is *rare*.\n"), "--format", "sarif").stdout)
    assert log["version"] == "2.1.0"
    (found,) = log["runs"]
    rules = found["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.code for rule in ALL_RULES]
    assert all(rule["help"]["text"] for rule in rules)
    result = next(result for result in found["results"] if result["ruleId"] == "A04")
    assert rules[result["ruleIndex"]]["id"] == "A04"
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == ARTICLE
    assert place["region"]["startLine"] > 1


def test_the_report_lists_every_page_and_the_median(tmp_path: Path) -> None:
    report = tmp_path / "reading-age.md"
    run(library(tmp_path, "The virus sleeps.\n"), "--report", report)
    text = report.read_text(encoding="utf-8")
    assert f"| `{UNDER_TEST}` | " in text
    assert "| **Median of 4 pages** | " in text


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    result = run(library(tmp_path, "The virus sleeps.\n"), "--report", tmp_path / "none" / "report.md")
    assert result.exit_code == 73
    assert "could not be written: the folder is not there" in result.stderr


def test_a_waived_warning_is_counted_and_not_shown(tmp_path: Path) -> None:
    root = library(tmp_path, "It is *rare*.\n")
    assert " A04 " in run(root).stdout
    waiver = (
        f'[[waiver]]\narticle = "{UNDER_TEST}"\ncode = "A04"\nwho = "An Editor"\nreason = "x"\nuntil = "9999-12-31"\n'
    )
    (root / "waivers.toml").write_text(waiver, encoding="utf-8")
    result = run(root)
    assert " A04 " not in result.stdout
    assert "1 waived" in result.stderr


@pytest.mark.parametrize("arguments", [["nowhere"], ["--format", "xml"]])
def test_what_cannot_be_meant_is_a_usage_error(arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_dossier_is_compared_with_what_the_pages_cite(tmp_path: Path) -> None:
    root = library(tmp_path, "About 9 in 10 (90%) carry it.[^S1]\n")
    facts = tmp_path / "facts.md"
    facts.write_text("- Most sleep, 61% of 18,331 people. (E) [S1]\n", encoding="utf-8")
    assert " K04 the dossier has no 9 in 10 under S1" in run(root, "--facts", facts).stdout
    assert " K04 " not in run(root).stdout


def test_a_dossier_that_names_no_source_is_refused_in_words(tmp_path: Path) -> None:
    facts = tmp_path / "facts.md"
    facts.write_text("Nothing.\n", encoding="utf-8")
    result = run(library(tmp_path, "Text.\n"), "--facts", facts)
    assert result.exit_code == 66
    assert "no line of it names a source such as [S57]" in result.stderr


def test_rules_that_cannot_judge_a_language_are_named(tmp_path: Path) -> None:
    french = run(write_library(tmp_path, "Texte.\n", front={}, files={}, language="fr"))
    assert "Not checked in the language “fr”: M06, M07, " in french.stderr
    assert "Checked in part: M03, T05, A03. There are no word lists for “fr” yet; docs/lint.md" in french.stderr
    assert "Not checked" not in run(library(tmp_path / "other", "Text.\n")).stderr


def test_the_table_of_rules_can_be_printed() -> None:
    result = run("--rules")
    assert result.exit_code == 0
    assert all(f"| {rule.code} | {rule.title} | {rule.severity} |" in result.stdout for rule in ALL_RULES)
