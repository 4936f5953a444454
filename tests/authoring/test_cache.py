"""What is kept between runs: given back as it was, or not at all."""

import hashlib
from pathlib import Path

import pytest

from pmlapp.authoring.cache import Cache, digest, digest_of_files

STAMP = digest("one")


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    cache = Cache(tmp_path / "kept")
    cache.put("work", STAMP, {"page": 1})
    return cache


def test_a_value_comes_back_under_its_stamp_alone(cache: Cache) -> None:
    kept = cache.get("work", STAMP)
    assert kept is not None
    assert kept.value == {"page": 1}
    assert cache.get("work", digest("two")) is None
    assert cache.get("other work", STAMP) is None


def test_a_file_with_one_byte_changed_or_lost_is_as_good_as_none(cache: Cache, tmp_path: Path) -> None:
    path = tmp_path / "kept" / "work"
    whole = path.read_bytes()
    for place in range(len(whole)):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.get("work", STAMP) is None
        path.write_bytes(whole[:place])
        assert cache.get("work", STAMP) is None


def test_a_value_of_classes_that_are_gone_is_as_good_as_none(cache: Cache, tmp_path: Path) -> None:
    data = b"cno_such_module\nThing\n."
    (tmp_path / "kept" / "work").write_bytes(STAMP + hashlib.sha256(data).digest() + data)
    assert cache.get("work", STAMP) is None


def test_a_folder_that_cannot_be_made_keeps_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    cache = Cache(tmp_path / "file" / "kept")
    cache.put("work", STAMP, 1)
    assert cache.get("work", STAMP) is None


def test_the_folder_is_its_users_alone_and_nothing_unfinished_is_left(cache: Cache, tmp_path: Path) -> None:
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["work"]


def test_the_digest_of_files_changes_with_each_name_and_byte_but_for_those_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    (folder / "topic").mkdir(parents=True)
    page = folder / "topic" / "page.md"
    page.write_text("One.", encoding="utf-8")
    first = digest_of_files([folder])
    without = digest_of_files([folder], but=[page])
    page.write_text("Two.", encoding="utf-8")
    assert digest_of_files([folder]) != first
    assert digest_of_files([folder], but=[page]) == without
    page.rename(page.with_name("another.md"))
    assert digest_of_files([folder], but=[page]) != without
