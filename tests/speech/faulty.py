"""Speaking processes that go wrong, each in one way: ``python -m tests.speech.faulty WAY``.

They serve the window as the real one does, with the silent engine; only the way named is broken.
"""

import os
import sys
import time
from collections.abc import Callable

from pmlapp.speech.engines.engine import EngineError, Report
from pmlapp.speech.engines.silent import SilentEngine
from pmlapp.speech.lines import NOT_INSTALLED, Begun, Ended, Event, Failed, Say
from pmlapp.speech.serving import reporter, serve
from pmlapp.speech.voices import Voice


class Dies(SilentEngine):
    """The process is gone in the middle of the second text."""

    def __init__(self, report: Report) -> None:
        super().__init__(report, times=50)
        self._texts = 0

    def say(self, text: Say) -> None:
        super().say(text)
        self._texts += 1
        if self._texts > 1:
            os._exit(9)


class SaysNothing(SilentEngine):
    """It takes the text, and no sound begins."""

    def say(self, text: Say) -> None:
        pass


class EndsTooSoon(SilentEngine):
    """It reports the end at once, as where the sound goes nowhere."""

    def say(self, text: Say) -> None:
        self._report(Begun(text.number, time.monotonic()))
        self._report(Ended(text.number, time.monotonic()))


class NotThere(SilentEngine):
    """There is nothing that could speak."""

    def voices(self) -> tuple[Voice, ...]:
        raise EngineError(NOT_INSTALLED, "nothing")


class LosesItsServer(SilentEngine):
    """The server that it speaks through goes away after the beginning."""

    def say(self, text: Say) -> None:
        self._report(Begun(text.number, time.monotonic()))
        self._report(Failed("lost", "the server has gone away"))


class Babbles(SilentEngine):
    """It writes what is not an event."""

    def voices(self) -> tuple[Voice, ...]:
        sys.stdout.write("[1, 2\n")
        return super().voices()


WAYS: dict[str, Callable[[Report], SilentEngine]] = {
    "dies": Dies,
    "says nothing": SaysNothing,
    "ends too soon": EndsTooSoon,
    "not there": NotThere,
    "loses its server": LosesItsServer,
    "babbles": Babbles,
}


def with_late_reports(report: Report) -> SilentEngine:
    """Each end is reported twice, and once more under the number of a text that is over."""

    def echoed(event: Event) -> None:
        report(event)
        if isinstance(event, Ended):
            report(event)
            report(Ended(event.number - 1, event.at))

    return SilentEngine(echoed, times=50)


if __name__ == "__main__":
    way = sys.argv[1]
    sys.exit(serve(WAYS.get(way, with_late_reports), sys.stdin, reporter(sys.stdout)))
