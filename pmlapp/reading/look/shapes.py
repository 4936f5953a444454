"""The shapes painted under and beside the words of a page; where they are follows from the words."""

from enum import StrEnum
from typing import NamedTuple, cast

from PySide6.QtGui import QTextLine

MARK_RADIUS = 3
"""Of the corners of found words, in px."""


class BoxKind(StrEnum):
    """What a box is for; the painter gives each kind its ground, edge and corners."""

    ANSWER = "answer"
    EMERGENCY = "emergency"
    URGENT = "urgent"
    INFO = "info"
    PROBLEM = "problem"
    WITHDRAWN = "withdrawn"
    ACTION = "action"
    FOLD = "fold"
    CARD = "card"
    FIGURE = "figure"
    STACK = "stack"


class Box(NamedTuple):
    """A rounded box around the text blocks numbered ``first`` to ``last``.

    ``left`` and ``right`` are insets from the text column, ``above`` and
    ``below`` the padding over the first and under the last block, all in px.
    ``head_last`` is the last block of its head (a band, or a fold's button),
    ``head_below`` the padding under it.  ``target`` makes the whole box, or
    its head if it has one, lead somewhere.
    """

    kind: BoxKind
    first: int
    last: int
    left: float
    right: float
    above: float
    below: float
    head_last: int | None = None
    head_below: float = 0.0
    target: str = ""
    number: int = -1
    """Which link of the page it is, so that focus and hover find it."""


class Bullet(NamedTuple):
    """The dot of a list point: ``x`` from the column's left to its middle."""

    block: int
    x: float
    radius: float
    role: str
    hollow: bool = False


class Marker(NamedTuple):
    """Words set beside the first line of a block, such as the number of a step.

    ``x`` is measured from the column's left to where they end, or, when
    ``from_right``, from its right edge to where they end.
    """

    block: int
    x: float
    text: str
    px: int
    weight: int
    role: str
    from_right: bool = False


class Icon(NamedTuple):
    """An icon beside the first line of a block, or in the middle of a box of blocks to ``last``."""

    block: int
    x: float
    size: float
    name: str
    role: str
    from_right: bool = False
    last: int | None = None


class Rule(NamedTuple):
    """A thin line, ``above`` px over a block, or under it if ``under``."""

    block: int
    left: float
    right: float
    above: float
    under: bool = False


class DottedLine(NamedTuple):
    """The line under a word that the glossary explains: characters ``start`` to ``end``."""

    start: int
    end: int
    below: float
    thickness: float


class TableFrame(NamedTuple):
    """The frame, head and row lines of the table that holds the character ``position``.

    ``left`` and ``right`` are insets from the column, ``padding`` that over and under the words of a cell.
    """

    position: int
    left: float
    right: float
    padding: float


Shape = Box | Bullet | Marker | Icon | Rule | DottedLine | TableFrame


def x_of(line: QTextLine, position: int) -> float:
    """How far from the left edge of its block a character of a line begins, in px."""
    # The binding returns the position along with x, though its stubs promise a number alone.
    found: object = line.cursorToX(position)
    return float(found[0]) if isinstance(found, tuple) else float(cast("float", found))
