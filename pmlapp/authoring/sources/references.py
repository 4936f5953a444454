"""What the body of an article refers to: sources, words, pages and pictures."""

from typing import NamedTuple

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
