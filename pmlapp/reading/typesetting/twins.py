"""Characters that the reading font lacks and has a twin of: shown by the twin, and left alone everywhere else.

The micro sign is drawn by the Greek letter of the same shape, and the hyphen that does not break by a hyphen between
two word joiners, which do not let the line break.  A word joiner behind the Greek letter tells it from one that the
library wrote: copied, both are the library's own again.
"""

from typing import Final

_TWINS: Final = {0x00B5: "\u03bc\u2060", 0x2011: "\u2060-\u2060"}


def with_twins(text: str) -> str:
    """The text as it is set in type."""
    return text if text.isascii() else text.translate(_TWINS)


def without_twins(text: str) -> str:
    """What the library wrote, of text as it is set."""
    for character, twin in _TWINS.items():
        text = text.replace(twin, chr(character))
    return text
