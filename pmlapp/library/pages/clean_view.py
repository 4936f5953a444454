"""The clean view of a page: its headings, its text and the words of its pictures, and nothing else."""

from collections.abc import Iterator

from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardEntry,
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
    ListItem,
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
from pmlapp.library.pages.page_words import PageWords

_DEEPEST_HEADING = 4


def clean_blocks(blocks: tuple[Block, ...], words: PageWords) -> tuple[Block, ...]:
    """The same words in the same order, without boxes, tables, pictures and the numbers of sources.

    Every block keeps its id, so that a place on the page is the same in both views.  Folds stay folds: what is
    closed on purpose is nobody's to open.  Only the way to the page is left out.
    """
    return tuple(_Cleaning(words).blocks(blocks))


class _Cleaning:
    def __init__(self, words: PageWords) -> None:
        self._words = words
        self._level = 1

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Block]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Block]:
        match block:
            case Title() | SourceList():
                yield block
            case Heading(level=level, spans=spans):
                self._level = level
                yield block._replace(spans=_text(spans))
            case Paragraph(spans=spans) | Disclaimer(spans=spans):
                yield block._replace(spans=_text(spans))
            case ItemList(items=items):
                cleaned = (item._replace(blocks=tuple(self.blocks(item.blocks))) for item in items)
                yield block._replace(items=tuple(cleaned))
            case ShortAnswer(id=name, label=label, spans=spans):
                self._level = 2
                yield Heading(name, 2, name, (Text(label),))
                yield Paragraph(_part(name, 1), _text(spans))
            case Notice(id=name, headline=headline, advice=advice):
                yield Paragraph(name, (Strong((Text(headline),)), Text(f" {advice}")))
            case ReviewLine(id=name, detail=detail, headline=headline):
                yield Paragraph(name, (Text(f"{detail} "), Strong((Text(headline),))))
            case Figure(id=name, alt=alt, caption=caption):
                yield Paragraph(name, (Text(alt),))
                if caption:
                    yield Paragraph(_part(name, 1), _text(caption))
            case Table():
                yield from self._table(block)
            case Callout():
                yield from self._callout(block)
            case Fold(blocks=inner):
                outer = self._level
                yield block._replace(blocks=tuple(self.blocks(inner)))
                self._level = outer
            case CardList(id=name, entries=cards):
                points = (ListItem(_part(name, n), tuple(_card(card, name, n))) for n, card in enumerate(cards))
                yield ItemList(name, False, 1, tuple(points))
            case Breadcrumb():
                pass

    def _table(self, table: Table) -> Iterator[Block]:
        """Each row as a list of what is in it, after the head of its column."""
        if table.caption:
            yield Paragraph(_part(table.id, 0), (Strong(_text(table.caption)),))
        rows = []
        for number, (first, *others) in enumerate(table.rows, 1):
            name = _part(table.id, number)
            cells = tuple(
                ListItem(name, (Paragraph(name, (Text(f"{plain(head)}: "), *_text(cell))),))
                for head, cell in zip(table.header[1:], others, strict=True)
            )
            inside: tuple[Block, ...] = (Paragraph(name, (Strong(_text(first)),)),)
            rows.append(ListItem(name, (*inside, ItemList(name, False, 1, cells)) if cells else inside))
        yield ItemList(table.id, False, 1, tuple(rows))
        if table.note:
            yield Paragraph(_part(table.id, len(table.rows) + 1), _text(table.note))

    def _callout(self, block: Callout) -> Iterator[Block]:
        """A heading that says of what kind the box was, and what was in it."""
        outer = self._level
        self._level = min(outer + 1, _DEEPEST_HEADING)
        kind = Text(f"{self._words.care(block.care)}: ")
        # A link on the page leads to the box by its id.
        yield Heading(block.id, self._level, block.id, (kind, *_text(block.title)))
        call = (Paragraph(_part(block.id, 1), (Strong((Text(block.action),)),)),) if block.action else ()
        if block.action_first:
            yield from call
        yield from self.blocks(block.blocks)
        if not block.action_first:
            yield from call
        self._level = outer


def _card(card: CardEntry, name: BlockId, number: int) -> Iterator[Block]:
    yield Paragraph(_part(name, number), (Link(card.target, (Text(card.title),)),))
    yield from (Paragraph(_part(name, number), (Text(line),)) for line in (card.detail, card.note) if line)


def _part(block: BlockId, number: int) -> BlockId:
    return BlockId(f"{block}-{number}")


def _text(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The same spans without the numbers of sources; links and explained words can still be followed."""
    kept: list[Span] = []
    for span in spans:
        match span:
            case Citation():
                pass
            case Strong(inner) | Emphasis(inner) | Link(_, inner) | Term(_, inner):
                kept.append(span._replace(spans=_text(inner)))
            case Text() | LineBreak():
                kept.append(span)
    return tuple(kept)
