"""Which widgets are painted while something is done."""

from collections import Counter
from types import TracebackType
from typing import Self

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget


class Painted(QObject):
    """``with Painted(pane, tree) as painted: …; painted.times(pane)``: how often each was painted meanwhile."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._times: Counter[int] = Counter()

    def __enter__(self) -> Self:
        QApplication.processEvents()
        for widget in self._widgets:
            widget.installEventFilter(self)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        QApplication.processEvents()
        for widget in self._widgets:
            widget.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._times[id(watched)] += 1
        return False

    def times(self, widget: QWidget) -> int:
        return self._times[id(widget)]


def on_screen(window: QWidget) -> QImage:
    """The pixels that are on the screen now; unlike `grab`, which has the window paint itself once more."""
    for _ in range(2):  # a timer that is due may ask for a paint, which is due only then
        QApplication.processEvents()
    return window.screen().grabWindow(window.winId()).toImage().convertToFormat(QImage.Format.Format_RGB32)


def drawn_anew(window: QWidget) -> QImage:
    """The pixels that would be there if the whole window were painted now."""
    return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
