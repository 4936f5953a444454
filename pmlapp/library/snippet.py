"""The line of a page that shows best why a search found it."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property
from typing import Final, NamedTuple

from pmlapp.library.finder import Finder, Place, all_words
from pmlapp.library.words import plain_lines

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
"""A heading, or the first line of a callout or fold: it names an answer and is none."""


class Snippet(NamedTuple):
    """A line of plain text, and where in it the wanted words stand."""

    text: str
    marks: tuple[tuple[int, int], ...]


class Answer:
    """The text of a page: its short answer, and the sentences of its body."""

    def __init__(self, short: str, body: str) -> None:
        self._short = short
        self._body = body

    def snippet(self, in_short: Sequence[Place], in_body: Sequence[Place], finder: Finder) -> Snippet:
        """The sentence of the page with the most wanted words: the short answer, unless another has more.

        Args:
            in_short: the wanted words of the short answer.
            in_body: those of the body, by their places in it.
            finder: what found them.
        """
        best = self._better_sentence(len(all_words(in_short)), in_body)
        if not best and self._short:
            return _cut(self._short, [(place.start, place.end) for place in in_short])
        best = best or next(iter(plain_lines(self._body)), "")
        return _cut(best, [(place.start, place.end) for place in finder.places(best)])

    def _better_sentence(self, most: int, places: Sequence[Place]) -> str:
        """The first sentence with the most wanted words, if they are more than ``most``; "" if there is none."""
        if len(all_words(places)) <= most:
            return ""
        sentences: defaultdict[int, set[str]] = defaultdict(set)
        for place in places:
            sentences[bisect_right(self._ends, place.start)].update(place.words)
        for number in sorted(sentences, key=lambda number: (-len(sentences[number]), number)):
            if len(sentences[number]) <= most:
                break
            start = self._ends[number - 1] if number else 0
            if not _TITLE.match(self._body, start):
                return " ".join(plain_lines(self._body[start : (*self._ends, len(self._body))[number]]))
        return ""

    @cached_property
    def _ends(self) -> list[int]:
        return [match.end() for match in _SENTENCE_END.finditer(self._body)]


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
