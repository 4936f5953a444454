"""All reading of a content file."""

import mmap
from collections.abc import Callable
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.content.file.digests import of_file
from pmlapp.content.file.header import was_written_to
from pmlapp.content.file.recalled_pages import RecalledPages
from pmlapp.content.file.search_tables import SearchTables
from pmlapp.content.file.stored_codes import StoredCodes
from pmlapp.content.model import Library, Overdue, Policy, Release
from pmlapp.errors import ContentError, EditedContentError, UnreadableContentError

_PLAIN: Final = (
    *("id", "edition", "title", "subject", "language", "publisher", "licence", "emergency_signs"),
    *("min_app_version", "characters", "folding"),
)
"""What a library says of itself, as it is in the file."""

_LONGEST_VERIFY_SECONDS: Final = 600.0


class Counts(NamedTuple):
    """How much a library holds."""

    topics: int
    articles: int
    sources: int
    terms: int


class ContentStore(RecalledPages, StoredCodes, SearchTables):
    """The rows of one content file, as values of the model.

    Every method raises `UnreadableContentError` if the file turns out to be
    damaged where it reads, and of that `DamagedPartError` if what was read has
    not the digest that the file names for it.
    """

    def library(self) -> Library:
        """What the file says of itself."""
        with self._reading():
            row = self._row(
                """
                select id, edition, title, subject, language, publisher, licence, emergency_signs, newest, release,
                       overdue, min_app_version, characters, digest, grace_days, draft, folding from library
                """,
                (),
                (*[str] * 14, int, int, int),
            )
            library = Library(
                **{key: row[key] for key in _PLAIN},
                digest="",
                newest=date.fromisoformat(row["newest"]),
                policy=Policy(Release(row["release"]), Overdue(row["overdue"]), row["grace_days"]),
                draft=bool(row["draft"]),
            )
            self._compare_part("library", library)
            return library._replace(digest=row["digest"])

    def counts(self) -> Counts:
        """How much the library holds."""
        with self._reading():
            tables = ("topics", "articles", "sources", "glossary")
            return Counts(*(self._row(f"select count(*) from {table}", (), (int,))[0] for table in tables))

    def verify(self) -> None:
        """Read the whole file and compare it with its digest, byte by byte; some 3 ms for each MB.

        Raises:
            EditedContentError: another program wrote to it after it was built.
            UnreadableContentError: something in it is not as it was built.
        """
        self.file_check()()

    def file_check(self) -> Callable[[], None]:
        """`verify`, to be called later, and from any thread: it does not use this store."""
        path = self.path
        with self._reading():
            if not self._has_digests:
                return partial(_tell_edited_apart, path, partial(_verify_format_3, path))
            (recorded,) = self._row("select file_sha256 from library", (), (bytes,))
        return partial(_tell_edited_apart, path, partial(_verify_bytes, path, recorded))


def _tell_edited_apart(path: Path, check: Callable[[], None]) -> None:
    """Give a file that another program has edited an error of its own: it is a sound database, with other rows."""
    try:
        check()
    except UnreadableContentError as failure:
        if was_written_to(path) and _is_sound_database(path):
            raise EditedContentError(path=path, cause=failure.details["cause"]) from failure
        raise


def _is_sound_database(path: Path) -> bool:
    try:
        with closing(ContentStore.open(path)) as store, store._reading(_LONGEST_VERIFY_SECONDS):
            (result,) = store._db.execute("pragma integrity_check(1)").fetchone()
    except ContentError:
        return False
    return bool(result == "ok")


def _verify_bytes(path: Path, recorded: bytes) -> None:
    try:
        with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            found = of_file(data, recorded)
    except (OSError, ValueError) as error:
        raise UnreadableContentError(path=path, cause=str(error)) from error
    if found != recorded:
        raise UnreadableContentError(path=path, cause="the file does not have the digest that it names")


def _verify_format_3(path: Path) -> None:
    from pmlapp.content.file import format_3  # noqa: PLC0415  hardly any file still needs it

    with closing(ContentStore.open(path)) as store, store._reading(_LONGEST_VERIFY_SECONDS):
        format_3.verify(store._db)
