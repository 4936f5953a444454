"""Plain text as blocks: what blanks, dashes and empty lines meant where nothing else was to be had."""

import re
from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.importing.dialect import NO_ID
from pmlapp.content.page import Block, ItemList, ListItem, Paragraph, Text

_LINES: Final = re.compile(r"\r\n?|\n|(?<=\S)[ \t]{3,}(?=\S)")
_POINT: Final = re.compile(r"\s*[-•●▪*–]\s+(?=\S)")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ue000-\uf8ff\ufeff\ufffd]"
)


def blocks_of_text(text: str) -> list[Block]:
    """The paragraphs and points of a text; a run of blanks inside a line divides as a line end does."""
    blocks: list[Block] = []
    points: list[ListItem] = []
    for line, is_point in _lines(_UNSEEN.sub("", text)):
        paragraph = Paragraph(NO_ID, (Text(line),))
        if is_point:
            points.append(ListItem(NO_ID, (paragraph,)))
            continue
        if points:
            blocks.append(ItemList(NO_ID, False, 1, tuple(points)))
            points = []
        blocks.append(paragraph)
    if points:
        blocks.append(ItemList(NO_ID, False, 1, tuple(points)))
    return blocks


def _lines(text: str) -> Iterator[tuple[str, bool]]:
    for line in _LINES.split(text):
        point = _POINT.match(line)
        if words := " ".join(line[point.end() if point else 0 :].split()):
            yield words, point is not None
