"""The window: places its parts by width and text size; decides nothing, connects nothing."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QCloseEvent, QDesktopServices, QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pmlapp.content.model import SearchHit
from pmlapp.content.page import Page
from pmlapp.errors import PmlError
from pmlapp.library.visit import HOME, Place
from pmlapp.reading.article_pane import ArticlePane
from pmlapp.reading.banner import Banner
from pmlapp.reading.focus_ring import FocusRing
from pmlapp.reading.footer import Footer
from pmlapp.reading.hit_list import HitList
from pmlapp.reading.home import HomePage
from pmlapp.reading.look import Look
from pmlapp.reading.menus import Menus
from pmlapp.reading.note_card import Note, NoteCard
from pmlapp.reading.outline import Outline
from pmlapp.reading.search_box import SearchBox
from pmlapp.reading.style_sheet import style_sheet
from pmlapp.reading.top_bar import TopBar
from pmlapp.reading.topic_tree import TopicPanel, TopicTree
from pmlapp.shell.keys import WINDOW_KEYS

_TREE_FROM = 1040
_OUTLINE_FROM = 1240
_WIDE_FROM = 1700
"""Effective widths: the window's width divided by the text size of the page."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the window is made of; made by `shell.app`, so that each can be handed what it needs."""

    top_bar: TopBar
    banner: Banner
    home: HomePage
    tree: TopicTree
    pane: ArticlePane
    outline: Outline
    footer: Footer


@dataclass(frozen=True, slots=True)
class FooterWords:
    """What the footer says on the home page (``statement`` too) and on every page."""

    statement: str
    claim: str
    care: str


class Window(QWidget):
    """The reading window.

    Signals:
        closing: the window is about to close; the place can still be asked for.
    """

    closing = Signal()

    def __init__(
        self, parts: Parts, look: Look, title: str, footer_words: FooterWords, tell: Callable[[PmlError], str]
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        # The title never names a page: it stands on task bars and in screen sharing.
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(320, 320)
        self.parts = parts
        self._look = look
        self._footer_words = footer_words
        self._tell = tell
        self._at_home = True
        self._narrow = False
        self._page: Page | None = None
        self._note_link: int | None = None
        self.topics = TopicPanel(parts.tree, look, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(parts.home)
        self._stack.addWidget(parts.pane)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._middle.addWidget(self.topics)
        self._middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(parts.top_bar)
        column.addWidget(parts.banner)
        column.addLayout(self._middle, 1)
        column.addWidget(parts.footer)
        self.hits = HitList(look, self)
        self.note = NoteCard(look, self)
        self.menus = Menus(look, self)
        self._ring = FocusRing(self, look)
        self.shortcuts = {
            key.asks: [QShortcut(QKeySequence(sequence), self) for sequence in key.keys] for key in WINDOW_KEYS
        }
        self.set_look(look)

    # Look

    @Slot(object)
    def set_look(self, look: Look) -> None:
        """Draw everything with other colours and sizes."""
        self._look = look
        self.setPalette(look.theme.palette())
        self.setStyleSheet(style_sheet(look))
        parts = self.parts
        for part in (parts.top_bar, parts.banner, parts.home, parts.outline, parts.footer, parts.pane):
            part.set_look(look)
        for mine in (self.topics, self.hits, self.note, self.menus, self._ring):
            mine.set_look(look)
        self._arrange()

    # What the reader logic asks for

    def show_home(self) -> None:
        """Show the home page."""
        self._at_home = True
        self._page = None
        self.note.hide()
        self._stack.setCurrentWidget(self.parts.home)
        self.parts.tree.show_page("")
        self._arrange()
        self.parts.home.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_page(self, page: Page, place: Place) -> None:
        """Show a page at a place of it."""
        self._at_home = False
        self._page = page
        self.note.hide()
        self._stack.setCurrentWidget(self.parts.pane)
        self.parts.outline.set_entries(page.outline)
        self.parts.tree.show_page(page.id)
        if page.id.startswith("topics/"):
            self.parts.tree.open_topic(page.id.removeprefix("topics/"))
        if self._narrow:
            self.topics.hide()
        self._arrange()
        self.parts.pane.show_page(page, position=place.position, focused_link=place.link)
        self.parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_hits(self, query: str, hits: tuple[SearchHit, ...]) -> None:
        """Show what a search found, under the box it was typed in."""
        box = self.search_box()
        anchor = QRect(box.mapTo(self, QPoint(0, 0)), box.size())
        self.hits.show_hits(query, hits, anchor, self.rect())

    def hide_hits(self) -> None:
        """Take the results away."""
        self.hits.hide()

    def show_note(self, note: Note, link: int) -> None:
        """Show a card beside a link of the page."""
        self._note_link = link
        viewport = self.parts.pane.viewport()
        rect = self.parts.pane.link_rect(link)
        beside = QRect(viewport.mapTo(self, rect.topLeft()), rect.size())
        self.note.show_note(note, beside, self.rect())

    def show_failure(self, failure: PmlError) -> None:
        """Say what went wrong."""
        self.say(self._tell(failure))

    @Slot(str)
    def say(self, sentence: str) -> None:
        """Say a sentence in the banner."""
        self.parts.banner.say(sentence)

    def place(self) -> Place:
        """Where the reader is now."""
        if self._page is None:
            return Place(HOME)
        pane = self.parts.pane
        return Place(self._page.id, pane.line(), pane.focused_link)

    def show_ways(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back and forward."""
        self.parts.top_bar.back.setEnabled(back)
        self.parts.top_bar.forward.setEnabled(forward)
        self.menus.forward.setEnabled(forward)
        self._arrange()

    def scroll_to(self, anchor: str) -> None:
        """Go to an anchor of the page."""
        self.parts.pane.scroll_to(anchor)
        self.parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)

    def copy(self, text: str) -> None:
        """Put words on the clipboard."""
        QGuiApplication.clipboard().setText(text)
        self.focus_page()

    def open_outside(self, address: str) -> None:
        """Open an address in the system's browser."""
        QDesktopServices.openUrl(QUrl(address))

    # What keys and buttons ask for

    def search_box(self) -> SearchBox:
        """The search box in sight."""
        return self.parts.home.panel.search if self._at_home else self.parts.top_bar.search

    @Slot()
    def focus_search(self) -> None:
        """Put the keyboard into the search box."""
        self.search_box().setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search_box().selectAll()

    @Slot()
    def clear_search(self) -> None:
        """Empty the search boxes: the question has its answer."""
        for box in (self.parts.home.panel.search, self.parts.top_bar.search):
            if box.text():
                box.clear()

    @Slot()
    def focus_page(self) -> None:
        """Put the keyboard back on the page, on the link that opened the card if one did."""
        self.hide_hits()
        if self._at_home:
            self.parts.home.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._note_link is not None:
            self.parts.pane.focus_link(self._note_link)
            self._note_link = None

    @Slot()
    def leave(self) -> None:
        """Esc: close whatever lies over the page, the last first."""
        if self.note.isVisible():
            self.note.dismiss()
        elif self.hits.isVisible():
            self.hide_hits()
        elif self._narrow and self.topics.isVisible():
            self.toggle_topics()
        elif not self.parts.banner.isHidden():
            self.parts.banner.dismiss()
        else:
            self.focus_page()

    @Slot()
    def next_pane(self) -> None:
        """F6: the keyboard goes on to the next part of the window."""
        self._walk(1)

    @Slot()
    def previous_pane(self) -> None:
        """Shift+F6: the keyboard goes back to the part before."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        parts = self.parts
        stops: list[QWidget] = [self.search_box()]
        if self._at_home:
            stops += [parts.home.strip.link, *parts.home.cards[:1]]
        else:
            stops += [parts.tree, parts.pane, parts.outline.view]
        stops.append(parts.footer.about)
        stops = [stop for stop in stops if stop.isVisible()]
        focus = self.focusWidget()
        here = next((n for n, stop in enumerate(stops) if stop is focus), 0 if step < 0 else -1)
        stops[(here + step) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def toggle_topics(self) -> None:
        """Show or hide the topics that lie over the page in a narrow window."""
        if not self._narrow:
            self.parts.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self.topics.isVisible():
            self.topics.hide()
            self.focus_page()
        else:
            self._place_over()
            self.topics.show()
            self.topics.raise_()
            self.parts.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def show_colours(self) -> None:
        """The menu of themes, under its button."""
        bar = self.parts.top_bar
        button = bar.colours if bar.colours.isVisible() else bar.more
        self.menus.show_colours(button)

    @Slot()
    def show_more(self) -> None:
        """The menu of everything else, under its button."""
        entries = self._page.outline if self._page is not None and not self.parts.outline.isVisible() else ()
        self.menus.show_more(self.parts.top_bar.more, entries, narrow=self._narrow)

    @Slot()
    def come_forward(self) -> None:
        """Come up from behind other windows."""
        if self.isMinimized():
            self.showNormal()
        self.raise_()
        self.activateWindow()

    # Where things stand

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self.hide_hits()
        self.note.hide()
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Say so first, while everything is still there."""
        self.closing.emit()
        super().closeEvent(event)

    def _arrange(self) -> None:
        look = self._look
        bar = look.scale.bar
        parts = self.parts
        effective = self.width() / look.scale.page
        narrow = effective < _TREE_FROM
        wide = effective >= _WIDE_FROM
        if narrow != self._narrow:
            self._narrow = narrow
            self._middle.removeWidget(self.topics)
            self.topics.hide()
            if not narrow:
                self._middle.insertWidget(0, self.topics)
        self.topics.setMinimumWidth(0)
        self.topics.setMaximumWidth(16_777_215)
        if narrow:
            self._place_over()
        else:
            self.topics.setFixedWidth(bar(320 if wide else 288))
        self.topics.setVisible(not self._at_home and (not narrow or self.topics.isVisible()))
        parts.top_bar.arrange(at_home=self._at_home, narrow=narrow)
        beside = 0
        if not self._at_home and effective >= _OUTLINE_FROM and self._page is not None and len(self._page.outline) > 1:
            beside = bar(280 if wide else 232)
        parts.outline.setVisible(beside > 0)
        parts.pane.set_beside(parts.outline if beside else None, beside)
        parts.footer.say(
            statement=self._footer_words.statement if self._at_home else "",
            claim=self._footer_words.claim,
            care="" if self.height() < 500 else self._footer_words.care,
        )

    def _place_over(self) -> None:
        top = self.parts.top_bar.height()
        width = min(self._look.scale.bar(340), self.width() - 40)
        self.topics.setGeometry(0, top, width, self.height() - top - self.parts.footer.height())
