"""Answers each thing that a reader asks of the window from the library."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal, Slot

from pmlapp.content.model import Article, Findings, QuestionType, TermKey, names_a_page
from pmlapp.errors import ArticleNotFoundError, PmlError, UnreadableContentError
from pmlapp.library.pages.page_names import ABOUT, HOME, KEYS, SEARCH, TOPIC, VOICES, WORDS
from pmlapp.library.pages.pages import Pages
from pmlapp.library.visit import Place, Visit
from pmlapp.reading.beside.note import Note
from pmlapp.reading.look.painting import report
from pmlapp.shell.web_copies import WebCopies

if TYPE_CHECKING:
    from pmlapp.content.page import Page
    from pmlapp.library.search.occurrences import Seek
    from pmlapp.library.search.passage import Passage

_COPY = "copy:"
_OPEN = "open:"
_HITS_WHILE_TYPING = 10
_SOURCES = "#source-"


class ReaderView(Protocol):
    """The part of the window that the reader logic speaks to."""

    def show_home(self) -> None:
        """Show the home page."""

    def show_page(self, page: "Page", place: Place) -> None:
        """Show a page at a place of it."""

    def show_findings(self, found: Findings, row: int) -> None:
        """Show what a search found, under the box it was typed in, with one row chosen."""

    def put_query(self, query: str) -> None:
        """Put a query into the search box, and the keyboard with it."""

    def show_passage(self, seek: "Seek", passage: "Passage | None") -> None:
        """Mark words of the page, and go to a part of it; None is its top."""

    def hide_hits(self) -> None:
        """Take the results away."""

    def show_popover(self, note: Note, link: int) -> None:
        """Show a card beside a link of the page."""

    def show_failure(self, failure: PmlError) -> None:
        """Say what went wrong."""

    def show_topics(self) -> None:
        """Show the topics of the library again: they may be others."""

    def place(self) -> Place:
        """Where the reader is now."""

    def show_ways(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back and forward."""

    def scroll_to(self, anchor: str) -> None:
        """Go to an anchor of the page."""

    def copy(self, text: str) -> None:
        """Put words on the clipboard."""

    def open_outside(self, address: str) -> None:
        """Open an address in the system's browser."""


class Reader(QObject):
    """Walks through the library for one person.  Holds no widget: a test drives it with a small view.

    A mistake of ours is reported, and a calm page takes the place of what it spoils.

    Signals:
        page_shown: the id of the page that is shown now.
        damage_met: a `PmlError` about a page that is damaged in the file; a page in its place says so.
        part_chosen: the target of a heading that was ticked or unticked.
    """

    page_shown = Signal(str)
    damage_met = Signal(object)
    part_chosen = Signal(str)

    def __init__(
        self, pages: Pages, view: ReaderView, *, may_open_outside: bool, copies: WebCopies | None = None
    ) -> None:
        super().__init__()
        self._pages = pages
        self._view = view
        self._may_open_outside = may_open_outside
        self._copies = copies
        self._visit, self._query = Visit(), ""
        self._article: Article | None = None
        self.dress: Callable[[Page], Page] = lambda page: page
        self.own_pages: dict[str, Callable[[], Page]] = {}

    @property
    def here(self) -> str:
        """The id of the page that is shown."""
        return self._visit.here.page

    # Going

    def start(self, page: str, position: float = 0.0) -> None:
        """Show the first page; the home page if ``page`` is not there."""
        if not self._show(Place(page, position)):
            self._show(Place(HOME))

    @Slot(str)
    def open(self, page: str) -> None:
        """Go to a page and remember the way back."""
        self._view.hide_hits()
        if page == self.here:
            self.page_shown.emit(page)
            return
        self._walk(self._visit.leaving_from(self._view.place()).to(page))

    @Slot(object)
    def open_at(self, place: Place) -> None:
        """Go to a place of a page and remember the way back."""
        if place.page != self.here:
            self._walk(self._visit.leaving_from(self._view.place()).to(place.page).leaving_from(place))

    @Slot()
    def go_home(self) -> None:
        """Go to the home page."""
        self.open(HOME)

    @Slot()
    def go_back(self) -> None:
        """Go to the page before, at the line and the link where it was left."""
        if self._visit.behind:
            self._walk(self._visit.leaving_from(self._view.place()).back())

    @Slot()
    def go_forward(self) -> None:
        """Go forward again."""
        if self._visit.ahead:
            self._walk(self._visit.leaving_from(self._view.place()).forward())

    @Slot(str)
    def open_topic(self, topic: str) -> None:
        """Go to the page that lists a topic's questions."""
        self.open(f"{TOPIC}{topic}")

    @Slot()
    def open_words(self) -> None:
        """Go to the word list."""
        self.open(WORDS)

    @Slot()
    def open_about(self) -> None:
        """Go to the page about this library."""
        self.open(ABOUT)

    @Slot()
    def open_keys(self) -> None:
        """Go to the list of keys."""
        self.open(KEYS)

    @Slot()
    def open_urgent_help(self) -> None:
        """Go to the page on when to get help; to the search for it if the library has no such page."""
        article = self._pages.first_of(QuestionType.URGENT_HELP)
        self.open(article if article is not None else SEARCH + self.tr("emergency"))

    def _walk(self, visit: Visit) -> None:
        """Show where ``visit`` leads; if that cannot be shown, stay here."""
        before, self._visit = self._visit, visit
        if not self._show(visit.here):
            self._visit = before

    def _show(self, place: Place) -> bool:
        self._view.hide_hits()
        try:
            if place.page == HOME:
                self._article = None
                self._view.show_home()
            else:
                page, self._article = self._page(place.page)
                self._view.show_page(page, place)
        except PmlError as failure:
            self._view.show_failure(failure)
            return False
        except Exception as mistake:
            report(mistake)
            if not self._show_instead(place):
                return False
        if self._visit.here.page != place.page:
            self._visit = Visit(place)
        self._view.show_ways(back=bool(self._visit.behind), forward=bool(self._visit.ahead))
        self.page_shown.emit(place.page)
        if place.query:
            self._view.put_query(place.query)
            self._find(place.query, place.row)
        elif place.page.startswith(SEARCH):
            self._mark(place.page.removeprefix(SEARCH))
        return True

    def _show_instead(self, place: Place) -> bool:
        """In place of a page that we failed to show, show one that says so; home as a page of topics and questions."""
        pages, page, self._article = self._pages, place.page, None
        try:
            self._view.show_page(pages.home() if page == HOME else pages.in_place_of_failed(page), Place(page))
        except Exception as mistake:
            report(mistake)
            return False
        return True

    def _page(self, page: str) -> "tuple[Page, Article | None]":
        """The page; in place of an article that is damaged in the file a page that says so."""
        try:
            found, article = (self.own_pages[page](), None) if page in self.own_pages else self._pages.page(page)
            return self.dress(found), article
        except UnreadableContentError as failure:
            if not self._pages.has(page) or page in (WORDS, ABOUT, KEYS, VOICES) or page.startswith((SEARCH, TOPIC)):
                raise
            self.damage_met.emit(failure)
            return self._pages.in_place_of_damaged(page, failure), None

    @property
    def may_copy(self) -> bool:
        """Whether a page may be opened in the web browser: never in a kiosk, nor where the site says no."""
        return self._may_open_outside and self._copies is not None

    @Slot()
    def open_in_browser(self) -> None:
        """Open a copy of the page in the web browser."""
        if self._copies is None or not self.may_copy or self.here == HOME:
            return
        try:
            self._view.open_outside(self._copies.write(self._page(self.here)[0], self._pages))
        except PmlError as failure:
            self._view.show_failure(failure)

    # Links

    @Slot(str, int)
    def follow(self, target: str, link: int) -> None:
        """Do what a link of the page asks for; a link of a kind unknown to us does nothing."""
        kind, _, rest = target.partition(":")
        try:
            match kind:
                case "article" if self.here.startswith(SEARCH):
                    self._open_found(rest, self.here.removeprefix(SEARCH), self._view.place())
                case "article" | "page":
                    self.open(rest)
                case "topic":
                    self.open_topic(rest)
                case "glossary" if (note := self.meaning(target)) is not None:
                    self._view.show_popover(note, link)
                case "source":
                    self._name_source(rest, link)
                case "tick" | "untick":
                    self.part_chosen.emit(target)
                case "https":
                    self._view.show_popover(self._address_note(target), link)
                case _:
                    pass
        except PmlError as failure:
            self._view.show_failure(failure)

    @Slot(str)
    def act(self, target: str) -> None:
        """Do what was chosen on a card."""
        if target.startswith(_COPY):
            self._view.copy(target.removeprefix(_COPY))
        elif target.startswith(_OPEN):
            if self._may_open_outside:
                self._view.open_outside(target.removeprefix(_OPEN))
        elif target.startswith("#"):
            self._view.scroll_to(target[1:])
        elif names_a_page(target):
            self.open(target)

    def meaning(self, target: str) -> Note | None:
        """What a link to a word of the glossary explains; None for any other link."""
        kind, _, key = target.partition(":")
        term = self._pages.catalog.term(TermKey(key)) if kind == "glossary" else None
        return Note(term.word, term.meaning, ((self.tr("See all words"), "words"),)) if term is not None else None

    def _name_source(self, key: str, link: int) -> None:
        if self._article is None:
            return
        for number, source in enumerate(self._article.sources, 1):
            if source.key == key:
                detail = f"{source.publisher}, {source.published}. {source.licence}."
                actions = ((self.tr("Go to the list of sources"), f"{_SOURCES}{key}"),)
                self._view.show_popover(Note(f"{number}. {source.title}", detail, actions), link)
                return

    def _address_note(self, address: str) -> Note:
        actions = [(self.tr("Copy the address"), f"{_COPY}{address}")]
        if self._may_open_outside:
            actions.append((self.tr("Open it in the web browser"), f"{_OPEN}{address}"))
        return Note(self.tr("An address outside this library"), address, tuple(actions))

    # Searching

    @Slot()
    def expect_question(self) -> None:
        """Load what the first key of a question needs."""
        # If the library is damaged, the search itself will report it.
        with suppress(PmlError):
            self._pages.prepare_search()

    @Slot(str)
    def search(self, query: str) -> None:
        """Show what the library holds for what is typed; nothing for an empty box."""
        self._find(query, 0)

    @Slot(str)
    def ask(self, query: str) -> None:
        """Search for what was not typed: a word that is offered, or that is selected on the page."""
        self._view.put_query(query)
        self._find(query, 0)

    def _find(self, query: str, row: int) -> None:
        self._query = query.strip()
        if not self._query:
            self._view.hide_hits()
            return
        try:
            self._view.show_findings(self._pages.find(self._query, most=_HITS_WHILE_TYPING), row)
        except PmlError as failure:
            self._view.hide_hits()
            self._view.show_failure(failure)
        except Exception as mistake:
            # What is still listed answers an earlier question.
            self._view.hide_hits()
            report(mistake)

    @Slot()
    def show_all_hits(self) -> None:
        """Show all results on a page of their own."""
        if self._query:
            self.open(f"{SEARCH}{self._query}")

    @Slot(str, int)
    def choose_hit(self, article: str, row: int) -> None:
        """Open the result chosen where it says what was asked; with none, say what the library does hold."""
        if article:
            self._open_found(article, self._query, self._view.place()._replace(query=self._query, row=row))
        else:
            self.show_all_hits()

    def _open_found(self, article: str, query: str, place: Place) -> None:
        """Go to the part of a page that says most of what was asked, and mark the words."""
        if article == self.here:
            self._view.hide_hits()
            self.page_shown.emit(article)
        else:
            self._walk(self._visit.leaving_from(place).to(article))
        if self.here == article:
            self._mark(query)

    def _mark(self, query: str) -> None:
        """Mark on the page shown what was asked, and go to where an article says most of it."""
        try:
            seek, passage = self._pages.passage(self.here, query)
        except PmlError as failure:
            self._view.show_failure(failure)
        else:
            self._view.show_passage(seek, passage)

    @Slot(str)
    def opened_again(self, page: str) -> None:
        """The program was started a second time, perhaps for a page."""
        page, _, section = page.partition("#")
        if page:
            self.open(page)
            if section and self.here == page:
                self._view.scroll_to(section)

    @Slot()
    def show_replaced(self) -> None:
        """Another library is read now: show the page from that, at its place, or home if it has no such page."""
        place = self._view.place()
        self._view.show_topics()
        if not self._pages.has(place.page):
            self._visit = Visit()
            place = Place(HOME)
        self._show(place._replace(query=""))

    def forget(self) -> None:
        """The visitor has gone: keep nothing of the walk, the question and the page."""
        self._visit = Visit()
        self._article = None
        self._query = ""

    def require_page(self, page: str) -> None:
        """Raise `ArticleNotFoundError` unless ``page`` can be shown."""
        if not self._pages.has(page):
            raise ArticleNotFoundError(article=page)
