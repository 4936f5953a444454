"""What the self-test tries beside reading: speech, paper, the PIN, the kiosk, updates, what a screen reader is given.

Each of these loads its parts late, so that a frozen program could lack them and still open its window.
"""

import importlib
import pkgutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pmlapp
from pmlapp import paths
from pmlapp.library.pages.heard import heard
from pmlapp.library.pages.pages import Pages
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.paper import page_as_pdf
from pmlapp.shell.reader import Reader
from pmlapp.shell.window import Window
from pmlapp.speech.lines import Ready, event_of
from pmlapp.speech.speaking_process import usual_command

_ROOMS: Final = ("content", "library", "packs", "reading", "speech", "shell")
"""The packages that come with the reader; the others are the educator's."""

_ELSEWHERE: Final = frozenset({"pmlapp.speech.__main__", "pmlapp.speech.engines.qt_voices"})
"""The first is a program; the second needs a package that Linux does without: docs/decisions/0012."""

_EXTRAS: Final = frozenset({"tuf", "securesystemslib"})
"""Packages that an installation by pip may do without; a frozen program has them all."""

_HELPER_S: Final = 30
"""The silent engine is ready at once, but a computer may be busy."""


def modules(_window: Window, _reader: Reader, _pages: Pages) -> Iterator[str]:
    """Every module of the reader can be loaded, also those that only a kiosk or a menu asks for."""
    for room in _ROOMS:
        package = importlib.import_module(f"{pmlapp.__name__}.{room}")
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if found.name in _ELSEWHERE:
                continue
            try:
                importlib.import_module(found.name)
            except ImportError as error:
                if error.name in _EXTRAS and not getattr(sys, "frozen", False):
                    continue
                yield f"{found.name} cannot be loaded: {error}"


def speech(_window: Window, _reader: Reader, _pages: Pages) -> Iterator[str]:
    """The speaking process starts and says that it is ready, with the engine that makes no sound."""
    command = [*usual_command(), "--engine", "silent"]
    try:
        ran = subprocess.run(command, input="", capture_output=True, encoding="utf-8", timeout=_HELPER_S, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        yield f"the speaking process does not start: {error}"
        return
    first = ran.stdout.partition("\n")[0]
    try:
        ready = isinstance(event_of(first), Ready)
    except ValueError:
        ready = False
    if not ready:
        yield f"the speaking process is not ready: it ended with {ran.returncode} and said “{first}{ran.stderr[-200:]}”"


def paper(window: Window, _reader: Reader, pages: Pages) -> Iterator[str]:
    """A page can be laid out for paper, and the part of Qt that talks to printers is there."""
    from PySide6.QtPrintSupport import QPrinterInfo  # noqa: PLC0415 - the one that may be missing

    QPrinterInfo.availablePrinterNames()
    for shelf in pages.catalog.outline:
        for article in shelf.articles[:1]:
            made = page_as_pdf(pages, window.parts.pane.look, paths.theme_dir(), Arguments(article=article.id))
            if not made.startswith(b"%PDF-"):
                yield f"{article.id} does not become a PDF file"
            return


def heard_pages(_window: Window, _reader: Reader, pages: Pages) -> Iterator[str]:
    """Each page has something for a screen reader."""
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            if not heard(pages.page(article.id)[0], pages.words):
                yield f"{article.id} has nothing for a screen reader"


def staff_pin(_window: Window, _reader: Reader, _pages: Pages) -> Iterator[str]:
    """A PIN can be kept and is told from another; it needs scrypt, which not every Python has."""
    from pmlapp.shell.kiosk.staff_pin import PinState, StaffPin  # noqa: PLC0415 - a reader has none

    try:
        folder = tempfile.TemporaryDirectory(prefix="pmlapp-self-test-")
    except OSError:
        # Nothing may be written here at all: then a kiosk's PIN is kept nowhere either.
        return
    with folder as place:
        try:
            pin = StaffPin(Path(place))
            pin.set("246813")
            right, wrong = pin.attempt("246813"), pin.attempt("135792")
        except (AttributeError, ImportError, ValueError) as error:
            yield f"no PIN can be kept: {error}"
            return
    if (right.state, wrong.state) != (PinState.RIGHT, PinState.WRONG):
        yield "a right PIN is not told from a wrong one"


def kiosk(_window: Window, _reader: Reader, _pages: Pages) -> Iterator[str]:
    """What a kiosk reads from the program's folder is there."""
    words = paths.resources_dir() / "kiosk" / "medical-words.txt"
    try:
        if not words.read_text(encoding="utf-8").strip():
            yield f"{words} is empty"
    except OSError as error:
        yield f"the kiosk's list of words cannot be read: {error.strerror}"
