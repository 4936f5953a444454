"""A file that appears whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path

from pmlapp.errors import CannotWriteError, plain_reason


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` to ``path``, with the folders above it; what was there stays until all of it is on the disk.

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
        unfinished.replace(path)
    except OSError as error:
        raise CannotWriteError(path=path, reason=plain_reason(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
