"""Which day it is: what the clock says, unless the library or this computer has seen a later one."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from pmlapp.library.pages.trusted_day import trusted_day, worth_keeping

_LARGEST_FILE = 64


class Calendar:
    """The newest day seen is kept in ``file``, ten letters and nothing else.

    ``clock`` is the system's.  A file that is gone, damaged or cannot be
    written takes nothing from the reader: the day is then that of the clock or
    of the library's newest record, whichever is later.
    """

    def __init__(self, file: Path, clock: Callable[[], date]) -> None:
        self._file = file
        self._clock = clock
        self._newest = date.min
        self._last_seen = _day_in(file)

    def today(self, newest: date) -> date:
        """The day to trust, for a library whose records go to ``newest``."""
        self._newest = newest
        return trusted_day(self._clock(), newest, self._last_seen)

    def keep(self) -> None:
        """Keep the day of the clock if it is newer than any seen; once a day there is something to write."""
        day = self._clock()
        if (self._last_seen and day <= self._last_seen) or not worth_keeping(day, self._newest):
            return
        half_written = self._file.with_name(self._file.name + ".new")
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half_written.write_text(day.isoformat(), encoding="ascii")
            half_written.replace(self._file)
            self._last_seen = day


def _day_in(file: Path) -> date | None:
    try:
        if file.is_file() and file.stat().st_size <= _LARGEST_FILE:
            return date.fromisoformat(file.read_text(encoding="ascii").strip())
    except (OSError, ValueError):
        pass
    return None
