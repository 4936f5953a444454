"""What a kiosk shows when its library, its disk or its clock fails: always a usable page."""

import codecs
import os
import sys
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from pmlapp.paths import kiosk_dir
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.failures import LastResort
from pmlapp.shell.kiosk import run_kiosk
from pmlapp.shell.kiosk.run_kiosk import KioskRun, kiosk_application
from pmlapp.shell.log import Log
from tests.hardship import not_allowed_to_write
from tests.shell.kiosk.conftest import CLINIC, OpenKiosk

CAUSES = "causes/what-causes-pml"
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")


def test_without_any_library_it_says_whom_to_call_and_to_ask(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pmlapp.paths.bundled_library", lambda: tmp_path / "gone.db")
    kiosk_application()
    seen: list[str] = []

    def look() -> None:
        seen.extend(each.accessibleName() for each in QApplication.topLevelWidgets() if each.isVisible())
        QApplication.exit(75)

    QTimer.singleShot(200, look)
    run = KioskRun(Arguments(kiosk=True), SiteSettings(emergency_number="112"), lambda failure: failure.exit_code)
    assert run.run(LastResort(Log(None))) == 75
    (said,) = seen
    assert "Ask the staff or call 112" in said
    assert "The library is missing" in said


def test_a_library_that_is_damaged_while_it_runs_leaves_a_page_and_says_so(
    open_kiosk: OpenKiosk, bundled_library: Path, tmp_path: Path
) -> None:
    library = tmp_path / "content.db"
    data = bundled_library.read_bytes()
    library.write_bytes(data)
    visitor = open_kiosk(library=library)
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    library.write_bytes(data[:8192] + b"\xff" * (len(data) - 8192))
    for page in ("causes/jc-virus", "signs/urgent-help", "home"):
        visitor.run.reader.open(page)
        QApplication.processEvents()
        assert visitor.window.isVisible()
    assert visitor.sees("home") or visitor.sees("pane")
    assert "damaged" in visitor.parts.help_line.words
    visitor.finishes()
    assert visitor.sees("attract")
    assert [type(failure).__name__ for failure in visitor.told] == ["UnreadableContentError"]
    assert visitor.run._code == 75, "the next start takes the library that came with the program"


def test_a_library_that_is_replaced_while_it_runs_is_read_from_the_next_page_on(
    open_kiosk: OpenKiosk, bundled_library: Path, second_library: Path, tmp_path: Path
) -> None:
    library = tmp_path / "content.db"
    library.write_bytes(bundled_library.read_bytes())
    visitor = open_kiosk(library=library)
    visitor.comes()
    fresh = tmp_path / "fresh.db"
    fresh.write_bytes(second_library.read_bytes())
    fresh.replace(library)
    visitor.finishes()
    visitor.comes()
    assert visitor.run.pages is not None
    assert "diabetes" in visitor.run.pages.catalog.library.subject
    assert visitor.parts.home.topics
    visitor.run.reader.open("about/what-is-it")
    assert visitor.page == "about/what-is-it"


@linux
def test_a_disk_that_cannot_be_written_changes_nothing_for_the_visitor(open_kiosk: OpenKiosk) -> None:
    own = Path(os.environ["PMLAPP_HOME"])
    # Python itself may lie where only its owner may read.
    codecs.lookup("ascii")
    with not_allowed_to_write(own):
        visitor = open_kiosk(site=CLINIC._replace(usage_counts=True))
        visitor.run.record.begin()
        visitor.comes()
        visitor.run.reader.open(CAUSES)
        assert visitor.page == CAUSES
        visitor.run.record.take_sample()
        visitor.finishes()
        assert visitor.sees("attract")
    assert not kiosk_dir().exists()


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2099, 12, 31)])
def test_whatever_the_clock_says_pages_are_shown_and_staff_are_told(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch, day: date
) -> None:
    monkeypatch.setattr(run_kiosk, "_today", lambda: day)
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    assert visitor.page == CAUSES
    visitor.run.status._clock = lambda: datetime(day.year, day.month, day.day, 12)
    clock = next(line for line in visitor.run.status.lines() if line.name == "Clock")
    assert clock.verdict in ("In doubt", "Too early")


def test_a_clock_that_jumps_in_the_middle_of_a_visit_ends_nothing(
    open_kiosk: OpenKiosk, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = open_kiosk()
    visitor.comes()
    for day in (date(2026, 12, 1), date(1999, 1, 1), date(2099, 1, 1)):
        monkeypatch.setattr(run_kiosk, "_today", lambda day=day: day)
        visitor.run.reader.open(CAUSES)
        visitor.run.reader.open("home")
        assert not visitor.sees("countdown")
    assert visitor.page == "home"


def test_the_quiet_restart_is_at_night_after_hours_and_only_while_nobody_is_there(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    night, day = datetime(2026, 12, 1, 3, 45), datetime(2026, 12, 1, 12, 0)
    assert not visitor.run.is_night(night), "it has only just begun"
    visitor.run.record._began -= 7 * 3600
    assert visitor.run.is_night(night)
    assert not visitor.run.is_night(day)
    assert not visitor.run.is_night(datetime(2026, 12, 1, 3, 29))


def test_after_too_many_faults_in_one_visit_the_program_is_started_again(open_kiosk: OpenKiosk, qtbot: QtBot) -> None:
    from pmlapp.shell.failures import Words  # noqa: PLC0415 only this test breaks it

    visitor = open_kiosk()
    visitor.comes()
    with qtbot.waitSignal(visitor.kiosk.hopeless):
        for _ in range(6):
            visitor.kiosk.calm(Words("", ""))
    assert visitor.run._code == 75
