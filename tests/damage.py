"""Content files with which something is really wrong, made from a sound one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path


def missing(sound: Path, path: Path) -> None:
    """Nothing is there."""


def empty(sound: Path, path: Path) -> None:
    path.touch()


def truncated(sound: Path, path: Path) -> None:
    whole = sound.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def no_database(sound: Path, path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" * 1000)


def of_another_program(sound: Path, path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("create table bookmarks (url text)")
        database.commit()


def newer(sound: Path, path: Path) -> None:
    path.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(path)) as database:
        database.execute("pragma user_version = 999")


def flipped_in_its_tables(sound: Path, path: Path) -> None:
    """One bit of the first table's page type."""
    flip(sound, path, 100)


def without_topics(sound: Path, path: Path) -> None:
    """The title of a topic is no text any more."""
    spoil(sound, path, b"Causes and risk")


def edit(sound: Path, path: Path, statement: str) -> None:
    """A sound copy in which somebody changed rows with an SQLite tool."""
    path.write_bytes(sound.read_bytes())
    with closing(sqlite3.connect(path)) as database, database:
        assert database.execute(statement).rowcount > 0


def edited_topics(sound: Path, path: Path) -> None:
    """Somebody gave a topic another title with an SQLite tool."""
    edit(sound, path, "update topics set title = 'Other' where position = 1")


def flip(sound: Path, path: Path, byte: int) -> None:
    whole = bytearray(sound.read_bytes())
    whole[byte] ^= 0b100
    path.write_bytes(whole)


def spoil(sound: Path, path: Path, words: bytes) -> None:
    """``words`` are no text any more wherever they are."""
    whole = sound.read_bytes()
    assert words in whole
    path.write_bytes(whole.replace(words, b"\xff" * len(words)))


def other_topics(sound: Path, path: Path) -> None:
    """The title of a topic has another letter."""
    whole = sound.read_bytes()
    assert b"Causes and risk" in whole
    path.write_bytes(whole.replace(b"Causes and risk", b"Causes and disk"))


Damage = Callable[[Path, Path], None]

DAMAGED = "is damaged, or is not a library of this program. Install the program again, or copy a good content.db"

EDITED = "was changed by another program after it was made. Nobody has checked what it says now. Copy a good content.db"

FILES: tuple[tuple[Damage, int, str], ...] = (
    (missing, 66, "is not there. "),
    (empty, 65, DAMAGED),
    (truncated, 65, DAMAGED),
    (no_database, 65, DAMAGED),
    (of_another_program, 65, DAMAGED),
    (newer, 65, "was made for a newer version of this program. Update the program"),
    (flipped_in_its_tables, 65, DAMAGED),
    (without_topics, 65, DAMAGED),
    (other_topics, 65, DAMAGED),
    (edited_topics, 65, EDITED),
)
"""What is wrong, the exit code, and part of what the reader is told."""
