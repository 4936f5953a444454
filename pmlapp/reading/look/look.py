"""What every part of the window is drawn with: one theme, one text size, one set of icons."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QCursor, QFont, QFontMetrics, QPainter, QPalette, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QWidget

from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.scale import Scale
from pmlapp.reading.look.theme import Theme

UNRINGED = "unringed"
"""The property of widgets that the focus ring leaves alone."""

WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeading) | int(Qt.AlignmentFlag.AlignVCenter)
"""How rows are written: wrapped, never cut off."""


FACING = frozenset(
    {"back", "backspace", "clean-view", "external", "finished", "forward", "letters", "line-guide"}
    | {"outline", "spacing", "topics"}
)
"""Icons that point the way one reads, or show lines of words; chevrons are chosen where they are drawn."""


class Look(NamedTuple):
    """Handed to a part when it is made, and again by ``set_look`` when the reader changes it."""

    theme: Theme
    scale: Scale
    icons: IconSet

    def font(self, *, weight: int = 400, small: bool = False) -> QFont:
        """The font of bars and lists."""
        return font(self.scale.ui_small if small else self.scale.ui, weight=weight)

    def pixmap(self, name: str, size: int, colour: QColor, widget: QWidget) -> QPixmap:
        """An icon, ``size`` px of bars and lists at 100 %, sharp on the widget's screen, facing as one reads there."""
        pixmap = self.icons.pixmap(name, self.scale.bar(size), colour, widget.devicePixelRatioF())
        if name in FACING and widget.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            return turned(pixmap)
        return pixmap


def turned(pixmap: QPixmap) -> QPixmap:
    """An icon as in a mirror."""
    made = pixmap.transformed(QTransform(-1, 0, 0, 1, 0, 0))
    made.setDevicePixelRatio(pixmap.devicePixelRatio())
    return made


def draw_icon(painter: QPainter, pixmap: QPixmap, rect: QRectF) -> None:
    """Draw an icon in the middle of ``rect``, on whole pixels."""
    size = pixmap.deviceIndependentSize()
    x = round(rect.center().x() - size.width() / 2)
    y = round(rect.center().y() - size.height() / 2)
    painter.drawPixmap(x, y, pixmap)


def draw_ground(painter: QPainter, rect: QRect | QRectF, ground: QColor) -> None:
    """A rectangle of one colour.

    Without smooth edges, which are slow; a caller that needs them asks for them again.
    `QPainter.fillRect` would do, but its first call makes an enumeration of 170 gradients: 3 ms of each start.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRect(rect)


def draw_rounded(painter: QPainter, rect: QRectF, radius: float, ground: QColor, edge: QColor, width: float) -> None:
    """A rounded rectangle with its edge inside ``rect``; no edge if ``width`` is 0."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(ground)
    if width:
        pen = painter.pen()
        pen.setColor(edge)
        pen.setWidthF(width)
        pen.setStyle(Qt.PenStyle.SolidLine)
        painter.setPen(pen)
    else:
        painter.setPen(Qt.PenStyle.NoPen)
    half = width / 2
    painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), radius, radius)


def give_viewport(area: QAbstractScrollArea) -> None:
    """Give a list or a page a viewport made by Python, before anything else is done with it.

    Asked for one that Qt has made, PySide6 first gets ready every class of
    widget that there is, to find out which one it is: 10 ms of each start.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)


def pointer_in(view: QAbstractItemView) -> QPoint | None:
    """Where the pointer is on a list; None if it is elsewhere.

    Asked once a paint and not once a row: the window system answers, and takes
    its time.  The style's own flag would say so too, but its class brings 25
    enumerations with it, and they take 6 ms of each start.
    """
    viewport = view.viewport()
    return viewport.mapFromGlobal(QCursor.pos()) if viewport.underMouse() else None


def wrapped_height(widget_font: QFont, text: str, width: int) -> int:
    """The height of ``text`` wrapped to ``width`` px."""
    return QFontMetrics(widget_font).boundingRect(0, 0, max(1, width), 10_000, WRAPPED, text).height()


def outline_words(painter: QPainter, lines: Sequence[QRectF], theme: Theme) -> None:
    """The dark stroke of the ring around words on their gold ground, line by line."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.focus_inner, 2.0))
    for line in lines:
        painter.drawRoundedRect(line.adjusted(-2, 0, 2, 0), 3, 3)


def draw_focus_ring(painter: QPainter, rect: QRectF, theme: Theme, radius: float) -> None:
    """Two strokes around ``rect``: dark inside, gold outside, so that one of them shows on any ground."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for colour, width, out in ((theme.focus_outer, 3.0, 3.5), (theme.focus_inner, 2.0, 1.0)):
        pen = QPen(colour, width)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)
