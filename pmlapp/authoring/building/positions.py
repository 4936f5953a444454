"""Where each page comes in the order shown, so that a page put in between moves no other."""

from bisect import bisect_left
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

_STEP: Final = 1024
"""Between two pages of a first edition: room for ten pages, each put before the last."""

Key = TypeVar("Key", bound=Hashable)


def positions_of(ordered: Sequence[Key], before: Mapping[Key, int]) -> dict[Key, int]:
    """A position for each key, rising; as many as can be keep the one they had.

    Args:
        ordered: the keys in the order shown.
        before: the positions in the edition before, from 1; empty for a first edition.
    """
    places: list[int] = []
    start = 0
    for stay in (*_kept([before.get(key) for key in ordered]), len(ordered)):
        low = places[-1] if places else 0
        count = stay - start
        if stay == len(ordered):
            places += [low + _STEP * step for step in range(1, count + 1)]
            break
        high = before[ordered[stay]]
        if high - low <= count:
            return {key: _STEP * step for step, key in enumerate(ordered, start=1)}
        places += [low + (high - low) * step // (count + 1) for step in range(1, count + 1)]
        places.append(high)
        start = stay + 1
    return dict(zip(ordered, places, strict=True))


def _kept(values: Sequence[int | None]) -> Iterator[int]:
    """The indexes of a longest rising run of values, not all of them neighbours; None is in no run."""
    lowest: list[int] = []
    ends: list[int] = []
    previous: list[int] = []
    for index, value in enumerate(values):
        previous.append(-1)
        if value is None:
            continue
        length = bisect_left(lowest, value)
        lowest[length : length + 1] = [value]
        ends[length : length + 1] = [index]
        previous[index] = ends[length - 1] if length else -1
    run: list[int] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        run.append(index)
        index = previous[index]
    yield from reversed(run)
