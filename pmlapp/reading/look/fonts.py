"""The reading font: loaded from our own files, so that every computer shows the same page."""

from math import ceil
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from pmlapp.reading.look.scale import Style

FAMILIES = (
    "Atkinson Hyperlegible Next",
    "Noto Sans",  # Latin that it lacks, Greek, Cyrillic
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Devanagari",
    "Noto Sans Bengali",
    "Noto Sans Gurmukhi",
    "Noto Sans Gujarati",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Noto Sans Thai",
    "Noto Sans Lao",
    "Noto Sans Khmer",
    "Noto Sans Myanmar",
    "Noto Sans Ethiopic",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans CJK SC",  # Chinese; Japanese kana and Korean too
    "Noto Sans Math",  # arrows and signs
    "Noto Sans Symbols",
)
"""The bundled family first; each of the others, where it is installed, serves the scripts that those before it lack.

One for each script: left to chance, two computers would draw the same page with other letters.
"""


def load_fonts(folder: Path) -> None:
    """Make the font files of ``folder`` known to Qt; call before the first widget.

    A file that cannot be loaded is left out: the system's own font takes its place.
    """
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def system_letters() -> tuple[str, float]:
    """The font that this computer uses for its own windows, and the line height that it asks for, in em."""
    chosen = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    chosen.setPixelSize(100)
    return chosen.family(), QFontMetricsF(chosen).height() / 100


def font(style: Style, *, weight: int | None = None, italic: bool = False) -> QFont:
    """The font of a style, at another weight or slanted if asked."""
    chosen = QFont([style.family, *FAMILIES] if style.family else list(FAMILIES))
    chosen.setPixelSize(max(1, style.px))
    chosen.setWeight(QFont.Weight(weight or style.weight))
    chosen.setItalic(italic)
    # Hinting moves strokes to the pixel grid and makes each machine draw another picture.
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.spacing:
        # With letters further apart Qt leaves out ligatures by itself.
        chosen.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, _whole(style.spacing * style.px))
    if style.words:
        chosen.setWordSpacing(_whole(style.words * style.px))
    return chosen


def _whole(px: float) -> float:
    """Rounded up to what Qt counts in, a 64th of a pixel: rounded down, letters would be closer than asked for."""
    return ceil(px * 64) / 64
