"""The calm page: something went wrong, it is not the visitor's fault, and whom to ask."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pmlapp.reading.look.look import draw_ground
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.action_card import BAND, PAPER
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_look import TouchLook


class CalmPage(QWidget):
    """Painted with as little as can be, so that it is there when much else is broken.

    Signals:
        go_on_asked: try again from the start.
    """

    go_on_asked = Signal()

    def __init__(self, look: TouchLook, *, call: str, help_words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("calm_page")
        self._look = look
        self._call = call
        self._help = help_words
        self._title = self.tr("This screen needs a moment")
        self._words = self.tr("Something went wrong here. It is not your fault.")
        self.go_on = TouchButton(self.tr("Start again"), look, kind=Kind.MAIN, height=112, size=30, parent=self)
        self.go_on.clicked.connect(self.go_on_asked)
        self.setAccessibleName(f"{self._title}. {self._words} {help_words} {call}")

    def say(self, title: str, words: str, *, may_go_on: bool) -> None:
        """Say something else, such as that there is no library; then there may be no way on."""
        self._title, self._words = title, words
        self.go_on.setVisible(may_go_on)
        self.setAccessibleName(f"{title}. {words} {self._help} {self._call}")
        self.update()

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Whom to call on top, what happened in the middle."""
        px, theme = self._look.px, self._look.theme
        draw_ground(painter, QRectF(self.rect()), theme.ground)
        band = QRectF(0, 0, self.width(), px(150))
        draw_ground(painter, band, BAND)
        centred = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignCenter)
        painter.setPen(QPen(PAPER))
        painter.setFont(self._look.font(38, 800))
        painter.drawText(band, centred, self._call)
        middle = self.height() * 0.3
        painter.setPen(QPen(theme.heading))
        painter.setFont(self._look.font(46, 800))
        painter.drawText(QRectF(px(40), middle, self.width() - px(80), px(130)), centred, self._title)
        painter.setPen(QPen(theme.text))
        painter.setFont(self._look.font(28))
        painter.drawText(
            QRectF(px(40), middle + px(130), self.width() - px(80), px(150)), centred, f"{self._words}\n{self._help}"
        )
        self.go_on.setGeometry(px(120), round(middle) + px(300), self.width() - px(240), px(112))
