"""The views of the kiosk that are kept as pictures, and how each comes about."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from pmlapp.reading.touch.staff_page import StatusLine
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.kiosk.guard import forbidden_classes
from pmlapp.shell.kiosk.run_kiosk import KioskRun, kiosk_application

_SITE = SiteSettings(
    clinic="Example Clinic",
    emergency_number="112",
    owner="Front desk",
    staff_help="Need help? Ask at the front desk.",
)
_DAY = datetime(2026, 11, 30, 14, 5)
_CHANGING = ("Disk", "Running", "Program")
"""Rows of the staff page that are different on each computer."""


def _attract(run: KioskRun) -> None:
    run.kiosk.prepare_slides()


def _home(run: KioskRun) -> None:
    run.kiosk.welcome("")


def _page(run: KioskRun) -> None:
    run.kiosk.welcome("causes/what-causes-pml")


def _action(run: KioskRun) -> None:
    _home(run)
    run.kiosk.show_help()
    card = run.window.parts.action
    card.show_card(card._cards[0])


def _keyboard(run: KioskRun) -> None:
    _home(run)
    run.kiosk.show_search()
    QApplication.processEvents()
    for letter in "can i catch":
        run.window.parts.search.keyboard.typed.emit(letter)


def _number(run: KioskRun) -> None:
    _home(run)
    run.kiosk.show_number()
    assert run.pages is not None
    for digit in run.pages.sheets.of_card(run.pages.catalog.summary("causes/what-causes-pml").id):
        run.window.parts.number.pad.typed.emit(digit)


def _countdown(run: KioskRun) -> None:
    _page(run)
    run.kiosk.count_down(24)


def _pin(run: KioskRun) -> None:
    run.staff.open()


def _staff(run: KioskRun) -> None:
    run.status.verified = True
    run.staff.open()
    run.staff._show_staff()


SCENES: dict[str, Callable[[KioskRun], None]] = {
    "attract": _attract,
    "home": _home,
    "page": _page,
    "action": _action,
    "keyboard": _keyboard,
    "number": _number,
    "countdown": _countdown,
    "pin": _pin,
    "staff": _staff,
}


def draw_kiosk(scene: str, size: tuple[int, int], library: Path) -> QImage:
    """One screen of the kiosk, drawn without a display.  A QApplication has to be there already."""
    kiosk_application()
    with forbidden_classes():
        run = KioskRun(Arguments(kiosk=True, size=size, library=library), _SITE, lambda failure: failure.exit_code)
        window = run.build(QSize(*size))
        run.status._clock = lambda: _DAY
        lines = run.status.lines
        run.status.lines = lambda: tuple(_as_everywhere(line) for line in lines())  # type: ignore[method-assign]
        window.resize(*size)
        window.show()
        window.resize(*size)
        QApplication.processEvents()
        run.kiosk.begin()
        SCENES[scene](run)
        for _ in range(3):
            QApplication.processEvents()
        if window.parts.is_made("pane"):
            window.parts.pane.set_rest()
        QApplication.processEvents()
        picture = QImage(window.size(), QImage.Format.Format_RGB32)
        blinking = QApplication.cursorFlashTime()
        QApplication.setCursorFlashTime(0)
        window.render(picture, QPoint())
        QApplication.setCursorFlashTime(blinking)
        run.idle.end()
        run.close()
        Shiboken.delete(window)
    return picture


def _as_everywhere(line: StatusLine) -> StatusLine:
    return line._replace(words="As on this computer.") if line.name in _CHANGING else line
