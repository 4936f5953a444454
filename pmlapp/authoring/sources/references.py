"""What the body of an article refers to: sources, words, pages and pictures."""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from pmlapp.authoring.sources.nearest import nearest
from pmlapp.content.markdown.markdown import ParsedBody
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


_WRITTEN: Final = ("[^{}]", "(glossary:{})", "(article:{})", "(media:{})")
_LACKING: Final = (
    "sources.toml has no source “{}”",
    "glossary.toml has no word “{}”",
    "there is no article “{}”",
    "the folder media has no picture “{}”",
)


def lost(refers: References, text: str, shelves: Shelves) -> Iterator[tuple[int, str]]:
    """What ``text`` refers to and nobody has: its line (from 1), and the message."""
    for keys, known, written, lacking in zip(refers, shelves, _WRITTEN, _LACKING, strict=True):
        for key in keys:
            if known is not None and key not in known:
                place = max(text.find(written.format(key)), 0)
                yield text.count("\n", 0, place) + 1, lacking.format(key) + nearest(key, known)


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
