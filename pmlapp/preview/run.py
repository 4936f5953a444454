"""Where the preview starts: the process that builds, the reader's window, and what ties them together."""

import argparse
import os
import queue
import signal
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from pmlapp.preview.building import Building
from pmlapp.preview.draft_store import Drafts
from pmlapp.preview.editor import Editor
from pmlapp.preview.heard import Heard
from pmlapp.preview.news import AskLibrary, Failed, LibraryBuilt, News, Progress
from pmlapp.preview.preview_window import PreviewSession, PreviewWindow
from pmlapp.preview.watching import Watching
from pmlapp.preview.wiring import wire_building, wire_preview

_NOT_BUILT = 65


def preview(argv: Sequence[str]) -> int:
    """Show the drafts of a folder until the window is closed; the number that the process ends with."""
    asked = _parser().parse_args(argv)
    folder: Path = asked.folder.resolve()
    # Ended by another program, the folder of what was built must go too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    heard = Heard()
    with TemporaryDirectory(prefix="pml-preview-", ignore_cleanup_errors=True) as built_in:
        building = Building(folder, Path(built_in), date.today(), heard.hear)
        try:
            building.ask(AskLibrary())
            built = _first(heard.waiting)
            if isinstance(built, Failed):
                print(f"pml preview: {built.words}", file=sys.stderr)
                return _NOT_BUILT
            drafts = Drafts(built.content_file)
            with PreviewSession(drafts, theme=asked.theme, zoom=asked.zoom) as session:
                shown = PreviewWindow(session, drafts, built, Editor(asked.editor, _open_by_system))
                wire_preview(shown, session.choices)
                shown.begin()
                wire_building(shown, heard, building, Watching(_folders(folder), shown.window))
                heard.has_window = True
                if asked.page:
                    shown.reader.open(asked.page)
                shown.window.show()
                return _run_until_closed(shown)
        except KeyboardInterrupt:
            return 130
        finally:
            building.close()


def _first(heard: "queue.SimpleQueue[News]") -> LibraryBuilt | Failed:
    """Wait for the first build; a long one says how far it is."""
    while True:
        match heard.get():
            case Progress(done=done, of=of):
                print(f"Reading: {done:,} of {of:,}", file=sys.stderr)
            case LibraryBuilt() | Failed() as news:
                return news
            case _:
                pass


def _run_until_closed(shown: PreviewWindow) -> int:
    application = QApplication.instance()
    assert application is not None
    # Python hears signals such as Ctrl+C only between its own instructions.
    pulse = QTimer(shown.window)
    pulse.setInterval(500)
    pulse.timeout.connect(_hear_signals)
    pulse.start()
    signal.signal(signal.SIGINT, lambda *_: application.quit())
    signal.signal(signal.SIGTERM, lambda *_: application.quit())
    return application.exec()


def _hear_signals() -> None:
    """Nothing; a function of Python's own is enough for it to hear signals."""


def _folders(folder: Path) -> tuple[Path, ...]:
    """What a page is made of: the folder of its language, and beside ``content`` reviews and policy."""
    if folder.parent.name != "content":
        return (folder,)
    root = folder.parent.parent
    reviews = root / "reviews"
    return (folder, reviews) if reviews.is_dir() else (folder,)


def _open_by_system(file: Path) -> bool:
    return QtGui.QDesktopServices.openUrl(QtCore.QUrl.fromLocalFile(os.fspath(file)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="pml preview")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", default="")
    parser.add_argument("--editor", default="")
    parser.add_argument("--theme")
    parser.add_argument("--zoom", type=int)
    return parser
