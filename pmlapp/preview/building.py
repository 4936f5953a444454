"""The process that reads, judges and builds, so that the window never waits for it."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread
from time import monotonic

from pmlapp.errors import PmlError
from pmlapp.preview.news import Ask, AskLibrary, AskPage, AskWording, Failed, News, Progress

_SECONDS_BETWEEN_REPORTS = 0.5


class Building:
    """Starts the process and passes what it says to ``hear``, which is called in a thread of its own.

    A failure, and a mistake of ours, comes as `Failed`; the process goes on.
    """

    def __init__(self, folder: Path, build_folder: Path, today: date, hear: Callable[[News], None]) -> None:
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(theirs, folder, build_folder, today), name="pml preview, building", daemon=True
        )
        self._process.start()
        theirs.close()
        self._hear = hear
        self._thread = Thread(target=self._listen, name="news of the build", daemon=True)
        self._thread.start()

    def ask(self, what: Ask) -> None:
        """Have something done, after what was asked for before."""
        with suppress(OSError):
            self._ours.send(what)

    def close(self) -> None:
        """End the process; nothing is heard of it any more."""
        self._process.terminate()
        self._process.join()
        self._thread.join()
        self._ours.close()

    def _listen(self) -> None:
        with suppress(EOFError, OSError):
            while True:
                self._hear(self._ours.recv())


def _serve(asks: Connection, folder: Path, build_folder: Path, today: date) -> None:
    """What runs in the process: one thing after the other until the window is gone."""
    from pmlapp.preview.draft_desk import DraftDesk  # noqa: PLC0415 - the window needs nothing of it

    desk = DraftDesk(folder, build_folder, today)
    said = monotonic()

    def progress(done: int, of: int) -> None:
        nonlocal said
        if monotonic() - said >= _SECONDS_BETWEEN_REPORTS:
            said = monotonic()
            asks.send(Progress(done, of))

    def answer(ask: Ask) -> News | None:
        match ask:
            case AskLibrary():
                return desk.read_library(progress)
            case AskPage(file=file):
                return desk.read_page(file) or desk.read_library(progress)
            case AskWording(page=page):
                return desk.wording(page)

    with suppress(EOFError, OSError, KeyboardInterrupt):
        while True:
            ask = None if desk.is_judging and not asks.poll() else asks.recv()
            try:
                # Whoever saves a page does not wait until all others are judged.
                news = answer(ask) if ask is not None else desk.judge_next()
            except PmlError as failure:
                news = Failed(f"{failure} {failure.what_to_do}".strip())
            except Exception as mistake:
                # A mistake of ours over one draft must not end the preview of all others.
                news = Failed(f"The preview made a mistake over these drafts: {type(mistake).__name__}: {mistake}")
            if news is not None:
                asks.send(news)
