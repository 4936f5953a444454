"""A page read over AT-SPI as a screen reader reads it, and 1,000 pages turned while one walks through the window."""
# needs: Xvfb=xvfb dbus-daemon=dbus /usr/libexec/at-spi-bus-launcher=at-spi2-core
# needs: /usr/lib/python3/dist-packages/pyatspi=python3-pyatspi

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_CLIENT = ("/usr/bin/python3", "checks/screen_reader.py")
_LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
_TURNS = 1000
_MOST_KEPT_KB = 5.0
"""A page, its document and its tree take some 1,500 kB: if they stayed, it would be seen."""

Screen = dict[str, str]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Screen]:
    """A display and an accessibility bus of their own; the environment of whoever is to see them."""
    with ExitStack() as ended:

        def started(*command: str, environ: Screen | None = None, says: bool = True) -> str:
            """Start a program that goes on until the test is over; the first line that it prints."""
            reading, writing = os.pipe()
            line = [part.format(fd=writing) for part in command]
            process = subprocess.Popen(
                line, env=environ, pass_fds=(writing,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            ended.callback(process.wait, 20)
            ended.callback(process.terminate)
            os.close(writing)
            with os.fdopen(reading, encoding="ascii") as said:
                return said.readline().strip() if says else ""

        number = started("Xvfb", "-displayfd", "{fd}", "-screen", "0", "1280x800x24", "-nolisten", "tcp")
        bus = started("dbus-daemon", "--session", "--nofork", "--print-address={fd}")
        environ = {
            **{name: value for name, value in os.environ.items() if name not in ("AT_SPI_BUS_ADDRESS",)},
            "DISPLAY": f":{number}",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(tmp_path),
            "PMLAPP_HOME": str(tmp_path / "home"),
        }
        started(_LAUNCHER, "--launch-immediately", environ=environ, says=False)
        yield environ


def client(screen: Screen, *arguments: str) -> str:
    done = subprocess.run(
        [*_CLIENT, *arguments], env=screen, cwd=_ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def reader(screen: Screen, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, *arguments], env=screen, cwd=_ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def heard(article: str) -> str:
    """What the program itself says that a screen reader is given."""
    command = [sys.executable, "-m", "pmlapp", "--article", article, "--hear"]
    return subprocess.run(command, cwd=_ROOT, capture_output=True, encoding="utf-8", check=True).stdout


@pytest.mark.parametrize("article", ["causes/what-causes-pml", "signs/urgent-help", "causes/natalizumab-risk"])
def test_a_screen_reader_is_given_the_page_line_for_line(screen: Screen, article: str) -> None:
    process = reader(screen, "-m", "pmlapp", "--article", article)
    try:
        assert client(screen, "read") == heard(article)
        assert "heading level 1" in client(screen, "spoken")
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_a_link_that_a_screen_reader_presses_leads_on_and_the_page_is_announced(screen: Screen) -> None:
    process = reader(screen, "-m", "pmlapp", "--article", "causes/what-causes-pml")
    try:
        assert client(screen, "press", "Causes and risk").strip() == "Causes and risk"
        assert "heading 1: Causes and risk" in client(screen, "read")
    finally:
        process.terminate()
        process.communicate(timeout=20)


def test_a_thousand_pages_are_turned_while_a_screen_reader_walks_through_them(screen: Screen) -> None:
    process = reader(screen, "checks/turning_pages.py", str(_TURNS))
    walked = client(screen, "walk")
    said, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    print(said, walked)
    kept = re.search(r"([-\d.]+) kB a page kept", said)
    assert kept is not None, said
    assert float(kept[1]) < _MOST_KEPT_KB
    seen = re.match(r"\d+ walks, (\d+) things seen", walked)
    assert seen is not None
    assert int(seen[1]) > _TURNS
