"""What the reader keeps: questions for the visit, bookmarks, the page read last; changed here, and kept at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from pmlapp.errors import KeptError, PmlError
from pmlapp.library.kept import Kept, Stopped
from pmlapp.library.kept_file import KeptFile
from pmlapp.library.visit_questions import VisitQuestions


class Keeping(QObject):
    """Holds what is kept, in memory alone where ``file`` has no path, as in a kiosk.

    Signals:
        changed: something is kept, or no longer.
        failed: a `PmlError`: the file was damaged, or cannot be written; the latter is reported once.
    """

    changed = Signal()
    failed = Signal(object)

    def __init__(self, file: KeptFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._kept = Kept()
        self._before = VisitQuestions()
        self._told = False

    @property
    def kept(self) -> Kept:
        """All that is kept of this library."""
        return self._kept

    @property
    def is_kept(self) -> bool:
        """Whether anything outlasts the window."""
        return self._file.path is not None

    @property
    def path(self) -> str:
        """The file that holds what is kept; "" where there is none."""
        return str(self._file.path or "")

    def load(self) -> None:
        """Read what was kept; the file is small, and few have one."""
        self._kept, failure = self._file.load()
        if failure is not None:
            self.failed.emit(failure)
        self.changed.emit()

    # The list for the visit

    def toggle_question(self, question: str, page: str) -> None:
        """Tick a question that a page suggests, or take the tick away."""
        self._ask(self._kept.questions.toggled(question, page))

    @Slot(str)
    def remove_ticked(self, question: str) -> None:
        """Take a tick away, whichever page it is from."""
        if self._kept.questions.has(question):
            self._ask(self._kept.questions.toggled(question, ""))

    @Slot(str)
    def add_own(self, question: str) -> None:
        """Add a question of the reader's own."""
        self._ask(self._kept.questions.with_own(question))

    @Slot(str)
    def remove_own(self, question: str) -> None:
        """Take one away."""
        self._ask(self._kept.questions.without_own(question))

    @Slot(str)
    def add_noticed(self, note: str) -> None:
        """Add something noticed."""
        self._ask(self._kept.questions.with_noticed(note))

    @Slot(str)
    def remove_noticed(self, note: str) -> None:
        """Take it away."""
        self._ask(self._kept.questions.without_noticed(note))

    @Slot()
    def clear_questions(self) -> None:
        """Empty the list."""
        self._before = self._kept.questions
        self._ask(VisitQuestions())

    @Slot()
    def undo_clear(self) -> None:
        """Have the list as it was before it was emptied."""
        self._ask(self._before)

    def _ask(self, questions: VisitQuestions) -> None:
        self._keep(self._kept._replace(questions=questions))

    # Bookmarks and the page read last

    def toggle_bookmark(self, page: str, title: str) -> None:
        """Put a bookmark on a page, or take it away."""
        self._keep(self._kept.toggled(page, title))

    def stop_at(self, stopped: Stopped | None) -> None:
        """Remember the page read last, or none."""
        self._keep(self._kept._replace(stopped=stopped))

    @Slot()
    def forget(self) -> None:
        """Delete all that is kept, of every library; at a kiosk all of one visit."""
        self._before = VisitQuestions()
        self._kept = Kept()
        self._write(self._file.delete)
        self.changed.emit()

    def _keep(self, kept: Kept) -> None:
        if kept == self._kept:
            return
        self._kept = kept
        self._write(lambda: self._file.save(kept))
        self.changed.emit()

    def _write(self, write: Callable[[], None]) -> None:
        try:
            write()
        except KeptError as failure:
            if not self._told:
                self._told = True
                self._tell(failure)
        else:
            self._told = False

    def _tell(self, failure: PmlError) -> None:
        self.failed.emit(failure)
