"""What a misspelt word was meant to be."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from math import log1p
from typing import Final, NamedTuple

from pmlapp.content.search_tables import KnownWord
from pmlapp.content.store import ContentStore
from pmlapp.library.edits import edits
from pmlapp.library.letters import folded, pieces
from pmlapp.library.query import Query, Typed

_LOOKED_AT: Final = 60
_SHORTEST: Final = 4
_LONGEST: Final = 40
_MOST_PUT_RIGHT: Final = 6
"""Of a text with more unknown words no library knows what it is about."""

_SHORTEST_PART: Final = 2

_TOO_FAR: Final = 99.0
_BY_SOUND: Final = 0.5
_SAME_LETTERS: Final = 0.3
_NEARLY: Final = 1.0
_MOST_COMPARED: Final = 6
_OTHER_FIRST_LETTER: Final = 0.6
_RARE: Final = 0.04

_SOUNDS: Final = tuple(
    (re.compile(written), heard)
    for written, heard in (
        ("ph", "f"),
        ("^ps", "s"),
        ("^pn", "n"),
        ("^kn", "n"),
        ("^(?:x|cz)", "z"),
        ("rrh|rh", "r"),
        ("ck|q|c(?![eiyh])|k", "k"),
        ("c(?=[eiy])", "s"),
        ("ch", "k"),
        ("th", "t"),
        ("gh", "g"),
        ("ts|z", "s"),
        ("y", "i"),
        ("ae|oe|ea|ee", "e"),
        ("ou|oo", "u"),
        ("x", "ks"),
        (r"(.)\1+", r"\1"),
    )
)

_MEDICINE: Final = re.compile(
    r".{2,}(?:mab|nib|mod|vir|pril|sartan|olol|statin|azole|cillin|mycin|zomib|cept|imus|oxacin|dipine|prazole|gliptin"
    r"|gliflozin|platin|rubicin|taxel|cycline|parin|xaban|triptan|setron|azepam|barbital|fumarate|mustine|bine|trexate|prine)"
)
"""The endings by which the World Health Organization names medicines of one kind."""


class Correction(NamedTuple):
    """A query as it was probably meant."""

    text: str
    """With the words put right that are safe to put right; the query as it was if there are none."""
    others: tuple[str, ...]
    """The query with a medicine's name changed, which nobody but the person may decide."""


class Speller:
    """Knows the words of one library, and which of them a misspelt word is close to.

    A word that the library knows in any page is never misspelt, nor is the
    start of one that is still being typed, nor the name of an illness or of a
    medicine that the library happens to lack.
    """

    def __init__(self, store: ContentStore, *, knows: Callable[[Typed], bool], real_words: frozenset[str]) -> None:
        self._store = store
        self._knows = knows
        self._real_words = real_words

    def correction(self, asked: Query) -> Correction:
        """The query as it was probably meant, word by word."""
        safe: list[tuple[int, int, str]] = []
        risky: list[tuple[int, int, str]] = []
        doubtful = [typed for typed in asked.words if self._is_doubtful(typed)][:_MOST_PUT_RIGHT]
        known = self._store.known_words(typed.word for typed in doubtful) if doubtful else {}
        unknown = {typed.word for typed in doubtful if typed.word not in known}
        meant = {word: self._meant(word, asked) for word in sorted(unknown)}
        for typed in doubtful:
            if (found := meant.get(typed.word)) is not None:
                text, is_medicine = found
                (risky if is_medicine else safe).append((typed.start, typed.end, text))
        text = _replaced(asked.text, safe)
        return Correction(text, (_replaced(asked.text, [*safe, *risky]),) if risky else ())

    def _is_doubtful(self, typed: Typed) -> bool:
        word = typed.word
        if typed.little or typed.means or typed.unspaced or not word.isalpha():
            return False
        if not _SHORTEST <= len(word) <= _LONGEST or word in self._real_words or self._knows(typed):
            return False
        return not (typed.unfinished and self._store.knows_a_word_from(word))

    def _meant(self, word: str, asked: Query) -> tuple[str, bool] | None:
        """What a word that the library does not know was meant to be, and whether a medicine's name is at stake."""
        # Two letters turned round in a short word leave no group of three letters as it was.
        turned = [word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(len(word) - 1)]
        candidates = [*self._store.words_like(word, limit=_LOOKED_AT), *self._store.known_words(turned).values()]
        heard = _heard(word)
        close = sorted(
            (distance, candidate)
            for candidate in set(candidates)
            if (distance := self._distance(word, heard, candidate)) < _TOO_FAR
        )
        best, least = self._fitting(close, asked) if close else (None, _TOO_FAR)
        if least > 1.5 and (parts := self._parts(word)):
            return parts, False
        if best is None:
            return None
        best = self._rather_written(best, [candidate for _, candidate in close])
        return best.shown, self._is_medicine(best.word) or self._is_medicine(word)

    def _fitting(self, close: Sequence[tuple[float, KnownWord]], asked: Query) -> tuple[KnownWord, float]:
        """The closest word; of some that are nearly as close, one that stands in a title with the rest of the query."""
        least = close[0][0]
        near = [(distance, word) for distance, word in close if distance <= least + _NEARLY][:_MOST_COMPARED]
        others = [f'"{typed.word}"' for typed in asked.words if not typed.little and typed.kind is None]
        if len(near) > 1 and len(others) > 1:
            for distance, word in near:
                if self._store.count_matching("search_head", f'"{word.word}" AND ({" OR ".join(others)})'):
                    return word, distance
        return close[0][1], least

    def _distance(self, word: str, heard: str, candidate: KnownWord) -> float:
        allowed = _allowed(word)
        if abs(len(word) - len(candidate.word)) > allowed:
            return _TOO_FAR
        distance = float(edits(word, candidate.word, allowed))
        if distance > 1:
            distance = min(distance, edits(heard, _heard(candidate.word), allowed) + _BY_SOUND)
        if distance > allowed:
            return _TOO_FAR
        if word[0] != candidate.word[0]:
            if distance > 1.5 or len(word) < 6:
                return _TOO_FAR
            distance += _OTHER_FIRST_LETTER
        if sorted(word) == sorted(candidate.word):
            distance -= _SAME_LETTERS
        return distance - _RARE * log1p(candidate.pages)

    def _rather_written(self, best: KnownWord, candidates: Sequence[KnownWord]) -> KnownWord:
        """The word itself, if the best one is a misspelling that an author gave as a name of the page."""
        if self._store.count_matching("search_body", f'"{best.word}"'):
            return best
        near = [other for other in candidates if edits(other.word, best.word, 2) <= 2 and other.pages >= best.pages]
        written = [other for other in near if self._store.count_matching("search_body", f'"{other.word}"')]
        return max(written, key=lambda other: other.pages, default=best)

    def _parts(self, word: str) -> str:
        """``jc virus`` for ``jcvirus``; empty if there are no two such words."""
        cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        known = self._store.known_words({part for cut in cuts for part in (word[:cut], word[cut:])})
        found = [
            (
                min(known[word[:cut]].pages, known[word[cut:]].pages),
                f"{known[word[:cut]].shown} {known[word[cut:]].shown}",
            )
            for cut in cuts
            if word[:cut] in known and word[cut:] in known
        ]
        return max(found)[1] if found and max(found)[0] > 0 else ""

    def _is_medicine(self, word: str) -> bool:
        return word in self._medicines or _MEDICINE.fullmatch(word) is not None

    @cached_property
    def _medicines(self) -> frozenset[str]:
        names = list(self._store.medicines())
        known = {folded(name) for name in names}
        for synonym in self._store.synonyms():
            if folded(synonym.means) in known:
                names.extend(synonym.words)
        return frozenset(piece.word for name in names for piece in pieces(folded(name)) if len(piece.word) >= _SHORTEST)


def _allowed(word: str) -> int:
    return 1 if len(word) < 6 else 2 if len(word) < 12 else 3


def _heard(word: str) -> str:
    """A word as it sounds, roughly, to somebody who writes by ear."""
    for written, heard in _SOUNDS:
        word = written.sub(heard, word)
    return word


def _replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    for start, end, word in sorted(set(changes), reverse=True):
        text = text[:start] + word + text[end:]
    return text
