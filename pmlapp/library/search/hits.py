"""What a search found, each hit made when somebody looks at it."""

from collections.abc import Callable, Sequence
from typing import overload

from pmlapp.content.model import SearchHit

Make = Callable[[Sequence[tuple[int, float]]], Sequence[SearchHit]]
"""Makes the lines of some of the pairs."""


class Hits(Sequence[SearchHit]):
    """The hits of one search, best first, for pairs of an article's number and its score.

    Which pages are found is known at once.  Their lines are not: unpacking and reading
    a page takes longer than finding it, and most rows of a list are never seen.
    Those of a slice are made together, which takes half the time.
    Looking at one may raise `UnreadableContentError`.
    """

    def __init__(self, found: Sequence[tuple[int, float]], make: Make) -> None:
        self._found = found
        self._make = make
        self._made: dict[int, SearchHit] = {}

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, place: int) -> SearchHit: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[SearchHit, ...]: ...
    def __getitem__(self, place: int | slice) -> SearchHit | tuple[SearchHit, ...]:
        if isinstance(place, slice):
            return self._at(range(*place.indices(len(self))))
        return self._at((range(len(self))[place],))[0]

    def _at(self, places: Sequence[int]) -> tuple[SearchHit, ...]:
        new = [place for place in places if place not in self._made]
        if new:
            self._made.update(zip(new, self._make([self._found[place] for place in new]), strict=True))
        return tuple(self._made[place] for place in places)

    @property
    def made(self) -> int:
        """How many have been looked at."""
        return len(self._made)


def changed(hits: Sequence[SearchHit], change: Callable[[SearchHit], SearchHit]) -> Hits:
    """The same hits, each changed when it is looked at."""
    return Hits(
        [(place, 0.0) for place in range(len(hits))], lambda wanted: [change(hits[place]) for place, _ in wanted]
    )
