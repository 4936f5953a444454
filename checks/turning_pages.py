"""The reader in a real window that turns pages by itself: python checks/turning_pages.py TIMES.

It ends with 0 once that many pages have been opened, and prints how much memory they took.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from pmlapp.reading.page.page_factory import answer_for_pages
from pmlapp.settings import SiteSettings
from pmlapp.shell.command_line import parse_arguments
from pmlapp.shell.reader import Reader
from pmlapp.shell.session import Session

_WARM_UP = 100
_PAUSE_MS = 20
_REST_MS = 200
_REST_AFTER = 5
"""Some pages go while they are read from, others stay long enough to be read to their end."""


class PageTurner(QObject):
    """Opens one page after another, and counts."""

    def __init__(self, reader: Reader, pages: list[str], times: int) -> None:
        super().__init__()
        self._reader = reader
        self._pages = pages
        self._times = times
        self._done = 0
        self._memory = 0
        self._timer = QTimer(self, interval=_PAUSE_MS)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    @Slot()
    def _turn(self) -> None:
        if not QAccessible.isActive():
            return  # nobody is on the bus yet
        if self._done == _WARM_UP:
            self._memory = _resident_kb()
        if self._done == self._times:
            grown = (_resident_kb() - self._memory) / (self._times - _WARM_UP)
            print(f"{self._times} pages opened, {grown:.1f} kB a page kept", flush=True)
            QApplication.quit()
            return
        self._reader.open(self._pages[self._done % len(self._pages)])
        self._done += 1
        self._timer.setInterval(_PAUSE_MS if self._done % _REST_AFTER else _REST_MS)


def _resident_kb() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4


def main(times: int) -> int:
    """Turn ``times`` pages of the bundled library."""
    with Session(parse_arguments([]), SiteSettings(), Path("content.db")) as session:
        window, reader, pages = session.build()
        answer_for_pages()
        every = [article.id for shelf in pages.catalog.outline for article in shelf.articles]
        reader.start(every[0])
        window.show()
        turner = PageTurner(reader, every, times)
        code = QApplication.exec()
        del turner
        window.close()
        return code


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
