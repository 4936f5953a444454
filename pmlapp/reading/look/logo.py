"""Our mark, and the one ornament: a nerve line whose last capsules are empty."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmlapp.reading.look.look import Look
from pmlapp.reading.look.painting import painted


class Logo(QWidget):
    """A speech bubble that holds a strand."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """The bubble with a little room after it."""
        bar = self._look.scale.bar
        return QSize(bar(48), bar(44))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The bubble with its tail, and three capsules on a line."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        unit = self._look.scale.bar(40) / 40
        painter.scale(unit, unit)
        theme = self._look.theme
        bubble = QPainterPath()
        bubble.addRoundedRect(QRectF(2, 5, 36, 29), 7, 7)
        tail = QPainterPath()
        tail.moveTo(10, 32)
        tail.lineTo(11, 41)
        tail.lineTo(20, 33)
        tail.closeSubpath()
        painter.fillPath(bubble.united(tail), theme.primary)
        painter.setPen(QPen(theme.on_primary, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(QPointF(6, 19.5), QPointF(34, 19.5))
        painter.setBrush(theme.on_primary)
        for x in (12, 20):
            painter.drawEllipse(QPointF(x, 19.5), 3.4, 3.4)
        painter.setBrush(theme.primary)
        painter.drawEllipse(QPointF(28.5, 19.5), 3.4, 3.4)


def draw_strand(painter: QPainter, rect: QRectF, ink: QColor, ground: QColor) -> None:
    """The nerve line across ``rect``, rising; the last capsules are empty and dashed."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def at(part: float) -> QPointF:
        wave = math.sin(part * math.pi * 3.1) * 0.055
        return QPointF(rect.left() + rect.width() * part, rect.bottom() - rect.height() * (0.02 + 0.93 * part + wave))

    line = QPainterPath(at(0))
    for step in range(1, 61):
        line.lineTo(at(step / 60))
    painter.setPen(QPen(ink, 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(line)
    capsule = QRectF(-26, -12, 52, 24)
    for number, part in enumerate((0.10, 0.235, 0.37, 0.51, 0.65, 0.79, 0.93)):
        before, after = at(part - 0.03), at(part + 0.03)
        slope = math.degrees(math.atan2(after.y() - before.y(), after.x() - before.x()))
        painter.save()
        painter.translate(at(part))
        painter.rotate(slope)
        if number < 5:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
        else:
            style = Qt.PenStyle.SolidLine if number == 5 else Qt.PenStyle.DotLine
            painter.setPen(QPen(ink, 3, style))
            painter.setBrush(ground)
        painter.drawRoundedRect(capsule, 10, 10)
        painter.restore()
    painter.restore()
