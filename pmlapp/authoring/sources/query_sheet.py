"""The sheet of queries: what people type, and the pages that must come of it."""

from collections.abc import Collection
from enum import StrEnum
from typing import Final, NamedTuple

from pmlapp.authoring.sources.diagnostics import Diagnostics, SourceFault
from pmlapp.authoring.sources.records import Form, Key, Keys, Record, toml_record
from pmlapp.authoring.sources.source_folder import SourceFolder

FILE: Final = "queries.toml"

_LEAST_KEYS: Final[Keys] = {
    key: Key(Form.COUNT, needed=False) for key in ("at_1", "at_3", "offered", "nothing", "each_page")
}
_ASKED_KEYS: Final[Keys] = {"kind": Key(Form.TEXT), "pages": Key(Form.TEXTS), "typed": Key(Form.TEXTS)}
_OFFERED_KEYS: Final[Keys] = {"means": Key(Form.TEXT), "typed": Key(Form.TEXTS)}
_NOTHING_KEYS: Final[Keys] = {"kind": Key(Form.TEXT), "typed": Key(Form.TEXTS)}
_GROUPS: Final = {"asked": _ASKED_KEYS, "offered": _OFFERED_KEYS, "nothing": _NOTHING_KEYS}
_FILE_KEYS: Final[Keys] = {
    "least": Key(Form.TABLE, needed=False),
    **{group: Key(Form.RECORDS, needed=False) for group in _GROUPS},
}


class QueryKind(StrEnum):
    """How a query is put; there are figures for each kind."""

    SHORT = "short"
    QUESTION = "question"
    SPOKEN = "spoken"
    MISSPELT = "misspelt"
    ORDER = "order"
    """The right words in another order than in a sentence."""
    FRIGHTENED = "frightened"
    CARER = "carer"
    CLINIC = "clinic"
    MEDICINE = "medicine"
    CODE = "code"
    SPELLING = "spelling"
    """British and American."""
    SIMPLE = "simple"
    """From people with little of the language."""


class AbsentKind(StrEnum):
    """Why a query must find nothing."""

    ILLNESS = "illness"
    """Another than the library is about."""
    SUBJECT = "subject"
    """Nothing to do with health."""
    NONSENSE = "nonsense"


class Asked(NamedTuple):
    """What somebody types, and the pages of which one must be among the first."""

    kind: QueryKind
    typed: str
    pages: tuple[str, ...]


class Offered(NamedTuple):
    """A slip that is never put right by itself: what was meant must be offered."""

    typed: str
    means: str


class Absent(NamedTuple):
    """What the library does not hold."""

    kind: AbsentKind
    typed: str


class Least(NamedTuple):
    """What must be reached, as whole numbers of 100 queries."""

    at_1: int = 0
    """That find a page expected as the first."""
    at_3: int = 0
    offered: int = 0
    nothing: int = 0
    each_page: int = 0
    """How many queries must expect each page; a count, no share."""


class QuerySheet(NamedTuple):
    """All queries of a library."""

    asked: tuple[Asked, ...] = ()
    offered: tuple[Offered, ...] = ()
    absent: tuple[Absent, ...] = ()
    least: Least = Least()


def read_query_sheet(folder: SourceFolder, pages: Collection[str]) -> QuerySheet | None:
    """The sheet in ``folder``; None if there is none, or it cannot be read.  Mistakes are noted in the folder.

    Args:
        folder: of one language.
        pages: the ids of the articles that there are.
    """
    path = folder.path / FILE
    if not path.exists():
        return None
    notes = folder.notes(path, SourceFault.QUERY)
    text = folder.text(path, notes)
    value = toml_record(text, notes) if text is not None else None
    if value is None:
        return None
    sheet = Record.check(value, _FILE_KEYS, notes, of=FILE)
    groups = {
        group: [Record.check(item, keys, notes, of=f"an [[{group}]]") for item in sheet.items(group)]
        for group, keys in _GROUPS.items()
    }
    _note_repeated([record for records in groups.values() for record in records], notes)
    _note_unknown(groups["asked"], pages, notes)
    return QuerySheet(
        asked=tuple(
            Asked(record.choice("kind", QueryKind, notes) or QueryKind.SHORT, typed, record.texts("pages"))
            for record in groups["asked"]
            for typed in record.texts("typed")
        ),
        offered=tuple(
            Offered(typed, record.text("means")) for record in groups["offered"] for typed in record.texts("typed")
        ),
        absent=tuple(
            Absent(record.choice("kind", AbsentKind, notes) or AbsentKind.SUBJECT, typed)
            for record in groups["nothing"]
            for typed in record.texts("typed")
        ),
        least=_least(sheet, notes),
    )


def _least(sheet: Record, notes: Diagnostics) -> Least:
    if "least" not in sheet.values:
        return Least()
    record = Record.check(sheet.values["least"], _LEAST_KEYS, notes, of="[least]")
    counts = {key: record.count(key) or 0 for key in _LEAST_KEYS}
    for key, count in counts.items():
        if key != "each_page" and count > 100:
            notes.add(record.line_of(key), f"“{key}” is {count}; it is a number of 100 queries, so at most 100")
    return Least(**counts)


def _note_repeated(records: list[Record], notes: Diagnostics) -> None:
    seen: set[str] = set()
    for record in records:
        for typed in record.texts("typed"):
            if typed.casefold() in seen:
                notes.add(record.line_of("typed"), f"“{typed}” is listed twice in this file; take one out")
            seen.add(typed.casefold())


def _note_unknown(records: list[Record], pages: Collection[str], notes: Diagnostics) -> None:
    for record in records:
        if "pages" in record.values and not record.texts("pages"):
            notes.add(record.line_of("pages"), "“pages” names no page; put what must find nothing under [[nothing]]")
        for page in record.texts("pages"):
            if page not in pages:
                notes.add(record.line_of("pages"), f"there is no article “{page}”")
