"""A file that somebody asked for: it appears whole or not at all."""

from pathlib import Path

from pmlapp.errors import CannotWriteError, plain_reason


def write_whole(path: Path, data: bytes | bytearray | memoryview) -> None:
    """Write ``data`` beside ``path`` and put it in its place: a full disk leaves what was there.

    Raises:
        CannotWriteError: no space, no permission, no such folder; what was at ``path`` is unchanged.
    """
    unfinished = path.with_name(f".{path.name}.unfinished")
    try:
        try:
            unfinished.write_bytes(data)
            unfinished.replace(path)
        finally:
            unfinished.unlink(missing_ok=True)
    except OSError as error:
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error
