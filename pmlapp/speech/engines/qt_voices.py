"""The engine of Windows and macOS: what Qt finds there, driven in a process that has nothing else to do.

Needs PySide6-Addons (``pip install pmlapp[speech]``).  An engine is taken by its name: in Qt's list, whose order
changes from run to run, there is also one that says nothing and is always ready.
"""

import sys
import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot

from pmlapp.speech.engines.engine import EngineError, Report
from pmlapp.speech.lines import LOST, NOT_INSTALLED, Begun, Ended, Failed, Say, Word
from pmlapp.speech.serving import FAILED, obey, ready
from pmlapp.speech.voices import Voice

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

_ENGINES: Final = {"win32": ("winrt", "sapi"), "darwin": ("darwin", "macos")}
_ELSEWHERE: Final = ("speechd", "flite")
_FASTEST: Final = 2.0
_SLOWEST: Final = 0.5


class QtEngine(QObject):
    """Speaks through one of Qt's engines.  Its state comes late, through the event loop, and is what is reported."""

    def __init__(self, report: Report) -> None:
        super().__init__()
        self._report = report
        self._number = 0
        self._begun = False
        self._voices: dict[str, Any] = {}
        self._speech = _speech()
        self.name = f"Qt {self._speech.engine()}"
        self._speech.stateChanged.connect(self._state_changed)
        self._speech.sayingWord.connect(self._saying_word)

    def voices(self) -> tuple[Voice, ...]:
        """All its voices."""
        for locale in self._speech.availableLocales():
            self._voices.update((voice.name(), voice) for voice in self._speech.allVoices(locale))
        return tuple(Voice(name, voice.locale().bcp47Name()) for name, voice in self._voices.items())

    def say(self, text: Say) -> None:
        """Begin to say a text."""
        self.stop()
        voice = self._voices.get(text.voice)
        if voice is not None and self._speech.voice() != voice:
            self._speech.setVoice(voice)
        self._speech.setRate(rate(text.speed))
        self._number, self._begun = text.number, False
        self._speech.say(text.text)

    def stop(self) -> None:
        """Be silent at once."""
        if self._number:
            self._number = 0
            from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - it may not be installed

            self._speech.stop(QTextToSpeech.BoundaryHint.Immediate)

    def close(self) -> None:
        """Be silent."""
        self.stop()

    @Slot()
    def _state_changed(self) -> None:
        number, state = self._number, self._speech.state().name
        if not number:
            return
        if state == "Speaking" and not self._begun:
            self._begun = True
            self._report(Begun(number, time.monotonic()))
        elif state == "Ready" and self._begun:
            self._number = 0
            self._report(Ended(number, time.monotonic()))
        elif state == "Error":
            self._number = 0
            self._report(Failed(LOST, self._speech.errorString()))

    @Slot()
    def _saying_word(self, _word: str, _id: int, start: int, length: int) -> None:
        if self._number:
            self._report(Word(self._number, start, start + length))


class _Lines(QObject):
    """Brings lines that another thread reads into the event loop."""

    came = Signal(str)
    ended = Signal()

    def read(self, lines: Iterable[str]) -> None:
        """Read to the end."""
        for line in lines:
            self.came.emit(line)
        self.ended.emit()


def serve_with_qt(lines: Iterable[str], report: Report) -> int:
    """Do what each line asks for until there are no more; as `helper.serve`, with Qt's event loop."""
    application = QCoreApplication(sys.argv[:1])
    try:
        engine = QtEngine(report)
        ready(engine, report)
    except EngineError as error:
        report(Failed(error.reason, error.detail))
        return FAILED
    reading = _Lines()

    def take(line: str) -> None:
        if not obey(engine, line, report):
            application.exit(FAILED)

    reading.came.connect(take, Qt.ConnectionType.QueuedConnection)
    reading.ended.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    threading.Thread(target=reading.read, args=(lines,), daemon=True).start()
    code = application.exec()
    engine.close()
    return code


def _speech() -> "QTextToSpeech":
    try:
        from PySide6.QtTextToSpeech import QTextToSpeech  # noqa: PLC0415 - an extra, and only some systems need it
    except ImportError as error:
        raise EngineError(NOT_INSTALLED, str(error)) from error
    there = QTextToSpeech.availableEngines()
    for name in _ENGINES.get(sys.platform, _ELSEWHERE):
        if name in there:
            speech = QTextToSpeech(name)
            if speech.state() != QTextToSpeech.State.Error:
                return speech
    raise EngineError(NOT_INSTALLED, f"none of Qt's engines works: {', '.join(sorted(there))}")


def rate(speed: float) -> float:
    """A speed on Qt's scale from -1 to 1."""
    if speed < 1:
        return max(-1.0, -(1 - speed) / (1 - _SLOWEST))
    return min(1.0, (speed - 1) / (_FASTEST - 1))
