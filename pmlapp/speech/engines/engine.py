"""What every engine can do, and how it reports what it does."""

from collections.abc import Callable
from typing import Protocol

from pmlapp.speech.lines import Event, Say
from pmlapp.speech.voices import Voice

Report = Callable[[Event], None]
"""Called from any thread; for each text `Begun`, perhaps some `Word`, then `Ended`, or `Failed` at any time."""


class EngineError(Exception):
    """An engine cannot go on; ``reason`` is one of those in `pmlapp.speech.lines`."""

    def __init__(self, reason: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail


class Engine(Protocol):
    """Speaks one text at a time.  Every method answers within a limit, or raises `EngineError`."""

    name: str

    def voices(self) -> tuple[Voice, ...]:
        """All its voices; none of them is a mere variant of another."""

    def say(self, text: Say) -> None:
        """Begin to say a text; what was being said is over, and nothing more is reported of it."""

    def stop(self) -> None:
        """Be silent at once; nothing more is reported of what was being said."""

    def close(self) -> None:
        """Let go of everything."""
