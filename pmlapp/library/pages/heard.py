"""A page as a screen reader is given it: one walk over its blocks, given to the window and to a terminal."""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain
from typing import NamedTuple

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
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceEntry,
    SourceList,
    Span,
    Strong,
    Table,
    Term,
    Text,
    Title,
    plain,
)
from pmlapp.content.source_address import address_as_read
from pmlapp.library.pages.fold_words import fold_head
from pmlapp.library.pages.page_words import PageWords

_DEEPEST_HEADING = 6


class Role(StrEnum):
    """What a thing on the page is, by the names that screen readers have for it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    ITEM = "list item"
    TABLE = "table"
    ROW = "row"
    COLUMN_HEADER = "column header"
    CELL = "cell"
    PICTURE = "picture"
    LINK = "link"
    BUTTON = "button"
    SECTION = "section"


class State(StrEnum):
    """Whether a fold is open."""

    EXPANDED = "expanded"
    COLLAPSED = "collapsed"


class Heard(NamedTuple):
    """One thing on the page, with those inside it.

    ``words`` are the library's; ``label`` is said before them: the number of a step, the header of a cell, the
    kind of a box.  ``level`` is that of a heading, 1 to 6, else 0.  ``detail`` describes it further.  What has a
    ``target`` can be pressed.  ``block`` is the id of the block of the page that it comes from.
    A link inside a thing with words repeats some of them, or is the number of a source, which the words leave out.
    """

    role: Role
    words: str
    block: BlockId
    label: str = ""
    level: int = 0
    state: State | None = None
    detail: str = ""
    target: str = ""
    parts: tuple["Heard", ...] = ()

    @property
    def name(self) -> str:
        """What a screen reader says of it."""
        return f"{self.label} {self.words}".strip()


def heard(page: Page, words: PageWords, open_folds: frozenset[str] = frozenset()) -> tuple[Heard, ...]:
    """What is on a page with these folds open, in reading order."""
    return tuple(_Walk(words, open_folds).blocks(page.blocks))


def heard_lines(parts: Iterable[Heard], depth: int = 0) -> Iterator[str]:
    """A line for each thing: role, level, state, words; what is inside another is two spaces further in."""
    for part in parts:
        role = f"{part.role} {part.level}" if part.level else str(part.role)
        if part.role in (Role.LIST, Role.TABLE):
            role = f"{role} of {sum(each.role is not Role.LINK for each in part.parts)}"
        first = f"{role}, {part.state}" if part.state else role
        detail = f" ({part.detail})" if part.detail else ""
        yield f"{'  ' * depth}{first}{': ' if part.name else ''}{part.name}{detail}"
        yield from heard_lines(part.parts, depth + 1)


def heard_words(parts: Iterable[Heard], *, labels: bool = False) -> Iterator[str]:
    """The words of each thing once, without the numbers of sources; with ``labels`` what is said before them too."""
    for part in parts:
        if part.target.startswith("source:"):
            continue
        if said := part.name if labels else part.words:
            yield said
        inside = (each for each in part.parts if not (part.words and each.role is Role.LINK))
        yield from heard_words(inside, labels=labels)


class _Walk:
    def __init__(self, words: PageWords, open_folds: frozenset[str]) -> None:
        self._words = words
        self._open_folds = open_folds
        self._level = 1

    def blocks(self, blocks: tuple[Block, ...]) -> Iterator[Heard]:
        for block in blocks:
            yield from self._block(block)

    def _block(self, block: Block) -> Iterator[Heard]:
        match block:
            case Breadcrumb(id=name, crumbs=crumbs):
                steps = (
                    Heard(Role.ITEM, "", name, parts=(Heard(Role.LINK, crumb.title, name, target=crumb.target),))
                    if crumb.target
                    else Heard(Role.ITEM, crumb.title, name)
                    for crumb in crumbs
                )
                yield Heard(Role.LIST, "", name, label=self._words.way_here, parts=tuple(steps))
            case Title(id=name, text=text):
                yield Heard(Role.HEADING, text, name, level=1)
            case Heading(id=name, level=level, spans=spans):
                self._level = level
                yield self._said(Role.HEADING, spans, name)._replace(level=level)
            case Paragraph(id=name, spans=spans) | Disclaimer(id=name, spans=spans):
                yield self._said(Role.PARAGRAPH, spans, name)
            case ShortAnswer(id=name, label=label, spans=spans):
                self._level = 2
                yield Heard(Role.HEADING, label, name, level=2)
                yield self._said(Role.PARAGRAPH, spans, name)
            case ReviewLine(id=name, detail=detail, headline=headline):
                yield from (Heard(Role.PARAGRAPH, text, name) for text in (detail, headline))
            case Notice(id=name, care=care, headline=headline, advice=advice):
                said = tuple(Heard(Role.PARAGRAPH, text, name) for text in (headline, advice))
                yield Heard(Role.SECTION, "", name, label=self._words.care(care), parts=said)
            case ItemList():
                items = (self._item(block, number, item) for number, item in enumerate(block.items, block.start))
                yield Heard(Role.LIST, "", block.id, parts=tuple(items))
            case Table():
                yield from self._table(block)
            case Figure(id=name, alt=alt, caption=caption):
                yield Heard(Role.PICTURE, alt, name)
                if caption:
                    yield self._said(Role.PARAGRAPH, caption, name)
            case Callout():
                yield self._callout(block)
            case Fold():
                yield from self._fold(block)
            case SourceList(id=name, entries=entries):
                yield Heard(Role.LIST, "", name, parts=tuple(_source(entry, name) for entry in entries))
            case CardList(id=name, entries=cards):
                yield Heard(Role.LIST, "", name, parts=tuple(_card(card, name) for card in cards))

    def _item(self, block: ItemList, number: int, item: ListItem) -> Heard:
        """A point: its first paragraph is what it says, anything else is inside it."""
        label = f"{number}." if block.ordered else ""
        first, *others = item.blocks or (None,)
        if isinstance(first, Paragraph):
            said = self._said(Role.ITEM, first.spans, first.id)
            return said._replace(label=label, parts=(*said.parts, *self.blocks(tuple(others))))
        return Heard(Role.ITEM, "", item.id, label=label, parts=tuple(self.blocks(item.blocks)))

    def _table(self, table: Table) -> Iterator[Heard]:
        header = tuple(self._said(Role.COLUMN_HEADER, head, table.id) for head in table.header)
        labels = [f"{text}:" if (text := plain(head)) else "" for head in table.header]
        rows = (
            Heard(
                Role.ROW,
                "",
                table.id,
                parts=tuple(
                    self._said(Role.CELL, cell, table.id)._replace(label=label)
                    for label, cell in zip(labels, row, strict=True)
                ),
            )
            for row in table.rows
        )
        said = self._said(Role.TABLE, table.caption, table.id)
        yield said._replace(parts=(*said.parts, Heard(Role.ROW, "", table.id, parts=header), *rows))
        if table.note:
            yield self._said(Role.PARAGRAPH, table.note, table.id)

    def _callout(self, block: Callout) -> Heard:
        outer = self._level
        self._level = min(outer + 1, _DEEPEST_HEADING)
        title = self._said(Role.HEADING, block.title, block.id)._replace(level=self._level)
        inside = list(self.blocks(block.blocks))
        self._level = outer
        if block.action:
            inside.insert(0 if block.action_first else len(inside), Heard(Role.PARAGRAPH, block.action, block.id))
        return Heard(Role.SECTION, "", block.id, label=self._words.care(block.care), parts=(title, *inside))

    def _fold(self, block: Fold) -> Iterator[Heard]:
        is_open = block.id in self._open_folds
        head = fold_head(block, self._words, is_open=is_open)
        yield Heard(
            Role.BUTTON,
            head.button,
            block.id,
            state=State.EXPANDED if is_open else State.COLLAPSED,
            detail=head.detail(self._words),
            target=f"fold:{block.id}",
        )
        if is_open:
            outer = self._level
            inside = tuple(self.blocks(block.blocks))
            self._level = outer
            yield Heard(Role.SECTION, "", block.id, label=block.title, parts=inside)

    def _said(self, role: Role, spans: tuple[Span, ...], block: BlockId) -> Heard:
        return Heard(role, plain(spans).replace("\n", " "), block, parts=tuple(self._links(spans, block)))

    def _links(self, spans: tuple[Span, ...], block: BlockId) -> Iterator[Heard]:
        for span in spans:
            match span:
                case Link(target, inner):
                    yield Heard(Role.LINK, plain(inner), block, target=target)
                case Term(key, inner):
                    detail = self._words.explained_word
                    yield Heard(Role.LINK, plain(inner), block, detail=detail, target=f"glossary:{key}")
                case Citation(key, number):
                    name = self._words.source_number.format(number=number)
                    yield Heard(Role.LINK, name, block, target=f"source:{key}")
                case Strong(inner) | Emphasis(inner):
                    yield from self._links(inner, block)
                case Text() | LineBreak():
                    pass


def _source(entry: SourceEntry, block: BlockId) -> Heard:
    address = address_as_read(entry.url)
    said = " ".join(filter(None, (entry.title, entry.detail, address)))
    link = (Heard(Role.LINK, address, block, target=entry.url),) if entry.url else ()
    return Heard(Role.ITEM, said, block, label=f"{entry.number}.", parts=link)


def _card(card: CardEntry, block: BlockId) -> Heard:
    title = Heard(Role.LINK, card.title, block, target=card.target)
    lines = (Heard(Role.PARAGRAPH, text, block) for text in (card.detail, card.note) if text)
    return Heard(Role.ITEM, "", block, parts=tuple(chain((title,), lines)))
