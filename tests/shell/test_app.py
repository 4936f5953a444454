"""Every way to start the program, as real processes: what is loaded, what is said, and what the end tells."""

import json
import os
import sys
from pathlib import Path

import pytest

from pmlapp import __version__
from tests.builders import content_file, library
from tests.damage import FILES, Damage, flip, spoil
from tests.processes import log_of, start

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")

CAUSES = "causes/what-causes-pml"
OUTLOOK = "outlook/life-expectancy"

WHAT_IS_LOADED = """
import sys
from pmlapp.shell.app import main
try:
    sys.exit(main())
finally:
    print(*sorted(sys.modules), file=sys.stderr)
"""


# What is loaded


@pytest.mark.parametrize("asked", ["--version", "--nonsense"])
def test_a_word_on_the_command_line_needs_neither_qt_nor_a_library(tmp_path: Path, asked: str) -> None:
    ended = start(asked, home=tmp_path, script=WHAT_IS_LOADED)
    loaded = set(ended.stderr.splitlines()[-1].split())
    assert "pmlapp.shell.app" in loaded
    assert not {module for module in loaded if module.split(".")[0] in ("PySide6", "shiboken6", "markdown", "sqlite3")}


def test_help_begins_with_what_the_library_is_about_and_does_without_qt(tmp_path: Path) -> None:
    about_feet = content_file(tmp_path, library(subject="feet & shoes"))
    for asked, said in ((["--library", str(about_feet)], "Plain answers about feet & shoes. Read"), ([], "Plain")):
        ended = start(*asked, "--help", home=tmp_path, script=WHAT_IS_LOADED)
        assert said in ended.stdout
        assert not {name for name in ended.stderr.split() if name.split(".")[0] in ("PySide6", "shiboken6")}


@pytest.mark.parametrize("damage", ["not there", "no library"])
def test_help_is_there_without_a_library(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "other.db"
    if damage == "no library":
        path.write_text("A shopping list.")
    ended = start("--library", str(path), "--help", home=tmp_path)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "\nRead a library of health answers." in ended.stdout


def test_a_start_that_asks_for_nothing_does_without_the_command_line(tmp_path: Path) -> None:
    at_once_closed = WHAT_IS_LOADED.replace(
        "try:",
        "from PySide6.QtCore import QTimer\nfrom PySide6.QtWidgets import QApplication\n"
        "application = QApplication([])\nQTimer.singleShot(0, application.quit)\ntry:",
    )
    ended = start(home=tmp_path, script=at_once_closed, QT_QPA_PLATFORM="offscreen")
    assert ended.returncode == 0
    loaded = ended.stderr.splitlines()[-1].split()
    assert "pmlapp.shell.window" in loaded
    assert "pmlapp.shell.command_line" not in loaded


def test_the_version_is_printed(tmp_path: Path) -> None:
    ended = start("--version", home=tmp_path)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, f"pmlapp {__version__}\n", "")
    assert list(tmp_path.iterdir()) == []


def test_a_page_is_printed_without_qt_and_without_a_display(tmp_path: Path) -> None:
    ended = start("--text", "--article", CAUSES, home=tmp_path, script=WHAT_IS_LOADED, QT_QPA_PLATFORM="nonsense")
    assert ended.returncode == 0
    assert "What causes PML?" in ended.stdout
    assert "Not reviewed by a clinician." in ended.stdout
    loaded = ended.stderr.split()
    assert "pmlapp.shell.text_output" in loaded
    assert not {module for module in loaded if module.split(".")[0] in ("PySide6", "shiboken6")}


@pytest.mark.parametrize("way", [("--text",), ("--text", "--article", CAUSES), ("--self-test",)], ids=" ".join)
def test_no_way_of_running_loads_what_only_educators_need(tmp_path: Path, way: tuple[str, ...]) -> None:
    loaded = start(*way, home=tmp_path, script=WHAT_IS_LOADED).stderr.split()
    rooms = {".".join(module.split(".")[:2]) for module in loaded}
    assert not rooms & {"pmlapp.authoring", "pmlapp.cli", "sqlite_utils", "click", "yaml", "PySide6.QtNetwork"}


@pytest.mark.parametrize(
    "way",
    [("--text",), ("open", "--icd10", "A81.2", "--print-id"), ("--self-test",), ("--snapshot",)],
    ids=lambda way: way[0],
)
def test_every_way_of_running_closes_the_files_it_opened(tmp_path: Path, way: tuple[str, ...]) -> None:
    # Python 3.13 and later also see a connection to SQLite that was left open.
    picture = [str(tmp_path / "page.png")] if way == ("--snapshot",) else []
    ended = start(*way, *picture, home=tmp_path, PYTHONWARNINGS="always::ResourceWarning")
    assert (ended.returncode, ended.stderr) == (0, "")


AT_FIRST_PAINT = """
import sys
from pmlapp.shell.app import main
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

class Watched(QApplication):
    painted = False

    def notify(self, receiver, event):
        done = super().notify(receiver, event)
        name = receiver.objectName()
        at_last = name == "home" or receiver.parent() and receiver.parent().objectName() == "article_pane"
        if event.type() is QEvent.Type.Paint and not self.painted and at_last:
            self.painted = True
            print("home" if name == "home" else "viewport", *sorted(sys.modules), flush=True)
            receiver.window().close()
        return done

Watched([])
sys.exit(main())
"""


@pytest.mark.parametrize(
    ("page", "painted", "later"),
    [
        (("--page", "home"), "home", {"markdown", "pmlapp.content.page", "pmlapp.reading.look.announce"}),
        (
            ("--article", CAUSES),
            "viewport",
            {"markdown", "pmlapp.reading.page.page_factory", "pmlapp.content.page_html"},
        ),
    ],
)
def test_what_the_first_page_does_not_need_is_loaded_after_it_is_painted(
    tmp_path: Path, page: tuple[str, str], painted: str, later: set[str]
) -> None:
    ended = start(*page, home=tmp_path, script=AT_FIRST_PAINT)
    assert (ended.returncode, ended.stderr) == (0, "")
    first, *loaded = ended.stdout.split()
    assert first == painted
    assert "pmlapp.shell.window" in loaded
    assert not later & set(loaded)


# Ways without a window


def test_a_picture_is_drawn_without_a_display(tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    ended = start(
        *("--snapshot", str(picture), "--article", CAUSES, "--size", "900x700", "--theme", "dark"),
        home=tmp_path / "own",
        QT_QPA_PLATFORM="xcb",
        DISPLAY=":4242",
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    head = picture.read_bytes()[:24]
    assert head.startswith(b"\x89PNG")
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (900, 700)
    assert not (tmp_path / "own").exists()


def test_the_self_test_reports_in_json_and_ends_with_0(tmp_path: Path) -> None:
    ended = start("--self-test", home=tmp_path, QT_QPA_PLATFORM="xcb")
    assert (ended.returncode, ended.stderr) == (0, "")
    report = json.loads(ended.stdout)
    assert report["ok"] is True
    assert report["pages"] >= 14


# The library is wrong


@pytest.mark.parametrize("way", ["--text", "--snapshot"])
@pytest.mark.parametrize(("damage", "code", "told"), FILES, ids=[damage.__name__ for damage, _, _ in FILES])
def test_a_library_that_cannot_be_used_is_told_in_a_sentence_with_what_to_do(
    tmp_path: Path, bundled_library: Path, damage: Damage, code: int, told: str, way: str
) -> None:
    library, picture = tmp_path / "content.db", tmp_path / "page.png"
    damage(bundled_library, library)
    asked = ("--text",) if way == "--text" else ("--snapshot", str(picture))
    ended = start(*asked, "--library", str(library), home=tmp_path / "own")
    assert (ended.returncode, ended.stdout) == (code, "")
    assert ended.stderr.startswith(f"pmlapp: The library file {library} ")
    assert told in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert f"Error path={library}" in log_of(tmp_path / "own")
    assert not picture.exists()


@pytest.mark.parametrize("asked", [["--text"], ["open", "--icd10", "A81.2", "--print-id"]], ids=" ".join)
def test_a_mistyped_library_is_told_to_check_the_path(tmp_path: Path, asked: list[str]) -> None:
    library = tmp_path / "conten.db"
    ended = start(*asked, "--library", str(library), home=tmp_path / "own")
    assert ended.returncode == 66
    assert ended.stderr == f"pmlapp: The library file {library} is not there. Check the path after --library.\n"


def test_a_picture_for_a_folder_that_is_not_there_is_told_to_make_the_folder(tmp_path: Path) -> None:
    ended = start("--snapshot", str(tmp_path / "no" / "page.png"), home=tmp_path / "own")
    assert ended.returncode == 73
    assert "the folder is not there. Make that folder first, or choose another place." in ended.stderr


def test_the_self_test_finds_a_single_bit_that_has_turned(tmp_path: Path, bundled_library: Path) -> None:
    library = tmp_path / "content.db"
    flip(bundled_library, library, bundled_library.read_bytes().index(b"The virus settles quietly") + 5)
    ended = start("--self-test", "--library", str(library), home=tmp_path / "own")
    report = json.loads(ended.stdout)
    assert (ended.returncode, report["ok"]) == (70, False)
    assert "is damaged" in report["library"][0]


def test_a_page_that_is_damaged_is_told_and_the_others_are_printed(tmp_path: Path, bundled_library: Path) -> None:
    library = tmp_path / "content.db"
    spoil(bundled_library, library, b"The virus settles quietly")
    ended = start("--text", "--article", CAUSES, "--library", str(library), home=tmp_path)
    assert (ended.returncode, ended.stdout) == (65, "")
    assert "is damaged" in ended.stderr
    assert "what-causes-pml" not in log_of(tmp_path)
    other = start("--text", "--article", "causes/who-is-at-risk", "--library", str(library), home=tmp_path)
    assert other.returncode == 0


# The page is not there


@pytest.mark.parametrize("way", [("--text",), ("--snapshot", "page.png")], ids=" ".join)
def test_a_page_that_is_not_there_is_told_with_its_name_and_not_logged_with_it(
    tmp_path: Path, way: tuple[str, ...]
) -> None:
    home = tmp_path / "own"
    ended = start(*way[:1], *(str(tmp_path / name) for name in way[1:]), "--article", "outlook/my-secret", home=home)
    assert (ended.returncode, ended.stdout) == (66, "")
    assert ended.stderr == (
        "pmlapp: This library has no page called “outlook/my-secret”. "
        "Search for it, or choose a topic from the home page.\n"
    )
    assert "ArticleNotFoundError" in log_of(home)
    assert "secret" not in log_of(home)
    assert not (tmp_path / "page.png").exists()


# The site file is wrong


@pytest.mark.parametrize("way", ["--text", "--self-test"])
def test_a_site_file_with_a_mistake_is_told_with_its_line_where_there_is_no_window(tmp_path: Path, way: str) -> None:
    site = tmp_path / "site.toml"
    site.write_text("# ours\nemergency_number = 112\n", encoding="utf-8")
    ended = start(way, home=tmp_path)
    assert (ended.returncode, ended.stdout) == (78, "")
    assert ended.stderr == (
        f"pmlapp: The site file {site} cannot be used: line 2: emergency_number must be the number to call, "
        'such as "112". Correct that line, or move the file away to start with the usual settings.\n'
    )
    assert "SiteFileError" in log_of(tmp_path)


def test_a_window_opens_with_the_usual_settings_and_keeps_nothing_where_the_site_file_has_a_mistake(
    tmp_path: Path,
) -> None:
    (tmp_path / "site.toml").write_text("remember_reader = no\n", encoding="utf-8")
    closed_at_first_paint = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pmlapp.shell.app import main

def close():
    for window in QApplication.topLevelWidgets():
        if window.objectName() == "window":
            print(window.isVisible())
            window.close()

application = QApplication([])
QTimer.singleShot(0, close)
sys.exit(main([]))
"""
    ended = start(home=tmp_path, script=closed_at_first_paint, QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout) == (0, "True\n")
    assert ended.stderr.startswith(f"pmlapp: The site file {tmp_path / 'site.toml'} cannot be used: line 1 is not TOML")
    assert ended.stderr.count("\n") == log_of(tmp_path).count("SiteFileError") == 1
    assert not (tmp_path / "preferences.json").exists()


def test_ctrl_c_during_the_start_ends_it_with_a_sentence(tmp_path: Path) -> None:
    interrupted = """
import sys
import pmlapp.shell.app as app

def interrupt(path):
    raise KeyboardInterrupt

app._site_settings = interrupt
sys.exit(app.main(["--text"]))
"""
    ended = start(home=tmp_path, script=interrupted)
    assert (ended.returncode, ended.stdout, ended.stderr) == (130, "", "pmlapp: It was stopped by Ctrl+C.\n")


def test_what_the_site_decides_is_on_the_page(tmp_path: Path, bundled_library: Path) -> None:
    (tmp_path / "ours.db").write_bytes(bundled_library.read_bytes())
    (tmp_path / "site.toml").write_text('emergency_number = "112"\nlibrary = "ours.db"\n', encoding="utf-8")
    assert "Call 112" in start("--text", "--article", "signs/urgent-help", home=tmp_path).stdout
    (tmp_path / "ours.db").unlink()
    assert str(tmp_path / "ours.db") in start("--text", home=tmp_path).stderr


# The system is wrong


@linux
def test_without_a_display_it_says_what_can_be_done_instead(tmp_path: Path) -> None:
    ended = start("--article", OUTLOOK, home=tmp_path, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert (ended.returncode, ended.stdout) == (69, "")
    assert ended.stderr == (
        "pmlapp: There is no screen to open a window on. Start it from a desktop, "
        "or use --text to print a page, or --snapshot FILE.png to draw one.\n"
    )
    assert "NoDisplayError" in log_of(tmp_path)
    assert "life-expectancy" not in log_of(tmp_path)


def a_small_disk() -> None:
    """No file may grow beyond 4 kB: enough for a log, not for a picture."""
    import resource  # noqa: PLC0415 only Unix has it

    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


@linux
def test_a_full_disk_leaves_the_picture_that_was_there(tmp_path: Path) -> None:
    picture = tmp_path / "page.png"
    picture.write_bytes(b"the one before")
    ended = start("--snapshot", str(picture), "--article", OUTLOOK, home=tmp_path / "own", prepare=a_small_disk)
    assert ended.returncode == 73
    assert ended.stderr == (
        f"pmlapp: {picture} could not be written: the disk is full. "
        "Free some space or choose another place. What was there before is unchanged.\n"
    )
    assert picture.read_bytes() == b"the one before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["own", "page.png"]
    assert "CannotWriteError reason=the disk is full from OSError EFBIG" in log_of(tmp_path / "own")


def test_a_picture_in_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    ended = start("--snapshot", str(tmp_path / "no" / "page.png"), home=tmp_path)
    assert ended.returncode == 73
    assert "page.png could not be written: the folder is not there." in ended.stderr


@linux
def test_a_full_disk_behind_the_output_is_told(tmp_path: Path) -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    try:
        ended = start("--text", "--article", CAUSES, home=tmp_path, stdout=full)
    finally:
        os.close(full)
    assert ended.returncode == 73
    assert ended.stderr.startswith("pmlapp: The output could not be written: the disk is full.")
    assert ended.stderr.count("\n") == 1


@linux
def test_whoever_reads_only_the_first_lines_gets_no_complaint(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ended = start("--text", "--article", CAUSES, home=tmp_path, stdout=writing)
    finally:
        os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_a_terminal_that_lacks_letters_still_gets_the_page(tmp_path: Path) -> None:
    ended = start("--text", "--article", CAUSES, home=tmp_path, PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "What causes PML?" in ended.stdout


def test_a_log_that_cannot_be_written_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "pmlapp.log").mkdir()
    ended = start("--text", "--article", "no/page", home=tmp_path)
    assert ended.returncode == 66
    assert ended.stderr.startswith("pmlapp: This library has no page called “no/page”.")
    assert ended.stderr.count("\n") == 1
