"""Which citations belong to which words of a page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pmlapp.content.page import (
    Block,
    Breadcrumb,
    Callout,
    CardList,
    Citation,
    Disclaimer,
    Emphasis,
    Figure,
    Fold,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Notice,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Span,
    Strong,
    Table,
    Term,
    Text,
    Title,
    plain,
)


class PlacedBlock(NamedTuple):
    """A block of the body with the line (from 1, of the file) on which it begins."""

    block: Block
    line: int
    inside: tuple[Block, ...]
    """The lists, callouts and folds around it, outermost first."""


class Stretch(NamedTuple):
    """Words up to and with the citations that carry them: a part of a paragraph or point, or a row of a table."""

    text: str
    line: int
    """Where its paragraph, point or row begins."""
    keys: tuple[str, ...]
    """Of the sources cited right after the words; for a row also those of the table's head, caption and note."""
    around: tuple[str, ...]
    """Of all sources cited in the same paragraph or table, or in the sentence that leads in to the list."""
    inside: tuple[Block, ...]
    """The lists, callouts and folds around it, outermost first."""
    head: str = ""
    """For a row the table's caption and head: bare numbers in it may be so many in 1,000."""


def stretches(blocks: Sequence[PlacedBlock]) -> Iterator[Stretch]:
    """The whole body in reading order, without headings, titles of boxes and words for pictures."""
    before: PlacedBlock | None = None
    for placed in blocks:
        match placed.block:
            case Paragraph(spans=spans):
                lead = _lead_in(placed, before)
                yield from _of_paragraph(_pieces(spans), placed, lead)
            case Figure(caption=caption):
                yield from _of_paragraph(_pieces(caption), placed, ())
            case Table() as table:
                yield from _of_table(table, placed)
            case (
                Heading()
                | ItemList()
                | Callout()
                | Fold()
                | Breadcrumb()
                | Title()
                | Notice()
                | ReviewLine()
                | ShortAnswer()
                | SourceList()
                | CardList()
                | Disclaimer()
            ):
                pass
        if isinstance(placed.block, Paragraph) and not _in_list(placed):
            before = placed


_Pieces = list[tuple[str, tuple[str, ...]]]


def _pieces(spans: Sequence[Span]) -> _Pieces:
    """Words, each run with the keys cited right after it."""
    pieces: _Pieces = []
    text: list[str] = []
    keys: list[str] = []

    def follow(inner: Sequence[Span]) -> None:
        for span in inner:
            match span:
                case Citation(key):
                    keys.append(key)
                case Text(words):
                    if keys and words.strip():
                        pieces.append(("".join(text).strip(), tuple(keys)))
                        text.clear()
                        keys.clear()
                    text.append(words)
                case LineBreak():
                    text.append(" ")
                case Strong(within) | Emphasis(within) | Link(_, within) | Term(_, within):
                    follow(within)

    follow(spans)
    if rest := "".join(text).strip():
        pieces.append((rest, tuple(keys)))
    return pieces


def _keys(spans: Sequence[Span]) -> tuple[str, ...]:
    return tuple(key for _, keys in _pieces(spans) for key in keys)


def _lead_in(placed: PlacedBlock, before: PlacedBlock | None) -> tuple[str, ...]:
    """The sources cited by the paragraph above a list, which speak for all of its points."""
    return _keys(before.block.spans) if _in_list(placed) and before and isinstance(before.block, Paragraph) else ()


def _in_list(placed: PlacedBlock) -> bool:
    return bool(placed.inside) and isinstance(placed.inside[-1], ItemList)


def _of_paragraph(pieces: _Pieces, placed: PlacedBlock, lead: tuple[str, ...]) -> Iterator[Stretch]:
    around = (*lead, *(key for _, keys in pieces for key in keys))
    for text, keys in pieces:
        yield Stretch(text, placed.line, keys, around, placed.inside)


def _of_table(table: Table, placed: PlacedBlock) -> Iterator[Stretch]:
    shared = (*_keys(table.caption), *_keys(table.note), *(key for cell in table.header for key in _keys(cell)))
    head = " ".join(plain(spans) for spans in (table.caption, *table.header))
    # The line under the head, which sets the columns, is not a row.
    for line, row in enumerate(table.rows, start=placed.line + 2):
        pieces = [piece for cell in row for piece in _pieces(cell)]
        keys = (*(key for _, cited in pieces for key in cited), *shared)
        yield Stretch(" · ".join(text for text, _ in pieces), line, keys, keys, placed.inside, head)
    around = (*shared, *(key for row in table.rows for cell in row for key in _keys(cell)))
    for spans in (table.caption, table.note):
        for text, keys in _pieces(spans):
            yield Stretch(text, placed.line, keys, around, placed.inside)
