"""How far a typed word is from a known one: by slips of the finger, and by sound."""

import re
from functools import partial
from math import log1p
from operator import methodcaller
from typing import Final

from pmlapp.content.file.search_tables import KnownWord
from pmlapp.library.search.edits import edits

TOO_FAR: Final = 99.0
_BY_SOUND: Final = 0.5
_SAME_LETTERS: Final = 0.3
_OTHER_FIRST_LETTER: Final = 0.6
_RARE: Final = 0.04
_LETTERS_OF_A_SOUND: Final = 1
"""How many letters more, beside those of one slip less, a word may change by being written as it sounds."""

_SOUNDS: Final = tuple(
    # To replace letters is ten times as fast as to look for a pattern.
    methodcaller("replace", written, heard) if written.isalpha() else partial(re.compile(written).sub, heard)
    for written, heard in (
        ("ph", "f"),
        ("^ps", "s"),
        ("^[pk]n", "n"),
        ("^(?:x|cz)", "z"),
        ("rrh", "r"),
        ("rh", "r"),
        ("ck|q|c(?![eiyh])", "k"),
        ("c(?=[eiy])", "s"),
        ("ch", "k"),
        ("th", "t"),
        ("gh", "g"),
        ("ts", "s"),
        ("z", "s"),
        ("y", "i"),
        ("ae|oe|ea|ee", "e"),
        ("ou|oo", "u"),
        ("x", "ks"),
        (r"(.)\1+", r"\1"),
    )
)


class Likeness:
    """How far known words are from one typed word."""

    def __init__(self, word: str, allowed: int) -> None:
        self._word = word
        self._allowed = allowed
        self._letters = frozenset(word)
        self._sorted = sorted(word)
        self._heard = _heard(word)

    def may_be(self, candidate: KnownWord) -> bool:
        """Whether the letters alone leave room for no more slips than are allowed."""
        return self._strange_letters(candidate) <= 0

    def distance(self, candidate: KnownWord) -> float:
        """Smaller is nearer, below 0 for the same letters in another order; ``TOO_FAR`` for another word."""
        word, other, allowed = self._word, candidate.word, self._allowed
        if abs(len(word) - len(other)) > allowed:
            return TOO_FAR
        strange = self._strange_letters(candidate)
        if strange > _LETTERS_OF_A_SOUND:
            return TOO_FAR
        distance = float(edits(word, other, allowed)) if strange <= 0 else TOO_FAR
        if distance > 1:
            distance = min(distance, edits(self._heard, _heard(other), allowed - 1) + _BY_SOUND)
        if distance > allowed:
            return TOO_FAR
        if word[0] != other[0]:
            if distance > 1.5 or len(word) < 6:
                return TOO_FAR
            distance += _OTHER_FIRST_LETTER
        if self._sorted == sorted(other):
            distance -= _SAME_LETTERS
        return distance - _RARE * log1p(candidate.pages)

    def _strange_letters(self, candidate: KnownWord) -> int:
        # A slip exchanges two letters at most: most words are ruled out without being compared.
        return len(self._letters.symmetric_difference(candidate.word)) - 2 * self._allowed


def _heard(word: str) -> str:
    """A word as it sounds, roughly, to somebody who writes by ear."""
    for as_heard in _SOUNDS:
        word = as_heard(word)
    return word
