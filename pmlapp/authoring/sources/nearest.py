"""The name that somebody may have meant, for a message about one that is not known."""

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(name: str, known: Iterable[str]) -> str:
    """``; the nearest is “jcv-carriers”``, to end a message with; empty if no name is near."""
    found = get_close_matches(name, [str(each) for each in known], n=1, cutoff=0.7)
    return f"; the nearest is “{found[0]}”" if found else ""
