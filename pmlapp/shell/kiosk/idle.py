"""Notices that nobody is there any more: a quiet time, then a countdown that one touch stops."""

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

_SECOND_MS = 1000


class IdleWatch(QObject):
    """Goes by the monotonic clock alone: setting the computer's clock changes nothing.

    ``busy`` says whether speech plays or a print runs; meanwhile no time passes.

    Signals:
        counting: so many seconds are left, once a second.
        stopped: somebody is there after all.
        over: nobody is there.
    """

    counting = Signal(int)
    stopped = Signal()
    over = Signal()

    def __init__(
        self,
        *,
        idle_seconds: float,
        countdown_seconds: int,
        busy: Callable[[], bool] = lambda: False,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._idle, self.countdown_seconds = idle_seconds, countdown_seconds
        self._busy, self._clock = busy, clock
        self._touched_at = 0.0
        self._counting_since: float | None = None
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    @property
    def is_counting(self) -> bool:
        """Whether the countdown runs."""
        return self._counting_since is not None

    @Slot()
    def begin(self) -> None:
        """Somebody has come."""
        self._counting_since = None
        self._touched_at = self._clock()
        self._timer.start(math.ceil(self._idle * _SECOND_MS))

    @Slot()
    def end(self) -> None:
        """Nobody is there: watch no more, and wake up for nothing."""
        self._counting_since = None
        self._timer.stop()

    @Slot()
    def touch(self) -> None:
        """Somebody touched the screen or a key.  As cheap as can be: it happens with each of them."""
        self._touched_at = self._clock()
        if self._counting_since is not None:
            self.begin()
            self.stopped.emit()

    @Slot()
    def look(self) -> None:
        """Compare with the clock; called by the timer."""
        now = self._clock()
        if self._busy():
            self._touched_at = now
            if self._counting_since is not None:
                self.touch()
                return
        if self._counting_since is None:
            left = self._idle - (now - self._touched_at)
            if left > 0:
                self._timer.start(math.ceil(left * _SECOND_MS))
                return
            self._counting_since = now
        left = self.countdown_seconds - (now - self._counting_since)
        if left <= 0:
            self.end()
            self.over.emit()
            return
        self.counting.emit(math.ceil(left))
        # Up to the next whole second, so that no second is shown twice or left out.
        self._timer.start(max(1, math.ceil((left - (math.ceil(left) - 1)) * _SECOND_MS)))
