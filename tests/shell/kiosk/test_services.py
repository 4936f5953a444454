"""Listening and paper at the kiosk: what a visitor hears and takes along, and that it ends with the visit."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmlapp.reading.paper.print_look import PaperSize
from pmlapp.reading.paper.printout import Printout
from pmlapp.shell.kiosk.run_kiosk import KioskRun
from tests.shell.kiosk.conftest import CLINIC, OpenKiosk, Visitor

CAUSES = "causes/what-causes-pml"


def hears(visitor: Visitor, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: visitor.run.services.voice.is_speaking, timeout=60_000)
    QApplication.processEvents()


def test_listen_reads_the_page_aloud_and_shows_its_controls_in_place_of_the_row(
    open_kiosk: OpenKiosk, qtbot: QtBot
) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    visitor.touches(visitor.parts.bar.listen)
    hears(visitor, qtbot)
    assert visitor.sees("listen_row")
    assert not visitor.parts.row.isVisible()
    number, count = visitor.run.services.voice.place
    assert (number, count > 10) == (1, True)
    visitor.touches(visitor.parts.listen_row.next)
    assert visitor.run.services.voice.place[0] == 2
    visitor.touches(visitor.parts.listen_row.pause)
    assert not visitor.run.services.voice.is_speaking
    assert visitor.parts.listen_row.pause.text() == "Go on"
    visitor.touches(visitor.parts.listen_row.stop)
    QApplication.processEvents()
    assert not visitor.sees("listen_row")
    assert visitor.parts.row.isVisible()


def test_nobody_is_counted_out_while_the_page_is_read_aloud(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    visitor = open_kiosk()
    now = [1000.0]
    visitor.run.idle._clock = lambda: now[0]
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    visitor.touches(visitor.parts.bar.listen)
    hears(visitor, qtbot)
    for _ in range(5):
        now[0] += 60
        visitor.run.idle.look()
    assert not visitor.sees("countdown")


def test_the_wipe_is_silent_and_the_next_visitor_has_the_usual_speed(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    usual = visitor.run.services.voice.speed
    visitor.touches(visitor.parts.bar.listen)
    hears(visitor, qtbot)
    visitor.touches(visitor.parts.listen_row.faster)
    assert visitor.run.services.voice.speed == usual + 1
    qtbot.waitUntil(lambda: visitor.run.services.voice.languages is not None, timeout=60_000)
    visitor.finishes()
    voices = next(line for line in visitor.run.status.lines() if line.name == "Voices")
    assert voices.verdict in ("All here", "1 missing"), "staff see what this computer can say"
    assert visitor.run.services.voice.place == (0, 0)
    assert visitor.run.services.voice.speed == usual


def test_somebody_who_does_not_see_is_spoken_to(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    visitor = open_kiosk()
    visitor.parts.attract.sightless_asked.emit()
    hears(visitor, qtbot)
    visitor.touches(visitor.parts.bar.listen)
    visitor.touches(visitor.parts.bar.listen)
    hears(visitor, qtbot)
    assert visitor.run.services.voice.place[1] == 1, "the first screen is said as well"


def test_an_action_card_is_said(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    visitor = open_kiosk(size=(800, 600))
    visitor.comes()
    visitor.touches(visitor.parts.home.strip)
    visitor.touches(visitor.parts.action._choices[0])
    visitor.touches(visitor.parts.action._listen)
    hears(visitor, qtbot)


def printing(sheets: list[int], *, works: bool = True) -> Callable[[KioskRun], None]:
    def send(printout: Printout, size: PaperSize) -> bool:
        assert size is PaperSize.A4
        sheets.append(printout.count)
        return works

    def prepare(run: KioskRun) -> None:
        run.send = send

    return prepare


def test_a_page_is_printed_without_a_question_until_the_visit_has_had_its_sheets(open_kiosk: OpenKiosk) -> None:
    sheets: list[int] = []
    site = CLINIC._replace(printer="Desk", pages_per_visit=6)
    visitor = open_kiosk(site=site, prepare=printing(sheets))
    visitor.comes()
    visitor.run.reader.open("catching/is-it-contagious")
    visitor.touches(visitor.parts.row.print)
    assert len(sheets) == 1
    assert "It is being printed" in visitor.parts.popover.accessibleName()
    while sum(sheets) + sheets[0] <= site.pages_per_visit:
        visitor.run.services.print_page()
    visitor.run.services.print_page()
    assert "No more sheets for this visit" in visitor.parts.popover.accessibleName()
    assert sum(sheets) <= site.pages_per_visit
    visitor.finishes()
    visitor.comes()
    visitor.run.reader.open("catching/is-it-contagious")
    visitor.run.services.print_page()
    assert "It is being printed" in visitor.parts.popover.accessibleName()


def test_a_printer_that_does_not_answer_is_told(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(site=CLINIC._replace(printer="Desk"), prepare=printing([], works=False))
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    visitor.touches(visitor.parts.row.print)
    assert "The printer does not answer" in visitor.parts.popover.accessibleName()


def test_without_a_printer_there_is_no_button(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    assert not visitor.parts.row.print.isVisible()


# What a visitor takes along


def test_questions_of_this_visit_are_ticked_written_and_gone_with_it(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    visitor.touches(visitor.parts.bar.questions)
    panel = visitor.parts.questions
    assert visitor.sees("questions")
    panel.toggled.emit(panel._suggested[0])
    visitor.touches(panel.own.field)
    assert visitor.sees("list_keyboard")
    for letter in "why me":
        visitor.touches(visitor.parts.list_keyboard.key("space" if letter == " " else letter))
    visitor.touches(visitor.parts.list_keyboard.key("Add"))
    along = visitor.run.services.along
    assert (along.questions.total, along.questions.own) == (2, ("why me",))
    visitor.finishes()
    assert along.questions.total == 0
    visitor.comes()
    visitor.touches(visitor.parts.bar.questions)
    assert visitor.parts.questions.own.field.text() == ""


def test_the_key_points_of_a_page_go_home_as_a_code(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(site=CLINIC._replace(clinic_phone="01632 960000"))
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    visitor.touches(visitor.parts.row.take_home)
    sheet = visitor.parts.code_sheet
    assert sheet.isVisible()
    assert sheet.taken is not None
    assert "What causes PML?" in sheet.taken.text
    assert "01632 960000" in sheet.taken.text
    sheet.dismiss()
    assert not sheet.isVisible()
    visitor.finishes()
    assert not visitor.parts.is_made("code_sheet")
