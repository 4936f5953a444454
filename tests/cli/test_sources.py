"""`pml sources`, as an educator types it."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.cli.main import pml

TABLE = 'title = "T"\npublisher = "P"\npublished = "2021"\nlicence = "L"\n'
PLACES = {
    "S1": 'url = "https://example.org/1"\n',
    "S2": 'doi = "10.1093/brain/awac237"\npmid = "35779271"\n',
    "S3": 'pmid = "7814466"\n',
    "S4": 'url = "https://fda.gov"\naddress = "not known"\n',
    "S5": 'url = "https://fda.gov"\n',
    "S6": 'url = "https://pubmed.ncbi.nlm.nih.gov/?term=Hall"\n',
    "S7": 'address = "not known"\n',
}


@pytest.fixture
def sources(shelf: Path) -> Path:
    path = shelf / "content" / "en" / "sources.toml"
    path.write_text("\n".join(f"[{key}]\n{TABLE}{place}" for key, place in PLACES.items()), encoding="utf-8")
    return shelf / "content"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, ["sources", *map(str, arguments)])


def test_it_prints_how_every_source_stands_and_counts_them(sources: Path) -> None:
    result = run("--source", sources)
    assert result.exit_code == 0, result.output
    lines = result.stdout.splitlines()
    assert lines[0].split()[:2] == ["key", "state"]
    states = {line.split()[0]: line.partition("  ")[2].strip().partition("  ")[0] for line in lines[1:]}
    assert states == {
        "S1": "exact address",
        "S2": "DOI only",
        "S3": "PubMed id only",
        "S4": "not known",
        "S5": "bare site",
        "S6": "search string",
        "S7": "not known",
    }
    counts = "1 exact address, 1 DOI only, 1 PubMed id only, 2 not known, 1 bare site, 1 search string"
    assert f"7 sources: {counts}; " in result.stderr
    assert "citations lead to one that cannot be opened" in result.stderr


def test_citations_are_counted_over_all_pages(sources: Path) -> None:
    rows = {row["key"]: row for row in json.loads(run("--source", sources, "--format", "json").stdout)}
    assert rows["S1"]["citations"] > rows["S1"]["pages"] > 0
    assert rows["S7"]["citations"] == rows["S7"]["pages"] == 0
    assert rows["S2"]["address"] == "https://doi.org/10.1093/brain/awac237"


def test_only_what_cannot_be_opened_is_printed_on_request(sources: Path) -> None:
    rows = csv.DictReader(io.StringIO(run("--source", sources, "--unopenable", "--format", "csv").stdout))
    assert sorted(row["key"] for row in rows) == ["S4", "S5", "S6", "S7"]


def test_every_source_of_the_bundled_library_can_be_opened_or_says_that_it_cannot() -> None:
    rows = json.loads(run("--format", "json").stdout)
    assert [row["key"] for row in rows if row["state"] in ("bare site", "search string")] == []
