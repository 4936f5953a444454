"""A content file that is open for reading: guarded, and every damage reported as such."""

import sqlite3
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from itertools import repeat
from pathlib import Path
from time import monotonic
from types import TracebackType, UnionType
from typing import Any, Final, Self

from pmlapp import __version__
from pmlapp.content.file.digests import of_values
from pmlapp.content.file.header import refuse_other_files, was_written_to
from pmlapp.content.file.schema import guard
from pmlapp.content.file.tables import OLDEST_VERSION
from pmlapp.errors import (
    DamagedPartError,
    EditedContentError,
    EditedPartError,
    NewerContentError,
    UnreadableContentError,
)

_LONGEST_READ_SECONDS: Final = 5.0
"""Nothing asked of a sound file takes a tenth of it; a damaged one may lead SQLite in circles."""

_STEPS_BETWEEN_LOOKS_AT_THE_CLOCK: Final = 500_000

# What a damaged file makes of a read: SQLite's own errors, text that is not UTF-8, bytes that do
# not unpack, and values that no field of the model may hold.
_DAMAGE: Final = (sqlite3.Error, zlib.error, ValueError, TypeError, OverflowError, MemoryError)

_NEEDED: Final = frozenset({"library", "library words", "question types", "topics"})
"""The parts without which no page can be shown."""

_Types = Sequence[type | UnionType]
_Values = Sequence[object] | Mapping[str, object]


class _Reading:
    """Tells every damage met inside it as such; one object for all, since a key makes some thirty reads."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        # The use of a closed store is a mistake of ours, not of the file.
        if isinstance(error, _DAMAGE) and not isinstance(error, sqlite3.ProgrammingError):
            kind = EditedContentError if was_written_to(self._path) else UnreadableContentError
            raise kind(path=self._path, cause=str(error)) from error


class ContentFile:
    """The rows of one content file.

    The file is opened read-only and taken as unchanging, so it may lie on
    read-only media.  Not thread-safe: it belongs to the thread that opened it.
    A context manager: the opener closes it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection
        self._to_close = ExitStack()
        self._to_close.callback(connection.close)
        self._deadline = 0.0
        self._told = _Reading(path)
        self._state = state_of(path)
        with self._reading():
            connection.set_progress_handler(self._out_of_time, _STEPS_BETWEEN_LOOKS_AT_THE_CLOCK)
            self._has_digests = guard(connection) > OLDEST_VERSION
            connection.row_factory = sqlite3.Row
            self._language, needs, self._dictionary, digest = self._row(
                "select language, min_app_version, dictionary, dictionary_sha256 from library",
                (),
                (str, str, bytes, bytes),
            )
            if self._has_digests and of_values(self._dictionary) != digest:
                raise self._not_as_built("the shared dictionary")
        if _version(needs) > _version(__version__):
            raise NewerContentError(path=path, found=needs, supported=__version__)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the content file at ``path``; a few milliseconds, whatever its size.

        Raises:
            MissingContentError: there is nothing at that path.
            UnreadableContentError: it is not a content file, or is damaged.
            NewerContentError: a later version of this program made it.
        """
        refuse_other_files(path)
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            connection = sqlite3.connect(uri, uri=True, isolation_level=None)
        except sqlite3.Error as error:
            raise UnreadableContentError(path=path, cause=str(error)) from error
        try:
            return cls(path, connection)
        except BaseException:
            connection.close()
            raise

    def was_edited(self) -> bool:
        """Whether another program has written to the file since it was built."""
        return was_written_to(self.path)

    def is_changed(self) -> bool:
        """Whether another file is there now, or this one was written to; one that is gone for now is not."""
        now = state_of(self.path)
        return now is not None and now != self._state

    def read_from(self, path: Path) -> None:
        """Read the library at another place from the next look on, which takes it for a changed one."""
        self.path = path
        self._state = None

    def reopen(self) -> None:
        """Read the file that is there now; what was read before is forgotten.

        Raises:
            ContentError: it cannot be read; then everything stays as it was.
        """
        fresh = type(self).open(self.path)
        self.close()
        self.__dict__.clear()
        self.__dict__.update(fresh.__dict__)
        self._db.set_progress_handler(self._out_of_time, _STEPS_BETWEEN_LOOKS_AT_THE_CLOCK)

    def close(self) -> None:
        """Let go of the file; nothing can be read from the store after that.  A second call does nothing."""
        self._to_close.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    def _reading(self, limit_seconds: float = _LONGEST_READ_SECONDS) -> "_Reading":
        self._deadline = monotonic() + limit_seconds
        return self._told

    def _out_of_time(self) -> bool:
        return monotonic() > self._deadline

    def _compare(self, part: str, recorded: bytes, found: Callable[[], bytes]) -> None:
        """Raise `DamagedPartError` unless a part of the file has the digest that the file names for it."""
        if self._has_digests and found() != recorded:
            raise self._part_not_as_built(part)

    def _compare_part(self, part: str, *values: object) -> None:
        """Compare a part that is read whole with its digest in the table of digests.

        Raises:
            DamagedPartError: it is not as it was built.
            UnreadableContentError: nor can anything be shown without it.
        """
        if self._has_digests:
            found = self._rows("select sha256 from part_digests where part = ?", (part,), (bytes,))
            if of_values(part, *values) != (found[0][0] if found else b""):
                raise self._not_as_built(f"the {part}") if part in _NEEDED else self._part_not_as_built(f"the {part}")

    def _part_not_as_built(self, part: str) -> DamagedPartError:
        kind = EditedPartError if was_written_to(self.path) else DamagedPartError
        return kind(path=self.path, part=part)

    def _not_as_built(self, part: str) -> UnreadableContentError:
        """The failure when without this part nothing can be shown."""
        kind = EditedContentError if was_written_to(self.path) else UnreadableContentError
        return kind(path=self.path, cause=f"{part} is not as it was built")

    def _rows(self, query: str, values: _Values = (), types: _Types | None = None) -> list[Any]:
        """The rows, each value of the type its column should have: text, if no ``types`` are named."""
        rows = self._db.execute(query, values).fetchall()
        # Column by column, and each type once: a search reads hundreds of rows.
        for column, allowed in zip(zip(*rows, strict=True), types or repeat(str), strict=False):
            if not all(issubclass(found, allowed) for found in set(map(type, column))):
                raise TypeError("a row holds what its columns may not")
        return rows

    def _row(self, query: str, values: _Values = (), types: _Types | None = None) -> Any:
        (row,) = self._rows(query, values, types)
        return row


def state_of(path: Path) -> tuple[int, int, int] | None:
    """By what a file is known to be another one, or to have been written to; None if it is not there."""
    try:
        state = path.stat()
    except OSError:
        return None
    return state.st_ino, state.st_size, state.st_mtime_ns


def _version(text: str) -> tuple[int, ...]:
    """``0.10.2`` as numbers; anything else counts as no version."""
    parts = text.split(".")
    return tuple(int(part) for part in parts) if all(part.isdecimal() for part in parts) else ()
