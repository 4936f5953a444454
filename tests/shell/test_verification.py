"""The whole library is verified behind the first paint, and another one at its place is noticed."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.content.file.store import ContentStore
from pmlapp.errors import PmlError, UnreadableContentError
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.shell.verification import Verification
from tests.builders import PATIENCE_MS, article, content_file, library, on_that_day

PagesAt = Callable[[Path], Pages]


@pytest.fixture
def pages_at() -> Iterator[PagesAt]:
    stores: list[ContentStore] = []

    def opened(path: Path) -> Pages:
        stores.append(ContentStore.open(path))
        return Pages(stores[-1], PageWords(), emergency_number=None, keys=(), today=on_that_day)

    yield opened
    for store in stores:
        store.close()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return content_file(tmp_path)


def test_a_sound_library_passes_in_silence(qtbot: QtBot, path: Path, pages_at: PagesAt) -> None:
    pages = pages_at(path)
    verification = Verification(pages)
    found: list[PmlError] = []
    verification.damage_found.connect(found.append)
    verification.begin()
    qtbot.waitUntil(lambda: verification.is_resting, timeout=PATIENCE_MS)
    assert (found, pages.file_state.is_damaged) == ([], False)
    verification.stop()


def test_a_library_with_one_changed_byte_is_told_as_damaged(qtbot: QtBot, path: Path, pages_at: PagesAt) -> None:
    path.write_bytes(path.read_bytes().replace(b"wakes up", b"wakes us"))
    pages = pages_at(path)
    verification = Verification(pages)
    with qtbot.waitSignal(verification.damage_found) as told:
        verification.begin()
    assert type(told.args[0]) is UnreadableContentError
    assert pages.file_state.is_damaged
    verification.stop()


def test_another_library_at_its_place_is_read_from_the_next_page_on(
    qtbot: QtBot, path: Path, pages_at: PagesAt, tmp_path: Path
) -> None:
    pages = pages_at(path)
    verification = Verification(pages)
    other = tmp_path / "other"
    other.mkdir()
    content_file(other, library([article(title="What brings it on?")])).replace(path)
    with qtbot.waitSignal(verification.library_replaced):
        verification.follow()
    assert pages.page("causes/what-causes-pml")[0].title == "What brings it on?"
    assert not pages.has("diet/food")
    qtbot.waitUntil(lambda: verification.is_resting, timeout=PATIENCE_MS)
    assert not pages.file_state.is_damaged
    verification.stop()


def test_a_library_replaced_by_rubbish_is_told_and_the_old_one_goes_on(
    qtbot: QtBot, path: Path, pages_at: PagesAt, tmp_path: Path
) -> None:
    pages = pages_at(path)
    verification = Verification(pages)
    (tmp_path / "rubbish").write_bytes(b"rubbish" * 100)
    (tmp_path / "rubbish").replace(path)
    with qtbot.waitSignal(verification.damage_found):
        verification.follow()
    assert pages.file_state.is_damaged
    assert pages.catalog.article("causes/what-causes-pml").title == "What causes PML?"
