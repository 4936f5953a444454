"""Drives one program from inside, as a reader would, and prints what it took as JSON.

    python -m benchmarks.in_process ours|floor FLOOR-LIBRARY.sqlite
    python -m benchmarks.in_process typing CONTENT-FILE.db

``typing`` types into our reader with another library.  The program starts as it
always does; only where it would wait for a reader (``QApplication.exec``) this
reader acts instead.  Nothing in it knows of that.
"""

import json
import os
import sqlite3
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from benchmarks import process

ROUNDS = 5
VIEWS = 1000
TYPED_LETTERS = 14
TYPED_TITLES = 40
"""Of a large library, spread evenly over it."""


class PaintWatch(QObject):
    """Knows whether any of its widgets has been painted since it was last asked to forget."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self.painted = False
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.painted = True
        return False

    def milliseconds(self, act: Callable[[], None]) -> float:
        """From before ``act`` until the paint that follows it is on the screen."""
        self.painted = False
        start = time.perf_counter()
        act()
        while not self.painted:
            QApplication.processEvents()
            if time.perf_counter() - start > 5:
                raise SystemExit("Nothing was painted within 5 s of a click or key")
        taken = (time.perf_counter() - start) * 1000
        settle()
        return taken


def settle() -> None:
    """Let what was put off until later happen now, outside of the time taken."""
    for _ in range(5):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QTest.qWait(8)  # a reader looks at the page before the next click: what was put off is done by then


Found = dict[str, list[float]]
Articles = list[tuple[str, str]]
"""Id and title of each page."""


def drive(articles: Articles, opener: Callable[[QWidget, str], None]) -> Found:
    """Click through all pages, type their titles, then look at a thousand pages."""
    window = reading_window()
    pane = part(window, "article_pane")
    page = PaintWatch(pane.viewport())
    clicks = [page.milliseconds(partial(opener, window, article)) for _ in range(ROUNDS) for article, _ in articles]
    keys = key_times(window, articles)
    memory = []
    for view in range(VIEWS):
        opener(window, articles[view % len(articles)][0])
        settle()
        if (view + 1) % 100 == 0:
            memory.append(process.own_mib(os.getpid()))
    return {"click_ms": clicks, "key_ms": keys, "memory_mib": memory}


def reading_window() -> QWidget:
    """The window that the program has just opened on a page."""
    window = next(widget for widget in QApplication.topLevelWidgets() if part(widget, "article_pane"))
    QTest.qWaitForWindowExposed(window)
    settle()
    return window


def key_times(window: QWidget, articles: Articles) -> list[float]:
    """From a letter typed to its hits painted, for the first letters of all titles, in ms."""
    box = part(window, "search_box")
    QTest.keyClicks(box, articles[0][1][0])  # a list of hits may be made only when there are some
    settle()
    hits = part(window, "hits")
    return list(typing(box, PaintWatch(hits.viewport(), hits.parentWidget()), [title for _, title in articles]))


def typing(box: QLineEdit, watch: PaintWatch, titles: list[str]) -> Iterator[float]:
    """Type the beginning of each title, letter by letter."""
    box.setFocus()
    for title in titles:
        box.clear()
        settle()
        for letter in title[:TYPED_LETTERS]:
            yield watch.milliseconds(partial(QTest.keyClicks, box, letter))
    box.clear()
    settle()


def part(window: QWidget, name: str) -> Any:
    """A widget of the window by its object name; both programs call theirs the same."""
    return window.findChild(QWidget, name)


def follow_a_link(window: QWidget, article: str) -> None:
    """As a click on a link of the page does."""
    part(window, "article_pane").link_followed.emit(f"article:{article}", 0)


def click_a_title(window: QWidget, article: str) -> None:
    """As a click on a title in the list does."""
    titles = part(window, "hits")
    item = next(row for row in range(titles.count()) if titles.item(row).data(Qt.ItemDataRole.UserRole) == article)
    titles.itemClicked.emit(titles.item(item))


def pages_of(program: str, library: str) -> Articles:
    """The pages to click on and to type; of a large library some of them."""
    table, order = ("articles", "number") if program == "typing" else ("article", "id")
    with closing(sqlite3.connect(library)) as connection:
        articles = connection.execute(f"select id, title from {table} order by {order}").fetchall()
    return articles[:: max(1, len(articles) // TYPED_TITLES)] if program == "typing" else articles


def main(argv: list[str]) -> int:
    program, library = argv
    articles = pages_of(program, library)
    found: Found = {}

    def act() -> Found:
        if program == "typing":
            return {"key_ms": key_times(reading_window(), articles)}
        return drive(articles, follow_a_link if program == "ours" else click_a_title)

    def read_instead_of_waiting(*_: object) -> int:
        try:
            found.update(act())
        except BaseException:
            # A program may have its own way with exceptions; this one is ours.
            traceback.print_exc()
            os._exit(1)
        return 0

    QApplication.exec = read_instead_of_waiting  # type: ignore[method-assign]
    if program == "floor":
        from benchmarks import floor_reader  # noqa: PLC0415 - each is measured without the other in memory

        sys.argv[1:] = [library, articles[-1][0]]
        code = floor_reader.main()
    else:
        from pmlapp.shell import app  # noqa: PLC0415

        code = app.main([*(("--library", library) if program == "typing" else ()), "--article", articles[-1][0]])
    print(json.dumps(found))
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
