"""A panel with round corners that lies over the page: drawing it again redraws hardly anything beneath it."""

from math import ceil, sqrt

from PySide6.QtCore import QRect, QRectF, Qt, QTimer, Slot
from PySide6.QtGui import QColor, QHideEvent, QMoveEvent, QPainter, QPaintEvent, QRegion, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from pmlapp.reading.look.look import draw_ground, draw_rounded
from pmlapp.reading.look.painting import painted

EDGE = 2
"""How wide the edge is, in px."""

_RADIUS = 12
_SHRINKS_AFTER_MS = 300
"""A pause in typing.  A panel that jumped up and down with each letter would be hard to read, and slow."""


class Overlay(QWidget):
    """Lies over its parent's other children; what it shows is in ``inside``.

    Qt draws all that lies beneath a widget along with it unless the widget is
    opaque, and one with round corners is not.  So this one calls itself opaque
    and is masked to the pixels that it covers wholly; the others, a few in
    each corner, belong to a widget of their own beneath it.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.inside = QWidget(self)
        self._ground = QColor()
        self._line = QColor()
        self._corners = _Corners(parent)
        self._place = QRect()
        self._shrinks = QTimer(self)
        self._shrinks.setSingleShot(True)
        self._shrinks.setInterval(_SHRINKS_AFTER_MS)
        self._shrinks.timeout.connect(self._take_place)
        self.hide()

    def set_colours(self, ground: QColor, line: QColor) -> None:
        """Draw in other colours."""
        self._ground = ground
        self._line = line
        self.update()
        self._corners.set_colour(line)

    def bring_up(self, place: QRect) -> None:
        """Show at ``place`` in the parent, over everything else there.

        If it is in sight and only gets lower, it stays as high as it is until the reader pauses.
        """
        self._place = place
        now = self.geometry()
        if self.isHidden() or now.topLeft() != place.topLeft() or now.width() != place.width():
            self._take_place()
        elif place.height() < now.height():
            self._shrinks.start()
        else:
            self._take_place()
        if self.isHidden():
            self.show()
            self.raise_()
            self._corners.stackUnder(self)

    @property
    def at_rest(self) -> bool:
        """Whether it is placed as last asked, and waits for no pause."""
        return not self._shrinks.isActive()

    @Slot()
    def _take_place(self) -> None:
        self._shrinks.stop()
        self.setGeometry(self._place)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The edge, and the ground for what is inside it."""
        draw_ground(painter, event.rect(), self._line)
        draw_rounded(painter, QRectF(self.inside.geometry()), _RADIUS - EDGE, self._ground, self._line, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What belongs to it goes along."""
        super().resizeEvent(event)
        self.setMask(_covered(self.rect(), _RADIUS))
        self.inside.setGeometry(self.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE))
        self.inside.setMask(_covered(self.inside.rect(), _RADIUS - EDGE))
        self._corners.setGeometry(self.geometry())

    def moveEvent(self, event: QMoveEvent) -> None:
        """What belongs to it goes along."""
        super().moveEvent(event)
        self._corners.setGeometry(self.geometry())

    def showEvent(self, event: QShowEvent) -> None:
        """What belongs to it comes along."""
        super().showEvent(event)
        self._corners.show()

    def hideEvent(self, event: QHideEvent) -> None:
        """What belongs to it goes along."""
        super().hideEvent(event)
        self._corners.hide()


class _Corners(QWidget):
    """The edge once more, beneath the panel: only the pixels outside the panel's mask are ever drawn."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colour = QColor()
        self.hide()

    def set_colour(self, colour: QColor) -> None:
        self._colour = colour
        self.update()

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        draw_rounded(painter, QRectF(self.rect()), _RADIUS, self._colour, self._colour, 0)


def _covered(sheet: QRect, radius: int) -> QRegion:
    """The pixels that a sheet with round corners covers wholly."""
    region = QRegion(sheet.adjusted(0, radius, 0, -radius))
    for row in range(min(radius, sheet.height() // 2)):
        gap = ceil(radius - sqrt(radius**2 - (radius - row) ** 2))
        region += QRect(sheet.left() + gap, sheet.top() + row, sheet.width() - 2 * gap, 1)
        region += QRect(sheet.left() + gap, sheet.bottom() - row, sheet.width() - 2 * gap, 1)
    return region
