"""The library as its readers walk through it: topics, pages in order, words, counts and dates."""

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from pmlapp.content.cards import ActionCard
from pmlapp.content.file.store import ContentStore, Counts
from pmlapp.content.file.stored_reviews import Checks, ReviewRecords
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleSummary,
    GlossaryTerm,
    Library,
    Media,
    QuestionType,
    TermKey,
    Topic,
    TopicId,
)
from pmlapp.errors import ArticleNotFoundError
from pmlapp.library.shelves import LazyPages, Shelf


class Neighbours(NamedTuple):
    """The pages before and after a page in the order shown; None at either end of the library."""

    before: ArticleSummary | None
    after: ArticleSummary | None


class LibraryWords(NamedTuple):
    """What a library says in words of its own; empty where the program's usual words will do."""

    search_hint: str = ""
    """What the empty search box says."""
    examples: tuple[ArticleId, ...] = ()
    """The questions that the home page offers as examples."""
    disclaimer: str = ""
    """What is at the foot of each page."""
    short_disclaimer: str = ""
    """The same in one short sentence, for the foot of the home page."""
    adapted_from: str = ""
    """The library of which the pages were taken over, as it is credited."""
    own_pages: frozenset[ArticleId] = frozenset()
    """The pages that were not."""


class Catalog:
    """What one content file holds, the short parts remembered after the first look.

    Every method raises `UnreadableContentError` if the file turns out to be damaged.
    ``damaged`` gives what lists call a page whose title is not as it was built.
    """

    def __init__(self, store: ContentStore, *, damaged: Callable[[], str] = str) -> None:
        self._store = store
        self._damaged = damaged
        self._records: dict[ArticleId, ReviewRecords] = {}
        self._summaries: dict[ArticleId, ArticleSummary] = {}

    def forget(self) -> None:
        """Remember nothing: the file is another one now."""
        self._records.clear()
        self._summaries.clear()
        for name in ("library", "words", "question_types", "outline", "counts", "glossary", "action_cards", "stories"):
            self.__dict__.pop(name, None)

    @cached_property
    def stories(self) -> frozenset[str]:
        """The ids of the pages that tell one person's experience; most libraries have none."""
        return self._store.stories()

    @cached_property
    def library(self) -> Library:
        """What the content file says of itself."""
        return self._store.library()

    @cached_property
    def words(self) -> LibraryWords:
        """What the library says in words of its own."""
        held = self._store.library_words()
        examples = tuple(ArticleId(example) for example in held.pop("examples", "").split())
        own = frozenset(map(ArticleId, held.pop("own_pages", "").split()))
        known = {key: said for key, said in held.items() if key in LibraryWords._fields}
        return LibraryWords(**known, examples=examples, own_pages=own)

    @cached_property
    def question_types(self) -> dict[str, str]:
        """The heading of each of the library's question types ("" for none), in the order of the pages in a topic."""
        # A file of format 3 lists none: it has the usual ones.
        return self._store.question_types() or {str(kind): "" for kind in QuestionType}

    @cached_property
    def outline(self) -> tuple[Shelf, ...]:
        """The topics with their pages, as a table of contents shows them; empty topics too."""
        sizes = self._store.topic_sizes()
        return tuple(
            Shelf(topic, LazyPages(sizes.get(topic.id, 0), partial(self._read_pages, topic.id)))
            for topic in self._store.topics()
        )

    def _read_pages(self, topic: TopicId, start: int, most: int) -> tuple[ArticleSummary, ...]:
        return tuple(self._named(each) for each in self._store.summaries(topic, start=start, most=most))

    @cached_property
    def counts(self) -> Counts:
        """How many topics, pages, sources and explained words there are."""
        return self._store.counts()

    def checks(self, today: date) -> Checks:
        """How many pages are checked, by whom and since when, on this day; one quick query."""
        return self._store.checks(today)

    def review_records(self, article_id: ArticleId) -> ReviewRecords:
        """What `library.review.review_of` needs of one page; raises `ArticleNotFoundError` if there is none."""
        records = self._records.get(article_id)
        if records is None:
            records = self._records[article_id] = self._store.review_records(article_id)
        return records

    def __contains__(self, article_id: object) -> bool:
        return isinstance(article_id, str) and self._known(ArticleId(article_id)) is not None

    def article(self, article_id: ArticleId, language: str | None = None) -> Article:
        """One page; raises `ArticleNotFoundError` if there is none of that id."""
        return self._store.article(article_id, language)

    def page(self, article_id: ArticleId, language: str | None = None) -> tuple[Article, str]:
        """A page, and the blocks of its text as the file keeps them; "" if it keeps none."""
        return self._store.page(article_id, language)

    def topic(self, article_id: ArticleId) -> Topic:
        """The topic of a page that is in the library."""
        return self.shelf(self.summary(article_id).topic).topic

    def topic_of(self, page: str) -> TopicId | None:
        """The topic of a page, or None for a page that is not an article of the library."""
        summary = self._known(ArticleId(page))
        return summary.topic if summary is not None else None

    def shelf(self, topic: str) -> Shelf:
        """A topic with its pages; raises `ArticleNotFoundError` if there is no such topic."""
        for shelf in self.outline:
            if shelf.topic.id == topic:
                return shelf
        raise ArticleNotFoundError(article=topic)

    def summary(self, article_id: ArticleId) -> ArticleSummary:
        """The short form of one page; raises `ArticleNotFoundError` if there is none of that id."""
        summary = self._known(article_id)
        if summary is None:
            raise ArticleNotFoundError(article=article_id)
        return summary

    def first_of(self, question_type: str) -> ArticleSummary | None:
        """The first page that answers a question of this type."""
        first = self._store.first_of(question_type)
        return first and self._named(first)

    def neighbours(self, article_id: ArticleId) -> Neighbours:
        """The pages before and after a page that is in the library."""
        before, after = self._store.beside(article_id)
        return Neighbours(before and self._named(before), after and self._named(after))

    @cached_property
    def action_cards(self) -> tuple[ActionCard, ...]:
        """What to do in a situation, a card each; none if the library has none."""
        return self._store.action_cards()

    @cached_property
    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """Every hard word with its meaning, in the order of the alphabet."""
        return self._store.glossary()

    def term(self, key: TermKey) -> GlossaryTerm | None:
        """One hard word, or None if the glossary lacks it."""
        return self._store.term(key)

    def media(self, name: str) -> Media | None:
        """One picture, or None if the library lacks it."""
        return self._store.media(name)

    def _known(self, article_id: ArticleId) -> ArticleSummary | None:
        if article_id not in self._summaries:
            summary = self._store.summary(article_id)
            if summary is None:
                return None
            self._summaries[article_id] = self._named(summary)
        return self._summaries[article_id]

    def _named(self, summary: ArticleSummary) -> ArticleSummary:
        return summary if summary.title else summary._replace(title=self._damaged())
