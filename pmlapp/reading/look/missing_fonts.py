"""The scripts of a library for which this computer has no font: their words would be drawn as empty boxes."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtGui import QFont, QFontMetrics

from pmlapp.reading.look.fonts import FAMILIES

_LETTERS_OF_A_LANGUAGE: Final = 8
"""Of a script that is only quoted a library holds fewer, as of Greek in English; to try it would load another font."""

_LETTERS_TRIED: Final = 40
_LATIN: Final = range(0x250)
"""The reading font has these."""

_NAMES: Final = {
    "CJK": "Chinese",
    "MYANMAR": "Burmese",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "NKO": "N'Ko",
    "ETHIOPIC": "Amharic",
}
"""What people call a script that Unicode names otherwise."""


def scripts_without_font(characters: Iterable[str]) -> tuple[str, ...]:
    """The scripts of which this computer can draw less than half of the letters, by their English names.

    Args:
        characters: all that a library holds, each once, in any order.
    """
    scripts = defaultdict[str, list[str]](list)
    for letter in characters:
        if ord(letter) not in _LATIN and letter.isalpha():
            script = unicodedata.name(letter, "").partition(" ")[0]
            scripts[_NAMES.get(script, script.capitalize())].append(letter)
    # With the fonts that Qt takes where these have no letter.
    font = QFontMetrics(QFont(list(FAMILIES)))
    return tuple(
        sorted(
            script
            for script, letters in scripts.items()
            if script and len(letters) >= _LETTERS_OF_A_LANGUAGE and _lacks(font, letters[:_LETTERS_TRIED])
        )
    )


def _lacks(font: QFontMetrics, letters: Sequence[str]) -> bool:
    return sum(not font.inFontUcs4(ord(letter)) for letter in letters) * 2 > len(letters)
