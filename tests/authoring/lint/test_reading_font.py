"""What lint knows of the reading font is what its file has."""

from pathlib import Path

from PySide6.QtGui import QRawFont

from pmlapp.authoring.lint.reading_font import drawn_by_another, has


def test_the_characters_are_those_of_the_file(qapp: object) -> None:
    path = Path(__file__).parents[3] / "resources" / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf"
    face = QRawFont(str(path), 20)
    assert face.isValid()
    wrong = [hex(code) for code in range(0x20, 0x3000) if face.supportsCharacter(code) != has(chr(code))]
    assert wrong == []


def test_letters_of_a_script_with_a_font_of_its_own_are_no_matter() -> None:
    assert drawn_by_another("\u0627\u0644\u062d\u0645\u0649, \u03b1, 5 \u00b5g") == ()
    assert drawn_by_another("H\u2082O \u2713 \u1ea1") == ("\u2082", "\u2713", "\u1ea1")
