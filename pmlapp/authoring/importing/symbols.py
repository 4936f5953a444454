"""The signs of symbol fonts, which Word stores as codes of the font, as the characters they are."""

from typing import Final

_SYMBOL: Final = {
    **dict(zip(range(0x41, 0x5B), "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ", strict=True)),
    **dict(zip(range(0x61, 0x7B), "αβχδεφγηιϕκλμνοπθρστυϖωξψζ", strict=True)),
    **{code: chr(code) for code in (*range(0x20, 0x22), 0x23, 0x25, 0x26, 0x28, 0x29, *range(0x2B, 0x2D))},
    **{code: chr(code) for code in (*range(0x2E, 0x40), 0x5B, 0x5D, 0x5F, 0x7B, 0x7C, 0x7D)},
    **dict(zip((0x22, 0x24, 0x27, 0x2A, 0x2D, 0x40, 0x5C, 0x5E, 0x7E), "∀∃∋∗−≅∴⊥∼", strict=True)),
    **dict(zip(range(0xA0, 0xB0), "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓", strict=True)),
    **dict(zip(range(0xB0, 0xBD), "°±″≥×∝∂•÷≠≡≈…", strict=True)),
    **dict(zip(range(0xBF, 0xE0), "↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓", strict=True)),
    **dict(zip((*range(0xE0, 0xE6), 0xF1, 0xF2), "◊〈®©™∑〉∫", strict=True)),
}
_WINGDINGS: Final = {
    **dict(zip((0x28, 0x29, 0x2A, 0x36, 0x4A, 0x4B, 0x4C), "☎✆✉⌛☺😐☹", strict=True)),
    **dict(zip((0x6C, 0x6E, 0x6F, 0x71, 0x72, 0x76, 0x9F), "●■□❑❒❖•", strict=True)),
    **dict(zip((0xA7, 0xA8, 0xD8, 0xDF, 0xE0, 0xE1, 0xE2), "▪◻➢←→↑↓", strict=True)),
    **dict(zip((0xE8, 0xF0, 0xFB, 0xFC, 0xFD, 0xFE), "➔⇨✗✓☒☑", strict=True)),
}
_FONTS: Final = {"symbol": _SYMBOL, "wingdings": _WINGDINGS}


def is_symbol_font(font: str) -> bool:
    """Whether the letters of a font are signs."""
    return font.casefold() in _FONTS or font.casefold().startswith(("wingdings", "webdings"))


def character(font: str, code: int) -> str:
    """The character that a font shows for a code, also for one moved to U+F000; "" if that is not known.

    Of a code whose font was lost, "", what the font Symbol shows is given, which most of them were.
    """
    table = _FONTS.get((font or "Symbol").casefold(), {})
    return table.get(code - 0xF000 if 0xF000 <= code <= 0xF0FF else code, "")
