"""Every rule finds its bad text, on the right line, and leaves the good one alone."""

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from pmlapp.authoring.lint.lint import Finding
from pmlapp.authoring.rules import ALL_RULES
from pmlapp.authoring.rules.least import LEAST
from pmlapp.authoring.sources.diagnostics import SourceFault
from pmlapp.content.markdown.markdown_limits import TextFault
from tests.authoring.rules import (
    accessible_cases,
    claims_cases,
    evidence_cases,
    front_matter_cases,
    language_cases,
    least_cases,
    limits_cases,
    numbers_cases,
    review_cases,
    safety_cases,
    structure_cases,
    waiver_cases,
)
from tests.authoring.rules.case import FILES, UNDER_TEST, Case, findings, write_library

CASES: tuple[Case, ...] = (
    *front_matter_cases.CASES,
    *review_cases.CASES,
    *evidence_cases.CASES,
    *safety_cases.CASES,
    *claims_cases.CASES,
    *structure_cases.CASES,
    *least_cases.CASES,
    *language_cases.CASES,
    *numbers_cases.CASES,
    *accessible_cases.CASES,
    *limits_cases.CASES,
    *waiver_cases.CASES,
)
RULES = {rule.code: rule for rule in ALL_RULES}
NAMES = [f"{case.code}-{number}" for number, case in enumerate(CASES, start=1)]


def findings_of(
    folder: Path, case: Case, body: str, front: Mapping[str, str], files: Mapping[str, str]
) -> list[Finding]:
    return findings(folder, body, front=front, files=files, language=case.language, facts=case.facts)


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_rule_finds_its_bad_text_on_its_line(case: Case, tmp_path: Path) -> None:
    found = findings_of(tmp_path, case, case.bad, case.bad_front, case.files)
    root = write_library(tmp_path, case.bad, front=case.bad_front, files=case.files, language=case.language)
    named = [
        (root.parents[2] / finding.path).read_text(encoding="utf-8").split("\n")[finding.line - 1]
        for finding in found
        if finding.code == case.code
    ]
    assert any(case.at in line for line in named), found


@pytest.mark.parametrize("case", CASES, ids=NAMES)
def test_a_rule_leaves_its_good_text_alone(case: Case, tmp_path: Path) -> None:
    files = case.files if case.good_files is None else case.good_files
    found = findings_of(tmp_path, case, case.good, case.good_front, files)
    assert [
        str(finding) for finding in found if finding.code == case.code and finding.path.endswith(f"{UNDER_TEST}.md")
    ] == []


# What only a sign-off or a translation shows has files that name the language.
JUDGED_WITHOUT_WORDS = [
    pytest.param(case, id=name)
    for name, case in zip(NAMES, CASES, strict=True)
    if case.language == "en" and RULES[case.code].judges("xx") and case.code not in ("M05", "M10")
]


@pytest.mark.parametrize("case", JUDGED_WITHOUT_WORDS)
def test_a_rule_that_judges_every_language_finds_it_without_a_list_or_says_which_one_it_lacks(
    case: Case, tmp_path: Path
) -> None:
    found = findings(tmp_path, case.bad, front=case.bad_front, files=case.files, language="xx", facts=case.facts)
    assert case.code in [finding.code for finding in found] or RULES[case.code].word_lists


def test_a_library_adds_hard_words_of_its_own(tmp_path: Path) -> None:
    own = FILES["library.toml"].replace("[[authors]]", 'hard_words = ["gizmo", "white whatnot"]\n[[authors]]')
    found = findings(tmp_path, "A gizmo has a white whatnot and biopsy.[^S1]\n", files={"library.toml": own})
    hard = [finding.message.partition(" ")[0] for finding in found if finding.code == "P04"]
    assert hard == ["“biopsy”", "“gizmo”", "“white"]


def test_a_site_or_a_search_that_says_it_is_no_more_is_no_mistake(tmp_path: Path) -> None:
    marked = '"https://example.org"\naddress = "not known"'
    files = {"sources.toml": FILES["sources.toml"].replace('"https://example.org/S2"', marked)}
    assert [each for each in findings(tmp_path, "Text.[^S1][^S2]\n", files=files) if each.code == "C09"] == []


def test_two_sources_with_one_doi_are_told(tmp_path: Path) -> None:
    doi = 'licence = "L"\ndoi = "10.1093/brain/awac237"'
    files = {"sources.toml": FILES["sources.toml"].replace('licence = "L"', doi)}
    told = [each.message for each in findings(tmp_path, "Text.[^S1][^S2]\n", files=files) if each.code == "C09"]
    assert told == ["S1 has this “doi” already; cite that one"]


def test_every_rule_has_a_case() -> None:
    assert {rule.code for rule in ALL_RULES} == {case.code for case in CASES}


def test_every_refusal_is_one_rules_alone() -> None:
    """So a sentence may be reworded without changing the code of a finding."""
    assert sorted(fault for rule in ALL_RULES for fault in rule.refusals) == sorted([*TextFault, *SourceFault])


def test_codes_are_not_used_twice() -> None:
    codes = [rule.code for rule in ALL_RULES]
    assert sorted(set(codes)) == sorted(codes)


def test_the_docs_say_what_a_page_needs_at_least() -> None:
    docs = (Path(__file__).parents[3] / "docs" / "lint.md").read_text(encoding="utf-8")
    for kind, (sentences, words, cited) in LEAST.items():
        said = "one in three" if cited == Fraction(1, 3) else "none: it is told from life"
        assert f"| `{kind}` | {sentences} | {words} | {said} |" in docs


@pytest.mark.parametrize("rule", ALL_RULES, ids=lambda rule: rule.code)
def test_a_rule_says_what_it_is(rule) -> None:
    """Its function begins with its code, and it tells why and how to mend."""
    for check in (rule.check, rule.check_library):
        assert check is None or check.__doc__.startswith(f"{rule.code}: ")
    assert rule.check or rule.check_library or rule.refusals
    assert rule.why.endswith(".")
    assert rule.mend.endswith(".")
    assert rule.source
