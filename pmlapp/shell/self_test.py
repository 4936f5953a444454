"""The self-test: starts everything without a display, reads every page, and reports in JSON."""

import json
import platform
import sqlite3
import sys
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QObject, qVersion
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication

from pmlapp import __version__, paths
from pmlapp.content.model import TermKey
from pmlapp.errors import EditedContentError, PmlError, UnreadableContentError
from pmlapp.library.pages.page_names import ABOUT, HOME, KEYS, TOPIC, VOICES, WORDS
from pmlapp.library.pages.pages import Pages
from pmlapp.library.take_home import code_of
from pmlapp.reading.look.fonts import FAMILIES, font
from pmlapp.reading.look.theme import Theme
from pmlapp.shell import feature_checks
from pmlapp.shell.font_check import missing_font
from pmlapp.shell.reader import Reader
from pmlapp.shell.session import Session
from pmlapp.shell.window import Window

_CALLS_INTO_QT = 40
"""Enough to tell a wrong count of references to None from a right one: docs/decisions/0002."""

_FAILED = 70

_CLOCK_IN_DOUBT = "the date on this computer may be wrong, so whether a check is overdue cannot be said"


def self_test(session: Session, out: TextIO) -> int:
    """Try each part, write the report to ``out``; 0 if all is well, else 70."""
    report: dict[str, object] = {
        "pmlapp": __version__,
        "python": platform.python_version(),
        "qt": qVersion(),
        "sqlite": sqlite3.sqlite_version,
    }
    problems: list[str] = []
    try:
        window, reader, pages = session.build()
        window.show()
        for name, check in _CHECKS.items():
            found: list[str] = []
            try:
                with _uncaught_in(found, reader):
                    found.extend(check(window, reader, pages))
            except PmlError as failure:
                found.append(str(failure))
            report[name] = found or "ok"
            problems += found
        # Nothing of the program is wrong then, so that it fails no test.
        report["clock"] = _CLOCK_IN_DOUBT if pages.clock_in_doubt() else "ok"
        report["pages"] = pages.catalog.counts.articles
        window.close()
    except PmlError as failure:
        problems.append(str(failure))
        report["failure"] = str(failure)
    report["ok"] = not problems
    json.dump(report, out, ensure_ascii=False, indent=2)
    out.write("\n")
    return 0 if not problems else _FAILED


@contextmanager
def _uncaught_in(found: list[str], reader: Reader) -> Iterator[None]:
    """Also report what goes wrong while painting, in a slot or in a timer, where no caller can catch it."""
    before = sys.excepthook

    def uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before(kind, error, trace)
        place = traceback.extract_tb(trace)[-1:]
        where = "".join(f" in {Path(frame.filename).name}, line {frame.lineno}" for frame in place)
        said = f"{reader.here}: {kind.__name__}{where}"
        if said not in found:
            found.append(said)

    sys.excepthook = uncaught
    try:
        yield
    finally:
        sys.excepthook = before


def _library(_window: Window, _reader: Reader, pages: Pages) -> Iterator[str]:
    """The library is as it was built, to the last bit."""
    try:
        pages.file_check()()
    except PmlError as failure:
        yield str(failure)


def _pages(window: Window, reader: Reader, pages: Pages) -> Iterator[str]:
    """Every page is set in type, and every link on it leads somewhere."""
    for shelf in pages.catalog.outline:
        for each in shelf.articles:
            try:
                if pages.blocks_differ(each.id):
                    yield f"{each.id}: its stored blocks are not those of its Markdown"
            except UnreadableContentError as failure:
                was = "was changed" if isinstance(failure, EditedContentError) else "is damaged"
                yield f"{each.id} {was}: {failure}"
            except PmlError:
                pass  # such a page is named below, where it cannot be shown
    articles = [article.id for shelf in pages.catalog.outline for article in shelf.articles]
    topics = [f"{TOPIC}{shelf.topic.id}" for shelf in pages.catalog.outline]
    for page in (*articles, *topics, WORDS, ABOUT, KEYS, VOICES):
        reader.start(page)
        if reader.here != page:
            yield f"{page} cannot be shown"
            continue
        window.grab()
        for target in window.parts.pane.links():
            if not _leads_somewhere(target, pages):
                yield f"{page}: the link {target} leads nowhere"
    reader.start(HOME)
    window.grab()


def _leads_somewhere(target: str, pages: Pages) -> bool:
    kind, _, rest = target.partition(":")
    match kind:
        case "article" | "page":
            return pages.has(rest)
        case "topic":
            return pages.has(f"{TOPIC}{rest}")
        case "glossary":
            return pages.catalog.term(TermKey(rest)) is not None
        case _:
            # Sources and places of the page itself are checked when the library is built.
            return kind in ("source", "https", "fold") or target.startswith("#")


def _search(_window: Window, _reader: Reader, pages: Pages) -> Iterator[str]:
    """Each page is found by its own title."""
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            if article.id not in (hit.article.id for hit in pages.search(article.title)):
                yield f"{article.id} is not found by its title"


def _looks(window: Window, _reader: Reader, _pages: Pages) -> Iterator[str]:
    """The reading font is the one that is used, and every theme loads."""
    style = window.parts.pane.look.scale.body
    if QFontInfo(font(style)).family() != FAMILIES[0]:
        yield f"the font {FAMILIES[0]} is not used"
    for path in sorted(paths.theme_dir().glob("*.json")):
        try:
            Theme.load(path)
        except (ValueError, KeyError, OSError) as error:
            yield f"the theme {path.stem} cannot be used: {error}"


def _fonts(_window: Window, _reader: Reader, pages: Pages) -> Iterator[str]:
    """This computer has a font for every script of the library."""
    if failure := missing_font(pages):
        yield str(failure)


def _binding(_window: Window, _reader: Reader, _pages: Pages) -> Iterator[str]:
    """Calls into Qt do not eat up references to None."""
    before = sys.getrefcount(None)
    victim = QObject()
    for _ in range(_CALLS_INTO_QT):
        victim.setObjectName("x")
    lost = before - sys.getrefcount(None)
    if abs(lost) >= _CALLS_INTO_QT // 2:
        yield f"{lost} references to None were lost in {_CALLS_INTO_QT} calls: this PySide6 must not be used"
    QApplication.processEvents()


def _codes(_window: Window, _reader: Reader, _pages: Pages) -> Iterator[str]:
    """Codes to take home can be made: their package is loaded late, and a frozen program may lack it."""
    try:
        made = code_of("1 2 3", "m")
    except ImportError as error:
        yield f"no codes to take home can be made: {error}"
    else:
        if not made.rows:
            yield "an empty code was made"


_CHECKS: dict[str, Callable[[Window, Reader, Pages], Iterator[str]]] = {
    "library": _library,
    "every page": _pages,
    "search": _search,
    "looks": _looks,
    "fonts": _fonts,
    "binding": _binding,
    "codes": _codes,
    "modules": feature_checks.modules,
    "speech": feature_checks.speech,
    "paper": feature_checks.paper,
    "screen reader": feature_checks.heard_pages,
    "staff PIN": feature_checks.staff_pin,
    "kiosk": feature_checks.kiosk,
}
