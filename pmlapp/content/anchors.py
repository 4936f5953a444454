"""The anchors of the sections that a page has beside those of its article's text."""

from typing import Final

SOURCES: Final = "sources"
KEY_POINTS: Final = "key-points"
TO_ASK: Final = "what-you-can-ask"
SELF_CHECK: Final = "did-we-explain-this-well"

REPEATING: Final = frozenset({KEY_POINTS, SELF_CHECK})
"""Sections that only say again what the page has said: a search leads to the place itself."""
