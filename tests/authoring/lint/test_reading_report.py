"""The bundled pages are easy enough to read, and the report says so."""

from datetime import date
from pathlib import Path
from statistics import median

import pytest

from pmlapp.authoring.lint.lint import library_on_desk
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.reading_report import reading_report

ENGLISH = Path(__file__).parents[3] / "resources" / "content" / "en"
HIGHEST_MEDIAN = 8.0
HIGHEST_OF_ALL = 10.0


@pytest.fixture(scope="module")
def bundled() -> tuple[Manuscript, ...]:
    return library_on_desk(ENGLISH, today=date(2026, 11, 21)).manuscripts


def test_the_bundled_pages_are_easy_enough(bundled: tuple[Manuscript, ...]) -> None:
    grades = {manuscript.path: manuscript.reading_age().grade for manuscript in bundled}
    assert median(grades.values()) <= HIGHEST_MEDIAN
    assert [path for path, grade in grades.items() if grade > HIGHEST_OF_ALL] == []


def test_the_report_has_a_row_for_each_page(bundled: tuple[Manuscript, ...]) -> None:
    report = reading_report(bundled, "en")
    for manuscript in bundled:
        place = "/".join(Path(manuscript.path).with_suffix("").parts[-2:])
        assert f"| `{place}` | " in report
    assert f"**Median of {len(bundled)} pages**" in report


def test_where_no_formula_is_known_words_are_counted(bundled: tuple[Manuscript, ...]) -> None:
    report = reading_report(bundled[:1], "fr")
    assert "| Page | Words |\n" in report
    assert "No formula for this language" in report
