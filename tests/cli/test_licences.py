"""`pml licences`: what must travel along when a library is handed on."""

import csv
import io
from pathlib import Path

from click.testing import CliRunner

from pmlapp.cli.main import pml


def test_every_page_and_every_source_cited_is_listed_once_with_whom_to_credit(shelf: Path) -> None:
    run = CliRunner().invoke
    assert run(pml, ["build", str(shelf / "content"), "-o", str(shelf / "a.db")]).exit_code == 0
    shown = run(pml, ["licences", str(shelf / "a.db"), "--format", "csv"])
    assert shown.exit_code == 0, shown.output
    rows = list(csv.DictReader(io.StringIO(shown.stdout)))
    assert [(row["licence"], row["what"], row["name"]) for row in rows] == [
        ("CC-BY-4.0", "library", "L"),
        *(("CC-BY-4.0", "page", f"causes/{slug}") for slug in ("four", "one", "three", "two")),
        ("facts only", "source", "S1"),
        ("facts only", "source", "S2"),
    ]
    assert rows[-1]["credit"] == "Study 2, P2, 2022"
    assert "2 licences" in shown.stderr
