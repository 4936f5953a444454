"""A whole run of the program in this process, from its start to the closing of its window."""

import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from pmlapp.errors import (
    ArticleNotFoundError,
    DamagedPartError,
    LanguageNotFoundError,
    PreferencesError,
    SiteFileError,
)
from pmlapp.library.pages.page_words import PageWords
from pmlapp.paths import preferences_file
from pmlapp.settings import SiteSettings
from pmlapp.shell.command_line import parse_arguments
from pmlapp.shell.failure_window import FailureWindow
from pmlapp.shell.session import Session
from tests.builders import PATIENCE_MS, article, content_file, library
from tests.damage import FILES, Damage, edit, spoil
from tests.hardship import fill_disk_at, not_allowed_to_write
from tests.person import ALT, CTRL, OFFSCREEN_LIMITS, Key, Person, RunProgram
from tests.processes import log_of

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)
linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")

CAUSES = "causes/what-causes-pml"
OUTLOOK = "outlook/life-expectancy"


def own_folder() -> Path:
    return preferences_file().parent


# Starting


def test_it_opens_straight_on_the_home_page_without_a_question(run_program: RunProgram) -> None:
    def looks(person: Person) -> None:
        assert (person.page, person.banner) == ("home", "")
        assert person.sees("home")
        assert not [widget for widget in QApplication.allWidgets() if isinstance(widget, QDialog)]

    assert run_program(meanwhile=looks).code == 0


@pytest.mark.parametrize(
    ("asked", "page"),
    [(("--article", CAUSES), CAUSES), (("--page", "keys"), "keys"), (("--page", "home"), "home"), ((), "home")],
)
def test_it_opens_on_the_page_that_was_asked_for(run_program: RunProgram, asked: tuple[str, ...], page: str) -> None:
    seen: list[str] = []
    run_program(*asked, meanwhile=lambda person: seen.append(person.page))
    assert seen == [page]


def test_a_page_that_is_not_there_opens_home_and_says_so(run_program: RunProgram) -> None:
    def looks(person: Person) -> None:
        assert person.page == "home"
        assert person.banner == (
            "This library has no page called “outlook/my-secret”. Search for it, or choose a topic from the home page."
        )

    run = run_program("--article", "outlook/my-secret", meanwhile=looks)
    assert [type(failure) for failure in run.told] == [ArticleNotFoundError]
    assert "ArticleNotFoundError" in log_of(own_folder())
    assert "secret" not in log_of(own_folder())


def test_a_language_that_is_not_there_is_said_and_the_library_opens_in_its_own(run_program: RunProgram) -> None:
    def looks(person: Person) -> None:
        assert "“ar”" in person.banner
        assert person.page == CAUSES

    run = run_program("--language", "ar", "--article", CAUSES, meanwhile=looks)
    assert [type(failure) for failure in run.told] == [LanguageNotFoundError]


def test_with_a_message_at_the_start_one_can_type_a_question_at_once(run_program: RunProgram) -> None:
    def types(person: Person) -> None:
        assert person.banner
        person.types("fever")
        assert person.searched == "fever"
        assert person.sees("hits")

    run_program(meanwhile=types, to_say=SiteFileError(path="site.toml", reason="line 3 is not TOML"))


@pytest.mark.parametrize(
    ("asked", "percent"),
    [("--size 3840x2160", 150), ("--size 3840x2160 --zoom 100", 100), ("--size 1920x1080", 100), ("", 100)],
)
def test_a_picture_is_drawn_with_the_text_size_of_a_screen_of_that_size(
    qapp: QApplication, bundled_library: Path, asked: str, percent: int
) -> None:
    arguments = parse_arguments(("--snapshot", "page.png", *asked.split()))
    with Session(arguments, SiteSettings(), bundled_library) as session:
        assert session.choices.preferences.text_percent == percent


# The library is wrong


@pytest.mark.parametrize(("damage", "code", "told"), FILES, ids=[damage.__name__ for damage, _, _ in FILES])
def test_a_library_that_cannot_be_used_is_told_in_a_window_of_its_own(
    run_program: RunProgram, bundled_library: Path, tmp_path: Path, damage: Damage, code: int, told: str
) -> None:
    path = tmp_path / "content.db"
    damage(bundled_library, path)

    def looks(window: QWidget) -> None:
        assert isinstance(window, FailureWindow)
        assert f"{window.sentence.text()} {window.advice.text()}".startswith(f"The library file {path} ")
        assert told in f"{window.sentence.text()} {window.advice.text()}"

    run = run_program("--article", OUTLOOK, at_window=looks, library=path)
    assert (run.code, len(run.told)) == (code, 1)
    assert f"path={path}" in log_of(own_folder())
    assert "life-expectancy" not in log_of(own_folder())


def test_a_damaged_library_costs_nothing_that_was_kept(
    run_program: RunProgram, bundled_library: Path, tmp_path: Path
) -> None:
    run_program("--article", CAUSES, meanwhile=lambda person: person.presses(Key.Key_Plus, CTRL))
    kept = preferences_file().read_bytes()
    (tmp_path / "content.db").write_bytes(bundled_library.read_bytes()[:5000])
    run_program(library=tmp_path / "content.db")
    assert preferences_file().read_bytes() == kept


def test_a_library_that_somebody_edited_says_so_on_the_page_in_the_banner_and_in_the_log(
    run_program: RunProgram, bundled_library: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "content.db"
    edit(bundled_library, path, f"update articles set short_answer = 'It is harmless.' where id = '{CAUSES}'")

    def reads_on(person: Person) -> None:
        qtbot.waitUntil(
            lambda: "was changed by another program after it was made" in person.banner, timeout=PATIENCE_MS
        )
        person.goes_to(CAUSES)
        assert "This page was changed by another program and is not shown." in person.text
        assert "harmless" not in person.text
        person.goes_to("about")
        assert PageWords.edited_library in person.text
        person.goes_to("search:causes of pml")
        assert PageWords.edited in person.text
        assert PageWords.damaged not in person.text

    run_program(meanwhile=reads_on, library=path)
    assert "failure EditedContentError" in log_of(own_folder())
    assert "failure EditedPartError" in log_of(own_folder())
    assert "what-causes" not in log_of(own_folder())


def test_a_damaged_page_is_told_in_the_window_and_logged_without_its_name(
    run_program: RunProgram, bundled_library: Path, tmp_path: Path
) -> None:
    path = tmp_path / "content.db"
    spoil(bundled_library, path, b"The virus settles quietly")

    def reads_on(person: Person) -> None:
        person.follows(f"article:{CAUSES}")
        assert person.page == CAUSES
        assert "This page is damaged and is not shown." in person.parts.pane.document().toPlainText()
        person.goes_to("treatment/how-is-pml-treated")
        assert person.page == "treatment/how-is-pml-treated"

    run = run_program("--article", "causes/who-is-at-risk", meanwhile=reads_on, library=path)
    # The check of the whole file finds the same damage, sooner or later.
    assert DamagedPartError in [type(failure) for failure in run.told]
    assert "DamagedPartError" in log_of(own_folder())
    assert "what-causes" not in log_of(own_folder())


# What is remembered


def test_the_next_start_finds_page_line_size_colours_and_window(run_program: RunProgram) -> None:
    left: list[object] = []

    def reads(person: Person) -> None:
        person.makes_window(700, 620)
        person.presses(Key.Key_Plus, CTRL)
        person.chooses_colours("dark")
        person.reads("PML is seen most often")
        left.extend([person.paragraph_at_top, person.window.size().toTuple()])

    def comes_back(person: Person) -> None:
        assert person.page == CAUSES
        assert [person.paragraph_at_top, person.window.size().toTuple()] == left
        assert (person.percent, person.parts.pane.look.theme.name) == (125, "dark")
        assert not person.parts.top_bar.button("back").isEnabled()

    run_program("--article", CAUSES, meanwhile=reads)
    run_program(meanwhile=comes_back)


def test_a_page_that_is_asked_for_comes_before_the_one_remembered(run_program: RunProgram) -> None:
    seen: list[tuple[str, float]] = []
    run_program("--article", CAUSES, meanwhile=lambda person: person.scrolls_to(20))
    run_program("--article", OUTLOOK, meanwhile=lambda person: seen.append((person.page, person.line)))
    assert seen == [(OUTLOOK, 0)]


@pytest.mark.parametrize("ends", ["home", "search"])
def test_home_and_searches_are_never_remembered(run_program: RunProgram, ends: str) -> None:
    def reads(person: Person) -> None:
        if ends == "home":
            person.presses(Key.Key_Home, ALT)
        else:
            person.asks("volcano")
            person.presses(Key.Key_Return)
            assert person.page.startswith("search:")

    run_program("--article", OUTLOOK, meanwhile=reads)
    written = "".join(file.read_text(encoding="utf-8") for file in own_folder().glob("*.*"))
    # Home offers to go on reading that page; the next start does not show it by itself.
    assert "life-expectancy" not in preferences_file().read_text(encoding="utf-8")
    assert "volcano" not in written
    seen: list[str] = []
    run_program(meanwhile=lambda person: seen.append(person.page))
    assert seen == ["home"]


def test_switched_off_nothing_of_what_was_read_is_kept(run_program: RunProgram) -> None:
    def switches_off(person: Person) -> None:
        person.clicks(person.parts.top_bar.button("more"))
        person.chooses(person.window.menus.more, lambda entry: entry is person.window.menus.remembering)
        assert "life-expectancy" not in preferences_file().read_text(encoding="utf-8")

    run_program("--article", OUTLOOK)
    assert "life-expectancy" in preferences_file().read_text(encoding="utf-8")
    run_program(meanwhile=switches_off)
    seen: list[str] = []
    run_program(meanwhile=lambda person: seen.append(person.page))
    assert seen == ["home"]
    assert "life-expectancy" not in preferences_file().read_text(encoding="utf-8")


def test_where_the_site_forbids_it_nothing_is_kept_at_all(run_program: RunProgram) -> None:
    site = SiteSettings(remember_reader=False)
    run_program("--article", OUTLOOK, meanwhile=lambda p: p.presses(Key.Key_Plus, CTRL), site=site)
    assert not preferences_file().exists()


# The reader's own file is wrong


def test_choices_that_cannot_be_read_start_afresh_and_are_set_aside(run_program: RunProgram) -> None:
    preferences_file().write_bytes(b"\xff\x00 no json")

    def looks(person: Person) -> None:
        assert person.page == "home"
        assert "their file was damaged, so they start afresh" in person.banner

    run = run_program(meanwhile=looks)
    assert (run.code, [type(failure) for failure in run.told]) == (0, [PreferencesError])
    assert preferences_file().with_name("preferences.json.unreadable").read_bytes() == b"\xff\x00 no json"
    assert run_program().told == []


@linux
def test_choices_that_may_not_be_kept_are_said_once_and_logged(run_program: RunProgram) -> None:
    fill_disk_at(preferences_file().with_name("preferences.json.new"))

    def chooses(person: Person) -> None:
        person.presses(Key.Key_Plus, CTRL)
        assert person.banner.startswith("Your text size, colours and place could not be kept: the disk is full.")
        person.presses(Key.Key_Escape)
        person.presses(Key.Key_Plus, CTRL)
        assert (person.banner, person.percent) == ("", 150)

    run = run_program("--article", OUTLOOK, meanwhile=chooses)
    assert (run.code, [type(failure) for failure in run.told]) == (0, [PreferencesError])
    assert "PreferencesError reason=the disk is full from OSError ENOSPC" in log_of(own_folder())


@linux
def test_a_folder_that_may_not_be_written_is_told_at_the_end_at_least(run_program: RunProgram) -> None:
    with not_allowed_to_write(own_folder()):
        run = run_program("--article", CAUSES)
    assert [failure.details["reason"] for failure in run.told] == ["this user is not allowed to"]


# What the site decides


def test_a_mistake_in_the_site_file_is_said_in_the_window(run_program: RunProgram) -> None:
    said: list[str] = []
    failure = SiteFileError(path="site.toml", reason="line 2: theme must be one of light, dark, in quotes")
    run = run_program(meanwhile=lambda person: said.append(person.banner), to_say=failure)
    assert run.code == 0
    assert said[0].startswith("The site file site.toml cannot be used: line 2: theme must be one of light")


def test_a_library_of_the_site_is_read_and_its_title_is_the_windows(run_program: RunProgram, tmp_path: Path) -> None:
    ours = content_file(tmp_path, library([article("diet/food", title="What to eat?")], title="Our Answers"))
    seen: list[str] = []
    run_program("--article", "diet/food", library=ours, meanwhile=lambda p: seen.append(p.window.windowTitle()))
    assert seen == ["Our Answers"]
