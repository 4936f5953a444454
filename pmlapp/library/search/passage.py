"""Which part of a page answers best what was searched for."""

from collections.abc import Iterator
from typing import NamedTuple

from pmlapp.content.anchors import REPEATING
from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardList,
    Disclaimer,
    Figure,
    Fold,
    Heading,
    ItemList,
    Notice,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Table,
    Title,
    plain,
)
from pmlapp.library.search.finder import Finder
from pmlapp.library.search.occurrences import Seek


class Passage(NamedTuple):
    """A block of a page, and where one begins to read to understand it."""

    section: BlockId
    """The heading above it, or the block itself."""
    block: BlockId
    folds: frozenset[str] = frozenset()
    """Those that have to be open for it to be on the page."""


class _Part(NamedTuple):
    passage: Passage
    heading: str
    text: str


def best_passage(page: Page, finder: Finder) -> Passage | None:
    """The first block with the most of the words searched for, its heading counted with it.

    None where the title and the short answer have as many: a page is best read from its top.
    Nobody is led into a part that is closed on each visit; its head counts for what it says.
    Nor to key points or to the self-check, which only say again what the page has said.
    """
    top = "\n".join(_said(block) for block in page.blocks if isinstance(block, Title | ShortAnswer))
    most = len(finder.words(top))
    best = None
    for part in _parts(page.blocks):
        words = finder.words(part.text)
        if words and len(words | finder.words(part.heading)) > most:
            most = len(words | finder.words(part.heading))
            best = part.passage
    return best


def seek(finder: Finder, *, behind: str = "") -> Seek:
    """Seeks the words of a search, in whatever form a text has them, ``behind`` the first place of some words."""

    def places(text: str) -> list[tuple[int, int]]:
        begin = text.find(behind) + len(behind)
        return [(start, end) for start, end, _ in finder.places(text) if start >= begin]

    return places


def _parts(blocks: tuple[Block, ...]) -> Iterator[_Part]:
    section: BlockId | None = None
    heading = ""
    repeats = False
    for block in blocks:
        if isinstance(block, Heading):
            repeats = block.anchor in REPEATING
        if repeats:
            continue
        match block:
            case Heading(id=anchor, spans=spans):
                section, heading = anchor, plain(spans)
                yield _Part(Passage(anchor, anchor), "", heading)
            case Fold(id=fold, title=title, closed_on_each_visit=False, blocks=inner):
                yield _Part(Passage(section or fold, fold), heading, title)
                for part in _parts(inner):
                    folds = part.passage.folds | {fold}
                    begin = fold if part.passage.section == part.passage.block else part.passage.section
                    yield _Part(
                        part.passage._replace(section=begin, folds=folds), f"{title}\n{part.heading}", part.text
                    )
            case Title() | ShortAnswer() | Breadcrumb() | ReviewLine() | SourceList() | CardList() | Disclaimer():
                pass
            case _:
                if said := _said(block):
                    yield _Part(Passage(section or block.id, block.id), heading, said)


def _said(block: Block) -> str:
    """The words of a block; of a part that is closed on each visit its head alone."""
    match block:
        case Title(text=text):
            return text
        case Paragraph(spans=spans) | Heading(spans=spans) | ShortAnswer(spans=spans):
            return plain(spans)
        case ItemList(items=items):
            return _all_said(tuple(inner for item in items for inner in item.blocks))
        case Table(caption=caption, header=header, rows=rows, note=note):
            return "\n".join(plain(cell) for cell in (caption, *header, *(cell for row in rows for cell in row), note))
        case Figure(alt=alt, caption=caption):
            return f"{alt}\n{plain(caption)}"
        case Callout(title=title, blocks=inner):
            return f"{plain(title)}\n{_all_said(inner)}"
        case Fold(title=title, closed_on_each_visit=closed, blocks=inner):
            return title if closed else f"{title}\n{_all_said(inner)}"
        case Breadcrumb() | Notice() | ReviewLine() | SourceList() | CardList() | Disclaimer():
            return ""


def _all_said(blocks: tuple[Block, ...]) -> str:
    return "\n".join(map(_said, blocks))
