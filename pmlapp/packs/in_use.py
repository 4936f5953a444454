"""Which library this computer reads: the installed one, or a newer edition of it that came as an update."""

from contextlib import suppress
from pathlib import Path

from pmlapp.content.edition import edition_order
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Library
from pmlapp.errors import ContentError
from pmlapp.packs.shelf import Shelf


def library_in_use(shelf: Shelf, installed: Path) -> Path:
    """The newer edition of the same library; an update that does not open gives way to the edition before it.

    What does not open is set aside for good: the edition before takes its place, as if staff had gone back.
    """
    ours = _library(installed)
    for _attempt in range(2):
        if not shelf.content.exists():
            break
        updated = _library(shelf.content)
        if updated is not None:
            return shelf.content if _comes_before(ours, updated) else installed
        with suppress(OSError):
            shelf.go_back()
            continue
        # The disk cannot be written: what can be read is read.
        before = _library(shelf.previous)
        return shelf.previous if before is not None and _comes_before(ours, before) else installed
    return installed


def _library(path: Path) -> Library | None:
    try:
        with ContentStore.open(path) as store:
            return store.library()
    except ContentError:
        return None


def _comes_before(installed: Library | None, updated: Library) -> bool:
    """Whether the update is to be used: of two valid ones the newer edition of the same library."""
    if installed is None:
        return True
    if installed.id not in ("", updated.id):
        return False
    try:
        return edition_order(updated.edition) >= edition_order(installed.edition)
    except ValueError:
        return True
