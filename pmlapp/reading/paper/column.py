"""A column of type that is as long as it needs to be: what in it holds together, and how a part of it is drawn."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextBlock

from pmlapp.reading.look.images import PageImages
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.shapes import Box, BoxKind, Rule, TableFrame
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.page.painter import PagePainter, Placed
from pmlapp.reading.paper.pagination import Band, Head, Hold, Slice
from pmlapp.reading.paper.print_look import UNITS_PER_POINT
from pmlapp.reading.paper.setting import Column

_EDGES = {
    # kind: width of the edge in points, whether it is dashed
    BoxKind.EMERGENCY: (2.0, False),
    BoxKind.URGENT: (1.5, False),
    BoxKind.WITHDRAWN: (2.0, False),
    BoxKind.PROBLEM: (1.5, False),
    BoxKind.FIGURE: (0.5, False),
    BoxKind.FOLD: (1.5, True),
}
_USUAL_EDGE = (1.0, False)
_CORNER = 5.0
_THIN = 0.5


class _Line(NamedTuple):
    """A line of words: its edges in the column, and where it is in the document."""

    top: float
    bottom: float
    block: QTextBlock
    number: int


class PaperColumn:
    """One column, set and laid out; its pictures are drawn as drawings, in the colours of ``pictures``."""

    def __init__(self, column: Column, *, look: Look, images: PageImages, pictures: Theme, width: float) -> None:
        # Blocks and lines are only good for as long as somebody holds their document.
        self._document = column.page.document
        self._layout = self._document.documentLayout()
        self._images = images
        self._pictures = pictures
        self._shapes = _PaperShapes(column.page, look=look, left=0.0, width=width)
        self._width = width
        self._drawn_as_pictures = {
            placed.shape.first
            for placed in self._shapes.placed
            if isinstance(placed.shape, Box) and placed.shape.kind is BoxKind.FIGURE
        }
        self._lines = tuple(self._all_lines())
        self.heads: tuple[Head, ...] = tuple(self._heads())
        self.bands: tuple[Band, ...] = tuple(self._bands(column))

    def top_of(self, block: int) -> float:
        """Where a text block begins, in units from the top of the column."""
        return self._rect(self._document.findBlockByNumber(block)).top()

    @property
    def characters(self) -> frozenset[str]:
        """Every character in it, once."""
        return frozenset(self._document.toRawText())

    def lines(self, part: Slice) -> tuple[str, ...]:
        """The words of a part, line by line; a picture is U+FFFC."""
        return tuple(_words(line) for line in self._lines if _is_in(line, part))

    def draw(self, painter: QPainter, part: Slice) -> None:
        """Draw a part of the column, its left upper corner at the painter's origin but for ``part.at``."""
        painter.save()
        painter.translate(0, part.at - part.top)
        inside = QRectF(-UNITS_PER_POINT, part.top, self._width + 2 * UNITS_PER_POINT, part.bottom - part.top)
        painter.save()
        painter.setClipRect(inside)
        # Qt rounds a clip outwards: of a box that begins on the next sheet a hair would show.
        self._shapes.paint(painter, inside.adjusted(0, 0, 0, -UNITS_PER_POINT), None, None, False)
        painter.restore()
        for line in self._lines:
            if _is_in(line, part):
                if line.block.blockNumber() in self._drawn_as_pictures:
                    self._draw_picture(painter, line)
                else:
                    at = self._rect(line.block).topLeft()
                    line.block.layout().lineAt(line.number).draw(painter, at)
        painter.restore()

    def _draw_picture(self, painter: QPainter, line: _Line) -> None:
        for each in line.block.textFormats():
            picture = each.format.toImageFormat()
            if picture.isValid():
                name = picture.name().removeprefix("media:").partition("#")[0]
                laid = line.block.layout().lineAt(line.number)
                left = self._rect(line.block).left() + laid.x()
                place = QRectF(left, line.top, picture.width(), picture.height())
                self._images.draw(painter, name, place, self._pictures)

    # What holds together

    def _all_lines(self) -> Iterator[_Line]:
        block = self._document.begin()
        while block.isValid():
            top, layout = self._rect(block).top(), block.layout()
            for number in range(layout.lineCount()):
                line = layout.lineAt(number)
                # The block that Qt keeps behind a table is empty.
                if block.length() > 1:
                    yield _Line(top + line.y(), top + line.y() + line.height(), block, number)
            block = block.next()

    def _bands(self, column: Column) -> Iterator[Band]:
        for line in self._lines:
            yield Band(line.top, line.bottom, Hold.LINE)
        yield from self._paragraph_ends()
        for placed in self._shapes.placed:
            shape, rect = placed.shape, placed.rect
            if isinstance(shape, Box) and shape.kind is not BoxKind.STACK:
                yield Band(rect.top(), rect.bottom(), Hold.BOX)
            elif isinstance(shape, TableFrame):
                rows = self._rows(shape)
                yield from (Band(top, bottom, Hold.ROW) for top, bottom in rows)
                yield Band(rows[0][0], rows[min(1, len(rows) - 1)][1], Hold.NEIGHBOUR)
                if len(rows) > 2:
                    yield Band(rows[-2][0], rows[-1][1], Hold.NEIGHBOUR)
        last = self._document.blockCount() - 1
        for first, end in column.whole:
            yield self._from_to(first, min(end, last), Hold.BOX, lines=0)
        for first, end in column.headings:
            yield self._from_to(first, min(end, last), Hold.HEADING, lines=2)
        for first, end in column.together:
            yield self._from_to(first, min(end, last), Hold.NEIGHBOUR, lines=2)

    def _paragraph_ends(self) -> Iterator[Band]:
        """No line of a paragraph alone on a sheet, neither its first nor its last."""
        for line, following in pairwise(self._lines):
            if line.block != following.block:
                continue
            count = line.block.layout().lineCount()
            if line.number == 0 or following.number == count - 1:
                yield Band(line.top, following.bottom, Hold.NEIGHBOUR)

    def _from_to(self, first: int, last: int, hold: Hold, *, lines: int) -> Band:
        """From the top of one text block to the bottom of another, or of so many lines of that."""
        block = self._document.findBlockByNumber(last)
        rect, layout = self._rect(block), block.layout()
        bottom = rect.bottom()
        if 0 < lines < layout.lineCount():
            line = layout.lineAt(lines - 1)
            bottom = rect.top() + line.y() + line.height()
        return Band(self.top_of(first), bottom, hold)

    def _heads(self) -> Iterator[Head]:
        for placed in self._shapes.placed:
            if isinstance(placed.shape, TableFrame):
                rows = self._rows(placed.shape)
                yield Head(rows[0][0], rows[0][1], rows[-1][1])

    def _rows(self, frame: TableFrame) -> list[tuple[float, float]]:
        """The edges of each row."""
        tops = self._shapes.row_tops(frame)
        return list(pairwise(tops))

    def _rect(self, block: QTextBlock) -> QRectF:
        return self._layout.blockBoundingRect(block)


def _is_in(line: _Line, part: Slice) -> bool:
    return part.top <= (line.top + line.bottom) / 2 < part.bottom


def _words(line: _Line) -> str:
    laid = line.block.layout().lineAt(line.number)
    return line.block.text()[laid.textStart() : laid.textStart() + laid.textLength()]


class _PaperShapes(PagePainter):
    """The shapes of a column as lines of ink: nothing is filled."""

    def row_tops(self, frame: TableFrame) -> list[float]:
        """The upper edge of each row of a table, and the lower one of the last."""
        table = self._table(frame.position)
        tops = [self._row_top(table, row, frame.padding) for row in range(table.rows())]
        return [*tops, self._row_bottom(table, table.rows() - 1, frame.padding)]

    def _box(self, painter: QPainter, placed: Placed, box: Box, _hovered: int | None, _pressed: bool) -> None:
        points, dashed = _EDGES.get(box.kind, _USUAL_EDGE)
        self._ink(painter, points, dashed=dashed)
        half = points * UNITS_PER_POINT / 2
        corner = _CORNER * UNITS_PER_POINT
        painter.drawRoundedRect(placed.rect.adjusted(half, half, -half, -half), corner, corner)

    def _rule(self, painter: QPainter, rect: QRectF, rule: Rule) -> None:
        self._ink(painter, _THIN)
        y = rect.top() - rule.above
        painter.drawLine(QLineF(self._left + rule.left, y, self._left + self._width - rule.right, y))

    def _table_frame(self, painter: QPainter, rect: QRectF, frame: TableFrame) -> None:
        tops = self.row_tops(frame)
        self._ink(painter, _THIN)
        for top in tops[2:-1]:
            painter.drawLine(QLineF(rect.left(), top, rect.right(), top))
        self._ink(painter, 1.0)
        half = UNITS_PER_POINT / 2
        painter.drawRect(rect.adjusted(half, half, -half, -half))
        if len(tops) > 2:
            painter.drawLine(QLineF(rect.left(), tops[1], rect.right(), tops[1]))

    def _ink(self, painter: QPainter, points: float, *, dashed: bool = False) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(self._theme.text, points * UNITS_PER_POINT)
        if dashed:
            pen.setDashPattern([3, 2])
        painter.setPen(pen)
