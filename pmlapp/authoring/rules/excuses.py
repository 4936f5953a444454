"""What an article says does not apply to it, and why: ``urgent_help: "not-applicable: it tells of history"``."""

from typing import Final

from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.sentences import words_of

EXCUSE: Final = "not-applicable:"
MIN_WORDS: Final = 3
"""A shorter reason does not count."""


def excused(manuscript: Manuscript, key: str) -> bool:
    """Whether the front matter gives a reason under ``key`` why a rule does not apply."""
    return excuses(manuscript.front.text(key))


def excuses(said: str) -> bool:
    """Whether what is said under a key is such a reason."""
    return said.startswith(EXCUSE) and len(words_of(said.removeprefix(EXCUSE))) >= MIN_WORDS
