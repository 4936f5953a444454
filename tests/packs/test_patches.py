"""Patches: small, exact, and refused whole where anything about them is not right."""

from collections.abc import Callable
from datetime import date
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

from pmlapp.authoring.building.build import build
from pmlapp.content.file.store import ContentStore
from pmlapp.packs.errors import DamagedPackError, NoRoomError, UpdatesBrokenError
from pmlapp.packs.patches import Step, apply_chain, apply_patch, cheapest_chain, make_patch, read_head
from tests.builders import article, library
from tests.hardship import fill_disk_at

Editions = Callable[[int], list[Path]]


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    """``editions(3)``: as many editions of a library, each with one page changed since the one before."""

    def made(count: int) -> list[Path]:
        files: list[Path] = []
        for number in range(count):
            articles = [
                article(f"food/page-{page}", title=f"Page {page}?", body=f"Words of page {page}.{number * (page == 3)}")
                for page in range(8)
            ]
            sources = library(articles, id="food", edition=f"{date(2026 + number // 12, 1 + number % 12, 1)}")
            files.append(tmp_path / f"{number}.db")
            build(sources, files[-1], previous=files[-2] if number else None)
        return files

    return made


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def test_a_patch_makes_the_next_edition_and_is_small(editions: Editions, tmp_path: Path) -> None:
    old, new = editions(2)
    patch, made = tmp_path / "patch", tmp_path / "made.db"
    head = make_patch(old, new, patch)
    assert head == read_head(patch)
    apply_patch(old, patch, made)
    assert made.read_bytes() == new.read_bytes()
    assert patch.stat().st_size < new.stat().st_size / 10


def test_the_same_files_make_the_same_patch(editions: Editions, tmp_path: Path) -> None:
    old, new = editions(2)
    make_patch(old, new, tmp_path / "one")
    make_patch(old, new, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_a_year_of_monthly_patches_ends_where_the_last_edition_is(editions: Editions, tmp_path: Path) -> None:
    files = editions(13)
    patches = []
    for number, (old, new) in enumerate(pairwise(files)):
        patches.append(tmp_path / f"patch-{number}")
        make_patch(old, new, patches[-1])
    apply_chain(files[0], patches, tmp_path / "made.db")
    assert digest(tmp_path / "made.db") == digest(files[-1])
    with ContentStore.open(tmp_path / "made.db") as store:
        store.verify()
    assert not list(tmp_path.glob("made.db.*"))


def test_a_link_that_is_missing_from_the_chain_leaves_nothing(editions: Editions, tmp_path: Path) -> None:
    files = editions(4)
    patches = [tmp_path / f"patch-{number}" for number in range(3)]
    for patch, old, new in zip(patches, files, files[1:], strict=False):
        make_patch(old, new, patch)
    with pytest.raises(DamagedPackError, match="patch-2"):
        apply_chain(files[0], [patches[0], patches[2]], tmp_path / "made.db")
    assert not list(tmp_path.glob("made*"))


@pytest.mark.parametrize("place", [0.0, 0.3, 0.6, 0.99])
def test_a_patch_with_one_wrong_bit_is_refused_and_leaves_nothing(
    editions: Editions, tmp_path: Path, place: float
) -> None:
    old, new = editions(2)
    patch, made = tmp_path / "patch", tmp_path / "made.db"
    make_patch(old, new, patch)
    damaged = bytearray(patch.read_bytes())
    damaged[int(place * len(damaged))] ^= 4
    patch.write_bytes(damaged)
    with pytest.raises(DamagedPackError):
        apply_patch(old, patch, made)
    assert not made.exists()


@pytest.mark.parametrize("content", [b"", b"{}\n", b"[1]\n", b"\xff\n", b'{"before": 1, "after": 2, "size": "x"}\n'])
def test_what_is_not_a_patch_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "patch").write_bytes(content)
    (tmp_path / "old").write_bytes(b"old")
    with pytest.raises(DamagedPackError):
        apply_patch(tmp_path / "old", tmp_path / "patch", tmp_path / "made.db")


def test_a_patch_is_for_one_edition_only(editions: Editions, tmp_path: Path) -> None:
    files = editions(3)
    make_patch(files[0], files[1], tmp_path / "patch")
    with pytest.raises(DamagedPackError):
        apply_patch(files[1], tmp_path / "patch", tmp_path / "made.db")


def test_a_patch_that_went_away_is_named(editions: Editions, tmp_path: Path) -> None:
    (old,) = editions(1)
    with pytest.raises(UpdatesBrokenError):
        apply_patch(old, tmp_path / "gone", tmp_path / "made.db")


def test_a_full_disk_is_said_with_the_room_that_is_needed(editions: Editions, tmp_path: Path) -> None:
    old, new = editions(2)
    make_patch(old, new, tmp_path / "patch")
    made = tmp_path / "made.db"
    fill_disk_at(made)
    with pytest.raises(NoRoomError, match="1 MB"):
        apply_patch(old, tmp_path / "patch", made)
    assert not made.exists()


def steps(*said: str) -> list[Step]:
    """``"a>b 5"``: a patch of 5 bytes from a to b."""
    return [Step(each, each[0], each[2], int(each[4:])) for each in said]


@pytest.mark.parametrize(
    ("there", "taken"),
    [
        (["b>c 5", "a>b 5"], ["a>b 5", "b>c 5"]),
        (["a>b 5", "b>c 5", "a>c 9"], ["a>c 9"]),
        (["a>b 5", "b>c 5", "a>c 11"], ["a>b 5", "b>c 5"]),
        (["a>b 5"], None),
        (["b>c 5"], None),
        (["a>b 50", "b>c 50"], None),
        (["a>b 5", "b>a 5"], None),
        ([], None),
    ],
    ids=["chain", "shortcut", "chain is smaller", "torn at its end", "torn", "as long as the whole", "round", "none"],
)
def test_a_chain_that_is_torn_or_longer_than_the_whole_gives_way_to_it(there: list[str], taken: list[str]) -> None:
    found = cheapest_chain(steps(*there), "a", "c", whole=100)
    assert (found and [step.name for step in found]) == taken


def test_nothing_is_applied_to_what_is_there_already() -> None:
    assert cheapest_chain([], "c", "c", whole=100) == ()
