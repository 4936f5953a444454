"""From a classification code, as clinics keep it in their records, to the pages filed under it."""

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from pmlapp.content.stored_codes import CodedPage, StoredCodes


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


def _key(code: str) -> str:
    return re.sub(r"[^0-9A-Z]", "", _PREFIX.sub("", code).upper())


def _from_narrow_to_broad(key: str, category: int) -> Iterator[str]:
    yield key
    if category:
        for length in range(len(key) - 1, category - 1, -1):
            yield key[:length]
