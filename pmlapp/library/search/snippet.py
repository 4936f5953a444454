"""The line of a page that shows best why a search found it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from pmlapp.content.markdown.markdown_text import plain_lines
from pmlapp.library.search.finder import Finder, Match, all_words

_LONGEST: Final = 180
"""Characters: two lines of a result list."""

_BEFORE_FIRST_MARK: Final = 60

FAR_ENOUGH: Final = 6_000
"""Characters of a page that are looked at; a longer one is still found by all of its words."""

_SENTENCE_END: Final = re.compile(
    r"[.!?\n。！？।؟](?:(?<=[。！？।؟])|(?<=[.!?])(?=\s)(?<![!?\s].)|(?<=\n)(?=\s*(?:[-*+#|!?\d]|\n)))"
)
"""In Markdown: a full stop, or the start of another paragraph, point, heading or row.

All signs that may end one come first: the engine then skips to the next of them.
"""

_TITLE: Final = re.compile(r"\s*(?:#|!!!|\?\?\?)")
"""A heading, or the first line of a callout or fold: it names an answer but is not one."""


class Snippet(NamedTuple):
    """A line of plain text, and where in it the wanted words are."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Answer:
    """The short answer of a page and its body, as they follow each other in a longer text, a line end between them."""

    def __init__(self, short: str, body: str, *, begins: int) -> None:
        self._short = short
        self._body = body
        self._short_begins = begins
        self._body_begins = begins + len(short) + 1

    def snippet(self, places: Sequence[Match], finder: Finder) -> Snippet:
        """The sentence of the page with the most wanted words: the short answer, unless another has more.

        Args:
            places: where in the longer text ``finder`` found which words, in order.
            finder: marks the words in a sentence that loses its Markdown.
        """
        first, body = (bisect_left(places, (begin,)) for begin in (self._short_begins, self._body_begins))
        in_short = places[first:body]
        if start_and_end := self._better_sentence(len(all_words(in_short)), places[body:]):
            return self._sentence(*start_and_end, places[body:], finder)
        if self._short:
            return _cut(self._short, _marks(in_short, self._short_begins))
        best = next(iter(plain_lines(self._body)), "")
        return _cut(best, _marks(finder.places(best), 0))

    def _better_sentence(self, most: int, places: Sequence[Match]) -> tuple[int, int] | None:
        """Where in the body the first sentence with the most wanted words begins, if they are more than ``most``."""
        if len(all_words(places)) <= most:
            return None
        ends = self._ends
        sentences: dict[int, frozenset[str]] = {}
        for start, _, words in places:
            number = bisect_right(ends, start - self._body_begins)
            known = sentences.get(number)
            sentences[number] = known | words if known else words
        for number in sorted(sentences, key=lambda number: (-len(sentences[number]), number)):
            if len(sentences[number]) <= most:
                break
            start = ends[number - 1] if number else 0
            if not _TITLE.match(self._body, start):
                return start, (*ends, len(self._body))[number]
        return None

    def _sentence(self, start: int, end: int, places: Sequence[Match], finder: Finder) -> Snippet:
        raw = self._body[start:end]
        plain = " ".join(plain_lines(raw))
        if (at := raw.find(plain)) < 0:
            return _cut(plain, _marks(finder.places(plain), 0))
        first, last = start + at + self._body_begins, start + at + len(plain) + self._body_begins
        return _cut(plain, _marks([place for place in places if first <= place[0] < last], first))

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self._body)]


def _marks(places: Sequence[Match], begin: int) -> list[tuple[int, int]]:
    return [(start - begin, end - begin) for start, end, _ in places]


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
