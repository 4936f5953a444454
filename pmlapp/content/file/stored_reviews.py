"""The reading of sign-offs and withdrawals in a content file."""

from datetime import date
from typing import NamedTuple

from pmlapp.content.file.content_file import ContentFile
from pmlapp.content.file.digests import of_reviews
from pmlapp.content.model import ArticleId, SignOff, SignOffKind, Withdrawal
from pmlapp.errors import ArticleNotFoundError


class ReviewRecords(NamedTuple):
    """What was recorded about one article, without its text."""

    sign_offs: tuple[SignOff, ...]
    withdrawal: Withdrawal | None
    text_sha256: str


class Checks(NamedTuple):
    """How many pages have a sign-off that holds for their text as it is now; withdrawn pages are left out of all."""

    pages: int
    checked: int
    """By an editor against the sources."""
    clinical: int
    """By a clinician."""
    overdue: int
    """Of those that hold, the clinical one of a page before the editorial."""
    oldest: date | None
    """When the first of the editorial checks was signed; None if there is none."""
    newest: date | None


class StoredReviews(ContentFile):
    """The review records of one content file."""

    def review_records(self, article_id: ArticleId, language: str | None = None) -> ReviewRecords:
        """What was recorded about one article: much cheaper than the article.

        Raises:
            ArticleNotFoundError: the library has no such article.
            DamagedPartError: the records are not as they were built.
        """
        with self._reading():
            rows = self._rows(
                "select number, text_sha256, reviews_sha256 from articles where id = ? and language = ?",
                (article_id, language or self._language),
                (int, str, bytes),
            )
            if rows:
                number, text_sha256, digest = rows[0]
                records = ReviewRecords(self._sign_offs(number), self._withdrawal(number), text_sha256)
                self._compare(f"the reviews of {article_id}", digest, lambda: of_reviews(*records))
                return records
        raise ArticleNotFoundError(article=article_id)

    def checks(self, today: date) -> Checks:
        """How many pages are checked, by whom and since when, on this day."""
        with self._reading():
            *counts, oldest, newest = self._row(
                """
                select (select count(*) from articles where number not in (select article from withdrawals)),
                       count(checked), count(clinical_due),
                       count(case when coalesce(clinical_due, editorial_due) < :today then 1 end),
                       coalesce(min(checked), ''), coalesce(max(checked), '')
                  from (
                    select max(case when kind = 'editorial' then signed_on end) as checked,
                           max(case when kind = 'editorial' then next_due end) as editorial_due,
                           max(case when kind = 'clinical' then next_due end) as clinical_due
                      from (
                        -- SQLite takes the other columns of a single max() from the row that holds it.
                        select number, sign_offs.kind as kind, signed_on, next_due, max(sign_offs.position)
                          from articles join sign_offs
                            on article = number and sign_offs.text_sha256 = articles.text_sha256
                         where sign_offs.kind in ('editorial', 'clinical')
                           and number not in (select article from withdrawals)
                         group by number, sign_offs.kind
                      ) group by number
                  )
                """,
                {"today": today.isoformat()},
                (int, int, int, int, str, str),
            )
            return Checks(*counts, *(date.fromisoformat(day) if day else None for day in (oldest, newest)))

    def _sign_offs(self, article: int) -> tuple[SignOff, ...]:
        rows = self._rows(
            """
            select reviewer, role, credentials, interests, evidence, kind, signed_on, next_due, text_sha256, note
              from sign_offs where article = ? order by position
            """,
            (article,),
        )
        return tuple(_sign_off(**row) for row in rows)

    def _withdrawal(self, article: int) -> Withdrawal | None:
        rows = self._rows("select reason, withdrawn_by, withdrawn_on from withdrawals where article = ?", (article,))
        for reason, by, on in rows:
            return Withdrawal(reason=reason, by=by, on=date.fromisoformat(on))
        return None


def _sign_off(*, kind: str, signed_on: str, next_due: str, **fields: str) -> SignOff:
    return SignOff(
        **fields,
        kind=SignOffKind(kind),
        signed_on=date.fromisoformat(signed_on),
        next_due=date.fromisoformat(next_due),
    ).checked()
