"""The library that ships with the program, judged by every rule."""

from datetime import date
from pathlib import Path

from pmlapp.authoring.lint.checking import check_library
from pmlapp.authoring.lint.lint import Severity
from pmlapp.authoring.rules import ALL_RULES

TODAY = date(2026, 11, 30)


def test_nothing_is_left_to_mend_in_the_library_or_somebody_answers_for_it_by_name(resources: Path) -> None:
    checked = check_library(resources / "content" / "en", ALL_RULES, today=TODAY)
    left = [each for each in checked.findings if each.severity is not Severity.ADVICE]
    assert [str(each) for each in left] == []
