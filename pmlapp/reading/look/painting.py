"""Painting that survives a mistake of ours: the part says that it could not be drawn, and the mistake is reported.

An exception that leaves a paint method would leave its `QPainter` open, and Qt
ends the whole process for that.  So every paint method of the program bears
one of the decorators below; a test plants a fault in each line of each.
Mistakes go to `sys.excepthook`, where the program logs them and tells the reader.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QMargins, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPaintDevice, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from pmlapp.errors import QT_TRANSLATE_NOOP

_Widget = TypeVar("_Widget", bound=QWidget)
_Delegate = TypeVar("_Delegate", bound=QStyledItemDelegate)
_Index = QModelIndex | QPersistentModelIndex
_NOT_DRAWN = QT_TRANSLATE_NOOP("painting", "This part could not be drawn.")
_INSIDE = 6
_WRAPPED = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


def guarded(paint: Callable[[_Widget, QPaintEvent], None]) -> Callable[[_Widget, QPaintEvent], None]:
    """A ``paintEvent`` after which something is on the screen, whatever goes wrong in it."""

    @wraps(paint)
    def paint_event(self: _Widget, event: QPaintEvent) -> None:
        try:
            paint(self, event)
        except Exception as error:
            report(error)
            _paint_calmly(self, event)

    return paint_event


def painted(paint: Callable[[_Widget, QPainter, QPaintEvent], None]) -> Callable[[_Widget, QPaintEvent], None]:
    """A guarded ``paintEvent`` that is handed the painter of its widget, and need not end it."""

    @guarded
    @wraps(paint)
    def paint_event(self: _Widget, event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint(self, painter, event)

    return paint_event


def painted_row(
    paint: Callable[[_Delegate, QPainter, QStyleOptionViewItem, _Index], None],
) -> Callable[[_Delegate, QPainter, QStyleOptionViewItem, _Index], None]:
    """A delegate's ``paint`` that leaves the painter as it was; a row that fails shows its words alone."""

    @wraps(paint)
    def paint_row(self: _Delegate, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        try:
            paint(self, painter, option, index)
        except Exception as error:
            report(error)
            painter.restore()
            painter.save()
            place: Any = option.rect
            _write(painter, place, str(index.data() or ""))
        finally:
            painter.restore()

    return paint_row


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that is ended in any case."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def report(error: Exception) -> None:
    """Hand a mistake over to the handler of what nobody caught."""
    sys.excepthook(type(error), error, error.__traceback__)


def not_drawn() -> str:
    """What a part says that could not be drawn and has no name."""
    return QCoreApplication.translate("painting", _NOT_DRAWN)


def _paint_calmly(widget: QWidget, event: QPaintEvent) -> None:
    if isinstance(widget, QLineEdit):
        # Qt draws the field and what is typed in it; only our icon is missing.
        QLineEdit.paintEvent(widget, event)
        return
    device = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    with painting(device) as painter:
        if widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents):
            # It lies over other parts, as the focus ring does: to cover them would make things worse.
            painter.setPen(widget.palette().windowText().color())
            painter.drawRect(device.rect().adjusted(1, 1, -2, -2))
            return
        painter.setPen(widget.palette().windowText().color())
        painter.setBrush(widget.palette().window().color())
        painter.drawRect(device.rect().adjusted(0, 0, -1, -1))
        _write(painter, device.rect().adjusted(_INSIDE, 0, -_INSIDE, 0), widget.accessibleName() or not_drawn())


def _write(painter: QPainter, place: QRect, words: str) -> None:
    painter.drawText(place, _WRAPPED, words)


def margins(widget: QWidget, start: int, top: int, end: int, bottom: int) -> QMargins:
    """Margins in px from where reading starts to where it ends: no layout of Qt turns its margins round by itself."""
    if widget.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return QMargins(start, top, end, bottom)
    return QMargins(end, top, start, bottom)


def in_own_direction(text: str, widget: QWidget) -> str:
    """Words that may be of another language than the window: read from right to left their question mark would lead."""
    return text if widget.layoutDirection() is Qt.LayoutDirection.LeftToRight else f"\u2068{text}\u2069"


def mirrored(rect: QRectF, widget: QWidget) -> QRectF:
    """A place measured from the left of ``widget``, or as far from its right where one reads from right to left."""
    if widget.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return rect
    return QRectF(widget.width() - rect.right(), rect.top(), rect.width(), rect.height())
