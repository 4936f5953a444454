"""The highlights of a page: matches of the words looked for, counted, drawn and stepped through."""

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit

from pmlapp.content.page import Fold, Page, walk
from pmlapp.library.search.occurrences import Seek
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.shapes import MARK_RADIUS, Box, BoxKind
from pmlapp.reading.page.article_pane import ArticlePane
from pmlapp.reading.typesetting.flow import LinkRange
from pmlapp.reading.typesetting.typesetter import TypesetPage

_FOLD = "fold:"
_MOST_PAINTED = 2_000
"""A single letter occurs more often on a long page, where marking every one helps nobody."""


class Spot(NamedTuple):
    """Characters ``start`` to ``end`` of the document.

    With ``inside``, the id of a closed fold, they are that fold's head, and what was
    found is number ``nth`` (0-based) of what is found in the fold.
    """

    start: int
    end: int
    inside: str = ""
    nth: int = 0


class _AllOpen(NamedTuple):
    """What a page says with every fold open, and for each fold where what it holds begins and ends."""

    page: Page | None
    text: str
    ranges: Mapping[str, tuple[int, int]]


class Highlights(QObject):
    """Finds words on the page that a pane shows, those in closed folds too, and marks them.

    A fold is opened when one steps to what is in it; but a fold that is closed on each
    visit, with figures that nobody should meet by accident, is only pointed at.

    Signals:
        moved: the page was set again, and the matches are elsewhere.
    """

    moved = Signal()

    def __init__(self, look: Look, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._pane = pane
        self._look = look
        self._seek: Seek | None = None
        self._spots: tuple[Spot, ...] = ()
        self._in_folds: Mapping[str, int] = {}
        self._current: int | None = None
        self._opened: _AllOpen | None = None

    # What was found

    @property
    def found(self) -> int:
        """How many there are, in closed folds too."""
        return len(self._spots)

    @property
    def current(self) -> int | None:
        """The number (0-based) of the match that is selected; None if none is."""
        return self._current

    @property
    def is_closed_in(self) -> bool:
        """Whether the selected match is inside a fold that the reader has to open."""
        return self._current is not None and self._spots[self._current].inside != ""

    # What is asked for

    def set_look(self, look: Look) -> None:
        """Draw with other colours."""
        self._look = look
        self._pane.show_marks()

    def look_for(self, seek: Seek) -> None:
        """Find and highlight whatever ``seek`` finds on this page; select none of it."""
        self._seek = seek
        self._in_folds = self._count_in_folds()
        self._current = None
        self._find()
        self._pane.set_marks(self, shown=True)

    def select_first_from(self, position: int) -> None:
        """Select the first match at or after a position; the very first if none follows."""
        if self._spots:
            number = bisect_left(self._spots, position, key=lambda spot: spot.start)
            self._select(number % len(self._spots))

    def show_first_from(self, position: int) -> None:
        """Scroll, if it is out of sight, to the first match at or after a position; select none."""
        number = bisect_left(self._spots, position, key=lambda spot: spot.start)
        if number < len(self._spots):
            self._pane.bring_into_sight(self._spots[number].start, self._spots[number].end)

    def step(self, steps: int) -> bool:
        """Go ``steps`` on (negative: back); whether that led past an end of the page to the other."""
        if not self._spots:
            return False
        before = -1 if steps > 0 else 0
        wanted = (before if self._current is None else self._current) + steps
        self._select(wanted % len(self._spots))
        return not 0 <= wanted < len(self._spots)

    def clear(self) -> None:
        """Take all highlights away."""
        self._seek = None
        self._spots = ()
        self._current = None
        self._pane.set_marks(self, shown=False)

    # For the pane

    def laid_out(self) -> None:
        """The page has been set again: find where everything is now."""
        if self._seek is not None:
            self._find()
            self.moved.emit()

    def _find(self) -> None:
        if self._seek is None:
            return
        self._pane.set_rest()
        found = self._seek(characters(self._pane.document().toPlainText()))
        seen = [Spot(start, end) for start, end in found]
        hidden = [
            Spot(link.start, link.end, fold, nth)
            for fold, link in self._closed_folds().items()
            for nth in range(self._in_folds.get(fold, 0))
        ]
        head = self._head()
        text = [spot for spot in seen if not any(first <= spot.start < behind for first, behind in head)]
        # Breadcrumb and title only repeat what the page is called: they count where the text has nothing.
        seen = text if text or hidden else seen
        # Behind the words of the head itself.
        self._spots = tuple(sorted([*seen, *hidden], key=lambda spot: (spot.start, spot.inside != "", spot.nth)))
        if self._current is not None and self._current >= len(self._spots):
            self._current = None

    def _head(self) -> list[tuple[int, int]]:
        """The characters of the breadcrumb and of the title."""
        typeset = self._pane.typeset
        if typeset is None:
            return []
        numbers = [typeset.starts[name] for name in ("crumbs", "title") if name in typeset.starts]
        found = [typeset.document.findBlockByNumber(number) for number in numbers]
        return [(block.position(), block.position() + block.length()) for block in found]

    def selections(self) -> list[QTextEdit.ExtraSelection]:
        """The words in the ink of marks; their grounds are painted, as Qt's own have sharp corners."""
        theme = self._look.theme
        usual, standing = QTextCharFormat(), QTextCharFormat()
        usual.setForeground(theme.text)
        standing.setForeground(theme.focus_inner)
        chosen = []
        for number, spot in enumerate(self._spots[:_MOST_PAINTED]):
            if spot.inside:
                continue
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._pane.document())
            cursor.setPosition(spot.start)
            cursor.setPosition(spot.end, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format = standing if number == self._current else usual
            chosen.append(mark)
        return chosen

    def paint_under(self, painter: QPainter, first: int, last: int) -> None:
        """The grounds of the matches that touch characters ``first`` to ``last``.  In the document's coordinates."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        begin = bisect_left(self._spots, first, key=lambda spot: spot.start)
        for number, spot in enumerate(self._spots[begin:_MOST_PAINTED], begin):
            if spot.start > last:
                break
            if spot.inside:
                continue
            painter.setBrush(self._look.theme.mark_current if number == self._current else self._look.theme.mark)
            for left, right, top, height in self._pane.line_boxes(spot.start, spot.end):
                painter.drawRoundedRect(QRectF(left - 2, top, right - left + 4, height), MARK_RADIUS, MARK_RADIUS)

    def paint(self, painter: QPainter) -> None:
        """The frame around the selected match: it differs by more than its colour.  In the document's coordinates."""
        if self._current is None:
            return
        pen = QPen(self._look.theme.text, 2)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        spot = self._spots[self._current]
        for left, right, top, height in self._pane.line_boxes(spot.start, spot.end):
            painter.drawRoundedRect(QRectF(left - 2, top, right - left + 4, height), MARK_RADIUS, MARK_RADIUS)

    # Selecting one

    def _select(self, number: int) -> None:
        spot = self._spots[number]
        while spot.inside and spot.inside not in self._closed_on_each_visit():
            fold, nth = spot.inside, spot.nth
            self._pane.toggle_fold(fold)
            number = self._number_in(fold, nth)
            spot = self._spots[number]
        self._current = number
        self._pane.bring_into_sight(spot.start, spot.end)
        self._pane.show_marks()

    def _number_in(self, fold: str, nth: int) -> int:
        """The number of what is found as number ``nth`` in an open fold."""
        typeset = self._pane.typeset
        first, behind = fold_ranges(typeset)[fold] if typeset is not None else (0, 0)
        numbers = [number for number, spot in enumerate(self._spots) if first <= spot.start < behind]
        return numbers[min(nth, len(numbers) - 1)]

    def link_of_current(self) -> int | None:
        """The number of the page's link that holds the selected match; None if no link does."""
        if self._current is None:
            return None
        spot = self._spots[self._current]
        for number, link in enumerate(self._links()):
            if link.start <= spot.start < link.end:
                return number
        return None

    def _links(self) -> tuple[LinkRange, ...]:
        return self._pane.typeset.links if self._pane.typeset is not None else ()

    # Folds

    def _closed_on_each_visit(self) -> frozenset[str]:
        page = self._pane.page
        return frozenset(
            block.id
            for block in walk(page.blocks if page is not None else ())
            if isinstance(block, Fold) and block.closed_on_each_visit
        )

    def _closed_folds(self) -> dict[str, LinkRange]:
        """The folds in sight that are closed, each with its head."""
        return {
            link.target.removeprefix(_FOLD): link
            for link in self._links()
            if link.target.startswith(_FOLD) and link.target.removeprefix(_FOLD) not in self._pane.open_folds
        }

    def _count_in_folds(self) -> dict[str, int]:
        """How much is found in each fold, folds within it included."""
        if self._seek is None:
            return {}
        opened = self._all_open()
        if not opened.ranges:
            return {}
        starts = [start for start, _ in self._seek(opened.text)]
        return {
            fold: bisect_left(starts, behind) - bisect_left(starts, first)
            for fold, (first, behind) in opened.ranges.items()
        }

    def _all_open(self) -> _AllOpen:
        """The page with every fold open; set once a page, for it takes longer than a key may."""
        page = self._pane.page
        if self._opened is None or self._opened.page is not page:
            blocks = page.blocks if page is not None else ()
            folds = frozenset(block.id for block in walk(blocks) if isinstance(block, Fold))
            text, ranges = "", {}
            if folds:
                whole = self._pane.typeset_with(folds)
                text, ranges = characters(whole.document.toPlainText()), fold_ranges(whole)
            self._opened = _AllOpen(page, text, ranges)
        return self._opened


def fold_ranges(page: TypesetPage) -> dict[str, tuple[int, int]]:
    """For each open fold of a page the first character behind its head, and the one behind its last."""
    ranges = {}
    for shape in page.shapes:
        if isinstance(shape, Box) and shape.kind is BoxKind.FOLD and shape.head_last is not None:
            first = page.document.findBlockByNumber(shape.head_last).next()
            last = page.document.findBlockByNumber(shape.last)
            if shape.last > shape.head_last:
                ranges[shape.target.removeprefix(_FOLD)] = (first.position(), last.position() + last.length())
    return ranges


def characters(text: str) -> str:
    """The text with one character for each that Qt counts: it counts some, such as 𝛽, as two."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    return "".join(map(chr, memoryview(text.encode("utf-16-le", "surrogatepass")).cast("H")))
