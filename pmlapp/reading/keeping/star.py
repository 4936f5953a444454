"""The star beside a page's title: a bookmark on the page, or none."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTextEdit

from pmlapp.reading.look.buttons import PaintedButton
from pmlapp.reading.look.look import Look, draw_icon, draw_rounded
from pmlapp.reading.look.painting import painted

_SIDE = 44
_ICON = 26
_FIRST_BLOCKS = 8
"""Of a page: its title is among them, below breadcrumb and notices."""


class Star(PaintedButton):
    """Lies on ``pane`` at the end of its title, and scrolls with it."""

    def __init__(self, look: Look, pane: QTextEdit) -> None:
        super().__init__("", look, parent=pane.viewport())
        self.setObjectName("bookmark")
        self._pane = pane
        self._on = False
        self._wanted = False
        pane.viewport().installEventFilter(self)
        self.set_marked(marked=False)
        self.hide()

    def sizeHint(self) -> QSize:
        """44 square."""
        side = self._look.scale.bar(_SIDE)
        return QSize(side, side)

    def set_wanted(self, *, wanted: bool) -> None:
        """Whether the page that is shown can be marked."""
        self._wanted = wanted
        self.place()

    def set_marked(self, *, marked: bool) -> None:
        """Whether the page has a bookmark."""
        self._on = marked
        name = self.tr("Remove the bookmark from this page") if marked else self.tr("Put a bookmark on this page")
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        super().set_look(look)
        self.place()

    @Slot()
    def place(self) -> None:
        """Stand at the end of the first line of the title."""
        title = self._title() if self._wanted else None
        if title is None:
            self.hide()
            return
        side = self.sizeHint().width()
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        left = round(title.right()) - side if rightward else round(title.left())
        self.setGeometry(left, round(title.top()), side, side)
        self.show()

    def _title(self) -> QRectF | None:
        """Where the title is in the viewport, as wide as the column of text."""
        document = self._pane.document()
        block = document.begin()
        for _ in range(_FIRST_BLOCKS):
            if not block.isValid():
                return None
            if block.blockFormat().headingLevel() == 1:
                rect = document.documentLayout().blockBoundingRect(block)
                margins = document.rootFrame().frameFormat()
                left, right = margins.leftMargin(), margins.rightMargin()
                top = rect.top() - self._pane.verticalScrollBar().value()
                return QRectF(left, top, document.textWidth() - left - right, rect.height())
            block = block.next()
        return None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move along when the page is scrolled or set again: both paint its viewport."""
        if event.type() in (QEvent.Type.Paint, QEvent.Type.Resize) and self._wanted:
            self.place()
        return False

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, then the star, filled where the page is marked."""
        theme = self._look.theme
        if self.isDown() or self.underMouse():
            ground = theme.tint_strong if self.isDown() else theme.tint
            draw_rounded(painter, QRectF(self.rect()), 8, ground, theme.primary, 2 if theme.high_contrast else 0)
        icon = self._look.pixmap("star-on" if self._on else "star", _ICON, theme.personal, self)
        draw_icon(painter, icon, QRectF(self.rect()))
