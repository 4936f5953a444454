"""Which day it is: what the clock says, unless the library or this computer has seen a later one."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

from pmlapp.library.pages.trusted_day import SeenDays, trusted_day, worth_keeping

_LARGEST_FILE = 128


class Calendar:
    """The last days seen, eight at most, are kept in ``file``, a line each and nothing else.

    ``clock`` is the system's.  A file that is gone, damaged or cannot be
    written takes nothing from the reader: the day is then that of the clock or
    of the library's newest record, whichever is later.
    """

    def __init__(self, file: Path, clock: Callable[[], date]) -> None:
        self._file = file
        self._clock = clock
        self._newest = date.min
        self._seen = _days_in(file)

    def today(self, newest: date) -> date:
        """The day to trust, for a library whose records go to ``newest``."""
        self._newest = newest
        return trusted_day(self._clock(), newest, self._seen).day

    def doubted(self, newest: date) -> date | None:
        """What the clock says, if that is too far ahead to be believed yet; else None."""
        return trusted_day(self._clock(), newest, self._seen).doubted

    def keep(self) -> None:
        """Keep the day of the clock as seen; once a day there is something to write."""
        day = self._clock()
        if self._seen.days[-1:] == (day,) or not worth_keeping(day, self._newest):
            return
        seen = self._seen.and_then(day)
        half_written = self._file.with_name(self._file.name + ".new")
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            half_written.write_text("\n".join(map(str, seen.days)), encoding="ascii")
            half_written.replace(self._file)
            self._seen = seen


def _days_in(file: Path) -> SeenDays:
    try:
        if file.is_file() and file.stat().st_size <= _LARGEST_FILE:
            return SeenDays(tuple(map(date.fromisoformat, file.read_text(encoding="ascii").split())))
    except (OSError, ValueError):
        pass
    return SeenDays()
