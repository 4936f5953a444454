"""All reading of a content file."""

import sqlite3
import stat
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from time import monotonic
from typing import Any, Final

from pmlapp.content.compression import unpacked
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    ArticleSummary,
    Code,
    GlossaryTerm,
    Library,
    Media,
    Provenance,
    QuestionType,
    RelatedQuestion,
    SignOff,
    SignOffKind,
    Source,
    SourceKey,
    Synonym,
    TermKey,
    Topic,
    TopicId,
)
from pmlapp.content.schema import APPLICATION_ID, SCHEMA_VERSION, digest_of, foreign_object
from pmlapp.errors import ArticleNotFoundError, MissingContentError, NewerContentError, UnreadableContentError

_LONGEST_READ_SECONDS: Final = 5.0
"""Nothing asked of a sound file takes a tenth of it; a damaged one may lead SQLite in circles."""

_STEPS_BETWEEN_LOOKS_AT_THE_CLOCK: Final = 500_000

# What a damaged file makes of a read: SQLite's own errors, text that is no UTF-8, bytes that do
# not unpack, and values that no field of the model may hold.
_DAMAGE: Final = (sqlite3.Error, zlib.error, ValueError, TypeError, OverflowError, MemoryError)

_LIMITS: Final = {
    sqlite3.SQLITE_LIMIT_LENGTH: 16 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 5,
    sqlite3.SQLITE_LIMIT_VDBE_OP: 25_000,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}

_FUNCTIONS: Final = frozenset({"bm25", "count", "min", "max"})
_PRAGMAS: Final = frozenset({"data_version", "integrity_check"})


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a library holds."""

    topics: int
    articles: int
    sources: int
    terms: int


@dataclass(frozen=True, slots=True)
class SearchText:
    """The parts of one article that a search looks at."""

    summary: ArticleSummary
    topic_title: str
    names: tuple[str, ...]
    """What the article is called and how people ask for it, its title left out."""
    short_answer: str
    body: str


class ContentStore:
    """The rows of one content file, as values of the model.

    The file is opened read-only and taken as unchanging, so it may lie on
    read-only media.  Not thread-safe: a store belongs to the thread that
    made it.  Every method raises `UnreadableContentError` if the file turns
    out to be damaged where it reads.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._db = connection
        self._deadline = 0.0
        self._dictionary = b""
        self._language = ""

    @classmethod
    def open(cls, path: Path) -> "ContentStore":
        """Open the content file at ``path``.

        Raises:
            MissingContentError: there is nothing at that path.
            UnreadableContentError: it is no content file, or is damaged.
            NewerContentError: a later version of this program made it.
        """
        _refuse_other_files(path)
        uri = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        try:
            store = cls(path, sqlite3.connect(uri, uri=True, isolation_level=None))
        except sqlite3.Error as error:
            raise UnreadableContentError(path=path, cause=str(error)) from error
        try:
            store._harden()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Let go of the file; nothing can be read from the store after that."""
        self._db.close()

    def library(self) -> Library:
        """What the file says of itself."""
        with self._reading():
            row = self._db.execute(
                "select title, subject, language, publisher, licence, digest from library"
            ).fetchone()
            title, subject, language, publisher, licence, digest = row
            return Library(
                title=title, subject=subject, language=language, publisher=publisher, licence=licence, digest=digest
            )

    def topics(self) -> tuple[Topic, ...]:
        """The topics in the order shown."""
        with self._reading():
            return tuple(
                Topic(id=TopicId(key), title=title, description=description, icon=icon)
                for key, title, description, icon in self._db.execute(
                    "select id, title, description, icon from topics order by position"
                )
            )

    def summaries(self, topic: TopicId | None = None) -> tuple[ArticleSummary, ...]:
        """The articles, or those of one topic, in the order shown."""
        with self._reading():
            return tuple(
                _summary(*row)
                for row in self._db.execute(
                    """
                    select id, topic, title, question_type from articles
                     where :topic is null or topic = :topic
                     order by number
                    """,
                    {"topic": topic},
                )
            )

    def article(self, article_id: ArticleId, language: str | None = None) -> Article:
        """One article with all that belongs to it, in the language asked for or else the library's own.

        Raises:
            ArticleNotFoundError: the library has no such article.
        """
        with self._reading():
            row = self._db.execute(
                """
                select number, id, language, topic, title, kind, question_type, short_answer, body, provenance,
                       evidence_checked, licence
                  from articles where id = :id and language = :language
                """,
                {"id": article_id, "language": language or self._language},
            ).fetchone()
            if row is not None:
                return self._article(*row)
        raise ArticleNotFoundError(article=article_id)

    def glossary(self) -> tuple[GlossaryTerm, ...]:
        """Every hard word, in the order of the alphabet."""
        with self._reading():
            return tuple(
                self._term(*row)
                for row in self._db.execute("select key, word, meaning from glossary order by word collate nocase, key")
            )

    def term(self, key: TermKey) -> GlossaryTerm | None:
        """One hard word, or None if the glossary lacks it."""
        with self._reading():
            row = self._db.execute("select key, word, meaning from glossary where key = ?", (key,)).fetchone()
            return None if row is None else self._term(*row)

    def media(self, name: str) -> Media | None:
        """One picture, or None if the file lacks it."""
        with self._reading():
            row = self._db.execute("select name, media_type, data from media where name = ?", (name,)).fetchone()
            return None if row is None else Media(name=row[0], media_type=row[1], data=bytes(row[2]))

    def synonyms(self) -> tuple[Synonym, ...]:
        """What people type, and what it means."""
        with self._reading():
            typed: dict[str, list[str]] = {}
            for means, words in self._db.execute("select means, typed from synonyms order by means, position"):
                typed.setdefault(means, []).append(words)
            return tuple(Synonym(words=tuple(words), means=means) for means, words in typed.items())

    def counts(self) -> Counts:
        """How much the library holds."""
        with self._reading():
            return Counts(
                *self._db.execute(
                    """
                    select (select count(*) from topics), (select count(*) from articles),
                           (select count(*) from sources), (select count(*) from glossary)
                    """
                ).fetchone()
            )

    def evidence_dates(self) -> tuple[date, date] | None:
        """The oldest and the newest day on which citations were checked; None if no day is known."""
        with self._reading():
            oldest, newest = self._db.execute(
                "select min(evidence_checked), max(evidence_checked) from articles"
            ).fetchone()
            return None if oldest is None else (date.fromisoformat(oldest), date.fromisoformat(newest))

    def verify(self) -> None:
        """Read the whole file and compare its digest; takes a second for each 20 MB or so.

        Raises:
            UnreadableContentError: something in it is not as it was built.
        """
        with self._reading(limit_seconds=600):
            (result,) = self._db.execute("pragma integrity_check(1)").fetchone()
            if result != "ok":
                raise ValueError(result)
            (recorded,) = self._db.execute("select digest from library").fetchone()
            if digest_of(self._db) != recorded:
                raise ValueError("the rows do not have the digest that the file names")

    @contextmanager
    def _reading(self, limit_seconds: float = _LONGEST_READ_SECONDS) -> Iterator[None]:
        self._deadline = monotonic() + limit_seconds
        try:
            yield
        except sqlite3.ProgrammingError:
            raise  # such as the use of a closed store: our mistake, not the file's
        except _DAMAGE as error:
            raise UnreadableContentError(path=self.path, cause=str(error)) from error

    def _harden(self) -> None:
        """Make the connection unable to do more than read our tables.

        Source: https://sqlite.org/security.html
        """
        with self._reading():
            for setting in ("trusted_schema=off", "cell_size_check=on", "query_only=on", "mmap_size=0"):
                self._db.execute(f"pragma {setting}")
            for limit, value in _LIMITS.items():
                self._db.setlimit(limit, value)
            self._db.set_progress_handler(self._out_of_time, _STEPS_BETWEEN_LOOKS_AT_THE_CLOCK)
            if (name := foreign_object(self._db)) is not None:
                raise ValueError(f"the schema is not ours: {name}")
            self._language, self._dictionary = self._db.execute("select language, dictionary from library").fetchone()
            # FTS5 declares its tables at the first query, which the authorizer would refuse.
            self._db.execute("select rowid from search_head where search_head match '\"a\"' limit 1").fetchone()
            self._db.execute("select rowid from search_body where search_body match '\"a\"' limit 1").fetchone()
            self._db.set_authorizer(_only_reading)

    def _out_of_time(self) -> bool:
        return monotonic() > self._deadline

    def _article(
        self,
        number: int,
        key: str,
        language: str,
        topic: str,
        title: str,
        kind: str,
        question_type: str,
        short_answer: str,
        body: str | bytes,
        provenance: str,
        evidence_checked: str | None,
        licence: str,
    ) -> Article:
        return Article(
            id=ArticleId(key),
            language=language,
            topic=TopicId(topic),
            title=title,
            kind=ArticleKind(kind),
            question_type=QuestionType(question_type),
            short_answer=short_answer,
            body=unpacked(body, self._dictionary),
            provenance=Provenance(provenance),
            evidence_checked=date.fromisoformat(evidence_checked) if evidence_checked else None,
            licence=licence,
            also_asked=self._names(number, "also asked"),
            names=self._names(number, "name"),
            codes=tuple(
                Code(system=system, value=value)
                for system, value in self._rows(
                    "select system, value from codes where article = ? order by position", number
                )
            ),
            related=tuple(
                RelatedQuestion(to=ArticleId(to), title=title, reason=reason)
                for to, title, reason in self._rows(
                    """
                    select articles.id, articles.title, reason
                      from related join articles on articles.number = leads_to
                     where article = ? order by position
                    """,
                    number,
                )
            ),
            sources=tuple(
                Source(
                    key=SourceKey(key), title=title, publisher=publisher, published=published, url=url, licence=licence
                )
                for key, title, publisher, published, url, licence in self._rows(
                    """
                    select key, title, publisher, published, url, licence
                      from citations join sources on key = source
                     where article = ? order by number
                    """,
                    number,
                )
            ),
            sign_offs=tuple(
                SignOff(
                    reviewer=reviewer,
                    role=role,
                    kind=SignOffKind(kind),
                    signed_on=date.fromisoformat(signed_on),
                    next_due=date.fromisoformat(next_due),
                    text_sha256=text_sha256,
                )
                for reviewer, role, kind, signed_on, next_due, text_sha256 in self._rows(
                    """
                    select reviewer, role, kind, signed_on, next_due, text_sha256
                      from sign_offs where article = ? order by position
                    """,
                    number,
                )
            ),
        )

    def _names(self, article: int, kind: str) -> tuple[str, ...]:
        return tuple(
            name
            for (name,) in self._rows(
                """
                select names.name from article_names join names on names.number = article_names.name
                 where article = ? and kind = ? order by position
                """,
                article,
                kind,
            )
        )

    def _term(self, key: str, word: str, meaning: str) -> GlossaryTerm:
        forms = self._rows("select form from word_forms where term = ? order by position", key)
        return GlossaryTerm(key=TermKey(key), word=word, meaning=meaning, also=tuple(form for (form,) in forms))

    def _rows(self, query: str, *values: object) -> list[Any]:
        return self._db.execute(query, values).fetchall()


def _summary(key: str, topic: str, title: str, question_type: str) -> ArticleSummary:
    return ArticleSummary(
        id=ArticleId(key), topic=TopicId(topic), title=title, question_type=QuestionType(question_type)
    )


def _refuse_other_files(path: Path) -> None:
    """Look at the first 100 bytes, so that a wrong file gets the right sentence before SQLite sees it.

    Source: https://sqlite.org/fileformat.html#the_database_header
    """
    try:
        state = path.stat()
        if not stat.S_ISREG(state.st_mode):
            # Opening a pipe would wait for somebody to write into it.
            raise UnreadableContentError(path=path, cause="it is not a regular file")
        with path.open("rb") as file:
            header = file.read(100)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise MissingContentError(path=path) from error
    except OSError as error:
        raise UnreadableContentError(path=path, cause=str(error)) from error
    if len(header) < 100 or not header.startswith(b"SQLite format 3\0"):
        raise UnreadableContentError(path=path, cause="it is not an SQLite file")
    (page_size,) = struct.unpack_from(">H", header, 16)
    (pages,) = struct.unpack_from(">I", header, 28)
    (version,) = struct.unpack_from(">I", header, 60)
    (application,) = struct.unpack_from(">I", header, 68)
    if application != APPLICATION_ID:
        raise UnreadableContentError(path=path, cause=f"another program made it: application id {application:#010x}")
    if version > SCHEMA_VERSION:
        raise NewerContentError(path=path, found=version, supported=SCHEMA_VERSION)
    if version != SCHEMA_VERSION:
        raise UnreadableContentError(path=path, cause=f"its schema is {version}, which was never published")
    # A page size of 65,536 does not fit two bytes and is written as 1.
    if state.st_size != pages * (65_536 if page_size == 1 else page_size):
        raise UnreadableContentError(path=path, cause=f"it is {state.st_size} bytes long and should not be")


def _only_reading(action: int, first: str | None, second: str | None, _database: str | None, _by: str | None) -> int:
    match action:
        case sqlite3.SQLITE_SELECT | sqlite3.SQLITE_READ:
            return sqlite3.SQLITE_OK
        case sqlite3.SQLITE_FUNCTION if second in _FUNCTIONS:
            return sqlite3.SQLITE_OK
        case sqlite3.SQLITE_PRAGMA if first in _PRAGMAS:
            return sqlite3.SQLITE_OK
        case _:
            return sqlite3.SQLITE_DENY
