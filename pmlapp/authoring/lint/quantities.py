"""Numbers in running text: shares of people, measures with a unit, dates and bare counts."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_NUMBER: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_COUNT: Final = rf"(?:{_NUMBER})(?:\ (?:thousand|million)\b)?"
_UNITS: Final = {
    "second": "second",
    "minute": "minute",
    "hour": "hour",
    "day": "day",
    "week": "week",
    "month": "month",
    "year": "year",
    "mg": "mg",
    "ml": "ml",
}
_LARGE: Final = {"thousand": 1_000.0, "million": 1_000_000.0}

_QUANTITY: Final = re.compile(
    rf"""(?<![\w.,])(?:
    (?P<low_percent>{_NUMBER})(?:\s?[–-]\s?|\s(?:to|or|and)\s)(?P<high_percent>{_NUMBER})\s?(?:%|per\ ?cent\b)
    |(?P<percent>{_NUMBER})\s?(?:%|per\ ?cent\b)
    |(?:(?P<low>{_NUMBER})(?:\s?–\s?|\s(?:to|or)\s))?(?P<part>{_NUMBER})\s
     (?:[a-z]+\s)?(?P<link>in|of|out\ of|per|for)\s(?:every\s|each\s|all\s|about\s|a\s|one\s|the\s)*
     (?P<whole>{_COUNT}|thousand\b|million\b)(?![\w%]|\s?%)
    |(?P<measure>{_NUMBER})[\s-](?P<unit>{"|".join(_UNITS)})s?\b
    |(?P<bare>{_COUNT})
    )""",
    re.VERBOSE,
)
_YEARS: Final = range(1900, 2100)
_CITATIONS: Final = re.compile(r"\[\^[^\]]*\]|\]\([^)]*\)")
_SHORT_YEARS: Final = re.compile(r"\b(19|20)(\d\d)[–-](\d\d)\b(?!-)")

SHARE: Final = "share"
COUNT: Final = "count"


class Quantity(NamedTuple):
    """A number as written: its ``value`` is between 0 and 1 for a share, else in ``unit``."""

    text: str
    value: float
    unit: str
    """`SHARE`, `COUNT` for a number of things (years of the calendar too), or a unit such as ``minute``."""
    part: float = 0.0
    """Of "6 in 10" the 6; 0 where no such words were used."""
    whole: float = 0.0
    """Of "6 in 10" the 10."""


def quantities(text: str) -> Iterator[Quantity]:
    """Every number in ``text`` in order; a range such as ``3 to 7%`` gives both of its ends."""
    bare = _SHORT_YEARS.sub(r"\1\2–\1\3", _CITATIONS.sub(" ", text))
    position = 0
    while match := _QUANTITY.search(bare, position):
        position = match.end()
        written = match[0]
        if match["whole"] and _is_year(match["whole"]) and match["link"] != "per":
            # "8 in 2012" counts things in a year; it is not a share.
            position = match.start("link")
            yield from (Quantity(match[end], _value(match[end]), COUNT) for end in ("low", "part") if match[end])
        elif match["whole"]:
            whole = _value(match["whole"])
            if whole:
                ends = (_value(match[end]) for end in ("low", "part") if match[end])
                yield from (Quantity(written, part / whole, SHARE, part, whole) for part in ends)
        elif match["high_percent"]:
            yield from (Quantity(written, _value(match[end]) / 100, SHARE) for end in ("low_percent", "high_percent"))
        elif match["percent"]:
            yield Quantity(written, _value(match["percent"]) / 100, SHARE)
        elif match["measure"]:
            yield Quantity(written, _value(match["measure"]), _UNITS[match["unit"]])
        else:
            yield Quantity(written, _value(written), COUNT)


def meanings(number: Quantity) -> Iterator[Quantity]:
    """What a number may mean: a bare 61 may be a 61 % whose sign is in the table's head; 5 of 8 are two counts."""
    yield number
    if number.unit == COUNT:
        yield Quantity(number.text, number.value / 100, SHARE)
    for count in (number.part, number.whole):
        if count:
            yield Quantity(number.text, count, COUNT)


def agree(said: Quantity, known: Quantity) -> bool:
    """Whether ``said`` may be written for ``known``: the same number, or a share rounded to whole people.

    "About 6 in 10" may stand for 61 %, "1 in 39,000" for 2.56 in 100,000;
    "1 in 10" may not stand for 15 %.
    """
    if said.unit != known.unit:
        return False
    if _same(said.value, known.value):
        return True
    if said.unit != SHARE:
        return False
    return _rounds(said, known.value) or _rounds(known, said.value)


def _rounds(said: Quantity, exact: float) -> bool:
    if not said.whole or not exact:
        # A percentage may be rounded to whole percents, where it is not very small.
        return said.value >= 0.01 and abs(said.value - exact) <= 0.005
    if said.part == 1:
        # What is rounded here is the whole: 1 in 39,062 is given as 1 in 39,000.
        return abs(1 / exact - said.whole) <= max(0.5, said.whole / 10)
    return abs(said.value - exact) * said.whole <= 0.5


def _same(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(abs(one), abs(other))


def _value(text: str) -> float:
    digits, _, word = text.rpartition(" ")
    return _LARGE[word] * float(digits.replace(",", "") or 1) if word in _LARGE else float(text.replace(",", ""))


def _is_year(text: str) -> bool:
    return text.isdigit() and int(text) in _YEARS
