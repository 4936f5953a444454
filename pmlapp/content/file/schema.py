"""What a file must have to be a content file, and how a connection to one is kept to reading it."""

import sqlite3
from collections.abc import Iterable
from typing import Final

from pmlapp.content.file.tables import APPLICATION_ID, OLDEST_VERSION, SCHEMA_VERSION, STATEMENTS, TOKENIZER

_KEPT_BY_SEARCH: Final = frozenset(
    f"{table}_{part}"
    for table in ("search_head", "search_body", "search_grams")
    for part in ("data", "idx", "docsize", "config")
    if (table, part) != ("search_grams", "docsize")
)
"""The tables in which FTS5 keeps an index without text."""

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 16 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}

_FUNCTIONS: Final = frozenset({"match", "bm25", "coalesce", "count", "min", "max"})
_PRAGMAS: Final = frozenset({"data_version", "integrity_check"})

_MOST_STEMS_KEPT: Final = 20_000


def create_tables(connection: sqlite3.Connection) -> None:
    """Make an empty content file out of an empty database."""
    connection.execute(f"pragma application_id = {APPLICATION_ID}")
    connection.execute(f"pragma user_version = {SCHEMA_VERSION}")
    for statement in STATEMENTS:
        connection.execute(statement)


def foreign_object(connection: sqlite3.Connection, statements: Iterable[str] = STATEMENTS) -> str | None:
    """What the schema of a file has too much or too little, by name; None if it is exactly that of ``statements``.

    A view or trigger in a file from elsewhere would run somebody else's SQL.
    """
    missing = set(statements)
    for kind, name, sql in connection.execute("select type, name, sql from main.sqlite_schema"):
        if sql in missing:
            missing.remove(sql)
        elif not (name in _KEPT_BY_SEARCH and kind == "table") and not (kind == "index" and sql is None):
            return str(name)
    return min(missing, default=None)


def guard(connection: sqlite3.Connection) -> int:
    """Make the connection unable to do more than read our tables; ValueError if the schema is not ours.

    A file of format 3 is given the tables of format 4 as views, so that whatever reads need not know.

    Returns:
        The format of the file.

    Source: https://sqlite.org/security.html
    """
    (found,) = connection.execute("pragma user_version").fetchone()
    statements = STATEMENTS
    if found == OLDEST_VERSION:
        from pmlapp.content.file import format_3  # noqa: PLC0415  hardly any file still needs it

        statements = format_3.STATEMENTS
    for setting in ("trusted_schema=off", "cell_size_check=on", "mmap_size=0", "temp_store=memory"):
        connection.execute(f"pragma {setting}")
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    if (name := foreign_object(connection, statements)) is not None:
        raise ValueError(f"the schema is not ours: {name}")
    if found == OLDEST_VERSION:
        format_3.show_as_format_4(connection)
    connection.execute("pragma query_only=on")
    for table in ("search_head", "search_body", "search_grams"):
        # FTS5 declares its tables at the first query, which the authorizer would refuse.
        connection.execute(f"select rowid from {table} where {table} match '\"aaa\"' limit 1").fetchone()
    connection.set_authorizer(_only_reading)
    return int(found)


class Stemmer:
    """Cuts words to their stems by the tokenizer of the search tables, so that what is marked is what was found."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}
        self._db = sqlite3.connect(":memory:", isolation_level=None)
        self._db.execute(f"CREATE VIRTUAL TABLE words using fts5 (word, tokenize='{TOKENIZER}')")
        self._db.execute("CREATE VIRTUAL TABLE stems using fts5vocab (words, instance)")

    def close(self) -> None:
        """Give back the memory."""
        self._db.close()

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """The stem of each word; a word that the tokenizer does not take for one is its own."""
        asked = dict.fromkeys(words)
        new = [word for word in asked if word not in self._known]
        if new:
            if len(self._known) > _MOST_STEMS_KEPT:
                self._known.clear()
                new = list(asked)
            self._known.update((word, word) for word in new)
            # Words of ASCII are one token each: together they are one text, read four times as fast.
            plain = [word for word in new if word.isascii() and word.isalnum()]
            others = [word for word in new if not (word.isascii() and word.isalnum())]
            self._db.execute("begin")
            self._db.executemany("insert into words (rowid, word) values (?, ?)", enumerate([" ".join(plain), *others]))
            for text, place, stem in self._db.execute('select doc, "offset", term from stems'):
                self._known[others[text - 1] if text else plain[place]] = stem
            self._db.execute("rollback")
        return {word: self._known[word] for word in asked}


def _only_reading(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    allowed = (
        action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)
        or (action == sqlite3.SQLITE_FUNCTION and second in _FUNCTIONS)
        or (action == sqlite3.SQLITE_PRAGMA and first in _PRAGMAS)
    )
    return sqlite3.SQLITE_OK if allowed else sqlite3.SQLITE_DENY
