"""Numbers among Arabic and Hebrew words."""

import pytest
from PySide6.QtGui import QFont, QTextLayout
from pytestqt.qtbot import QtBot

from pmlapp.reading.typesetting.numbers import is_right_to_left, isolated

CALL = "اتصل بالرقم 0800 123 4567 الآن"


def drawn_in_order(text: str, *groups: str) -> bool:
    """Whether each group is drawn to the right of the one before."""
    font = QFont()
    font.setPixelSize(20)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2000)
    layout.endLayout()
    # Inside a group: at its edges a place of the text may be drawn at either end.
    places = [line.cursorToX(text.index(group) + 1)[0] for group in groups]  # type: ignore[index]
    return bool(places == sorted(places))


def test_the_groups_of_a_number_are_drawn_in_the_order_in_which_they_are_dialled(qtbot: QtBot) -> None:
    assert drawn_in_order(isolated(CALL), "0800", "123", "4567")
    assert not drawn_in_order(CALL, "0800", "123", "4567")


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (CALL, "0800 123 4567"),
        ("הטלפון +972 3 123 4567", "+972 3 123 4567"),
        ("הטלפון +97231234567", "+97231234567"),
        ("هاتف (030) 123-456", "(030) 123-456"),
        ("هاتف ٠٨٠٠ ١٢٣ ٤٥٦٧", "٠٨٠٠ ١٢٣ ٤٥٦٧"),
        ("10 000 شخص", "10 000"),
    ],
)
def test_a_number_is_isolated_from_the_words_around_it(text: str, number: str) -> None:
    assert isolated(text) == text.replace(number, f"\u2066{number}\u2069")


@pytest.mark.parametrize("text", ["من 2019–2021", "10-20 ملغ", "في 10 من 20", "5 ملغ", "PML-1", "A81.2"])
def test_ranges_and_single_numbers_stay_as_they_are(text: str) -> None:
    assert isolated(text) == text


def test_only_words_that_are_written_from_right_to_left_need_it() -> None:
    assert is_right_to_left(CALL)
    assert is_right_to_left("הטלפון")
    assert not is_right_to_left("Call 0800 123 4567 – now")
