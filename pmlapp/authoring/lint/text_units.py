"""The words of an article by what they are on its page: titles, paragraphs, points and cells, and their sentences."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, NamedTuple

from pmlapp.authoring.lint.cited import PlacedBlock
from pmlapp.authoring.sources.records import Record
from pmlapp.content.markdown.markdown_limits import LineIndex
from pmlapp.content.model import Article
from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardList,
    Disclaimer,
    Emphasis,
    Figure,
    Fold,
    Heading,
    ItemList,
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
from pmlapp.content.sentences import sentences_in


class Role(StrEnum):
    """What a text unit is on its page."""

    TITLE = "title"
    SHORT_ANSWER = "short answer"
    TAKE_HOME = "text to take home"
    """A key point, a question to ask, or a question of understanding with its answer."""
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    POINT = "point"
    BOX_TITLE = "title of a callout or fold"
    CAPTION = "caption"
    CELL = "cell"
    PICTURE = "words for a picture"


RUNNING_TEXT: Final = frozenset({Role.SHORT_ANSWER, Role.PARAGRAPH, Role.POINT})
"""Where people read sentences."""


class TextUnit(NamedTuple):
    """Words that form a unit of their own: a paragraph, a point of a list, a cell of a table."""

    role: Role
    line: int
    text: str
    """Plain words on one line, without citations."""
    spans: tuple[Span, ...]
    block: BlockId | None
    """The block that holds them; none for what is in the front matter."""
    inside: tuple[Block, ...]
    section: BlockId | None
    """The heading under which they are."""


class Sentence(NamedTuple):
    """One sentence of a text unit, and its line."""

    text: str
    line: int
    unit: TextUnit


def front_units(front: Record, title: str, short_answer: str) -> Iterator[TextUnit]:
    """The title and the short answer, as a reader sees them."""
    for role, key, text in ((Role.TITLE, "title", title), (Role.SHORT_ANSWER, "short_answer", short_answer)):
        if text:
            yield TextUnit(role, front.line_of(key), text, (Text(text),), None, (), None)


def take_home_units(front: Record, article: Article) -> Iterator[TextUnit]:
    """What stands alone and is read without the page around it, with the lines of the front matter."""
    told = [
        *zip(front.items("key_points"), ((point.text,) for point in article.key_points), strict=False),
        *zip(front.items("questions_to_ask"), ((each.text,) for each in article.questions_to_ask), strict=False),
        *zip(front.items("teach_back"), ((each.question, each.answer) for each in article.teach_back), strict=False),
    ]
    for item, texts in told:
        for text in texts:
            yield TextUnit(Role.TAKE_HOME, item.line, text, (Text(text),), None, (), None)


def body_units(blocks: tuple[PlacedBlock, ...]) -> Iterator[TextUnit]:
    """Every run of words of the body in reading order."""
    section: BlockId | None = None
    for placed in blocks:
        if isinstance(placed.block, Heading):
            section = placed.block.id
        for role, line, spans in _spoken(placed):
            if words := " ".join(plain(spans).split()):
                yield TextUnit(role, line, words, spans, placed.block.id, placed.inside, section)


def _spoken(placed: PlacedBlock) -> Iterator[tuple[Role, int, tuple[Span, ...]]]:
    """Every run of words of one block with its role and line."""
    block, line, inside = placed
    match block:
        case Paragraph(spans=spans):
            yield (Role.POINT if inside and isinstance(inside[-1], ItemList) else Role.PARAGRAPH), line, spans
        case Heading(spans=spans):
            yield Role.HEADING, line, spans
        case Callout(title=spans):
            yield Role.BOX_TITLE, line, spans
        case Fold(title=title):
            yield Role.BOX_TITLE, line, (Text(title),)
        case Figure(alt=alt, caption=caption):
            yield Role.PICTURE, line, (Text(alt),)
            yield Role.CAPTION, line, caption
        case Table(caption=caption, header=header, rows=rows, note=note):
            yield Role.CAPTION, line, caption
            yield from ((Role.CELL, line, cell) for cell in header)
            # The line under the head, which sets the columns, is not a row.
            yield from ((Role.CELL, line + 2 + number, cell) for number, row in enumerate(rows) for cell in row)
            yield Role.CAPTION, line + 2 + len(rows), note
        case (
            ItemList()
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


_WORD: Final = re.compile(r"[^\W_]+")


def sentences_of(text: str, units: tuple[TextUnit, ...]) -> Iterator[Sentence]:
    """The sentences of units, each with its line in ``text``."""
    index = LineIndex(text)
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    for unit in units:
        found = sentences_in(unit.text)
        if len(found) == 1:
            yield Sentence(found[0], unit.line, unit)
            continue
        position = starts[unit.line - 1]
        for sentence in found:
            # Marks may be between the words, so its first word is looked up, then its last.
            words = _WORD.findall(sentence)
            at = text.find(words[0], position) if words else -1
            yield Sentence(sentence, max(index.line_of(at), unit.line) if at >= 0 else unit.line, unit)
            if at >= 0:
                # Never so far that one word met too late would carry the rest of the page with it.
                end = text.find(words[-1], at, at + 4 * len(sentence) + 200)
                position = max(position, end, at)


def every_span(spans: tuple[Span, ...]) -> Iterator[Span]:
    """Spans in reading order, each before those inside it."""
    for span in spans:
        yield span
        if isinstance(span, Strong | Emphasis | Link | Term):
            yield from every_span(span.spans)
