"""All reading of a content file."""

from datetime import date
from typing import Any, Final, NamedTuple

from pmlapp.content.file.compression import unpacked
from pmlapp.content.file.schema import digest_of
from pmlapp.content.file.search_tables import SearchTables
from pmlapp.content.file.stored_outline import StoredOutline
from pmlapp.content.file.stored_reviews import StoredReviews
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Code,
    GlossaryTerm,
    Library,
    Media,
    Overdue,
    Policy,
    Provenance,
    QuestionType,
    RelatedQuestion,
    Release,
    Source,
    TermKey,
)
from pmlapp.errors import ArticleNotFoundError

_LONGEST_VERIFY_SECONDS: Final = 600.0


class Counts(NamedTuple):
    """How much a library holds."""

    topics: int
    articles: int
    sources: int
    terms: int


class ContentStore(StoredOutline, StoredReviews, SearchTables):
    """The rows of one content file, as values of the model.

    Every method raises `UnreadableContentError` if the file turns out to be
    damaged where it reads.
    """

    def library(self) -> Library:
        """What the file says of itself."""
        with self._reading():
            row = self._row(
                """
                select title, subject, language, publisher, licence, emergency_signs, digest, newest,
                       release, overdue, grace_days, draft from library
                """,
                (),
                (*[str] * 10, int, int),
            )
            title, subject, language, publisher, licence, signs, digest, newest, release, overdue, grace, draft = row
            return Library(
                title=title,
                subject=subject,
                language=language,
                publisher=publisher,
                licence=licence,
                emergency_signs=signs,
                digest=digest,
                newest=date.fromisoformat(newest),
                policy=Policy(Release(release), Overdue(overdue), grace),
                draft=bool(draft),
            )

    def article(self, article_id: ArticleId, language: str | None = None) -> Article:
        """One article with all that belongs to it, in the language asked for or else the library's own.

        Raises:
            ArticleNotFoundError: the library has no such article.
        """
        with self._reading():
            rows = self._rows(
                """
                select number, id, language, topic, title, kind, question_type, short_answer, body, provenance,
                       coalesce(evidence_checked, '') as evidence_checked, licence, text_sha256
                  from articles where id = :id and language = :language
                """,
                {"id": article_id, "language": language or self._language},
                (int, *[str] * 7, str | bytes, *[str] * 4),
            )
            if rows:
                return self._article(**rows[0])
        raise ArticleNotFoundError(article=article_id)

    def page_blocks(self, article_id: ArticleId, language: str | None = None) -> str:
        """The blocks of an article's body as `content.block_json` writes them; "" where none are kept."""
        with self._reading():
            rows = self._rows(
                """
                select blocks from page_blocks join articles on number = article where id = ? and language = ?
                """,
                (article_id, language or self._language),
            )
            return str(rows[0]["blocks"]) if rows else ""

    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """Every hard word, in the order of the alphabet."""
        with self._reading():
            rows = self._rows("select key, word, meaning from glossary order by word collate nocase, key")
            return tuple(self._term(row) for row in rows)

    def term(self, key: TermKey) -> GlossaryTerm | None:
        """One hard word, or None if the glossary lacks it."""
        with self._reading():
            rows = self._rows("select key, word, meaning from glossary where key = ?", (key,))
            return self._term(rows[0]) if rows else None

    def media(self, name: str) -> Media | None:
        """One picture, or None if the file lacks it."""
        with self._reading():
            rows = self._rows("select name, media_type, data from media where name = ?", (name,), (str, str, bytes))
            return Media(**rows[0]) if rows else None

    def counts(self) -> Counts:
        """How much the library holds."""
        with self._reading():
            tables = ("topics", "articles", "sources", "glossary")
            return Counts(*(self._row(f"select count(*) from {table}", (), (int,))[0] for table in tables))

    def verify(self) -> None:
        """Read the whole file and compare its digest; takes a second for each 20 MB or so.

        Raises:
            UnreadableContentError: something in it is not as it was built.
        """
        with self._reading(_LONGEST_VERIFY_SECONDS):
            (result,) = self._row("pragma integrity_check(1)")
            if result != "ok":
                raise ValueError(result)
            (recorded,) = self._row("select digest from library")
            if digest_of(self._db) != recorded:
                raise ValueError("the rows do not have the digest that the file names")

    def _article(
        self,
        *,
        number: int,
        kind: str,
        question_type: str,
        body: str | bytes,
        provenance: str,
        evidence_checked: str,
        **fields: Any,
    ) -> Article:
        codes = self._rows("select system, value from codes where article = ? order by position", (number,))
        related = self._rows(
            """
            select articles.id as "to", articles.title as title, reason
              from related join articles on articles.number = leads_to where article = ? order by position
            """,
            (number,),
        )
        sources = self._rows(
            """
            select key, title, publisher, published, url, licence
              from citations join sources on key = source where article = ? order by number
            """,
            (number,),
        )
        return Article(
            **fields,
            kind=ArticleKind(kind),
            question_type=QuestionType(question_type),
            body=unpacked(body, self._dictionary),
            provenance=Provenance(provenance),
            evidence_checked=date.fromisoformat(evidence_checked) if evidence_checked else None,
            also_asked=self._names(number, "also asked"),
            names=self._names(number, "name"),
            codes=tuple(Code(**row) for row in codes),
            related=tuple(RelatedQuestion(**row) for row in related),
            sources=tuple(Source(**row) for row in sources),
            sign_offs=self._sign_offs(number),
            withdrawal=self._withdrawal(number),
        )

    def _names(self, article: int, *kinds: str) -> tuple[str, ...]:
        rows = self._rows(
            """
            select kind, names.name from article_names join names on names.number = article_names.name
             where article = ? order by position
            """,
            (article,),
        )
        return tuple(name for kind, name in rows if kind in kinds)

    def _term(self, row: Any) -> GlossaryTerm:
        forms = self._rows("select form from word_forms where term = ? order by position", (row["key"],))
        return GlossaryTerm(**row, also=tuple(form for (form,) in forms))
