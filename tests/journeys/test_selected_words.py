"""Somebody selects words of a page, to copy them or to look for them."""

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QWidget

from pmlapp.content.page import Table, plain, walk
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.page_words import PageWords
from tests.person import ALT, CTRL, OFFSCREEN_LIMITS, SHIFT, Key, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"
HELP = "signs/urgent-help"
RISK = "causes/who-is-at-risk"
OUTLOOK = "outlook/life-expectancy"


def selects(person: Person, first: str, last: str) -> None:
    """With the mouse or Shift and arrows: from the beginning of ``first`` to the end of ``last``."""
    text = person.text
    cursor = QTextCursor(person.parts.pane.document())
    begin = text.index(first)
    cursor.setPosition(begin)
    cursor.setPosition(text.index(last, begin) + len(last), QTextCursor.MoveMode.KeepAnchor)
    person.parts.pane.setTextCursor(cursor)


def copies(person: Person) -> str:
    person.parts.pane.setFocus()
    person.presses(Key.Key_C, CTRL)
    return QGuiApplication.clipboard().text()


@pytest.mark.parametrize("page", [CAUSES, HELP, OUTLOOK, "words"])
def test_a_page_copied_whole_is_its_text(open_window: OpenWindow, page: str) -> None:
    person = open_window(page=page)
    assert person.text
    person.parts.pane.selectAll()
    copied = copies(person)
    shown = person.parts.pane.page
    assert shown is not None
    assert copied.split() == page_text(shown, closed=PageWords.closed_on_purpose).split()
    assert "\u2060" not in copied


def test_points_keep_their_marks_and_a_part_of_a_paragraph_is_that_part(open_window: OpenWindow) -> None:
    person = open_window(page=HELP)
    selects(person, "suddenly has the worst", "hard to wake")
    assert copies(person).splitlines() == [
        "- suddenly has the worst headache of their life",
        "- is suddenly very confused, or is hard to wake",
    ]
    selects(person, "worst", "headache")
    assert copies(person) == "worst headache"


def test_a_table_selected_in_part_is_copied_with_its_labels(open_window: OpenWindow) -> None:
    person = open_window(page=RISK)
    shown = person.parts.pane.page
    assert shown is not None
    table = next(block for block in walk(shown.blocks) if isinstance(block, Table))
    first, last = (plain(table.rows[row][0]) for row in (0, -1))
    selects(person, first.replace(" ", "\u00a0") if first not in person.text else first, last)
    copied = copies(person)
    assert f"* {first}" in copied
    assert f"{plain(table.header[1])}: " in copied


def test_nothing_but_plain_text_goes_to_the_clipboard(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    selects(person, "Short answer", "Short answer")
    copies(person)
    data = QGuiApplication.clipboard().mimeData()
    assert data.hasText()
    assert not data.hasHtml()


def test_copy_with_source_names_page_and_library(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    selects(person, "Short answer", "Short answer")
    person.window.menus.copy_with_source_asked.emit()
    said = QGuiApplication.clipboard().text()
    assert said.startswith("Short answer\n\nFrom “What causes PML?” in ")
    assert said.endswith(f"\n{CAUSES}")


def test_the_menu_of_a_selection_finds_and_searches(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    selects(person, "virus", "virus")
    person.parts.pane.setFocus()
    person.parts.pane.menu_asked.emit(person.parts.pane.mapToGlobal(person.parts.pane.rect().center()))
    menu = person.window.menus.selection
    assert [entry.text() for entry in menu.actions()] == [
        "Copy",
        "Copy with source",
        "Find on this page",
        "Search the library",
    ]
    person.chooses(menu, lambda entry: entry.text() == "Find on this page")
    assert person.parts.find_bar.field.text() == "virus"
    person.presses(Key.Key_Escape)
    selects(person, "virus", "virus")
    person.window.menus.search_selected_asked.emit()
    assert person.searched == "virus"
    assert person.hits


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast", "warm_paper"])
def test_selected_words_have_the_colours_of_the_theme(open_window: OpenWindow, theme: str) -> None:
    person = open_window("--theme", theme, page=CAUSES)
    selects(person, "Short answer", "Short answer")
    person.parts.pane.setFocus()
    QApplication.processEvents()
    colours = person.parts.pane.look.theme
    assert colours.primary.name() in person.inks_of(person.parts.pane.viewport())


def test_there_is_one_focus_ring_at_a_time(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.follows(f"article:{RISK}")
    person.clicks(person.parts.top_bar.button("back"))
    assert person.page == CAUSES
    assert person.link == f"article:{RISK}"
    gold = person.parts.pane.look.theme.focus_outer.name()

    def rings() -> list[str]:
        QApplication.processEvents()
        parts = {"page": person.parts.pane.viewport(), "bar": person.parts.top_bar}
        ring = person.window.findChild(QWidget, "focus_ring")
        assert ring is not None
        on_page = gold in person.inks_of(parts["page"])
        return [name for name, there in (("page", on_page), ("ring", ring.isVisible())) if there]

    assert rings() == ["page"]
    person.parts.top_bar.button("larger").setFocus()
    assert rings() == ["ring"]
    person.presses(Key.Key_F6)
    assert len(rings()) <= 1


def test_esc_takes_the_question_from_its_box(open_window: OpenWindow) -> None:
    for page in ("home", CAUSES):
        person = open_window(page=page)
        person.asks("kidneys")
        person.presses(Key.Key_Escape)
        assert (person.searched, person.hits) == ("", None)
        person.asks("kidneys")
        person.presses(Key.Key_Home, ALT)
        assert (person.page, person.searched) == ("home", "")


def test_breadcrumb_and_title_do_not_count_as_found_words(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.presses(Key.Key_F, CTRL)
    person.types("PML")
    head = person.text.index("Put together")
    spots = person.parts.highlights.selections()
    assert spots
    assert all(spot.cursor.selectionStart() > head for spot in spots)
    person.parts.find_bar.field.setText("Causes and risk")
    assert person.parts.highlights.found == 1
    person.presses(Key.Key_F3, SHIFT)
