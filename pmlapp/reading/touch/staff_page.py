"""What staff see of a kiosk: its state row by row, and what they can do; nothing about any visitor."""

from enum import Enum
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.reading.look.look import UNRINGED, WRAPPED, draw_ground, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.notice_box import NoticeBox
from pmlapp.reading.touch.scrolling import TouchScrollArea
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_look import TouchLook

_CLOSES_AFTER_MS: Final = 120_000


class State(Enum):
    """How something is: icon, ground and ink of its row."""

    GOOD = ("check-circle", "surface", "ok")
    FACT = ("info", "surface", "text_soft")
    LOOK = ("warning", "urgent_tint", "urgent_text")
    BROKEN = ("emergency", "emergency_tint", "emergency_text")


class StatusLine(NamedTuple):
    """One row: what it is about, how it is in a sentence, and the state in a word or two."""

    icon: str
    name: str
    words: str
    state: State
    verdict: str


class StatusRow(QWidget):
    """Icon, name, words, state."""

    def __init__(self, line: StatusLine, look: TouchLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = line
        self._look = look
        self.setAccessibleName(f"{line.name}: {line.words} {line.verdict}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """At least 90 high."""
        return QSize(320, self._look.px(90))

    def height_for(self, width: int) -> int:
        """The height that its words need."""
        px = self._look.px
        inside = width - px(340 + 230)
        return max(px(80), wrapped_height(self._look.font(22), self.line.words, max(120, inside)) + px(22))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The row by its state."""
        px, theme, line = self._look.px, self._look.theme, self.line
        icon, ground, ink = line.state.value
        draw_ground(painter, QRectF(self.rect()), theme.colour(ground))
        painter.setPen(Qt.PenStyle.SolidLine)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        draw_icon(painter, self._look.icon(line.icon, 30, "text", self), QRectF(px(26), 0, px(34), self.height()))
        painter.setPen(QPen(theme.text))
        painter.setFont(self._look.font(23, 700))
        painter.drawText(QRectF(px(80), 0, px(270), self.height()), WRAPPED, line.name)
        painter.setFont(self._look.font(22))
        painter.drawText(QRectF(px(340), 0, self.width() - px(340 + 230), self.height()), WRAPPED, line.words)
        bold = self._look.font(21, 700)
        painter.setFont(bold)
        painter.setPen(QPen(theme.colour(ink)))
        wide = QFontMetrics(bold).horizontalAdvance(line.verdict)
        left = self.width() - px(24) - wide
        painter.drawText(QRectF(left, 0, wide + 4, self.height()), WRAPPED, line.verdict)
        draw_icon(painter, self._look.icon(icon, 28, ink, self), QRectF(left - px(42), 0, px(34), self.height()))


class StatusList(QWidget):
    """The rows in their frame."""

    def __init__(self, look: TouchLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The frame."""
        theme = self._look.theme
        draw_rounded(painter, QRectF(self.rect()), self._look.px(12), theme.surface, theme.line_strong, 2)


class StaffPage(QWidget):
    """Closes by itself after two quiet minutes.

    Signals:
        asked: the name of the action whose button was touched.
        closed: it is to go.
    """

    asked = Signal(str)
    closed = Signal()

    def __init__(
        self,
        look: TouchLook,
        *,
        place: str,
        lines: tuple[StatusLine, ...],
        actions: tuple[tuple[str, str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        """``actions`` are triples of name, icon and words; the one named ``leave`` is drawn as such."""
        super().__init__(parent)
        self.setObjectName("staff_page")
        self.setProperty(UNRINGED, True)
        self._look = look
        px = look.px
        title = QLabel(self.tr("This kiosk"), self)
        title.setFont(look.font(46, 800))
        close = TouchButton(self.tr("Close staff page"), look, icon="lock", parent=self)
        close.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        where = QLabel(place, self)
        where.setFont(look.font(22))
        self.notice = NoticeBox(look, self)
        content = QWidget(self)
        content.setObjectName("home_content")
        self._rows = StatusList(look, content)
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(3, 3, 3, 3)
        self._list.setSpacing(0)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, px(8), 0)
        inside.addWidget(self._rows)
        inside.addStretch(1)
        self._scroll = TouchScrollArea(content, self)
        self.buttons = {}
        grid = QGridLayout()
        grid.setSpacing(px(14))
        for number, (action, icon, words) in enumerate(actions):
            kind = Kind.LEAVE if action == "leave" else Kind.STANDARD
            button = TouchButton(words, look, icon=icon, kind=kind, height=112, size=27, parent=self)
            button.setProperty("action", action)
            button.clicked.connect(self._take)
            self.buttons[action] = button
            grid.addWidget(button, *divmod(number, 2))
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(px(40), px(36), px(40), px(24))
        column.setSpacing(px(12))
        column.addLayout(head)
        column.addWidget(where)
        column.addWidget(self.notice)
        column.addWidget(self._scroll, 1)
        column.addLayout(grid)
        self._quiet = QTimer(self, singleShot=True, interval=_CLOSES_AFTER_MS)
        self._quiet.timeout.connect(self.closed)
        self.show_lines(lines)

    def show_lines(self, lines: tuple[StatusLine, ...]) -> None:
        """Show how everything is now."""
        self._quiet.start()
        for row in self._rows.findChildren(StatusRow):
            self._list.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        width = max(400, (self.window().width()) - self._look.px(80) - 40)
        for line in lines:
            row = StatusRow(line, self._look, self._rows)
            row.setFixedHeight(row.height_for(width))
            self._scroll.watch(row)
            self._list.addWidget(row)

    def say(self, bold: str, more: str = "", *, is_fact: bool = True) -> None:
        """Say what came of an action."""
        self._quiet.start()
        self.notice.say(bold, more, is_fact=is_fact)

    @Slot()
    def _take(self) -> None:
        self._quiet.start()
        self.asked.emit(self.sender().property("action"))
