"""`pml diff`: what a new edition changes, as those who use the library are told."""

import json
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.cli.main import pml
from tests.cli.conftest import write

SIGN = (
    *("--kind", "clinical", "--name", "Dr A. Example", "--role", "neurologist"),
    *("--credentials", "an example of a degree", "--interests", "none", "--evidence", "the sources it cites", "--yes"),
)


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(pml, [str(argument) for argument in arguments])


def built(shelf: Path, name: str) -> Path:
    result = run("build", shelf / "content", "-o", shelf / name)
    assert result.exit_code == 0, result.output
    return shelf / name


def change(shelf: Path, page: str, old: str, new: str) -> None:
    path = shelf / "content/en" / f"{page}.md"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def old(shelf: Path) -> Path:
    return built(shelf, "old.db")


def test_the_same_library_has_no_difference(shelf: Path, old: Path) -> None:
    result = run("diff", old, built(shelf, "new.db"))
    assert (result.exit_code, result.stdout) == (0, "")
    assert "Nothing is different for a reader" in result.stderr


def test_a_changed_sentence_is_shown_before_and_after(shelf: Path, old: Path) -> None:
    change(shelf, "causes/one", "rest for 5 days", "rest for 7 days")
    result = run("diff", old, built(shelf, "new.db"))
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "changed: causes/one: What is page one?",
        "  text",
        "    - rest for 5 days",
        "    + rest for 7 days",
    ]
    assert result.stderr == "1 changed\n"


def test_new_gone_and_withdrawn_pages_are_named(shelf: Path, old: Path) -> None:
    folder = shelf / "content/en/causes"
    for name in ("one", "two", "three"):
        change(shelf, f"causes/{name}", "to: causes/four", "to: causes/five")
    text = (folder / "four.md").read_text(encoding="utf-8")
    write(folder / "five.md", text.replace("causes/four", "causes/five").replace("page four", "page five"))
    (folder / "four.md").unlink()
    reason = ("--reason", "The dose was wrong.", "--by", "the editors", "--yes")
    assert run("review", "withdraw", "causes/two", "-s", shelf / "content", *reason).exit_code == 0
    found = json.loads(run("diff", old, built(shelf, "new.db"), "--format", "json").stdout)
    assert {(each["page"], each["fate"], each["reason"]) for each in found} == {
        ("causes/five", "added", ""),
        ("causes/two", "withdrawn", "The dose was wrong."),
        ("causes/four", "removed", ""),
    }


def test_a_new_signature_is_a_change_of_its_own(shelf: Path, old: Path) -> None:
    due = f"{int(time.strftime('%Y')) + 1}-01-15"
    signed = run("review", "sign", "causes/one", "-s", shelf / "content", *SIGN, "--due", due)
    assert signed.exit_code == 0, signed.output
    result = run("diff", old, built(shelf, "new.db"), "--format", "markdown")
    assert "## Reviewed" in result.stdout
    assert "clinical review by Dr A. Example, neurologist, on " in result.stdout


def test_a_file_that_is_no_library_is_told(old: Path, tmp_path: Path) -> None:
    write(tmp_path / "x.db", "no library")
    result = run("diff", old, tmp_path / "x.db")
    assert result.exit_code == 65
    assert "Traceback" not in result.output
    assert run("diff", old, tmp_path / "none.db").exit_code == 66
