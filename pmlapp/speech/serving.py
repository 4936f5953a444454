"""Serving the window: commands come in line by line, an engine obeys them, and what it does goes out."""

import os
import queue
import threading
from collections.abc import Callable, Iterable
from typing import Final, TextIO

from pmlapp.speech.engines.engine import Engine, EngineError, Report
from pmlapp.speech.lines import LOST, NO_VOICES, REFUSED, Event, Failed, Ready, Say, Stop, command_of, event_line

FAILED: Final = 1
"""What the process ends with where nothing on this computer can speak."""
MakeEngine = Callable[[Report], Engine]


def serve(make_engine: MakeEngine, lines: Iterable[str], report: Report) -> int:
    """Make the engine, say what voices it has, and do what each line asks for until there are no more."""
    try:
        engine = make_engine(report)
        ready(engine, report)
    except EngineError as error:
        report(Failed(error.reason, error.detail))
        return FAILED
    waiting: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    threading.Thread(target=_hand_over, args=(lines, waiting), daemon=True).start()
    while (line := waiting.get()) is not None:
        if not obey(engine, line, report):
            return FAILED
    engine.close()
    return 0


def ready(engine: Engine, report: Report) -> None:
    """Report the voices of an engine.

    Raises:
        EngineError: it has none.
    """
    voices = engine.voices()
    if not voices:
        raise EngineError(NO_VOICES, engine.name)
    report(Ready(engine.name, voices))


def obey(engine: Engine, line: str, report: Report) -> bool:
    """Do what a line asks for; False where the engine cannot go on."""
    try:
        match command_of(line):
            case Say() as text:
                engine.say(text)
            case Stop():
                engine.stop()
    except ValueError:
        report(Failed(REFUSED, "not a command"))
    except EngineError as error:
        report(Failed(error.reason, error.detail))
        return error.reason != LOST
    return True


def reporter(out: TextIO) -> Report:
    """Writes events to the window, from whatever thread; ends the process when the window is gone."""
    writing = threading.Lock()

    def report(event: Event) -> None:
        try:
            with writing:
                out.write(event_line(event))
                out.flush()
        except (OSError, ValueError):
            # Nobody listens.  At once, as other threads may wait for an engine that hangs.
            os._exit(0)

    return report


def _hand_over(lines: Iterable[str], waiting: "queue.SimpleQueue[str | None]") -> None:
    try:
        for line in lines:
            waiting.put(line)
    finally:
        waiting.put(None)
