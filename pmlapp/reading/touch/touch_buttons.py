"""Buttons for a finger: an icon and a word side by side, a tile of the bar, a key."""

from enum import Enum

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from pmlapp.reading.look.look import draw_icon, draw_rounded
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.touch_look import TouchLook


class Kind(Enum):
    """What a button is for, which decides its colours."""

    STANDARD = "standard"
    MAIN = "main"
    """The one main thing to do on a screen."""
    FINISHED = "finished"
    PERSONAL = "personal"
    LEAVE = "leave"
    ON_PANEL = "on panel"
    ON_PANEL_MAIN = "main thing on panel"


class TouchButton(QAbstractButton):
    """A word, with an icon before it or none; acts when the finger is lifted.

    ``height`` and ``size`` of the words are in px of docs/look.md.  The accessible name is the
    word, or ``name`` where the word alone says too little.  ``leading`` words begin at the side
    instead of standing in the middle.
    """

    def __init__(
        self,
        text: str,
        look: TouchLook,
        *,
        icon: str = "",
        kind: Kind = Kind.STANDARD,
        height: float = 80,
        size: float = 25,
        name: str = "",
        leading: bool = False,
        end_icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._leading, self._end_icon = leading, end_icon
        self._icon = icon
        self._kind = kind
        self._height = height
        self._size = size
        self.selected = False
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_selected(self, selected: bool) -> None:
        """Show it as the one that is chosen of several; said to screen readers too."""
        self.selected = selected
        self.setAccessibleDescription(self.tr("chosen") if selected else "")
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as icon and words need."""
        px = self.look.px
        words = QFontMetrics(self.look.font(self._size, 600)).horizontalAdvance(self.text())
        icon = px(36) + px(14) if self._icon else 0
        return QSize(words + icon + px(40), px(self._height))

    def minimumSizeHint(self) -> QSize:
        """Never too narrow for its words."""
        return self.sizeHint()

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground and edge by kind and state, then icon and words in the middle."""
        px = self.look.px
        ground, edge, ink = self._colours()
        radius = px(14)
        draw_rounded(painter, QRectF(self.rect()), radius, ground, edge, 2)
        metrics = QFontMetrics(self.look.font(self._size, 600))
        words = metrics.horizontalAdvance(self.text())
        side = px(36) if self._icon else 0
        gap = px(14) if self._icon and self.text() else 0
        left = px(30) if self._leading else max(px(12), (self.width() - words - side - gap) // 2)
        if self._end_icon:
            icon = self.look.icons.pixmap(self._end_icon, px(36), ink, self.devicePixelRatioF())
            draw_icon(painter, icon, QRectF(self.width() - px(66), 0, px(36), self.height()))
        if self._icon:
            icon = self.look.icons.pixmap(self._icon, side, ink, self.devicePixelRatioF())
            draw_icon(painter, icon, QRectF(left, 0, side, self.height()))
        painter.setFont(self.look.font(self._size, 600))
        painter.setPen(QPen(ink))
        rect = QRectF(left + side + gap, 0, self.width() - left - side - gap - px(6), self.height())
        wrapped = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(rect, wrapped, self.text())

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Ground, edge and ink."""
        theme = self.look.theme
        if not self.isEnabled():
            return theme.pane, theme.line, theme.disabled
        down = self.isDown()
        if self.selected:
            return theme.primary, theme.primary, theme.on_primary
        match self._kind:
            case Kind.MAIN:
                return theme.primary_pressed if down else theme.primary, theme.primary, theme.on_primary
            case Kind.FINISHED:
                return theme.heading if down and not theme.dark else theme.personal, theme.personal, theme.on_personal
            case Kind.PERSONAL:
                return theme.personal_tint if down else theme.surface, theme.personal, theme.personal
            case Kind.LEAVE:
                return theme.emergency_tint if down else theme.surface, theme.emergency_line, theme.emergency_text
            case Kind.ON_PANEL:
                return theme.primary_pressed if down else theme.panel, theme.on_panel_soft, theme.on_panel
            case Kind.ON_PANEL_MAIN:
                return theme.tint_strong if down else theme.surface, theme.surface, theme.primary
            case Kind.STANDARD:
                edge = theme.primary if down else theme.line_strong
                return theme.tint_strong if down else theme.surface, edge, theme.text


class TouchTile(TouchButton):
    """A button of the bar: an icon over its word, without an edge."""

    def sizeHint(self) -> QSize:
        """As wide as its word, 104 high."""
        px = self.look.px
        words = QFontMetrics(self.look.font(21, 600)).horizontalAdvance(self.text())
        return QSize(max(px(104), words + px(20)), px(104))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, then icon and word."""
        px, theme = self.look.px, self.look.theme
        ink = theme.text if self.isEnabled() else theme.disabled
        if self.isEnabled() and (self.isDown() or self.selected):
            ground = theme.tint_strong
            draw_rounded(painter, QRectF(self.rect()), px(14), ground, theme.primary, 2 if theme.high_contrast else 0)
        icon = self.look.icons.pixmap(self._icon, px(34), ink, self.devicePixelRatioF())
        draw_icon(painter, icon, QRectF(0, px(16), self.width(), px(36)))
        painter.setFont(self.look.font(21, 600))
        painter.setPen(QPen(ink))
        painter.drawText(QRectF(0, px(60), self.width(), px(32)), Qt.AlignmentFlag.AlignCenter, self.text())


class KeyButton(TouchButton):
    """A key: one letter, or an icon with or without a word; the keyboard's focus stays in the field."""

    def __init__(
        self,
        text: str,
        look: TouchLook,
        *,
        icon: str = "",
        kind: Kind = Kind.STANDARD,
        height: float = 88,
        size: float = 30,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, look, icon=icon, kind=kind, height=height, size=size, name=name, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
