"""From a classification code, as clinics keep it in their records, to the pages filed under it."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from pmlapp.content.file.stored_codes import CodedPage, StoredCodes

if TYPE_CHECKING:
    from pmlapp.content.file.search_tables import SearchTables


class System(NamedTuple):
    """A classification."""

    title: str
    names: tuple[str, ...]
    """What libraries call it and its national editions."""
    category: int = 0
    """How many letters and digits the broadest code has; 0 where codes do not begin with that of their parent."""


SYSTEMS: Final = MappingProxyType(
    {
        "icd10": System("ICD-10", ("ICD-10", "ICD-10-CM"), 3),
        "icd9": System("ICD-9", ("ICD-9", "ICD-9-CM"), 3),
        "icd11": System("ICD-11", ("ICD-11",), 4),
        "orpha": System("Orphanet", ("Orphanet", "ORPHA")),
        "mesh": System("MeSH", ("MeSH",)),
        "umls": System("UMLS", ("UMLS",)),
    }
)
"""By the names of the options on the command line."""

_CATEGORIES: Final = MappingProxyType(
    {name: system.category for system in SYSTEMS.values() if system.category for name in system.names}
)
"""The classifications whose codes begin with that of their parent, by what libraries call them."""

_LEAST_CATEGORY: Final = min(_CATEGORIES.values())

_TYPED: Final = re.compile(r"(?=.*[0-9])[0-9A-Z][0-9A-Z.]{3,11}")
"""What may be a code, in capitals and without the name of its system: one word with a digit in it."""

_PREFIX: Final = re.compile(r"^\s*(?:ORPHA(?:NET)?|MESH|UMLS|ICD(?:-?(?:9|10|11))?(?:-?CM)?)\s*[:\s]\s*", re.IGNORECASE)


class Coded(NamedTuple):
    """What a code led to."""

    code: str
    """The code found, as the library writes it: the one asked for, or the nearest broader one."""
    is_broader: bool
    pages: tuple[CodedPage, ...]
    """One for each page; none if neither the code nor a broader one is there."""


def pages_with_code(store: StoredCodes, system: System, asked: str) -> Coded:
    """The pages filed under a code, or else under the nearest code that it is part of: ``A81`` for ``A81.2``.

    Points, blanks, small letters and the name of the system before the code make no difference.
    """
    known = store.coded_pages(system.names)
    for key in _from_narrow_to_broad(_key(asked), system.category):
        found = {page.article: page for page in known if _key(page.code.value) == key}
        if found:
            first = next(iter(found.values()))
            return Coded(first.code.value, key != _key(asked), tuple(found.values()))
    return Coded("", False, ())


def broader_code(tables: "SearchTables", typed: str) -> str:
    """The nearest broader code that a page is filed under, as the library writes it, for one typed into the search.

    "" if what was typed is not a code, if it or a narrower one is there itself, or if no broader one is.
    """
    asked = _key(typed)
    if not _TYPED.fullmatch(_PREFIX.sub("", typed).strip().upper()):
        return ""
    if tables.numbers_coded(asked.lower(), begins=True, limit=1):
        return ""
    for length in range(len(asked) - 1, _LEAST_CATEGORY - 1, -1):
        key = asked[:length]
        for code in tables.codes_beside(key.lower(), tuple(_CATEGORIES)):
            if _key(code.value) == key and length >= _CATEGORIES[code.system]:
                return code.value
    return ""


def _key(code: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", _PREFIX.sub("", code).upper())


def _from_narrow_to_broad(key: str, category: int) -> Iterator[str]:
    yield key
    if category:
        for length in range(len(key) - 1, category - 1, -1):
            yield key[:length]
