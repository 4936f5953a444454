"""The reading font: loaded from our own files, so that every computer shows the same page."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase

from pmlapp.reading.look.scale import Style

FAMILIES = ("Atkinson Hyperlegible Next", "Noto Sans", "Noto Sans Arabic", "Noto Sans CJK SC")
"""The bundled family first; the others, where installed, serve scripts that it has not."""


def load_fonts(folder: Path) -> None:
    """Make the font files of ``folder`` known to Qt; call before the first widget.

    A file that cannot be loaded is left out: the system's own font takes its place.
    """
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def font(style: Style, *, weight: int | None = None, italic: bool = False) -> QFont:
    """The font of a style, at another weight or slanted if asked."""
    chosen = QFont(list(FAMILIES))
    chosen.setPixelSize(max(1, style.px))
    chosen.setWeight(QFont.Weight(weight or style.weight))
    chosen.setItalic(italic)
    # Hinting moves strokes to the pixel grid and makes each machine draw another picture.
    chosen.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if style.spacing:
        chosen.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, style.spacing * style.px)
    return chosen
