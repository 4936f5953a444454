"""The topics at the left, each opening to its questions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
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
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from pmlapp.reading.beside.topic_model import PAGE, TopicModel
from pmlapp.reading.look.look import (
    WRAPPED,
    Look,
    draw_icon,
    draw_rounded,
    give_viewport,
    pointer_in,
    wrapped_height,
)
from pmlapp.reading.look.painting import guarded, in_own_direction, mirrored, painted_row

if TYPE_CHECKING:
    from pmlapp.reading.beside.filter_field import FilterField

_Index = QModelIndex | QPersistentModelIndex
_SIDE = 12
_LEFT = 55
_RIGHT = 24
"""From the edges of the panel to the words, in px at 100 %."""

_LEVEL = 16
"""How much further in a group of questions begins, and the questions in it."""


class TopicDelegate(QStyledItemDelegate):
    """Rows that wrap and are never cut off."""

    def __init__(self, look: Look, parent: QTreeView) -> None:
        super().__init__(parent)
        self._view = parent
        self.pointer: QPoint | None = None
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self.look = look
        self._regular = look.font()
        self._bold = look.font(weight=600)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """44 for one line of words, more for more."""
        bar = self.look.scale.bar
        question = bool(index.data(PAGE))
        width = self._view.viewport().width() - self._left(index) - bar(_RIGHT)
        height = wrapped_height(self._font_of(index), index.data(), width)
        return QSize(self._view.viewport().width(), max(bar(44), height + bar(18 if question else 16)))

    @painted_row
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Ground by state, chevron, words."""
        theme = self.look.theme
        bar = self.look.scale.bar
        rect: QRect = option.rect
        question = bool(index.data(PAGE))
        reading = self._is_read(index)
        hovered = self.pointer is not None and rect.contains(self.pointer)
        row = QRectF(_SIDE, rect.top() + 1, self._view.viewport().width() - 2 * _SIDE, rect.height() - 2)
        if reading:
            draw_rounded(painter, row, 8, theme.primary, theme.primary, 0)
        elif hovered:
            draw_rounded(painter, row, 8, theme.tint, theme.primary, 2 if theme.high_contrast else 0)
        if not question:
            is_open = isinstance(index, QModelIndex) and self._view.isExpanded(index)
            leftward = self._view.layoutDirection() is Qt.LayoutDirection.RightToLeft
            name = "chevron-down" if is_open else "chevron-left" if leftward else "chevron-right"
            pixmap = self.look.pixmap(name, 20, theme.text, self._view)
            place = QRectF(self._left(index) - bar(30), rect.top(), bar(20), rect.height())
            draw_icon(painter, pixmap, mirrored(place, self._view.viewport()))
        left = self._left(index)
        words = QRectF(left, rect.top(), self._view.viewport().width() - left - bar(_RIGHT), rect.height())
        painter.setFont(self._font_of(index))
        painter.setPen(theme.on_primary if reading else theme.text)
        painter.drawText(mirrored(words, self._view.viewport()), WRAPPED, in_own_direction(index.data(), self._view))

    def _is_read(self, index: _Index) -> bool:
        selection = self._view.selectionModel()
        return bool(index.data(PAGE)) and isinstance(index, QModelIndex) and selection.isSelected(index)

    def _font_of(self, index: _Index) -> QFont:
        """Topics and the page being read are bold; a row is measured as it is drawn."""
        topic = not index.data(PAGE) and not index.parent().isValid()
        return self._bold if topic or self._is_read(index) else self._regular

    def _left(self, index: _Index) -> int:
        """From the edge of the panel to the words of a row; groups and what is in them are set in."""
        above = index.parent()
        in_a_group = above.isValid() and (above.parent().isValid() or not index.data(PAGE))
        return self.look.scale.bar(_LEFT + _LEVEL if in_a_group else _LEFT)


class TopicTree(QTreeView):
    """Signals:
    article_asked: id of the article chosen, by click, Enter or Space.
    """

    article_asked = Signal(str)

    def __init__(self, model: TopicModel, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setObjectName("topic_tree")
        self.setAccessibleName(self.tr("Topics"))
        self.topics = model
        self._page = ""
        self._delegate = TopicDelegate(look, self)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(0)
        self.setRootIsDecorated(False)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        # Selected is the page being read, and only `show_page` says which that is: no key, no click.
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setExpandsOnDoubleClick(False)
        self.setItemsExpandable(True)
        self.setTabKeyNavigation(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._take)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._delegate.set_look(look)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Mark the page being read, its topic open; nothing is marked for pages that are not articles."""
        self._page = page
        index = self.topics.index_of_page(page)
        selection = self.selectionModel()
        if not index.isValid():
            selection.clearSelection()
            return
        above = list(_above(index))
        if not all(map(self.isExpanded, above)):
            # One topic open at a time, or the way back to the others grows longer and longer.
            self.collapseAll()
            for each in above:
                self.expand(each)
        self.setCurrentIndex(index)
        selection.select(index, selection.SelectionFlag.ClearAndSelect)
        self._bring_into_sight(index)

    def _bring_into_sight(self, index: QModelIndex) -> None:
        # The name of the topic first: where both have room, both are seen.
        for each in (*_above(index), index):
            self.scrollTo(each)

    @Slot(str)
    def filter_by(self, text: str) -> None:
        """Show the questions that hold these words, their topics open; with no words, the topics as they were."""
        self.topics.set_filter(text)
        if self.topics.is_filtered:
            self.expandAll()
        self.show_page(self._page)

    def take_first(self) -> None:
        """Ask for the first question that the filter shows."""
        if self.topics.is_filtered and self.topics.rowCount():
            self._take(self.topics.index(0, 0, self.topics.index(0, 0)))

    def go_to_first(self) -> None:
        """Bring the keyboard to the first row."""
        self.setCurrentIndex(self.topics.index(0, 0))
        self.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot(str)
    def open_topic(self, topic: str) -> None:
        """Open a topic, the others closed, with the keyboard on it."""
        index = self.topics.index_of_topic(topic)
        if index.isValid():
            self.collapseAll()
            self.expand(index)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtTop)

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        page = index.data(PAGE)
        if page:
            self.article_asked.emit(page)
        else:
            self.setExpanded(index, not self.isExpanded(index))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """The page being read is bold and may need another line, as the one before it may need one less."""
        super().selectionChanged(selected, deselected)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space take a row; arrows move without marking it as read."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            if self.currentIndex().isValid():
                self._take(self.currentIndex())
            return
        super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, the one under the pointer otherwise."""
        self._delegate.pointer = pointer_in(self)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the rows again."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the page being read into sight: out of sight there was no room to scroll in."""
        super().showEvent(event)
        if self.currentIndex().isValid():
            self._bring_into_sight(self.currentIndex())


def _above(index: QModelIndex) -> Iterator[QModelIndex]:
    """The rows that a row is under, the topic first."""
    above = index.parent()
    if above.isValid():
        yield from _above(above)
        yield above


class TopicPanel(QWidget):
    """The tree under its heading; in a library with very large topics there is a field between them that filters it."""

    def __init__(self, tree: TopicTree, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topic_panel")
        self.tree = tree
        self._title = QLabel(self.tr("Topics"), self)
        column = self._column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self._title)
        self.filter = self._filter_field(look) if tree.topics.is_large else None
        self.nothing = QLabel(self.tr("No question has these words in its title."), self)
        self.nothing.setWordWrap(True)
        self.nothing.hide()
        column.addWidget(self.nothing)
        column.addWidget(tree, 1)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        bar = look.scale.bar
        theme = look.theme
        self._title.setFont(look.font(weight=600, small=False))
        self._column.setContentsMargins(0, bar(16), 1, 0)
        for label in (self._title, self.nothing):
            label.setIndent(bar(24))
            label.setStyleSheet(f"color: {theme.text_soft.name()}")
        self.nothing.setFont(look.font())
        self.setStyleSheet(
            f"QWidget#topic_panel {{ background: {theme.pane.name()}; border-right: 1px solid {theme.line.name()}; }}"
        )
        if self.filter is not None:
            self.filter.set_look(look)
            self._filter_row.setContentsMargins(bar(_SIDE), 0, bar(_SIDE), 0)
        self.tree.set_look(look)

    def put_above(self, widget: QWidget) -> None:
        """Stand something of the reader's own above the topics."""
        self._column.insertWidget(0, widget)

    def _filter_field(self, look: Look) -> "FilterField":
        from pmlapp.reading.beside.filter_field import FilterField  # noqa: PLC0415  few libraries need it

        field = FilterField(look, self)
        field.textChanged.connect(self._filter)
        field.chosen.connect(self._take_first)
        field.moved_on.connect(self._go_on)
        self._filter_row = QVBoxLayout()
        self._filter_row.addWidget(field)
        self._column.addLayout(self._filter_row)
        return field

    @Slot(str)
    def _filter(self, text: str) -> None:
        self.tree.filter_by(text)
        self.nothing.setVisible(self.tree.model().rowCount() == 0)

    @Slot()
    def _take_first(self) -> None:
        self.tree.take_first()

    @Slot()
    def _go_on(self) -> None:
        self.tree.go_to_first()
