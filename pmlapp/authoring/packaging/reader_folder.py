"""A ready reader folder, as released for each system, and a copy of it with another library inside."""

import shutil
from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.packaging.branding import SITE_FILE, Branding
from pmlapp.authoring.packaging.errors import NoReaderFolderError
from pmlapp.errors import CannotWriteError, plain_reason

INSIDE: Final = "_internal"
PACKAGE_NAME: Final = "package-name"
"""The file by which the program knows its package: `pmlapp.paths`."""


class System(Enum):
    """What a reader runs on."""

    LINUX = "Linux"
    WINDOWS = "Windows"
    MACOS = "macOS"


class ReaderFolder(NamedTuple):
    """A reader that runs without Python."""

    path: Path
    system: System
    program: str
    """The name of the file that starts it."""


_MAGIC: Final[Mapping[bytes, System]] = {
    b"\x7fELF": System.LINUX,
    b"MZ\x90\x00": System.WINDOWS,
    b"\xcf\xfa\xed\xfe": System.MACOS,
    b"\xca\xfe\xba\xbe": System.MACOS,
}


def reader_folder(path: Path) -> ReaderFolder:
    """The reader in a folder.

    Raises:
        NoReaderFolderError: it is not a whole one.
    """
    for program in ("pmlapp", "pmlapp.exe"):
        if (path / program).is_file():
            break
    else:
        raise NoReaderFolderError(path=path, reason="it holds no program pmlapp")
    if not (path / INSIDE / "content.db").is_file() or not (path / INSIDE / "resources").is_dir():
        raise NoReaderFolderError(path=path, reason=f"{INSIDE} is not whole")
    try:
        with (path / program).open("rb") as file:
            magic = file.read(4)
    except OSError as error:
        raise NoReaderFolderError(path=path, reason=plain_reason(error)) from error
    system = _MAGIC.get(magic)
    if system is None:
        raise NoReaderFolderError(path=path, reason=f"{program} is a program of no system that is known here")
    return ReaderFolder(path, system, program)


def copy_with_library(reader: ReaderFolder, library: Path, branding: Branding, target: Path) -> None:
    """Copy a reader to ``target`` with ``library`` in place of its own, under the name of the package.

    Raises:
        CannotWriteError: no space or no permission.
    """
    try:
        shutil.copytree(reader.path, target, symlinks=True)
        inside = target / INSIDE
        shutil.copyfile(library, inside / "content.db")
        (inside / PACKAGE_NAME).write_text(f"{branding.package}\n", encoding="ascii")
        # The sums are those of the folder as it was released.
        (inside / "sha256sums.txt").unlink(missing_ok=True)
        if branding.site is not None:
            (inside / SITE_FILE).write_bytes(branding.site)
            for name, data in branding.pictures.items():
                (inside / name).write_bytes(data)
    except OSError as error:
        raise CannotWriteError(path=target, reason=plain_reason(error)) from error
