"""Paints the shapes of a page beneath its words."""

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextBlock, QTextLine, QTextTable

from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.look import Look, draw_focus_ring, draw_ground
from pmlapp.reading.look.shapes import Box, BoxKind, Bullet, DottedLine, Icon, Marker, Rule, Shape, TableFrame, x_of
from pmlapp.reading.typesetting.typesetter import TypesetPage

_ONWARD = "chevron-left"
"""What leads on where one reads from right to left."""


class BoxLook(NamedTuple):
    """Colour roles of a box: its ground, edge and head (empty: none); edge and corner in px."""

    ground: str
    edge: str
    width: float
    radius: float
    head: str = ""


_LOOKS = {
    BoxKind.ANSWER: BoxLook("answer", "answer_line", 1, 14),
    BoxKind.EMERGENCY: BoxLook("emergency_tint", "emergency_line", 2, 12, "emergency"),
    BoxKind.URGENT: BoxLook("urgent_tint", "urgent_line", 2, 12, "urgent"),
    BoxKind.INFO: BoxLook("info_tint", "info_line", 1, 12),
    BoxKind.PROBLEM: BoxLook("urgent_tint", "urgent_line", 1, 10),
    BoxKind.WITHDRAWN: BoxLook("emergency_tint", "emergency_line", 1, 10),
    BoxKind.ACTION: BoxLook("surface", "emergency_line", 2, 8),
    BoxKind.FOLD: BoxLook("surface", "line_strong", 1, 10),
    BoxKind.CARD: BoxLook("surface", "line", 1, 10),
    BoxKind.FIGURE: BoxLook("surface", "line", 1, 12),
    BoxKind.STACK: BoxLook("surface", "line_strong", 1, 10),
}
_HIGH_CONTRAST_EDGE = dict.fromkeys(
    (BoxKind.EMERGENCY, BoxKind.URGENT, BoxKind.INFO, BoxKind.PROBLEM, BoxKind.WITHDRAWN), 3.0
)


class Placed(NamedTuple):
    """A shape and the rectangle of the document that it fills; ``head`` is a box's head."""

    shape: Shape
    rect: QRectF
    head: QRectF


class PagePainter:
    """Knows where the shapes of one laid-out page are, and draws them.

    Coordinates are the document's.  ``left`` and ``width`` are the text column.
    """

    def __init__(self, page: TypesetPage, *, look: Look, left: float, width: float) -> None:
        self._document = page.document
        self._layout = page.document.documentLayout()
        self._theme = look.theme
        self._scale = look.scale
        self._icons = look.icons
        self._left = left
        self._width = width
        self.placed = tuple(self._place(shape) for shape in page.shapes)

    # Where

    def _place(self, shape: Shape) -> Placed:
        match shape:
            case Box():
                return self._place_box(shape)
            case TableFrame():
                return Placed(shape, self._table_rect(shape), QRectF())
            case DottedLine(start=start):
                return Placed(shape, self._rect(self._document.findBlock(start)), QRectF())
            case Icon(block=block, last=last) if last is not None:
                rect = self._rect(self._number(block)).united(self._rect(self._number(last)))
                return Placed(shape, self._across(rect), QRectF())
            case _:
                return Placed(shape, self._across(self._rect(self._number(shape.block))), QRectF())

    def _place_box(self, box: Box) -> Placed:
        top = self._rect(self._number(box.first)).top() - box.above
        bottom = self._rect(self._number(box.last)).bottom() + box.below
        # A table that ends a box reaches below its last text line by the padding of its cells.
        last = self._number(box.last)
        table = self._table_of(last)
        if table is not None and box.kind is BoxKind.CARD:
            # A card in columns is as high as its row.
            row = table.cellAt(last.position()).row()
            bottom = self._row_bottom(table, row, box.below)
        elif table is not None:
            bottom = self._row_bottom(table, table.rows() - 1, self._scale.px(10)) + box.below
        start, end = (box.right, box.left) if self._leftward(box.first) else (box.left, box.right)
        rect = QRectF(self._left + start, top, self._width - start - end, bottom - top)
        if box.head_last is None:
            return Placed(box, rect, QRectF())
        head_bottom = self._rect(self._number(box.head_last)).bottom() + box.head_below
        return Placed(box, rect, QRectF(rect.left(), top, rect.width(), head_bottom - top))

    def _number(self, number: int) -> QTextBlock:
        return self._document.findBlockByNumber(number)

    def _rect(self, block: QTextBlock) -> QRectF:
        return self._layout.blockBoundingRect(block)

    def _across(self, rect: QRectF) -> QRectF:
        """The lines over the full width of the column."""
        return QRectF(self._left, rect.top(), self._width, rect.height())

    def _table(self, position: int) -> QTextTable:
        table = self._table_of(self._document.findBlock(position))
        if table is None:
            raise ValueError(f"no table at {position}")
        return table

    def _table_of(self, block: QTextBlock) -> QTextTable | None:
        frame = self._document.frameAt(block.position())
        return frame if isinstance(frame, QTextTable) else None

    # Draw

    def paint(self, painter: QPainter, clip: QRectF, hovered: int | None, focused: int | None, pressed: bool) -> None:
        """Draw what lies in ``clip``; ``hovered`` and ``focused`` are numbers of links, or None."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in self.placed:
            if placed.rect.top() > clip.bottom() + 8 or placed.rect.bottom() < clip.top() - 40:
                continue
            match placed.shape:
                case Box():
                    self._box(painter, placed, placed.shape, hovered, pressed)
                case Bullet():
                    self._bullet(painter, placed.rect, placed.shape)
                case Marker():
                    self._marker(painter, placed.rect, placed.shape)
                case Icon():
                    self._icon(painter, placed.rect, placed.shape)
                case Rule():
                    self._rule(painter, placed.rect, placed.shape)
                case DottedLine():
                    self._dotted(painter, placed.shape)
                case TableFrame():
                    self._table_frame(painter, placed.rect, placed.shape)
        if focused is not None:
            self._focus_ring(painter, focused)

    def _box(self, painter: QPainter, placed: Placed, box: Box, hovered: int | None, pressed: bool) -> None:
        look = _LOOKS[box.kind]
        theme = self._theme
        width = _HIGH_CONTRAST_EDGE.get(box.kind, look.width) if theme.high_contrast else look.width
        radius = look.radius * min(self._scale.page, 2.0)
        rect = placed.rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        ground = theme.colour(look.ground)
        edge = theme.colour(look.edge)
        live = hovered is not None and box.number == hovered
        if live and box.kind is BoxKind.CARD:
            ground = theme.tint_strong if pressed else theme.tint
            edge = theme.primary
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawPath(path)
        if not placed.head.isNull():
            painter.save()
            painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            if look.head:
                draw_ground(painter, placed.head, theme.colour(look.head))
            elif live:
                draw_ground(painter, placed.head, theme.tint_strong if pressed else theme.tint)
            if not look.head and placed.head.bottom() < rect.bottom() - 2:
                painter.setPen(QPen(theme.line, 1))
                painter.drawLine(QLineF(rect.left(), placed.head.bottom(), rect.right(), placed.head.bottom()))
            painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(edge, 2.0 if live and box.kind is BoxKind.CARD else width))
        painter.drawPath(path)

    def _focus_ring(self, painter: QPainter, focused: int) -> None:
        for placed in self.placed:
            if isinstance(placed.shape, Box) and placed.shape.number == focused:
                rect = placed.rect if placed.head.isNull() else placed.head
                draw_focus_ring(painter, rect.adjusted(-2, -2, 2, 2), self._theme, 12)

    def _bullet(self, painter: QPainter, rect: QRectF, bullet: Bullet) -> None:
        colour = self._theme.colour(bullet.role)
        x = self._width - bullet.x if self._leftward(bullet.block) else bullet.x
        centre = QPointF(self._left + x, self._first_line_middle(bullet.block, rect))
        if bullet.hollow:
            painter.setPen(QPen(colour, max(1.5, bullet.radius * 0.4)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
        painter.drawEllipse(centre, bullet.radius, bullet.radius)

    def _marker(self, painter: QPainter, rect: QRectF, marker: Marker) -> None:
        chosen = font(self._scale.words(marker.px, marker.weight))
        metrics = QFontMetricsF(chosen)
        leftward = self._leftward(marker.block)
        end = self._left + (self._width - marker.x if marker.from_right is not leftward else marker.x)
        start = end if leftward else end - metrics.horizontalAdvance(marker.text)
        line = self._number(marker.block).layout().lineAt(0)
        # On the base line of the words beside it, whatever its own size.
        base = rect.top() + line.y() + line.ascent()
        painter.setFont(chosen)
        painter.setPen(self._theme.colour(marker.role))
        painter.drawText(QPointF(start, base), marker.text)

    def _icon(self, painter: QPainter, rect: QRectF, icon: Icon) -> None:
        size = icon.size
        middle = rect.center().y() if icon.last is not None else self._first_line_middle(icon.block, rect)
        leftward = self._leftward(icon.block)
        x = self._left + (self._width - icon.x - size if icon.from_right is not leftward else icon.x)
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        name = _ONWARD if leftward and icon.name == "chevron-right" else icon.name
        pixmap = self._icons.pixmap(name, round(size), self._theme.colour(icon.role), ratio)
        painter.drawPixmap(QPointF(round(x), round(middle - size / 2)), pixmap)

    def _leftward(self, block: int) -> bool:
        """Whether a block is written from right to left: then what is beside it is on the other side."""
        return self._number(block).textDirection() is Qt.LayoutDirection.RightToLeft

    def _first_line_middle(self, block: int, rect: QRectF) -> float:
        line = self._number(block).layout().lineAt(0)
        # The middle of small letters, where the eye expects a mark: not of the whole line.
        return rect.top() + line.y() + line.ascent() * 0.69

    def _rule(self, painter: QPainter, rect: QRectF, rule: Rule) -> None:
        y = round(rect.top() - rule.above) + 0.5
        painter.setPen(QPen(self._theme.line, 1))
        painter.drawLine(QLineF(self._left + rule.left, y, self._left + self._width - rule.right, y))

    def _dotted(self, painter: QPainter, dotted: DottedLine) -> None:
        pen = QPen(self._theme.primary, dotted.thickness)
        pen.setDashPattern([1, 1])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for left, right, top, line in self._lines(dotted.start, dotted.end):
            y = round(top + line.y() + line.ascent() + dotted.below)
            painter.drawLine(QLineF(left, y, right, y))

    def position_near(self, point: QPointF) -> int:
        """The character position nearest to a point, on its line."""
        return self._layout.hitTest(point, Qt.HitTestAccuracy.FuzzyHit)

    def line_boxes(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """Left, right, top and height of characters ``start`` to ``end`` of one block, a tuple a line."""
        return [(left, right, top + line.y(), line.height()) for left, right, top, line in self._lines(start, end)]

    def _lines(self, start: int, end: int) -> Iterator[tuple[float, float, float, QTextLine]]:
        """Left and right end of the characters on each line, and the top of their block."""
        block = self._document.findBlock(start)
        layout = block.layout()
        origin = self._rect(block).topLeft()
        first = start - block.position()
        last = end - block.position()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            line_start = line.textStart()
            line_end = line_start + line.textLength()
            if line_end > first and line_start < last:
                left = x_of(line, max(first, line_start))
                right = x_of(line, min(last, line_end))
                yield origin.x() + left, origin.x() + right, origin.y(), line

    def _table_frame(self, painter: QPainter, rect: QRectF, frame: TableFrame) -> None:
        table = self._table(frame.position)
        theme = self._theme
        radius = 10.0
        path = QPainterPath()
        path.addRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.surface)
        painter.drawPath(path)
        tops = [self._row_top(table, row, frame.padding) for row in range(1, table.rows())]
        painter.save()
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        if tops:
            draw_ground(painter, QRectF(rect.left(), rect.top(), rect.width(), tops[0] - rect.top()), theme.sunken)
        painter.setPen(QPen(theme.line, 1))
        for top in tops:
            y = round(top) + 0.5
            painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.line_strong, 1))
        painter.drawPath(path)

    def _table_rect(self, frame: TableFrame) -> QRectF:
        # Not the layout's own rectangle: Qt moves that by the padding of the cells.
        table = self._table(frame.position)
        top = self._row_top(table, 0, frame.padding)
        bottom = self._row_bottom(table, table.rows() - 1, frame.padding)
        return QRectF(self._left + frame.left, top, self._width - frame.left - frame.right, bottom - top)

    def _row_bottom(self, table: QTextTable, row: int, padding: float) -> float:
        cells = (table.cellAt(row, column) for column in range(table.columns()))
        return max(self._rect(cell.lastCursorPosition().block()).bottom() for cell in cells) + padding

    def _row_top(self, table: QTextTable, row: int, padding: float) -> float:
        tops = [
            self._rect(table.cellAt(row, column).firstCursorPosition().block()).top()
            for column in range(table.columns())
        ]
        return min(tops) - padding
