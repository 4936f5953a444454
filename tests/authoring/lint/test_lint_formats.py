"""What is printed of findings and of rules."""

import json
from pathlib import Path

import pytest

from pmlapp.authoring.lint.lint import Finding, Severity
from pmlapp.authoring.lint.lint_formats import Format, printed, rules_table
from pmlapp.authoring.rules import ALL_RULES

GUIDE = Path(__file__).parents[3] / "docs" / "lint.md"
FINDING = Finding("en/a/b.md", 7, "T01", Severity.ERROR, "“so:” promises a list", "PEMAT-P")


def test_the_guide_lists_every_rule_as_it_is() -> None:
    """`pml lint --rules` prints the table to put there."""
    assert rules_table(ALL_RULES) in GUIDE.read_text(encoding="utf-8")


def test_text_has_one_line_a_finding() -> None:
    assert printed([FINDING, FINDING], Format.TEXT, rules=ALL_RULES, version="1") == f"{FINDING}\n{FINDING}"
    assert str(FINDING) == "en/a/b.md:7: T01 “so:” promises a list"


@pytest.mark.parametrize("form", [Format.JSON, Format.SARIF])
def test_nothing_found_is_still_a_whole_document(form: Format) -> None:
    json.loads(printed([], form, rules=ALL_RULES, version="1"))


@pytest.mark.parametrize(
    ("severity", "level"), [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.ADVICE, "note")]
)
def test_sarif_has_its_own_words_for_severities(severity: Severity, level: str) -> None:
    log = json.loads(printed([FINDING._replace(severity=severity)], Format.SARIF, rules=ALL_RULES, version="1"))
    assert log["runs"][0]["results"][0]["level"] == level


def test_sarif_rules_are_told_apart_by_their_code() -> None:
    log = json.loads(printed([FINDING], Format.SARIF, rules=ALL_RULES, version="1"))
    codes = [rule["id"] for rule in log["runs"][0]["tool"]["driver"]["rules"]]
    assert len(codes) == len(set(codes)) == len(ALL_RULES)


def test_a_path_with_spaces_is_a_whole_address_in_sarif() -> None:
    log = json.loads(printed([FINDING._replace(path="my pages/ä.md")], Format.SARIF, rules=ALL_RULES, version="1"))
    place = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "my%20pages/%C3%A4.md"
