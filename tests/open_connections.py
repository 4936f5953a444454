"""Connections to SQLite that nobody closed, as Python 3.13 tells of them, on older versions too."""

import sqlite3
import sys
import warnings
from functools import partial
from typing import Any


class _Watched(sqlite3.Connection):
    """Warns, as Python 3.13 does, when it is collected before it was closed."""

    is_closed = True

    def __init__(self, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        # Not before: one that could not be opened need not be closed.
        self.is_closed = False

    def close(self) -> None:
        super().close()
        self.is_closed = True

    def __del__(self) -> None:
        if not self.is_closed:
            warnings.warn(f"unclosed database in {self!r}", ResourceWarning, source=self, stacklevel=2)


def warn_of_open_connections() -> None:
    """From now on a connection that is collected open is told of, whatever the version of Python."""
    if sys.version_info < (3, 13):
        sqlite3.connect = partial(sqlite3.connect, factory=_Watched)
