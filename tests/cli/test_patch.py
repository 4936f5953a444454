"""`pml patch`: made from two editions, applied to the older one."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pmlapp.authoring.building.build import build
from pmlapp.cli.main import pml
from tests.builders import article, library


def patch(*arguments: object) -> Result:
    return CliRunner().invoke(pml, ["patch", *map(str, arguments)])


@pytest.fixture
def editions(tmp_path: Path) -> list[Path]:
    files: list[Path] = []
    for day in (1, 2, 3):
        pages = [article(f"food/page-{page}", body=f"Words of page {page}.{day * (page == 1)}") for page in range(3)]
        files.append(tmp_path / f"{day}.db")
        sources = library(pages, id="food", edition=f"2026-01-0{day}")
        build(sources, files[-1], previous=files[-2] if len(files) > 1 else None)
    return files


def test_patches_are_made_and_applied_in_turn(editions: list[Path], tmp_path: Path) -> None:
    one, two, made = tmp_path / "one.patch", tmp_path / "two.patch", tmp_path / "made.db"
    told = patch("make", editions[0], editions[1], "-o", one)
    assert told.exit_code == 0, told.output
    assert "kB, where the whole library has" in told.output
    assert patch("make", editions[1], editions[2], "-o", two).exit_code == 0
    told = patch("apply", editions[0], one, two, "-o", made)
    assert told.output == f"{made}: edition 2026-01-03\n"
    assert made.read_bytes() == editions[2].read_bytes()


def test_the_wrong_patch_is_refused_with_a_sentence(editions: list[Path], tmp_path: Path) -> None:
    two = tmp_path / "two.patch"
    patch("make", editions[1], editions[2], "-o", two)
    told = patch("apply", editions[0], two, "-o", tmp_path / "made.db")
    assert told.exit_code == 65
    assert "two.patch" in told.output
    assert not (tmp_path / "made.db").exists()


def test_what_is_read_is_not_written_over(editions: list[Path]) -> None:
    before = editions[0].read_bytes()
    told = patch("make", editions[0], editions[1], "-o", editions[0])
    assert told.exit_code == 2
    assert "name another file to write" in told.output
    assert editions[0].read_bytes() == before
