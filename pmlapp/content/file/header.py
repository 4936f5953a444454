"""What the first 100 bytes of a file tell, before SQLite is let near it."""

import stat
import struct
from pathlib import Path
from typing import Final

from pmlapp.content.file.tables import APPLICATION_ID, OLDEST_VERSION, SCHEMA_VERSION
from pmlapp.errors import MissingContentError, NewerContentError, UnreadableContentError

_HEADER_BYTES: Final = 100
_MAGIC: Final = b"SQLite format 3\0"
_ROLLBACK_JOURNAL: Final = b"\1\1"
_LARGEST_PAGE: Final = 65_536
"""Does not fit two bytes, so the header says 1."""


_WRITES_OF_A_BUILD: Final = 2
"""What SQLite has counted when a library is built: one transaction, and `vacuum`."""


def was_written_to(path: Path) -> bool:
    """Whether SQLite wrote to a content file after it was built.

    SQLite counts in the header how often a file was written to.  A failing disk or a broken copy leaves that
    number alone; any program that edits the file by SQLite does not.

    Source: https://sqlite.org/fileformat.html#file_change_counter
    """
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
        (writes,) = struct.unpack_from(">I", header, 24)
    except (OSError, struct.error):
        return False
    return bool(writes != _WRITES_OF_A_BUILD)


def refuse_other_files(path: Path) -> None:
    """Give a wrong file the right sentence.

    Raises:
        MissingContentError: there is nothing at ``path``.
        UnreadableContentError: a folder, a pipe, another program's file, one cut short, one we may not read.
        NewerContentError: the schema is newer than ours.

    Source: https://sqlite.org/fileformat.html#the_database_header
    """
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            # Opening a pipe would wait for somebody to write into it.
            raise UnreadableContentError(path=path, cause="it is not a regular file")
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingContentError(path=path) from error
    except OSError as error:
        raise UnreadableContentError(path=path, cause=str(error)) from error
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise UnreadableContentError(path=path, cause="it is not an SQLite file")
    (page_size,) = struct.unpack_from(">H", header, 16)
    (pages,) = struct.unpack_from(">I", header, 28)
    (version,) = struct.unpack_from(">I", header, 60)
    (application,) = struct.unpack_from(">I", header, 68)
    if application != APPLICATION_ID:
        raise UnreadableContentError(path=path, cause=f"another program made it: application id {application:#010x}")
    if version > SCHEMA_VERSION:
        raise NewerContentError(path=path, found=version, supported=SCHEMA_VERSION)
    if version < OLDEST_VERSION:
        raise UnreadableContentError(path=path, cause=f"its schema is {version}, which was never published")
    if header[18:20] != _ROLLBACK_JOURNAL:
        raise UnreadableContentError(path=path, cause="its newest rows may be in a second file, a write-ahead log")
    if state.st_size != pages * (_LARGEST_PAGE if page_size == 1 else page_size):
        raise UnreadableContentError(path=path, cause=f"it is {state.st_size} bytes long and should not be")
