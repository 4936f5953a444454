"""How much work a call makes, counted and not timed: the same on a busy machine and on a quiet one."""

import sys
from collections import Counter
from collections.abc import Callable
from types import FrameType
from typing import Any


def calls_by_package(action: Callable[[], object]) -> Counter[str]:
    """How many functions ``action`` calls, those of C included, by the package that calls or holds them."""
    found = Counter[str]()

    def note(frame: FrameType, event: str, _argument: Any) -> None:
        if event in ("call", "c_call"):
            found[frame.f_globals.get("__name__", "").partition(".")[0]] += 1

    sys.setprofile(note)
    try:
        action()
    finally:
        sys.setprofile(None)
    return found


def calls_made(action: Callable[[], object]) -> int:
    """How many functions ``action`` calls, those of C included."""
    return calls_by_package(action).total()
