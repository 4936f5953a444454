"""A page on its way to paper, by key and by button."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.person import CTRL, OFFSCREEN_LIMITS, Key, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"
OUTLOOK = "outlook/life-expectancy"


def asks_to_print(person: Person) -> None:
    person.presses(Key.Key_P, CTRL)


def ticks(person: Person, name: str) -> None:
    (row,) = (row for row in person.parts.print_sheet.rows if row.objectName() == f"print_{name}")
    person.clicks(row)


def saves(person: Person, monkeypatch: pytest.MonkeyPatch, file: Path) -> PdfReader:
    monkeypatch.setattr(person.window.paper.printing, "where_to_save", lambda: str(file))
    person.clicks(person.parts.print_sheet.save_button)
    return PdfReader(file.with_suffix(".pdf"))


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).replace("\u2060", "").split())


def test_the_key_asks_how_and_says_first_that_there_is_no_printer(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.window.paper.printing.printer_name = lambda: ""  # type: ignore[method-assign]
    asks_to_print(person)
    sheet = person.parts.print_sheet
    assert sheet.isVisible()
    assert "no printer" in sheet.findChild(object, "print_no_printer").text()
    assert not sheet.print_button.isEnabled()
    assert sheet.save_button.isEnabled()
    assert person.keyboard == "print_title"
    person.presses(Key.Key_Escape)
    assert not sheet.isVisible()
    assert person.keyboard == "article_pane"


def test_the_button_of_the_bar_asks_too(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.clicks(person.parts.top_bar.button("print"))
    assert person.parts.print_sheet.isVisible()


def test_large_print_takes_more_sheets_and_that_is_said(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    asks_to_print(person)
    sheet = person.parts.print_sheet
    normal = int(sheet.said.split()[0])
    ticks(person, "large")
    assert int(sheet.said.split()[0]) > normal
    ticks(person, "normal")
    assert int(sheet.said.split()[0]) == normal


def test_tab_stays_on_the_sheet(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    asks_to_print(person)
    seen = []
    for _ in range(12):
        person.presses(Key.Key_Tab)
        seen.append(person.keyboard)
    assert set(seen) <= {
        "print_close",
        "print_now",
        "print_save",
        *(row.objectName() for row in person.parts.print_sheet.rows),
    }
    assert len(set(seen)) > 8


def test_a_saved_page_says_that_it_is_for_printing(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = open_window(page=CAUSES)
    asks_to_print(person)
    pdf = saves(person, monkeypatch, tmp_path / "mine")
    assert "The cause is the JC virus." in words(pdf)
    assert "made for printing" in words(pdf)
    assert person.parts.strip.content.said == (  # type: ignore[union-attr]
        "Saved as mine.pdf. The file is for printing: a screen reader cannot follow it."
    )


def test_all_pages_of_a_topic_are_one_leaflet(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = open_window(page=CAUSES)
    asks_to_print(person)
    ticks(person, "topic")
    pdf = saves(person, monkeypatch, tmp_path / "leaflet.pdf")
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Causes and risk"
    assert "Contents" in words(pdf)
    assert f"Page 1 of {len(pdf.pages)}" in words(pdf)


def test_what_is_closed_on_purpose_is_printed_only_when_asked_for(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = open_window(page=OUTLOOK)
    asks_to_print(person)
    without = saves(person, monkeypatch, tmp_path / "without.pdf")
    asks_to_print(person)
    ticks(person, "closed_parts")
    with_them = saves(person, monkeypatch, tmp_path / "with.pdf")
    assert len(with_them.pages) > len(without.pages)


def test_a_file_that_cannot_be_written_is_said_and_nothing_is_lost(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = open_window(page=CAUSES)
    asks_to_print(person)
    monkeypatch.setattr(person.window.paper.printing, "where_to_save", lambda: str(tmp_path / "nowhere" / "a.pdf"))
    person.clicks(person.parts.print_sheet.save_button)
    assert "the folder is not there" in person.parts.banner.sentence


def test_the_home_page_is_printed_as_the_list_of_all_questions(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = open_window()
    asks_to_print(person)
    assert "What causes PML?" in words(saves(person, monkeypatch, tmp_path / "home.pdf"))


def test_nothing_of_qts_printing_is_loaded_before_somebody_prints(bundled_library: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from pmlapp.shell.app import main; code = main(sys.argv[1:]);"
        "late = {'PySide6.QtPrintSupport', 'pmlapp.reading.paper.printout'};"
        "sys.exit(code or bool(late & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, "--snapshot", str(tmp_path / "page.png"), "--article", CAUSES]
    assert subprocess.run(command, check=False).returncode == 0
