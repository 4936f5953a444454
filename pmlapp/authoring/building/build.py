"""All writing of a content file: the values of a library become rows, indexed and packed."""

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Final

from sqlite_utils import Database

from pmlapp.authoring.building.dictionary import shared_dictionary
from pmlapp.authoring.building.search_index import Progress, fill_search_tables
from pmlapp.authoring.reviews.withdrawn import without_withdrawn_text
from pmlapp.authoring.sources.policy import refuse_unready
from pmlapp.authoring.sources.sign_off import with_hashes
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.file.block_json import to_json
from pmlapp.content.file.compression import packed
from pmlapp.content.file.schema import create_tables, digest_of
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.model import Article, Source
from pmlapp.content.source_address import address_to_open
from pmlapp.errors import CannotWriteError, MarkdownRefusedError
from pmlapp.library.pages.trusted_day import newest_record

_PACKED_FROM_CHARACTERS: Final = 1_000_000
"""Below, the pages stay plain text: what they would save is less than the rest of the file,
and whoever opens it with another program can read them."""

_NO_DIGEST_YET: Final = "0" * 64
_BEFORE_ALL_RECORDS: Final = date(1970, 1, 1)

_DISK_FAILURES: Final = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
)

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built."""

    digest: str
    articles: int
    words: int
    """In titles, short answers and bodies."""
    bytes: int
    """The size of the file."""


def build(
    sources: LibrarySources, output: Path, *, draft: bool = False, progress: Progress | None = None
) -> BuildReport:
    """Write the library to ``output`` as one content file.

    A draft is built without regard to what the library's policy asks for, and says on every page that it is one.

    The same sources, SQLite and zlib give the same bytes.  The file appears
    whole or not at all: it is made beside ``output`` and then put in its place.

    Raises:
        ReleaseRefusedError: the policy asks for reviews that articles lack; nothing was written.
        CannotWriteError: no space, no permission, no such folder; what was at ``output`` is unchanged.
    """
    sources = replace(sources, articles=with_hashes(sources.articles, sources.glossary, sources.media))
    if not draft:
        refuse_unready(sources.articles, sources.policy)
    unfinished = output.with_name(f".{output.name}.{os.getpid()}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        report = _write(without_withdrawn_text(sources), unfinished, draft, progress or _silent)
        _put_in_place(unfinished, output)
    except OSError as error:
        raise CannotWriteError(path=output, reason=error.strerror or str(error)) from error
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF not in _DISK_FAILURES:
            raise
        raise CannotWriteError(path=output, reason=str(error)) from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
    return report


def _write(sources: LibrarySources, path: Path, draft: bool, progress: Progress) -> BuildReport:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # A build that is cut off is thrown away whole: it needs no journal on the disk.
        connection.execute("pragma journal_mode = memory")
        connection.execute("pragma foreign_keys = on")
        database = Database(connection, execute_plugins=False)
        with database.atomic():
            create_tables(connection)
            _insert_shelves(database, sources)
            _insert_articles(database, sources, draft=draft)
            words = fill_search_tables(connection, sources, progress)
            digest = digest_of(connection)
            database.table("library").update(1, {"digest": digest})
        connection.execute("vacuum")
    return BuildReport(digest=digest, articles=len(sources.articles), words=words, bytes=path.stat().st_size)


def _insert_shelves(database: Database, sources: LibrarySources) -> None:
    """What articles stand on or lean on: topics, sources, words, pictures."""
    _insert(database, "topics", _placed(_row(topic, "id title description icon") for topic in sources.topics))
    _insert(database, "sources", map(_source_row, sources.sources))
    _insert(database, "glossary", (_row(term, "key word meaning") for term in sources.glossary))
    _insert(
        database,
        "word_forms",
        (row for term in sources.glossary for row in _placed({"term": term.key, "form": form} for form in term.also)),
    )
    typed: dict[str, list[str]] = {}
    for synonym in sources.synonyms:
        typed.setdefault(synonym.means, []).extend(synonym.words)
    _insert(
        database,
        "synonyms",
        (row for means, words in typed.items() for row in _placed({"means": means, "typed": word} for word in words)),
    )
    _insert(database, "medicines", ({"name": name} for name in dict.fromkeys(sources.medicines)))
    _insert(database, "media", (_row(media, "name media_type data") for media in sources.media))


def _source_row(source: Source) -> dict[str, Any]:
    # Whatever reads the file finds the address to open in one column, made from the DOI where it must be.
    url = address_to_open(source) or source.url
    return {**_row(source, "key title publisher published licence"), "url": url}


def _insert_articles(database: Database, sources: LibrarySources, *, draft: bool) -> None:
    numbered = list(enumerate(sources.articles, start=1))
    numbers = {(article.id, article.language): number for number, article in numbered}
    bodies = [article.body for article in sources.articles]
    large = sum(len(body) for body in bodies) >= _PACKED_FROM_CHARACTERS
    dictionary = shared_dictionary(bodies) if large else b""
    _insert_library(database, sources, draft=draft, dictionary=dictionary)
    _insert(
        database,
        "articles",
        (
            {
                "number": number,
                **_row(article, "id language topic title kind question_type short_answer provenance"),
                "evidence_checked": article.evidence_checked and article.evidence_checked.isoformat(),
                "licence": article.licence,
                # Only signatures are compared with it, and not small: of a page that nobody signed it is not kept.
                "text_sha256": article.text_sha256 if article.sign_offs else "",
                "body": packed(article.body, dictionary) if large else article.body,
            }
            for number, article in numbered
        ),
    )

    if not large:
        # In a large library they would take up what packing the pages saves.
        _insert(database, "page_blocks", _page_blocks(numbered))

    def of_each(rows_of: Callable[[Article], Iterable[Row]]) -> Iterator[Row]:
        return ({"article": number, **row} for number, article in numbered for row in rows_of(article))

    names = {name: number for number, name in enumerate(_all_names(sources), start=1)}
    _insert(database, "names", ({"number": number, "name": name} for name, number in names.items()))
    _insert(
        database,
        "article_names",
        of_each(
            lambda article: _placed(
                {"kind": kind, "name": names[name]}
                for kind, group in (("name", article.names), ("also asked", article.also_asked))
                for name in group
            )
        ),
    )
    _insert(
        database,
        "related",
        of_each(
            lambda article: _placed(
                {"leads_to": numbers[related.to, article.language], "reason": related.reason}
                for related in article.related
            )
        ),
    )
    _insert(
        database,
        "citations",
        of_each(
            lambda article: (
                {"number": number, "source": source.key} for number, source in enumerate(article.sources, start=1)
            )
        ),
    )
    _insert(database, "codes", of_each(lambda article: _placed(_row(code, "system value") for code in article.codes)))
    _insert(
        database,
        "sign_offs",
        of_each(
            lambda article: _placed(
                {
                    **_row(sign_off, "reviewer role credentials interests evidence kind text_sha256 note"),
                    "signed_on": sign_off.signed_on.isoformat(),
                    "next_due": sign_off.next_due.isoformat(),
                }
                for sign_off in article.sign_offs
            )
        ),
    )
    _insert(
        database,
        "withdrawals",
        (
            {"article": number, "reason": gone.reason, "withdrawn_by": gone.by, "withdrawn_on": gone.on.isoformat()}
            for number, article in numbered
            for gone in (article.withdrawal,)
            if gone is not None
        ),
    )


def _insert_library(database: Database, sources: LibrarySources, *, draft: bool, dictionary: bytes) -> None:
    newest = newest_record(sources.articles) or _BEFORE_ALL_RECORDS
    _insert(
        database,
        "library",
        [
            {
                "id": 1,
                **_row(sources, "title subject language publisher licence emergency_signs"),
                "digest": _NO_DIGEST_YET,
                "newest": newest.isoformat(),
                **_row(sources.policy, "release overdue grace_days"),
                "draft": int(draft),
                "dictionary": dictionary,
            }
        ],
    )


def _page_blocks(numbered: list[tuple[int, Article]]) -> Iterator[Row]:
    """Each body as blocks; none for a text that its reader will be told cannot be shown."""
    parser = ArticleParser()
    for number, article in numbered:
        with suppress(MarkdownRefusedError):
            yield {"article": number, "blocks": to_json(parser.parse(article.body).blocks)}


def _all_names(sources: LibrarySources) -> dict[str, None]:
    """Each name and way of asking once, in the order met: many pages share theirs."""
    return dict.fromkeys(
        name for article in sources.articles for group in (article.names, article.also_asked) for name in group
    )


def _insert(database: Database, table: str, rows: Iterable[Row]) -> None:
    database.table(table).insert_all(rows)


def _placed(rows: Iterable[Row]) -> Iterator[Row]:
    return ({"position": position, **row} for position, row in enumerate(rows, start=1))


def _row(value: object, fields: str) -> Row:
    return {field: getattr(value, field) for field in fields.split()}


def _put_in_place(unfinished: Path, output: Path) -> None:
    _to_disk(unfinished)
    unfinished.replace(output)
    if os.name == "posix":  # elsewhere a folder cannot be opened, and need not be
        _to_disk(output.absolute().parent)


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _silent(_done: int, _of: int) -> None:
    """Progress that nobody watches."""
