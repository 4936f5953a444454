"""The sentences of a page, in the order in which they are read aloud, each with its place on the page."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardEntry,
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
from pmlapp.content.script_language import language_of
from pmlapp.content.sentences import sentence_spans
from pmlapp.library.pages.page_words import PageWords

PICTURE: Final = "\ufffc"
"""What is in a text for a picture, in Qt as in Unicode."""

_ADDRESS: Final = re.compile(r"(?:https?://|www\.)[^\s<>()]*[^\s<>().,;:!?]", re.IGNORECASE)
_SOURCE_NUMBER: Final = re.compile(r"(?:DOI 10\.|PubMed \d)")
_SPACES: Final = re.compile(r"\s+")


class Place(NamedTuple):
    """Characters ``start`` to ``end`` of text number ``part`` (0-based) of a block; see `Part`."""

    block: BlockId
    part: int
    start: int
    end: int


class Sentence(NamedTuple):
    """What is said at once, the language to say it in (``en``, ``pt-BR``), and the words that it is on the page.

    ``said`` may begin with words that are not written there: the number of a step, the header of a table's column.
    """

    said: str
    language: str
    place: Place


class Part(NamedTuple):
    """One text of a block as the page shows it, without citations: a paragraph, a cell, the title of a card.

    ``before`` is said before it; ``instead`` in place of it.  A ``header`` is shown only where a table has its columns
    beside each other, and is said with each cell.  What is ``loose`` may have words of the page before it on its line.
    """

    block: BlockId
    number: int
    shown: str
    before: str = ""
    instead: str = ""
    silent: bool = False
    header: bool = False
    loose: bool = False


def spoken(page: Page, words: PageWords, open_folds: frozenset[str] = frozenset()) -> tuple[Sentence, ...]:
    """Every sentence of a page: what is in closed folds, numbers of sources and addresses are left out.

    Tables are read row by row, each cell with the header of its column; pictures by the words that stand for them.
    """
    return tuple(
        sentence
        for part in parts(page, words, open_folds)
        if not part.silent
        for sentence in _sentences(part, page.language)
    )


def parts(page: Page, words: PageWords, open_folds: frozenset[str] = frozenset()) -> Iterator[Part]:
    """The texts of a page in reading order, those too that are shown and not said."""
    return _Walk(words, open_folds).blocks(page.blocks)


def _sentences(part: Part, page_language: str) -> Iterator[Sentence]:
    text = part.instead or part.shown
    before = part.before
    language = language_of(text, page_language)
    for start, end in sentence_spans(text, language):
        said = _SPACES.sub(" ", _ADDRESS.sub("", text[start:end])).strip()
        if not any(letter.isalnum() for letter in said) or _SOURCE_NUMBER.match(said):
            continue
        span = (0, len(part.shown)) if part.instead else (start, end)
        yield Sentence(f"{before}{said}", language, Place(part.block, part.number, *span))
        before = ""


class _Walk:
    """One walk over a page."""

    def __init__(self, words: PageWords, open_folds: frozenset[str]) -> None:
        self._words = words
        self._open_folds = open_folds

    def blocks(self, blocks: tuple[Block, ...], before: str = "") -> Iterator[Part]:
        """The texts of blocks, with ``before`` said before the first."""
        for block in blocks:
            for part in self._block(block):
                if part.silent:
                    yield part
                else:
                    yield part._replace(before=before + part.before)
                    before = ""

    def _block(self, block: Block) -> Iterator[Part]:
        match block:
            case Title(text=text):
                yield Part(block.id, 0, text)
            case Heading(spans=spans) | Paragraph(spans=spans) | Disclaimer(spans=spans):
                yield Part(block.id, 0, plain(spans))
            case Notice(headline=headline, advice=advice):
                yield Part(block.id, 0, f"{headline} {advice}")
            case ReviewLine(detail=detail, headline=headline):
                yield Part(block.id, 0, detail)
                yield Part(block.id, 1, headline)
            case ShortAnswer(label=label, spans=spans):
                yield Part(block.id, 0, label)
                yield Part(block.id, 1, plain(spans))
            case ItemList(ordered=ordered, start=start, items=items):
                for number, item in enumerate(items, start):
                    yield from self.blocks(item.blocks, f"{number}. " if ordered else "")
            case Table():
                yield from self._table(block)
            case Figure(alt=alt, caption=caption):
                said = self._words.picture_said.format(picture=alt)
                yield Part(block.id, 0, PICTURE, instead=said, silent=not alt)
                if caption:
                    yield Part(block.id, 1, plain(caption))
            case Callout():
                yield from self._callout(block)
            case Fold(title=title, blocks=inner):
                if block.id in self._open_folds:
                    yield from self._fold_head(block.id, title)
                    yield from self.blocks(inner)
            case SourceList(entries=entries):
                for number, entry in enumerate(entries):
                    yield Part(block.id, 3 * number, entry.title)
                    yield Part(block.id, 3 * number + 1, entry.detail)
            case CardList(entries=cards):
                for number, card in enumerate(cards):
                    yield from self._card(block.id, 3 * number, card)
            case Breadcrumb():
                pass

    def _callout(self, block: Callout) -> Iterator[Part]:
        action = Part(block.id, 1, block.action)
        yield Part(block.id, 0, plain(block.title))
        if block.action and block.action_first:
            yield action
        yield from self.blocks(block.blocks)
        if block.action and not block.action_first:
            yield action

    def _fold_head(self, fold: BlockId, title: str) -> Iterator[Part]:
        # On the page the head is a button: "Hide" comes before what it is about, and its kind is below.
        kind, colon, named = title.partition(": ")
        yield Part(fold, 0, named if colon else title, before=f"{kind}: " if colon else "", loose=True)

    def _table(self, table: Table) -> Iterator[Part]:
        number = 0
        if table.caption:
            yield Part(table.id, number, plain(table.caption))
            number += 1
        header = [plain(head) for head in table.header]
        for head in header:
            yield Part(table.id, number, head, silent=True, header=True)
            number += 1
        for row in table.rows:
            for head, cell in zip(header, row, strict=True):
                before = f"{self._words.cell_said.format(header=head.rstrip(':'))} " if head else ""
                yield Part(table.id, number, plain(cell), before=before, loose=True)
                number += 1
        if table.note:
            yield Part(table.id, number, plain(table.note))

    def _card(self, block: BlockId, number: int, card: CardEntry) -> Iterator[Part]:
        yield Part(block, number, card.title)
        # Where there is no window the home page names each page by its id, which nobody could listen to.
        if card.detail and not card.target.endswith(f":{card.detail}"):
            yield Part(block, number + 1, card.detail)
        if card.note:
            yield Part(block, number + 2, card.note)
