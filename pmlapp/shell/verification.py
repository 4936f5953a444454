"""Reads the whole library once the first page is painted, and finds out whether it is as it was built."""

from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pmlapp.errors import PmlError
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.painting import report

_LOOK_AFTER_MS = 100
_FOLLOW_EVERY_MS = 60_000


class Verification(QObject):
    """Compares the file with its digest in a thread of its own: 16 MB take 50 ms, during which nobody waits.

    Once a minute, and with each page shown, it looks whether another library is at that place.

    Signals:
        damage_found: a `PmlError`, once, if something in the file is not as it was built.
        library_replaced: another library, or another edition, is read from now on.
    """

    damage_found = Signal(object)
    library_replaced = Signal()

    def __init__(self, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._seen = pages.times_replaced
        self._failure: PmlError | None = None
        self._mistake: Exception | None = None
        self._thread: Thread | None = None
        self._ending = QTimer(self)
        self._ending.setInterval(_LOOK_AFTER_MS)
        self._ending.timeout.connect(self._look)
        self._following = QTimer(self)
        self._following.setInterval(_FOLLOW_EVERY_MS)
        self._following.timeout.connect(self.follow)

    @Slot()
    def begin(self) -> None:
        """Start reading, and looking for another library."""
        check = self._pages.file_check()
        self._failure = self._mistake = None

        def run() -> None:
            try:
                check()
            except PmlError as failure:
                self._failure = failure
            except Exception as mistake:
                # Reported from the thread of the window: this one must not touch it.
                self._mistake = mistake

        self._thread = Thread(target=run, name="verification", daemon=True)
        self._thread.start()
        self._ending.start()
        self._following.start()

    @Slot()
    def follow(self) -> None:
        """Look whether another library is there, and verify that."""
        try:
            self._pages.follow_file()
        except PmlError as failure:
            self._pages.file_state.note(failure)
            if self._failure is None:
                self._failure = failure
                self.damage_found.emit(failure)
            return
        if self._pages.times_replaced > self._seen:
            self._seen = self._pages.times_replaced
            self.library_replaced.emit()
            self.begin()

    @Slot()
    def stop(self) -> None:
        """The window closes: there is nobody left to report to."""
        self._ending.stop()
        self._following.stop()

    @property
    def is_resting(self) -> bool:
        """Whether the file has been read to its end."""
        return not self._ending.isActive()

    @Slot()
    def _look(self) -> None:
        if self._thread is None or self._thread.is_alive():
            return
        self._ending.stop()
        if self._mistake is not None:
            report(self._mistake)
        if self._failure is not None:
            self._pages.file_state.note(self._failure)
            self.damage_found.emit(self._failure)
