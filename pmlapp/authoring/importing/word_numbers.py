"""The numbers that Word counts for the points of its lists, which it stores nowhere."""

from collections import defaultdict
from typing import NamedTuple
from xml.etree.ElementTree import Element

from pmlapp.authoring.importing.word_names import W
from pmlapp.authoring.importing.word_package import value

_LEVELS = 9


class PointNumber(NamedTuple):
    """What is before a point."""

    number: int
    form: str
    """``decimal``, ``bullet``, ``lowerLetter`` and so on."""


class WordNumbers:
    """Counts the points of a document in its order."""

    def __init__(self, part: Element | None) -> None:
        abstract = (
            {} if part is None else {each.get(f"{W}abstractNumId", ""): each for each in part.iter(f"{W}abstractNum")}
        )
        self._levels: dict[str, dict[int, Element]] = {}
        self._counted_with: dict[str, str] = {}
        self._starts_anew: dict[tuple[str, int], int] = {}
        for each in [] if part is None else part.findall(f"{W}num"):
            key = each.get(f"{W}numId", "")
            holder = value(each.find(f"{W}abstractNumId"))
            self._counted_with[key] = holder
            if holder in abstract:
                self._levels[key] = {
                    _number(level.get(f"{W}ilvl"), 0): level for level in abstract[holder].iter(f"{W}lvl")
                }
            for override in each.iter(f"{W}lvlOverride"):
                if (start := override.find(f"{W}startOverride")) is not None:
                    self._starts_anew[key, _number(override.get(f"{W}ilvl"), 0)] = _number(value(start), 1)
        self._counts: defaultdict[str, list[int | None]] = defaultdict(lambda: [None] * _LEVELS)

    def next(self, numbering: tuple[str, int]) -> PointNumber | None:
        """The number of the next point of a list; None if the file does not say how it is counted."""
        key, level = numbering
        described = self._levels.get(key, {}).get(level)
        if described is None or not 0 <= level < _LEVELS:
            return None
        counts = self._counts[self._counted_with[key]]
        anew = self._starts_anew.pop((key, level), None)
        count = counts[level]
        if anew is not None or count is None:
            counts[level] = _number(value(described.find(f"{W}start"), "1"), 1) if anew is None else anew
        else:
            counts[level] = count + 1
        counts[level + 1 :] = [None] * (_LEVELS - level - 1)
        return PointNumber(counts[level] or 0, value(described.find(f"{W}numFmt"), "decimal"))


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 6 else otherwise
