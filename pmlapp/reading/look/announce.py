"""A sentence for people who listen instead of looking."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

_PATIENCE_MS = 500
"""Where nothing is to be painted, a sentence waits no longer than this for it."""


def announce(widget: QWidget, sentence: str) -> None:
    """Let a screen reader, if there is one, say ``sentence`` when it has finished its own.

    Source: https://doc.qt.io/qt-6/qaccessibleannouncementevent.html
    """
    if QAccessible.isActive() and sentence:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


class LateAnnouncement(QObject):
    """Announces for one widget once its window has painted what is announced; a later sentence replaces an earlier one.

    To hand a sentence over takes a while, and a letter that is typed should be seen before anything is said of it.

    Signals:
        announced: the sentence that has been handed over.
    """

    announced = Signal(str)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._sentence = ""
        self._window: QWidget | None = None
        self._behind_paint = QTimer(self, singleShot=True, interval=0)
        self._behind_paint.timeout.connect(self._announce)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self._announce)

    def say(self, sentence: str) -> None:
        """Announce ``sentence`` behind the next paint."""
        if not QAccessible.isActive() or not sentence:
            return
        self._sentence = sentence
        self._behind_paint.stop()
        self._patience.start()
        if self._window is None:
            self._window = self._widget.window()
            self._window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window paints all its parts when it is asked to update."""
        if event.type() is QEvent.Type.UpdateRequest:
            self._behind_paint.start()
        return False

    @Slot()
    def _announce(self) -> None:
        self._patience.stop()
        self._behind_paint.stop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None
        sentence, self._sentence = self._sentence, ""
        if sentence:
            announce(self._widget, sentence)
            self.announced.emit(sentence)
