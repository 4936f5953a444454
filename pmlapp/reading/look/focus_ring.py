"""The ring around whatever the keyboard is on: one transparent sheet over the window."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QWidget
from shiboken6 import Shiboken

from pmlapp.reading.look.look import UNRINGED, Look, draw_focus_ring
from pmlapp.reading.look.painting import painted

_ROOM = 8
_WATCHED = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """Follows the focus inside ``window``; takes no clicks and moves nothing.

    The article pane marks its own links and the home page is not a control, so they get no ring.
    """

    def __init__(self, window: QWidget, look: Look) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._look = look
        self._target: QWidget | None = None
        self._watched: list[QWidget] = []
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw in other colours."""
        self._look = look
        self._place()

    @Slot(QWidget, QWidget)
    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        # While a window goes, its parts go one by one, and focus moves among those that are left.
        for watched in self._watched:
            if Shiboken.isValid(watched):
                watched.removeEventFilter(self)
        self._watched.clear()
        self._target = new if new is not None and self.window().isAncestorOf(new) else None
        if self._target is not None:
            if isinstance(self._target, QAbstractItemView):
                self._watched.append(self._target.viewport())
            # A row that grows moves what holds the field below it, and not the field in that.
            holder: QWidget | None = self._target
            while holder is not None and holder is not self.window():
                self._watched.append(holder)
                holder = holder.parentWidget()
            for watched in self._watched:
                watched.installEventFilter(self)
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move with the widget and what holds it, and with the current row of a list."""
        is_list = isinstance(self._target, QAbstractItemView) and watched is self._target.viewport()
        if event.type() in _WATCHED or (event.type() is QEvent.Type.Paint and is_list):
            self._place()
        return False

    def _place(self) -> None:
        rect = self._wanted()
        if rect is None:
            self.hide()
            return
        rect = rect.adjusted(-_ROOM, -_ROOM, _ROOM, _ROOM)
        if rect != self.geometry():
            self.setGeometry(rect)
        if not self.isVisible():
            self.show()
        self.raise_()

    def _wanted(self) -> QRect | None:
        target = self._target
        if target is None or not target.isVisible() or target.property(UNRINGED):
            return None
        if isinstance(target, QAbstractItemView):
            row = target.visualRect(target.currentIndex())
            if row.isEmpty():
                return None
            viewport = target.viewport()
            left = 12 if target.objectName() == "topic_tree" else 4
            row = QRect(left, row.top() + 2, viewport.width() - 2 * left, row.height() - 4)
            shown = row.intersected(viewport.rect())
            return QRect(viewport.mapTo(self.window(), shown.topLeft()), shown.size()) if not shown.isEmpty() else None
        rect = QRect(target.mapTo(self.window(), target.rect().topLeft()), target.size())
        for holder in self._watched:
            area = holder.parentWidget()
            if isinstance(area, QAbstractScrollArea) and area.viewport() is holder:
                # What has been scrolled away has no ring over whatever is beside the area.
                rect &= QRect(holder.mapTo(self.window(), QPoint(0, 0)), holder.size())
        return rect if not rect.isEmpty() else None

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Two rounded strokes just outside the widget."""
        inside = QRectF(self.rect()).adjusted(_ROOM, _ROOM, -_ROOM, -_ROOM)
        draw_focus_ring(painter, inside, self._look.theme, 8)
