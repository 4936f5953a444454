"""A dossier of facts: the Markdown file from which editors write, read for the numbers it records under each source.

A fact is a bullet, a row of a table or a sentence that names source keys in
brackets, ``[S57]``.  A key in the head of a table speaks for its column, and a
line "Source [S23]" for the lines above it that name none.  The sources
themselves are in a table whose first column is the key.
"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.lint.quantities import COUNT, SHARE, Quantity, agree, meanings, quantities
from pmlapp.errors import DossierError

_KEY: Final = re.compile(r"\[(S\d+[a-z]?)\]")
_SOURCE_ROW: Final = re.compile(r"\| *(S\d+[a-z]?) *\|")
_FOR_THE_ABOVE: Final = re.compile(r"\bSources?:? \[S\d")


class Fact(NamedTuple):
    """Words of the dossier, and the keys of the sources that they are under."""

    text: str
    keys: frozenset[str]


class Dossier(NamedTuple):
    """What is recorded, by source key."""

    path: Path
    numbers: dict[str, tuple[Quantity, ...]]
    """Every number in every fact of that key, and in its row of the list of sources."""

    def records(self, said: Quantity, keys: Iterable[str], *, wholes: Iterable[float] = ()) -> bool:
        """Whether a number may be stated from what one of these keys records.

        A share may also be stated as its two counts: of 8 people 5 got better.  A
        bare number may be so many in one of ``wholes``, as a table's head says.
        """
        known = [number for key in keys for number in self.numbers.get(key, ())]
        meant = [said]
        if said.unit == COUNT:
            meant += [Quantity(said.text, said.value / whole, SHARE, said.value, whole) for whole in (100, *wholes)]
        if any(agree(each, number) for each in meant for number in known):
            return True
        values = {number.value for number in known}
        return said.value in values or (said.whole > 0 and {said.part, said.whole} <= values)


def read_dossier(path: Path) -> Dossier:
    """The dossier at ``path``.

    Raises:
        DossierError: it cannot be read, or names no sources.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise DossierError(path=path, reason=reason or str(error)) from error
    numbers: dict[str, list[Quantity]] = {}
    for fact in _facts(text):
        found = [meant for number in quantities(fact.text) for meant in meanings(number)]
        for key in fact.keys:
            numbers.setdefault(key, []).extend(found)
    if not numbers:
        raise DossierError(path=path, reason="no line of it names a source such as [S57]")
    return Dossier(path, {key: tuple(found) for key, found in numbers.items()})


def _facts(text: str) -> Iterator[Fact]:
    unclaimed: list[str] = []
    columns: list[frozenset[str]] = []
    for line in text.split("\n"):
        keys = _keys(line)
        if line.startswith("#"):
            unclaimed.clear()
        if not line.startswith("|"):
            columns = []
        elif row := _SOURCE_ROW.match(line):
            keys |= {row[1]}
        elif not columns:
            columns = [_keys(cell) for cell in line.split("|")]
        else:
            for cell, of_column in zip(line.split("|"), columns, strict=False):
                if of_column:
                    yield _fact(cell, of_column)
        if keys and _FOR_THE_ABOVE.search(line):
            yield from (_fact(above, keys) for above in unclaimed)
            unclaimed.clear()
        if keys:
            yield _fact(line, keys)
        else:
            unclaimed.append(line)


def _fact(text: str, keys: frozenset[str]) -> Fact:
    return Fact(_KEY.sub(" ", text), keys)


def _keys(text: str) -> frozenset[str]:
    return frozenset(_KEY.findall(text))
