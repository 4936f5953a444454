"""A choice that is ticked: one line of words with a box or a ring before it, the whole row is the target."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmlapp.reading.look.buttons import PaintedButton
from pmlapp.reading.look.look import WRAPPED, Look, draw_rounded
from pmlapp.reading.look.painting import painted

_HEIGHT = 44
_MARK = 24
_BETWEEN = 12


class ChoiceRow(PaintedButton):
    """Ticked by a click, a touch or Space; ``one_of`` draws a ring, for rows of which one is chosen."""

    def __init__(self, name: str, words: str, look: Look, *, one_of: bool, parent: QWidget) -> None:
        super().__init__(words, look, parent=parent)
        self.setObjectName(name)
        self.setCheckable(True)
        self._one_of = one_of
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Long words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least 44."""
        bar = self._look.scale.bar
        room = max(1, width - bar(_MARK + 2 * _BETWEEN))
        words = QFontMetrics(self._look.font(weight=600)).boundingRect(QRect(0, 0, room, 10_000), WRAPPED, self.text())
        return max(bar(_HEIGHT), words.height() + bar(12))

    def sizeHint(self) -> QSize:
        """As wide as its words, if there is room."""
        bar = self._look.scale.bar
        words = QFontMetrics(self._look.font(weight=600)).horizontalAdvance(self.text())
        return QSize(words + bar(_MARK + 2 * _BETWEEN) + 2, bar(_HEIGHT))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, the box or ring, the words."""
        theme, bar = self._look.theme, self._look.scale.bar
        if self.isDown() or self.underMouse():
            ground = theme.tint_strong if self.isDown() else theme.tint
            draw_rounded(painter, QRectF(self.rect()), 8, ground, theme.primary, 2 if theme.high_contrast else 0)
        left_to_right = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        side, gap = bar(_MARK), bar(_BETWEEN)
        left = gap / 2 if left_to_right else self.width() - gap / 2 - side
        mark = QRectF(left, (self.height() - side) / 2, side, side)
        ticked = self.isChecked()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.primary if ticked else theme.line_strong, 2))
        painter.setBrush(theme.surface)
        inside = mark.adjusted(2, 2, -2, -2)
        if self._one_of:
            painter.drawEllipse(inside)
            if ticked:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.primary)
                painter.drawEllipse(inside.adjusted(side / 5, side / 5, -side / 5, -side / 5))
        else:
            painter.setBrush(theme.primary if ticked else theme.surface)
            painter.drawRoundedRect(inside, 4, 4)
            if ticked:
                pixmap = self._look.pixmap("check", round(_MARK * 0.75), theme.on_primary, self)
                half = side * 0.375
                painter.drawPixmap(round(mark.center().x() - half), round(mark.center().y() - half), pixmap)
        painter.setFont(self._look.font(weight=600 if ticked else 400))
        painter.setPen(theme.text if self.isEnabled() else theme.disabled)
        words = self.rect().adjusted(round(side + gap), 0, -gap // 2, 0)
        if not left_to_right:
            words = self.rect().adjusted(gap // 2, 0, -round(side + gap), 0)
        painter.drawText(words, WRAPPED, self.text())
