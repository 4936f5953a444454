"""How values become rows."""

from collections.abc import Iterable, Iterator
from typing import Any, Final, NamedTuple

from sqlite_utils import Database

Row = dict[str, Any]


class Part(NamedTuple):
    """A part of a library by its name, and its digest."""

    name: str
    sha256: bytes


BESIDE: Final = ("page ", "word ", "media ", "source ")
"""Parts of which the digest is in their own row, or in that of the pages that show them."""


def insert(database: Database, table: str, rows: Iterable[Row]) -> None:
    """Put rows into a table."""
    database.table(table).insert_all(rows)


def placed(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows with their ``position`` from 1."""
    return ({"position": position, **each} for position, each in enumerate(rows, start=1))


def row(value: object, fields: str) -> Row:
    """Some fields of a value."""
    return {field: getattr(value, field) for field in fields.split()}
