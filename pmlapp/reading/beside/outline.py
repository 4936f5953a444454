"""What is on this page, beside it."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pmlapp.content.page import OutlineEntry
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.look import WRAPPED, Look, draw_rounded, give_viewport, pointer_in, wrapped_height
from pmlapp.reading.look.painting import guarded, in_own_direction, mirrored, painted_row

ANCHOR = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_TEXT = 26
_RIGHT = 14


class OutlineModel(QAbstractListModel):
    """The headings of one page."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[OutlineEntry, ...] = ()

    def set_entries(self, entries: tuple[OutlineEntry, ...]) -> None:
        """Show other headings."""
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """A row a heading."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The heading and its anchor."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        return entry.anchor if role == ANCHOR else None


class OutlineDelegate(QStyledItemDelegate):
    """A dot and a heading; the one being read has a larger dot and stronger words."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self.reading = ""
        self._view = parent
        self.pointer: QPoint | None = None
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes: 17 px, bold where the reader is."""
        self.look = look
        self._regular = font(look.scale.bar_style(17, 400))
        self._bold = font(look.scale.bar_style(17, 700))

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """44 for one line of words, more for more."""
        bar = self.look.scale.bar
        width = self._view.viewport().width()
        reading = index.data(ANCHOR) == self.reading
        height = wrapped_height(
            self._bold if reading else self._regular, index.data(), width - bar(_TEXT) - bar(_RIGHT)
        )
        return QSize(width, max(bar(44), height + bar(14)))

    @painted_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Dot and words."""
        theme = self.look.theme
        bar = self.look.scale.bar
        rect: QRect = option.rect
        reading = index.data(ANCHOR) == self.reading
        if self.pointer is not None and rect.contains(self.pointer):
            ground = QRectF(rect).adjusted(0, 2, -4, -2)
            draw_rounded(painter, ground, 8, theme.tint, theme.primary, 2 if theme.high_contrast else 0)
        ink = theme.primary if reading else theme.text
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink if reading else theme.line_strong)
        radius = bar(9 if reading else 5) / 2
        dot = QRectF(bar(11) - radius, rect.center().y() + 1 - radius, 2 * radius, 2 * radius)
        painter.drawEllipse(mirrored(dot, self._view.viewport()))
        painter.setFont(self._bold if reading else self._regular)
        painter.setPen(ink)
        words = QRectF(bar(_TEXT), rect.top(), rect.width() - bar(_TEXT) - bar(_RIGHT), rect.height())
        painter.drawText(mirrored(words, self._view.viewport()), WRAPPED, in_own_direction(index.data(), self._view))


class Outline(QWidget):
    """The headings of the page under their own heading.

    Signals:
        place_asked: the anchor chosen, by click, Enter or Space.
    """

    place_asked = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("outline")
        self._title = QLabel(self.tr("On this page"), self)
        self.model = OutlineModel()
        self.view = OutlineView(look, self)
        self.view.setModel(self.model)
        self.view.taken.connect(self.place_asked)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addWidget(self.view, 1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        bar = look.scale.bar
        self.view.delegate.set_look(look)
        self._title.setFont(look.font(weight=600))
        self._column.setContentsMargins(0, bar(32), 0, 0)
        self._title.setIndent(bar(8))
        self._title.setStyleSheet(f"color: {look.theme.text_soft.name()}")
        self.view.setStyleSheet(f"QListView {{ background: {look.theme.ground.name()} }}")
        self.view.scheduleDelayedItemsLayout()

    def set_entries(self, entries: tuple[OutlineEntry, ...]) -> None:
        """Show the headings of another page."""
        self.view.delegate.reading = ""
        self.model.set_entries(entries)

    @Slot(str)
    def set_reading(self, anchor: str) -> None:
        """Mark the heading that is being read."""
        self.view.delegate.reading = anchor
        # The heading that is read is bold, and may need a line more.
        self.view.doItemsLayout()
        for row in range(self.model.rowCount()):
            if self.model.index(row).data(ANCHOR) == anchor:
                self.view.scrollTo(self.model.index(row))


class OutlineView(QListView):
    """Signals:
    taken: the anchor of the row chosen.
    """

    taken = Signal(str)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.delegate = OutlineDelegate(look, self)
        self.setItemDelegate(self.delegate)
        self.setObjectName("outline_list")
        self.setAccessibleName(self.tr("On this page"))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # It would be right beside the bar of the page; the list follows the page by itself.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._take)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, the one under the pointer otherwise."""
        self.delegate.pointer = pointer_in(self)
        super().paintEvent(event)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        self.taken.emit(index.data(ANCHOR))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space go to the heading."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self._take(self.currentIndex())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
