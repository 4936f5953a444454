"""Failures in words: for the command line, for the window, and when all else fails."""

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, NamedTuple

from pmlapp.errors import QT_TRANSLATE_NOOP, PmlError
from pmlapp.shell.log import Log

if TYPE_CHECKING:
    from sys import UnraisableHookArgs

Translate = Callable[[str, str], str]
"""``(context, English sentence)`` to the sentence in the reader's language, as `QCoreApplication.translate`."""

_CONTEXT = "errors"
_UNEXPECTED = QT_TRANSLATE_NOOP("errors", "Something went wrong inside the program.")
_UNEXPECTED_ADVICE = QT_TRANSLATE_NOOP(
    "errors", "It is not your fault. You can go on; if the window looks wrong, close it and open it again."
)


class Words(NamedTuple):
    """What happened, and what the reader can do; the second may be empty."""

    sentence: str
    advice: str

    def __str__(self) -> str:
        return f"{self.sentence} {self.advice}".strip()


def in_english(context: str, text: str) -> str:
    """Leave ``text`` as it is: the `Translate` before any translation is loaded."""
    del context
    return text


def words(error: BaseException, translate: Translate) -> Words:
    """A failure in the words shown to a reader; a mistake of ours without its details."""
    if not isinstance(error, PmlError):
        return Words(translate(_CONTEXT, _UNEXPECTED), translate(_CONTEXT, _UNEXPECTED_ADVICE))
    # Reasons are fixed sentences too, and stay as they are when they are not.
    details = {
        key: translate(_CONTEXT, value) if isinstance(value, str) and value else value
        for key, value in error.details.items()
    }
    try:
        return Words(
            translate(_CONTEXT, error.summary).format_map(details),
            translate(_CONTEXT, error.advice).format_map(details) if error.advice else "",
        )
    except (LookupError, ValueError, AttributeError):
        # A slip of a translator in a {field} must not hide what happened.
        return Words(str(error), error.what_to_do)


def tell_on_command_line(error: BaseException, translate: Translate = in_english) -> int:
    """Print ``pmlapp: what happened, what to do`` on stderr; the number the process should end with."""
    print(f"pmlapp: {words(error, translate)}", file=sys.stderr)
    return error.exit_code if isinstance(error, PmlError) else PmlError.exit_code


class LastResort:
    """Takes whatever nobody caught: into the log with its place, and to the reader in one calm sentence.

    Until a window hands in `show` the sentence goes to stderr.  The same
    fault is reported once, even if it comes back at each repaint.  With
    ``python -X dev`` the traceback is printed as well.
    """

    def __init__(self, log: Log, translate: Translate = in_english) -> None:
        self.show: Callable[[Words], None] | None = None
        self.tells_again = False
        """Whether the same fault is shown each time: a kiosk starts its view again each time."""
        self._log = log
        self.translate = translate
        """Into the language of the window, once there is one."""
        self._told: set[tuple[type[BaseException], str, int]] = set()

    def install(self) -> None:
        """Become the handler of this process, of its threads, and of what is thrown where nobody can catch."""
        sys.excepthook = self._uncaught
        sys.unraisablehook = self._unraisable
        threading.excepthook = lambda thrown: self._uncaught(
            thrown.exc_type, thrown.exc_value or thrown.exc_type(), thrown.exc_traceback
        )

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            return
        if sys.flags.dev_mode:
            traceback.print_exception(kind, error, trace)
        place = traceback.extract_tb(trace, limit=-1)
        fault = (kind, place[0].filename, place[0].lineno or 0) if place else (kind, "", 0)
        if fault in self._told and not self.tells_again:
            return
        self._told.add(fault)
        self._note(error)
        said = words(error, self.translate)
        try:
            if self.show is not None:
                self.show(said)
                return
        except Exception as second:
            # The window itself may be what is broken.
            self._log.crash(second)
        print(f"pmlapp: {said}", file=sys.stderr)

    def _unraisable(self, thrown: "UnraisableHookArgs") -> None:
        # Raised in a destructor: nothing the reader asked for has failed.
        if thrown.exc_value is not None:
            self._note(thrown.exc_value)

    def _note(self, error: BaseException) -> None:
        if isinstance(error, PmlError):
            self._log.failure(error)
        else:
            self._log.crash(error)
