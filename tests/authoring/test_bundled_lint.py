"""The library that ships with the program, judged by every rule."""

from datetime import date
from pathlib import Path

from pmlapp.authoring.checking import check_library
from pmlapp.authoring.lint import Severity
from pmlapp.authoring.rules import ALL_RULES

TODAY = date(2026, 11, 21)
SIGNATURES = frozenset({"M04", "M05", "M09", "M10"})
"""What only people can mend, by reading and signing: `pml review status` tells of them."""


def test_nothing_is_left_to_mend_in_the_library_or_somebody_answers_for_it_by_name(resources: Path) -> None:
    checked = check_library(resources / "content" / "en", ALL_RULES, today=TODAY)
    left = [each for each in checked.findings if each.severity is not Severity.ADVICE and each.code not in SIGNATURES]
    assert [str(each) for each in left] == []
