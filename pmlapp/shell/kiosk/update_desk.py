"""Updates at the kiosk: looked for and put in place in a thread, shown to staff, accepted by them or by policy."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from pmlapp.errors import PmlError
from pmlapp.library.pages.pages import Pages
from pmlapp.packs.errors import NoReleaseError, PackError
from pmlapp.packs.layout import METADATA, RELEASE, TIMESTAMP
from pmlapp.packs.shelf import Shelf, day_or_none
from pmlapp.packs.updating import Nothing, Offer, Updates
from pmlapp.reading.touch.staff_page import StaffPage
from pmlapp.reading.touch.update_page import UpdatePage
from pmlapp.shell.failure_words import shown_words
from pmlapp.shell.kiosk.kiosk_window import KioskWindow
from pmlapp.shell.kiosk.update_words import nothing_newer, offered, refused

_LOOK_MS: Final = 100


class UpdateDesk(QObject):
    """``sources`` gives the folders to look at; ``shown`` the staff page, while it is shown.

    Signals:
        page_shown: an `UpdatePage` to show.
        left: back to the staff page.
        replaced: another library is read from now on.
        failed: a `PmlError` to log.
    """

    page_shown = Signal(object)
    left = Signal()
    replaced = Signal()
    failed = Signal(object)

    def __init__(
        self,
        window: KioskWindow,
        pages: Pages,
        updates: Updates,
        shelf: Shelf,
        *,
        sources: Callable[[], tuple[Path, ...]],
        shown: Callable[[], StaffPage | None],
        use: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._pages, self._updates, self._shelf = window, pages, updates, shelf
        self._sources, self._shown, self._use = sources, shown, use
        self._offer: Offer | None = None
        self._page: UpdatePage | None = None
        self._answer: list[Any] = []
        self._then: Callable[[Any], None] | None = None
        self._by_itself = False
        self._looking = QTimer(self, interval=_LOOK_MS)
        self._looking.timeout.connect(self._look)

    @property
    def is_busy(self) -> bool:
        """Whether something is being looked at or put in place."""
        return self._then is not None

    @Slot()
    def look_for_updates(self) -> None:
        """Staff asked: look at the stick, and show what it offers."""
        if self.is_busy:
            return
        self._by_itself = False
        self._say(self.tr("One moment."), self.tr("The stick is being read and checked. Leave it in."))
        self._run(self._first_offer, self._show_answer)

    @Slot()
    def update_by_itself(self) -> None:
        """The policy of the site: take what is newer, while nobody is there."""
        if self.is_busy or not any(map(_has_release, self._sources())):
            return
        self._by_itself = True
        self._run(self._first_offer, self._show_answer)

    @Slot()
    def go_back(self) -> None:
        """Staff want the edition before."""
        if not self.is_busy:
            self._run(self._updates.go_back, self._went_back)

    def _first_offer(self) -> Offer | Nothing:
        found: Offer | Nothing | None = None
        for source in self._sources():
            with suppress(NoReleaseError):
                found = self._updates.look(source)
                if isinstance(found, Offer):
                    break
        if found is None:
            raise NoReleaseError(source=self.tr("any stick"))
        return found

    def _show_answer(self, answer: Any) -> None:
        if isinstance(answer, Offer):
            self._offer = answer
            if self._by_itself:
                self._accept()
                return
            state = self._shelf.state()
            words = offered(answer, day_or_none(state.valid_until), self._pages.words.day)
            self._show(UpdatePage(words, self._window.parts.look, width=self._window.width(), parent=self._window))
        elif isinstance(answer, Nothing):
            self._say(*nothing_newer(answer))
        elif isinstance(answer, PackError):
            self._refuse(answer)

    def _refuse(self, failure: PackError) -> None:
        self.failed.emit(failure)
        if self._by_itself:
            return
        said = shown_words(failure)
        if isinstance(failure, NoReleaseError):
            self._say(said.sentence, said.advice)
            return
        confirmed = day_or_none(self._shelf.state().confirmed)
        library = self._pages.catalog.library
        words = refused(failure, (said.sentence, said.advice), library, confirmed, self._pages.words.day)
        self._show(UpdatePage(words, self._window.parts.look, width=self._window.width(), parent=self._window))

    def _show(self, page: UpdatePage) -> None:
        self._page = page
        self._page.accepted.connect(self._accept)
        self._page.declined.connect(self._decline)
        self.page_shown.emit(page)

    @Slot()
    def _accept(self) -> None:
        offer = self._offer
        if offer is None or self.is_busy:
            return
        if self._page is not None:
            self._page.work(self.tr("Switching… Leave the stick in."))
        self._run(lambda: self._updates.accept(offer), self._accepted)

    def _accepted(self, answer: Any) -> None:
        offer, self._offer = self._offer, None
        if isinstance(answer, PackError):
            self._page = None
            self._refuse(answer)
            return
        self._use()
        self.replaced.emit()
        self._leave()
        if offer is not None:
            said = self.tr("The library of {edition} is in use.").format(edition=offer.new.edition)
            self._say(said, self.tr("If something is wrong with it, go back to the one before."))

    @Slot()
    def _decline(self) -> None:
        self._offer = None
        if not self.is_busy:
            self._run(self._updates.decline, lambda _: None)
        self._leave()

    def _went_back(self, answer: Any) -> None:
        if isinstance(answer, PackError):
            said = shown_words(answer)
            self._say(said.sentence, said.advice)
            return
        self._use()
        self.replaced.emit()
        self._say(self.tr("The library before is in use again."), "")

    def _leave(self) -> None:
        if self._page is not None:
            self._page = None
            self.left.emit()

    def _say(self, bold: str, more: str) -> None:
        staff = self._shown()
        if staff is not None and not self._by_itself:
            staff.say(bold, more)

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Do some work in a thread of its own, which touches nothing of Qt, and then say what came of it."""
        self._answer = []
        self._then = then

        def run() -> None:
            try:
                self._answer.append(work())
            except PmlError as failure:
                self._answer.append(failure)

        Thread(target=run, name="update", daemon=True).start()
        self._looking.start()

    @Slot()
    def _look(self) -> None:
        if self._answer and self._then is not None:
            self._looking.stop()
            then, self._then = self._then, None
            then(self._answer[0])


def _has_release(source: Path) -> bool:
    with suppress(OSError):
        return any((folder / METADATA / TIMESTAMP).is_file() for folder in (source / RELEASE, source))
    return False
