"""Every page that can be shown, by its id: articles, topics, results, and those of our own."""

from collections.abc import Callable
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Article, ArticleId, ArticleSummary, Findings, Media, SearchHit
from pmlapp.errors import (
    ArticleNotFoundError,
    EditedContentError,
    LanguageNotFoundError,
    PmlError,
    UnreadableContentError,
)
from pmlapp.library.catalog import Catalog
from pmlapp.library.pages.examples import examples
from pmlapp.library.pages.file_state import FileState
from pmlapp.library.pages.page_names import ABOUT, HOME, KEYS, SEARCH, TOPIC, VOICES, WORDS
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.topic_pages import topic_page

if TYPE_CHECKING:
    from pmlapp.content.markdown.markdown import ArticleParser
    from pmlapp.content.page import Block, Page
    from pmlapp.library.pages.composer import Composer
    from pmlapp.library.pages.hit_line import HitLine
    from pmlapp.library.pages.own_pages import OwnPages
    from pmlapp.library.pages.review import Review, Reviewed
    from pmlapp.library.pages.sheet_numbers import SheetAnswer, SheetNumbers
    from pmlapp.library.search.kept import Kept
    from pmlapp.library.search.occurrences import Seek
    from pmlapp.library.search.passage import Passage
    from pmlapp.library.search.search import Search

_MOST_RESULTS = 20
_KEPT_REVIEWS = 256
"""The pages that a reader's letters find, most of them again and again."""

_KEPT_BODIES = 16
"""Parsed bodies kept, the last used ones: the way back, and what may come next."""


class Pages:
    """Puts pages together on demand; the Markdown engine and the search are loaded when first needed.

    ``keys`` are pairs of a key and what it does, for the page that lists them; ``today`` gives the day to trust, from
    the newest day that the library names; ``doubted`` what the clock says, if that is too far ahead to be believed.
    """

    def __init__(
        self,
        store: ContentStore,
        words: PageWords,
        *,
        emergency_number: str | None,
        keys: tuple[tuple[str, str], ...],
        today: Callable[[date], date],
        doubted: Callable[[date], date | None] = lambda _: None,
    ) -> None:
        self._store = store
        self.catalog = Catalog(store, damaged=lambda: self.file_state.title(self.words))
        self._words = words
        self._original: Pages | None = None
        self.file_state = FileState(self._store.was_edited)
        self.times_replaced = 0
        """How often another library was found at its place."""
        self._emergency_number = emergency_number
        self._keys = keys
        self._today = today
        self._doubted = doubted
        self._parsed: dict[str, tuple[Block, ...]] = {}

    @cached_property
    def words(self) -> PageWords:
        """The phrases of the program, but for those that the library says in words of its own."""
        return self._words.in_words_of(self.catalog.words)

    def page(self, page: str) -> "tuple[Page, Article | None]":
        """The page of an id, with its article if it is one.

        Raises:
            ArticleNotFoundError: there is no such page.
            UnreadableContentError: the content file is damaged there.
            MarkdownRefusedError: the article's text breaks a limit.
        """
        try:
            self.follow_file()
        except PmlError as failure:
            self.file_state.note(failure)  # what was read before is still there, and better than nothing
        if page in (WORDS, ABOUT, VOICES):
            return self._own.named(page), None
        if page == KEYS:
            return self._own.keys(self._keys), None
        if page.startswith(SEARCH):
            query = page.removeprefix(SEARCH)
            if (sheet := self._sheet_answer(query)) is not None:
                return self._own.sheet(query, sheet, self.sheets.what_changed(sheet)), None
            return self._own.results(query, self.find(query), self.hit_line), None
        if page.startswith(TOPIC):
            return self._own.topic(*topic_page(self.catalog, page)), None
        if self._original is not None and page not in self.catalog:
            from pmlapp.library.pages.not_translated import not_translated

            shown, article = self._original.page(page)
            return not_translated(shown, self.words), article
        article, blocks = self.catalog.page(ArticleId(page))
        topic, body = self.catalog.topic(article.id), self._body(article, blocks)
        made = self._composer.article_page(article, topic, body, self._review(article))
        from pmlapp.library.pages.edition_changes import with_changes

        return with_changes(made, article, self._store.earlier_texts, self.words, lambda: self.sheets), article

    def follow_file(self) -> bool:
        """Read from now on what is at the library's place, if that is another file, or was written to; whether it was.

        Raises:
            ContentError: it cannot be read; then what was read before is still there.
        """
        if not self._store.is_changed():
            return False
        self.forget()
        self.file_state = FileState(self._store.was_edited)
        self.times_replaced += 1
        return True

    def forget(self) -> None:
        """Keep nothing of what was asked for, not even in SQLite; raises `ContentError` if the file cannot be read."""
        self._store.reopen()
        self.catalog.forget()
        self._parsed.clear()
        for name in ("words", "_composer", "_reviews", "_own", "_search", "sheets"):
            self.__dict__.pop(name, None)

    def speak(self, words: PageWords, place: Path, original: "Pages | None") -> None:
        """Read the file at ``place``, in these phrases; a page that it has not got is shown from ``original``.

        Raises:
            ContentError: it cannot be read; then what was read before is still there.
        """
        before, self._store.path = self._store.path, place
        try:
            self.forget()
        except PmlError:
            self._store.path = before
            raise
        self._words, self._original = words, original
        self.file_state = FileState(self._store.was_edited)

    def picture(self, name: str) -> Media | None:
        """One picture; None if the library has none of that name, or it is not as it was built."""
        try:
            found = self.catalog.media(name)
            return self._original.picture(name) if found is None and self._original is not None else found
        except UnreadableContentError as failure:
            self.file_state.note(failure)
            return None

    def in_place_of_damaged(self, page: str, failure: PmlError) -> "Page":
        """What is shown instead of an article that is not as it was built, as ``failure`` says."""
        self.file_state.note(failure)
        return self._own.damaged(page, edited=isinstance(failure, EditedContentError))

    def in_place_of_failed(self, page: str) -> "Page":
        """What is shown instead of a page that the program fails to put together."""
        return self._own.failed(page)

    def today(self) -> date:
        """The day to trust, asked each time: a kiosk runs for months."""
        return self._today(self.catalog.library.newest)

    def review(self, article_id: ArticleId) -> "Review":
        """How far a page may be relied on today, without reading its text: for a line of a list."""
        asked = (article_id, self.today())
        return self._reviews.of([asked])[asked]

    def _review(self, reviewed: "Reviewed") -> "Review":
        from pmlapp.library.pages.review import review_of

        return self._with_doubt(reviewed, review_of(reviewed, self.today(), self.catalog.library.policy))

    def _with_doubt(self, reviewed: "Reviewed", review: "Review") -> "Review":
        """The review, unless only a clock that is not believed would call it overdue: then that is said instead."""
        from pmlapp.library.pages.review import doubted, review_of

        clock = self._doubted(self.catalog.library.newest)
        return doubted(review, review_of(reviewed, clock, self.catalog.library.policy)) if clock else review

    def clock_in_doubt(self) -> bool:
        """Whether the clock of this computer is too far ahead to be believed yet."""
        return self._doubted(self.catalog.library.newest) is not None

    def _body(self, article: Article, blocks: str) -> "tuple[Block, ...]":
        body = self._parsed.pop(article.id, None) or self._stored(blocks) or self._parser.parse(article.body).blocks
        self._parsed[article.id] = body
        while len(self._parsed) > _KEPT_BODIES:
            del self._parsed[next(iter(self._parsed))]
        return body

    def require_language(self, language: str | None) -> None:
        """Raise `LanguageNotFoundError` if the library is in another language than the one asked for."""
        found = self.catalog.library.language
        if language is not None and language.split("-")[0] != found.split("-")[0]:
            raise LanguageNotFoundError(language=language, found=found)

    def home(self) -> "Page":
        """The home page where there is no window: the topics and their questions."""
        return self._own.home()

    def has(self, page: str) -> bool:
        """Whether there is such a page."""
        if page.startswith(TOPIC):
            try:
                topic_page(self.catalog, page)
            except ArticleNotFoundError:
                return False
            return True
        own = page in (HOME, WORDS, ABOUT, KEYS, VOICES) or page in self.catalog
        return own or (self._original is not None and self._original.has(page))

    def _stored(self, blocks: str) -> "tuple[Block, ...]":
        """The blocks that the library keeps of an article; none if it keeps none that this version understands."""
        if not blocks:
            return ()
        from pmlapp.content.file.block_json import from_json

        try:
            return from_json(blocks)
        except ValueError:
            return ()

    def blocks_differ(self, page: str) -> bool:
        """Whether the blocks that the library keeps say something else than the article's Markdown."""
        article, blocks = self.catalog.page(ArticleId(page))
        stored = self._stored(blocks)
        return bool(stored) and stored != self._parser.parse(article.body).blocks

    def search(self, query: str, *, most: int = _MOST_RESULTS) -> tuple[SearchHit, ...]:
        """The pages that a query finds, best first."""
        return tuple(self.find(query, most=most).hits)

    def find(self, query: str, *, most: int = _MOST_RESULTS) -> Findings:
        """What a query finds, each hit made when it is looked at, with what was searched and what else to offer.

        In quotation marks a query is searched for just as it is typed.  Instead of a code that
        no page is filed under, the nearest broader one is searched for.
        """
        from pmlapp.library.pages.hit_line import stories_last, without_withdrawn_words
        from pmlapp.library.search.codes import broader_code
        from pmlapp.library.search.hits import changed
        from pmlapp.library.search.query import unquoted

        if (sheet := self._sheet_answer(query)) is not None:
            return self.sheets.findings(sheet, query)

        def shown(hit: SearchHit) -> SearchHit:
            if hit.damaged:
                return self.file_state.in_place_of(hit, self.words)
            return without_withdrawn_words(hit, self.review(hit.article.id), self.words)

        bare = unquoted(query)
        broader = broader_code(self._store, bare) if bare == query else ""
        found = self._search.find(broader or bare, most, as_typed=bare != query)
        if broader:
            found = found._replace(typed=bare, offers=(bare,))
        return found._replace(hits=changed(stories_last(found.hits, self.catalog.stories), shown))

    def _sheet_answer(self, query: str) -> "SheetAnswer | None":
        return self.sheets.answer(query) if query.strip()[:1].isdecimal() else None

    def passage(self, page: str, query: str) -> "tuple[Seek, Passage | None]":
        """How to find on a page what ``query`` asks for, and which part of an article says most of it.

        On a results page the title is skipped: it only repeats the query.
        """
        from pmlapp.library.search.passage import best_passage, seek

        finder = self._search.finder(self.find(query, most=1).searched)
        shown = self.page(page)[0]
        if page in self.catalog:
            return seek(finder), best_passage(shown, finder)
        return seek(finder, behind=shown.title), None

    def hit_line(self, hit: SearchHit) -> "HitLine":
        """The small line of a page that was found."""
        from pmlapp.library.pages.hit_line import damaged_line, hit_line

        if hit.damaged:
            return damaged_line(self.file_state.title(self.words))
        return hit_line(hit, self.review(hit.article.id), self.words, self.catalog.stories)

    def examples(self) -> tuple[ArticleSummary, ...]:
        """A few questions that show what one may ask: those that the library names, or the first of usual types."""
        return examples(self.catalog)

    def first_of(self, question_type: str) -> ArticleId | None:
        """The first page of the library that answers a question of this type."""
        return first.id if (first := self.catalog.first_of(question_type)) else None

    def prefetch(self, page: str) -> bool:
        """Parse one page that ``page`` leads to and that is likely to be asked for next.

        Returns:
            Whether there may be another one: call again when there is nothing else to do.
        """
        from pmlapp.library.pages.likely_next import likely_next

        for article in likely_next(self.catalog, page, _KEPT_BODIES // 2):
            if article not in self._parsed:
                try:
                    self._body(*self.catalog.page(ArticleId(article)))
                except PmlError:
                    # A reader who asks for that page gets the message.
                    self._parsed[article] = ()
                return True
        return False

    def file_check(self) -> Callable[[], None]:
        """What reads the whole content file; it may be called in another thread.

        It raises `UnreadableContentError` unless the file is as it was built.
        """
        return self._store.file_check()

    def warm_up(self) -> None:
        """Load what the next click needs, once the first page is on the screen."""
        _ = self._composer

    def seek(self, words: str) -> "Seek":
        """How words are found in a text as one types them."""
        from pmlapp.library.search.occurrences import occurrences

        return occurrences(words, self._search.folding)

    def prepare_search(self) -> None:
        """Load what the first key of a question needs; before anybody thinks of one it would only take up room."""
        self._search.find("a", 1)

    # Loaded when first needed: the home page is on the screen without any of them.

    @cached_property
    def _composer(self) -> "Composer":
        from pmlapp.library.pages.composer import Composer

        return Composer(self.words, emergency_action=self._emergency_action, draft=self.catalog.library.draft)

    @cached_property
    def _reviews(self) -> "Kept[tuple[ArticleId, date], Review]":
        from pmlapp.library.pages.review import review_of
        from pmlapp.library.search.kept import Kept

        records, policy = self.catalog.review_records, self.catalog.library.policy
        return Kept(
            lambda asked: {
                (page, day): self._with_doubt(records(page), review_of(records(page), day, policy))
                for page, day in asked
            },
            most=_KEPT_REVIEWS,
        )

    @cached_property
    def sheets(self) -> "SheetNumbers":
        """The numbers of printed sheets and cards."""
        from pmlapp.library.pages.changes import Changes
        from pmlapp.library.pages.sheet_numbers import SheetNumbers

        changes = Changes(self.words, lambda text: self._parser.parse(text).blocks)
        return SheetNumbers(self._store, self.catalog, self.words, changes, self.review)

    @cached_property
    def _own(self) -> "OwnPages":
        from pmlapp.library.pages.own_pages import OwnPages

        return OwnPages(
            self.catalog,
            self.words,
            today=self.today,
            emergency_action=self._emergency_action,
            state_said=lambda: self.file_state.said(self.words),
        )

    @property
    def _emergency_action(self) -> str:
        return self.words.emergency_action(self._emergency_number)

    @cached_property
    def _parser(self) -> "ArticleParser":
        from pmlapp.content.markdown.markdown import ArticleParser

        return ArticleParser()

    @cached_property
    def _search(self) -> "Search":
        from pmlapp.library.search.search import Search

        return Search(self._store)
