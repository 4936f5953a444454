"""The log: which failures happened and where, never what anybody read.

A line is made of names from our own code only: kinds of errors, modules,
functions, line numbers, and a few details that cannot name a page.  The text
of an exception or of a Qt message is never written, since it may quote an
address, a title or a search; so nothing needs to be filtered out afterwards.

Written by hand and not with `logging.handlers`, which takes 15 ms and 2.4 MiB
to import and passes on whatever text any library hands it.
"""

import errno
import os
import re
import sys
import traceback
from collections.abc import Callable
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pmlapp import __version__, errors
from pmlapp.errors import PmlError

_LARGEST_BYTES = 256_000
_KEPT_FILES = 3
_LONGEST_LINE = 4000
_MOST_REPEATS = 200
"""Lines of one run; a fault that changes at each repaint would otherwise keep the disk busy."""

_TELLING: Final = MappingProxyType(
    {
        errors.MissingContentError: ("path",),
        errors.WrongPathError: ("path",),
        errors.UnreadableContentError: ("path",),
        errors.DamagedPartError: ("path",),
        errors.EditedContentError: ("path",),
        errors.EditedPartError: ("path",),
        errors.NewerContentError: ("path", "found", "supported"),
        errors.SiteFileError: ("path", "reason"),
        errors.PreferencesError: ("reason",),
        errors.CannotWriteError: ("reason",),
        errors.MissingQtLibraryError: ("library",),
    }
)
"""The details of each kind of failure that may be written, since they cannot tell what was read."""


class Log:
    """Lines in the file at ``path``, at most 3 files of 256 kB; with None, nowhere.

    Nothing that happens to the file ever reaches the caller: a full disk or a
    folder that may not be written costs lines, not the reader.
    """

    def __init__(self, path: Path | None, *, clock: Callable[[], datetime] = datetime.now) -> None:
        self._path = path
        self._clock = clock
        self._written: set[str] = set()

    def move_to(self, path: Path) -> None:
        """Write elsewhere from now on."""
        self._path = path

    def failure(self, error: PmlError) -> None:
        """A failure that was shown to the reader, with the kind of error behind it."""
        details = (f"{key}={error.details.get(key)}" for key in _TELLING.get(type(error), ()))
        self._write("failure", type(error).__name__, *details, *_kind_of(error.__cause__))

    def crash(self, error: BaseException) -> None:
        """A mistake of ours: what kind, the way to it through the code, and the kind of error behind it."""
        way = (
            f"{_module(frame.filename)}:{frame.lineno}:{frame.name}"
            for frame in traceback.extract_tb(error.__traceback__, limit=-20)
        )
        self._write("crash", type(error).__name__, *way, *_kind_of(error.__cause__))

    def qt_message(self, severity: str, category: str, text: str) -> None:
        """A complaint of Qt: its category, and the class or function that complains if it says so first."""
        complainer = re.match(r"Q[A-Z][a-z][A-Za-z]*(::~?[A-Za-z]+)*(?=[:(])", text)
        self._write("qt", severity, category, complainer[0] if complainer else "")

    def _write(self, *words: str) -> None:
        what = " ".join(word for word in words if word)
        # One fault met at each repaint is one line.
        if self._path is None or what in self._written or len(self._written) >= _MOST_REPEATS:
            return
        self._written.add(what)
        line = f"{self._clock():%Y-%m-%dT%H:%M:%S} {__version__} {what}"
        line = "".join(letter if letter.isprintable() else "�" for letter in line[:_LONGEST_LINE])
        try:
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._rotate()
            handle = os.open(self._path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            with os.fdopen(handle, "a", encoding="utf-8", errors="replace") as file:
                file.write(line + "\n")
        except OSError:
            if sys.flags.dev_mode:
                traceback.print_exc()

    def _rotate(self) -> None:
        assert self._path is not None
        if not self._path.is_file() or self._path.stat().st_size < _LARGEST_BYTES:
            return
        names = [self._path, *(self._path.with_name(f"{self._path.name}.{age}") for age in range(1, _KEPT_FILES))]
        for younger, older in reversed(list(pairwise(names))):
            if younger.exists():
                younger.replace(older)


def _kind_of(cause: BaseException | None) -> tuple[str, ...]:
    """``OSError ENOSPC`` or ``DatabaseError SQLITE_CORRUPT``: the kind and its number by name, never the text."""
    if cause is None:
        return ()
    number = errno.errorcode.get(cause.errno or 0, "") if isinstance(cause, OSError) else ""
    return "from", type(cause).__name__, number or str(getattr(cause, "sqlite_errorname", ""))


def _module(filename: str) -> str:
    """``pmlapp/shell/app.py``: the end of the path, which says the module and not whose home it lies in."""
    return "/".join(Path(filename).parts[-3:])
