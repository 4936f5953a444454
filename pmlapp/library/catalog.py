"""The library as its readers walk through it: topics, pages in order, words, counts and dates."""

from datetime import date
from functools import cached_property
from typing import NamedTuple

from pmlapp.content.file.store import ContentStore, Counts
from pmlapp.content.file.stored_reviews import Checks, ReviewRecords
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleSummary,
    GlossaryTerm,
    Library,
    Media,
    TermKey,
    Topic,
)


class Shelf(NamedTuple):
    """A topic with its pages in the order shown."""

    topic: Topic
    articles: tuple[ArticleSummary, ...]


class Neighbours(NamedTuple):
    """The pages before and after a page in the order shown; None at either end of the library."""

    before: ArticleSummary | None
    after: ArticleSummary | None


class Catalog:
    """What one content file holds, the short parts remembered after the first look.

    Every method raises `UnreadableContentError` if the file turns out to be damaged.
    """

    def __init__(self, store: ContentStore) -> None:
        self._store = store
        self._records: dict[ArticleId, ReviewRecords] = {}

    @cached_property
    def library(self) -> Library:
        """What the content file says of itself."""
        return self._store.library()

    @cached_property
    def outline(self) -> tuple[Shelf, ...]:
        """The topics with their pages, as a table of contents shows them; empty topics too."""
        pages: dict[str, list[ArticleSummary]] = {}
        for summary in self._store.summaries():
            pages.setdefault(summary.topic, []).append(summary)
        return tuple(Shelf(topic, tuple(pages.get(topic.id, ()))) for topic in self._store.topics())

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
        return article_id in self._places

    def article(self, article_id: ArticleId, language: str | None = None) -> Article:
        """One page; raises `ArticleNotFoundError` if there is none of that id."""
        return self._store.article(article_id, language)

    def topic(self, article_id: ArticleId) -> Topic:
        """The topic of a page that is in the library."""
        return self._order[self._places[article_id]][0]

    def summary(self, article_id: ArticleId) -> ArticleSummary:
        """The short form of a page that is in the library."""
        return self._order[self._places[article_id]][1]

    def neighbours(self, article_id: ArticleId) -> Neighbours:
        """The pages before and after a page that is in the library."""
        place = self._places[article_id]
        return Neighbours(
            before=self._order[place - 1][1] if place > 0 else None,
            after=self._order[place + 1][1] if place + 1 < len(self._order) else None,
        )

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

    @cached_property
    def _order(self) -> tuple[tuple[Topic, ArticleSummary], ...]:
        return tuple((shelf.topic, summary) for shelf in self.outline for summary in shelf.articles)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {summary.id: place for place, (_, summary) in enumerate(self._order)}
