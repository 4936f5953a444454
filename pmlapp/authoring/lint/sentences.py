"""What the words of a sentence are, in the languages we write."""

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['’.,\-‐‑][^\W_]+)*%?")


def words_of(text: str) -> list[str]:
    """The words of a text as written; ``don't``, ``4.14`` and ``X-ray`` are one word each."""
    return _WORD.findall(text)
