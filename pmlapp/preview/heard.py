"""Brings news from the thread in which they come into the window."""

import queue

from PySide6.QtCore import QObject, Signal

from pmlapp.preview.news import News


class Heard(QObject):
    """Passes news from the thread in which they come to that of the window; until there is one, they wait.

    Signals:
        news: what the building process said.
    """

    news = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.waiting: queue.SimpleQueue[News] = queue.SimpleQueue()
        self.has_window = False

    def hear(self, news: News) -> None:
        """To be called from any thread."""
        if self.has_window:
            self.news.emit(news)
        else:
            self.waiting.put(news)
