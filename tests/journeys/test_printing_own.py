"""The list for the visit and codes to take home on paper."""

from pathlib import Path

import pytest
import zxingcpp
from PySide6.QtGui import QImage, QPainter

from pmlapp.reading.paper.print_look import UNITS_PER_INCH
from tests.journeys.test_my_questions import Asker
from tests.journeys.test_printing import saves, words
from tests.person import OFFSCREEN_LIMITS, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

URGENT = "signs/urgent-help"
CAUSES = "causes/what-causes-pml"


def read_off_paper(person: Person) -> list[str]:
    """What a telephone reads off the sheets that are about to be printed, at 150 dots an inch."""
    printout = person.window.paper.printing._laid[2]  # type: ignore[index]
    width, height = printout.size
    dots = 150 / UNITS_PER_INCH
    found: list[str] = []
    for number in range(printout.count):
        sheet = QImage(round(width * dots), round(height * dots), QImage.Format.Format_Grayscale8)
        sheet.fill(255)
        painter = QPainter(sheet)
        painter.scale(dots, dots)
        printout.draw(painter, number)
        painter.end()
        rows = memoryview(sheet.constBits()).cast("B", (sheet.height(), sheet.bytesPerLine()))
        found += [code.text for code in zxingcpp.read_barcodes(rows)]
    return found


def test_the_list_is_printed_with_what_was_noticed(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asker = Asker(open_window(page=URGENT))
    asker.opens_list()
    question = asker.ticks(0)
    asker.writes("can i travel")
    asker.window.take_along.keeping.add_noticed("Since Monday: my left hand")
    asker.clicks(asker.parts.questions.foot.print_button)
    assert asker.sees("print_sheet")
    said = words(saves(asker, monkeypatch, tmp_path / "list.pdf"))
    order = ["My questions", question, "can i travel", "What I have noticed", "Since Monday: my left hand"]
    assert sorted(order, key=said.index) == order


def test_the_codes_of_a_page_are_printed_and_read_off_the_paper(
    open_window: OpenWindow, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = open_window(page=CAUSES)
    person.window.take_along.show_code_of_page()
    sheet = person.parts.code_sheet
    shown = [code.text for code in sheet.shown]
    person.clicks(sheet.print_button)
    assert person.sees("print_sheet")
    assert not person.sees("code_sheet")
    said = words(saves(person, monkeypatch, tmp_path / "code.pdf"))
    assert "point it at the code" in said
    assert "1 PML is caused by the JC virus" in said
    assert read_off_paper(person) == shown
