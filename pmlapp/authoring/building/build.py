"""All writing of a content file: the values of a library become rows, indexed and packed."""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from sqlite_utils import Database

from pmlapp.authoring.building.apostrophes import with_printed_apostrophes
from pmlapp.authoring.building.edition import Edition, edition_of
from pmlapp.authoring.building.page_rows import dictionary_of, insert_pages
from pmlapp.authoring.building.rows import BESIDE, Part, insert, row
from pmlapp.authoring.building.search_index import Progress, fill_search_tables
from pmlapp.authoring.building.shelf_rows import characters_of, insert_cards, insert_shelves
from pmlapp.authoring.reviews.withdrawn import without_withdrawn_text
from pmlapp.authoring.sources.policy import refuse_unready
from pmlapp.authoring.sources.sign_off import with_hashes
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.edition import UNDATED
from pmlapp.content.file.digests import of_file, of_values
from pmlapp.content.file.schema import create_tables
from pmlapp.content.model import Library
from pmlapp.errors import CannotWriteError, UnfinishedPagesError
from pmlapp.library.pages.trusted_day import BEFORE_ALL_RECORDS, newest_record
from pmlapp.library.search.letters import FOLDING

_DISK_FAILURES: Final = frozenset(
    {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM}
)


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What was built."""

    edition: str
    digest: str
    articles: int
    words: int
    """In titles, short answers and bodies."""
    bytes: int
    """The size of the file."""


def build(
    sources: LibrarySources,
    output: Path,
    *,
    previous: Path | None = None,
    draft: bool = False,
    progress: Progress | None = None,
) -> BuildReport:
    """Write the library to ``output`` as one content file.

    The same sources, the same ``previous``, SQLite and zlib give the same bytes.  The file
    appears whole or not at all: it is made beside ``output`` and then put in its place.

    Args:
        sources: the library.
        output: where to; what was there is replaced.
        previous: the edition before, of which this one keeps the numbers and the dictionary; None for a first one.
        draft: built without regard to what the library's policy asks for, it says so on every page; so does a
            library for which nobody has stated a policy yet.
        progress: called with how many articles are indexed, and of how many.

    Raises:
        PreviousEditionError: ``previous`` is another library, or its edition is not earlier.
        ContentError: ``previous`` cannot be read.
        UnfinishedPagesError: pages still hold what somebody has to fill in; nothing was written.
        ReleaseRefusedError: the policy asks for reviews that articles lack; nothing was written.
        CannotWriteError: no space, no permission, no such folder; what was at ``output`` is unchanged.
    """
    sources = replace(sources, articles=with_hashes(sources.articles, sources.glossary, sources.media))
    draft = draft or not sources.states_policy
    if not draft:
        if sources.unfinished:
            raise UnfinishedPagesError(tuple(line for _, line in sources.unfinished))
        refuse_unready(sources.articles, sources.policy)
    unfinished = output.with_name(f".{output.name}.{os.getpid()}.unfinished")
    try:
        unfinished.unlink(missing_ok=True)
        shown = with_printed_apostrophes(without_withdrawn_text(sources))
        report = _write(shown, unfinished, previous, draft, progress or _silent)
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


def _write(sources: LibrarySources, path: Path, previous: Path | None, draft: bool, progress: Progress) -> BuildReport:
    dated = newest_record(sources.articles)
    newest = (dated or BEFORE_ALL_RECORDS).isoformat()
    names = dict.fromkeys(name for article in sources.articles for name in (*article.names, *article.also_asked))
    edition = edition_of(sources, names, previous, newest if dated else UNDATED)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # A build that is cut off is thrown away whole: it needs no journal on the disk.
        connection.execute("pragma journal_mode = memory")
        connection.execute("pragma foreign_keys = on")
        database = Database(connection, execute_plugins=False)
        with database.atomic():
            create_tables(connection)
            parts = insert_shelves(database, sources)
            dictionary = dictionary_of(sources.articles, edition)
            parts += insert_pages(database, sources, edition, dictionary)
            parts += insert_cards(database, sources, edition)
            digest = _insert_library(database, sources, edition, parts, newest, draft=draft, dictionary=dictionary)
            words = fill_search_tables(connection, sources, edition, progress)
        connection.execute("vacuum")
    _sign_whole_file(path, _stand_in(digest))
    return BuildReport(
        edition=edition.name,
        digest=digest,
        articles=len(sources.articles),
        words=words,
        bytes=path.stat().st_size,
    )


def _insert_library(
    database: Database,
    sources: LibrarySources,
    edition: Edition,
    parts: list[Part],
    newest: str,
    *,
    draft: bool,
    dictionary: bytes,
) -> str:
    """The row about the library itself, and the digests of all parts; gives that of the library."""
    library = Library(
        id=sources.id,
        edition=edition.name,
        title=sources.title,
        subject=sources.subject,
        language=sources.language,
        publisher=sources.publisher,
        licence=sources.licence,
        emergency_signs=sources.emergency_signs,
        digest="",
        newest=date.fromisoformat(newest),
        policy=sources.policy,
        draft=draft,
        min_app_version=sources.min_app_version,
        folding=FOLDING,
        characters=characters_of(sources),
    )
    parts = [*parts, Part("library", of_values("library", library))]
    # Of the edition's name nothing is in it: the same pages have the same digest, whatever came before them.
    nameless = of_values("library", library._replace(edition=""))
    digest = of_values(tuple((part, nameless if part == "library" else sha256) for part, sha256 in parts)).hex()
    whole = {part: sha256 for part, sha256 in parts if not part.startswith(BESIDE)}
    insert(database, "part_digests", ({"part": part, "sha256": sha256} for part, sha256 in sorted(whole.items())))
    insert(
        database,
        "library",
        [
            {
                "row": 1,
                **row(library, "id edition title subject language publisher licence emergency_signs"),
                "newest": newest,
                **row(sources.policy, "release overdue grace_days"),
                "draft": int(draft),
                **row(library, "min_app_version folding characters"),
                "digest": digest,
                "file_sha256": _stand_in(digest),
                "dictionary": dictionary,
                "dictionary_sha256": of_values(dictionary),
                "last_page": edition.last_page,
                "last_name": edition.last_name,
            }
        ],
    )
    return digest


def _stand_in(digest: str) -> bytes:
    """What is where the digest of the file will: 32 bytes that are nowhere else in it."""
    return of_values("the place of the digest", digest)


def _sign_whole_file(path: Path, stand_in: bytes) -> None:
    """Put the digest over all bytes of the file into it."""
    data = path.read_bytes()
    digest = of_file(data, stand_in)
    with path.open("r+b") as file:
        file.seek(data.index(stand_in))
        file.write(digest)


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
