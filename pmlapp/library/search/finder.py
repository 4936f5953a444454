"""Where in texts the words of a query stand, in whatever form."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Final, NamedTuple, Self

from pmlapp.library.search.letters import (
    SIGN,
    WORD_END,
    WORD_END_WITHOUT_SIGNS,
    beginnings,
    beyond_ascii,
    folded,
    is_unspaced,
    reduced,
)

_CERTAIN_LETTERS: Final = 3
"""Words that share a stem share at least as many letters at their start."""

_WORD: Final = re.compile(WORD_END_WITHOUT_SIGNS)
_NOTHING: Final = frozenset[str]()

Stems = Callable[[Iterable[str]], Mapping[str, str]]


class Wanted(NamedTuple):
    """A word to look for: any of the same stem, or when ``unfinished`` any whose stem begins with it, as FTS5 does."""

    word: str
    unfinished: bool


Match = tuple[int, int, frozenset[str]]
"""Where in a text a wanted word starts and ends, and for which of the wanted it stands."""


class Flat(NamedTuple):
    """A folded text, and whether its words are of ASCII letters and digits alone."""

    text: str
    is_plain: bool

    @classmethod
    def of(cls, text: str) -> Self:
        """The text folded: every place in it stays where it was."""
        flat = folded(text)
        return cls(flat, not any(letter.isalnum() or SIGN.match(letter) for letter in beyond_ascii(flat)))


class Finder:
    """Finds the words of one query in texts."""

    def __init__(self, wanted: Sequence[Wanted], stems: Stems) -> None:
        self._stems = stems
        self._unspaced = [want.word for want in wanted if is_unspaced(want.word[:1])]
        stem_of = stems(want.word for want in wanted)
        self._spaced = {want.word: stem_of[want.word] for want in wanted if not is_unspaced(want.word[:1])}
        self._by_stem: dict[str, frozenset[str]] = {}
        for word, stem in stem_of.items():
            self._by_stem[stem] = self._by_stem.get(stem, _NOTHING) | {word}
        self._unfinished = [(want.word, stem_of[want.word]) for want in wanted if want.unfinished]
        self._meant: dict[str, frozenset[str]] = {}

    def places(self, text: str) -> list[Match]:
        """Each wanted word in ``text``, in order."""
        return self.places_in((Flat.of(text),))[0] if text else []

    def words(self, text: str) -> frozenset[str]:
        """The wanted words that ``text`` holds in one form or another."""
        return all_words(self.places(text))

    def places_in(self, texts: Sequence[Flat]) -> list[list[Match]]:
        """Each wanted word in each of the texts, in order: for many texts at once this is faster than text by text."""
        begun = [self._words_begun(flat) for flat in texts]
        self._learn({word for words in begun for _, word in words}.difference(self._meant))
        found = []
        for flat, words in zip(texts, begun, strict=True):
            places = [(at, at + len(word), meant) for at, word in words if (meant := self._meant[word])]
            if self._unspaced:
                places.extend(self._places_unspaced(flat.text))
            places.sort(key=itemgetter(0, 1))
            found.append(places)
        return found

    def _learn(self, words: Iterable[str]) -> None:
        """Find out for which of the wanted words these stand."""
        new = {word: reduced(word) for word in words}
        # All of a stem but its last letter stands in its words.  Of a single letter somebody has begun with there are
        # hundreds in a page: they need no stem to be told from other words.
        alike = tuple(stem[:-1] for stem in self._by_stem if len(stem) > 1)
        stems = self._stems(word for word in new.values() if not word.isascii() or word.startswith(alike))
        for word, spelling in new.items():
            stem = stems.get(spelling, spelling)
            meant = self._by_stem.get(stem, _NOTHING)
            self._meant[word] = meant.union(want for want, begin in self._unfinished if stem.startswith(begin))

    def _words_begun(self, flat: Flat) -> list[tuple[int, str]]:
        """Where words stand that begin as wanted ones do, in any order."""
        text = flat.text
        found: list[tuple[int, str]] = []
        if not flat.is_plain or not self._all_ascii:
            for match in self._pattern(text).finditer(text) if self._spaced else ():
                start = match.start()
                if not text[start - 1 : start].isalnum():
                    found.append((start, match.group()))
            return found
        # Three times as fast as a pattern with all beginnings.
        for begin in self._beginnings:
            start = text.find(begin)
            while start >= 0:
                if not text[start - 1 : start].isalnum() and (word := _WORD.match(text, start)):
                    found.append((start, word.group()))
                start = text.find(begin, start + 1)
        return found

    @cached_property
    def _all_ascii(self) -> bool:
        return all(map(str.isascii, self._spaced))

    @cached_property
    def _beginnings(self) -> list[str]:
        """What every form of the wanted words begins with, in any spelling; none begins with another of them."""
        found: set[str] = set()
        for word, stem in self._spaced.items():
            found |= beginnings(word, stem, _CERTAIN_LETTERS)
        return [one for one in found if not any(one != other and one.startswith(other) for other in found)]

    def _pattern(self, flat: str) -> re.Pattern[str]:
        return self._with_signs if not flat.isascii() and SIGN.search(flat) else self._without_signs

    # Nothing before the alternatives: the engine then skips to their first letters.
    @cached_property
    def _without_signs(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self._starts}){WORD_END_WITHOUT_SIGNS}")

    @cached_property
    def _with_signs(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self._starts}){WORD_END}")

    @cached_property
    def _starts(self) -> str:
        if not self._all_ascii:
            return r"[^\W_]"  # in other alphabets a word may begin with its article
        # A sign may stand after any letter, so that few are certain.
        starts = (beginnings(word, word[:_CERTAIN_LETTERS], _CERTAIN_LETTERS) for word in self._spaced)
        return "|".join(sorted(set().union(*starts)))

    def _places_unspaced(self, flat: str) -> list[Match]:
        """Letters wanted in a text without spaces, those that touch taken together."""
        found = sorted(
            (match.start(), match.end(), pair) for pair in self._unspaced for match in re.finditer(pair, flat)
        )
        places: list[Match] = []
        for start, end, pair in found:
            if places and start <= places[-1][1]:
                first, last, words = places.pop()
                places.append((first, max(end, last), words | {pair}))
            else:
                places.append((start, end, frozenset({pair})))
        return places


def all_words(places: Iterable[Match]) -> frozenset[str]:
    """The wanted words that stand in any of the places."""
    return _NOTHING.union(*{words for _, _, words in places})
