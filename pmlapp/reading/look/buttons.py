"""Buttons drawn by hand: an icon, an icon over a word, a word alone, a link."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.look import Look, draw_icon, draw_rounded
from pmlapp.reading.look.painting import painted


class PaintedButton(QAbstractButton):
    """What every button drawn by hand has in common; the accessible name is its text, or ``name``."""

    def __init__(self, text: str, look: Look, *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(text)
        self.setAccessibleName(name or text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover is drawn."""
        super().enterEvent(event)
        self.update()


class IconButton(PaintedButton):
    """An icon alone, 44 square, with a tool tip; ``role`` is the colour of the icon.

    Not one of Qt's: their `QIcon` brings the names of 150 icons of the system with it, 3 ms of each start.
    """

    def __init__(self, icon: str, name: str, look: Look, *, role: str = "text", parent: QWidget | None = None) -> None:
        super().__init__("", look, name=name, parent=parent)
        self.setToolTip(name)
        self._icon = icon
        self._role = role

    def sizeHint(self) -> QSize:
        """44 square."""
        side = self._look.scale.bar(44)
        return QSize(side, side)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, then the icon."""
        theme = self._look.theme
        if self.isDown() or self.underMouse():
            ground = theme.tint_strong if self.isDown() else theme.tint
            inside = QRectF(self.rect()).adjusted(4, 4, -4, -4)
            draw_rounded(painter, inside, 8, ground, theme.primary, 2 if theme.high_contrast else 0)
        icon = self._look.pixmap(self._icon, 20, theme.colour(self._role), self)
        draw_icon(painter, icon, QRectF(self.rect()))


class BarButton(PaintedButton):
    """An icon over its word; without the word where the bar is narrow, then with a tool tip.

    The accessible name is the word, or ``name`` where the word alone says too little; ``role`` is its colour.
    """

    def __init__(
        self,
        icon: str,
        text: str,
        look: Look,
        *,
        name: str = "",
        role: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, look, name=name, parent=parent)
        self._icon = icon
        self._role = role
        self._worded = True
        self._chosen = False
        self._count = 0

    def set_chosen(self, chosen: bool) -> None:
        """Whether what it opens is open, or what it starts goes on."""
        self._chosen = chosen
        self.update()

    def set_count(self, count: int, name: str) -> None:
        """How many there are of what it leads to, on a disc, with a ``name`` that says so; 0 shows no disc."""
        self._count = count
        self.setAccessibleName(name)
        self.set_worded(self._worded)

    def set_worded(self, worded: bool) -> None:
        """Whether the word is under the icon."""
        self._worded = worded
        self.setToolTip("" if worded else self.accessibleName())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """At least 60 by 66 with its word, 48 by 52 without."""
        bar = self._look.scale.bar
        if not self._worded:
            return QSize(bar(48), bar(52))
        words = QFontMetrics(self._look.font(small=True)).horizontalAdvance(self.text())
        return QSize(max(bar(60), words + bar(18)), bar(66))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, then icon and word, and the disc."""
        theme = self._look.theme
        personal = self._role == "personal"
        ink = theme.colour(self._role) if self.isEnabled() else theme.disabled
        if self._chosen:
            ink = theme.on_personal if personal else theme.on_primary
            draw_rounded(painter, QRectF(self.rect()), 8, theme.personal if personal else theme.primary, ink, 0)
        elif self.isEnabled() and (self.isDown() or self.underMouse()):
            ground = theme.tint_strong if self.isDown() else theme.tint
            edge = 2.0 if theme.high_contrast else 0.0
            draw_rounded(painter, QRectF(self.rect()), 8, ground, theme.primary, edge)
        icon = self._look.pixmap(self._icon, 24, ink, self)
        bar = self._look.scale.bar
        if not self._worded:
            draw_icon(painter, icon, QRectF(self.rect()))
            self._paint_count(painter, QRectF(0, 0, self.width(), self.height()))
            return
        line = bar(21)
        whole = bar(24) + bar(2) + line
        top = (self.height() - whole) / 2
        draw_icon(painter, icon, QRectF(0, top, self.width(), bar(24)))
        painter.setFont(self._look.font(small=True))
        painter.setPen(ink)
        words = QRectF(0, top + whole - line, self.width(), line)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        self._paint_count(painter, QRectF(0, top, self.width(), bar(24)))

    def _paint_count(self, painter: QPainter, icon: QRectF) -> None:
        """The disc at the upper outer corner of the icon, which is in the middle of a rectangle."""
        if not self._count:
            return
        theme, bar = self._look.theme, self._look.scale.bar
        ground, ink = theme.personal, theme.on_personal
        if self._chosen:
            ground, ink = ink, ground
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        middle = icon.center().x() + (bar(13) if rightward else -bar(13))
        disc = QRectF(middle - bar(21) / 2, icon.center().y() - bar(19), bar(21), bar(21))
        draw_rounded(painter, disc, disc.height() / 2, ground, ground, 0)
        said = font(self._look.scale.bar_style(14, 700))
        painter.setFont(said)
        painter.setPen(ink)
        painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(self._count) if self._count <= 9 else "9+")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens too, as a menu under the button lies below it."""
        if event.key() == Qt.Key.Key_Down and self.isEnabled():
            self.click()
        else:
            super().keyPressEvent(event)


class WordButton(PaintedButton):
    """A button with a word, 48 high.

    ``quiet`` ones have no edge and look like what they lead to; the ``main`` one of several is filled.
    """

    def __init__(
        self, text: str, look: Look, *, quiet: bool = False, main: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, look, parent=parent)
        self._quiet = quiet
        self._main = main

    def sizeHint(self) -> QSize:
        """As wide as its words, at least 44 high."""
        bar = self._look.scale.bar
        width = QFontMetrics(self._look.font(weight=600)).horizontalAdvance(self.text())
        return QSize(width + bar(16 if self._quiet else 32), bar(44 if self._quiet else 48))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground and edge by state, then the word."""
        theme = self._look.theme
        bar = self._look.scale.bar
        filled = self._main and self.isEnabled()
        usual = (theme.surface, theme.tint, theme.tint_strong)
        still, hovered, pressed = (theme.primary, theme.primary_hover, theme.primary_pressed) if filled else usual
        ground = pressed if self.isDown() else hovered if self.underMouse() else still
        ink = self.ink(theme.on_primary if filled else theme.text)
        if not self._quiet:
            draw_rounded(painter, QRectF(self.rect()), 8, ground, theme.line_strong, 2)
        elif self.isDown() or self.underMouse():
            draw_rounded(painter, QRectF(self.rect()), 8, ground, theme.line, 0)
        side = bar(8 if self._quiet else 16)
        rect = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        painter.setFont(self._look.font(weight=600))
        painter.setPen(QPen(ink))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), self.text())

    def ink(self, usual: QColor) -> QColor:
        """The colour of the words."""
        theme = self._look.theme
        if not self.isEnabled():
            return theme.disabled
        return theme.primary if self._quiet else usual


class LinkButton(PaintedButton):
    """A link outside the page: underlined words."""

    def __init__(self, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(text, look, parent=parent)
        self._chosen = False

    def set_chosen(self, chosen: bool) -> None:
        """Whether it is what Enter takes while the keyboard is elsewhere."""
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        metrics = QFontMetrics(self._font())
        return QSize(metrics.horizontalAdvance(self.text()) + 8, max(metrics.height() + 10, 32))

    def _font(self) -> QFont:
        chosen = self._look.font()
        chosen.setPixelSize(round(17 * self._look.scale.chrome))
        chosen.setUnderline(True)
        return chosen

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The words, and a ground under the pointer or when chosen."""
        theme = self._look.theme
        if self._chosen:
            draw_rounded(painter, QRectF(self.rect()), 4, theme.focus_outer, theme.line, 0)
        elif self.underMouse():
            draw_rounded(painter, QRectF(self.rect()), 4, theme.tint, theme.line, 0)
        painter.setFont(self._font())
        painter.setPen(theme.focus_inner if self._chosen else theme.link_hover if self.underMouse() else theme.link)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self.text())
