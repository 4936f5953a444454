"""Editions are built once for all tests of updates."""

from pathlib import Path

import pytest

from tests.packs.publisher import Computer, Publisher, build_editions


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return build_editions(tmp_path_factory.mktemp("editions"))


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    return Publisher(tmp_path / "release")


@pytest.fixture
def stick(publisher: Publisher, editions: list[Path], tmp_path: Path) -> Path:
    """With the second edition."""
    return publisher.publish(editions[1], tmp_path / "stick")


@pytest.fixture
def computer(tmp_path: Path, editions: list[Path], publisher: Publisher) -> Computer:
    """With the first edition installed."""
    return Computer(tmp_path / "computer", editions[0], publisher.root)
