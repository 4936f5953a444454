"""A kiosk as a visitor meets it: the real window, library and wipe; only the clock is ours."""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from pmlapp.errors import PmlError
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.kiosk.guard import forbidden_classes
from pmlapp.shell.kiosk.run_kiosk import KioskRun, kiosk_application
from pmlapp.speech.speaking_process import SpeakingProcess

CLINIC = SiteSettings(clinic="Example Clinic", emergency_number="112", languages=("en", "es"))


class Visitor:
    """Stands before one kiosk.  Methods are what the visitor does, properties what can be seen."""

    def __init__(self, run: KioskRun, told: list[PmlError]) -> None:
        self.run = run
        self.told = told
        self.window = run.window
        self.kiosk = run.kiosk
        self.parts = run.window.parts

    def touches(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        QApplication.processEvents()

    def comes(self) -> None:
        """Touch the attract screen, and go home from the page that it opens."""
        self.touches(self.parts.attract, QPoint(self.window.width() // 2, 20))
        self.touches(self.parts.bar.home)

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window.windowHandle(), key, held)
        QApplication.processEvents()

    def types_on_screen(self, words: str) -> None:
        """Touch the keys of the on-screen keyboard."""
        keyboard = self.parts.search.keyboard
        for letter in words:
            self.touches(keyboard.key("space" if letter == " " else letter))

    def finishes(self) -> None:
        self.touches(self.parts.bar.finish)
        QApplication.processEvents()

    @property
    def page(self) -> str:
        return self.run.reader.here

    def sees(self, part: str) -> bool:
        return self.parts.is_shown(part) and getattr(self.parts, part).isVisible()


def silent(parent: QObject) -> SpeakingProcess:
    """A speaking process whose engine makes no sound and takes the time that a voice would."""
    return SpeakingProcess((sys.executable, "-m", "pmlapp.speech", "--engine", "silent"), parent)


OpenKiosk = Callable[..., Visitor]


@pytest.fixture
def open_kiosk(qtbot: QtBot, qapp: QApplication, bundled_library: Path, tmp_path: Path) -> Iterator[OpenKiosk]:
    """``open_kiosk(size=…, site=…)``: a kiosk that shows its attract screen."""
    with ExitStack() as opened:

        def start(
            *,
            size: tuple[int, int] = (1080, 1920),
            site: SiteSettings = CLINIC,
            library: Path | None = None,
            prepare: Callable[[KioskRun], None] = lambda run: None,
        ) -> Visitor:
            kiosk_application()
            told: list[PmlError] = []

            def tell(failure: PmlError) -> int:
                told.append(failure)
                return failure.exit_code

            opened.enter_context(forbidden_classes())
            run = KioskRun(Arguments(kiosk=True, size=size, library=library or bundled_library), site, tell)
            run.start_speech = silent
            # Qt lets no event loop run any more once the application was asked to end.
            run.end = lambda code: None
            prepare(run)
            window = run.build(QSize(*size))
            opened.callback(run.close)
            opened.callback(Shiboken.delete, window)
            opened.callback(run.services.forget)
            opened.callback(run.guard.step_aside)
            opened.callback(run.idle.end)
            run.guard.stand()
            window.resize(*size)
            with qtbot.waitExposed(window):
                window.show()
            window.resize(*size)
            QApplication.processEvents()
            run.kiosk.begin()
            run.kiosk.prepare_slides()
            run.kiosk.prepare()
            window.activateWindow()
            QApplication.processEvents()
            return Visitor(run, told)

        yield start
    QCoreApplication.removePostedEvents(QCoreApplication.instance(), QEvent.Type.Quit.value)
