"""What is always at the foot of a kiosk: the row of the page, whom to ask for help, and the bar."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from pmlapp.reading.look.look import WRAPPED, draw_ground, draw_icon, wrapped_height
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton, TouchTile
from pmlapp.reading.touch.touch_look import TouchLook

_BAR: Final = 132
_LINE: Final = 78


class TouchBar(QWidget):
    """Back, Home, Text and colour, Listen, My questions, I'm finished: always at the same place.

    Signals:
        back_asked, home_asked, comfort_asked, listen_asked, questions_asked, finish_asked: the button of that name.
    """

    back_asked = Signal()
    home_asked = Signal()
    comfort_asked = Signal()
    listen_asked = Signal()
    questions_asked = Signal()
    finish_asked = Signal()

    def __init__(self, look: TouchLook, *, features: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("touch_bar")
        self._look = look
        px = look.px
        self.back = TouchTile(self.tr("Back"), look, icon="back", parent=self)
        self.home = TouchTile(self.tr("Home"), look, icon="home", parent=self)
        self.comfort = TouchTile(
            self.tr("Text, colour"), look, icon="text-larger", name=self.tr("Text size and colours"), parent=self
        )
        self.listen = TouchTile(self.tr("Listen"), look, icon="speak", parent=self)
        self.questions = TouchTile(self.tr("My questions"), look, icon="questions", parent=self)
        self.finish = TouchButton(
            self.tr("I’m finished"), look, icon="finished", kind=Kind.FINISHED, height=104, size=26, parent=self
        )
        self.listen.setVisible("listen" in features)
        self.questions.setVisible("questions" in features)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(14), px(20), px(14))
        row.setSpacing(px(10))
        for tile, asked in (
            (self.back, self.back_asked),
            (self.home, self.home_asked),
            (self.comfort, self.comfort_asked),
            (self.listen, self.listen_asked),
            (self.questions, self.questions_asked),
        ):
            tile.clicked.connect(asked)
            row.addWidget(tile, 2)
        self.finish.clicked.connect(self.finish_asked)
        row.addWidget(self.finish, 3)
        self.setFixedHeight(px(_BAR))

    def show_place(self, *, at_home: bool, may_go_back: bool) -> None:
        """Where the visitor is: Home is marked there, and Back is off where there is no way back."""
        self.home.set_selected(at_home)
        self.back.setEnabled(may_go_back)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground of the bar."""
        draw_ground(painter, QRectF(self.rect()), self._look.theme.pane)
        painter.setPen(QPen(self._look.theme.line, 1))
        painter.drawLine(0, 0, self.width(), 0)


class HelpLine(QWidget):
    """Whom to ask for help, and how far the library may be relied on: the same on every page."""

    def __init__(self, help_words: str, look: TouchLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_line")
        self._look = look
        self._help = help_words
        self._claim = self._care = ""
        self.setFixedHeight(look.px(_LINE))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        """Everything that it says."""
        return f"{self._help} {self._claim} {self._care}".strip()

    def say(self, claim: str, care: str) -> None:
        """Say how far the library may be relied on, and what it does not replace."""
        self._claim, self._care = claim, care
        self.setAccessibleName(self.words)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as two lines."""
        return QSize(320, self._look.px(_LINE))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Help at the start, the claim behind a line."""
        px, theme = self._look.px, self._look.theme
        draw_ground(painter, QRectF(self.rect()), theme.sunken)
        draw_icon(painter, self._look.icon("help-staff", 30, "text", self), QRectF(px(38), 0, px(34), self.height()))
        bold = self._look.font(21, 700)
        left = px(84)
        half = min(QFontMetrics(bold).horizontalAdvance(self._help) + px(20), self.width() // 2 - left)
        painter.setFont(bold)
        painter.setPen(QPen(theme.text))
        painter.drawText(QRectF(left, 0, half, self.height()), WRAPPED, self._help)
        middle = max(left + half + px(20), round(self.width() * 0.445))
        painter.setPen(QPen(theme.line_strong, 1))
        painter.drawLine(middle, px(9), middle, self.height() - px(9))
        room = QRectF(middle + px(22), 0, self.width() - middle - px(40), self.height())
        self._paint_claim(painter, room)

    def _paint_claim(self, painter: QPainter, room: QRectF) -> None:
        px, theme = self._look.px, self._look.theme
        bold, plain = self._look.font(20, 700), self._look.font(20)
        painter.setPen(QPen(theme.text))
        claim = wrapped_height(bold, self._claim, round(room.width()))
        care = wrapped_height(plain, self._care, round(room.width()))
        if claim + care > self.height() - px(4):
            # Two short lines have room; a longer claim goes alone, since it matters most.
            painter.setFont(bold)
            painter.drawText(room, WRAPPED, self._claim)
            return
        top = (self.height() - claim - care) / 2
        painter.setFont(bold)
        painter.drawText(QRectF(room.left(), top, room.width(), claim), WRAPPED, self._claim)
        painter.setFont(plain)
        painter.drawText(QRectF(room.left(), top + claim, room.width(), care), WRAPPED, self._care)


class PageRow(QWidget):
    """What can be done on a page: search, print, take home, and move it up and down without dragging.

    Signals:
        search_asked, print_asked, take_home_asked: the button of that name.
        moved: -1 for up, +1 for down.
    """

    search_asked = Signal()
    print_asked = Signal()
    take_home_asked = Signal()
    moved = Signal(int)

    def __init__(self, look: TouchLook, *, offers: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_row")
        self._look = look
        px = look.px
        self.search = TouchButton(self.tr("Search"), look, icon="search", parent=self)
        self.search.clicked.connect(self.search_asked)
        self.print = TouchButton(self.tr("Print"), look, icon="print", parent=self)
        self.print.clicked.connect(self.print_asked)
        self.take_home = TouchButton(self.tr("Take home"), look, icon="qr", parent=self)
        self.take_home.clicked.connect(self.take_home_asked)
        self.up = TouchButton(self.tr("Up"), look, icon="chevron-up", name=self.tr("Move the page up"), parent=self)
        self.up.clicked.connect(self._up)
        self.down = TouchButton(
            self.tr("Down"), look, icon="chevron-down", name=self.tr("Move the page down"), parent=self
        )
        self.down.clicked.connect(self._down)
        # Fixed: where there is little room the page gives way, not what moves it.
        self.setFixedHeight(px(80) + 2 * px(14))
        row = QHBoxLayout(self)
        row.setContentsMargins(
            px(40) if look.unit > 0.9 else px(20), px(14), px(40) if look.unit > 0.9 else px(20), px(14)
        )
        row.setSpacing(px(12))
        for button, shown in (
            (self.search, "search" in offers),
            (self.print, "print" in offers),
            (self.take_home, "take_home" in offers),
            (self.up, True),
            (self.down, True),
        ):
            button.setVisible(shown)
            row.addWidget(button, 1)

    def _up(self) -> None:
        self.moved.emit(-1)

    def _down(self) -> None:
        self.moved.emit(1)

    def show_ends(self, *, at_top: bool, at_foot: bool) -> None:
        """Up and Down are off where there is nothing more."""
        self.up.setEnabled(not at_top)
        self.down.setEnabled(not at_foot)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground of the row, a line above it."""
        draw_ground(painter, QRectF(self.rect()), self._look.theme.ground)
        painter.setPen(Qt.PenStyle.SolidLine)
        painter.setPen(QPen(self._look.theme.line, 1))
        painter.drawLine(0, 0, self.width(), 0)
