"""The reading of whole pages in a content file, each compared with its digest."""

from datetime import date
from typing import Any

from pmlapp.content.file.compression import unpacked
from pmlapp.content.file.digests import of_page
from pmlapp.content.file.stored_reviews import StoredReviews
from pmlapp.content.file.stored_shelves import SOURCE_COLUMNS
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Code,
    Consent,
    ConsentKind,
    KeyPoint,
    Provenance,
    QuestionToAsk,
    RelatedQuestion,
    Source,
    SourceKey,
    TeachBack,
    TermKey,
    TermPlace,
)
from pmlapp.errors import ArticleNotFoundError, DamagedPartError, UnreadableContentError


class StoredPages(StoredReviews):
    """The pages of one content file."""

    def article(self, article_id: ArticleId, language: str | None = None) -> Article:
        """One article with all that belongs to it, in the language asked for or else the library's own.

        Raises:
            ArticleNotFoundError: the library has no such article.
            DamagedPartError: it is not as it was built.
        """
        return self.page(article_id, language)[0]

    def page(self, article_id: ArticleId, language: str | None = None) -> tuple[Article, str]:
        """An article, and the blocks of its body as `content.file.block_json` writes them; "" where none are kept."""
        try:
            return self._page(article_id, language or self._language)
        except DamagedPartError:
            raise
        except UnreadableContentError as error:
            # What cannot even be unpacked or decoded: of this page alone it is known.
            raise self._part_not_as_built(f"the page {article_id}") from error

    def _page(self, article_id: ArticleId, language: str) -> tuple[Article, str]:
        with self._reading():
            rows = self._rows(
                """
                select number, id, language, topic, title, kind, question_type, short_answer, provenance,
                       coalesce(evidence_checked, '') as evidence_checked, licence, text_sha256, sha256, body, blocks
                  from articles join page_texts on article = number where id = :id and language = :language
                """,
                {"id": article_id, "language": language},
                (int, *[str] * 11, bytes, str | bytes, str | bytes),
            )
            if rows:
                *fields, digest, body, blocks = rows[0]
                text = unpacked(body, self._dictionary)
                kept = unpacked(blocks, text.encode())
                article = self._article(*fields, body=text)
                self._compare(f"the page {article_id}", digest, lambda: of_page(article, kept))
                return article, kept
        raise ArticleNotFoundError(article=article_id)

    def _article(
        self,
        number: int,
        id_: str,
        language: str,
        topic: Any,
        title: str,
        kind: str,
        question_type: str,
        short_answer: str,
        provenance: str,
        evidence_checked: str,
        licence: str,
        text_sha256: str,
        *,
        body: str,
    ) -> Article:
        codes = self._rows("select system, value from codes where article = ? order by position", (number,))
        related = self._rows(
            """
            select articles.id as "to", articles.title as title, reason
              from related join articles on articles.number = leads_to where article = ? order by related.position
            """,
            (number,),
        )
        sources = self._rows(
            f"select {SOURCE_COLUMNS} from citations join sources on key = source where article = ? order by number",
            (number,),
        )
        names = self._names(number)
        return Article(
            id=ArticleId(id_),
            language=language,
            topic=topic,
            title=title,
            kind=ArticleKind(kind),
            question_type=question_type,
            short_answer=short_answer,
            body=body,
            provenance=Provenance(provenance),
            evidence_checked=date.fromisoformat(evidence_checked) if evidence_checked else None,
            licence=licence,
            also_asked=tuple(name for kind, name in names if kind == "also asked"),
            names=tuple(name for kind, name in names if kind == "name"),
            codes=tuple(Code(**row) for row in codes),
            related=tuple(RelatedQuestion(**row) for row in related),
            sources=tuple(Source(**row) for row in sources),
            sign_offs=self._sign_offs(number),
            withdrawal=self._withdrawal(number),
            text_sha256=text_sha256,
            **(self._more(number) if self._has_digests else {}),
        )

    def _more(self, number: int) -> dict[str, Any]:
        """What a page may have since format 4."""
        places = self._rows(
            "select starts, ends, term from short_answer_terms where article = ? order by starts",
            (number,),
            (int, int, str),
        )
        support: dict[tuple[str, int], list[SourceKey]] = {}
        for kind, point, source in self._rows(
            "select kind, point, source from point_sources where article = ? order by kind, point, position",
            (number,),
            (str, int, str),
        ):
            support.setdefault((kind, point), []).append(source)
        points = self._rows(
            "select position, point from key_points where article = ? order by position", (number,), (int, str)
        )
        questions = self._rows(
            "select position, question from questions_to_ask where article = ? order by position", (number,), (int, str)
        )
        teach_back = self._rows(
            "select question, answer, anchor from teach_back where article = ? order by position", (number,)
        )
        return {
            "short_answer_terms": tuple(TermPlace(start, end, TermKey(term)) for start, end, term in places),
            "key_points": tuple(
                KeyPoint(text, tuple(support.get(("key point", position), ()))) for position, text in points
            ),
            "questions_to_ask": tuple(
                QuestionToAsk(text, tuple(support.get(("question to ask", position), ())))
                for position, text in questions
            ),
            "teach_back": tuple(TeachBack(*row) for row in teach_back),
            "consent": self._consent(number),
        }

    def _consent(self, article: int) -> Consent | None:
        for kind, given_on, held_by, source in self._rows(
            "select kind, coalesce(given_on, ''), held_by, coalesce(source, '') from consents where article = ?",
            (article,),
        ):
            return Consent(
                ConsentKind(kind), date.fromisoformat(given_on) if given_on else None, held_by, SourceKey(source)
            )
        return None

    def _names(self, article: int) -> list[Any]:
        return self._rows(
            """
            select kind, names.name from article_names join names on names.number = article_names.name
             where article = ? order by position
            """,
            (article,),
        )
