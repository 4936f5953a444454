"""The content file of the drafts, with the pages that were written since it was built in their place."""

from pathlib import Path

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Article, ArticleId, ArticleSummary, TopicId


class Drafts:
    """What the store shows now: a content file, and pages newer than it; the window changes it."""

    def __init__(self, content_file: Path) -> None:
        self.content_file = content_file
        self.pages: dict[str, tuple[Article, str]] = {}
        """By id: the article and its blocks."""


class DraftStore(ContentStore):
    """A content file with newer pages over it; what lists and search know of these is as of the file."""

    drafts: Drafts

    @classmethod
    def of(cls, drafts: Drafts) -> "DraftStore":
        """Open the content file of ``drafts``; their pages are followed from then on."""
        store = cls.open(drafts.content_file)
        store.drafts = drafts
        return store

    def page(self, article_id: ArticleId, language: str | None = None) -> tuple[Article, str]:
        """An article and its blocks, as they were last written."""
        return self.drafts.pages.get(article_id) or super().page(article_id, language)

    def summary(self, article_id: ArticleId) -> ArticleSummary | None:
        """The short form of a page, with the title it has now."""
        found = super().summary(article_id)
        return found and self._titled(found)

    def summaries(self, topic: TopicId | None = None, *, start: int = 0, most: int = -1) -> tuple[ArticleSummary, ...]:
        """Pages in the order shown, with the titles they have now."""
        return tuple(map(self._titled, super().summaries(topic, start=start, most=most)))

    def _titled(self, summary: ArticleSummary) -> ArticleSummary:
        newer = self.drafts.pages.get(summary.id)
        return summary._replace(title=newer[0].title) if newer else summary

    def is_changed(self) -> bool:
        """Never by itself: the preview says when there is something new."""
        return False

    def reopen(self) -> None:
        """Read the content file that the drafts are in now."""
        fresh = type(self).of(self.drafts)
        self.close()
        self.__dict__.clear()
        self.__dict__.update(fresh.__dict__)
        self._db.set_progress_handler(self._out_of_time, 500_000)
