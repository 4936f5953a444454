"""An export that appears whole or not at all: a folder, or a zip of it."""

import os
import shutil
import zipfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.errors import CannotWriteError, FolderInUseError, plain_reason

MARK: Final = ".made-by-pml-export"
"""The file by which a folder is known as an export, which another export may replace."""

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest that a zip can say; the same bytes twice need the same times."""

Files = Iterable[tuple[str, bytes]]
"""Each file of an export by its path, with ``/`` between folders."""


def write_folder(folder: Path, files: Files) -> int:
    """Write an export to a folder, in place of an earlier one; returns how many files there are.

    Raises:
        FolderInUseError: there is something in the folder that is not an export.
        CannotWriteError: no space or no permission; what was there is as it was.
    """
    unfinished = folder.with_name(f".{folder.name}.{os.getpid()}.unfinished")
    old = folder.with_name(f".{folder.name}.{os.getpid()}.old")
    count = 0
    try:
        if folder.exists() and not (folder.is_dir() and (not any(folder.iterdir()) or (folder / MARK).exists())):
            raise FolderInUseError(path=folder)
        unfinished.mkdir(parents=True)
        (unfinished / MARK).write_text("Another export may replace this folder.\n", encoding="utf-8")
        for place, data in files:
            path = unfinished / place
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            count += 1
        if folder.exists():
            folder.rename(old)
        unfinished.rename(folder)
    except OSError as error:
        if old.exists() and not folder.exists():
            old.rename(folder)
        raise CannotWriteError(path=folder, reason=plain_reason(error)) from error
    finally:
        for left in (unfinished, old):
            with suppress(OSError):
                shutil.rmtree(left, ignore_errors=True)
    return count


def write_zip(path: Path, files: Files, *, first: tuple[str, bytes] | None = None) -> int:
    """Write an export as one zip file, the same bytes from the same files; ``first`` is stored unpacked at its start.

    Returns:
        How many files are in it.

    Raises:
        CannotWriteError: no space or no permission; what was there is as it was.
    """
    count = 0
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.zip")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(unfinished, "w") as package:
            if first is not None:
                package.writestr(_info(first[0]), first[1], zipfile.ZIP_STORED)
            for place, data in files:
                package.writestr(_info(place), data, zipfile.ZIP_DEFLATED)
                count += 1
        unfinished.replace(path)
    except OSError as error:
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return count


def write_file(path: Path, text: str) -> None:
    """Write an export that is one file of text."""
    write_whole(path, text.encode())


def _info(place: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(place, _FIRST_DAY)
    info.external_attr = 0o644 << 16
    return info
