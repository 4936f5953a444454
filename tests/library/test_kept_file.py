"""The file of what a reader keeps: read again as it was, set aside when it is damaged, nothing lost."""

import json
import stat
import sys
from pathlib import Path

import pytest

from pmlapp.errors import DamagedKeptError, KeptError
from pmlapp.library.kept import Bookmark, Kept, Stopped
from pmlapp.library.kept_file import KeptFile
from pmlapp.library.visit_questions import Ticked, VisitQuestions
from tests.hardship import fill_disk_at, not_allowed_to_write

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")

FULL = Kept(
    VisitQuestions((Ticked("Why?", "a/b"),), ("Can I travel in März? 你好",), ("Since Monday: my hand",)),
    (Bookmark("a/b", "What is it?"), Bookmark("c/d", "Why me?")),
    Stopped("a/b", "What is it?", 12.5),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "kept.json"


def test_what_is_kept_is_there_again(path: Path) -> None:
    KeptFile(path).save(FULL)
    assert KeptFile(path).load() == (FULL, None)


def test_only_the_reader_may_read_it(path: Path) -> None:
    KeptFile(path).save(FULL)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_with_nothing_kept_there_is_no_file(path: Path) -> None:
    assert KeptFile(path).load() == (Kept(), None)
    KeptFile(path).save(FULL)
    KeptFile(path).save(Kept())
    assert not path.exists()


def test_each_library_has_its_own_part(path: Path) -> None:
    other = Kept(bookmarks=(Bookmark("x/y", "Another illness"),))
    KeptFile(path).save(FULL)
    KeptFile(path, library="0a1b").save(other)
    assert KeptFile(path).load()[0] == FULL
    assert KeptFile(path, library="0a1b").load()[0] == other
    KeptFile(path, library="0a1b").save(Kept())
    assert KeptFile(path).load()[0] == FULL


def test_all_of_it_is_deleted_at_once(path: Path) -> None:
    KeptFile(path).save(FULL)
    KeptFile(path, library="0a1b").save(FULL)
    KeptFile(path).delete()
    assert list(path.parent.iterdir()) == []


def test_a_kiosk_writes_nothing(tmp_path: Path) -> None:
    file = KeptFile(None)
    file.save(FULL)
    file.delete()
    assert file.load() == (Kept(), None)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"\xff\xfe\x00", b"[]", b'{"libraries": []}', b"[" * 100_000, b'{"own_questions": ["x"]}'],
)
def test_a_damaged_file_is_set_aside_whole_and_said(path: Path, damage: bytes) -> None:
    path.parent.mkdir()
    for number in (1, 2):
        path.write_bytes(damage + b" " * number)
        kept, failure = KeptFile(path).load()
        assert kept == Kept()
        assert isinstance(failure, DamagedKeptError)
        aside = path.with_name(f"kept.json.unreadable-{number}")
        assert aside.read_bytes() == damage + b" " * number
        assert str(aside) in failure.what_to_do
        assert not path.exists()


def test_a_damaged_file_met_while_saving_is_set_aside_too(path: Path) -> None:
    file = KeptFile(path)
    file.save(FULL)
    path.write_bytes(b"{")
    file.save(FULL)
    assert file.load() == (FULL, None)
    assert path.with_name("kept.json.unreadable-1").read_bytes() == b"{"


@pytest.mark.parametrize(
    "odd",
    [
        {"bookmarks": 3, "own_questions": {"a": 1}, "ticked": None, "noticed": [1, None, "", "x" * 201]},
        {"bookmarks": [{"page": "../../etc", "title": "x"}, {"page": "a/b"}, {"page": 3, "title": "x"}, 7]},
        {"ticked": [{"question": "Why?"}, {"question": "Why?", "page": "a b"}, "Why?"]},
        {"stopped": {"page": "A/B", "title": "x", "position": 1}},
        {"stopped": []},
    ],
)
def test_values_that_make_no_sense_are_left_out(path: Path, odd: dict[str, object]) -> None:
    path.parent.mkdir()
    path.write_text(json.dumps({"version": 1, "libraries": {"": odd}}), encoding="utf-8")
    assert KeptFile(path).load() == (Kept(), None)


@pytest.mark.parametrize("position", [-1, "x", True, 1e99])
def test_an_odd_place_is_the_top_of_the_page(path: Path, position: object) -> None:
    stopped = {"page": "a/b", "title": "What is it?", "position": position}
    path.parent.mkdir()
    path.write_text(json.dumps({"libraries": {"": {"stopped": stopped}}}), encoding="utf-8")
    assert KeptFile(path).load()[0].stopped == Stopped("a/b", "What is it?", 0.0)


@linux
def test_a_full_disk_is_said_and_what_was_kept_before_is_still_there(path: Path) -> None:
    KeptFile(path).save(FULL)
    fill_disk_at(path.with_name("kept.json.new"))
    with pytest.raises(KeptError, match="the disk is full"):
        KeptFile(path).save(FULL.toggled("e/f", "More"))
    assert KeptFile(path).load() == (FULL, None)


@linux
def test_a_folder_that_may_not_be_written_is_said(tmp_path: Path) -> None:
    with not_allowed_to_write(tmp_path), pytest.raises(KeptError, match="not allowed"):
        KeptFile(tmp_path / "kept.json").save(FULL)


def test_a_place_that_cannot_be_written_is_said_and_what_was_there_stays(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(KeptError, match="could not be kept"):
        KeptFile(tmp_path / "file" / "kept.json").save(FULL)
    assert (tmp_path / "file").read_text() == "not a folder"
