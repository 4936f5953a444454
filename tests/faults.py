"""A fault planted in a method: whenever one of its lines is reached, an exception is raised there."""

import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType, FrameType
from typing import Any


class PlantedError(Exception):
    """The fault."""


def lines_of(code: CodeType) -> list[int]:
    """The first and the last line of a method: before anything is drawn, and with the painter in use."""
    lines = sorted({line for _, _, line in code.co_lines() if line is not None and line > code.co_firstlineno + 1})
    return [lines[0], lines[-1]] if lines[0] != lines[-1] else lines[:1]


@contextmanager
def fault_in_threads(code: CodeType, line: int) -> Iterator[list[object]]:
    """The same in the threads that are started meanwhile."""
    with fault_in(code, line) as hit:
        threading.settrace(sys.gettrace())  # type: ignore[arg-type]
        try:
            yield hit
        finally:
            threading.settrace(None)  # type: ignore[arg-type]


@contextmanager
def fault_in(code: CodeType, line: int) -> Iterator[list[object]]:
    """When this line is reached an exception is raised there; the list holds what ``self`` was.

    Python forgets a trace function that raises: the line fails once in each thread, until this is entered again.
    """
    hit: list[object] = []

    def at_line(frame: FrameType, event: str, _argument: object) -> Callable[..., Any] | None:
        if event == "line" and frame.f_lineno == line:
            hit.append(frame.f_locals.get("self"))
            raise PlantedError
        return at_line

    def at_call(frame: FrameType, event: str, _argument: object) -> Callable[..., Any] | None:
        return at_line if event == "call" and frame.f_code is code else None

    before = sys.gettrace()
    sys.settrace(at_call)
    try:
        yield hit
    finally:
        sys.settrace(before)
