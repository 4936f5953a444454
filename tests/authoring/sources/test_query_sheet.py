"""The sheet of queries as it is read: groups of queries, and every mistake with its line."""

from pathlib import Path

import pytest

from pmlapp.authoring.sources.query_sheet import Absent, AbsentKind, Asked, Least, Offered, QueryKind, QuerySheet
from pmlapp.authoring.sources.sources import read_sources
from tests.authoring.sources.test_sources import change, folder, mistakes

__all__ = ["folder"]

SHEET = """\
[least]
at_3 = 97
each_page = 1

[[asked]]
kind = "short"
pages = ["causes/what", "causes/risk"]
typed = ["cause", "what brings it on"]

[[offered]]
means = "natalizumab"
typed = ["natalizimab"]

[[nothing]]
kind = "illness"
typed = ["gout"]
"""


@pytest.fixture
def sheet(folder: Path) -> Path:
    """A library with a sheet without mistakes."""
    (folder / "queries.toml").write_text(SHEET, encoding="utf-8")
    return folder


def test_a_sheet_is_read_as_single_queries(sheet: Path) -> None:
    pages = ("causes/what", "causes/risk")
    assert read_sources(sheet).queries == QuerySheet(
        asked=(
            Asked(QueryKind.SHORT, "cause", pages),
            Asked(QueryKind.SHORT, "what brings it on", pages),
        ),
        offered=(Offered("natalizimab", "natalizumab"),),
        absent=(Absent(AbsentKind.ILLNESS, "gout"),),
        least=Least(at_3=97, each_page=1),
    )


def test_a_library_needs_no_sheet(folder: Path) -> None:
    assert read_sources(folder).queries is None


def test_a_sheet_that_asks_for_nothing_in_particular_is_no_mistake(folder: Path) -> None:
    (folder / "queries.toml").write_text("", encoding="utf-8")
    assert read_sources(folder).queries == QuerySheet()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "short"', 'kind = "long"', "queries.toml:6: “kind” is “long”; allowed are: short, question"),
        ('"causes/risk"', '"causes/riks"', "queries.toml:7: there is no article “causes/riks”"),
        ('["causes/what", "causes/risk"]', "[]", "queries.toml:7: “pages” names no page"),
        ('["gout"]', '["Cause"]', "queries.toml:16: “Cause” is listed twice in this file"),
        ("at_3 = 97", "at_3 = 970", "queries.toml:2: “at_3” is 970; it is a number of 100 queries"),
        ("at_3 = 97", "at_3 = 0.97", "queries.toml:2: “at_3” must be a whole number from 0"),
        ("each_page", "every_page", "queries.toml:3: unknown key “every_page” in [least]"),
        ('means = "natalizumab"\n', "", "queries.toml:10: an [[offered]] lacks the key “means”"),
        ("[[nothing]]", "[[none]]", "queries.toml:14: unknown key “none” in queries.toml"),
        ("[[nothing]]", "[[nothing]", "queries.toml:14: the file cannot be read: "),
    ],
)
def test_a_mistake_is_told_with_its_line(sheet: Path, old: str, new: str, message: str) -> None:
    change(sheet, "queries.toml", old, new)
    assert [mistake for mistake in mistakes(sheet) if mistake.startswith(message)]
