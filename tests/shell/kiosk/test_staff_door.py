"""Staff at the kiosk: five touches, the keypad, the staff page, and out."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmlapp.paths import kiosk_dir
from pmlapp.reading.touch.pin_page import PinPage
from pmlapp.reading.touch.staff_page import StaffPage, StatusRow
from pmlapp.shell.kiosk.staff_pin import StaffPin
from tests.shell.kiosk.conftest import CLINIC, OpenKiosk, Visitor

PIN = "420691"


def keypad(visitor: Visitor) -> PinPage:
    (page,) = [page for page in visitor.window.findChildren(PinPage) if page.isVisible()]
    return page


def staff_page(visitor: Visitor) -> StaffPage:
    (page,) = [page for page in visitor.window.findChildren(StaffPage) if page.isVisible()]
    return page


def types(visitor: Visitor, digits: str) -> None:
    page = keypad(visitor)
    for digit in digits:
        visitor.touches(next(key for key in page.pad.keys if key.text() == digit))
    visitor.touches(page.go_on)


def enters(visitor: Visitor, qtbot: QtBot, digits: str) -> None:
    with qtbot.waitSignal(visitor.run.staff._judged, timeout=60_000):
        types(visitor, digits)
    QApplication.processEvents()


@pytest.fixture
def kiosk(open_kiosk: OpenKiosk) -> Callable[[], Visitor]:
    StaffPin(kiosk_dir()).set(PIN)

    def opened() -> Visitor:
        visitor = open_kiosk(site=CLINIC._replace(owner="Front desk", usage_counts=True))
        visitor.comes()
        head = visitor.parts.home.head
        for _ in range(5):
            visitor.touches(head, head.clinic_place().center().toPoint())
        return visitor

    return opened


def test_four_touches_do_nothing_and_nothing_shows_the_way(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    head = visitor.parts.home.head
    for _ in range(4):
        visitor.touches(head, head.clinic_place().center().toPoint())
    assert visitor.window.findChildren(PinPage) == []


def test_the_right_pin_opens_the_staff_page_with_every_row(kiosk: Callable[[], Visitor], qtbot: QtBot) -> None:
    visitor = kiosk()
    enters(visitor, qtbot, PIN)
    rows = {row.line.name: row.line for row in staff_page(visitor).findChildren(StatusRow)}
    assert list(rows) == [
        *(
            "Library",
            "Update",
            "Checked",
            "Reviews",
            "Clock",
            "Disk",
            "Printer",
            "Voices",
            "Letters",
            "Running",
            "Usage counts",
            "Program",
        ),
    ]
    assert "32 pages" in rows["Library"].words
    visitor.touches(staff_page(visitor).buttons["check-site"])
    assert "there is no such file" in staff_page(visitor).notice.words
    visitor.touches(staff_page(visitor).buttons["status"])
    assert "Library: PML Answers" in (kiosk_dir() / "kiosk-status.txt").read_text(encoding="utf-8")
    visitor.touches(staff_page(visitor).buttons["export"])
    assert (kiosk_dir() / "usage.csv").read_text(encoding="utf-8").startswith("week,kind,what,count")


def test_a_wrong_pin_says_how_many_tries_are_left_and_then_waits(kiosk: Callable[[], Visitor], qtbot: QtBot) -> None:
    visitor = kiosk()
    enters(visitor, qtbot, "000000")
    assert keypad(visitor).notice.words == "That PIN was not right. 4 more tries, then a wait of 1 minute."
    for _ in range(4):
        enters(visitor, qtbot, "000000")
    assert keypad(visitor).notice.words == "That PIN was not right. Please wait 1 minute."
    assert not any(key.isEnabled() for key in keypad(visitor).pad.keys)


def test_to_leave_the_pin_is_asked_for_again(kiosk: Callable[[], Visitor], qtbot: QtBot) -> None:
    visitor = kiosk()
    enters(visitor, qtbot, PIN)
    visitor.touches(staff_page(visitor).buttons["leave"])
    with qtbot.waitSignal(visitor.run.staff.leave_asked, timeout=60_000):
        types(visitor, PIN)
    assert visitor.window.may_close


def test_the_pin_is_changed_by_typing_it_twice(kiosk: Callable[[], Visitor], qtbot: QtBot) -> None:
    visitor = kiosk()
    enters(visitor, qtbot, PIN)
    visitor.touches(staff_page(visitor).buttons["change-pin"])
    enters(visitor, qtbot, PIN)
    types(visitor, "11223344")
    types(visitor, "11223345")
    assert "not the same" in keypad(visitor).notice.words
    types(visitor, "11223344")
    types(visitor, "11223344")
    assert "has been changed" in staff_page(visitor).notice.words


def test_a_key_of_a_keyboard_opens_the_keypad_and_going_back_clears(kiosk: Callable[[], Visitor]) -> None:
    visitor = kiosk()
    visitor.touches(keypad(visitor).back)
    QApplication.processEvents()
    assert visitor.sees("attract")
    visitor.presses(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    assert keypad(visitor)


def test_without_a_pin_the_keypad_says_who_sets_one(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.run.staff.open()
    assert "No PIN has been set." in keypad(visitor).notice.words
