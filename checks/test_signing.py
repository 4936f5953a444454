"""Two people sign one page at the same moment, 200 times: no record is lost, and each is told the truth."""

import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

from pmlapp.authoring.sources.sources import read_sources
from tests.cli.conftest import shelf

__all__ = ["shelf"]

TIMES = 200


def signing(shelf: Path, name: str) -> subprocess.Popen[bytes]:
    answers = {
        "--kind": "lay",
        "--name": name,
        "--role": "reader",
        "--credentials": "none",
        "--interests": "none",
        "--evidence": "the page",
        "--due": str(date.today() + timedelta(days=365)),
    }
    given = [part for answer in answers.items() for part in answer]
    command = [
        "-c",
        "from pmlapp.cli.start import main; main()",
        "review",
        "sign",
        "causes/one",
        "-s",
        str(shelf / "content"),
        *given,
        "--yes",
    ]
    return subprocess.Popen([sys.executable, *command], stdout=subprocess.DEVNULL)


def test_two_people_who_sign_one_page_at_once_lose_no_record(shelf: Path) -> None:
    told_done: list[str] = []
    for number in range(TIMES):
        at_once = {name: signing(shelf, name) for name in (f"A {number}", f"B {number}")}
        told_done += [name for name, process in at_once.items() if process.wait() == 0]
    (page,) = (page for page in read_sources(shelf / "content" / "en").articles if page.id == "causes/one")
    kept = [sign_off.reviewer for sign_off in page.sign_offs]
    assert sorted(kept) == sorted(told_done)
    assert len(told_done) == 2 * TIMES
