"""`pml search-test`, as an educator types it."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.cli.main import pml
from tests.cli.conftest import write

SHEET = """\
[least]
at_3 = 60

[[asked]]
kind = "short"
pages = ["causes/one"]
typed = ["seizure", "page one"]

[[asked]]
kind = "question"
pages = ["causes/two"]
typed = ["which food helps"]

[[nothing]]
kind = "illness"
typed = ["gout"]
"""


@pytest.fixture
def sources(shelf: Path) -> Path:
    write(shelf / "content" / "en" / "queries.toml", SHEET)
    return shelf / "content"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, ["search-test", *map(str, arguments)])


def test_it_prints_the_figures_of_each_kind_and_every_miss(sources: Path) -> None:
    result = run(sources)
    assert result.exit_code == 0, result.output
    table = [line.split() for line in result.stdout.splitlines()]
    assert ["short", "2", "1.000", "1.000", "1.000"] in table
    assert ["question", "1", "0.000", "0.000", "0.000"] in table
    assert ["in", "all", "3", "0.667", "0.667", "0.667"] in table
    assert ["nothing", "1", "1.000"] in table
    told = result.stdout.partition("\n\n")[2].splitlines()
    assert told == ["“which food helps”", "  expected causes/two", "  found    causes/one"]


def test_below_what_the_sheet_asks_for_it_ends_with_1_and_says_what_is_too_low(sources: Path) -> None:
    result = run(sources, "--least-at-3", "70")
    assert result.exit_code == 1
    assert "Too low: page expected in the first three: 66.7 of 100 queries, at least 70" in result.stderr


def test_a_content_file_can_be_tried_as_it_is(sources: Path, bundled_library: Path) -> None:
    result = run(sources, "--library", bundled_library, "--least-at-3", "0")
    assert result.exit_code == 0, result.output
    assert "found    causes/one" not in result.stdout


def test_a_library_without_a_sheet_has_nothing_to_try(shelf: Path) -> None:
    """The file is optional, so this is no failure."""
    result = run(shelf / "content")
    assert result.exit_code == 0
    assert "has no queries.toml, so there is nothing to try; docs/article-format.md describes it." in result.stderr


def test_the_search_of_the_bundled_library_is_as_good_as_its_sheet_asks_for(bundled_library: Path) -> None:
    result = run("--library", bundled_library)
    assert result.exit_code == 0, result.output


def test_it_explains_what_each_part_of_a_score_gave(bundled_library: Path) -> None:
    result = run("--library", bundled_library, "--explain", "what are the symptoms of pml")
    assert result.exit_code == 0, result.output
    head, first, *others = (line.split() for line in result.stdout.splitlines())
    assert head[:2] == ["page", "score"]
    assert first[0] == "signs/symptoms"
    assert others
    for row in (first, *others):
        assert sum(map(float, row[2:])) == pytest.approx(float(row[1]), abs=0.06)


def test_where_nothing_is_found_there_is_nothing_to_explain(bundled_library: Path) -> None:
    assert run("--library", bundled_library, "--explain", "gout").stdout.strip() == "Nothing was found."
