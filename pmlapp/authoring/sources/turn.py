"""One writer at a time: before adding to a folder's files one waits for the others to be done."""

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from pmlapp.errors import CannotWriteError, plain_reason

_PATIENCE_SECONDS: Final = 20.0
"""Who writes takes a few milliseconds; a program that was stopped in the middle may take for ever."""

_BETWEEN_TRIES_SECONDS: Final = 0.02
_BUSY: Final = (errno.EACCES, errno.EAGAIN, errno.EDEADLK)


@contextmanager
def own_turn(folder: Path, *, patience_seconds: float = _PATIENCE_SECONDS) -> Iterator[None]:
    """Nobody else who asks for a turn in ``folder`` has one inside this, whichever process it is.

    The system keeps the lock and takes it away from a process that ends, so none is ever left behind.

    Raises:
        CannotWriteError: the folder is not there or cannot be locked, or somebody else had it for too long.
    """
    try:
        held = _open(folder)
    except OSError as error:
        raise CannotWriteError(path=folder, reason=plain_reason(error)) from error
    try:
        deadline = time.monotonic() + patience_seconds
        while not _locked(held, folder):
            if time.monotonic() > deadline:
                raise CannotWriteError(
                    path=folder, reason="another program is writing there; try again when it is done"
                )
            time.sleep(_BETWEEN_TRIES_SECONDS)
        yield
    finally:
        os.close(held)


def _locked(held: int, folder: Path) -> bool:
    try:
        _lock(held)
    except OSError as error:
        if error.errno in _BUSY:
            return False
        raise CannotWriteError(path=folder, reason=plain_reason(error)) from error
    return True


if sys.platform == "win32":
    import msvcrt

    def _open(folder: Path) -> int:
        # Windows locks no folders; the file stays, since taking it away would let a third writer in.
        return os.open(folder / ".turn", os.O_RDWR | os.O_CREAT)

    def _lock(held: int) -> None:
        msvcrt.locking(held, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _open(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY)

    def _lock(held: int) -> None:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
