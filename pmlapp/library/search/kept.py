"""What was read from a file lately, at hand for the next letter, which finds most of it again."""

from collections.abc import Callable, Mapping, Sequence
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Kept(Generic[Key, Value]):
    """Looks up values, those not met lately all together; forgets everything when it has kept too much.

    That a key has no value is kept as well.
    """

    def __init__(self, look_up: Callable[[Sequence[Key]], Mapping[Key, Value]], *, most: int) -> None:
        self._look_up = look_up
        self._most = most
        self._kept: dict[Key, Value | None] = {}

    def of(self, keys: Sequence[Key]) -> dict[Key, Value]:
        """The value of each key that has one, in the order of the keys."""
        kept = self._kept
        new = [key for key in keys if key not in kept]
        if new:
            if len(kept) + len(new) > self._most:
                kept.clear()
                new = list(keys)
            found = self._look_up(new)
            kept.update((key, found.get(key)) for key in new)
        return {key: value for key in keys if (value := kept[key]) is not None}
