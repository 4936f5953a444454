"""The rows of a search: one page each, its line made when the row comes into sight."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pmlapp.content.model import SearchHit
from pmlapp.errors import PmlError
from pmlapp.library.hit_line import HitLine, LineOf
from pmlapp.reading.fonts import font
from pmlapp.reading.look import Look, draw_icon, pointer_in, wrapped_height
from pmlapp.reading.scale import Style

HIT = Qt.ItemDataRole.UserRole
ROWS_IN_SIGHT = 6
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_SIDE = 18
_ICON = 18
_UNSEEN = 118
"""How high a row counts, in px at 100 %, before anybody has seen it."""


class Row(NamedTuple):
    """What one row says."""

    hit: SearchHit
    line: HitLine


class HitModel(QAbstractListModel):
    """The hits of one search, best first.

    Signals:
        unreadable: the `PmlError` for which a row stays empty.
    """

    unreadable = Signal(object)

    def __init__(self, line_of: LineOf) -> None:
        super().__init__()
        self._line_of = line_of
        self._hits: Sequence[SearchHit] = ()
        self._rows: dict[int, Row | None] = {}

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Show the hits of another search."""
        self.beginResetModel()
        self._hits = hits
        self._rows = {}
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """A row a hit."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; for a screen reader all that the row says."""
        row = self._row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.hit.article.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.hit.article.title}. {row.hit.snippet} {row.line.words}"
        return row if role == HIT else None

    def _row(self, number: int) -> Row | None:
        if number not in self._rows:
            try:
                hit = self._hits[number]
                self._rows[number] = Row(hit, self._line_of(hit))
            except PmlError as failure:
                self._rows[number] = None
                self.unreadable.emit(failure)
        return self._rows[number]


class HitDelegate(QStyledItemDelegate):
    """Title, a line from the page with the words found marked, and the small line."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self.pointer: QPoint | None = None
        self._heights: dict[int, int] = {}
        self._seen = ROWS_IN_SIGHT
        self._row_width = parent.width()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self.look = look
        chrome = look.scale.chrome
        self._title = font(Style(round(19 * chrome), 100, 600))
        self._title_chosen = font(Style(round(19 * chrome), 100, 600))
        self._title_chosen.setUnderline(True)
        self._line = font(Style(round(17 * chrome), 100, 400))
        self._small = font(Style(round(16 * chrome), 100, 400))
        self._heights.clear()

    def begin(self, row_width: int) -> None:
        """Other hits come, in rows of ``row_width`` px: they wrap by it before the list itself is laid out."""
        self._row_width = row_width
        self._seen = ROWS_IN_SIGHT
        self._heights.clear()

    def see(self, rows: int) -> bool:
        """The first ``rows`` rows come into sight; whether any of them was out of sight before."""
        more = rows > self._seen
        self._seen = max(self._seen, rows)
        return more

    def _width(self) -> int:
        return self._row_width - 2 * self.look.scale.bar(_SIDE)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """At least 88; as high as what it says needs, once it has been in sight."""
        bar = self.look.scale.bar
        if index.row() >= self._seen:
            return QSize(self._row_width, bar(_UNSEEN))
        height = self._heights.get(index.row())
        if height is None:
            row: Row | None = index.data(HIT)
            height = bar(88)
            if row is not None:
                width = self._width()
                words = (
                    wrapped_height(self._title, row.hit.article.title, width)
                    + min(wrapped_height(self._line, row.hit.snippet, width), bar(48))
                    + wrapped_height(self._small, row.line.words, width - bar(_ICON + 6))
                )
                height = max(height, words + bar(28))
            self._heights[index.row()] = height
        return QSize(self._row_width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The three parts, one below the other."""
        row: Row | None = index.data(HIT)
        if row is None:
            return
        painter.save()
        theme = self.look.theme
        bar = self.look.scale.bar
        rect: QRect = option.rect
        hit = row.hit
        chosen = isinstance(index, QModelIndex) and self._view.selectionModel().isSelected(index)
        hovered = self.pointer is not None and rect.contains(self.pointer)
        if chosen or hovered:
            painter.fillRect(rect, theme.tint)
        if chosen and theme.high_contrast:
            painter.setPen(theme.primary)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left, width = bar(_SIDE), self._width()
        y = float(rect.top() + bar(11))
        title_font = self._title_chosen if chosen else self._title
        ink = theme.link_hover if chosen else theme.link
        y += self._draw(painter, hit.article.title, title_font, ink, QRectF(left, y, width, 0), 3)
        y += bar(2)
        y += self._draw(painter, hit.snippet, self._line, theme.text, QRectF(left, y, width, 0), 2, hit.marks)
        y += bar(3)
        icon = self.look.pixmap(row.line.icon, _ICON, theme.text_soft, self._view)
        line = wrapped_height(self._small, "x", width)
        draw_icon(painter, icon, QRectF(left, y, bar(_ICON), line))
        indent = bar(_ICON + 6)
        beside = QRectF(left + indent, y, width - indent, 0)
        self._draw(painter, row.line.words, self._small, theme.text_soft, beside, 4)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        text: str,
        words_font: QFont,
        ink: QColor,
        place: QRectF,
        most_lines: int,
        marks: tuple[tuple[int, int], ...] = (),
    ) -> float:
        """Draw words wrapped to the width of ``place``, at most ``most_lines`` lines; returns their height."""
        layout = QTextLayout(text, words_font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats = []
        for start, end in marks:
            mark = QTextLayout.FormatRange()
            mark.start = start
            mark.length = end - start
            look = QTextCharFormat()
            look.setBackground(self.look.theme.mark)
            mark.format = look
            formats.append(mark)
        layout.setFormats(formats)
        height = 0.0
        layout.beginLayout()
        for _ in range(most_lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(place.width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter.setPen(ink)
        layout.draw(painter, place.topLeft())
        return height


class HitView(QListView):
    """The list of results."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.delegate = HitDelegate(look, self)
        self.setItemDelegate(self.delegate)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, the one under the pointer otherwise."""
        self.delegate.pointer = pointer_in(self)
        super().paintEvent(event)
