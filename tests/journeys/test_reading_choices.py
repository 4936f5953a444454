"""How pages look: chosen in one pop-up, seen at once, kept, and taken back."""

import json

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication

from pmlapp.paths import preferences_file
from pmlapp.reading.bars.reading_rows import ColourRow, SwitchRow
from pmlapp.reading.look.shapes import Box, BoxKind
from tests.person import CTRL, OFFSCREEN_LIMITS, Key, OpenWindow, Person, RunProgram

CAUSES = "causes/what-causes-pml"
pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


def opens(person: Person) -> None:
    person.clicks(person.parts.top_bar.button("reading"))
    assert person.sees("reading_panel")


def controls(person: Person) -> list[QAbstractButton]:
    return [each for each in person.parts.reading_panel.findChildren(QAbstractButton) if each.isVisible()]


def test_each_choice_acts_at_once_and_as_it_was_undoes_all(open_window: OpenWindow) -> None:
    person = open_window("--theme", "light", page=CAUSES)
    pane = person.parts.pane
    before = pane.look.theme.name, pane.look.scale.reading
    opens(person)
    person.clicks_in_reading("theme_warm_paper")
    assert pane.look.theme.name == "warm_paper"
    person.clicks_in_reading("wide_spacing")
    assert pane.look.scale.reading.wide
    person.clicks_in_reading("letters_system")
    assert pane.look.scale.reading.family != ""
    person.clicks_in_reading("line_length_short")
    assert pane.look.scale.reading.measure == 464
    person.clicks_in_reading("reading_undo")
    assert (pane.look.theme.name, pane.look.scale.reading) == before
    marked = [each.objectName() for each in controls(person) if each.isChecked()]
    assert marked == ["theme_light", "letters_ours", "line_length_usual"]
    assert person.sees("reading_panel")


def test_the_paragraph_at_the_top_stays_there_whatever_is_chosen(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.reads("Myelin is lost in patches")
    reading = person.paragraph_at_top
    opens(person)
    for name in ("wide_spacing", "letters_system", "line_length_long", "theme_dark", "wide_spacing"):
        person.clicks_in_reading(name)
        assert person.paragraph_at_top == reading


def test_keyboard_alone_opens_chooses_and_leaves_it(open_window: OpenWindow) -> None:
    person = open_window("--theme", "light", page=CAUSES)
    person.presses(Key.Key_D, CTRL)
    assert person.keyboard == "reading_title"
    visited = []
    while person.keyboard != "reading_undo":
        person.presses(Key.Key_Tab)
        visited.append(person.keyboard)
    assert visited == [
        "reading_close", "theme_light", "wide_spacing", "line_guide", "clean_view", "letters_ours", "line_length_usual",
        "reading_undo",
    ]  # fmt: skip
    person.presses(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier, times=6)
    assert person.keyboard == "theme_light"
    person.presses(Key.Key_Down)
    assert person.parts.pane.look.theme.name == "dark"
    person.presses(Key.Key_Escape)
    assert not person.sees("reading_panel")
    assert person.keyboard == "article_pane"


def test_a_click_elsewhere_and_the_button_itself_close_it(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    opens(person)
    person.clicks(person.parts.top_bar.button("reading"))
    assert not person.sees("reading_panel")
    opens(person)
    person.clicks(person.parts.pane.viewport(), QRect(person.parts.pane.viewport().rect()).bottomLeft())
    assert not person.sees("reading_panel")
    assert person.keyboard == "article_pane"


def test_a_listener_is_told_what_each_row_is_and_whether_it_is_chosen(open_window: OpenWindow) -> None:
    person = open_window("--theme", "dark", page=CAUSES)
    opens(person)
    for row in controls(person):
        told = QAccessible.queryAccessibleInterface(row)
        assert told is not None
        assert told.text(QAccessible.Text.Name)
        if isinstance(row, SwitchRow):
            assert told.role() is QAccessible.Role.CheckBox
        elif isinstance(row, ColourRow):
            assert told.role() is QAccessible.Role.RadioButton
            assert bool(told.state().checked) == (row.objectName() == "theme_dark")


@pytest.mark.parametrize("zoom", [100, 200, 400])
@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (480, 800)], ids=str)
def test_at_every_size_all_of_it_can_be_reached_and_nothing_is_cut(
    open_window: OpenWindow, size: tuple[int, int], zoom: int
) -> None:
    person = open_window("--zoom", str(zoom), page=CAUSES, size=size)
    person.presses(Key.Key_D, CTRL)
    panel = person.parts.reading_panel
    QApplication.processEvents()
    assert person.window.rect().contains(panel.geometry())
    for row in controls(person):
        assert min(row.width(), row.height()) >= 44
        parent = row.parentWidget()
        assert parent is not None
        assert parent.rect().contains(row.geometry()), row.objectName()
        assert row.width() >= row.minimumSizeHint().width()
    for _ in range(7):
        person.presses(Key.Key_Tab)
        focus = person.window.focusWidget()
        assert focus is not None
        assert not focus.visibleRegion().isEmpty(), focus.objectName()


def test_what_was_chosen_is_there_at_the_next_start(run_program: RunProgram) -> None:
    def chooses(person: Person) -> None:
        person.goes_to(CAUSES)
        opens(person)
        for name in ("wide_spacing", "letters_system", "line_length_long"):
            person.clicks_in_reading(name)

    run_program(meanwhile=chooses)
    kept = json.loads(preferences_file().read_text(encoding="utf-8"))
    assert (kept["wide_spacing"], kept["letters"], kept["line_length"]) == (True, "system", "long")
    seen = []
    run_program(meanwhile=lambda person: seen.append(person.parts.pane.look.scale.reading))
    assert (seen[0].wide, seen[0].measure, seen[0].family != "") == (True, 800, True)


def test_the_clean_view_has_words_alone_and_goes_back_to_the_same_paragraph(open_window: OpenWindow) -> None:
    person = open_window("--theme", "light", page=CAUSES)
    pane = person.parts.pane
    links = person.links
    person.reads("Myelin is lost in patches")
    opens(person)
    person.clicks_in_reading("clean_view")
    assert person.paragraph_at_top.startswith("Myelin is lost in patches")
    assert "The JC virus rests in the kidneys." in person.text
    assert "\ufffc" not in person.text
    assert "[1]" not in person.text
    assert pane.typeset is not None
    boxes = {each.kind for each in pane.typeset.shapes if isinstance(each, Box)}
    assert boxes == {BoxKind.FOLD}
    assert "article:causes/jc-virus" in person.links
    person.clicks_in_reading("clean_view")
    assert person.paragraph_at_top.startswith("Myelin is lost in patches")
    assert person.links == links


def test_in_the_clean_view_a_box_says_of_what_kind_it_was_and_folds_stay_closed(open_window: OpenWindow) -> None:
    person = open_window(page="signs/urgent-help")
    opens(person)
    person.clicks_in_reading("clean_view")
    assert "Emergency: Call for emergency help now if someone:" in person.text
    person.goes_to("outlook/life-expectancy")
    assert any(link.startswith("fold:") for link in person.links)
    assert person.window.place().opened == frozenset()
