"""A topic with its pages: read as somebody looks at them, and grouped by letter where they are many."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import groupby, pairwise
from typing import Final, NamedTuple, overload

from pmlapp.content.model import ArticleSummary, Topic

MAX_UNGROUPED_PAGES: Final = 100
"""More pages than this in one list, and finding one by scrolling takes longer than choosing a letter first."""

MAX_GROUP_PAGES: Final = 60

_CHUNK_PAGES: Final = 64
_DIGITS: Final = "0–9"
_MAX_LABEL_LETTERS: Final = 16

ReadPages = Callable[[int, int], tuple[ArticleSummary, ...]]
"""Reads ``(start, most)`` pages of a topic in the order shown."""


class Group(NamedTuple):
    """Some neighbours in the alphabet, with what to write on the row or card that leads to them."""

    label: str
    pages: tuple[ArticleSummary, ...]


class LazyPages(Sequence[ArticleSummary]):
    """The pages of a topic in the order shown: counted beforehand, read some dozens at a time."""

    def __init__(self, count: int, read: ReadPages) -> None:
        self._count = count
        self._read = read
        self._chunks: dict[int, tuple[ArticleSummary, ...]] = {}

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> ArticleSummary: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[ArticleSummary, ...]: ...
    def __getitem__(self, index: int | slice) -> ArticleSummary | tuple[ArticleSummary, ...]:
        if isinstance(index, slice):
            return tuple(self._page(number) for number in range(*index.indices(self._count)))
        number = index + self._count if index < 0 else index
        if not 0 <= number < self._count:
            raise IndexError(index)
        return self._page(number)

    def __iter__(self) -> Iterator[ArticleSummary]:
        """All of them, read together; to read only the first, take a slice."""
        return iter(self._all)

    @cached_property
    def _all(self) -> tuple[ArticleSummary, ...]:
        return self._read(0, self._count)

    def _page(self, number: int) -> ArticleSummary:
        if self._count <= _CHUNK_PAGES:
            return self._all[number]
        chunk, place = divmod(number, _CHUNK_PAGES)
        if chunk not in self._chunks:
            self._chunks[chunk] = self._read(chunk * _CHUNK_PAGES, _CHUNK_PAGES)
        return self._chunks[chunk][place]


class Shelf:
    """A topic with its pages in the order shown; ``groups`` holds the same pages by letter, where they are many."""

    def __init__(self, topic: Topic, articles: Sequence[ArticleSummary]) -> None:
        self.topic = topic
        self.articles = articles

    @property
    def is_large(self) -> bool:
        """Whether it has too many pages to scroll through."""
        return len(self.articles) > MAX_UNGROUPED_PAGES

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The pages by letter; none for a topic of `MAX_UNGROUPED_PAGES` or fewer, which is one list."""
        return in_groups(self.articles) if self.is_large else ()


def in_groups(pages: Iterable[ArticleSummary]) -> tuple[Group, ...]:
    """The pages by the first letter of their titles, a letter with many of them in several groups."""
    ordered = sorted(((plain_letters(page.title), page) for page in pages), key=lambda pair: pair[0])
    groups: list[Group] = []
    for letter, of_letter in groupby(ordered, key=lambda pair: _DIGITS if pair[0][:1].isdigit() else pair[0][:1]):
        pairs = list(of_letter)
        if len(pairs) <= MAX_GROUP_PAGES:
            groups.append(Group(letter.upper() or "–", tuple(page for _, page in pairs)))
            continue
        # Near equal parts: a last group of one page would look like a mistake.
        parts = -(-len(pairs) // MAX_GROUP_PAGES)
        bounds = [len(pairs) * part // parts for part in range(parts + 1)]
        for start, end in pairwise(bounds):
            before = pairs[start - 1][0] if start else ""
            after = pairs[end][0] if end < len(pairs) else ""
            (first, first_page), (last, last_page) = pairs[start], pairs[end - 1]
            length = 1 + max(_shared(first, before), _shared(last, after))
            begins, ends = (_cut(page.title, length) for page in (first_page, last_page))
            label = begins if begins == ends else f"{begins} – {ends}"
            groups.append(Group(label, tuple(page for _, page in pairs[start:end])))
    return tuple(groups)


def plain_letters(text: str) -> str:
    """A text as the alphabet orders it: without capitals and accents, from its first letter or digit on."""
    plain = text.casefold()
    if not plain.isascii():
        decomposed = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in decomposed if not unicodedata.category(letter).startswith("M"))
    for start, letter in enumerate(plain):
        if letter.isalnum():
            return plain[start:]
    return ""


def _shared(one: str, other: str) -> int:
    """How many letters two titles have in common from their beginning: one more tells them apart."""
    differing = (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def _cut(title: str, length: int) -> str:
    """The first ``length`` letters; where every title begins alike ("What are the signs of …"), only their end."""
    begins = title[:length].strip()
    return begins if length <= _MAX_LABEL_LETTERS else f"…{begins[-_MAX_LABEL_LETTERS // 2 :]}"
