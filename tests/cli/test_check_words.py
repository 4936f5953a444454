"""`pml check-words` as an editor uses it."""

import json
from pathlib import Path

from click.testing import CliRunner, Result

from pmlapp.cli.main import pml

HARD = "Prior to the visit, numerous individuals utilize a list of 3 questions.\r\nDo not discontinue it.\r\n"


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(pml, ["check-words", *map(str, words)])


def test_each_check_has_a_line_and_each_finding_its_place(tmp_path: Path) -> None:
    page = tmp_path / "leaflet.txt"
    page.write_bytes(HARD.encode())
    shown = run(page)
    assert shown.exit_code == 1
    assert "look  Harder words" in shown.stdout
    assert f"{page}:1: Harder words: “Prior to” has a plainer word; write “Before”" in shown.stdout
    assert page.read_bytes() == HARD.encode()


def test_apply_takes_all_offers_and_keeps_the_ends_of_lines(tmp_path: Path) -> None:
    page, plain = tmp_path / "leaflet.txt", tmp_path / "plain.txt"
    page.write_bytes(HARD.encode())
    shown = run(page, "--apply", "-o", plain)
    assert (shown.exit_code, "5 changes" in shown.stdout) == (0, True)
    assert plain.read_bytes() == b"Before the visit, many people use a list of 3 questions.\r\nDo not stop it.\r\n"
    assert page.read_bytes() == HARD.encode()
    assert run(page, "--apply").exit_code == 0
    assert page.read_bytes() == plain.read_bytes()


def test_json_has_checks_and_offers(tmp_path: Path) -> None:
    page = tmp_path / "leaflet.txt"
    page.write_text("Prior to it.\n", encoding="utf-8")
    told = json.loads(run(page, "--json").stdout)
    assert [each["check"] for each in told["checks"]][:2] == ["Readability", "Harder words"]
    assert told["offers"][0] | {"start": 0} == {
        "start": 0, "end": 8, "line": 1, "was": "Prior to", "instead": "Before", "way": "plainer word",
    }  # fmt: skip


def test_what_was_called_wrongly_or_cannot_be_read_says_so(tmp_path: Path) -> None:
    page = tmp_path / "leaflet.txt"
    page.write_bytes(b"\xff\xff\x00")
    assert run(page).exit_code == 65
    page.write_text("Good.\n", encoding="utf-8")
    wrong = run(page, "-o", tmp_path / "x")
    assert (wrong.exit_code, "add --apply" in wrong.output) == (2, True)
