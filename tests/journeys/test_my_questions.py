"""Questions for the visit: ticked, written, kept, taken home, deleted; and a damaged file."""

from pathlib import Path

import zxingcpp
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from pmlapp.paths import kept_file
from pmlapp.reading.keeping.question_rows import LineRow, TickRow
from pmlapp.settings import SiteSettings
from tests.person import CTRL, SHIFT, Key, OpenWindow, Person

URGENT = "signs/urgent-help"
CAUSES = "causes/what-causes-pml"


class Asker(Person):
    """Keeps a list of questions."""

    def __init__(self, person: Person) -> None:
        self.__dict__ = person.__dict__

    def opens_list(self) -> None:
        self.presses(Key.Key_M, CTRL | SHIFT)

    def ticks(self, number: int) -> str:
        row = self.rows(TickRow)[number]
        self.clicks(row)
        return row.text()

    def writes(self, words: str) -> None:
        self.parts.questions.own.field.setFocus()
        self.types(words)
        self.presses(Key.Key_Return)

    def rows(self, kind: type) -> list:
        QApplication.processEvents()
        return [row for row in self.parts.questions.findChildren(kind) if not row.isHidden()]

    @property
    def list_says(self) -> str:
        return self.words_in_sight(self.parts.questions)

    @property
    def badge(self) -> str:
        return self.parts.top_bar.button("questions").accessibleName()


def picture_of(person: Person) -> str:
    """What a telephone reads off the window."""
    shot = person.parts.code_sheet.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(shot.constBits()).cast("B", (shot.height(), shot.bytesPerLine()))
    (found,) = zxingcpp.read_barcodes(rows)
    return found.text


def test_what_the_page_suggests_is_ticked_what_is_written_is_added_and_all_of_it_is_counted(
    open_window: OpenWindow,
) -> None:
    asker = Asker(open_window(page=URGENT))
    asker.opens_list()
    assert "Nothing here yet." in asker.list_says
    asker.ticks(0)
    asker.writes("can i travel")
    assert asker.badge == "My questions, 2 in the list"
    assert "2 things to take to your visit. Kept on this computer only." in asker.list_says
    assert [row.line for row in asker.rows(LineRow)] == ["can i travel"]


def test_the_list_is_there_at_the_next_start_and_follows_from_page_to_page(open_window: OpenWindow) -> None:
    first = Asker(open_window(page=URGENT))
    first.opens_list()
    question = first.ticks(0)
    first.window.close()
    second = Asker(open_window(page=CAUSES))
    second.window.take_along.follow_page()
    assert second.badge == "My questions, 1 in the list"
    second.opens_list()
    assert [row.line for row in second.rows(LineRow)] == [question]
    second.goes_to(URGENT)
    assert [row.isChecked() for row in second.rows(TickRow) if row.text() == question] == [True]
    assert second.rows(LineRow) == []


def test_clearing_asks_once_and_can_be_undone(open_window: OpenWindow) -> None:
    asker = Asker(open_window(page=URGENT))
    asker.opens_list()
    asker.ticks(0)
    foot = asker.parts.questions.foot
    asker.clicks(foot.clear_button)
    assert foot.asked.text() == "Clear all 1?"
    asker.clicks(foot.yes)
    assert asker.badge == "My questions"
    asker.clicks(foot.undo)
    assert asker.badge == "My questions, 1 in the list"


def test_esc_closes_the_list_and_the_keyboard_goes_back(open_window: OpenWindow) -> None:
    asker = Asker(open_window(page=URGENT))
    before = asker.keyboard
    asker.opens_list()
    assert asker.sees("questions")
    asker.presses(Key.Key_Escape)
    assert not asker.sees("questions")
    assert asker.keyboard == before


def test_in_a_narrow_window_the_list_covers_the_page_and_gives_way_to_the_next(open_window: OpenWindow) -> None:
    asker = Asker(open_window(page=URGENT, size=(800, 600)))
    asker.opens_list()
    assert asker.parts.questions.width() == asker.window.width()
    asker.goes_to(CAUSES)
    assert not asker.sees("questions")


def test_a_withdrawn_or_bare_page_suggests_nothing(open_window: OpenWindow) -> None:
    asker = Asker(open_window(page="words"))
    asker.opens_list()
    assert asker.rows(TickRow) == []


def test_where_nothing_is_kept_the_list_lasts_until_the_window_closes(open_window: OpenWindow) -> None:
    asker = Asker(open_window(page=URGENT, site=SiteSettings(remember_reader=False)))
    asker.opens_list()
    asker.ticks(0)
    assert "Gone when you close the window." in asker.list_says
    assert not kept_file().exists()


def test_a_damaged_file_is_said_set_aside_and_the_list_goes_on(open_window: OpenWindow) -> None:
    kept_file().parent.mkdir(parents=True, exist_ok=True)
    kept_file().write_bytes(b"{half")
    asker = Asker(open_window(page=URGENT))
    asker.window.take_along.follow_page()
    assert "The file with your questions and bookmarks is damaged." in asker.banner
    assert Path(f"{kept_file()}.unreadable-1").read_bytes() == b"{half"
    asker.opens_list()
    asker.ticks(0)
    assert kept_file().stat().st_size > 0


def test_the_key_points_of_a_page_are_read_off_the_screen(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES, site=SiteSettings(clinic="The clinic", clinic_phone="555 0100"))
    person.window.take_along.show_code_of_page()
    read = picture_of(person)
    assert read.startswith("What causes PML?\n1 PML is caused by the JC virus")
    assert "\nThe clinic: 555 0100\n" in read
    assert read.endswith("Not reviewed by a clinician.")
    assert read == person.parts.code_sheet.words.text()
    person.presses(Key.Key_Escape)
    assert not person.sees("code_sheet")


def test_at_800_by_600_a_long_page_comes_in_two_codes_that_are_both_read(open_window: OpenWindow) -> None:
    person = open_window(page=URGENT, size=(800, 600))
    person.window.take_along.show_code_of_page()
    sheet = person.parts.code_sheet
    first = picture_of(person)
    person.clicks(sheet.next_code)
    second = picture_of(person)
    assert [first.splitlines()[0], second.splitlines()[0]] == [
        "When should I get help? (1 of 2)",
        "When should I get help? (2 of 2)",
    ]
    assert sheet.taken is not None
    assert first.splitlines()[1:] + second.splitlines()[1:] == sheet.taken.text.splitlines()[1:]


def test_the_list_is_taken_home_as_a_code(open_window: OpenWindow) -> None:
    asker = Asker(open_window(page=URGENT))
    asker.opens_list()
    question = asker.ticks(0)
    asker.clicks(asker.parts.questions.foot.code_button)
    read = picture_of(asker)
    assert read.startswith("MY QUESTIONS, ")
    assert f"\n1 {question}\n" in read


def test_tab_stays_inside_the_sheet(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.window.take_along.show_code_of_page()
    sheet = person.parts.code_sheet
    for _ in range(6):
        person.presses(Key.Key_Tab)
        assert sheet.isAncestorOf(person.window.focusWidget())


def test_a_page_without_key_points_says_that_there_is_nothing_to_take_home(open_window: OpenWindow) -> None:
    person = open_window(page="words")
    person.window.take_along.show_code_of_page()
    assert "no key points to take home" in person.banner
    assert not person.sees("code_sheet")


def test_the_list_is_one_of_the_places_that_f6_goes_to(open_window: OpenWindow) -> None:
    asker = Asker(open_window(page=URGENT))
    asker.opens_list()
    reached = set()
    for _ in range(8):
        asker.presses(Key.Key_F6)
        reached.add(asker.window.focusWidget())
    assert asker.parts.questions.title in reached
