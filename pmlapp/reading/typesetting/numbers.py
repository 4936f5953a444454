"""Numbers among words that are written from right to left.

The groups of a telephone number are numbers of their own to the Unicode bidirectional algorithm: among Arabic words
"0800 123 4567" is drawn "4567 123 0800". Between U+2066 and U+2069 it is read as it was written. The marks are in the
typeset page only; authors may not write any, as these can hide what a text says.

Source: https://www.unicode.org/reports/tr9/ (rules W4 to W6, N1 and X5a)
"""

import re
from typing import Final

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_NUMBER: Final = re.compile(
    r"(?<!\w)(?:\+\(?\d[\d ()./-]*\d|\(\d+\)[ \d-]*\d|\d+(?:-\d+)*(?: \(?\d{2,}\)?(?:-\d+)*)+)(?!\w)"
)
"""One with a plus or brackets, or with more than one group; a range keeps the direction of the words around it."""

_WORD: Final = re.compile(r"[^\W\d_]")

_ISOLATE: Final = "\u2066"
_END: Final = "\u2069"


def is_right_to_left(text: str) -> bool:
    """Whether some of its letters are written from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def isolated(text: str) -> str:
    """The text with its numbers kept in order, for words that are written from right to left."""
    return _NUMBER.sub(rf"{_ISOLATE}\g<0>{_END}", text)


def embedded(text: str) -> str:
    """Words from left to right among others from right to left, with their question mark behind them."""
    return f"{_ISOLATE}{text}{_END}" if _WORD.search(text) else isolated(text)
