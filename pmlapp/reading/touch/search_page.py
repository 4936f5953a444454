"""The search of a kiosk: a field, what was found, and our own keyboard below."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.content.model import Findings, SearchHit
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import UNRINGED, WRAPPED, draw_ground, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import guarded, painted, painting
from pmlapp.reading.touch.keyboard import OnScreenKeyboard
from pmlapp.reading.touch.scrolling import TouchScrollArea
from pmlapp.reading.touch.touch_buttons import TouchButton
from pmlapp.reading.touch.touch_look import TouchLook

_LONGEST_QUERY: Final = 200
_MOST_ROWS: Final = 10
_SIDE: Final = 40


class TouchField(QLineEdit):
    """The field: typed into by either keyboard; nothing in it can be selected, dragged, dropped or pasted.

    Signals:
        chosen: Enter was pressed.
        touched: a finger came down on it.
    """

    chosen = Signal()
    touched = Signal()

    def __init__(self, look: TouchLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_field")
        self.setAccessibleName(self.tr("Search"))
        self.setMaxLength(_LONGEST_QUERY)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        self.setFont(look.font(32))
        self.setFixedHeight(look.px(96))
        self.setTextMargins(look.px(92), 0, look.px(20), 0)
        self._look = look

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its icon."""
        super().paintEvent(event)
        px = self._look.px
        with painting(self) as painter:
            draw_icon(
                painter, self._look.icon("search", 38, "text_soft", self), QRectF(px(34), 0, px(40), self.height())
            )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The caret stays at the end: the keyboard on the screen has no other place for a letter."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.end(False)
        self.touched.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Nothing is selected."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Nothing is pasted."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Nothing is selected."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter searches."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class FieldPanel(QWidget):
    """The panel in which the field lies."""

    def __init__(self, look: TouchLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.field = TouchField(look, self)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        above = look.px(34 if look.unit > 0.75 else 12)
        column.setContentsMargins(look.px(_SIDE), above, look.px(_SIDE), above)
        column.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground."""
        draw_ground(painter, QRectF(self.rect()), self._look.theme.panel)


class FoundRow(TouchButton):
    """A page that was found: its title, a line of it with the words marked, its topic."""

    def __init__(self, hit: SearchHit, look: TouchLook, parent: QWidget) -> None:
        super().__init__(hit.article.title, look, height=140, parent=parent)
        self.hit = hit
        self.setAccessibleDescription(f"{hit.snippet} {hit.topic_title}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def height_for(self, width: int) -> int:
        """The height that the words need at a width."""
        px = self.look.px
        inside = width - px(28 + 80)
        title = wrapped_height(self.look.font(28, 700), self.hit.article.title, inside)
        snippet = wrapped_height(self.look.font(24), self.hit.snippet, inside)
        return max(px(140), title + snippet + px(32 + 40))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, the words, a chevron."""
        px, theme = self.look.px, self.look.theme
        draw_ground(painter, QRectF(self.rect()), theme.tint_strong if self.isDown() else theme.surface)
        painter.setPen(Qt.PenStyle.SolidLine)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        left, inside = px(28), self.width() - px(28 + 80)
        title = self.look.font(28, 700)
        height = wrapped_height(title, self.hit.article.title, inside)
        painter.setFont(title)
        painter.setPen(QPen(theme.link))
        painter.drawText(QRectF(left, px(16), inside, height), WRAPPED, self.hit.article.title)
        below = self._paint_snippet(painter, left, px(20) + height, inside)
        painter.setFont(self.look.font(21))
        painter.setPen(QPen(theme.text_soft))
        painter.drawText(QRectF(left, below, inside, px(32)), WRAPPED, self.hit.topic_title)
        draw_icon(
            painter,
            self.look.icon("chevron-right", 34, "primary", self),
            QRectF(self.width() - px(66), 0, px(48), self.height()),
        )

    def _paint_snippet(self, painter: QPainter, left: int, top: int, width: int) -> int:
        """The line of the page with its marks; where it ends."""
        theme = self.look.theme
        layout = QTextLayout(self.hit.snippet, self.look.font(24))
        marks = []
        for start, end in self.hit.marks:
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = start, end - start
            look = QTextCharFormat()
            look.setBackground(theme.mark)
            mark.format = look
            marks.append(mark)
        layout.setFormats(marks)
        layout.beginLayout()
        bottom = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, bottom))
            bottom += line.height()
        layout.endLayout()
        painter.setPen(QPen(theme.text))
        layout.draw(painter, QPointF(left, top))
        return round(top + bottom)


class FoundList(QWidget):
    """The rows in their frame."""

    def __init__(self, look: TouchLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """A frame round the rows."""
        theme = self._look.theme
        if self.findChildren(FoundRow):
            draw_rounded(painter, QRectF(self.rect()), self._look.px(14), theme.surface, theme.line, 2)


class SearchPage(QWidget):
    """Field, count, rows, ways on, keyboard.  At the end of a visit it is thrown away, not emptied.

    Signals:
        query_changed: what is in the field, after each key.
        page_asked: id of the page of a row, and the row.
        topics_asked: the way to all topics.
        language_asked: the code of a language, for its letters.
    """

    query_changed = Signal(str)
    page_asked = Signal(str, int)
    topics_asked = Signal()
    language_asked = Signal(str)

    def __init__(
        self, look: TouchLook, *, languages: tuple[str, ...], nothing: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_search_page")
        self.setProperty(UNRINGED, True)
        self._look = look
        self._nothing = nothing
        panel = FieldPanel(look, self)
        self.field = panel.field
        self.field.textChanged.connect(self.query_changed)
        self.field.chosen.connect(self._take_first)
        self.count = QLabel(self)
        self.count.setFont(look.font(25))
        self.count.setTextFormat(Qt.TextFormat.PlainText)
        self.count.setWordWrap(True)
        content = QWidget(self)
        content.setObjectName("home_content")
        self._rows = FoundList(look, content)
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(3, 3, 3, 3)
        self._list.setSpacing(0)
        self.topics = TouchButton(self.tr("Not here? See all topics"), look, icon="topics", parent=content)
        self.topics.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.topics.clicked.connect(self.topics_asked)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(look.px(_SIDE), 0, look.px(14), look.px(16))
        inside.setSpacing(look.px(20))
        inside.addWidget(self._rows)
        inside.addWidget(self.topics, 0, Qt.AlignmentFlag.AlignLeading)
        inside.addStretch(1)
        self._scroll = TouchScrollArea(content, self)
        self._scroll.watch(self.topics)
        self.keyboard = OnScreenKeyboard(look, languages, self)
        self.keyboard.typed.connect(self._type)
        self.keyboard.rubbed_out.connect(self.field.backspace)
        self.keyboard.cleared.connect(self.field.clear)
        self.keyboard.hidden.connect(self._hide_keyboard)
        self.keyboard.asked.connect(self._take_first)
        self.field.touched.connect(self.keyboard.show)
        self.keyboard.language_asked.connect(self.language_asked)
        self._place(panel)

    def _place(self, panel: FieldPanel) -> None:
        look = self._look
        self._counted = QVBoxLayout()
        above = look.px(20 if look.unit > 0.75 else 6)
        self._counted.setContentsMargins(look.px(_SIDE), above, look.px(_SIDE), look.px(8))
        self._counted.addWidget(self.count)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(panel)
        column.addLayout(self._counted)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.keyboard)
        self.count.setText(self.tr("Type a word or a question. Answers appear here."))

    @property
    def rows(self) -> Sequence[FoundRow]:
        """What was found, best first."""
        return self._rows.findChildren(FoundRow)

    def begin(self, query: str = "") -> None:
        """Somebody wants to type."""
        self.keyboard.show()
        if query != self.field.text():
            self.field.setText(query)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_findings(self, found: Findings) -> None:
        """Show what was found for what is in the field."""
        self._clear_rows()
        hits = [found.hits[number] for number in range(min(_MOST_ROWS, len(found.hits)))]
        width = max(320, self.width() - self._look.px(_SIDE + 14) - 40)
        for hit in hits:
            row = FoundRow(hit, self._look, self._rows)
            row.setFixedHeight(row.height_for(width))
            row.clicked.connect(self._take)
            self._scroll.watch(row)
            self._list.addWidget(row)
        if hits:
            count = len(hits)
            one, many = self.tr("1 answer for “{query}”"), self.tr("{count} answers for “{query}”", "", count)
            self.count.setText((one if count == 1 else many).format(count=count, query=found.searched))
        else:
            nothing_here = self.tr("Nothing here about “{query}”.").format(query=found.typed)
            self.count.setText(f"{nothing_here} {self._nothing}")
        self._scroll.verticalScrollBar().setValue(0)
        announce(self, self.count.text())

    def show_nothing(self) -> None:
        """The field is empty."""
        self._clear_rows()
        self.count.setText(self.tr("Type a word or a question. Answers appear here."))

    def _clear_rows(self) -> None:
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()

    @Slot(str)
    def _type(self, letter: str) -> None:
        self.field.insert(letter)

    @Slot()
    def _hide_keyboard(self) -> None:
        self.keyboard.hide()

    @Slot()
    def _take(self) -> None:
        row = self.sender()
        if isinstance(row, FoundRow):
            self.page_asked.emit(row.hit.article.id, list(self.rows).index(row))

    @Slot()
    def _take_first(self) -> None:
        """Search key and Enter: the answers get the whole room; they are there already."""
        self.keyboard.hide()
        if rows := self.rows:
            rows[0].setFocus(Qt.FocusReason.OtherFocusReason)
