"""The cells of a table in a grid, so that no joined cell moves another into the wrong column."""

from typing import Final, NamedTuple

from pmlapp.authoring.importing.html_tree import Element, name

_MOST_JOINED: Final = 1_000
"""What a span may claim: browsers stop there as well."""


class Cell(NamedTuple):
    """What is in one place of the grid."""

    element: Element | None
    """None where a row was too short."""
    row: int
    column: int
    """The place where the cell begins; it may cover others too."""


class Grid(NamedTuple):
    """A table in which every row has as many places."""

    rows: list[list[Cell]]
    heads: int
    """How many rows at the top say that they are its head."""

    @property
    def columns(self) -> int:
        """How many places a row has."""
        return len(self.rows[0]) if self.rows else 0


def grid_of(table: Element) -> Grid:
    """The grid of a table; of a cell that covers several places each of them knows where it begins."""
    found: list[list[Cell]] = []
    held_over: dict[tuple[int, int], Cell] = {}
    heads = 0
    lines = [each for each in table.iter("tr") if _table_of(each) is table]
    for y, line in enumerate(lines):
        cells = [each for each in line if name(each) in {"td", "th"}]
        is_head = name(line.getparent()) == "thead" or (bool(cells) and all(name(each) == "th" for each in cells))
        heads += is_head and heads == y
        row: list[Cell] = []
        for element in cells:
            while (y, len(row)) in held_over:
                row.append(held_over[y, len(row)])
            cell = Cell(element, y, len(row))
            across, down = _span(element, "colspan"), min(_span(element, "rowspan"), len(lines) - y)
            for below in range(1, down):
                held_over |= {(y + below, cell.column + beside): cell for beside in range(across)}
            row += [cell] * across
        while (y, len(row)) in held_over:
            row.append(held_over[y, len(row)])
        if row:
            found.append(row)
        elif is_head:
            heads -= 1
    width = max(map(len, found), default=0)
    return Grid([row + [Cell(None, y, x) for x in range(len(row), width)] for y, row in enumerate(found)], heads)


def _table_of(element: Element) -> Element:
    return next(each for each in element.iterancestors() if name(each) == "table")


def _span(element: Element, key: str) -> int:
    said = (element.get(key) or "1").strip()
    return min(max(int(said), 1), _MOST_JOINED) if said.isdecimal() and len(said) < 6 else 1
