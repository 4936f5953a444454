"""Scrolling with a finger: what is dragged moves with it, and a drag presses no button."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QFrame, QScrollArea, QWidget

_DRAG_FROM_PX: Final = 14


class DragScroll(QObject):
    """Moves the vertical bar of ``area`` with the finger; ``watch`` each widget that lies in it.

    No kinetic motion: nothing moves by itself in a kiosk.
    """

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._from: float | None = None
        self._bar_from = 0
        self.is_dragging = False

    def watch(self, widget: QWidget) -> None:
        """Scroll when a finger that came down on ``widget`` moves."""
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the finger; a press that became a drag never arrives as a click."""
        if not isinstance(event, QMouseEvent):
            return False
        bar = self._area.verticalScrollBar()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self._from, self._bar_from, self.is_dragging = event.globalPosition().y(), bar.value(), False
            case QEvent.Type.MouseMove if self._from is not None and event.buttons() & Qt.MouseButton.LeftButton:
                moved = event.globalPosition().y() - self._from
                if abs(moved) >= _DRAG_FROM_PX and not self.is_dragging:
                    self.is_dragging = True
                    if isinstance(watched, QAbstractButton):
                        watched.setDown(False)
                if self.is_dragging:
                    bar.setValue(round(self._bar_from - moved))
                    return True
            case QEvent.Type.MouseButtonRelease:
                dragged, self.is_dragging, self._from = self.is_dragging, False, None
                if dragged:
                    if isinstance(watched, QAbstractButton):
                        watched.setDown(False)
                    return True
            case _:
                pass
        return False


class TouchScrollArea(QScrollArea):
    """A column that scrolls by finger, bar and keyboard; what Tab comes to is brought into sight."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)
        self._drag = DragScroll(self)
        self._drag.watch(content)

    def minimumSizeHint(self) -> QSize:
        """As little as there is: what is beside it must not be pushed out of sight."""
        return QSize(0, 0)

    def watch(self, widget: QWidget) -> None:
        """Scroll when a finger on ``widget``, which lies in the column, moves."""
        self._drag.watch(widget)
