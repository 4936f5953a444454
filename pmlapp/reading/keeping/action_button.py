"""A button with an icon before its word, for what a reader keeps and takes along."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from pmlapp.reading.look.buttons import PaintedButton
from pmlapp.reading.look.look import Look, draw_icon, draw_rounded
from pmlapp.reading.look.painting import painted

_ICON = 20
_GAP = 9


class ActionButton(PaintedButton):
    """48 high.  ``filled`` is the one main button of a place, ``quiet`` has no edge; ``role`` colours all three."""

    def __init__(
        self,
        icon: str,
        text: str,
        look: Look,
        *,
        role: str = "personal",
        filled: bool = False,
        quiet: bool = False,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, look, name=name, parent=parent)
        self._icon = icon
        self._role = role
        self._filled = filled
        self._quiet = quiet

    def sizeHint(self) -> QSize:
        """As wide as icon and word."""
        bar = self._look.scale.bar
        words = QFontMetrics(self._look.font(weight=600)).horizontalAdvance(self.text())
        icon = bar(_ICON + _GAP) if self._icon else 0
        return QSize(words + icon + 2 * bar(self._side) + 4, bar(44 if self._quiet else 48))

    @property
    def _side(self) -> int:
        return 10 if self._quiet else 18

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground and edge by state, then icon and word."""
        ink = self._draw_ground(painter)
        bar = self._look.scale.bar
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        side = bar(self._side) + 2
        room = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        if self._icon:
            left = room.left() if rightward else room.right() - bar(_ICON)
            pixmap = self._look.pixmap(self._icon, _ICON, ink, self)
            draw_icon(painter, pixmap, QRectF(left, 0, bar(_ICON), self.height()))
            taken = bar(_ICON + _GAP)
            room.adjust(taken if rightward else 0, 0, 0 if rightward else -taken, 0)
        painter.setFont(self._look.font(weight=600))
        painter.setPen(ink)
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self.text())

    def _draw_ground(self, painter: QPainter) -> QColor:
        """Draw what is under the words; the colour that the words have on it."""
        theme = self._look.theme
        role = theme.colour(self._role)
        held, over = self.isDown(), self.underMouse()
        rect = QRectF(self.rect())
        if not self.isEnabled():
            if not self._quiet:
                draw_rounded(painter, rect, 8, theme.pane, theme.line, 2)
            return theme.disabled
        if self._filled:
            edge = theme.text if over or held else role
            draw_rounded(painter, rect, 8, role, edge, 3 if held else 2)
            return theme.colour(f"on_{self._role}")
        ground = theme.tint_strong if held else theme.tint if over else theme.surface
        if not self._quiet:
            draw_rounded(painter, rect, 8, ground, role, 2)
        elif held or over:
            draw_rounded(painter, rect, 8, ground, theme.primary, 2 if theme.high_contrast else 0)
        return role
