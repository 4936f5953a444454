"""Where on a laid-out page words of it are, found by the words themselves."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtGui import QTextDocument

_UNSAID: Final = re.compile(r"[\u2060\u00a0]?\[\d+\]|\u2060")
"""What the page shows and nobody is told: numbers of sources, and the signs that keep words together."""

_ENOUGH = 40
"""So many letters of a text tell it from what is near it."""


class Characters(NamedTuple):
    """Characters ``start`` to ``end`` of a document, all in one of its blocks."""

    start: int
    end: int


class _Line(NamedTuple):
    """The words of one block, and where in the document each run of them begins."""

    said: str
    offsets: tuple[int, ...]
    """Of the first letter of each run, in ``said``."""
    positions: tuple[int, ...]
    """Of the same letters, in the document."""

    def position(self, offset: int) -> int:
        run = bisect_right(self.offsets, offset) - 1
        return self.positions[run] + offset - self.offsets[run]


def places_of(document: QTextDocument, texts: Iterable[tuple[int, str]]) -> Mapping[int, Characters]:
    """Where numbered texts are, each looked for behind the one before it; one that is not there is left out."""
    lines = list(_lines(document))
    found: dict[int, Characters] = {}
    here, offset = 0, 0
    for number, text in texts:
        beginning = text[:_ENOUGH]
        for place in range(here, len(lines)):
            line = lines[place]
            begin = line.said.find(beginning, offset if place == here else 0)
            if begin >= 0:
                end = min(begin + len(text), len(line.said))
                found[number] = Characters(line.position(begin), line.position(max(begin, end - 1)) + 1)
                here, offset = place, end
                break
    return found


def _lines(document: QTextDocument) -> Iterator[_Line]:
    block = document.begin()
    while block.isValid():
        text, start = block.text().replace("\u2028", " "), block.position()
        said, offsets, positions, last = "", [], [], 0
        for cut in (*_UNSAID.finditer(text), None):
            run = text[last : cut.start() if cut is not None else len(text)]
            offsets.append(len(said))
            positions.append(start + last)
            said += run.replace("\u00a0", " ")
            last = cut.end() if cut is not None else last
        yield _Line(said, tuple(offsets), tuple(positions))
        block = block.next()
