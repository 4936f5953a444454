"""A file that appears whole or not at all."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from pmlapp.errors import CannotWriteError, plain_reason


def write_whole(path: Path, data: bytes, check: Callable[[Path], None] = lambda unfinished: None) -> None:
    """Write ``data`` to ``path``, with the folders above it; what was there stays until all of it is on the disk.

    Args:
        path: the file; it is written beside its place first.
        data: all of it.
        check: handed the finished file before it takes its place; what it raises leaves everything as it was.

    Raises:
        CannotWriteError: no space or no permission.
    """
    unfinished = path.with_name(f".{path.name}.{os.getpid()}.unfinished")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        check(unfinished)
        unfinished.replace(path)
    except OSError as error:
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
