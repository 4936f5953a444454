"""Failures reach people in words: on the command line, in a window, and when nobody caught them."""

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from textwrap import dedent

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from pmlapp.errors import ArticleNotFoundError, CannotWriteError, MissingContentError, NoDisplayError
from pmlapp.shell.any_thread import FromAnyThread
from pmlapp.shell.failures import LastResort, Words, in_english, tell_on_command_line, words
from pmlapp.shell.log import Log
from tests.builders import PATIENCE_MS

UNEXPECTED = "Something went wrong inside the program."


def in_spanish(context: str, text: str) -> str:
    assert context == "errors"
    return {
        "{path} could not be written: {reason}.": "No se pudo escribir {path}: {reason}.",
        "the disk is full": "el disco está lleno",
        "There is no screen to open a window on.": "No hay {pantalla}.",
    }.get(text, text)


def test_a_failure_is_told_as_what_happened_and_what_to_do() -> None:
    assert words(MissingContentError(path="/srv/content.db"), in_english) == Words(
        "The library file /srv/content.db is not there.",
        "Install the program again, or copy content.db back to that place. Nothing else is lost.",
    )


def test_a_failure_is_told_in_the_readers_language_its_reason_too() -> None:
    failure = CannotWriteError(path="a.png", reason="the disk is full")
    assert words(failure, in_spanish).sentence == "No se pudo escribir a.png: el disco está lleno."


def test_a_slip_of_a_translator_does_not_hide_what_happened() -> None:
    assert words(NoDisplayError(), in_spanish).sentence == "There is no screen to open a window on."


def test_a_mistake_of_ours_is_told_without_its_details() -> None:
    told = words(KeyError("causes/what-causes-pml"), in_english)
    assert told.sentence == UNEXPECTED
    assert "causes" not in str(told)


def test_the_command_line_gets_one_line_and_an_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert tell_on_command_line(ArticleNotFoundError(article="x/y")) == 66
    assert capsys.readouterr().err == (
        "pmlapp: This library has no page called “x/y”. Search for it, or choose a topic from the home page.\n"
    )
    assert tell_on_command_line(ValueError("secret")) == 70
    assert "secret" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("reason", "remedy"),
    [
        ("the disk is full", "Free some space or choose another place."),
        ("the folder is not there", "Make that folder first, or choose another place."),
        ("this user is not allowed to", "Choose another place."),
    ],
)
def test_what_to_do_about_a_file_that_cannot_be_written_fits_the_reason(reason: str, remedy: str) -> None:
    advice = words(CannotWriteError(path="a.png", reason=reason), in_english).advice
    assert advice == f"{remedy} What was there before is unchanged."


@pytest.fixture
def log_path(tmp_path: Path) -> Path:
    return tmp_path / "pmlapp.log"


@pytest.fixture
def last_resort(log_path: Path) -> Iterator[LastResort]:
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    resort = LastResort(Log(log_path, clock=lambda: datetime(2026, 11, 21)))
    resort.install()
    yield resort
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


def broken() -> None:
    raise KeyError("outlook/life-expectancy")


def catch_nothing(count: int = 1) -> None:
    """What Python itself does with an exception that nobody caught."""
    for _ in range(count):
        try:
            broken()
        except KeyError as error:
            sys.excepthook(KeyError, error, error.__traceback__)


def test_what_nobody_caught_is_shown_once_in_the_window_and_logged_without_history(
    last_resort: LastResort, log_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shown: list[Words] = []
    last_resort.show = shown.append
    catch_nothing(60)
    assert [said.sentence for said in shown] == [UNEXPECTED]
    assert capsys.readouterr() == ("", "")
    logged = log_path.read_text(encoding="utf-8")
    assert "crash KeyError" in logged
    assert "test_failures.py" in logged
    assert "life-expectancy" not in logged


def test_once_there_is_a_language_it_is_shown_in_that(last_resort: LastResort) -> None:
    shown: list[Words] = []
    last_resort.show = shown.append
    last_resort.translate = lambda _context, english: english.upper()
    catch_nothing()
    assert shown[0].sentence == UNEXPECTED.upper()


def test_before_there_is_a_window_it_is_told_on_the_command_line_without_a_traceback(
    last_resort: LastResort, capsys: pytest.CaptureFixture[str]
) -> None:
    assert last_resort.show is None
    catch_nothing()
    told = capsys.readouterr().err
    assert told.startswith(f"pmlapp: {UNEXPECTED}")
    assert told.count("\n") == 1


def test_a_window_that_cannot_even_show_the_sentence_leaves_it_to_the_command_line(
    last_resort: LastResort, log_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def show(said: Words) -> None:
        raise RuntimeError(f"no window for {said}")

    last_resort.show = show
    catch_nothing()
    assert UNEXPECTED in capsys.readouterr().err
    logged = log_path.read_text(encoding="utf-8")
    assert "crash KeyError" in logged
    assert "crash RuntimeError" in logged


def test_a_known_failure_that_nobody_caught_keeps_its_own_words(last_resort: LastResort, log_path: Path) -> None:
    shown: list[Words] = []
    last_resort.show = shown.append
    sys.excepthook(NoDisplayError, NoDisplayError(), None)
    assert shown == [words(NoDisplayError(), in_english)]
    assert "failure NoDisplayError" in log_path.read_text(encoding="utf-8")


def test_a_thread_that_fails_is_told_like_everything_else(last_resort: LastResort) -> None:
    shown: list[Words] = []
    last_resort.show = shown.append
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    assert [said.sentence for said in shown] == [UNEXPECTED]


def test_a_failure_while_something_is_thrown_away_is_only_logged(
    last_resort: LastResort, log_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    class Sticky:
        def __del__(self) -> None:
            broken()

    shown: list[Words] = []
    last_resort.show = shown.append
    Sticky()
    assert shown == []
    assert "crash KeyError" in log_path.read_text(encoding="utf-8")
    assert capsys.readouterr().err == ""


class Bell(QObject):
    rung = Signal()


def test_a_slot_that_fails_is_told_and_the_program_goes_on(
    last_resort: LastResort, qtbot: QtBot, log_path: Path
) -> None:
    shown: list[Words] = []
    last_resort.show = shown.append
    bell = Bell()
    bell.rung.connect(broken)
    bell.rung.emit()
    assert [said.sentence for said in shown] == [UNEXPECTED]
    assert "crash KeyError" in log_path.read_text(encoding="utf-8")


def run(script: str, tmp_path: Path, *flags: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *flags, "-c", dedent(script)],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PMLAPP_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"},
    )


FAILING_PAINTER = """
    from pathlib import Path
    from pmlapp import paths
    from pmlapp.shell.failures import LastResort
    from pmlapp.shell.log import Log
    LastResort(Log(paths.log_file())).install()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication, QWidget

    class Torn(QWidget):
        def paintEvent(self, event):
            raise ValueError("outlook/life-expectancy")

    app = QApplication([])
    torn = Torn()
    torn.show()
    for moment in range(5):
        QTimer.singleShot(moment, torn.update)
    QTimer.singleShot(50, app.quit)
    app.exec()
    print("still here")
"""


def test_a_picture_that_cannot_be_painted_does_not_end_the_program(tmp_path: Path) -> None:
    ended = run(FAILING_PAINTER, tmp_path)
    assert (ended.returncode, ended.stdout) == (0, "still here\n")
    assert ended.stderr.count(UNEXPECTED) == 1
    assert "Traceback" not in ended.stderr
    assert "crash ValueError" in (tmp_path / "pmlapp.log").read_text(encoding="utf-8")


def test_a_developer_sees_the_traceback_with_python_x_dev(tmp_path: Path) -> None:
    ended = run(FAILING_PAINTER, tmp_path, "-X", "dev")
    assert "Traceback" in ended.stderr
    assert "ValueError: outlook/life-expectancy" in ended.stderr


def test_ctrl_c_ends_without_a_word(last_resort: LastResort, capsys: pytest.CaptureFixture[str]) -> None:
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert capsys.readouterr().err == ""


def test_what_another_thread_says_is_shown_by_the_thread_of_the_window(qtbot: QtBot) -> None:
    shown: list[tuple[Words, bool]] = []
    here = threading.current_thread()
    show = FromAnyThread(lambda said: shown.append((said, threading.current_thread() is here)))
    show(Words("From here.", ""))
    thread = threading.Thread(target=show, args=(Words("From there.", ""),))
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(shown) == 2, timeout=PATIENCE_MS)
    assert shown == [(Words("From here.", ""), True), (Words("From there.", ""), True)]
