"""Words wrapped once, for a list that changes with each letter typed."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from pmlapp.reading.finding.wrapped_words import WrappedWords, Wrapper
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.scale import Style
from tests.reading.pages_of import count_colour

WORDS = "The virus rests in the kidneys of many healthy people. " * 3
MARK = QColor("#ffee00")


@pytest.fixture
def reading_font(fonts: None) -> QFont:
    return font(Style(17, 100, 400))


def drawn(words: WrappedWords) -> QImage:
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor("white"))
    painter = QPainter(picture)
    words.draw(painter, 0, 0, QColor("black"))
    painter.end()
    return picture


def test_more_words_take_more_lines_up_to_the_most(reading_font: QFont) -> None:
    wrapper = Wrapper(reading_font, most_lines=2)
    one, many = wrapper.wrap("virus", 300), wrapper.wrap(WORDS, 300)
    assert one.height == one.line_height > 16
    assert many.height == 2 * one.height
    assert wrapper.wrap("", 300).height == one.height


@pytest.mark.parametrize("text", [WORDS, "あ" * 90, "virus" * 40], ids=["words", "no spaces", "one long word"])
@pytest.mark.parametrize("width", range(150, 320, 17))
def test_words_that_do_not_fit_end_with_dots_in_sight(reading_font: QFont, text: str, width: int) -> None:
    wrapper = Wrapper(reading_font, most_lines=2, mark=MARK)
    words = wrapper.wrap(text, width, ((4, 9), (len(text) - 9, len(text))))
    assert words.text.endswith("…")
    assert words.end == len(words.text)
    assert text.startswith(words.text[:-1])
    assert wrapper.wrap("virus", width).text == "virus"


def test_what_was_measured_is_what_is_drawn(reading_font: QFont) -> None:
    words = Wrapper(reading_font, most_lines=3).wrap(WORDS, 300)
    picture = drawn(words)
    below = QRect(0, int(words.height), 400, 300)
    assert count_colour(picture, QColor("white"), below) == 400 * (300 - int(words.height))
    lines = [QRect(0, round(line * words.line_height), 400, round(words.line_height)) for line in range(3)]
    assert all(count_colour(picture, QColor("white"), line) < line.width() * line.height() for line in lines)


def test_what_is_marked_has_the_ground_of_a_mark(reading_font: QFont) -> None:
    wrapper = Wrapper(reading_font, most_lines=2, mark=MARK)
    assert count_colour(drawn(wrapper.wrap(WORDS, 300, ((4, 9),))), MARK) > 200
    assert count_colour(drawn(wrapper.wrap(WORDS, 300)), MARK) == 0


def test_what_is_marked_has_round_corners_on_each_line(reading_font: QFont) -> None:
    words = Wrapper(reading_font, most_lines=2, mark=MARK).wrap(WORDS, 300, ((4, 9), (30, 60)))
    picture = drawn(words)
    grounds = [rect.toAlignedRect() for rect in words.marked()]
    assert len(grounds) == 3, "one of the two goes on in the second line"
    for ground in grounds:
        assert count_colour(picture, MARK, ground) > 200
        assert picture.pixelColor(ground.topRight()) != MARK
        assert picture.pixelColor(ground.right() - 1, ground.center().y()) == MARK


def test_words_that_stay_in_sight_are_wrapped_once(reading_font: QFont) -> None:
    wrapper = Wrapper(reading_font, most_lines=2)
    first = wrapper.wrap(WORDS, 300, ((4, 5),))
    for _ in range(3):
        wrapper.begin()
        assert wrapper.wrap(WORDS, 300, ((4, 5),)) is first
    assert wrapper.wrap(WORDS, 300, ((4, 6),)) is not first
    assert wrapper.wrap(WORDS, 280, ((4, 5),)) is not first


def test_words_out_of_sight_are_forgotten_with_the_next_list_but_one(reading_font: QFont) -> None:
    wrapper = Wrapper(reading_font, most_lines=2)
    first = wrapper.wrap(WORDS, 300)
    wrapper.begin()
    wrapper.begin()
    assert wrapper.wrap(WORDS, 300) is not first
