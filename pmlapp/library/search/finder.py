"""Which words of a query are in a text, in whatever form, and where: the marks of step 6 of docs/search.md.

The idea: a page is looked through once, by what the forms of the wanted words must begin with, and only words that
begin so are cut to their stems. `str.find` for each beginning takes a third of the time of one pattern with all of
them. Places are those of the text before it was folded, so that whatever is found can be shown.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from operator import itemgetter
from typing import Final, NamedTuple

from pmlapp.library.search.folding import Folding, is_unspaced, measured
from pmlapp.library.search.korean import syllables
from pmlapp.library.search.letters import Folded

_CERTAIN_LETTERS: Final = 3
"""Words that share a stem share at least as many letters at their start."""

_WORD: Final = re.compile(r"[^\W_]*")
_NOTHING: Final = frozenset[str]()

Stems = Callable[[Iterable[str]], Mapping[str, str]]


class Wanted(NamedTuple):
    """A word to look for: any of the same stem, or when ``unfinished`` any whose stem begins with it, as FTS5 does."""

    word: str
    unfinished: bool


Match = tuple[int, int, frozenset[str]]
"""Where in a text a wanted word starts and ends, and which of the wanted words it matches."""


class Finder:
    """Finds the words of one query in texts."""

    def __init__(self, wanted: Sequence[Wanted], folding: Folding, stems: Stems) -> None:
        self._folding = folding
        self._stems = stems
        self._unspaced = [want.word for want in wanted if is_unspaced(want.word[:1])]
        stem_of = stems(want.word for want in wanted)
        self._spaced = {want.word: stem_of[want.word] for want in wanted if not is_unspaced(want.word[:1])}
        self._by_stem: dict[str, frozenset[str]] = {}
        for word, stem in stem_of.items():
            self._by_stem[stem] = self._by_stem.get(stem, _NOTHING) | {word}
        self._unfinished = [(want.word, stem_of[want.word]) for want in wanted if want.unfinished]
        self._begun = {want.word for want in wanted if want.unfinished}
        self._patterns: dict[frozenset[int], re.Pattern[str]] = {}
        self._meant: dict[str, frozenset[str]] = {}

    def places(self, text: str) -> list[Match]:
        """Each wanted word in ``text``, in order."""
        return self.places_in((self._folding.fold(text),))[0] if text else []

    def words(self, text: str) -> frozenset[str]:
        """The wanted words that ``text`` holds in one form or another."""
        return all_words(self.places(text))

    def places_in(self, texts: Sequence[Folded]) -> list[list[Match]]:
        """Each wanted word in each of the texts, where it was before it was folded, in order.

        For many texts at once this is faster than text by text.
        """
        begun = [self._words_begun(flat) for flat in texts]
        self._learn({word for words in begun for _, word in words}.difference(self._meant))
        found = []
        for flat, words in zip(texts, begun, strict=True):
            places = [(at, at + len(word), meant) for at, word in words if (meant := self._meant[word])]
            if self._unspaced:
                places.extend(self._places_unspaced(flat))
            if flat.origins is not None:
                places = [(*flat.span(start, end), meant) for start, end, meant in places]
            places.sort(key=itemgetter(0, 1))
            found.append(places)
        return found

    def _learn(self, words: Iterable[str]) -> None:
        """Find out which of the wanted words these match."""
        new = {word: self._folding.reduced(word) for word in words}
        # All of a stem but its last letter is in its words.  Of a single letter somebody has begun with there are
        # hundreds in a page: they need no stem to be kept apart from other words.
        alike = tuple(stem[:-1] for stem in self._by_stem if len(stem) > 1)
        stems = self._stems(word for word in new.values() if not word.isascii() or word.startswith(alike))
        for word, spelling in new.items():
            stem = stems.get(spelling, spelling)
            meant = self._by_stem.get(stem, _NOTHING)
            self._meant[word] = meant.union(want for want, begin in self._unfinished if stem.startswith(begin))

    def _words_begun(self, flat: Folded) -> list[tuple[int, str]]:
        """Where there are words that begin as wanted ones do, in any order."""
        text = flat.text
        found: list[tuple[int, str]] = []
        if not self._spaced:
            return found
        if not self._is_plain:  # in other alphabets a word may begin with its article
            return [(at, word) for word, at in self._folding.words_at(flat)]
        if not flat.is_plain:
            for match in self._pattern(flat).finditer(text):
                start = match.start()
                if not text[start - 1 : start].isalnum() or self._is_unit(text, start):
                    found.append((start, _number_or_word(match.group())))
            return found
        # Three times as fast as a pattern with all beginnings.
        for begin in self._beginnings:
            start = text.find(begin)
            while start >= 0:
                begins = not text[start - 1 : start].isalnum() or self._is_unit(text, start)
                if begins and (word := _WORD.match(text, start)):
                    found.append((start, _number_or_word(word.group())))
                start = text.find(begin, start + 1)
        return found

    def _is_unit(self, text: str, start: int) -> bool:
        """Whether the unit of a number begins there, written onto it."""
        if not text[start - 1].isdigit() or text[start].isdigit():
            return False
        number = start - 1
        while number and text[number - 1].isalnum():
            number -= 1
        word = _WORD.match(text, number)
        return word is not None and len(parts := measured(word.group())) > 1 and number + parts[1][1] == start

    @cached_property
    def _is_plain(self) -> bool:
        return all(map(str.isascii, self._spaced)) and self._folding.tells_where_words_part

    @cached_property
    def _beginnings(self) -> list[str]:
        """What every form of the wanted words begins with, in any spelling; none begins with another of them."""
        found: set[str] = set()
        for word, stem in self._spaced.items():
            found |= self._folding.beginnings(word, stem, _CERTAIN_LETTERS)
        return [one for one in found if not any(one != other and one.startswith(other) for other in found)]

    def _pattern(self, flat: Folded) -> re.Pattern[str]:
        """Words that begin as wanted ones do, with the marks of the text."""
        if flat.marks not in self._patterns:
            # Nothing before the alternatives: the engine then skips to their first letters.
            self._patterns[flat.marks] = re.compile(f"(?:{self._starts}){self._folding.word_end(flat)}")
        return self._patterns[flat.marks]

    @cached_property
    def _starts(self) -> str:
        # A mark may be after any letter, so that few are certain.
        starts = (self._folding.beginnings(word, word[:_CERTAIN_LETTERS], _CERTAIN_LETTERS) for word in self._spaced)
        return "|".join(sorted(set().union(*starts)))

    def _places_unspaced(self, flat: Folded) -> list[Match]:
        """Letters wanted in a text without spaces, those that touch taken together."""
        found = sorted(
            (match.start(), match.end(), pair)
            for pair, pattern in self._unspaced_patterns.items()
            for match in pattern.finditer(flat.text)
        )
        places: list[Match] = []
        for start, end, pair in found:
            if places and start <= places[-1][1]:
                first, last, words = places.pop()
                places.append((first, max(end, last), words | {pair}))
            else:
                places.append((start, end, frozenset({pair})))
        return places

    @cached_property
    def _unspaced_patterns(self) -> Mapping[str, re.Pattern[str]]:
        return {pair: re.compile(syllables(pair, unfinished=pair in self._begun)) for pair in self._unspaced}


def all_words(places: Iterable[Match]) -> frozenset[str]:
    """The wanted words that are in any of the places."""
    return _NOTHING.union(*{words for _, _, words in places})


def _number_or_word(word: str) -> str:
    return word if word[0] > "9" else measured(word)[0][0]
