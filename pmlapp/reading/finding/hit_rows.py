"""The rows of a search: one page each, its line made when the row comes into sight."""

from collections.abc import Sequence
from math import ceil
from typing import Any, NamedTuple, cast

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QHoverEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pmlapp.content.model import SearchHit
from pmlapp.errors import PmlError
from pmlapp.library.pages.hit_line import HitLine, LineOf
from pmlapp.reading.finding.wrapped_words import WrappedWords, Wrapper
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.look import Look, draw_ground, draw_icon, give_viewport
from pmlapp.reading.look.painting import guarded, painted_row, painting

ROWS_IN_SIGHT = 6
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_SIDE = 18
_ICON = 18
_LEAST = 88
"""How high a row is at least, in px at 100 %."""

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
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.hit.article.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.hit.article.title}. {row.hit.snippet} {row.line.words}"
        return None

    def row(self, number: int) -> Row | None:
        """What a row says; None if its page cannot be read."""
        if number not in self._rows:
            try:
                hit = self._hits[number]
                self._rows[number] = Row(hit, self._line_of(hit))
            except PmlError as failure:
                self._rows[number] = None
                self.unreadable.emit(failure)
        return self._rows[number]


class _Words(NamedTuple):
    """The words of one row, wrapped, and how high they make it."""

    title: WrappedWords
    snippet: WrappedWords
    line: WrappedWords
    height: int


class HitDelegate(QStyledItemDelegate):
    """Title, a line from the page with the words found marked, and the small line.

    The words of a row are wrapped once, to be measured and to be drawn.
    """

    def __init__(self, look: Look, model: HitModel, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self._model = model
        self.pointer: QPoint | None = None
        self.chosen = -1
        self._words: dict[int, _Words | None] = {}
        self._seen = 0
        self._row_width = parent.width()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self.look = look
        bars = look.scale.bar_style
        title = font(bars(19, 600))
        title_chosen = font(bars(19, 600))
        title_chosen.setUnderline(True)
        self._title = Wrapper(title, most_lines=3)
        self._title_chosen = Wrapper(title_chosen, most_lines=3)
        self._snippet = Wrapper(font(bars(17, 400)), most_lines=2, mark=look.theme.mark)
        self._line = Wrapper(font(bars(16, 400)), most_lines=4)
        self._words.clear()

    def begin(self, row_width: int) -> None:
        """Other hits come, in rows of ``row_width`` px: they wrap by it before the list itself is laid out."""
        self._row_width = row_width
        self._seen = 0
        self._words.clear()
        for wrapper in (self._title, self._title_chosen, self._snippet, self._line):
            wrapper.begin()

    def see(self, rows: int) -> bool:
        """The first ``rows`` rows come into sight; whether any of them was out of sight before."""
        more = rows > self._seen
        self._seen = max(self._seen, rows)
        return more

    def see_within(self, room: int, rows: int) -> int:
        """As many of ``rows`` rows as ``room`` px hold come into sight, and `ROWS_IN_SIGHT` at most; their height."""
        height = 0
        for number in range(min(rows, ROWS_IN_SIGHT)):
            if height >= room:
                break
            self.see(number + 1)
            height += self.height(number)
        return height

    def _words_of(self, number: int) -> _Words | None:
        if number not in self._words:
            row = self._model.row(number)
            self._words[number] = self._wrapped(row) if row is not None else None
        return self._words[number]

    def _wrapped(self, row: Row) -> _Words:
        bar = self.look.scale.bar
        width = self._row_width - 2 * bar(_SIDE)
        title = self._title.wrap(row.hit.article.title, width)
        snippet = self._snippet.wrap(row.hit.snippet, width, row.hit.marks)
        line = self._line.wrap(row.line.words, width - bar(_ICON + 6))
        words = ceil(title.height) + ceil(snippet.height) + ceil(line.height)
        return _Words(title, snippet, line, max(bar(_LEAST), words + bar(30)))

    def height(self, number: int) -> int:
        """How high a row is: at least 88; as high as what it says needs, once it has been in sight."""
        bar = self.look.scale.bar
        if number >= self._seen:
            return bar(_UNSEEN)
        words = self._words_of(number)
        return words.height if words is not None else bar(_LEAST)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """As wide as the list."""
        return QSize(self._row_width, self.height(index.row()))

    @painted_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The three parts, one below the other."""
        number = index.row()
        row, words = self._model.row(number), self._words_of(number)
        if row is None or words is None:
            return
        theme = self.look.theme
        bar = self.look.scale.bar
        rect: QRect = option.rect
        chosen = number == self.chosen
        if chosen or (self.pointer is not None and rect.contains(self.pointer)):
            draw_ground(painter, rect, theme.tint)
        if chosen and theme.high_contrast:
            painter.setPen(theme.primary)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        left = bar(_SIDE)
        y = float(rect.top() + bar(11))
        title, ink = words.title, theme.link
        if chosen:
            title = self._title_chosen.wrap(row.hit.article.title, self._row_width - 2 * left)
            ink = theme.link_hover
        title.draw(painter, left, y, ink)
        y += title.height + bar(2)
        words.snippet.draw(painter, left, y, theme.text)
        y += words.snippet.height + bar(3)
        icon = self.look.pixmap(row.line.icon, _ICON, theme.text_soft, self._view)
        draw_icon(painter, icon, QRectF(left, y, bar(_ICON), words.line.line_height))
        words.line.draw(painter, left + bar(_ICON + 6), y, theme.text_soft)


class HitView(QListView):
    """The list of results."""

    def __init__(self, look: Look, model: HitModel, parent: QWidget) -> None:
        super().__init__(parent)
        give_viewport(self)
        # All of it is painted below: what lies beneath need not be.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setModel(model)
        self.delegate = HitDelegate(look, model, self)
        self.setItemDelegate(self.delegate)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the rows, the one under the pointer otherwise."""
        with painting(self.viewport()) as painter:
            draw_ground(painter, event.rect(), self.delegate.look.theme.surface)
        self.delegate.chosen = self.currentIndex().row()
        super().paintEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        """Where the pointer is: asked for at each paint, the window system would have to answer first."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverMove):
            self.delegate.pointer = cast(QHoverEvent, event).position().toPoint()
        elif event.type() is QEvent.Type.HoverLeave:
            self.delegate.pointer = None
        return super().viewportEvent(event)
