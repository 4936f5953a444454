"""A box with an icon, a bold sentence and one more: what a kiosk says went wrong, or how it is."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import WRAPPED, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.touch_look import TouchLook

_LEFT: Final = 90


class NoticeBox(QWidget):
    """Amber where something went wrong, blue for a fact; hidden until it has something to say."""

    def __init__(self, look: TouchLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._bold = self._more = ""
        self._is_fact = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()

    @property
    def words(self) -> str:
        """What it says; "" if it is not there."""
        return f"{self._bold} {self._more}".strip()

    def say(self, bold: str, more: str = "", *, is_fact: bool = False) -> None:
        """Say it, to ears too; two empty sentences hide the box."""
        self._bold, self._more, self._is_fact = bold, more, is_fact
        self.setAccessibleName(self.words)
        self.setVisible(bool(self.words))
        self.updateGeometry()
        self.setFixedHeight(self._height(max(320, self.width())))
        announce(self, self.words)
        self.update()

    def sizeHint(self) -> QSize:
        """As high as its words at its width."""
        return QSize(600, self._height(max(320, self.width())))

    def _height(self, width: int) -> int:
        px = self._look.px
        inside = width - px(_LEFT + 24)
        bold = wrapped_height(self._look.font(25, 700), self._bold, inside) if self._bold else 0
        more = wrapped_height(self._look.font(25), self._more, inside) if self._more else 0
        return max(px(84), bold + more + px(40))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Box, icon, sentences."""
        px, theme = self._look.px, self._look.theme
        ground = theme.info_tint if self._is_fact else theme.urgent_tint
        edge = theme.info_line if self._is_fact else theme.urgent_line
        draw_rounded(painter, QRectF(self.rect()), px(12), ground, edge, 2)
        name, ink = ("info", "info") if self._is_fact else ("warning", "urgent_text")
        draw_icon(painter, self._look.icon(name, 36, ink, self), QRectF(px(30), 0, px(44), self.height()))
        inside = self.width() - px(_LEFT + 24)
        painter.setPen(QPen(theme.text))
        bold, plain = self._look.font(25, 700), self._look.font(25)
        heights = [
            wrapped_height(bold, self._bold, inside),
            wrapped_height(plain, self._more, inside) if self._more else 0,
        ]
        top = (self.height() - sum(heights)) / 2
        painter.setFont(bold)
        painter.drawText(QRectF(px(_LEFT), top, inside, heights[0]), WRAPPED, self._bold)
        painter.setFont(plain)
        painter.drawText(QRectF(px(_LEFT), top + heights[0], inside, heights[1]), WRAPPED, self._more)
