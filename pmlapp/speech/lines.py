"""The lines between the window and the process that speaks: one JSON object each, checked on the way in."""

import json
from typing import Final, NamedTuple

from pmlapp.speech.voices import Voice

LONGEST_LINE: Final = 1_000_000
"""Characters; a list of all voices of espeak-ng has a few thousand."""


# From the window.


class Say(NamedTuple):
    """Say a text; ``number`` comes back with all that is reported of it.  ``speed`` 1 is normal, 2 twice as fast."""

    number: int
    text: str
    voice: str
    language: str
    speed: float


class Stop(NamedTuple):
    """Be silent at once."""


Command = Say | Stop


# To the window.


class Ready(NamedTuple):
    """The engine can speak with these voices."""

    engine: str
    voices: tuple[Voice, ...]


class Begun(NamedTuple):
    """The engine says that the sound of a text begins; ``at`` is when it said so, in s of the monotonic clock."""

    number: int
    at: float


class Word(NamedTuple):
    """The engine says that it speaks characters ``start`` to ``end`` of the text now."""

    number: int
    start: int
    end: int


class Ended(NamedTuple):
    """The engine says that the sound of a text has ended."""

    number: int
    at: float


class Failed(NamedTuple):
    """Something is wrong; ``reason`` is one of those below, ``detail`` is for a log."""

    reason: str
    detail: str = ""


NOT_INSTALLED: Final = "not installed"
"""There is nothing on this computer that could speak."""
NO_VOICES: Final = "no voices"
"""There is an engine, and it has no voice."""
LOST: Final = "lost"
"""The engine, or the process that drives it, has gone away."""
SLOW: Final = "slow"
"""It did not answer in time."""
REFUSED: Final = "refused"
"""It will not do what it was asked."""

Event = Ready | Begun | Word | Ended | Failed


def command_line(command: Command) -> str:
    """A command as a line."""
    return _line(command)


def command_of(line: str) -> Command:
    """The command of a line.

    Raises:
        ValueError: the line is not one.
    """
    match _read(line):
        case ["Say", int(number), str(text), str(voice), str(language), float() | int() as speed]:
            return Say(number, text, voice, language, float(speed))
        case ["Stop"]:
            return Stop()
        case _:
            raise ValueError("not a command")


def event_line(event: Event) -> str:
    """An event as a line."""
    return _line(event)


def event_of(line: str) -> Event:
    """The event of a line.

    Raises:
        ValueError: the line is not one.
    """
    match _read(line):
        case ["Ready", str(engine), list(voices)]:
            return Ready(engine, tuple(_voice(voice) for voice in voices))
        case ["Begun", int(number), float() | int() as at]:
            return Begun(number, float(at))
        case ["Word", int(number), int(start), int(end)]:
            return Word(number, start, end)
        case ["Ended", int(number), float() | int() as at]:
            return Ended(number, float(at))
        case ["Failed", str(reason), str(detail)]:
            return Failed(reason, detail)
        case _:
            raise ValueError("not an event")


def _voice(value: object) -> Voice:
    match value:
        case [str(name), str(language)]:
            return Voice(name, language)
        case _:
            raise ValueError("not a voice")


def _line(value: Command | Event) -> str:
    # ASCII, so that the encoding of pipes does not matter on any system.
    return json.dumps([type(value).__name__, *value]) + "\n"


def _read(line: str) -> object:
    if len(line) > LONGEST_LINE:
        raise ValueError("too long")
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ValueError("not JSON") from error
