"""Phrases of a page in another language than English, by a function that is handed in."""

from collections.abc import Callable

Say = Callable[[str, int | None], str]
"""``(English phrase, the count in it)`` to the phrase in the language of the window."""


def said_by(english: str, say: Say) -> str:
    """A phrase in another language; one with a count waits for it."""
    return _Counted(english, say) if "{count}" in english else say(english, None)


class _Counted(str):
    """A phrase with a count in it, whose form in another language depends on that count."""

    _say: Say

    def __new__(cls, english: str, say: Say) -> "_Counted":
        made = super().__new__(cls, english)
        made._say = say
        return made

    def format(self, *args: object, **fields: object) -> str:
        """The phrase in the form for ``count``, with its fields filled."""
        count = fields.get("count")
        return self._say(str(self), count if isinstance(count, int) else None).format(*args, **fields)
