"""Prefetches, while somebody reads, the pages that may come next."""

from PySide6.QtCore import QObject, QTimer, Slot

from pmlapp.errors import PmlError
from pmlapp.library.pages.pages import Pages

_PAUSE_MS = 20
"""Between two pages, so that a click or a key never waits for more than one."""


class Prefetch(QObject):
    """Parses what the page shown leads to, one page at a time, then stops its timer."""

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._page = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._step)

    @Slot(str)
    def begin(self, page: str) -> None:
        """Another page is shown: prefetch from there."""
        self._page = page
        self._timer.start()

    @Slot()
    def stop(self) -> None:
        """The window closes: nothing comes next."""
        self._timer.stop()

    @property
    def is_resting(self) -> bool:
        """Whether there is nothing more to get ready."""
        return not self._timer.isActive()

    @Slot()
    def _step(self) -> None:
        there_is_more = False
        try:
            there_is_more = self._pages.prefetch(self._page)
        except PmlError:
            # A reader who asks for those pages gets the message; here nobody has.
            pass
        finally:
            # A mistake of ours too: it would be met again at each turn.
            if not there_is_more:
                self._timer.stop()
