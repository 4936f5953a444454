"""What a search found, each hit made when somebody looks at it."""

from collections.abc import Callable, Sequence
from typing import overload

from pmlapp.content.model import SearchHit


class Hits(Sequence[SearchHit]):
    """The hits of one search, best first, for pairs of an article's number and its score.

    Which pages are found is known at once.  Their lines are not: unpacking and reading
    a page takes longer than finding it, and most rows of a list are never seen.
    Looking at one may raise `UnreadableContentError`.
    """

    def __init__(self, found: Sequence[tuple[int, float]], make: Callable[[int, float], SearchHit]) -> None:
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
            return tuple(self[each] for each in range(*place.indices(len(self))))
        number, score = self._found[place]
        if number not in self._made:
            self._made[number] = self._make(number, score)
        return self._made[number]

    @property
    def made(self) -> int:
        """How many have been looked at."""
        return len(self._made)


def changed(hits: Sequence[SearchHit], change: Callable[[SearchHit], SearchHit]) -> Hits:
    """The same hits, each changed when it is looked at."""
    return Hits([(place, 0.0) for place in range(len(hits))], lambda place, _: change(hits[place]))
