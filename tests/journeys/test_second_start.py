"""A second start brings the first window up, at the page it was asked for."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from pmlapp.paths import instance_dir, library_key, log_file
from pmlapp.shell.single_instance import SingleInstance
from tests.person import OFFSCREEN_LIMITS, Person, RunProgram
from tests.processes import ROOT

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"
MEDICINE = "treatment/how-is-pml-treated"


def second_start(*arguments: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "pmlapp", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        cwd=ROOT,
        env=dict(os.environ),
    )


def test_a_second_start_hands_its_page_over_and_ends(run_program: RunProgram, qtbot: QtBot) -> None:
    def goes_on(person: Person) -> None:
        person.window.showMinimized()
        second = second_start("--article", MEDICINE)
        qtbot.waitUntil(lambda: person.page == MEDICINE, timeout=20_000)
        assert second.communicate(timeout=20) == ("", "")
        assert second.returncode == 0
        assert not person.window.isMinimized()
        assert person.window.isActiveWindow()
        person.clicks(person.parts.top_bar.button("back"))
        assert person.page == CAUSES

    assert run_program("--article", CAUSES, meanwhile=goes_on).told == []


def test_a_second_start_without_a_page_leaves_the_reader_where_they_are(run_program: RunProgram, qtbot: QtBot) -> None:
    def goes_on(person: Person) -> None:
        person.scrolls_to(12)
        person.window.showMinimized()
        second = second_start()
        qtbot.waitUntil(lambda: not person.window.isMinimized(), timeout=20_000)
        assert second.communicate(timeout=20) == ("", "")
        assert (person.page, round(person.line)) == (CAUSES, 12)

    run_program("--article", CAUSES, meanwhile=goes_on)


@pytest.mark.parametrize(("asked", "said"), [("no/page", ""), ("No Page", "has no page called “No Page”")])
def test_a_second_start_for_a_page_that_is_not_there_is_told_where_it_can_be(
    run_program: RunProgram, qtbot: QtBot, asked: str, said: str
) -> None:
    def goes_on(person: Person) -> None:
        second = second_start("--article", asked)
        if said:
            _, told = second.communicate(timeout=20)
            assert said in told
            assert second.returncode == 66
        else:
            qtbot.waitUntil(lambda: "no page called “no/page”" in person.banner, timeout=20_000)
            second.communicate(timeout=20)
        assert person.page == CAUSES

    run_program("--article", CAUSES, meanwhile=goes_on)


def test_once_the_window_is_closed_the_next_start_opens_one(run_program: RunProgram) -> None:
    seen: list[str] = []
    for page in (CAUSES, MEDICINE):
        run_program("--article", page, meanwhile=lambda person: seen.append(person.page))
    assert seen == [CAUSES, MEDICINE]


def test_a_picture_or_a_text_can_be_made_while_the_window_is_open(run_program: RunProgram, tmp_path: Path) -> None:
    def goes_on(person: Person) -> None:
        text = second_start("--text", "--article", MEDICINE)
        assert "How is PML treated?" in text.communicate(timeout=20)[0]
        picture = second_start("--snapshot", str(tmp_path / "page.png"))
        assert picture.communicate(timeout=20) == ("", "")
        assert (tmp_path / "page.png").exists()
        assert person.page == CAUSES

    run_program("--article", CAUSES, meanwhile=goes_on)


def test_a_second_start_by_a_code_opens_its_page_in_the_first_window(run_program: RunProgram, qtbot: QtBot) -> None:
    def goes_on(person: Person) -> None:
        second = second_start("open", "--icd10", "A81.2")
        qtbot.waitUntil(lambda: person.page == "about/codes", timeout=20_000)
        assert second.communicate(timeout=20) == ("", "")
        assert second.returncode == 0

    run_program("--article", CAUSES, meanwhile=goes_on)


def test_a_second_start_by_a_narrower_code_is_answered_in_the_first_window(
    run_program: RunProgram, qtbot: QtBot
) -> None:
    said = "No page has the ICD-10 code A81.29 itself. This is the page for A81.2."

    def goes_on(person: Person) -> None:
        second = second_start("open", "--icd10", "A81.29")
        qtbot.waitUntil(lambda: person.banner == said, timeout=20_000)
        assert person.page == "about/codes"
        assert second.communicate(timeout=20) == ("", f"pmlapp: {said}\n")

    run_program("--article", CAUSES, meanwhile=goes_on)


def test_a_second_start_leaves_a_maximised_window_maximised(run_program: RunProgram, qtbot: QtBot) -> None:
    def goes_on(person: Person) -> None:
        person.window.showMaximized()
        person.window.setWindowState(person.window.windowState() | Qt.WindowState.WindowMinimized)
        second = second_start("--article", MEDICINE)
        qtbot.waitUntil(lambda: person.page == MEDICINE, timeout=20_000)
        second.communicate(timeout=20)
        assert person.window.isMaximized()
        assert not person.window.isMinimized()

    run_program("--article", CAUSES, meanwhile=goes_on)


def test_another_library_has_a_window_a_place_and_a_log_of_its_own(
    run_program: RunProgram, qtbot: QtBot, bundled_library: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.db"
    other.write_bytes(bundled_library.read_bytes())
    seen: list[str] = []

    def beside(person: Person) -> None:
        usual = SingleInstance(instance_dir())
        assert usual.claim(), "the usual library's window is another one"
        usual.let_go()
        person.goes_to(MEDICINE)

    run_program("--article", CAUSES, meanwhile=lambda person: seen.append(person.page))
    run_program("--library", str(other), meanwhile=beside, library=other)
    run_program(meanwhile=lambda person: seen.append(person.page))
    run_program("--library", str(other), meanwhile=lambda person: seen.append(person.page), library=other)
    assert seen == [CAUSES, CAUSES, MEDICINE]
    key = library_key(other, bundled_library)
    assert log_file(library=key) != log_file()
    assert "other" not in key
