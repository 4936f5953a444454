"""What of a content file is handed out: every page that may be read today, in the order of the library."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cached_property
from pathlib import PurePosixPath
from typing import NamedTuple

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Article, ArticleId, GlossaryTerm, Library, Media, TermKey, Topic
from pmlapp.content.page import Page
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.review import Review, ReviewStatus, review_of


class ExportedPage(NamedTuple):
    """A page as every form of it says the same."""

    page: Page
    article: Article
    review: Review


class ExportShelf:
    """The pages of one content file on one day; withdrawn ones are not among them.

    ``day`` is the day for which the review line of each page is true.
    """

    def __init__(self, store: ContentStore, words: PageWords, *, day: date) -> None:
        self._store = store
        self._day = day
        self._pages = Pages(store, words, emergency_number=None, keys=(), today=lambda _: day)

    @property
    def words(self) -> PageWords:
        """The phrases around pages."""
        return self._pages.words

    @property
    def library(self) -> Library:
        """What the library says of itself."""
        return self._pages.catalog.library

    @cached_property
    def reviews(self) -> Mapping[ArticleId, Review]:
        """How far each page may be relied on, the withdrawn ones left out; in the order of the library."""
        catalog = self._pages.catalog
        found = {
            each.id: review_of(catalog.review_records(each.id), self._day, self.library.policy)
            for each in self._store.summaries()
        }
        return {page: review for page, review in found.items() if review.status is not ReviewStatus.WITHDRAWN}

    @cached_property
    def topics(self) -> tuple[tuple[Topic, tuple[tuple[ArticleId, str], ...]], ...]:
        """Each topic that has pages, with their ids and titles."""
        shelves = self._pages.catalog.outline
        listed = (
            (shelf.topic, tuple((each.id, each.title) for each in shelf.articles if each.id in self.reviews))
            for shelf in shelves
        )
        return tuple((topic, pages) for topic, pages in listed if pages)

    def pages(self) -> Iterator[ExportedPage]:
        """Every page, put together as in the window, in the order of the library."""
        for page_id, review in self.reviews.items():
            page, article = self._pages.page(page_id)
            if article is not None:
                yield ExportedPage(page, article, review)

    def picture(self, name: str) -> Media | None:
        """One picture of the library."""
        return self._pages.picture(name)

    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """The explained words, by the alphabet."""
        return self._pages.catalog.glossary

    def term(self, key: str) -> tuple[str, str] | None:
        """A hard word and its meaning."""
        found = self._pages.catalog.term(TermKey(key))
        return (found.word, found.meaning) if found is not None else None


def relative(target: str, start: str) -> str:
    """The address of one file of an export in another one: ``relative("a/b.html", "c/d.html")`` is ``../a/b.html``."""
    depth = len(PurePosixPath(start).parent.parts)
    return "../" * depth + target
