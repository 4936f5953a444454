"""High contrast and dark of the desktop portal, on a D-Bus of its own: asked for at the start, and followed live."""
# needs: Xvfb=xvfb dbus-daemon=dbus
# needs: /usr/lib/python3/dist-packages/dbus=python3-dbus /usr/lib/python3/dist-packages/gi=python3-gi

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

_ROOT = Path(__file__).parent.parent
_SEES = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.session import Session

with Session(Arguments(), SiteSettings(remember_reader=False), Path("content.db")) as session:
    window, reader, _ = session.build()
    def say():
        print(session.choices.look.theme.name, flush=True)
    session.choices.look_changed.connect(say)
    reader.start("home")
    window.show()
    # The first answer of a portal that is slow comes behind the first paint.
    QTimer.singleShot(int(sys.argv[1]), say)
    QTimer.singleShot(int(sys.argv[2]), session._application.quit)
    session._application.exec()
"""
Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def started(tmp_path: Path) -> Iterator[Start]:
    """Start a program on a display and a bus of their own: ``started(command, theme="…")``."""
    with ExitStack() as ended:

        def begun(*command: str, environ: dict[str, str]) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                command, cwd=_ROOT, env=environ, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )  # fmt: skip
            ended.enter_context(process)
            ended.callback(process.terminate)
            return process

        def first_line(process: subprocess.Popen[str]) -> str:
            assert process.stdout is not None
            return process.stdout.readline().strip()

        plain = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "XDG_", "DBUS_"))}
        plain["PMLAPP_HOME"] = str(tmp_path)
        display = begun("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", environ=plain)
        number = first_line(display)
        bus = begun("dbus-daemon", "--session", "--nofork", "--print-address=1", environ=plain)
        environ = plain | {"DISPLAY": f":{number}", "DBUS_SESSION_BUS_ADDRESS": first_line(bus)}

        def start(*command: str, theme: str = "") -> subprocess.Popen[str]:
            process = begun(*command, environ=environ | ({"QT_QPA_PLATFORMTHEME": theme} if theme else {}))
            if command[0] == "/usr/bin/python3":
                assert first_line(process).startswith("ready")
            return process

        yield start


def themes(process: subprocess.Popen[str]) -> Iterator[str]:
    assert process.stdout is not None
    for line in process.stdout:
        yield line.strip()


@pytest.mark.parametrize(
    ("scheme", "contrast", "theme"), [(0, 0, "light"), (1, 0, "dark"), (0, 1, "high_contrast"), (1, 1, "high_contrast")]
)
def test_what_the_portal_says_is_followed_from_the_first_window_on(
    started: Start, scheme: int, contrast: int, theme: str
) -> None:
    started("/usr/bin/python3", "checks/fake_portal.py", str(scheme), str(contrast))
    window = started(sys.executable, "-c", _SEES, "600", "900", theme="xdgdesktopportal")
    assert list(themes(window))[-1] == theme


def test_a_change_while_the_window_is_open_is_followed(started: Start) -> None:
    portal = started("/usr/bin/python3", "checks/fake_portal.py", "0", "0")
    window = started(sys.executable, "-c", _SEES, "1000", "20000", theme="xdgdesktopportal")
    seen = themes(window)
    assert next(seen) == "light"
    assert portal.stdin is not None
    portal.stdin.write("1 0\n")
    portal.stdin.flush()
    assert next(seen) == "dark"
    portal.stdin.write("1 1\n")
    portal.stdin.flush()
    assert next(seen) == "high_contrast"


def test_a_bare_session_without_that_setting_never_asks(started: Start) -> None:
    """Why the guides for kiosks set QT_QPA_PLATFORMTHEME."""
    started("/usr/bin/python3", "checks/fake_portal.py", "1", "1")
    window = started(sys.executable, "-c", _SEES, "600", "900")
    assert set(themes(window)) == {"light"}
