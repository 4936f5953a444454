"""The window: does what is asked of it with the parts on its stage; decides nothing, connects nothing."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from pmlapp.content.model import Findings
from pmlapp.errors import PmlError
from pmlapp.library.pages.page_names import HOME, TOPIC
from pmlapp.library.pages.pages import Pages
from pmlapp.library.visit import Place
from pmlapp.reading.beside.note import Note
from pmlapp.reading.finding.search_box import SearchBox
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.painting import report
from pmlapp.shell.cards_in_window import CardsInWindow
from pmlapp.shell.failure_words import shown_words
from pmlapp.shell.find_in_page import FindInPage
from pmlapp.shell.focus_order import FocusOrder
from pmlapp.shell.guide_in_window import GuideInWindow
from pmlapp.shell.paper_desk import PaperDesk
from pmlapp.shell.read_aloud import ReadAloud
from pmlapp.shell.reading_pop_up import ReadingPopUp
from pmlapp.shell.selection import Selection
from pmlapp.shell.stage import FooterWords, Stage
from pmlapp.shell.typed_keys import is_typed

if TYPE_CHECKING:
    from pmlapp.content.page import Page
    from pmlapp.library.search.occurrences import Seek
    from pmlapp.library.search.passage import Passage
    from pmlapp.reading.bars.menus import Menus
    from pmlapp.reading.beside.popover import Popover
    from pmlapp.reading.finding.hit_list import HitList
    from pmlapp.shell.languages import Languages
    from pmlapp.shell.take_along import TakeAlong


class Window(QWidget):
    """The reading window.

    Signals:
        closing: the window is about to close; the place can still be asked for.
        failure_shown: a `PmlError` that the banner tells of.
    """

    closing = Signal()
    failure_shown = Signal(object)

    def __init__(
        self,
        pages: Pages,
        look: Look,
        footer_words: Callable[[], FooterWords],
        *,
        emergency_number: str | None,
        take_along: Callable[["Window"], "TakeAlong"],
    ) -> None:
        super().__init__()
        self._pages = pages
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(320, 320)
        self.setWindowTitle(pages.catalog.library.title)  # Never a page: it is seen on task bars and shared screens.
        self.stage = Stage(self, pages, look, footer_words, emergency_number=emergency_number)
        self.parts = self.stage.parts
        self._make_take_along = take_along
        self._beside_is_old = False
        self.find_in_page = FindInPage(self.parts, self)
        self.focus_order = FocusOrder(
            self,
            self.stage,
            self.find_in_page,
            search_box=self.search_box,
            focus_page=self.focus_page,
            clear_search=self.clear_search,
        )
        self.cards = CardsInWindow(self, self.stage)
        self.guide = GuideInWindow(self.stage, self.focus_page, self)
        self.reading = ReadingPopUp(self, self.stage, self.focus_page)
        self.paper = PaperDesk(self, self.stage, pages)
        self.read_aloud = ReadAloud(self.stage, pages, focus_page=self.focus_page)
        self.selection = Selection(self.parts, pages, self)
        self.offered_languages: Callable[[], Languages | None] = lambda: None

    # Parts that come and go

    @property
    def hits(self) -> "HitList":
        """What a search found."""
        return self.parts.hits

    @property
    def popover(self) -> "Popover":
        """A card beside a word."""
        return self.parts.popover

    @property
    def menus(self) -> "Menus":
        """The menus of the bar."""
        return self.parts.menus

    @cached_property
    def take_along(self) -> "TakeAlong":
        """What the reader keeps and takes along; made behind the first paint, or when it is asked for."""
        return self._make_take_along(self)

    # What the reader logic asks for

    def show_home(self) -> None:
        """Show the home page."""
        self.cards.forget()
        self.find_in_page.forget()
        self.stage.set_home()
        self.parts.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: "Page", place: Place) -> None:
        """Show a page at a place of it."""
        stage, pane = self.stage, self.parts.pane
        before = stage.visible_beside
        self.cards.forget()
        self.find_in_page.forget()
        self._beside_is_old = True
        stage.set_page(page)
        if stage.visible_beside != before or not pane.isVisible():
            # What comes into sight with the page comes with the right words.
            self.show_beside()
        stage.settle()
        pane.show_page(
            page,
            position=place.position,
            focused_link=place.link,
            open_folds=place.opened,
            paragraph=place.paragraph,
        )
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def show_beside(self) -> None:
        """Bring topics and outline up to the page that is shown.

        From one page to the next they follow once it has been painted: painting them takes as long again.
        """
        parts, page = self.parts, self.stage.page
        if page is None or not self._beside_is_old:
            return
        self._beside_is_old = False
        try:
            parts.outline.set_entries(page.outline)
            parts.outline.set_reading(parts.pane.reading)
            if page.id.startswith(TOPIC):
                parts.tree.open_topic(page.id.removeprefix(TOPIC))
            else:
                parts.tree.show_page(page.id)
        except Exception as mistake:
            # The page itself must not go without its words because of what is beside it.
            report(mistake)

    @Slot()
    def announce_page(self) -> None:
        """Say which page was opened, for those who listen instead of looking."""
        from pmlapp.reading.look.announce import announce  # noqa: PLC0415 - not before the first paint

        if self.stage.page is not None:
            announce(self.parts.pane, self.stage.page.title)

    def finish_page(self) -> None:
        """Set what of the page is still to be set: for a picture, nothing comes after the first paint."""
        if self.parts.is_made("pane"):
            self.parts.pane.set_rest()
            self.show_beside()

    def show_findings(self, found: Findings, row: int) -> None:
        """Show what a search found, under the box it was typed in, with one row chosen."""
        if self.stage.at_home:
            self.parts.home.bring_up_search()
        box = self.search_box()
        anchor = QRect(box.mapTo(self, QPoint(0, 0)), box.size())
        self.hits.show_findings(found, anchor, self.rect(), row=row)

    def put_query(self, query: str) -> None:
        """Put a query into the search box, and the keyboard with it."""
        box = self.search_box()
        box.setFocus(Qt.FocusReason.OtherFocusReason)
        box.put(query)

    def show_passage(self, seek: "Seek", passage: "Passage | None") -> None:
        """Mark words of the page, and go to a part of it; None is its top."""
        self.find_in_page.mark(seek)
        if passage is not None:
            begin = self.parts.pane.go_to_passage(passage.section, passage.block, passage.folds)
            self.parts.highlights.show_first_from(begin)

    @Slot()
    def expect_hits(self) -> None:
        """Make the list of results before the first letter asks for it."""
        _ = self.hits

    def hide_hits(self) -> None:
        """Take the results away."""
        self.stage.close_parts("hits")

    def show_popover(self, note: Note, link: int) -> None:
        """Show a card beside a link of the page."""
        self.cards.show(note, link)

    def show_failure(self, failure: PmlError) -> None:
        """Say what went wrong."""
        self.say(str(shown_words(failure)))
        self.failure_shown.emit(failure)

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say a sentence in the banner."""
        self.stage.place_banner()
        self.parts.banner.say(sentence)

    def show_topics(self) -> None:
        """Show the topics of the library again: they may be others."""
        self.parts.renew("topics", "tree", "home")

    def begin_again(self) -> None:
        """Make everything in sight again, in another language; the page is to be shown next."""
        self.read_aloud.stop()
        self.paper = PaperDesk(self, self.stage, self._pages)
        self.stage.begin_again()
        self.setWindowTitle(self._pages.catalog.library.title)

    def place(self) -> Place:
        """Where the reader is now."""
        page = self.stage.page
        if page is None:
            return Place(HOME)
        pane = self.parts.pane
        return Place(page.id, pane.line(), pane.focused_link, pane.open_folds, pane.paragraph())

    def show_ways(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back and forward."""
        self.parts.top_bar.set_ways(back=back, forward=forward)

    def scroll_to(self, anchor: str) -> None:
        """Go to an anchor of the page."""
        self.parts.pane.scroll_to(anchor)
        self.parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self, text: str) -> None:
        """Put words on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.focus_page()

    def open_outside(self, address: str) -> None:
        """Open an address in the system's browser, or say that there is none."""
        # Looked up at call time: PySide6 builds every class that is imported, and a start needs neither of these.
        if not QtGui.QDesktopServices.openUrl(QtCore.QUrl(address)):
            self.say(self.tr("No web browser could be opened. The address is {address}").format(address=address))

    # What keys and buttons ask for

    def search_box(self) -> SearchBox:
        """The search box in sight."""
        return self.parts.home.panel.search if self.stage.at_home else self.parts.top_bar.search

    @Slot()
    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        self.search_box().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box().selectAll()

    @Slot()
    def find_words(self) -> None:
        """Look for words on the page; on the home page, which has no text to speak of, in the library."""
        if self.stage.at_home:
            self.focus_search()
            return
        self.stage.place_find_bar()
        self.stage.close_parts("popover", "hits")
        self.find_in_page.begin()

    @Slot(str)
    def find_selected(self, words: str) -> None:
        """Look for words that are selected on the page."""
        self.find_words()
        self.parts.find_bar.field.setText(words)

    @Slot()
    def find_next(self) -> None:
        """Go on to the next of the words looked for."""
        self._find_step(1)

    @Slot()
    def find_before(self) -> None:
        """Go back to the one before."""
        self._find_step(-1)

    def _find_step(self, steps: int) -> None:
        if self.stage.at_home or not self.find_in_page.is_open:
            self.find_words()
        else:
            self.find_in_page.step(steps)

    @Slot(int)
    def move_choice(self, steps: int) -> None:
        """Choose another result."""
        if self.stage.is_open("hits"):
            self.hits.move_choice(steps)

    @Slot()
    def take_choice(self) -> None:
        """Open the result chosen."""
        if self.stage.is_open("hits"):
            self.hits.take()

    @Slot(str)
    def mark_place(self, anchor: str) -> None:
        """Mark the heading that is being read."""
        if not self._beside_is_old:
            self.parts.outline.set_reading(anchor)

    @Slot()
    def clear_search(self) -> None:
        """Empty the search boxes: the question has its answer."""
        boxes = [self.parts.top_bar.search]
        if self.parts.is_made("home"):
            boxes.append(self.parts.home.panel.search)
        for box in boxes:
            if box.text():
                box.clear()

    @Slot()
    def focus_page(self) -> None:
        """Put the keyboard back on the page, on the link that opened the card if one did."""
        self.hide_hits()
        if self.stage.at_home:
            self.parts.home.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.cards.back_to_link()

    @Slot()
    def show_more(self) -> None:
        """The menu of everything else, under its button."""
        stage = self.stage
        page = stage.page
        entries = page.outline if page is not None and not stage.is_open("outline") else ()
        self.menus.show_more(self.parts.top_bar, entries)

    @Slot()
    def come_forward(self) -> None:
        """Come up from behind other windows."""
        # Not `showNormal`: a window that was maximised would come back small.
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    @Slot(QWidget, QWidget)
    def close_what_was_left(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Card and results go when the keyboard, or a click, turns to something else in the window."""
        if new is None or new.window() is not self:
            return
        for name in ("popover", "print_sheet"):
            if self.stage.is_open(name) and not getattr(self.parts, name).isAncestorOf(new):
                self.stage.close_parts(name)
        self.reading.close_if_left(new)
        if "take_along" in vars(self):
            self.take_along.close_if_left(new)
        box = self.search_box()
        if self.stage.is_open("hits") and new is not box and not box.isAncestorOf(new):
            self.hide_hits()

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button under the keyboard, which Qt leaves to Space; at home, letters are a question."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        elif self.stage.at_home and is_typed(event):
            # Wherever the keyboard is: on the page itself, on a card, on a message that came while it opened.
            box = self.search_box()
            box.setFocus(Qt.FocusReason.OtherFocusReason)
            QtCore.QCoreApplication.sendEvent(box, event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts again."""
        super().resizeEvent(event)
        self.stage.close_parts("hits", "popover", "print_sheet")
        self.reading.close()
        self.stage.arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so first, while everything is still there."""
        self.closing.emit()
        super().closeEvent(event)
