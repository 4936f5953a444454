"""How much an import reads: a file that is larger, or unpacks to more, is refused before it is opened."""

import zipfile
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.errors import CannotImportError, plain_reason

_MB: Final = 1_000_000


class Limits(NamedTuple):
    """What a single file may have; the usual values are far above any leaflet."""

    file_bytes: int = 100 * _MB
    """On the disk."""
    unpacked_bytes: int = 300 * _MB
    """Of all parts of a Word file together."""
    part_bytes: int = 60 * _MB
    """Of one part that is XML."""
    parts: int = 5_000


USUAL: Final = Limits()


def read_bytes(path: Path, limits: Limits = USUAL) -> bytes:
    """The bytes of a file.

    Raises:
        CannotImportError: it cannot be read, or is larger than ``limits`` allow.
    """
    try:
        size = path.stat().st_size
        if size > limits.file_bytes:
            raise CannotImportError(
                path=path,
                reason=f"it has {size:,} bytes, more than {limits.file_bytes:,}; divide it, or make it smaller",
            )
        return path.read_bytes()
    except OSError as error:
        raise CannotImportError(path=path, reason=plain_reason(error)) from error


def check_package(path: Path, package: zipfile.ZipFile, limits: Limits = USUAL) -> None:
    """Refuse a zip file that unpacks to more than ``limits`` allow, by what its list of parts says.

    Raises:
        CannotImportError: it does.
    """
    parts = package.infolist()
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > limits.parts or unpacked > limits.unpacked_bytes:
        raise CannotImportError(
            path=path,
            reason=f"it unpacks to {unpacked:,} bytes in {len(parts):,} parts, far more than a text",
        )


def read_part(path: Path, package: zipfile.ZipFile, name: str, limits: Limits = USUAL) -> bytes:
    """One part of a zip file, of which no more is unpacked than ``limits`` allow, whatever its list says.

    Raises:
        CannotImportError: there is more of it.
        KeyError: there is no such part.
    """
    with package.open(name) as part:
        data = part.read(limits.part_bytes + 1)
    if len(data) > limits.part_bytes:
        raise CannotImportError(path=path, reason=f"its part {name} unpacks to more than {limits.part_bytes:,} bytes")
    return data
