"""All reading that a search does in a content file; articles go by their number, which they keep for good."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple

from pmlapp.content.file.compression import unpacked
from pmlapp.content.file.digests import of_words
from pmlapp.content.file.schema import Stemmer
from pmlapp.content.file.stored_shelves import StoredShelves
from pmlapp.content.model import ArticleSummary, Code, Synonym

SearchTable = Literal["search_head", "search_body", "search_grams"]
"""Titles, names and questions; answers; or the letters of known words."""

SEARCH_TABLES: Final[tuple[SearchTable, ...]] = ("search_head", "search_body")
"""Those of the pages."""

_VALUES_IN_A_ROW: Final = 8

_LENGTHS: Final = """
    {number} >= (select min(first) from search_lengths where letters >= :shortest)
    and {number} < coalesce((select min(first) from search_lengths where letters > :longest), 1 << 62)
"""
"""Known words are numbered by their length."""


class SearchText(NamedTuple):
    """The parts of one article that a search shows or marks."""

    summary: ArticleSummary
    topic_title: str
    short_answer: str
    body: str
    """As far as it is looked at."""
    damaged: bool = False
    """Whether some word of it is not as it was built; then it says nothing but its id."""


class Heading(NamedTuple):
    """What a search ranks an article by, beside its words."""

    title: str
    question_type: str
    position: int
    """Its place in the order shown: what comes first of pages that are worth the same."""


class PageNames(NamedTuple):
    """What one article goes by, beside its title."""

    names: tuple[str, ...]
    also_asked: tuple[str, ...]
    """The ways in which people ask for it."""


class KnownWord(NamedTuple):
    """A word of the titles, names and questions, or one that people use for them."""

    word: str
    """In the spelling of the index."""
    shown: str
    """As people write it."""
    stem: str
    pages: int
    """How many articles hold it, or a form of it, in title, names or questions."""


class SearchTables(StoredShelves):
    """The rows that a search reads."""

    @cached_property
    def stemmer(self) -> Stemmer:
        """Cuts words to their stems as these tables do; it is closed with the file."""
        return self._to_close.enter_context(closing(Stemmer()))

    def synonyms(self) -> tuple[Synonym, ...]:
        """What people type, and what it means."""
        with self._reading():
            typed: dict[str, list[str]] = {}
            for means, words in self._rows("select means, typed from synonyms order by means, position"):
                typed.setdefault(means, []).append(words)
            synonyms = tuple((means, tuple(words)) for means, words in typed.items())
            self._compare_part("synonyms", synonyms)
            return tuple(Synonym(words=words, means=means) for means, words in synonyms)

    def medicines(self) -> tuple[str, ...]:
        """The names of medicines that the library knows."""
        with self._reading():
            medicines = tuple(name for (name,) in self._rows("select name from medicines order by name"))
            self._compare_part("medicines", medicines)
            return medicines

    def page_count(self) -> int:
        """How many articles there are."""
        with self._reading():
            (count,) = self._row("select count(*) from articles", (), (int,))
            return int(count)

    @cached_property
    def _topic_titles(self) -> dict[str, str]:
        return {topic.id: topic.title for topic in self.topics()}

    def numbers_named(self, start: str, *, limit: int) -> list[tuple[int, str]]:
        """Articles of which a title or name begins with ``start``, with that title or name, in the alphabet's order.

        Small and capital letters of ASCII are the same here.  Other letters are so, and lose
        their accents, in the file; ``start`` has to come without capitals and accents too.
        """
        with self._reading():
            rows = self._rows(
                """
                select * from (
                    select number, title as name from articles
                     where title >= :start collate nocase and title < :end collate nocase
                     order by title collate nocase limit :limit
                ) union all select * from (
                    select article, names.name from names join article_names on article_names.name = names.number
                     where names.name >= :start collate nocase and names.name < :end collate nocase
                     order by names.name collate nocase limit :limit
                ) union all select * from (
                    select article, name from search_plain_names
                     where name >= :start and name < :end order by name limit :limit
                )
                """,
                {"start": start, "end": start + chr(0x10FFFF), "limit": limit},
                (int, str),
            )
            return [(number, name) for number, name in rows]

    def numbers_coded(self, code: str, *, begins: bool, limit: int) -> list[int]:
        """Articles with a code, or with one that ``begins`` so; codes as ``a812``: small letters and digits alone."""
        end = code + chr(0x10FFFF) if begins else code
        with self._reading():
            rows = self._rows(
                "select article from search_codes where code >= ? and code <= ? order by code, article limit ?",
                (code, end, limit),
                (int,),
            )
            return list(dict.fromkeys(number for (number,) in rows))

    def codes_beside(self, code: str, systems: Sequence[str]) -> tuple[Code, ...]:
        """The codes of some classifications on the pages with ``code``, which is as `numbers_coded` wants it."""
        places = ", ".join("?" * len(systems))
        with self._reading():
            rows = self._rows(
                f"""
                select system, value from codes
                 where article in (select article from search_codes where code = ?) and system in ({places})
                """,
                (code, *systems),
                (str, str),
            )
            return tuple(Code(system, value) for system, value in rows)

    def count_matching(self, table: SearchTable, expression: str) -> int:
        """In how many articles an FTS5 expression is found."""
        with self._reading():
            (count,) = self._row(f"select count(*) from {table} where {table} match ?", (expression,), (int,))
            return int(count)

    def holds(self, table: SearchTable, expression: str) -> bool:
        """Whether an FTS5 expression is found in any article."""
        return bool(self.numbers_matching(table, expression, limit=1))

    def numbers_matching(self, table: SearchTable, expression: str, *, limit: int) -> list[int]:
        """Articles in which an FTS5 expression is found, by number."""
        with self._reading():
            rows = self._rows(f"select rowid from {table} where {table} match ? limit ?", (expression, limit), (int,))
            return [number for (number,) in rows]

    def scores(self, table: SearchTable, expression: str, *, limit: int) -> list[tuple[int, float]]:
        """Articles in which an FTS5 expression is found, best first, with bm25 turned so that larger is better.

        Source: https://sqlite.org/fts5.html#the_bm25_function
        """
        with self._reading():
            rows = self._rows(
                f"select rowid, -bm25({table}) as score from {table} where {table} match ? order by score desc limit ?",
                (expression, limit),
                (int, float),
            )
            return [(number, score) for number, score in rows]

    def headings(self, numbers: Sequence[int]) -> dict[int, Heading]:
        """Title, kind and place of each of the articles, at most a few hundred of them."""
        with self._reading():
            sought = _in_full_rows(numbers)
            rows = self._rows(
                f"select number, title, question_type, position from articles where number in ({_places(sought)})",
                sought,
                (int, str, str, int),
            )
            found = {number: Heading(title, kind, place) for number, title, kind, place in rows}
            if len(found) < len(numbers):
                raise ValueError("the index names an article that is not there")
            return found

    def numbers_of_kinds(self, kinds: Sequence[str], *, limit: int) -> list[int]:
        """Articles that answer one of these kinds of question, in the order shown."""
        with self._reading():
            rows = self._rows(
                f"select number from articles where question_type in ({_places(kinds)}) order by position limit ?",
                (*kinds, limit),
                (int,),
            )
            return [number for (number,) in rows]

    def names_of(self, numbers: Sequence[int]) -> dict[int, PageNames]:
        """What each of at most a few hundred articles goes by."""
        names = defaultdict[tuple[int, str], list[str]](list)
        sought = _in_full_rows(numbers)
        with self._reading():
            rows = self._rows(
                f"""
                select article, kind, names.name
                  from article_names join names on names.number = article_names.name
                 where article in ({_places(sought)}) order by article, position
                """,
                sought,
                (int, str, str),
            )
        for article, kind, name in rows:
            names[article, kind].append(name)
        return {
            number: PageNames(tuple(names[number, "name"]), tuple(names[number, "also asked"])) for number in numbers
        }

    def search_texts(
        self, numbers: Sequence[int], names: Mapping[int, PageNames], *, characters: int
    ) -> dict[int, SearchText]:
        """What a search shows of each of at most a few hundred articles, its answer up to some ``characters``.

        Args:
            numbers: of the articles.
            names: of each of them, from `names_of`.
            characters: of the answer that are looked at.
        """
        sought = _in_full_rows(numbers)
        with self._reading():
            titles = self._topic_titles
            rows = self._rows(
                f"""
                select number, id, topic, title, question_type, short_answer, body, words_sha256
                  from articles join page_texts on article = number where number in ({_places(sought)})
                """,
                sought,
                (int, *[str] * 5, str | bytes, bytes),
            )
            if len(rows) < len(set(numbers)):
                raise ValueError("the index names an article that is not there")
            found = {}
            for number, id_, topic, title, kind, short_answer, body, digest in rows:
                summary = ArticleSummary(id=id_, topic=topic, title=title, question_type=kind)
                text = unpacked(body, self._dictionary)
                called = names[number]
                if self._has_digests and digest != of_words(title, short_answer, *called, text):
                    found[number] = SearchText(summary._replace(title=""), "", "", "", damaged=True)
                    continue
                found[number] = SearchText(summary, titles[topic], short_answer, text[:characters])
            return found

    def known_words(self, words: Iterable[str]) -> dict[str, KnownWord]:
        """Those of at most a few thousand words that the library knows, by the word."""
        sought = _in_full_rows(tuple(words))
        with self._reading():
            rows = self._rows(
                f"select word, shown, stem, pages from search_words where word in ({_places(sought)})",
                sought,
                (str, str, str, int),
            )
            return {row["word"]: _known(row) for row in rows}

    def knows_a_word_from(self, start: str) -> bool:
        """Whether the library knows a word that begins with ``start``."""
        with self._reading():
            query = "select word from search_words where word >= ? and word < ? limit 1"
            return bool(self._rows(query, (start, start + chr(0x10FFFF))))

    def words_from(self, starts: Iterable[str], *, shortest: int, longest: int) -> list[KnownWord]:
        """Known words that begin with one of ``starts`` and have ``shortest`` to ``longest`` letters."""
        with self._reading():
            rows = [
                row
                for start in starts
                for row in self._rows(
                    f"""
                    select word, shown, stem, pages from search_words
                     where word >= :start and word < :end and {_LENGTHS.format(number="+number")}
                    """,
                    {"start": start, "end": start + chr(0x10FFFF), "shortest": shortest, "longest": longest},
                    (str, str, str, int),
                )
            ]
            return [_known(row) for row in rows]

    def words_with(self, grams: Iterable[str], *, shortest: int, longest: int, limit: int) -> list[KnownWord]:
        """Known words that hold some of these groups of three letters, those with the rarest and most first.

        The beginning of a word counts as a letter, ``^``, and so does its end, ``$``;
        not so in the lengths of the ``shortest`` and ``longest`` words wanted.
        """
        expression = " OR ".join(f'"{gram}"' for gram in grams)
        with self._reading():
            rows = self._rows(
                f"""
                select word, shown, stem, pages from search_words where number in (
                    select rowid from search_grams where search_grams match :grams and {_LENGTHS.format(number="rowid")}
                     order by bm25(search_grams) limit :limit
                )
                """,
                {"grams": expression, "shortest": shortest, "longest": longest, "limit": limit},
                (str, str, str, int),
            )
            return [_known(row) for row in rows]


def _known(row: Any) -> KnownWord:
    word, shown, stem, pages = row
    return KnownWord(word, shown or word, stem, pages)


def _in_full_rows(values: Sequence[object]) -> list[object]:
    """The values, the last repeated, as many as some other list has had: SQLite need not read the statement again."""
    return [*values, *[values[-1]] * (-len(values) % _VALUES_IN_A_ROW)] if len(values) > 1 else [*values]


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))
