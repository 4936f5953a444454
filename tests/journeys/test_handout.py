"""A handout is made: parts are ticked on several pages, listed, and printed."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.person import CTRL, OFFSCREEN_LIMITS, Key, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"
SIGNS = "signs/symptoms"


def begins(person: Person) -> None:
    person.window.show_more()
    person.chooses(person.window.menus.more, lambda entry: entry.text() == "Make a handout")


def ticks(person: Person, anchor: str) -> None:
    person.follows(f"tick:{person.page}#{anchor}")


def test_headings_get_a_tick_box_while_a_handout_is_made(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    assert not any(link.startswith("tick:") for link in person.links)
    begins(person)
    assert f"tick:{CAUSES}#short-answer" in person.links
    assert f"tick:{CAUSES}#how-it-happens" in person.links
    assert not any("#sources" in link for link in person.links if link.startswith("tick:"))
    person.clicks(person.parts.handout_line.done)
    assert not any(link.startswith("tick:") for link in person.links)


def test_parts_of_several_pages_are_ticked_by_keyboard_listed_and_taken_out(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    begins(person)
    ticks(person, "how-it-happens")
    assert f"untick:{CAUSES}#how-it-happens" in person.links
    assert person.parts.handout_line.said == "Handout: 1 part from 1 page."
    person.goes_to(SIGNS)
    ticks(person, "short-answer")
    assert person.parts.handout_line.said == "Handout: 2 parts from 2 pages."
    person.clicks(person.parts.handout_line.show_list)
    assert person.page == "handout"
    assert [link for link in person.links if link.startswith("untick:")] == [
        f"untick:{CAUSES}#how-it-happens",
        f"untick:{SIGNS}#short-answer",
        "untick:all",
    ]
    person.follows(f"untick:{CAUSES}#how-it-happens")
    assert person.parts.handout_line.said == "Handout: 1 part from 1 page."


def test_the_handout_is_printed_with_its_status_and_the_warnings_it_needs(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = open_window(page=SIGNS)
    begins(person)
    ticks(person, "what-people-notice")
    person.clicks(person.parts.handout_line.print_it)
    file = tmp_path / "handout.pdf"
    monkeypatch.setattr(person.window.paper.printing, "where_to_save", lambda: str(file))
    person.clicks(person.parts.print_sheet.save_button)
    said = " ".join(" ".join(page.extract_text() for page in PdfReader(file).pages).split())
    assert "This is a selection:" in said
    assert "Added because the part above needs it." in said
    assert "parts reviewed by a clinician." in said
    assert "Is this sheet still right?" in said


def test_what_is_chosen_is_kept_while_the_window_is_open(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    begins(person)
    ticks(person, "how-it-happens")
    person.presses(Key.Key_P, CTRL)
    person.presses(Key.Key_Escape)
    person.clicks(person.parts.handout_line.done)
    begins(person)
    assert person.parts.handout_line.said == "Handout: 1 part from 1 page."
