"""The window of a kiosk: one page or screen in the middle, the same foot below, and what lies over both."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QStackedWidget, QVBoxLayout, QWidget

from pmlapp.content.model import Findings
from pmlapp.errors import PmlError
from pmlapp.library.pages.page_names import HOME
from pmlapp.library.pages.pages import Pages
from pmlapp.library.visit import Place
from pmlapp.reading.beside.note import Note
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.focus_ring import FocusRing
from pmlapp.reading.look.style_sheet import style_sheet
from pmlapp.reading.touch.touch_look import TouchLook
from pmlapp.settings import SiteSettings
from pmlapp.shell.failure_words import shown_words
from pmlapp.shell.kiosk.kiosk_parts import KioskParts

if TYPE_CHECKING:
    from pmlapp.content.model import Media
    from pmlapp.content.page import Page
    from pmlapp.library.search.occurrences import Seek
    from pmlapp.library.search.passage import Passage

_OVER_ALL: Final = ("code_sheet", "attract", "action", "countdown", "calm")
_COPY: Final = "copy:"


class KioskWindow(QWidget):
    """Does what is asked of it; decides nothing.  Speaks to `Reader` as the reader's own window does.

    Signals:
        failure_shown: a `PmlError` that was shown to a visitor.
        resized: the screen has another size or shape.
        closing: it really closes.
    """

    failure_shown = Signal(object)
    resized = Signal(QSize)
    closing = Signal()

    def __init__(
        self,
        pages: Pages,
        site: SiteSettings,
        look: TouchLook,
        *,
        offers: tuple[str, ...],
        logo: "Media | None" = None,
    ) -> None:
        # Frameless from the start: with a frame Qt draws a close button round it on Wayland.
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        # Never the name of a page, nor of the library's illness.
        self.setWindowTitle(self.tr("Health information"))
        self._pages = pages
        self.may_close = False
        self.at_home = True
        self._page: Page | None = None
        self._note_link: int | None = None
        self._ways = False
        self.parts = KioskParts(pages, site, look, self, offers=offers, logo=logo)
        self._stack = QStackedWidget(self)
        self._foot = QVBoxLayout()
        self._foot.setSpacing(0)
        column = QVBoxLayout(self)
        # The screen is as large as it is: no part may ask for more.
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addLayout(self._foot)
        self._ring = FocusRing(self, look.look)
        self._dress()

    # The look

    def set_look(self, look: TouchLook) -> None:
        """Draw everything with other colours and sizes: all parts are made afresh when they are needed."""
        self.parts.renew()
        self.parts.look = look
        self._ring.set_look(look.look)
        self._dress()

    def _dress(self) -> None:
        look = self.parts.look
        theme = look.theme
        self.setPalette(theme.palette())
        width = max(28, look.px(28))
        self.setStyleSheet(
            style_sheet(look.look)
            + f"QWidget#kiosk_home, QWidget#kiosk_search_page {{ background: {theme.ground.name()}; }}"
            f"QWidget#number_page, QWidget#pin_page, QWidget#staff_page {{ background: {theme.ground.name()}; }}"
            f"QScrollBar:vertical {{ width: {width}px; }}"
            f"QScrollBar::handle:vertical {{ min-height: {look.px(96)}px; border-radius: {look.px(8)}px; }}"
            f"QLineEdit {{ border-radius: {look.px(14)}px; }}"
        )

    def start_again(self, look: TouchLook) -> None:
        """Throw every part away and show the attract screen, all as a new visitor finds it."""
        self.at_home = True
        self._page = None
        self._note_link = None
        self._ways = False
        slides = self.parts.slides
        old = list(self.parts.made())
        self.parts.let_go()
        self.parts.look = look
        self.parts.slides = slides
        self._ring.set_look(look.look)
        self._dress()
        # First the new screen covers the old one; only then the old parts go.
        self.show_over("attract")
        self.repaint()
        for part in old:
            part.hide()
            part.setParent(None)
            part.deleteLater()

    # Places

    def show_screen(self, screen: QWidget, *, with_row: bool = False, with_bar: bool = True) -> None:
        """Show one thing in the middle, with or without the row of a page and the bar."""
        parts = self.parts
        foot = ((parts.row, with_row), (parts.help_line, with_bar), (parts.bar, with_bar))
        for number, (part, _) in enumerate(foot):
            if self._foot.indexOf(part) < 0:
                self._foot.insertWidget(number, part)
        for part, is_shown in foot:
            part.setVisible(is_shown)
        if self._stack.indexOf(screen) < 0:
            self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        parts.hide("popover", "comfort", "listen_row", "questions", "list_keyboard")
        self.show_bar_state()

    def show_bar_state(self) -> None:
        """Home marked where it is, Back only where there is a way back."""
        if self.parts.is_made("bar"):
            elsewhere = self._stack.currentWidget() not in self._first_screens()
            self.parts.bar.show_place(at_home=self.at_home and not elsewhere, may_go_back=self._ways or elsewhere)

    def _first_screens(self) -> tuple[QWidget, ...]:
        return tuple(getattr(self.parts, name) for name in ("home", "pane") if self.parts.is_made(name))

    @property
    def shows_place(self) -> bool:
        """Whether home or a page is in the middle, and not the search or another screen."""
        return self._stack.currentWidget() in self._first_screens()

    def show_place_again(self) -> None:
        """Back to home or the page, from the search or another screen."""
        if self.at_home or self._page is None:
            self.show_screen(self.parts.home)
            self.parts.home.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.show_screen(self.parts.pane, with_row=True)
            self.parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_listening(self, *, speaking: bool, place: tuple[int, int]) -> None:
        """Show the controls of reading aloud in place of the row of the page, or take them away."""
        parts = self.parts
        reads = place[1] > 0
        if reads:
            if self._foot.indexOf(parts.listen_row) < 0:
                self._foot.insertWidget(0, parts.listen_row)
            parts.listen_row.show_state(speaking=speaking, number=place[0], count=place[1])
            parts.listen_row.show()
        else:
            parts.hide("listen_row")
        if parts.is_made("row"):
            on_page = self.shows_place and not self.at_home
            parts.row.setVisible(on_page and not reads)
        parts.bar.listen.set_selected(reads)

    def show_questions(self) -> None:
        """Lay the list of this visit over the page, above the bar."""
        foot = self.parts.bar.height()
        self.parts.questions.setGeometry(0, 0, self.width(), self.height() - foot)
        self.parts.questions.raise_()

    def show_list_keyboard(self) -> None:
        """The keyboard below the list, which gives it room."""
        keyboard, foot = self.parts.list_keyboard, self.parts.bar.height()
        height = keyboard.sizeHint().height()
        keyboard.setGeometry(0, self.height() - foot - height, self.width(), height)
        self.parts.questions.setGeometry(0, 0, self.width(), self.height() - foot - height)
        keyboard.show()
        keyboard.raise_()

    @Slot()
    def hide_list_keyboard(self) -> None:
        """The list has the whole room again."""
        self.parts.hide("list_keyboard")
        self.show_questions()

    def say_on_page(self, title: str, words: str) -> None:
        """Say something in a card in the middle, such as how a print went."""
        middle = QRect(self.width() // 2 - self.parts.look.px(240), self.height() // 3, 1, 1)
        self.parts.popover.show_popover(Note(title, words, ()), middle, self.rect())

    def show_over(self, name: str) -> None:
        """Let a part lie over everything."""
        part = getattr(self.parts, name)
        part.setGeometry(self.rect())
        part.show()
        part.raise_()
        part.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(part, part.accessibleName())

    def show_comfort(self) -> None:
        """Show text size and colours above the bar, or take them away."""
        if self.parts.is_shown("comfort"):
            self.parts.hide("comfort")
            return
        sheet = self.parts.comfort
        height = sheet.sizeHint().height()
        foot = self.parts.bar.height() if self.parts.bar.isVisible() else 0
        sheet.setGeometry(0, self.height() - foot - height, self.width(), height)
        sheet.show()
        sheet.raise_()
        sheet.sizes[0].setFocus(Qt.FocusReason.PopupFocusReason)

    # What the reader logic asks for

    def show_home(self) -> None:
        """Show the first screen."""
        self.at_home = True
        self._page = None
        self._say_care()
        self.show_screen(self.parts.home)
        self.parts.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: "Page", place: Place) -> None:
        """Show a page at a place of it."""
        self.at_home = False
        self._page = page
        self._note_link = None
        if "highlights" in self.parts.__dict__:
            self.parts.highlights.clear()
        self._say_care()
        pane = self.parts.pane
        self.show_screen(pane, with_row=True)
        for layout in (self.layout(), self._stack.layout()):
            if layout is not None:
                layout.activate()
        pane.show_page(
            page, position=place.position, focused_link=place.link, open_folds=place.opened, paragraph=place.paragraph
        )
        pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say_care(self) -> None:
        said = self._pages.words
        checks = self._pages.catalog.checks(self._pages.today())
        claim = self._pages.file_state.said(said) or said.footer_headline(checks)
        self.parts.help_line.say(claim, said.short_disclaimer)

    def show_findings(self, found: Findings, row: int) -> None:
        """Show what a search found."""
        del row
        self.parts.search.show_findings(found)

    def put_query(self, query: str) -> None:
        """Show the search again with a query in it."""
        self.show_search(query)

    def show_search(self, query: str = "") -> None:
        """Show the search with its keyboard."""
        self.show_screen(self.parts.search)
        self.parts.help_line.hide()
        self.parts.search.begin(query)

    def show_passage(self, seek: "Seek", passage: "Passage | None") -> None:
        """Mark words of the page, and go to a part of it; None is its top."""
        self.parts.highlights.look_for(seek)
        if passage is not None:
            begin = self.parts.pane.go_to_passage(passage.section, passage.block, passage.folds)
            self.parts.highlights.show_first_from(begin)

    def hide_hits(self) -> None:
        """Nothing is asked for."""
        if self.parts.is_made("search"):
            self.parts.search.show_nothing()

    def show_popover(self, note: Note, link: int) -> None:
        """Show a card beside a link of the page; an address is shown, never copied or opened."""
        self._note_link = link
        here = tuple(action for action in note.actions if not action[1].startswith(_COPY))
        viewport = self.parts.pane.viewport()
        rect = self.parts.pane.link_rect(link)
        beside = QRect(viewport.mapTo(self, rect.topLeft()), rect.size())
        self.parts.popover.show_popover(note._replace(actions=here), beside, self.rect())

    def show_failure(self, failure: PmlError) -> None:
        """Say in a card that something cannot be shown; its details are for the log."""
        note = Note(self.tr("This cannot be shown"), shown_words(failure).sentence, ())
        self.parts.popover.show_popover(note, QRect(self.rect().center(), QSize(1, 1)), self.rect())
        self.failure_shown.emit(failure)

    def show_topics(self) -> None:
        """Show the topics of the library again: they may be others."""
        self.parts.renew("home")

    def place(self) -> Place:
        """Where the visitor is now."""
        if self._page is None:
            return Place(HOME)
        pane = self.parts.pane
        return Place(self._page.id, pane.line(), pane.focused_link, pane.open_folds, pane.paragraph())

    def show_ways(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back."""
        del forward
        self._ways = back
        self.show_bar_state()

    def scroll_to(self, anchor: str) -> None:
        """Go to an anchor of the page."""
        self.parts.pane.scroll_to(anchor)
        self.parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self, text: str) -> None:
        """Nothing: a kiosk has no clipboard."""

    def open_outside(self, address: str) -> None:
        """Nothing: a kiosk opens nothing outside."""

    @Slot(int)
    def move_page(self, screens: int) -> None:
        """Move the page a screenful down (+1) or up (-1)."""
        self.parts.pane.move_by_screens(screens)

    @Slot(bool, bool)
    def show_ends(self, at_top: bool, at_foot: bool) -> None:
        """Up and Down are off where there is nothing more."""
        if self.parts.is_made("row"):
            self.parts.row.show_ends(at_top=at_top, at_foot=at_foot)

    @Slot()
    def focus_page(self) -> None:
        """The keyboard goes back to the link that opened a card."""
        if self._page is not None:
            self.parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)
            if self._note_link is not None:
                self.parts.pane.focus_link(self._note_link)
                self._note_link = None

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whatever lies over everything goes on doing so."""
        super().resizeEvent(event)
        self.parts.hide("popover", "comfort")
        for name in _OVER_ALL:
            if self.parts.is_made(name):
                getattr(self.parts, name).setGeometry(self.rect())
        self.resized.emit(event.size())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that the keyboard is on; Esc closes a card or the sheet."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QAbstractButton):
            button.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.parts.hide("comfort")
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only staff close it."""
        if not self.may_close:
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)
