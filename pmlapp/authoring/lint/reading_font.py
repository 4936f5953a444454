"""Which characters the reading font has, so that lint can say what another font has to draw."""

import unicodedata
from typing import Final

_HAS: Final = """
0020-007E 00A0-00AC 00AE-00B4 00B6-0107 010A-0113 0116-011B 011E-0123 0126-0127 012A-012B 012E-0133 0136-0137 0139-013E
0141-0148 0150-0155 0158-015B 015E-0165 016A-016B 016E-017E 0192 0218-021B 0237 02C6-02C7 02C9 02D8-02DD 0300-0304
0306-0308 030A-030C 0312 0326-0328 0394 03A9 03BC 03C0 1E80-1E85 1E9E 1EF2-1EF3 2009 2013-2014 2018-201A 201C-201E
2020-2022 2026 2030 2039-203A 2044 20AC 20B9 2113 2122 212E 2202 220F 2211-2212 2215 2219-221A 221E 222B 2248 2260
2264-2265 25CA 266A
"""
"""Of Atkinson Hyperlegible Next, its regular face; a test compares them with the file."""

_SHOWN_BY_A_TWIN: Final = "\u00b5\u2011"
_NOT_DRAWN: Final = frozenset({"Cc", "Cf", "Zl", "Zp", "Zs"})


def has(character: str) -> bool:
    """Whether the reading font has a character."""
    code = ord(character)
    return any(low <= code <= high for low, high in _ranges())


def drawn_by_another(text: str) -> tuple[str, ...]:
    """The characters of a text that fall to another font, each once: signs, and letters of its own script.

    Letters of other scripts are left out: each of those has a font chosen for it.
    """
    found = dict.fromkeys(character for character in text if not character.isascii())
    return tuple(character for character in found if _is_of_its_script(character) and not has(character))


def _is_of_its_script(character: str) -> bool:
    if unicodedata.category(character) in _NOT_DRAWN or character in _SHOWN_BY_A_TWIN:
        return False
    return not character.isalpha() or unicodedata.name(character, "").startswith("LATIN")


def _ranges() -> tuple[tuple[int, int], ...]:
    spans = (part.partition("-") for part in _HAS.split())
    return tuple((int(low, 16), int(high or low, 16)) for low, _, high in spans)
