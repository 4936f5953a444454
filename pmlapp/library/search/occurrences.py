"""Where what a reader looks for is in a text, folded as for the search: step 1 of docs/search.md, for the find bar."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from pmlapp.library.search.folding import Folding, measured

_WORDS: Final = re.compile(r"\w+|\s+|[^\w\s]")
_PARTED_FROM_LETTERS: Final = 5
"""Shorter words do not count as two words with a hyphen."""

Seek = Callable[[str], Sequence[tuple[int, int]]]
"""From a text to the ``(start, end)`` of each place wanted in it, in order, none overlapping."""


def occurrences(wanted: str, folding: Folding) -> Seek:
    """Seeks each place of ``wanted``, as one types it; of nothing there are none.

    A hyphen more or less makes no difference, nor does a space between a number and its unit.
    """
    sought = folding.folded(" ".join(wanted.split()))
    if not sought.strip():
        return lambda _: []
    pattern = re.compile(_pattern(sought))

    def places(text: str) -> list[tuple[int, int]]:
        flat = folding.fold(text)
        return [flat.span(*match.span()) for match in pattern.finditer(flat.text)]

    return places


def _pattern(sought: str) -> str:
    """A pattern of a folded text, with what may be there or not between two of its words."""
    words = [part for word in _WORDS.findall(sought) for part in _parts(word)]
    found = _letters(words[0])
    for place, word in enumerate(words[1:], start=1):
        before, after = words[place - 1], words[place + 1] if place + 1 < len(words) else ""
        if word.isspace():
            joined = _is_quantity(before, after) or (_is_arabic(before[-1:]) and _is_arabic(after[:1]))
            found += " *" if joined else " +"
        elif word == "-" and before[-1:].isalpha() and after[:1].isalpha():
            found += "-?"
        else:
            found += (" *" if _is_quantity(before, word) else "") + _letters(word)
    return found


def _parts(word: str) -> Iterator[str]:
    starts = [at for _, at in measured(word)]
    yield from (word[start:end] for start, end in zip(starts, (*starts[1:], len(word)), strict=True))


def _is_quantity(number: str, unit: str) -> bool:
    return number.isdigit() and len(measured(number + unit)) > 1


def _is_arabic(letter: str) -> bool:
    """Persian parts of a word are written with a joiner between them, or with a space."""
    return "\u0620" <= letter <= "\u06ff"


def _letters(word: str) -> str:
    if len(word) < _PARTED_FROM_LETTERS or not word.isalpha():
        return re.escape(word)
    return "-?".join(word)
