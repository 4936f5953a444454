"""Bookmarks, where reading stopped, and what is kept: shown, saved as a copy, deleted."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFileDialog

from pmlapp.paths import kept_file
from pmlapp.reading.keeping.bookmarks import MarkRow
from pmlapp.reading.keeping.star import Star
from pmlapp.reading.page.page_factory import answer_for_pages
from pmlapp.settings import SiteSettings
from tests.person import Key, OpenWindow, Person

URGENT = "signs/urgent-help"
CAUSES = "causes/what-causes-pml"


def starting(open_window: OpenWindow, page: str = CAUSES, **more: object) -> Person:
    person = open_window(page=page, **more)
    person.window.take_along.follow_page()
    QApplication.processEvents()
    return person


def star(person: Person) -> Star:
    (found,) = person.parts.pane.findChildren(Star)
    return found


def rows(person: Person, within: str) -> list[MarkRow]:
    QApplication.processEvents()
    return [row for row in getattr(person.parts, within).findChildren(MarkRow) if row.isVisible()]


def test_the_star_beside_the_title_marks_the_page_and_the_list_leads_back(open_window: OpenWindow) -> None:
    person = starting(open_window)
    assert star(person).accessibleName() == "Put a bookmark on this page"
    person.clicks(star(person))
    assert star(person).accessibleName() == "Remove the bookmark from this page"
    person.goes_to(URGENT)
    assert star(person).accessibleName() == "Put a bookmark on this page"
    (row,) = rows(person, "topics")
    person.clicks(row)
    assert person.page == CAUSES
    person.clicks(star(person))
    assert rows(person, "topics") == []
    assert not kept_file().exists()


@pytest.mark.parametrize("zoom", [100, 200, 400])
def test_the_star_never_covers_a_word_of_the_title(open_window: OpenWindow, zoom: int) -> None:
    person = starting(open_window, "signs/pml-ms-relapse-or-stroke", size=(1280, 800))
    for _ in range({100: 0, 200: 4, 400: 8}[zoom]):
        person.clicks(person.parts.top_bar.button("larger"))
    QApplication.processEvents()
    pane = person.parts.pane
    place = star(person).geometry()
    title = pane.document().begin()
    while title.blockFormat().headingLevel() != 1:
        title = title.next()
    layout, top = title.layout(), title.layout().position()
    for number in range(layout.lineCount()):
        words = layout.lineAt(number).naturalTextRect().translated(top).toAlignedRect()
        assert not words.translated(0, -pane.verticalScrollBar().value()).intersects(place)


def test_the_star_scrolls_with_the_title_and_is_reached_by_keyboard(open_window: OpenWindow) -> None:
    person = starting(open_window)
    top = star(person).y()
    person.scrolls_to(2)
    assert star(person).y() < top
    person.scrolls_to(0)
    star(person).setFocus()
    person.presses(Key.Key_Return)
    assert star(person).accessibleName() == "Remove the bookmark from this page"


def test_a_screen_reader_finds_the_star_behind_the_page(open_window: OpenWindow) -> None:
    person = starting(open_window)
    answer_for_pages((person.parts.pane,))
    given = QAccessible.queryAccessibleInterface(person.parts.pane)
    things = [given.child(number) for number in range(given.childCount())]
    names = [thing.text(QAccessible.Text.Name) for thing in things]
    assert names[0] == "What causes PML?"
    assert "Put a bookmark on this page" in names
    (there,) = (thing for thing in things if thing.text(QAccessible.Text.Name) == "Put a bookmark on this page")
    assert there.role() == QAccessible.Role.Button
    person.goes_to("about")
    assert "Put a bookmark on this page" not in [
        given.child(number).text(QAccessible.Text.Name) for number in range(given.childCount())
    ]


def test_a_page_of_the_program_cannot_be_marked(open_window: OpenWindow) -> None:
    person = starting(open_window)
    person.presses(Key.Key_F1)
    QApplication.processEvents()
    assert not star(person).isVisible()


def test_home_leads_back_to_where_reading_stopped_and_to_the_newest_bookmarks(open_window: OpenWindow) -> None:
    person = starting(open_window)
    person.clicks(star(person))
    person.reads("Myelin is lost in patches")
    line = person.line
    person.clicks(person.parts.top_bar.button("home"))
    said = [row.text() for row in rows(person, "home")]
    assert said == ["Continue reading: What causes PML?", "What causes PML?"]
    person.clicks(rows(person, "home")[0])
    assert person.page == CAUSES
    assert person.line == pytest.approx(line, abs=12)
    assert person.line > 3


def test_what_is_kept_is_there_at_the_next_start(open_window: OpenWindow) -> None:
    first = starting(open_window)
    first.clicks(star(first))
    first.window.close()
    second = starting(open_window, "home")
    assert [row.mark.page for row in rows(second, "home")] == [CAUSES, CAUSES]


def test_nothing_of_the_place_is_kept_where_the_reader_switched_that_off(open_window: OpenWindow) -> None:
    person = starting(open_window)
    person._choices.remember_place(False)
    person.window.close()
    assert not kept_file().exists()


def test_at_a_kiosk_bookmarks_last_as_long_as_the_window(open_window: OpenWindow) -> None:
    person = starting(open_window, site=SiteSettings(remember_reader=False))
    person.clicks(star(person))
    assert len(rows(person, "topics")) == 1
    person.window.close()
    assert not kept_file().exists()


def test_what_is_kept_is_said_saved_as_a_copy_and_deleted_with_one_button(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = starting(open_window)
    person.clicks(star(person))
    along = person.window.take_along
    along.keeping.add_own("Can I travel?")
    along.show_kept()
    sheet = person.parts.kept_sheet
    assert "Questions and notes for your visit: 1\nBookmarks: 1" in sheet.words.text()
    assert str(kept_file()) in sheet.words.accessibleName()
    assert str(kept_file()) in sheet.words.text().replace("\u200b", "")
    copy = tmp_path / "copy.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(copy), ""))
    person.clicks(sheet.copy)
    assert copy.read_text(encoding="utf-8").splitlines()[:3] == [
        "1. Can I travel?",
        "BOOKMARKS",
        f"- What causes PML? ({CAUSES})",
    ]
    person.clicks(sheet.delete)
    person.clicks(sheet.yes)
    assert not kept_file().exists()
    assert "deleted" in person.banner
    assert not person.sees("kept_sheet")
    assert rows(person, "topics") == []


def test_a_copy_that_cannot_be_written_is_said(
    open_window: OpenWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = starting(open_window)
    nowhere = tmp_path / "no folder" / "copy.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(nowhere), ""))
    person.window.take_along.save_copy()
    assert "could not be written" in person.banner
