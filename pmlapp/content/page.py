"""The page as blocks: frozen values that every output is a walk over."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple, NewType, TypeVar, cast

BlockId = NewType("BlockId", str)
"""``b7``: the seventh block of its page in reading order; ``slug#b7`` names it in the library."""

Value = TypeVar("Value", bound=type)


def distinct(value: Value) -> Value:
    """Let values of one kind equal only values of the same kind.

    Named tuples take a sixth of the time of frozen dataclasses to define, and
    there are enough of them here to be seen in each start.  But a tuple equals
    any tuple with the same content: strong words would equal stressed ones.
    """

    def equal(self: object, other: object) -> bool:
        return type(self) is type(other) and tuple.__eq__(cast("tuple[object, ...]", self), other)

    def unequal(self: object, other: object) -> bool:
        return not equal(self, other)

    def hashed(self: object) -> int:
        return hash((type(self), tuple.__hash__(cast("tuple[object, ...]", self))))

    value.__eq__ = equal  # type: ignore[assignment]
    value.__ne__ = unequal  # type: ignore[assignment]
    value.__hash__ = hashed  # type: ignore[assignment]
    return value


# Spans: what is inside a line of text.


@distinct
class Text(NamedTuple):
    """A run of plain characters."""

    text: str


@distinct
class Strong(NamedTuple):
    """Words that must not be missed."""

    spans: tuple["Span", ...]


@distinct
class Emphasis(NamedTuple):
    """Words with a stress."""

    spans: tuple["Span", ...]


@distinct
class Link(NamedTuple):
    """Words that lead somewhere: ``article:ID``, ``#anchor``, ``source:KEY`` or ``https://…``."""

    target: str
    spans: tuple["Span", ...]


@distinct
class Term(NamedTuple):
    """Words that the glossary explains under ``key``."""

    key: str
    spans: tuple["Span", ...]


@distinct
class Citation(NamedTuple):
    """``[3]``: the third source of the page, known as ``key``."""

    key: str
    number: int


@distinct
class LineBreak(NamedTuple):
    """A new line inside a paragraph."""


Span = Text | Strong | Emphasis | Link | Term | Citation | LineBreak


# Blocks of an article's body, made by `content.markdown`.


@distinct
class Heading(NamedTuple):
    """A heading of the body: ``level`` 2 to 4, ``anchor`` unique on the page."""

    id: BlockId
    level: int
    anchor: str
    spans: tuple[Span, ...]


@distinct
class Paragraph(NamedTuple):
    """One thought."""

    id: BlockId
    spans: tuple[Span, ...]


@distinct
class ListItem(NamedTuple):
    """One point of a list; mostly a single paragraph, sometimes with a list below it."""

    id: BlockId
    blocks: tuple["Block", ...]


@distinct
class ItemList(NamedTuple):
    """Points, or numbered steps when ``ordered``; ``start`` is the first number."""

    id: BlockId
    ordered: bool
    start: int
    items: tuple[ListItem, ...]


class Align(StrEnum):
    """Where the text of a table column is."""

    START = "start"
    CENTRE = "centre"
    END = "end"


@distinct
class Table(NamedTuple):
    """A table with one header row; every row has as many cells as ``header``."""

    id: BlockId
    caption: tuple[Span, ...]
    header: tuple[tuple[Span, ...], ...]
    rows: tuple[tuple[tuple[Span, ...], ...], ...]
    aligns: tuple[Align, ...]
    note: tuple[Span, ...]


@distinct
class Figure(NamedTuple):
    """A picture of the media table, with the words that stand for it and those below it."""

    id: BlockId
    media: str
    alt: str
    caption: tuple[Span, ...]


class Care(StrEnum):
    """How urgent a callout is, in the care levels of health services."""

    EMERGENCY = "emergency"
    URGENT = "urgent"
    INFO = "info"


@distinct
class Callout(NamedTuple):
    """A box that says what to do.

    ``action`` is a row of an emergency box (whom to call): never in the article,
    always filled in from the site's settings by `library.pages.composer`.  It is
    the last row, or with ``action_first`` the first, as on the page about urgent help.
    """

    id: BlockId
    care: Care
    title: tuple[Span, ...]
    blocks: tuple["Block", ...]
    action: str = ""
    action_first: bool = False


@distinct
class Fold(NamedTuple):
    """Text a reader opens on purpose.

    ``title`` follows a verb ("Show …", "Hide …"); ``closed_on_each_visit`` is
    for figures about outlook, which nobody should meet by accident.
    """

    id: BlockId
    title: str
    closed_on_each_visit: bool
    blocks: tuple["Block", ...]


# Blocks around the body, made by `library.composer`.


@distinct
class Crumb(NamedTuple):
    """One step of the way to the page; the last has no target."""

    title: str
    target: str


@distinct
class Breadcrumb(NamedTuple):
    """Where the page is in the library."""

    id: BlockId
    crumbs: tuple[Crumb, ...]


@distinct
class Title(NamedTuple):
    """The page's one heading of level 1."""

    id: BlockId
    text: str


@distinct
class Notice(NamedTuple):
    """Something wrong with the page as a whole, in a box above its title.

    ``headline`` is what is wrong, ``advice`` what to do about it; ``icon`` is a
    file stem in resources/icons.
    """

    id: BlockId
    care: Care
    icon: str
    headline: str
    advice: str


@distinct
class ReviewLine(NamedTuple):
    """How far the page may be relied on, from records only.

    ``detail`` is quiet, ``headline`` is the sentence that matters; ``icon`` is
    a file stem in resources/icons.
    """

    id: BlockId
    icon: str
    detail: str
    headline: str


@distinct
class ShortAnswer(NamedTuple):
    """The answer in at most 60 words, under its ``label``."""

    id: BlockId
    label: str
    spans: tuple[Span, ...]


@distinct
class SourceEntry(NamedTuple):
    """A numbered source: what it is, who published it when, and its address as text."""

    number: int
    key: str
    title: str
    detail: str
    url: str


@distinct
class SourceList(NamedTuple):
    """The sources of the page, in the order of their numbers."""

    id: BlockId
    entries: tuple[SourceEntry, ...]


@distinct
class CardEntry(NamedTuple):
    """A card that leads on: ``title`` is the link, ``detail`` the reason, the count or a line of what it leads to.

    ``note`` is a quiet line at its end, behind ``icon``: a file stem in resources/icons.
    """

    target: str
    title: str
    detail: str
    note: str = ""
    icon: str = ""


@distinct
class CardList(NamedTuple):
    """Cards that lead on: related questions, the topics of the library, search results.

    They are in as many ``columns`` if there is room, row by row, else in one.
    """

    id: BlockId
    entries: tuple[CardEntry, ...]
    columns: int = 1


@distinct
class Disclaimer(NamedTuple):
    """The small line at the end."""

    id: BlockId
    spans: tuple[Span, ...]


Block = (
    Heading
    | Paragraph
    | ItemList
    | Table
    | Figure
    | Callout
    | Fold
    | Breadcrumb
    | Title
    | Notice
    | ReviewLine
    | ShortAnswer
    | SourceList
    | CardList
    | Disclaimer
)


@distinct
class OutlineEntry(NamedTuple):
    """A place on the page worth jumping to."""

    level: int
    title: str
    anchor: str


@distinct
class Page(NamedTuple):
    """A whole page, ready for any output.

    ``id`` is an article's id, or a name of our own such as ``words`` for the
    word list; ``outline`` holds headings that are not inside a closed fold.
    """

    id: str
    language: str
    title: str
    blocks: tuple[Block, ...]
    outline: tuple[OutlineEntry, ...] = ()


def plain(spans: tuple[Span, ...]) -> str:
    """The words of spans without marks, links or citations."""
    parts: list[str] = []
    for span in spans:
        match span:
            case Text(text):
                parts.append(text)
            case LineBreak():
                parts.append("\n")
            case Citation():
                pass
            case Strong(inner) | Emphasis(inner) | Link(_, inner) | Term(_, inner):
                parts.append(plain(inner))
    return "".join(parts)


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Every block in reading order, those inside lists, callouts and folds too."""
    for block in blocks:
        yield block
        yield from walk(children(block))


def children(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside a block, in reading order; of a list those of all its points."""
    match block:
        case ItemList(items=items):
            return tuple(inner for item in items for inner in item.blocks)
        case Callout(blocks=inner) | Fold(blocks=inner):
            return inner
        case Heading() | Paragraph() | Table() | Figure():
            return ()
        case (
            Breadcrumb() | Title() | Notice() | ReviewLine() | ShortAnswer() | SourceList() | CardList() | Disclaimer()
        ):
            return ()
