"""Which library this computer reads: the installed one, or a newer edition of it that came as an update."""

from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from pmlapp.content.edition import edition_order
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Library
from pmlapp.errors import ContentError
from pmlapp.packs.shelf import Shelf


class InUse(NamedTuple):
    """The file that is read, and what it says of itself; None if it cannot be read either."""

    path: Path
    library: Library | None


def library_in_use(shelf: Shelf, installed: Path) -> Path:
    """Where the library is that this computer reads."""
    return in_use(shelf, installed).path


def in_use(shelf: Shelf, installed: Path) -> InUse:
    """The newer edition of the same library; an update that does not open gives way to the edition before it.

    What does not open is set aside for good: the edition before takes its place, as if staff had gone back.
    """
    ours = _library(installed)
    for _attempt in range(2):
        if not shelf.content.exists():
            break
        updated = _library(shelf.content)
        if updated is not None:
            return InUse(shelf.content, updated) if _comes_before(ours, updated) else InUse(installed, ours)
        with suppress(OSError):
            shelf.go_back()
            continue
        # The disk cannot be written: what can be read is read.
        before = _library(shelf.previous)
        if before is not None and _comes_before(ours, before):
            return InUse(shelf.previous, before)
        break
    return InUse(installed, ours)


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
