"""Every number of a page with its sentence and the sources cited for it."""

import re
from collections.abc import Iterator
from enum import StrEnum
from itertools import pairwise
from typing import Final, NamedTuple

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
)
from pmlapp.content.sentences import sentences_in

# Not the 7 of interleukin-7 or the 4 of CD4: those are names.
_NUMBER: Final = re.compile(r"(?<!\w)(?<![^\W\d]-)\d+(?:[.,]\d+)*(?:\s?%)?")


_BETWEEN_CELLS: Final = " | "


class Where(StrEnum):
    """How near the citations are to a number."""

    SENTENCE = "in its sentence"
    NEAR = "near it"
    NOWHERE = "nowhere"


class Run(NamedTuple):
    """A piece of a sentence; ``number`` if it is one."""

    text: str
    number: bool


class NumberedSentence(NamedTuple):
    """A sentence that holds a number, and the sources (by their numbers on the page) cited for it."""

    runs: tuple[Run, ...]
    sources: tuple[int, ...]
    where: Where


class _Passage(NamedTuple):
    spans: tuple[Span, ...]
    near: tuple[int, ...] = ()
    """Sources cited beside it: in the line that leads in, or round the table."""
    is_row: bool = False
    """A row of a table is checked as one, whatever stops are in its cells."""


def numbered_sentences(blocks: tuple[Block, ...]) -> tuple[NumberedSentence, ...]:
    """Every sentence with a number written in figures, those inside lists, boxes, folds and tables too.

    A citation belongs to the sentence in which, or right after which, it comes.  Where
    a sentence has none, those around it are named, as near only: whether they
    are meant is for a person to say.
    """
    return tuple(found for passage in _passages(blocks, ()) for found in _in_passage(passage))


def _in_passage(passage: _Passage) -> Iterator[NumberedSentence]:
    text, cited = _flat(passage.spans)
    around = tuple(dict.fromkeys([number for _, number in cited] or passage.near))
    starts: list[int] = []
    end = 0
    for sentence in [text] if passage.is_row else sentences_in(text):
        starts.append(text.index(sentence, end))
        end = starts[-1] + len(sentence)
    for start, end in pairwise([*starts, len(text) + 1]):
        runs = tuple(_runs(text[start:end].strip()))
        if not any(run.number for run in runs):
            continue
        # What is at the very start of a sentence belongs to the one before.
        own = tuple(dict.fromkeys(number for at, number in cited if start < at < end or at == start == 0))
        where = Where.SENTENCE if own else Where.NEAR if around else Where.NOWHERE
        yield NumberedSentence(runs, own or around, where)


def _runs(sentence: str) -> Iterator[Run]:
    at = 0
    for match in _NUMBER.finditer(sentence):
        if at < match.start():
            yield Run(sentence[at : match.start()], False)
        yield Run(match[0], True)
        at = match.end()
    if at < len(sentence):
        yield Run(sentence[at:], False)


def _passages(blocks: tuple[Block, ...], near: tuple[int, ...]) -> Iterator[_Passage]:
    lead_in: tuple[int, ...] = ()
    for block in blocks:
        match block:
            case Heading(spans=spans) | ShortAnswer(spans=spans):
                yield _Passage(spans)
            case Paragraph(spans=spans):
                yield _Passage(spans, near)
            case ItemList(items=items):
                for item in items:
                    yield from _passages(item.blocks, (*near, *lead_in))
            case Callout(title=title, blocks=inner):
                yield _Passage(title, near)
                yield from _passages(inner, near)
            case Fold(title=title, blocks=inner):
                yield _Passage((Text(title),), near)
                yield from _passages(inner, near)
            case Figure(alt=alt, caption=caption):
                yield _Passage((Text(alt),), _cited(caption))
                yield _Passage(caption)
            case Table():
                yield from _in_table(block)
            case Breadcrumb() | Title() | Notice() | ReviewLine() | SourceList() | CardList() | Disclaimer():
                pass
        lead_in = _cited(block.spans) if isinstance(block, Paragraph) else ()


def _in_table(table: Table) -> Iterator[_Passage]:
    around = (*_cited(table.caption), *_cited(table.note))
    yield _Passage(table.caption, around)
    yield from (_Passage(cell, around) for cell in table.header)
    for row in table.rows:
        cells = [span for cell in row for span in (*cell, Text(_BETWEEN_CELLS))]
        yield _Passage(tuple(cells[:-1]), around, is_row=True)
    yield _Passage(table.note, around)


def _cited(spans: tuple[Span, ...]) -> tuple[int, ...]:
    return tuple(number for _, number in _flat(spans)[1])


def _flat(spans: tuple[Span, ...]) -> tuple[str, list[tuple[int, int]]]:
    """The words on one line, and ``(place, number)`` of each citation in them."""
    text = ""
    cited: list[tuple[int, int]] = []
    for span in spans:
        match span:
            case Text(words):
                text += re.sub(r"\s", " ", words)
            case LineBreak():
                text += " "
            case Citation(number=number):
                cited.append((len(text), number))
            case Strong(inner) | Emphasis(inner) | Link(_, inner) | Term(_, inner):
                words, inside = _flat(inner)
                cited.extend((len(text) + at, number) for at, number in inside)
                text += words
    return text, cited
