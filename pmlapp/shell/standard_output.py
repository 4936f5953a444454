"""The standard output: it may be full, closed, or lack letters, or not be there at all."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TextIO

from pmlapp.errors import QT_TRANSLATE_NOOP, CannotWriteError, plain_reason

_NAME = QT_TRANSLATE_NOOP("errors", "The output")
_THERE_IS_NONE = QT_TRANSLATE_NOOP("errors", "this program was started without one")


@contextmanager
def standard_output() -> Iterator[TextIO]:
    """Write to the standard output inside this; a letter that its encoding lacks becomes ``?``.

    Raises:
        CannotWriteError: the disk is full; or, on Windows, there is no console to write to.
        SystemExit: the listener has heard enough, as ``head`` does; that is not a failure.
    """
    out = sys.stdout
    if out is None:
        raise CannotWriteError(path=_NAME, reason=_THERE_IS_NONE)
    if isinstance(out, io.TextIOWrapper):
        out.reconfigure(errors="replace")
    try:
        yield out
        out.flush()
    except OSError as error:
        # Python would try the rest once more at its end, and complain in its own words.
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())
        if isinstance(error, BrokenPipeError):
            raise SystemExit(0) from error
        raise CannotWriteError(path=_NAME, reason=plain_reason(error)) from error
