"""What a card beside a word says."""

from typing import NamedTuple


class Note(NamedTuple):
    """``actions`` are the ways on from the card: pairs of words and target."""

    title: str
    text: str
    actions: tuple[tuple[str, str], ...] = ()
