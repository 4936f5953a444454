"""What an import could not carry over: the 18 kinds of it, each case with its place."""

from enum import IntEnum
from typing import Final, NamedTuple


class Kind(IntEnum):
    """A kind of thing that our pages do not have, or that only a person can decide."""

    DIFFERENCE = 0
    """A number or a cell of a table that the text had and the page has not, or the other way round."""
    CHANGES = 1
    COMMENTS = 2
    HIDDEN = 3
    TEXT_BOXES = 4
    EQUATIONS = 5
    LIST_NUMBERS = 6
    JOINED_CELLS = 7
    TABLE_HEADS = 8
    SYMBOLS = 9
    PICTURES = 10
    HEADERS = 11
    MARKS = 12
    HEADINGS = 13
    NOTES = 14
    LANGUAGES = 15
    LINKS = 16
    EMPTY = 17
    CONTROLS = 18


HEADLINES: Final = {
    Kind.DIFFERENCE: "numbers and cells that differ from the text that was read",
    Kind.CHANGES: "changes that nobody had accepted or refused",
    Kind.COMMENTS: "comments",
    Kind.HIDDEN: "hidden text",
    Kind.TEXT_BOXES: "text boxes",
    Kind.EQUATIONS: "equations",
    Kind.LIST_NUMBERS: "lists with letters or numbers of their own",
    Kind.JOINED_CELLS: "joined cells of tables",
    Kind.TABLE_HEADS: "tables without a head",
    Kind.SYMBOLS: "signs that could not be read",
    Kind.PICTURES: "pictures",
    Kind.HEADERS: "headers and footers",
    Kind.MARKS: "underlined, coloured, marked or struck words",
    Kind.HEADINGS: "headings",
    Kind.NOTES: "notes that are no sources",
    Kind.LANGUAGES: "words in another language or direction",
    Kind.LINKS: "links that our pages do not have",
    Kind.EMPTY: "empty answers, and texts of other people",
    Kind.CONTROLS: "fields that nobody had filled in",
}
"""What a report calls each kind."""

_SHOWN: Final = 60


class Note(NamedTuple):
    """One thing that was not carried over as it was."""

    kind: Kind
    place: str
    """Where it is, in words by which a person finds it."""
    message: str


def words(text: str) -> str:
    """The beginning of a text on one line, in quotation marks, to find it by."""
    line = " ".join(text.split())
    return f"“{line[:_SHOWN]}…”" if len(line) > _SHOWN else f"“{line}”"
