"""Lets any thread say something in the window: only the thread of the window may touch a widget."""

from collections.abc import Callable
from threading import current_thread, main_thread

from PySide6.QtCore import QObject, Signal, Slot

from pmlapp.shell.failures import Words


class FromAnyThread(QObject):
    """``show``, to be called from any thread; what another than the main one says is shown a moment later."""

    _passed_on = Signal(object)

    def __init__(self, show: Callable[[Words], None]) -> None:
        super().__init__()
        self._show = show
        self._passed_on.connect(self._receive)

    def __call__(self, said: Words) -> None:
        """Show it, or have it shown."""
        if current_thread() is main_thread():
            self._show(said)
        else:
            self._passed_on.emit(said)

    @Slot(object)
    def _receive(self, said: Words) -> None:
        self._show(said)
