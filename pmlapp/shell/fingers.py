"""Fingers in the window: each part that scrolls can be dragged, from the moment that it is made."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QObject, QPointF, Slot
from PySide6.QtGui import QMouseEvent, QPointingDevice
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from pmlapp.reading.look.finger_scroll import scroll_by_finger
from pmlapp.shell.parts import Parts

_TAP_PX = 12
_OUTSIDE = QPointF(-10_000, -10_000)


class Fingers(QObject):
    """Covers the parts of ``window`` that have been made; with ``less_motion`` what is dragged does not glide on.

    What is dragged stays under the finger, so that Qt would take the end of each drag for a click on it.
    """

    def __init__(self, parts: Parts, less_motion: Callable[[], bool], window: QWidget) -> None:
        super().__init__(window)
        self._pressed_at = QPointF()
        self._passes_on = False
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._parts = parts
        self._less_motion = less_motion
        self._covered: set[QAbstractScrollArea] = set()

    @Slot()
    def cover(self) -> None:
        """Let fingers scroll what has been made since."""
        for area in self._areas():
            if area not in self._covered:
                self._covered.add(area)
                scroll_by_finger(area, glides=not self._less_motion())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a finger that has moved go outside of everything: a drag is no click."""
        if self._passes_on or not isinstance(event, QMouseEvent):
            return False
        if event.pointerType() is not QPointingDevice.PointerType.Finger:
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self._pressed_at = event.globalPosition()
        elif event.type() is QEvent.Type.MouseButtonRelease and self._has_moved(event):
            held = (event.button(), event.buttons(), event.modifiers(), event.pointingDevice())
            self._passes_on = True
            QApplication.sendEvent(watched, QMouseEvent(event.type(), _OUTSIDE, _OUTSIDE, *held))
            self._passes_on = False
            return True
        return False

    def _has_moved(self, event: QMouseEvent) -> bool:
        return (event.globalPosition() - self._pressed_at).manhattanLength() > _TAP_PX

    def _areas(self) -> Iterator[QAbstractScrollArea]:
        parts = self._parts
        if parts.is_made("pane"):
            yield parts.pane
        if parts.is_made("outline"):
            yield parts.outline.view
        if parts.is_made("tree"):
            yield parts.tree
        if parts.is_made("hits"):
            yield parts.hits.view
        if parts.is_made("home"):
            yield parts.home.scrolled
