"""The window's end of the speaking process: it is started, spoken to, listened to, and never waited for."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal, Slot

from pmlapp.speech.lines import (
    LONGEST_LINE,
    LOST,
    SLOW,
    Begun,
    Command,
    Ended,
    Failed,
    Ready,
    Word,
    command_line,
    event_of,
)

_READY_MS: Final = 20_000
"""The first time Windows and macOS look for their voices, and speech-dispatcher starts."""
_GOODBYE_MS: Final = 300

HELPER_SWITCH: Final = "--speech-helper"
"""What makes the frozen program the speaking process."""


def usual_command() -> tuple[str, ...]:
    """The program and arguments that start the speaking process."""
    if getattr(sys, "frozen", False):
        return (sys.executable, HELPER_SWITCH)
    return (sys.executable, "-m", "pmlapp.speech")


class SpeakingProcess(QObject):
    """One process from its start to its end.

    Signals:
        ready: a `Ready`, once, before anything can be said.
        begun, word, ended: what the engine reports of a text.
        failed: a `Failed`; the process is of no more use.
    """

    ready = Signal(object)
    begun = Signal(object)
    word = Signal(object)
    ended = Signal(object)
    failed = Signal(object)

    def __init__(self, command: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unread = b""
        self._over = False
        self._process = QProcess(self)
        self._process.setProgram(command[0])
        self._process.setArguments(list(command[1:]))
        # A broken engine's complaints are for a person who started the program by hand.
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._ended)
        self._process.errorOccurred.connect(self._ended)
        self._patience = QTimer(self, singleShot=True, interval=_READY_MS)
        self._patience.timeout.connect(self._give_up)

    @property
    def process_id(self) -> int:
        """The id of the process; 0 if it does not run."""
        return int(self._process.processId())

    def start(self) -> None:
        """Start; `ready` or `failed` follows."""
        self._patience.start()
        self._process.start()

    def send(self, command: Command) -> None:
        """Hand a command over."""
        if not self._over:
            self._process.write(command_line(command).encode())

    def close(self) -> None:
        """End the process: it is silent by then, or is killed."""
        self._over = True
        self._patience.stop()
        with suppress(RuntimeError):
            self._process.finished.disconnect(self._ended)
            self._process.errorOccurred.disconnect(self._ended)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.closeWriteChannel()
            if not self._process.waitForFinished(_GOODBYE_MS):
                self._process.kill()
                self._process.waitForFinished(_GOODBYE_MS)

    @Slot()
    def _read(self) -> None:
        self._unread += self._process.readAllStandardOutput().data()
        *lines, self._unread = self._unread.split(b"\n")
        if len(self._unread) > LONGEST_LINE:
            self._fail(Failed(LOST, "it writes without end"))
        for line in lines:
            if self._over:
                return
            try:
                event = event_of(line.decode("ascii"))
            except ValueError as error:
                self._fail(Failed(LOST, str(error)))
                return
            match event:
                case Ready():
                    self._patience.stop()
                    self.ready.emit(event)
                case Begun():
                    self.begun.emit(event)
                case Word():
                    self.word.emit(event)
                case Ended():
                    self.ended.emit(event)
                case Failed():
                    self._fail(event)

    @Slot()
    def _ended(self) -> None:
        self._read()
        self._fail(Failed(LOST, "the process has ended"))

    @Slot()
    def _give_up(self) -> None:
        self._fail(Failed(SLOW, "it is not ready"))

    def _fail(self, failed: Failed) -> None:
        if not self._over:
            self._over = True
            self._patience.stop()
            self._process.kill()
            self.failed.emit(failed)
