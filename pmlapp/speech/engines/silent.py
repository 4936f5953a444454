"""An engine that makes no sound and says so: for tests and long runs, in time with a clock.

It keeps to the same rules as a real one: a text begins, its words follow each other, it ends after as long as a voice
would take.  It is never offered to a reader; the program that starts the speaking process has to ask for it by name.
"""

import re
import threading
import time
from typing import Final

from pmlapp.speech.engines.engine import Report
from pmlapp.speech.lines import Begun, Ended, Say, Word
from pmlapp.speech.voices import Voice

_CHARACTERS_PER_S: Final = 14.0
_WORDS: Final = re.compile(r"\S+")
_VOICES: Final = (Voice("Silence (Great Britain)", "en-gb"), Voice("Silence (America)", "en-us"))


class SilentEngine:
    """Takes as long as a voice, divided by ``times``: 1 is real time, 50 fifty times as fast."""

    name = "silent"

    def __init__(self, report: Report, *, times: float = 1.0) -> None:
        self._report = report
        self._times = times
        self._saying: threading.Event | None = None

    def voices(self) -> tuple[Voice, ...]:
        """Two, so that there is something to choose."""
        return _VOICES

    def say(self, text: Say) -> None:
        """Begin to be silent for as long as a voice would speak."""
        self.stop()
        stopped = self._saying = threading.Event()
        threading.Thread(target=self._play, args=(text, stopped), daemon=True).start()

    def stop(self) -> None:
        """Stop at once."""
        if self._saying is not None:
            self._saying.set()

    def close(self) -> None:
        """Stop for good."""
        self.stop()

    def _play(self, text: Say, stopped: threading.Event) -> None:
        begun = time.monotonic()
        pace = _CHARACTERS_PER_S * text.speed * self._times
        self._report(Begun(text.number, begun))
        for word in _WORDS.finditer(text.text):
            if stopped.wait(max(0.0, begun + word.start() / pace - time.monotonic())):
                return
            self._report(Word(text.number, word.start(), word.end()))
        if not stopped.wait(max(0.0, begun + len(text.text) / pace - time.monotonic())):
            self._report(Ended(text.number, time.monotonic()))
