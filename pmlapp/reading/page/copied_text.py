"""What a selection of a page is as plain text: the words of its blocks, as `content.page_text` prints them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtGui import QTextBlock

from pmlapp.content.page import Block, Callout, Fold, Page, Table
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.shapes import Bullet, Marker, Shape
from pmlapp.reading.typesetting.twins import without_twins
from pmlapp.reading.typesetting.typesetter import TypesetPage

_ONE_LINE = 100_000
"""A width at which nothing is wrapped: the text is pasted into lines of another width."""


def copied_text(page: Page, typeset: TypesetPage, words: PageWords, start: int, end: int) -> str:
    """Characters ``start`` to ``end`` of the document.

    Blocks that are selected whole are as in the page's text: steps have their numbers, the cells of a row stay
    together, and what a closed fold holds is there, or says that it is closed on purpose.  Of a block that
    is selected in part, only that part is there.
    """
    return _Copy(page, typeset, words, start, end).text()


class _Copy:
    def __init__(self, page: Page, typeset: TypesetPage, words: PageWords, start: int, end: int) -> None:
        self._page = page
        self._typeset = typeset
        self._closed = words.closed_on_purpose
        self._start = start
        self._end = end
        document = typeset.document
        self._first = document.findBlock(start).blockNumber()
        self._last = document.findBlock(max(start, end - 1)).blockNumber()
        self._marks = dict(_marks(typeset.shapes))

    def text(self) -> str:
        if self._first == self._last or not self._typeset.starts:
            return "\n".join(self._lines(self._first, self._last, marked=False))
        pieces = self._pieces(self._page.blocks, self._typeset.document.blockCount() - 1)
        return "\n\n".join(piece for piece in pieces if piece)

    def _pieces(self, blocks: Sequence[Block], last: int) -> Iterator[str]:
        starts = [(self._typeset.starts[block.id], block) for block in blocks if block.id in self._typeset.starts]
        for (first, block), (following, _) in pairwise([*starts, (last + 1, None)]):
            if block is None or first > self._last or following - 1 < self._first:
                continue
            if isinstance(block, Table) or self._is_whole(first, following - 1):
                alone = self._page._replace(blocks=(block,))
                yield page_text(alone, closed=self._closed, width=_ONE_LINE).strip("\n")
            elif isinstance(block, Callout | Fold):
                inner = [self._typeset.starts[each.id] for each in block.blocks if each.id in self._typeset.starts]
                yield "\n".join(self._lines(first, min(inner, default=following) - 1))
                yield from self._pieces(block.blocks, following - 1)
            else:
                yield "\n".join(self._lines(first, following - 1))

    def _is_whole(self, first: int, last: int) -> bool:
        end = self._block(last)
        return self._start <= self._block(first).position() and end.position() + end.length() - 1 <= self._end

    def _lines(self, first: int, last: int, *, marked: bool = True) -> Iterator[str]:
        """The selected part of text blocks ``first`` to ``last``, a line each, with the marks of list items."""
        for number in range(max(first, self._first), min(last, self._last) + 1):
            block = self._block(number)
            begin = max(0, self._start - block.position())
            text = _plain(block.text()[begin : max(0, self._end - block.position())])
            yield f"{self._marks.get(number, '') if marked and not begin else ''}{text}"

    def _block(self, number: int) -> QTextBlock:
        return self._typeset.document.findBlockByNumber(number)


def _marks(shapes: Sequence[Shape]) -> Iterator[tuple[int, str]]:
    """What is drawn before a text block, by the number of the block."""
    for shape in shapes:
        match shape:
            case Marker(block=block, text=text, from_right=False):
                yield block, f"{text} "
            case Bullet(block=block):
                yield block, "- "
            case _:
                pass


def _plain(text: str) -> str:
    """Words without the signs that only keep them together on the screen."""
    text = without_twins(text)
    return text.replace("\u2060", "").replace("\u00a0", " ").replace("\u2028", "\n").replace("\ufffc", "")
