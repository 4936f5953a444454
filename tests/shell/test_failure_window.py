"""When there is no library to open, a window says so, and what to do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from pmlapp.errors import MissingContentError
from pmlapp.paths import icon_dir, theme_dir
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.scale import Scale
from pmlapp.reading.look.theme import Theme
from pmlapp.shell.failure_window import FailureWindow
from pmlapp.shell.failures import Words, in_english, words
from tests.person import OFFSCREEN_LIMITS

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


def shown(said: Words, qtbot: QtBot, *, theme: str = "light", percent: int = 100) -> FailureWindow:
    look = Look(Theme.load(theme_dir() / f"{theme}.json"), Scale(percent), IconSet(icon_dir()))
    window = FailureWindow(said, look, "Health library")
    qtbot.addWidget(window)
    with qtbot.waitActive(window), qtbot.waitExposed(window):
        window.show()
        window.activateWindow()
    return window


MISSING = words(MissingContentError(path="/srv/content.db"), in_english)


def test_it_says_what_happened_and_what_to_do(qtbot: QtBot, fonts: None) -> None:
    window = shown(MISSING, qtbot)
    assert window.sentence.text() == "The library file /srv/content.db is not there."
    assert window.advice.text().startswith("Install the program again")
    assert window.windowTitle() == "Health library"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape])
def test_a_key_closes_it(qtbot: QtBot, fonts: None, key: Qt.Key) -> None:
    window = shown(MISSING, qtbot)
    assert QApplication.focusWidget() is window.close_button
    QTest.keyClick(window.windowHandle(), key)
    assert not window.isVisible()


def test_the_button_closes_it(qtbot: QtBot, fonts: None) -> None:
    window = shown(MISSING, qtbot)
    QTest.mouseClick(window.close_button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


@pytest.mark.parametrize("percent", [100, 200, 400])
def test_a_long_path_is_wrapped_and_all_of_it_is_in_sight(qtbot: QtBot, fonts: None, percent: int) -> None:
    said = words(MissingContentError(path="/home/ann/a library/" * 12 + "content.db"), in_english)
    window = shown(said, qtbot, percent=percent)
    for part in (window.sentence, window.advice, window.close_button):
        assert isinstance(part, QWidget)
        assert window.rect().contains(part.geometry())
        assert part.height() >= part.heightForWidth(part.width())


def test_what_looks_like_markup_in_a_path_is_shown_as_it_is(qtbot: QtBot, fonts: None) -> None:
    window = shown(words(MissingContentError(path="<b>x</b>"), in_english), qtbot)
    assert window.sentence.textFormat() is Qt.TextFormat.PlainText
    assert "<b>x</b>" in window.sentence.text()


def test_it_has_the_colours_that_the_reader_chose(qtbot: QtBot, fonts: None) -> None:
    window = shown(MISSING, qtbot, theme="dark")
    dark = Theme.load(theme_dir() / "dark.json")
    assert window.grab().toImage().pixelColor(2, 2).name() == dark.ground.name()
