"""Several who write at once, as real processes."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pmlapp.authoring.sources.turn import own_turn
from pmlapp.errors import CannotWriteError
from tests.authoring.sources.test_review_files import what
from tests.authoring.sources.test_sources import folder, read_sources

__all__ = ["folder"]

RECORDS = 15
WRITERS = ("A", "B")

# Each says that it is ready, and begins when it hears that all are.
WRITER = """
import sys
from datetime import date
from pathlib import Path
from pmlapp.authoring.sources.review_files import append_record
from pmlapp.content.model import SignOff, SignOffKind

folder, name, records = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(records):
    append_record(folder, "causes/what", SignOff(
        reviewer=f"{name} {number}", role="r", credentials="c", interests="none", evidence="e",
        kind=SignOffKind.LAY, signed_on=date(2026, 1, 2), next_due=date(2027, 1, 2), text_sha256="0" * 64,
    ))
"""


def begun(*arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_every_record_of_two_people_who_sign_one_page_at_once_is_kept(folder: Path) -> None:
    writers = [begun(WRITER, str(folder), name, str(RECORDS)) for name in WRITERS]
    for writer in writers:
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    names = [sign_off.reviewer for sign_off in what(read_sources(folder)).sign_offs]
    assert sorted(names) == sorted(f"{name} {number}" for name in WRITERS for number in range(RECORDS))
    reviews = folder.parents[1] / "reviews" / "en" / "causes"
    assert [path.name for path in reviews.iterdir()] == ["what.yaml"]


HOLDER = """
import sys
from pathlib import Path
from pmlapp.authoring.sources.turn import own_turn

with own_turn(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def held_by_another(folder: Path) -> Iterator[subprocess.Popen[str]]:
    holder = begun(HOLDER, str(folder))
    assert holder.stdout.readline() == "held\n"
    with holder:
        yield holder
        holder.kill()


def test_who_waits_in_vain_is_told_so(tmp_path: Path) -> None:
    with (
        held_by_another(tmp_path),
        pytest.raises(CannotWriteError, match="another program is writing there; try again"),
        own_turn(tmp_path, patience_seconds=0.1),
    ):
        pass


def test_a_writer_that_was_killed_leaves_nobody_waiting(tmp_path: Path) -> None:
    with held_by_another(tmp_path):
        pass
    with own_turn(tmp_path, patience_seconds=0):
        assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotWriteError, match="the folder is not there"), own_turn(tmp_path / "none"):
        pass
