"""A computer on which Qt cannot start is told so in a sentence with what to do, by real starts that fail."""

import os
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import PySide6
import pytest
import shiboken6

from pmlapp.errors import CannotStartError, MissingQtLibraryError, NoDisplayError
from pmlapp.shell.qt_check import qt_libraries, why_qt_cannot_start

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays and packages are Linux's")

START = """
    import sys
    from pmlapp import paths
    from pmlapp.errors import PmlError
    from pmlapp.shell.failures import tell_on_command_line
    from pmlapp.shell.log import Log
    from pmlapp.shell.qt_check import listen_to_qt, qt_libraries

    log = Log(paths.log_file())
    try:
        with qt_libraries():
            from PySide6.QtWidgets import QApplication
    except PmlError as error:
        log.failure(error)
        sys.exit(tell_on_command_line(error))
    listen_to_qt(log, tell_on_command_line)
    application = QApplication([])
    print("started on", application.platformName())
"""
"""The start of the program as far as Qt is concerned."""


def start(home: Path, script: str = START, **environ: str) -> subprocess.CompletedProcess[str]:
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "XDG_SESSION_TYPE")
    }
    return subprocess.run(
        [sys.executable, "-c", dedent(script)],
        capture_output=True,
        text=True,
        check=False,
        # Without a run-time folder Wayland's own library, where there is one, complains on stderr too.
        env={**kept, "PMLAPP_HOME": str(home), "XDG_RUNTIME_DIR": str(home.parent), **environ},
    )


def test_a_good_start_says_nothing_and_writes_nothing(tmp_path: Path) -> None:
    ended = start(tmp_path, QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "started on offscreen\n", "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DISPLAY": ":4242"},
        {"DISPLAY": "no such display", "QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland;xcb"},
    ],
    ids=["none named", "X does not answer", "no name of a display", "both asked for"],
)
def test_no_display_is_told_in_a_sentence_with_what_to_do_instead(tmp_path: Path, environ: dict[str, str]) -> None:
    ended = start(tmp_path, **environ)
    assert ended.stderr == (
        "pmlapp: There is no screen to open a window on. Start it from a desktop, "
        "or use --text to print a page, or --snapshot FILE.png to draw one.\n"
    )
    assert (ended.returncode, ended.stdout) == (69, "")
    assert "qt fatal" in (tmp_path / "pmlapp.log").read_text(encoding="utf-8")


def test_a_way_of_drawing_that_qt_does_not_have_is_told(tmp_path: Path) -> None:
    ended = start(tmp_path, QT_QPA_PLATFORM="nonsense")
    assert ended.returncode == 69
    assert ended.stderr == (
        "pmlapp: The reader cannot start. Install the program again. If QT_QPA_PLATFORM is set, take it away first.\n"
    )


def test_qt_giving_up_later_ends_with_a_sentence_and_without_a_core_dump(tmp_path: Path) -> None:
    script = START + "    from PySide6.QtCore import qFatal\n    qFatal('QWindow: outlook/life-expectancy')\n"
    ended = start(tmp_path, script, QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stdout) == (70, "started on offscreen\n")
    assert ended.stderr.startswith("pmlapp: Something went wrong inside the program.")
    assert ended.stderr.count("\n") == 1
    assert "life-expectancy" not in ended.stderr + (tmp_path / "pmlapp.log").read_text(encoding="utf-8")


def test_what_qt_complains_of_goes_to_the_log_and_not_to_the_reader(tmp_path: Path) -> None:
    script = START + "    from PySide6.QtGui import QFont\n    QFont().setPointSize(-1)\n"
    ended = start(tmp_path, script, QT_QPA_PLATFORM="offscreen")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "qt warning default QFont::setPointSize" in (tmp_path / "pmlapp.log").read_text(encoding="utf-8")


def test_a_wayland_that_does_not_answer_is_no_crash_either(tmp_path: Path) -> None:
    # Which of the two it is depends on whether this computer has Wayland's libraries at all.
    ended = start(tmp_path, WAYLAND_DISPLAY="nobody-is-there")
    assert ended.returncode == 69
    assert ended.stderr.startswith(
        ("pmlapp: There is no screen", "pmlapp: A part of the system that the window needs is missing: libwayland")
    )


def qt_that_needs(renamed: bytes, library: bytes, part: str, folder: Path) -> str:
    """A folder with a Qt whose ``part`` looks for ``library`` under another name, which no system has.

    The dynamic linker then fails as it does where the library is not
    installed.  All other files are links to the real ones.
    """
    for package in (PySide6, shiboken6):
        original = Path(package.__path__[0])
        for file in original.rglob("*"):
            link = folder / file.relative_to(original.parent)
            if file.is_dir():
                link.mkdir(parents=True)
            elif file == original / part:
                link.write_bytes(file.read_bytes().replace(library + b"\0", renamed + b"\0"))
            else:
                link.parent.mkdir(parents=True, exist_ok=True)
                link.symlink_to(file)
    return str(folder)


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_a_missing_library_that_qt_needs_in_any_case_is_told_with_the_command(tmp_path: Path, platform: str) -> None:
    qt = qt_that_needs(b"libEGQ.so.1", b"libEGL.so.1", "Qt/lib/libQt6Gui.so.6", tmp_path / "qt")
    ended = start(tmp_path, PYTHONPATH=qt, QT_QPA_PLATFORM=platform)
    assert (ended.returncode, ended.stdout) == (69, "")
    assert ended.stderr == (
        "pmlapp: A part of the system that the window needs is missing: libEGQ.so.1. "
        "As an administrator run: apt-get install libegq1\n"
    )
    assert "failure MissingQtLibraryError library=libEGQ.so.1" in (tmp_path / "pmlapp.log").read_text(encoding="utf-8")


def test_a_missing_library_that_only_a_window_needs_is_told_with_the_command(tmp_path: Path) -> None:
    qt = qt_that_needs(b"libxcb-cursoq.so.0", b"libxcb-cursor.so.0", "Qt/lib/libQt6XcbQpa.so.6", tmp_path / "qt")
    ended = start(tmp_path, PYTHONPATH=qt, DISPLAY=":4242")
    assert (ended.returncode, ended.stdout) == (69, "")
    assert ended.stderr.startswith("pmlapp: A part of the system that the window needs is missing: libxcb-cursoq.so.0")
    assert ended.stderr.endswith("As an administrator run: apt-get install libxcb-cursoq0\n")


def test_a_qt_that_is_not_installed_is_told() -> None:
    with pytest.raises(CannotStartError, match="The reader cannot start"), qt_libraries():
        raise ModuleNotFoundError("No module named 'PySide6'")


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libX11.so.6", "libx11-6"),
        ("libX11-xcb.so.1", "libx11-xcb1"),
        ("libdbus-1.so.3", "libdbus-1-3"),
        ("libglib-2.0.so.0", "libglib2.0-0"),
        ("libgssapi_krb5.so.2", "libgssapi-krb5-2"),
        ("libxcb-render-util.so.0", "libxcb-render-util0"),
        ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
    ],
)
def test_the_command_names_the_package_as_debian_does(library: str, package: str) -> None:
    # Compared once with `dpkg -S` for each library that Qt 6.11 needs, on Debian 12.
    with pytest.raises(MissingQtLibraryError) as failure, qt_libraries():
        raise ImportError(f"{library}: cannot open shared object file: No such file or directory")
    assert failure.value.what_to_do.startswith(f"As an administrator run: apt-get install {package}")


def test_where_no_screen_was_asked_for_none_is_missed() -> None:
    assert type(why_qt_cannot_start({"QT_QPA_PLATFORM": "offscreen"})) is CannotStartError
    assert type(why_qt_cannot_start({})) is NoDisplayError
