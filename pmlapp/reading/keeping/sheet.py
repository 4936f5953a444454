"""A sheet over the window: covers it until it is closed, and keeps Tab inside."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QWidget

from pmlapp.reading.keeping.action_button import ActionButton
from pmlapp.reading.look.buttons import PaintedButton
from pmlapp.reading.look.look import UNRINGED, Look, draw_ground, draw_rounded
from pmlapp.reading.look.painting import painted

_RADIUS = 20
_SIDE = 36
_NARROW_SIDE = 16
_WIDE_FROM = 1000
"""Px of the window: below it a sheet fills the window."""
_COVER = 210
"""Of 255: how much of the window behind is covered."""


class Sheet(QWidget):
    """``size`` in px at 100 % is how large it is at most; what it shows is put into ``content``, which scrolls.

    ``buttons`` are those that Tab visits after Close.

    Signals:
        closed: focus belongs to what opened it.
    """

    closed = Signal()

    def __init__(self, look: Look, title: str, size: tuple[int, int], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(title)
        self._look = look
        self.size_at_most = size
        self.sheet = QRect()
        self.buttons: tuple[PaintedButton, ...] = ()
        self.title = QLabel(title, self)
        self.title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title.setProperty(UNRINGED, True)
        self.close_button = ActionButton("close", self.tr("Close"), look, role="primary", parent=self)
        self.close_button.clicked.connect(self.dismiss)
        self.content = QWidget(self)
        self.content.setObjectName("sheet_content")
        self.area = QScrollArea(self)
        self.area.setObjectName("sheet_scroll")
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.content)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        theme = look.theme
        title = look.font(weight=800)
        title.setPixelSize(look.scale.bar(30))
        self.title.setFont(title)
        self.title.setStyleSheet(f"color: {theme.heading.name()}")
        self.close_button.set_look(look)
        ground = theme.surface.name()
        self.area.setStyleSheet(f"QScrollArea#sheet_scroll, QWidget#sheet_content {{ background: {ground}; }}")
        if not self.isHidden():
            self.place()

    def open_sheet(self) -> None:
        """Show it over the whole window, with the keyboard on its title."""
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self.place()
        self.show()
        self.raise_()
        # Made while it was hidden, a layout may still be of another width, and Qt does not look at it again.
        layout = self.content.layout()
        if layout is not None:
            layout.invalidate()
            layout.activate()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def dismiss(self) -> None:
        """Close it; nothing if it is closed."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def place(self) -> None:
        """Place title, Close and content for the size that the window has now."""
        bar = self._look.scale.bar
        width, height = min(self.width(), bar(self.size_at_most[0])), min(self.height(), bar(self.size_at_most[1]))
        if self.width() < _WIDE_FROM or self.height() < bar(self.size_at_most[1]):
            width, height = self.width(), self.height()
        self.sheet = QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        side = _SIDE if width < self.width() or width >= _WIDE_FROM else _NARROW_SIDE
        close = self.close_button.sizeHint()
        inside = self.sheet.adjusted(side, 20, -side, -20)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        left = inside.right() + 1 - close.width() if rightward else inside.left()
        self.close_button.setGeometry(left, inside.top(), close.width(), close.height())
        start = inside.left() if rightward else inside.left() + close.width()
        self.title.setGeometry(start, inside.top(), inside.width() - close.width(), close.height())
        self.area.setGeometry(inside.adjusted(0, close.height() + 10, 0, 0))
        self.update()

    # Qt

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The cover, and the sheet on it."""
        theme = self._look.theme
        cover = QColor(theme.scrim)
        cover.setAlpha(_COVER)
        draw_ground(painter, self.rect(), cover)
        edge = 2.0 if theme.high_contrast else 0.0
        radius = 0 if self.sheet.size() == self.size() else _RADIUS
        draw_rounded(painter, QRectF(self.sheet), radius, theme.surface, theme.primary, edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again."""
        super().resizeEvent(event)
        if not self.isHidden():
            self.place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the sheet closes it; nothing reaches the page behind."""
        if not self.sheet.contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        stops = [
            stop for stop in (self.title, self.close_button, *self.buttons) if stop.isVisible() and stop.isEnabled()
        ]
        if self.isHidden() or not stops:
            # While it is being closed, Qt looks for another place for the keyboard.
            return super().focusNextPrevChild(forward)
        here = next((number for number, stop in enumerate(stops) if stop.hasFocus()), -1)
        stop = stops[(here + (1 if forward else -1)) % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if self.content.isAncestorOf(stop):
            self.area.ensureWidgetVisible(stop)
        return True
