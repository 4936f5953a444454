"""The reading of a library's table of contents: its topics, and its pages by topic and by place."""

from typing import Any

from pmlapp.content.file.content_file import ContentFile
from pmlapp.content.model import ArticleId, ArticleSummary, QuestionType, Topic, TopicId

_SUMMARY = "select id, topic, title, question_type from articles"


class StoredOutline(ContentFile):
    """The topics and the short forms of the pages of one content file."""

    def topics(self) -> tuple[Topic, ...]:
        """The topics in the order shown."""
        with self._reading():
            rows = self._rows("select id, title, description, icon from topics order by position")
            return tuple(Topic(**row) for row in rows)

    def topic_sizes(self) -> dict[TopicId, int]:
        """How many pages each topic has; one without a page is left out."""
        with self._reading():
            return dict(self._rows("select topic, count(*) from articles group by topic", (), (str, int)))

    def summaries(self, topic: TopicId | None = None, *, start: int = 0, most: int = -1) -> tuple[ArticleSummary, ...]:
        """The pages, or those of one topic, in the order shown: ``most`` (all: -1) after the first ``start``."""
        only = "where topic = :topic" if topic is not None else ""
        with self._reading():
            rows = self._rows(
                f"{_SUMMARY} {only} order by number limit :most offset :start",
                {"topic": topic, "most": most, "start": start},
            )
            return tuple(summary_of(row) for row in rows)

    def summary(self, article_id: ArticleId) -> ArticleSummary | None:
        """The short form of one page in the library's language, or None if there is none of that id."""
        return self._one(f"{_SUMMARY} where id = ? and language = ?", (article_id, self._language))

    def beside(self, article_id: ArticleId) -> tuple[ArticleSummary | None, ArticleSummary | None]:
        """The pages before and after one in the order shown; None at either end of the library."""
        values = (article_id, self._language)
        own = "(select number from articles where id = ? and language = ?)"
        return (
            self._one(f"{_SUMMARY} where number < {own} order by number desc limit 1", values),
            self._one(f"{_SUMMARY} where number > {own} order by number limit 1", values),
        )

    def first_of(self, question_type: QuestionType) -> ArticleSummary | None:
        """The first page in the order shown that answers a question of this type."""
        return self._one(f"{_SUMMARY} where question_type = ? order by number limit 1", (question_type,))

    def _one(self, query: str, values: tuple[str, ...]) -> ArticleSummary | None:
        with self._reading():
            rows = self._rows(query, values)
            return summary_of(rows[0]) if rows else None


def summary_of(row: Any) -> ArticleSummary:
    """The short form of an article from a row with its columns."""
    question_type = QuestionType(row["question_type"])
    return ArticleSummary(id=row["id"], topic=row["topic"], title=row["title"], question_type=question_type)
