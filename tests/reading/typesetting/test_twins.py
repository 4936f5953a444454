"""Characters that the reading font lacks are shown by a twin that it has, and copied as the library has them."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo, QRawFont

from pmlapp.reading.look.fonts import FAMILIES, font
from pmlapp.reading.look.scale import Scale
from pmlapp.reading.typesetting.twins import with_twins
from tests.reading.conftest import OpenPage
from tests.reading.pages_of import page_of, paragraph


@pytest.mark.parametrize("character", ["\u00b5", "\u2011"])
def test_a_character_with_a_twin_is_shown_in_the_reading_font(fonts: None, resources: Path, character: str) -> None:
    face = QRawFont(str(resources / "fonts" / "AtkinsonHyperlegibleNext_400Regular.ttf"), 20)
    assert not face.supportsCharacter(ord(character))
    shown = [letter for letter in with_twins(character) if letter != "\u2060"]
    assert all(face.supportsCharacter(ord(letter)) for letter in shown)


def test_the_page_shows_the_twin_and_a_copy_holds_the_text_of_the_library(open_page: OpenPage) -> None:
    reader = open_page(page_of(paragraph("Take 5 \u00b5g of B\u201112, not \u03bcg.")))
    assert reader.text == "Take 5 \u03bc\u2060g of B\u2060-\u206012, not \u03bcg."
    reader.pane.selectAll()
    assert reader.pane.selected_text() == "Take 5 \u00b5g of B\u201112, not \u03bcg."


def test_a_word_with_the_twin_does_not_break_at_the_end_of_a_line(open_page: OpenPage) -> None:
    reader = open_page(page_of(paragraph(*(f"word{n} vitamin-less B\u201112 " for n in range(40)))))
    for block in reader.blocks():
        layout = block.layout()
        lines = [layout.lineAt(number) for number in range(layout.lineCount())]
        starts = [block.text()[line.textStart() :][:3] for line in lines]
        assert len(lines) > 3
        assert not any(start.startswith(("12", "\u2060", "-")) for start in starts)


def test_the_reading_font_comes_first_and_each_family_once(fonts: None) -> None:
    assert QFontInfo(font(Scale(100).body)).family() == FAMILIES[0]
    assert font(Scale(100).body).families() == list(FAMILIES)
    assert len(set(FAMILIES)) == len(FAMILIES)
