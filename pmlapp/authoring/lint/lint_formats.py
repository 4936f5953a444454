"""How findings are printed: as text, as JSON, or as SARIF for editors and code hosts."""

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final
from urllib.parse import quote

from pmlapp.authoring.lint.lint import Finding, Rule, Severity

_LEVELS: Final[Mapping[Severity, str]] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.ADVICE: "note",
}


class Format(StrEnum):
    """What `pml lint --format` may be."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"


def printed(findings: Sequence[Finding], form: Format, *, rules: Sequence[Rule], version: str) -> str:
    """Findings in the form asked for, without a line break at the end; as text, nothing if there are none.

    Args:
        findings: in the order to print.
        form: text has one ``path:line: CODE message`` a line, JSON a list of objects with the fields of
            `Finding`, SARIF one log of version 2.1.0 with a help text for each rule.
        rules: all rules in force.
        version: of this program, for SARIF.

    Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    match form:
        case Format.TEXT:
            return "\n".join(str(finding) for finding in findings)
        case Format.JSON:
            return json.dumps([finding._asdict() for finding in findings], ensure_ascii=False, indent=2)
        case Format.SARIF:
            return json.dumps(_sarif(findings, rules, version), ensure_ascii=False, indent=2)


def rules_table(rules: Sequence[Rule]) -> str:
    """All rules as a Markdown table, as it is in docs/lint.md; ends in a line break."""
    rows = [("Code", "What", "Weight", "Why", "How to correct it", "Asked for by", "Languages"), ("---",) * 7]
    for rule in rules:
        languages = ", ".join(rule.languages) or "all"
        rows.append((rule.code, rule.title, rule.severity, rule.why, rule.mend, rule.source, languages))
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in rows)


def _sarif(findings: Sequence[Finding], rules: Sequence[Rule], version: str) -> dict[str, Any]:
    places = {rule.code: place for place, rule in enumerate(rules)}
    driver = {
        "name": "pml lint",
        "semanticVersion": version,
        "rules": [_sarif_rule(rule) for rule in rules],
    }
    results = [_sarif_result(finding, places[finding.code]) for finding in findings]
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.title,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {"text": f"{rule.mend} Source: {rule.source}."},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _sarif_result(finding: Finding, place: int) -> dict[str, Any]:
    location = {"artifactLocation": {"uri": quote(finding.path)}, "region": {"startLine": finding.line}}
    return {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": location}],
    }
