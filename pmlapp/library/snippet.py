"""The line of a page that shows best why a search found it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple

from pmlapp.library.letters import SIGN, WORD_END, WORD_END_WITHOUT_SIGNS, folded, is_unspaced, reduced
from pmlapp.library.words import plain_lines, without_links

_LONGEST: Final = 180
"""Characters: two lines of a result list."""

_BEFORE_FIRST_MARK: Final = 60
_CERTAIN_LETTERS: Final = 3
"""Words that share a stem share at least as many letters at their start."""

_START_OF_BRITISH: Final = re.compile("e")
"""Where British spelling may have one letter more: "edema" and "oedema"."""

FAR_ENOUGH: Final = 6_000
"""Characters of a page that are looked at; a longer one is still found by all of its words."""

_SENTENCE_END: Final = re.compile(
    r"[.!?\n。！？।؟](?:(?<=[。！？।؟])|(?<=[.!?])(?=\s)(?<![!?\s].)|(?<=\n)(?=\s*(?:[-*+#|!?\d]|\n)))"
)
"""In Markdown: a full stop, or the start of another paragraph, point, heading or row.

All signs that may end one come first: the engine then skips to the next of them.
"""

_TITLE: Final = re.compile(r"\s*(?:#|!!!|\?\?\?)")
"""A heading, or the first line of a callout or fold: it names an answer and is none."""


class Wanted(NamedTuple):
    """A word to look for: any of the same stem, or when ``unfinished`` any whose stem begins with it, as FTS5 does."""

    word: str
    unfinished: bool


class Place(NamedTuple):
    """Where in a text a wanted word stands, and for which of the wanted it does."""

    start: int
    end: int
    words: frozenset[str]


class Snippet(NamedTuple):
    """A line of plain text, and where in it the wanted words stand."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Finder:
    """Finds the words of one query in texts."""

    def __init__(self, wanted: Sequence[Wanted], stems: Callable[[Iterable[str]], Mapping[str, str]]) -> None:
        self._stems = stems
        self._wanted = [(want, stem) for want, stem in zip(wanted, _each(stems, wanted), strict=True)]
        spaced = {want.word for want in wanted if not is_unspaced(want.word[:1])}
        starts = {_START_OF_BRITISH.sub(r"[ao]?\g<0>", word[:_CERTAIN_LETTERS]) for word in spaced if word.isascii()}
        if len(starts) < len({word[:_CERTAIN_LETTERS] for word in spaced}):
            starts = {r"[^\W_]"}  # in other alphabets a word may begin with its article
        self._starts = "|".join(sorted(starts))
        self._unspaced = [want.word for want in wanted if is_unspaced(want.word[:1])]
        self._meant: dict[str, frozenset[str]] = {}

    def places(self, text: str) -> list[Place]:
        """Each wanted word in ``text``, in order."""
        if not self._wanted or not text:
            return []
        flat = folded(text)
        places: list[Place] = []
        for match in self._pattern(flat).finditer(flat) if self._starts else ():
            words = self._meant.get(match.group())
            if words is None:
                self.learn(flat)
                words = self._meant[match.group()]
            if words:
                start, end = match.span()
                if start == 0 or not flat[start - 1].isalnum():
                    places.append(Place(start, end, words))
        return sorted([*places, *self._places_unspaced(flat)]) if self._unspaced else places

    def learn(self, text: str) -> None:
        """Find out which words of ``text`` are wanted ones: for many texts at once this is faster than text by text."""
        flat = folded(text)
        found = set(self._pattern(flat).findall(flat)) if self._starts else set()
        new = {word: reduced(word) for word in found.difference(self._meant)}
        stems = self._stems(new.values()) if new else {}
        for word, spelling in new.items():
            stem = stems[spelling]
            self._meant[word] = frozenset(
                want.word
                for want, wanted_stem in self._wanted
                if stem == wanted_stem or (want.unfinished and stem.startswith(wanted_stem))
            )

    def _pattern(self, flat: str) -> re.Pattern[str]:
        return self._with_signs if not flat.isascii() and SIGN.search(flat) else self._without_signs

    # Nothing before the alternatives: the engine then skips to their first letters.
    @cached_property
    def _without_signs(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self._starts}){WORD_END_WITHOUT_SIGNS}")

    @cached_property
    def _with_signs(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self._starts}){WORD_END}")

    def _places_unspaced(self, flat: str) -> list[Place]:
        """Letters wanted in a text without spaces, those that touch taken together."""
        found = sorted(
            (match.start(), match.end(), pair) for pair in self._unspaced for match in re.finditer(pair, flat)
        )
        places: list[Place] = []
        for start, end, pair in found:
            if places and start <= places[-1].end:
                before = places.pop()
                places.append(Place(before.start, max(end, before.end), before.words | {pair}))
            else:
                places.append(Place(start, end, frozenset({pair})))
        return places

    def words(self, text: str) -> frozenset[str]:
        """The wanted words that ``text`` holds in one form or another."""
        return frozenset(word for place in self.places(text) for word in place.words)

    def snippet(self, short_answer: str, body: str) -> tuple[Snippet, frozenset[str]]:
        """The sentence of the page with the most wanted words, and every wanted word on the page.

        The short answer is the sentence unless another has more.  ``body`` is its beginning, ``FAR_ENOUGH``.
        """
        text = without_links(body)
        ends = [match.end() for match in _SENTENCE_END.finditer(text)]
        sentences: defaultdict[int, set[str]] = defaultdict(set)
        for place in self.places(text):
            sentences[bisect_right(ends, place.start)].update(place.words)
        starts = [0, *ends]
        answered = self.words(short_answer)
        best = short_answer
        for number in sorted(sentences, key=lambda number: (-len(sentences[number]), number)):
            if len(sentences[number]) <= len(answered):
                break
            if not _TITLE.match(text, starts[number]):
                best = " ".join(plain_lines(text[starts[number] : (*ends, len(text))[number]]))
                break
        if not best:
            best = next(iter(plain_lines(text)), "")
        marks = [(place.start, place.end) for place in self.places(best)]
        return _cut(best, marks), answered.union(*sentences.values())


def _each(stems: Callable[[Iterable[str]], Mapping[str, str]], wanted: Sequence[Wanted]) -> list[str]:
    found = stems(want.word for want in wanted)
    return [found[want.word] for want in wanted]


def _cut(text: str, marks: Sequence[tuple[int, int]]) -> Snippet:
    """At most two lines of it, from a little before the first mark, cut between words."""
    if len(text) <= _LONGEST:
        return Snippet(text, tuple(marks))
    start = 0
    if marks and marks[0][1] > _LONGEST - 1:
        before = max(1, marks[0][0] - _BEFORE_FIRST_MARK)
        start = text.rfind(" ", 0, before) + 1 or before
    end = len(text)
    if end - start > _LONGEST:
        end = text.rfind(" ", start + 1, start + _LONGEST)
        end = end if end > start else start + _LONGEST
    head, tail = "…" if start else "", "…" if end < len(text) else ""
    shift = len(head) - start
    inside = tuple((a + shift, b + shift) for a, b in marks if a >= start and b <= end)
    return Snippet(head + text[start:end] + tail, inside)
