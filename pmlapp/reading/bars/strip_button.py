"""The buttons of the strip at the foot: an icon and a word, on a light ground or on the coloured one."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from pmlapp.reading.look.buttons import PaintedButton
from pmlapp.reading.look.look import Look, draw_icon, draw_rounded
from pmlapp.reading.look.painting import painted

_HEIGHT = 48
_ICON = 20
_SIDE = 16
_GAP = 8
_RADIUS = 8


class StripButton(PaintedButton):
    """48 high, with an icon, a word or both; checked it is filled.

    ``on_primary`` is for the coloured strip, whose one ``main`` button is light.
    ``icon_last`` puts the icon behind the word, for buttons that lead onward.
    """

    def __init__(
        self,
        text: str,
        look: Look,
        *,
        icon: str = "",
        name: str = "",
        on_primary: bool = False,
        main: bool = False,
        icon_last: bool = False,
        least: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, look, name=name, parent=parent)
        self._icon = icon
        self._on_primary = on_primary
        self._main = main
        self._icon_last = icon_last
        self._least = least
        self._worded = True

    def set_icon(self, icon: str) -> None:
        """Another icon, as when Pause becomes Play."""
        self._icon = icon
        self.update()

    def set_main(self, main: bool) -> None:
        """Whether it is the one main button of the coloured strip."""
        self._main = main
        self.update()

    def set_worded(self, worded: bool) -> None:
        """Whether the word is shown beside the icon; without it, it is the tool tip."""
        self._worded = worded or not self._icon
        self.setToolTip("" if self._worded else self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as icon and word, at least ``least`` px at 100 % and never less than high."""
        bar = self._look.scale.bar
        if not self._worded:
            return QSize(bar(_HEIGHT), bar(_HEIGHT))
        words = QFontMetrics(self._look.font(weight=600)).horizontalAdvance(self.text())
        width = words + 2 * bar(_SIDE) + (bar(_ICON + _GAP) if self._icon else 0)
        return QSize(max(width, bar(self._least), bar(_HEIGHT)), bar(_HEIGHT))

    def _colours(self) -> tuple[QColor | None, QColor, float, QColor]:
        """Ground (None: that of the strip), edge and its width, words."""
        theme = self._look.theme
        down, over = self.isDown(), self.underMouse()
        if not self.isEnabled():
            if self._on_primary:
                return None, theme.on_primary_soft, 1, theme.on_primary_soft
            return theme.pane, theme.line, 2, theme.disabled
        if self._on_primary and not self._main:
            ground = theme.primary_pressed if down else theme.primary_hover if over else None
            return ground, theme.on_primary_soft, 1, theme.on_primary
        if self.isChecked():
            return theme.primary, theme.primary, 2, theme.on_primary
        ground = theme.tint_strong if down else theme.tint if over else theme.surface
        edge = theme.surface if self._on_primary else theme.line_strong
        if (down or over) and theme.high_contrast:
            edge = theme.primary
        return ground, edge, 2, theme.text

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground and edge by state, then icon and word."""
        bar = self._look.scale.bar
        ground, edge, width, ink = self._colours()
        rect = QRectF(self.rect())
        if ground is not None:
            draw_rounded(painter, rect, _RADIUS, ground, edge, width)
        else:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            pen = QPen(edge, width)
            if not self.isEnabled():
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        painter.setFont(self._look.font(weight=600))
        painter.setPen(ink)
        if not self._icon:
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), self.text())
            return
        plain = self.isEnabled() and not self.isChecked() and not self._on_primary
        pixmap = self._look.pixmap(self._icon, _ICON, self._look.theme.primary if plain else ink, self)
        if not self._worded:
            draw_icon(painter, pixmap, rect)
            return
        words = QFontMetrics(self._look.font(weight=600)).horizontalAdvance(self.text())
        left = (rect.width() - words - bar(_ICON + _GAP)) / 2
        icon_first = self._icon_last is not (self.layoutDirection() is Qt.LayoutDirection.LeftToRight)
        icon_left = left if icon_first else left + words + bar(_GAP)
        draw_icon(painter, pixmap, QRectF(icon_left, 0, bar(_ICON), rect.height()))
        text_left = left + bar(_ICON + _GAP) if icon_first else left
        text = QRectF(text_left, 0, words + 1, rect.height())
        painter.drawText(text, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
