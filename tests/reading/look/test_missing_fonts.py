"""Whether this computer has a font for what a library holds."""

import string

from pytestqt.qtbot import QtBot

from pmlapp.reading.look.missing_fonts import scripts_without_font

NANDINAGARI = "".join(map(chr, range(0x119AE, 0x119D0)))
"""A script of the past, for which hardly any computer has a font."""


def test_a_script_without_a_font_is_named(qtbot: QtBot) -> None:
    assert scripts_without_font(string.ascii_letters + NANDINAGARI) == ("Nandinagari",)


def test_latin_letters_can_be_drawn(qtbot: QtBot) -> None:
    assert scripts_without_font(string.printable + "éßøœđłıİ–“”") == ()


def test_a_few_letters_of_another_script_are_only_quoted(qtbot: QtBot) -> None:
    assert scripts_without_font(NANDINAGARI[:7]) == ()
