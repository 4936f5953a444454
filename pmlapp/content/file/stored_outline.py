"""The reading of a library's table of contents: its topics, and its pages by topic and by place."""

from typing import Any

from pmlapp.content.file.content_file import ContentFile
from pmlapp.content.file.digests import of_summary
from pmlapp.content.model import ArticleId, ArticleSummary, Topic, TopicId

_SUMMARY = "select id, topic, title, question_type, language, summary_sha256 from articles"
_TYPES = (*[str] * 5, bytes)


class StoredOutline(ContentFile):
    """The topics and the short forms of the pages of one content file."""

    def topics(self) -> tuple[Topic, ...]:
        """The topics in the order shown."""
        with self._reading():
            rows = self._rows("select id, title, description, icon from topics order by position")
            topics = tuple(Topic(**row) for row in rows)
            self._compare_part("topics", topics)
            return topics

    def topic_sizes(self) -> dict[TopicId, int]:
        """How many pages each topic has; one without a page is left out."""
        with self._reading():
            return dict(self._rows("select topic, count(*) from articles group by topic", (), (str, int)))

    def summaries(self, topic: TopicId | None = None, *, start: int = 0, most: int = -1) -> tuple[ArticleSummary, ...]:
        """The pages, or those of one topic, in the order shown: ``most`` (all: -1) after the first ``start``."""
        only = "where topic = :topic" if topic is not None else ""
        with self._reading():
            rows = self._rows(
                f"{_SUMMARY} {only} order by position limit :most offset :start",
                {"topic": topic, "most": most, "start": start},
                _TYPES,
            )
            return tuple(self._summary(row) for row in rows)

    def summary(self, article_id: ArticleId) -> ArticleSummary | None:
        """The short form of one page in the library's language, or None if there is none of that id."""
        return self._one(f"{_SUMMARY} where id = ? and language = ?", (article_id, self._language))

    def beside(self, article_id: ArticleId) -> tuple[ArticleSummary | None, ArticleSummary | None]:
        """The pages before and after one in the order shown; None at either end of the library."""
        values = (article_id, self._language)
        own = "(select position from articles where id = ? and language = ?)"
        return (
            self._one(f"{_SUMMARY} where position < {own} order by position desc limit 1", values),
            self._one(f"{_SUMMARY} where position > {own} order by position limit 1", values),
        )

    def first_of(self, question_type: str) -> ArticleSummary | None:
        """The first page in the order shown that answers a question of this type."""
        return self._one(f"{_SUMMARY} where question_type = ? order by position limit 1", (question_type,))

    def stories(self) -> frozenset[str]:
        """The ids of the pages that tell one person's experience."""
        with self._reading():
            rows = self._rows("select id from articles where kind = 'story'", (), (str,))
            return frozenset(row[0] for row in rows)

    def _one(self, query: str, values: tuple[str, ...]) -> ArticleSummary | None:
        with self._reading():
            rows = self._rows(query, values, _TYPES)
            return self._summary(rows[0]) if rows else None

    def _summary(self, row: Any) -> ArticleSummary:
        """The short form of an article; without its title if that, or anything else in it, is not as it was built."""
        id_, topic, title, question_type, language, digest = row
        if self._has_digests and digest != of_summary(id_, topic, title, question_type, language):
            return ArticleSummary(id_, topic, "", question_type)
        return ArticleSummary(id_, topic, title, question_type)
