"""The strip at the foot holds one thing at a time, says what it has to say, and leaves the page where it was."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from pmlapp.reading.bars.strip import Message, Strip, StripContent, Weight
from pmlapp.reading.bars.strip_button import StripButton
from pmlapp.reading.look.look import Look
from tests.reading.conftest import LookOf, PutOnDesk
from tests.reading.pages_of import count_colour

THEMES = ("light", "dark", "high_contrast", "warm_paper")
NO_VOICE = Message(
    "This computer has no English voice, so nothing can be read aloud.",
    "You can go on reading.",
    action="How to add a voice",
)
SILENT = Message(
    "The voice stopped answering at sentence 5.", "Your place is kept.", Weight.PROBLEM, action="Try again"
)


@pytest.fixture
def strip(look: Look, put_on_desk: PutOnDesk) -> Strip:
    strip = Strip(look)
    put_on_desk(strip, look, size=(1280, 64))
    strip.hide()
    return strip


@pytest.mark.parametrize("theme", THEMES)
def test_a_fact_and_a_problem_differ_in_ground_and_icon(look_of: LookOf, put_on_desk: PutOnDesk, theme: str) -> None:
    look = look_of(theme)
    strip = Strip(look)
    put_on_desk(strip, look, size=(1280, 64))
    icons = []
    for message, ground, ink in (
        (NO_VOICE, look.theme.info_tint, look.theme.info),
        (SILENT, look.theme.urgent_tint, look.theme.urgent_text),
    ):
        strip.say(message)
        picture = strip.grab().toImage()
        assert picture.pixelColor(5, strip.height() // 2).name() == ground.name()
        icons.append(count_colour(picture, ink, QRect(20, 18, 28, 28)))
    assert min(icons) > 5
    assert icons[0] != icons[1]


def test_a_message_is_heard_whole_and_its_button_reports(strip: Strip) -> None:
    line = strip.say(SILENT)
    assert line.accessibleName() == "The voice stopped answering at sentence 5. Your place is kept."
    pressed: list[bool] = []
    line.action_chosen.connect(lambda: pressed.append(True))
    assert line.action is not None
    QTest.mouseClick(line.action, Qt.MouseButton.LeftButton)
    assert pressed == [True]
    assert strip.content is line


def test_close_and_escape_take_it_away(strip: Strip) -> None:
    ends: list[bool] = []
    strip.closed.connect(lambda: ends.append(True))
    line = strip.say(NO_VOICE)
    assert strip.isVisible()
    QTest.mouseClick(line.close_button, Qt.MouseButton.LeftButton)
    assert (strip.content, strip.isVisible(), ends) == (None, False, [True])
    line = strip.say(NO_VOICE)
    line.close_button.setFocus()
    QTest.keyClick(line.close_button, Qt.Key.Key_Escape)
    assert (strip.content, strip.isVisible(), ends) == (None, False, [True, True])


def test_what_comes_takes_the_place_of_what_was_there_which_hears_of_it(strip: Strip, look: Look) -> None:
    gone: list[str] = []
    first, second = StripContent(look), StripContent(look, on_primary=True)
    first.gave_way.connect(lambda: gone.append("first"))
    second.gave_way.connect(lambda: gone.append("second"))
    strip.put(first)
    strip.put(second)
    assert (first.isVisible(), second.isVisible(), gone) == (False, True, ["first"])
    strip.take_away(first)
    assert second.isVisible()
    strip.say(NO_VOICE)
    assert (second.isVisible(), gone) == (False, ["first", "second"])


def test_only_a_message_that_says_so_goes_by_itself_and_not_while_the_keyboard_is_on_it(
    strip: Strip, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(strip.closed):
        strip.say(Message("That was the whole page.", passes_after_ms=10))
    line = strip.say(Message("That was the whole page.", action="From the start", passes_after_ms=10))
    assert line.action is not None
    line.action.setFocus()
    with qtbot.assertNotEmitted(strip.closed, wait=60):
        pass
    assert strip.content is line


@pytest.mark.parametrize("percent", [100, 200, 400])
@pytest.mark.parametrize("width", [320, 800, 1280])
def test_its_words_are_never_cut_off(look_of: LookOf, put_on_desk: PutOnDesk, width: int, percent: int) -> None:
    look = look_of("light", percent)
    under = QWidget()
    strip = Strip(look, under)
    put_on_desk(under, look, size=(width, 900))
    strip.setGeometry(0, 0, width, 64)
    line = strip.say(NO_VOICE)
    strip.resize(width, strip.height())
    QTest.qWait(0)
    assert strip.height() >= look.scale.bar(64)
    words = line.findChild(QLabel, "strip_words")
    assert isinstance(words, QLabel)
    assert words.height() >= words.heightForWidth(words.width())
    for part in (words, line.action, line.close_button):
        assert part is not None
        assert line.rect().contains(part.geometry()), (part.objectName(), part.geometry(), line.rect())


@pytest.mark.parametrize("theme", THEMES)
def test_a_button_shows_its_state_on_either_ground(look_of: LookOf, put_on_desk: PutOnDesk, theme: str) -> None:
    look = look_of(theme)
    colours = look.theme
    pictures = []
    for on_primary in (False, True):
        button = StripButton("Pause", look, icon="pause", on_primary=on_primary, main=on_primary)
        put_on_desk(button, look, size=(112, 48))
        usual = button.grab().toImage()
        assert count_colour(usual, colours.surface) > 2000
        button.setDown(True)
        pressed = button.grab().toImage()
        assert count_colour(pressed, colours.tint_strong) > 2000
        button.setDown(False)
        button.setEnabled(False)
        pictures += [usual, pressed, button.grab().toImage()]
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])


def test_without_its_word_a_button_is_square_and_has_a_tip(look: Look, put_on_desk: PutOnDesk) -> None:
    button = StripButton("Pause", look, icon="pause")
    put_on_desk(button, look, size=(112, 48))
    button.set_worded(False)
    assert button.sizeHint().width() == button.sizeHint().height() == 48
    assert button.toolTip() == "Pause"
    button.set_worded(True)
    assert (button.toolTip(), button.sizeHint().width() > 90) == ("", True)
