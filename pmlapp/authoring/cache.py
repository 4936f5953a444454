"""What commands keep between runs so as not to do the same work twice: a folder that may be deleted at any time.

Each file holds one value under a stamp: a digest of all that the value depends
on.  With another stamp, or with one byte changed, a file is as good as none.
Values are pickled, so the folder is as trusted as Python's own ``__pycache__``:
it is made for its user alone.
"""

import hashlib
import importlib.metadata
import os
import pickle
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp import __version__

_LIBRARIES: Final = ("markdown", "pyyaml", "textstat")
"""Whose versions decide what a text is read as."""
_STAMP: Final = 32
_HEAD: Final = 64
"""Bytes of a file before the value: its stamp, and the digest of the rest."""


class Kept(NamedTuple):
    """What was kept under a name."""

    value: object


class Cache:
    """Values of earlier runs in one folder.

    What cannot be written is not kept, without a word: the work is done all the same.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str, stamp: bytes) -> Kept | None:
        """What was put under this name with this stamp (32 bytes); None if there is nothing, or it is damaged."""
        try:
            data = (self._folder / name).read_bytes()
        except OSError:
            return None
        if data[:_STAMP] != stamp or data[_STAMP:_HEAD] != hashlib.sha256(data[_HEAD:]).digest():
            return None
        try:
            return Kept(pickle.loads(data[_HEAD:]))
        except Exception:
            return None

    def put(self, name: str, stamp: bytes, value: object) -> None:
        """Keep a value in place of the one before."""
        data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
        unfinished = self._folder / f".{name}.{os.getpid()}.unfinished"
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished.write_bytes(stamp + hashlib.sha256(data).digest() + data)
            unfinished.replace(self._folder / name)
        except OSError:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def digest(*parts: bytes | str) -> bytes:
    """32 bytes that differ if any of the parts does, or the place where one ends."""
    made = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        made.update(len(data).to_bytes(8, "big"))
        made.update(data)
    return made.digest()


def digest_of_program() -> bytes:
    """Changes with the version of the program, of Python and of what reads the texts, and with each edited module."""
    package = Path(__file__).parent.parent
    parts = [__version__, sys.version]
    for library in _LIBRARIES:
        with suppress(importlib.metadata.PackageNotFoundError):
            parts.append(f"{library} {importlib.metadata.version(library)}")
    for room in ("authoring", "content", "library"):
        parts += (
            f"{path} {size} {changed}" for path, size, changed in _files(package / room, (".py", ".toml", ".txt"))
        )
    return digest(*parts)


def digest_of_files(folders: Iterable[Path], *, but: Iterable[Path] = ()) -> bytes:
    """Of the names and bytes of all files below the folders, but for those in ``but``."""
    left_out = {str(path) for path in but}
    parts: list[bytes | str] = []
    for folder in folders:
        for path, _, _ in _files(folder, ()):
            if path not in left_out:
                parts.append(path)
                with suppress(OSError):
                    parts.append(Path(path).read_bytes())
    return digest(*parts)


def _files(folder: Path, suffixes: tuple[str, ...]) -> Iterable[tuple[str, int, int]]:
    """Path, size and time of change of each file below a folder, by name; links are not followed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            if entry.is_dir(follow_symlinks=False):
                yield from _files(Path(entry.path), suffixes)
            elif not suffixes or entry.name.endswith(suffixes):
                with suppress(OSError):
                    found = entry.stat()
                    yield entry.path, found.st_size, found.st_mtime_ns
