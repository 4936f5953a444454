"""Keeps a visitor inside: only listed keys pass, no other window appears, and nothing can be dropped or dragged."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Final

from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

_Key = Qt.Key
_Held = Qt.KeyboardModifier

ALLOWED_KEYS: Final = frozenset(
    {
        *(_Key.Key_Tab, _Key.Key_Backtab, _Key.Key_Return, _Key.Key_Enter, _Key.Key_Space, _Key.Key_Backspace),
        *(_Key.Key_Delete, _Key.Key_Home, _Key.Key_End, _Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down),
        *(_Key.Key_PageUp, _Key.Key_PageDown, _Key.Key_Escape, _Key.Key_Shift),
    }
)
"""Keys that pass without a letter; of the others only those that type one."""

STAFF_KEY: Final = (_Key.Key_S, _Held.ControlModifier | _Held.AltModifier)

FORBIDDEN: Final = (
    *("QFileDialog", "QMessageBox", "QInputDialog", "QColorDialog", "QFontDialog", "QErrorMessage", "QWizard"),
    *("QProgressDialog", "QMenu", "QSystemTrayIcon"),
)
"""Classes of Qt that may not be made in a kiosk: each is a way out, or lies over the emergency strip."""

_INPUT: Final = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.KeyPress,
        QEvent.Type.Wheel,
    }
)
_DROPS: Final = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})
_EATEN: Final = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.NativeGesture,
        QEvent.Type.Gesture,
        QEvent.Type.ToolTip,
        QEvent.Type.WhatsThis,
    }
)


class ForbiddenInKioskError(RuntimeError):
    """A class was about to be made that a kiosk must not have."""


class Guard(QObject):
    """Sees every event of the application before its widget does.

    Signals:
        used: somebody touched the screen or a key.
        staff_asked: Ctrl+Alt+S was pressed on a keyboard.
    """

    used = Signal()
    staff_asked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def stand(self) -> None:
        """Watch from now on."""
        if (application := QApplication.instance()) is not None:
            application.installEventFilter(self)

    def step_aside(self) -> None:
        """Watch no more."""
        if (application := QApplication.instance()) is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let through what is listed; eat the rest."""
        kind = event.type()
        if kind in _INPUT and watched.isWidgetType():
            self.used.emit()
        if kind in _EATEN or kind in _DROPS:
            event.ignore()
            return True
        match event:
            case QKeyEvent():
                return self._eats_key(event)
            case QMouseEvent():
                # Other buttons open menus, or paste what was selected elsewhere.
                return event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton)
            case QWheelEvent():
                return bool(event.modifiers() & (_Held.ControlModifier | _Held.AltModifier | _Held.MetaModifier))
            case _:
                pass
        if kind is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self._send_away(watched)
        return False

    def _eats_key(self, event: QKeyEvent) -> bool:
        if not may_pass(_Key(event.key()), event.modifiers(), event.text()):
            if event.type() is QEvent.Type.KeyPress and (_Key(event.key()), _plain(event.modifiers())) == STAFF_KEY:
                self.staff_asked.emit()
            event.accept()
            return True
        return False

    def _send_away(self, window: QWidget) -> None:
        """Another window than ours has come up: nobody here can close it again, so it goes."""
        if window is not self._window and not window.property("kiosk_curtain"):
            window.hide()
            window.deleteLater()


def may_pass(key: Qt.Key, held: Qt.KeyboardModifier, text: str) -> bool:
    """Whether a key may reach a widget: it types a letter, or is one of `ALLOWED_KEYS` alone or with Shift."""
    held = _plain(held)
    if held & _Held.MetaModifier:
        return False
    # AltGr is Ctrl and Alt together on some systems: what types a letter is typing.
    is_altgr = held == _Held.ControlModifier | _Held.AltModifier
    if text and text.isprintable() and (is_altgr or not held & (_Held.ControlModifier | _Held.AltModifier)):
        return key != STAFF_KEY[0] or not is_altgr
    return key in ALLOWED_KEYS and not held & ~_Held.ShiftModifier


def _plain(held: Qt.KeyboardModifier) -> Qt.KeyboardModifier:
    return held & ~(_Held.KeypadModifier | _Held.GroupSwitchModifier)


@contextmanager
def forbidden_classes() -> Iterator[None]:
    """Inside this, making one of `FORBIDDEN`, or opening an address outside, raises `ForbiddenInKioskError`."""

    def refuse(name: str) -> Callable[..., Any]:
        def raising(*_args: object, **_options: object) -> None:
            raise ForbiddenInKioskError(name)

        return raising

    places: list[tuple[Any, str]] = []
    for name in FORBIDDEN:
        made = getattr(QtWidgets, name)
        places.append((made, "__init__"))
        places += [(made, each) for each in _STATIC.get(name, ())]
    places.append((QtGui.QDesktopServices, "openUrl"))
    before = [(owner, name, owner.__dict__.get(name, getattr(owner, name))) for owner, name in places]
    for owner, name, _ in before:
        setattr(owner, name, refuse(f"{owner.__name__}.{name}"))
    try:
        yield
    finally:
        for owner, name, was in before:
            setattr(owner, name, was)


_STATIC: Final = {
    "QFileDialog": ("getOpenFileName", "getOpenFileNames", "getSaveFileName", "getExistingDirectory"),
    "QMessageBox": ("about", "aboutQt", "critical", "information", "question", "warning"),
    "QInputDialog": ("getText", "getInt", "getDouble", "getItem", "getMultiLineText"),
}
"""What shows a dialog without anybody making one."""
