"""What the body of an article refers to: sources, words, pages and pictures."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pmlapp.authoring.sources.diagnostics import Fault, SourceFault
from pmlapp.authoring.sources.nearest import nearest
from pmlapp.content.markdown.markdown import ParsedBody
from pmlapp.content.markdown.markdown_limits import TextFault
from pmlapp.content.page import (
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
    walk,
)


class References(NamedTuple):
    """Names in the order of their first use, each once."""

    sources: tuple[str, ...]
    terms: tuple[str, ...]
    articles: tuple[str, ...]
    media: tuple[str, ...]


class Shelves(NamedTuple):
    """What a text may refer to, by name; None for what could not be read, so that no page is blamed for it."""

    sources: Mapping[str, object] | None
    terms: Mapping[str, object] | None
    articles: Mapping[str, object] | None
    media: Mapping[str, object] | None


class Lost(NamedTuple):
    """A reference that leads nowhere."""

    line: int
    """Of the text, from 1."""
    message: str
    fault: Fault


class _Kind(NamedTuple):
    """One kind of reference: how it is written, and what is said where it leads nowhere."""

    written: str
    lacking: str
    fault: Fault


_KINDS: Final = (
    _Kind("[^{}]", "sources.toml has no source “{}”", TextFault.CITATION),
    _Kind("(glossary:{})", "glossary.toml has no word “{}”", TextFault.LINK),
    _Kind("(article:{})", "there is no article “{}”", TextFault.LINK),
    _Kind("(media:{})", "the folder media has no picture “{}”", SourceFault.PICTURE_FILE),
)
"""In the order of `References` and `Shelves`."""


def lost(refers: References, text: str, shelves: Shelves) -> Iterator[Lost]:
    """What ``text`` refers to and nobody has."""
    for keys, known, kind in zip(refers, shelves, _KINDS, strict=True):
        for key in keys:
            if known is not None and key not in known:
                place = max(text.find(kind.written.format(key)), 0)
                message = kind.lacking.format(key) + nearest(key, known)
                yield Lost(text.count("\n", 0, place) + 1, message, kind.fault)


def references(body: ParsedBody) -> References:
    """Everything that ``body`` leads to or shows."""
    terms: dict[str, None] = {}
    articles: dict[str, None] = {}
    media: dict[str, None] = {}

    def note(spans: tuple[Span, ...]) -> None:
        for span in spans:
            match span:
                case Term(key, inner):
                    terms[key] = None
                    note(inner)
                case Link(target, inner):
                    if target.startswith("article:"):
                        articles[target.removeprefix("article:")] = None
                    note(inner)
                case Strong(inner) | Emphasis(inner):
                    note(inner)
                case Text() | Citation() | LineBreak():
                    pass

    for block in walk(body.blocks):
        match block:
            case Paragraph(spans=spans) | Heading(spans=spans) | Callout(title=spans):
                note(spans)
            case Figure(media=name, caption=caption):
                media[name] = None
                note(caption)
            case Table(caption=caption, header=header, rows=rows, note=remark):
                for line in (caption, *header, *(cell for row in rows for cell in row), remark):
                    note(line)
            case (
                ItemList()
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
    return References(tuple(body.cited), tuple(terms), tuple(articles), tuple(media))
