"""The box that one asks in: its keys, its clear button, and its words."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from pmlapp.reading.finding.search_box import SearchBox
from pmlapp.reading.look.buttons import IconButton
from pmlapp.reading.look.look import Look
from tests.reading.conftest import LookOf, PutOnDesk
from tests.reading.pages_of import CTRL, Desk, Key


class Asker:
    """Types into the search box.  Methods are what a reader does, lists what was reported."""

    def __init__(self, box: SearchBox, desk: Desk) -> None:
        self.box = box
        self.desk = desk
        self.queries: list[str] = []
        self.moves: list[int] = []
        self.said: list[str] = []
        box.query_changed.connect(self.queries.append)
        box.choice_moved.connect(self.moves.append)
        box.chosen.connect(self._chose)
        box.left.connect(self._left)
        box.setFocus()

    def _chose(self) -> None:
        self.said.append("chosen")

    def _left(self) -> None:
        self.said.append("left")

    @property
    def clear_button(self) -> IconButton:
        button = self.box.findChild(IconButton, "clear_search")
        assert isinstance(button, IconButton)
        return button


@pytest.fixture
def asker(look: Look, put_on_desk: PutOnDesk) -> Asker:
    box = SearchBox(look)
    return Asker(box, put_on_desk(box, look, size=(600, 52)))


def test_every_key_is_reported_at_once(asker: Asker) -> None:
    asker.desk.types("pml?")
    assert asker.queries == ["p", "pm", "pml", "pml?"]
    asker.desk.presses(Key.Key_Backspace)
    assert asker.queries[-1] == "pml"


@pytest.mark.parametrize(
    ("key", "move"), [(Key.Key_Down, 1), (Key.Key_Up, -1), (Key.Key_PageDown, 5), (Key.Key_PageUp, -5)]
)
def test_arrow_and_page_keys_move_the_choice_and_not_the_words(asker: Asker, key: Key, move: int) -> None:
    asker.desk.types("virus")
    place = asker.box.cursorPosition()
    asker.desk.presses(key)
    assert asker.moves == [move]
    assert (asker.box.text(), asker.box.cursorPosition()) == ("virus", place)


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_takes_the_choice(asker: Asker, key: Key) -> None:
    asker.desk.types("virus")
    asker.desk.presses(key)
    assert asker.said == ["chosen"]
    assert asker.box.text() == "virus"


def test_esc_leaves_and_lets_the_words_stand(asker: Asker) -> None:
    asker.desk.types("virus")
    asker.desk.presses(Key.Key_Escape)
    assert asker.said == ["left"]
    assert asker.box.text() == "virus"


def test_the_clear_button_comes_with_the_first_letter_and_goes_with_the_last(asker: Asker) -> None:
    assert not asker.clear_button.isVisible()
    asker.desk.types("v")
    assert asker.clear_button.isVisible()
    asker.desk.presses(Key.Key_Backspace)
    assert not asker.clear_button.isVisible()


def test_the_clear_button_empties_the_box_and_leaves_the_keyboard_in_it(asker: Asker) -> None:
    asker.desk.types("virus")
    QTest.mouseClick(asker.clear_button, Qt.MouseButton.LeftButton)
    assert asker.queries[-1] == ""
    assert asker.desk.keyboard == "search_box"
    asker.desk.types("a")
    assert asker.box.text() == "a"


def test_the_clear_button_can_be_reached_and_pressed_by_keyboard(asker: Asker) -> None:
    asker.desk.types("virus")
    asker.desk.presses(Key.Key_Tab)
    assert asker.desk.keyboard == "clear_search"
    asker.desk.presses(Key.Key_Space)
    assert (asker.box.text(), asker.desk.keyboard) == ("", "search_box")


def test_a_pasted_book_is_cut_to_500_characters(asker: Asker) -> None:
    asker.box.insert("word " * 1000)
    assert len(asker.box.text()) == 500
    assert asker.queries == [("word " * 1000)[:500]]


def test_the_usual_keys_of_a_line_of_text_work(asker: Asker) -> None:
    asker.desk.types("virus")
    asker.desk.presses(Key.Key_A, CTRL)
    asker.desk.types("x")
    assert asker.box.text() == "x"


def test_words_never_run_under_the_clear_button_or_the_icon(asker: Asker) -> None:
    asker.box.setText("W" * 200)
    asker.desk.presses(Key.Key_End)
    caret = asker.box.cursorRect()
    assert caret.right() <= asker.clear_button.geometry().left() + 2
    asker.desk.presses(Key.Key_Home)
    assert asker.box.cursorRect().left() >= 40


@pytest.mark.parametrize(("percent", "on_panel"), [(100, False), (100, True), (300, False)])
def test_box_and_clear_button_are_large_enough_to_touch(
    look_of: LookOf, put_on_desk: PutOnDesk, percent: int, on_panel: bool
) -> None:
    look = look_of("light", percent)
    box = SearchBox(look, on_panel=on_panel)
    asker = Asker(box, put_on_desk(box, look, size=(600, look.scale.bar(60 if on_panel else 52))))
    asker.desk.types("a")
    assert box.height() >= look.scale.bar(52)
    assert min(asker.clear_button.width(), asker.clear_button.height()) >= look.scale.bar(44)
    assert box.rect().contains(asker.clear_button.geometry())


def test_what_the_empty_box_says_is_not_taken_for_a_question(asker: Asker) -> None:
    asker.box.set_hint("Search, for example: is it catching")
    assert (asker.box.placeholderText(), asker.box.text(), asker.queries) == (
        "Search, for example: is it catching",
        "",
        [],
    )


def test_home_and_end_belong_to_the_words_until_the_arrows_have_turned_to_the_list(asker: Asker) -> None:
    asker.desk.types("virus")
    asker.desk.presses(Key.Key_Home)
    assert (asker.moves, asker.box.cursorPosition()) == ([], 0)
    asker.desk.presses(Key.Key_Down)
    asker.desk.presses(Key.Key_End)
    asker.desk.presses(Key.Key_Home)
    assert asker.moves == [1, 1000, -1000]
    asker.desk.types("x")
    asker.desk.presses(Key.Key_End)
    assert asker.moves == [1, 1000, -1000]
    assert asker.box.cursorPosition() == len(asker.box.text())
