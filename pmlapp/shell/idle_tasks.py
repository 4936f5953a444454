"""Work deferred until the first page is on the screen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Slot

_TURNS_FOR_THE_FIRST_PAINT = 2
"""Turns of the event loop that showing a window and painting it take."""


class IdleTasks(QObject):
    """Runs one task per turn of the event loop, so that keys and clicks come in between; ends with its parent."""

    def __init__(self, tasks: Sequence[Callable[[], object]], parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = list(tasks)
        self._turns = -_TURNS_FOR_THE_FIRST_PAINT
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """The window closes: what has not been done yet is not needed."""
        self._timer.stop()

    @Slot()
    def _turn(self) -> None:
        self._turns += 1
        if self._turns > 0 and self._tasks:
            self._tasks.pop(0)()
        if not self._tasks:
            self._timer.stop()
