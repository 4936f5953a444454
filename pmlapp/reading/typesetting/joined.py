"""Scripts whose letters are joined in writing: to set them apart would break their words.

Arabic and its kin join letter to letter, Devanagari, Bengali and Gurmukhi by a line along their heads.

Source: https://www.w3.org/TR/WCAG22/#text-spacing, with its exception for scripts that have no such spacing.
"""

import re
from collections.abc import Iterator
from typing import Final

_JOINED: Final = re.compile(
    "[\u0600-\u06ff\u0700-\u074f\u0750-\u077f\u07c0-\u07ff\u0840-\u085f\u0860-\u08ff\u0900-\u0a7f"
    "\u1800-\u18af\u1cd0-\u1cff\ua840-\ua87f\ua8e0-\ua8ff\ufb50-\ufdff\ufe70-\ufefc\u200c\u200d"
    "\U00010ac0-\U00010aff\U00010d00-\U00010d3f\U0001e900-\U0001e95f]+"
)


def runs(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether its letters are joined."""
    if text.isascii():
        yield text, False
        return
    end = 0
    for found in _JOINED.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], False
        yield found.group(), True
        end = found.end()
    if end < len(text):
        yield text[end:], False
