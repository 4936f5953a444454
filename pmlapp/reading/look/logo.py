"""The mark in the bar: the library's own, or a speech bubble with lines of text."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmlapp.reading.look.images import Picture
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.painting import painted


class Logo(QWidget):
    """Draws ``picture``, or the speech bubble where the library has no logo."""

    def __init__(self, look: Look, picture: Picture | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """40 px with a little room after them."""
        bar = self._look.scale.bar
        return QSize(bar(48), bar(44))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The library's picture, or the bubble with its tail and three lines of text."""
        theme = self._look.theme
        side = self._look.scale.bar(40)
        if self._picture is not None:
            self._picture.draw(painter, QRectF(0, (self.height() - side) / 2, side, side), theme)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / 40, side / 40)
        bubble = QPainterPath()
        bubble.addRoundedRect(QRectF(2, 5, 36, 29), 7, 7)
        tail = QPainterPath()
        tail.moveTo(10, 32)
        tail.lineTo(11, 41)
        tail.lineTo(20, 33)
        tail.closeSubpath()
        painter.fillPath(bubble.united(tail), theme.primary)
        painter.setPen(QPen(theme.on_primary, 2.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        for y, end in ((13.0, 31.0), (19.5, 31.0), (26.0, 23.0)):
            painter.drawLine(QPointF(9, y), QPointF(end, y))
