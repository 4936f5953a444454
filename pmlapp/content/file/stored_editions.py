"""What a content file keeps for the edition that follows it, and of those before."""

from functools import partial
from typing import NamedTuple

from pmlapp.content.edition import EarlierText, edition_order
from pmlapp.content.file.compression import unpacked
from pmlapp.content.file.content_file import ContentFile
from pmlapp.content.file.digests import of_values
from pmlapp.content.model import ArticleId
from pmlapp.errors import ArticleNotFoundError


class FormerPage(NamedTuple):
    """A page that an earlier edition had; nobody else gets its number."""

    number: int
    id: str
    language: str
    title: str
    edition: str
    """The last one that had it."""


class Numbers(NamedTuple):
    """What was numbered, once and for all."""

    pages: dict[tuple[str, str], int]
    """By id and language."""
    positions: dict[tuple[str, str], int]
    """By id and language, of the pages that are there: the places in the order shown."""
    last_page: int
    names: dict[str, int]
    last_name: int
    words: dict[str, int]
    """Those that the search knows."""
    last_words: dict[int, int]
    """The highest number ever given to a word of so many letters."""


class StoredEditions(ContentFile):
    """The numbers of one content file, and what its pages said before."""

    def number_of(self, article_id: ArticleId, language: str | None = None) -> int:
        """The number of an article, which it keeps in every edition.

        Raises:
            ArticleNotFoundError: the library has no such article.
        """
        with self._reading():
            rows = self._rows(
                "select number from articles where id = ? and language = ?",
                (article_id, language or self._language),
                (int,),
            )
            if rows:
                return int(rows[0][0])
        raise ArticleNotFoundError(article=article_id)

    def library_id(self) -> str:
        """The name of the library that stays through all its editions; "" if it has none."""
        with self._reading():
            return str(self._row("select id from library")[0])

    def last_page(self) -> int:
        """The highest number ever given to a page; 0 in a file of format 3, which counts its pages each time."""
        with self._reading():
            return int(self._row("select last_page from library", (), (int,))[0]) if self._has_digests else 0

    def page_numbered(self, number: int) -> tuple[ArticleId, str] | None:
        """The id and language of the page with this number; None if no page has it."""
        with self._reading():
            rows = self._rows("select id, language from articles where number = ?", (number,), (str, str))
            return (ArticleId(rows[0][0]), rows[0][1]) if rows else None

    def numbered_pages(self) -> tuple[tuple[int, str, str, str], ...]:
        """Number, id, language and title of each page, by number."""
        with self._reading():
            rows = self._rows("select number, id, language, title from articles order by number", (), (int, *[str] * 3))
            return tuple((number, id_, language, title) for number, id_, language, title in rows)

    def page_digests(self) -> dict[ArticleId, bytes]:
        """The digest of each page in the order of the pages: the same as long as nothing of it changed; "" in format 3.

        Of the pages in the library's own language.
        """
        with self._reading():
            digest = "sha256" if self._has_digests else "cast('' as blob)"
            rows = self._rows(
                f"select id, {digest} as digest from articles where language = ? order by position",
                (self._language,),
                (str, bytes),
            )
            return {ArticleId(id_): found for id_, found in rows}

    def former_pages(self) -> tuple[FormerPage, ...]:
        """The pages that this library has no more, by number."""
        with self._reading():
            rows = self._rows(
                "select number, id, language, title, edition from former_pages order by number",
                (),
                (int, str, str, str, str),
            )
            return tuple(FormerPage(*row) for row in rows)

    def former_page(self, number: int) -> FormerPage | None:
        """The page that had this number and is gone; None if there was none."""
        return next((each for each in self.former_pages() if each.number == number), None)

    def earlier_texts(self, article_id: ArticleId, language: str | None = None) -> tuple[EarlierText, ...]:
        """What an article said in earlier editions, the newest first; none if it was never changed.

        Raises:
            DamagedPartError: one of them is not as it was built.
        """
        with self._reading():
            rows = self._rows(
                """
                select earlier_texts.edition, earlier_texts.title, earlier_texts.short_answer, earlier_texts.body,
                       reason, earlier_texts.sha256
                  from earlier_texts join articles on number = article
                 where id = ? and language = ?
                """,
                (article_id, language or self._language),
                (str, str, str, str | bytes, str, bytes),
            )
            found = []
            for edition, title, short_answer, body, reason, digest in rows:
                text = EarlierText(edition, title, short_answer, unpacked(body, self._dictionary), reason)
                self._compare(f"an earlier text of {article_id}", digest, partial(of_values, "earlier", text))
                found.append(text)
            return tuple(sorted(found, key=lambda text: edition_order(text.edition), reverse=True))

    def numbers(self) -> Numbers:
        """Everything that has a number, for the edition that follows."""
        with self._reading():
            last_page, last_name = self._row("select last_page, last_name from library", (), (int, int))
            pages = self._rows("select id, language, number, position from articles", (), (str, str, int, int))
            names = self._rows("select name, number from names", (), (str, int))
            words = last_words = []
            if self._has_digests:  # before, a word was numbered by its place
                words = self._rows("select word, number from search_words", (), (str, int))
                last_words = self._rows("select letters, last from search_lengths", (), (int, int))
            former = {(each.id, each.language): each.number for each in self.former_pages()}
            return Numbers(
                pages=former | {(id_, language): number for id_, language, number, _ in pages},
                positions={(id_, language): position for id_, language, _, position in pages},
                last_page=last_page,
                names=dict(tuple(row) for row in names),
                last_name=last_name,
                words=dict(tuple(row) for row in words),
                last_words=dict(tuple(row) for row in last_words),
            )

    def dictionary(self) -> bytes:
        """What the packed pages have in common; empty if they are not packed."""
        return bytes(self._dictionary)
