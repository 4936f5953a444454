"""What is taken home as a code: text that stands alone, read back by a reader of codes."""

from datetime import date

import pytest
import zxingcpp

from pmlapp.content.model import KeyPoint, Library
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.take_home import (
    LEAST_PX,
    MOST_BYTES,
    QUIET,
    Clinic,
    Code,
    TakeHome,
    codes,
    take_home_page,
    take_home_questions,
)
from pmlapp.library.visit_questions import VisitQuestions
from tests.builders import article

NUMBERED = "{title} ({number} of 2)"
LIBRARY = Library(
    title="PML Answers",
    subject="PML",
    language="en",
    publisher="the editors",
    licence="CC-BY-4.0",
    digest="",
    newest=date(2026, 11, 20),
    emergency_signs="Sudden weakness?",
    edition="2026-11-30",
)
CLINIC = Clinic("The clinic", "555 0100", "Mon-Fri 8-16")


def read(code: Code, *, px: int = LEAST_PX) -> str:
    """What a telephone reads off a screen."""
    side = (code.modules + 2 * QUIET) * px
    grey = bytearray(b"\xff" * side * side)
    for y, row in enumerate(code.rows):
        for x, black in enumerate(row):
            for line in range(px if black else 0):
                start = ((y + QUIET) * px + line) * side + (x + QUIET) * px
                grey[start : start + px] = bytes(px)
    (found,) = zxingcpp.read_barcodes(memoryview(grey).cast("B", (side, side)))
    return found.text


def page(*points: str, title: str = "What causes PML?") -> TakeHome:
    told = article(title=title, key_points=tuple(KeyPoint(point, ()) for point in points))
    return take_home_page(
        told,
        LIBRARY,
        PageWords(staff_nearby=True),
        reviewed="Not reviewed by a clinician.",
        emergency_number="112",
        clinic=CLINIC,
    )


def test_a_page_is_taken_home_with_its_title_its_points_whom_to_call_and_where_it_is_from() -> None:
    assert page("A virus causes it.", "It is rare.").text.splitlines() == [
        "What causes PML?",
        "1 A virus causes it.",
        "2 It is rare.",
        "Sudden weakness? Call 112 now.",
        "The clinic: 555 0100, Mon-Fri 8-16",
        "PML Answers, library of 30 November 2026. Not reviewed by a clinician.",
    ]


@pytest.mark.parametrize(
    ("clinic", "line"),
    [
        (Clinic(), ""),
        (Clinic("The clinic", ""), ""),
        (Clinic("", "555 0100"), "555 0100"),
        (Clinic("The clinic", "555 0100"), "The clinic: 555 0100"),
    ],
)
def test_a_clinic_without_a_number_is_no_help_at_home(clinic: Clinic, line: str) -> None:
    assert clinic.line == line


def test_points_that_do_not_fit_are_left_out_from_the_last_and_counted() -> None:
    taken = page(*(f"{number}{'x' * 155}." for number in range(5)))
    assert taken.size <= MOST_BYTES
    assert len(taken.lines) + taken.left_out == 5
    assert taken.left_out > 0
    assert taken.ending


def test_the_list_for_the_visit_is_numbered_and_says_what_was_noticed() -> None:
    questions = VisitQuestions().toggled("Do I need a test?", "a/b").with_own("Can I travel?").with_noticed("My hand")
    taken = take_home_questions(
        questions, LIBRARY, PageWords(), today=date(2026, 11, 30), emergency_number=None, clinic=Clinic()
    )
    assert taken.text.splitlines() == [
        "MY QUESTIONS, 30 November 2026",
        "1 Do I need a test?",
        "2 Can I travel?",
        "NOTICED My hand",
        "Sudden weakness? Call for emergency help now.",
        "PML Answers, library of 30 November 2026.",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Todos los seres humanos nacen libres e iguales en dignidad y derechos.",
        "Alle Menschen sind frei und gleich an Würde und Rechten geboren.",
        "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق.",
        "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतन्त्रता और समानता प्राप्त है।",
        "人人生而自由，在尊严和权利上一律平等。",
    ],
    ids=["es", "de", "ar", "hi", "zh"],
)
def test_a_code_is_read_back_to_the_letter_in_any_script(line: str) -> None:
    taken = TakeHome("1", (line,), ())
    (code,) = codes(taken, room_px=528, numbered=NUMBERED)
    assert read(code) == taken.text


@pytest.mark.parametrize(("room", "most"), [(528, 408), (600, 556), (720, 852)])
def test_one_code_holds_as_much_as_was_measured_at_level_m_and_is_read(room: int, most: int) -> None:
    most = min(most, MOST_BYTES)
    taken = TakeHome("t" * most, (), ())
    (code,) = codes(taken, room_px=room, numbered=NUMBERED)
    assert code.level != "L"
    assert code.least_px <= room
    assert read(code) == taken.text


def test_what_does_not_fit_level_m_is_made_at_level_l_before_it_is_cut() -> None:
    (code,) = codes(TakeHome("t" * 500, (), ()), room_px=528, numbered=NUMBERED)
    assert code.level == "L"


def test_what_one_code_cannot_hold_comes_in_two_each_with_the_title_and_its_number() -> None:
    taken = page(*(f"{number}{'x' * 100}." for number in range(5)))
    first, second = codes(taken, room_px=480, numbered=NUMBERED)
    texts = [read(first).splitlines(), read(second).splitlines()]
    assert [text[0] for text in texts] == ["What causes PML? (1 of 2)", "What causes PML? (2 of 2)"]
    assert texts[0][1:] + texts[1][1:] == taken.text.splitlines()[1:]
    assert max(first.least_px, second.least_px) <= 480


@pytest.mark.parametrize(("size", "room"), [(MOST_BYTES + 1, 2000), (700, 300), (10, 0)])
def test_too_much_for_two_codes_makes_none(size: int, room: int) -> None:
    assert codes(TakeHome("t" * size, (), ()), room_px=room, numbered=NUMBERED) == ()
