"""Bookmarks, and where reading stopped: the star beside a title, and the lists that lead back."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from pmlapp.content.model import ArticleId
from pmlapp.library.kept import Stopped
from pmlapp.library.pages.pages import Pages
from pmlapp.library.visit import Place
from pmlapp.reading.keeping.bookmarks import Mark, MarkList, ScrolledMarks
from pmlapp.reading.keeping.star import Star
from pmlapp.reading.look.look import Look
from pmlapp.shell.keeping import Keeping
from pmlapp.shell.stage import Stage

_ON_HOME = 3
"""Bookmarks on the home page, the newest; all of them are beside each page."""


class Bookmarks(QObject):
    """Shows on ``stage`` what is kept of pages.

    ``place`` says where the reader is now, ``remembers`` whether that may be kept.

    Signals:
        page_asked: the id of a page to go to.
        place_asked: a `Place` to go to, with how far down reading had come.
    """

    page_asked = Signal(str)
    place_asked = Signal(object)

    def __init__(
        self,
        window: QWidget,
        stage: Stage,
        pages: Pages,
        keeping: Keeping,
        *,
        place: Callable[[], Place],
        remembers: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._place = place
        self._remembers = remembers
        self._last: Place | None = None
        self._window = window
        self._stage = stage
        self._parts = stage.parts
        self._pages = pages
        self._keeping = keeping
        self._star: Star | None = None
        self._beside: ScrolledMarks | None = None
        self._at_home: MarkList | None = None

    @Slot()
    def show_kept(self) -> None:
        """Bring star and lists up to what is kept, and to the page that is shown."""
        kept, page = self._keeping.kept, self._stage.page
        if self._stage.at_home:
            self._show_at_home()
            return
        self.note_place()
        # The page is another one when the window has another language.
        ground = self._parts.pane.viewport()
        if self._star is None or not Shiboken.isValid(self._star) or self._star.parent() is not ground:
            self._parts.pane.place_changed.connect(self.note_place)
            self._star = Star(self._parts.pane.look, self._parts.pane)
            self._star.clicked.connect(self.toggle)
            # Behind the links of the page, and not at the very end.
            QWidget.setTabOrder(self._parts.pane, self._star)
        can_be_marked = page is not None and page.id in self._pages.catalog
        self._star.set_marked(marked=page is not None and kept.marks(page.id))
        self._star.set_wanted(wanted=can_be_marked)
        # The topics are made again when another library is read.
        if self._beside is None or not Shiboken.isValid(self._beside) or self._beside.window() is not self._window:
            look = self._parts.pane.look
            self._beside = ScrolledMarks(MarkList(self.tr("Bookmarks"), look), look, self._parts.topics)
            self._beside.marks.page_asked.connect(self.page_asked)
            self._parts.topics.put_above(self._beside)
        self._beside.show_marks(tuple(Mark(each.page, each.title) for each in kept.bookmarks if self._has(each.page)))

    def _show_at_home(self) -> None:
        if self._last is not None and self._remembers():
            last, self._last = self._last, None
            self._keep(last)
        kept, home = self._keeping.kept, self._parts.home
        marks = [Mark(each.page, each.title) for each in kept.bookmarks if self._has(each.page)][:_ON_HOME]
        if kept.stopped is not None and self._has(kept.stopped.page):
            said = self.tr("Continue reading:")
            marks.insert(0, Mark(kept.stopped.page, kept.stopped.title, said, "forward"))
        if not marks and self._at_home is None:
            return
        if self._at_home is None or not Shiboken.isValid(self._at_home) or not home.isAncestorOf(self._at_home):
            self._at_home = MarkList(self.tr("Your pages"), home.look)
            self._at_home.page_asked.connect(self._go_from_home)
            home.put_own(self._at_home)
        self._at_home.show_marks(tuple(marks))
        home.arrange()

    @Slot(str)
    def _go_from_home(self, page: str) -> None:
        stopped = self._keeping.kept.stopped
        if stopped is not None and stopped.page == page:
            self.place_asked.emit(Place(page, stopped.position))
        else:
            self.page_asked.emit(page)

    @Slot()
    def toggle(self) -> None:
        """Put a bookmark on the page that is shown, or take it away."""
        page = self._stage.page
        if page is not None and page.id in self._pages.catalog:
            self._keeping.toggle_bookmark(page.id, page.title)

    @Slot()
    def note_place(self) -> None:
        """Remember how far reading has come; it is kept when the page is left for home, or the window closes."""
        place = self._place()
        if self._has(place.page):
            self._last = place

    @Slot()
    def keep_place(self) -> None:
        """Keep where reading stopped, if that may be kept; a page of our own is nothing to come back to."""
        if not self._stage.at_home:
            self.note_place()
        last = self._last
        if not self._remembers():
            self._keeping.stop_at(None)
        elif last is not None:
            self._keep(last)

    def _keep(self, last: Place) -> None:
        if self._has(last.page):
            title = self._pages.catalog.summary(ArticleId(last.page)).title
            self._keeping.stop_at(Stopped(last.page, title, last.position))

    def _has(self, page: str) -> bool:
        return page in self._pages.catalog

    @Slot(object)
    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        for part in (self._star, self._beside):
            if part is not None and Shiboken.isValid(part):
                part.set_look(look)
