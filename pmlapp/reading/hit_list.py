"""What a search found, under the search box: one page a row."""

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from pmlapp.content.model import SearchHit
from pmlapp.reading.buttons import LinkButton
from pmlapp.reading.fonts import font
from pmlapp.reading.look import Look, is_hovered, wrapped_height
from pmlapp.reading.scale import Style

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_HIT = Qt.ItemDataRole.UserRole
_ROWS_IN_SIGHT = 6
_SIDE = 18


class HitModel(QAbstractListModel):
    """The hits of one search, best first."""

    def __init__(self) -> None:
        super().__init__()
        self._hits: tuple[SearchHit, ...] = ()

    def set_hits(self, hits: tuple[SearchHit, ...]) -> None:
        """Show the hits of another search."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """A row a hit."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title; for a screen reader also the line below it and the topic."""
        if not index.isValid():
            return None
        hit = self._hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.article.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{hit.article.title} {hit.snippet} {hit.topic_title}"
        return hit if role == _HIT else None


class HitDelegate(QStyledItemDelegate):
    """Title, a line from the page with the words found marked, topic and why it matched."""

    def __init__(self, look: Look, parent: QListView) -> None:
        super().__init__(parent)
        self._view = parent
        self._heights: dict[int, int] = {}
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
        self._heights.clear()

    def _width(self) -> int:
        return self._row_width - 2 * self.look.scale.bar(_SIDE)

    def _why(self, hit: SearchHit) -> str:
        if not hit.matched:
            return hit.topic_title
        return self.tr("{topic} · matches “{words}”").format(topic=hit.topic_title, words=hit.matched)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """At least 88; as high as the title and two lines of the page need."""
        height = self._heights.get(index.row())
        if height is None:
            hit: SearchHit = index.data(_HIT)
            bar = self.look.scale.bar
            width = self._width()
            words = (
                wrapped_height(self._title, hit.article.title, width)
                + min(wrapped_height(self._line, hit.snippet, width), bar(48))
                + wrapped_height(self._small, self._why(hit), width)
            )
            height = self._heights[index.row()] = max(bar(88), words + bar(26))
        return QSize(self._row_width, height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The three parts, one below the other."""
        painter.save()
        theme = self.look.theme
        bar = self.look.scale.bar
        rect: QRect = option.rect
        hit: SearchHit = index.data(_HIT)
        chosen = isinstance(index, QModelIndex) and self._view.selectionModel().isSelected(index)
        hovered = is_hovered(self._view, rect)
        if chosen or hovered:
            painter.fillRect(rect, theme.tint)
        if chosen and theme.high_contrast:
            painter.setPen(theme.primary)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.setPen(theme.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        y = float(rect.top() + bar(11))
        title_font = self._title_chosen if chosen else self._title
        y += self._draw(painter, hit.article.title, title_font, theme.link_hover if chosen else theme.link, y, 3)
        y += bar(2)
        y += self._draw(painter, hit.snippet, self._line, theme.text, y, 2, hit.marks)
        y += bar(2)
        self._draw(painter, self._why(hit), self._small, theme.text_soft, y, 2)
        painter.restore()

    def _draw(
        self,
        painter: QPainter,
        text: str,
        words_font: QFont,
        ink: Any,
        top: float,
        most_lines: int,
        marks: tuple[tuple[int, int], ...] = (),
    ) -> float:
        """Draw wrapped words, at most ``most_lines`` lines; returns their height."""
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
            line.setLineWidth(self._width())
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter.setPen(ink)
        layout.draw(painter, QPointF(self.look.scale.bar(_SIDE), top))
        return height


class HitList(QFrame):
    """The list and a line that counts it.

    The keyboard stays in the search box; `move_choice` changes the row chosen.

    Signals:
        hit_chosen: id of the article; "" when Enter was pressed and nothing was found.
        all_asked: the reader wants all results on one page.
    """

    hit_chosen = Signal(str)
    all_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hit_list")
        self.setAccessibleName(self.tr("Results"))
        self._look = look
        self.model = HitModel()
        self.view = QListView(self)
        self.view.setObjectName("hits")
        self.view.setAccessibleName(self.tr("Results"))
        self.view.setModel(self.model)
        self._delegate = HitDelegate(look, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.view.clicked.connect(self._take)
        self._none = QLabel(self)
        self._none.setObjectName("no_hits")
        self._none.setWordWrap(True)
        # It repeats what was typed, which may look like HTML.
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        self._count = QLabel(self)
        self._count.setObjectName("hit_count")
        self._all = LinkButton(self.tr("See all on one page"), look, self)
        self._all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._all.clicked.connect(self.all_asked)
        self._foot = QWidget(self)
        self._foot.setObjectName("hit_foot")
        row = QHBoxLayout(self._foot)
        row.addWidget(self._count, 1)
        row.addWidget(self._all)
        column = QVBoxLayout(self)
        # The edge is a border of the style sheet, which keeps its own room.
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._none)
        column.addWidget(self.view, 1)
        column.addWidget(self._foot)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self._delegate.set_look(look)
        bar = look.scale.bar
        theme = look.theme
        self._none.setFont(look.font())
        self._count.setFont(look.font(small=True))
        self._count.setStyleSheet(f"color: {theme.text_soft.name()}")
        self._all.set_look(look)
        foot = self._foot.layout()
        if foot is not None:
            foot.setContentsMargins(bar(16), bar(3), bar(12), bar(3))
        self.setStyleSheet(
            f"QFrame#hit_list {{ background: {theme.surface.name()}; border: 2px solid {theme.line_strong.name()};"
            f" border-radius: 12px; }}"
            f" QLabel#no_hits {{ padding: {bar(14)}px {bar(18)}px; }}"
            f" QListView#hits {{ background: {theme.surface.name()}; border: 0; border-radius: 10px; }}"
            f" QWidget#hit_foot {{ background: {theme.pane.name()}; border-bottom-left-radius: 10px;"
            f" border-bottom-right-radius: 10px; }}"
        )
        self.view.scheduleDelayedItemsLayout()

    def show_hits(self, query: str, hits: tuple[SearchHit, ...], anchor: QRect, room: QRect) -> None:
        """Show what ``query`` found, under ``anchor`` and inside ``room`` (both in the parent's coordinates)."""
        self.model.set_hits(hits)
        if hits:
            count = len(hits)
            said = self.tr("1 answer") if count == 1 else self.tr("{count} answers").format(count=count)
            self._count.setText(self.tr("{count}. Arrow keys to choose, Enter to open").format(count=said))
        else:
            self._none.setText(self.tr("Nothing here about “{query}”.").format(query=query))
            self._count.setText(self.tr("Press Enter to see what this library holds"))
        self._none.setVisible(not hits)
        self.view.setVisible(bool(hits))
        self._all.setVisible(bool(hits))
        self.setAccessibleDescription(self._count.text())
        self._place(anchor, room)
        if hits:
            self.view.setCurrentIndex(self.model.index(0))
        self.show()
        self.raise_()

    def _place(self, anchor: QRect, room: QRect) -> None:
        bar = self._look.scale.bar
        width = min(max(anchor.width() + 8, bar(640)), room.width() - 16)
        left = max(room.left() + 8, min(anchor.left() - 3, room.right() - width - 8))
        top = anchor.bottom() + 10
        count = self.model.rowCount()
        scrolls = count > _ROWS_IN_SIGHT
        scroll_bar = self.view.verticalScrollBar().sizeHint().width() if scrolls else 0
        policy = Qt.ScrollBarPolicy
        self.view.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self._delegate.begin(width - 4 - scroll_bar)
        if count:
            option = QStyleOptionViewItem()
            indexes = (self.model.index(row) for row in range(min(_ROWS_IN_SIGHT, count)))
            rows = sum(self._delegate.sizeHint(option, index).height() for index in indexes)
            self.view.scheduleDelayedItemsLayout()
        else:
            rows = wrapped_height(self._none.font(), self._none.text(), width - 4 - 2 * bar(18)) + 2 * bar(14)
        height = min(rows + self._foot.sizeHint().height() + 4, room.bottom() - top - 8)
        self.setGeometry(left, top, width, height)

    @Slot(int)
    def move_choice(self, steps: int) -> None:
        """Choose another row, ``steps`` further down (negative: up)."""
        rows = self.model.rowCount()
        if not rows or not self.isVisible():
            return
        row = min(max(self.view.currentIndex().row() + steps, 0), rows - 1)
        self.view.setCurrentIndex(self.model.index(row))

    @Slot()
    def take(self) -> None:
        """Open the row chosen; with none, ask for the page that says what there is."""
        if self.isHidden():
            return
        index = self.view.currentIndex()
        self.hit_chosen.emit(index.data(_HIT).article.id if index.isValid() else "")

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        self.hit_chosen.emit(index.data(_HIT).article.id)
