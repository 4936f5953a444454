"""The kiosk as a process of its own: in cage, under X with random keys and touches, and killed at random moments."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[1]
_SEED: Final = 13
_KEYS: Final = 1_000
_TOUCHES: Final = 20_000
_KILLS: Final = 200
_PATIENCE_S: Final = 60
_MODIFIERS: Final = (
    "",
    "ctrl+",
    "alt+",
    "shift+",
    "super+",
    "ctrl+alt+",
    "ctrl+shift+",
    "alt+shift+",
    "ctrl+alt+shift+",
)
_NAMED: Final = (
    *("Escape", "Tab", "Return", "space", "BackSpace", "Delete", "Insert", "Home", "End", "Prior", "Next"),
    *("Up", "Down", "Left", "Right", "Print", "Menu", "Pause", "Help", "XF86Explorer", "XF86Search", "XF86Mail"),
    *(f"F{number}" for number in range(1, 13)),
)


def main() -> int:
    """Run every session; 0 if all went well."""
    work = Path(sys.argv[1])
    asked = [each for each in sys.argv[2:] if each]
    for name, session in SESSIONS.items():
        if not asked or name in asked:
            print(f"{name}: {(session.__doc__ or '').splitlines()[0]}", flush=True)
            folder = work / name
            folder.mkdir()
            print(f"  {session(folder)}", flush=True)
    return 0


def in_cage(work: Path) -> str:
    """cage of this Debian, without a screen: one window, ready for systemd, pinging while it lives."""
    runtime = work / "runtime"
    runtime.mkdir(mode=0o700)
    heard = Notifications(work / "notify")
    home = work / "home"
    home.mkdir()
    environ = {
        "WLR_BACKENDS": "headless",
        "WLR_RENDERER": "pixman",
        "WLR_LIBINPUT_NO_DEVICES": "1",
        "XDG_RUNTIME_DIR": str(runtime),
        "NOTIFY_SOCKET": str(work / "notify"),
        "WATCHDOG_USEC": "4000000",
        "QT_QPA_PLATFORM": "wayland",
        "QT_WAYLAND_DISABLE_WINDOWDECORATION": "1",
        "PMLAPP_HOME": str(home),
        "HOME": str(home),
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    command = ["cage", "-d", "--", sys.executable, "-m", "pmlapp", "kiosk"]
    if os.getuid() == 0:
        # cage refuses to run as root: in a namespace of its own it is somebody else, with the same files.
        command = ["unshare", "--user", "--map-user=1000", "--map-group=1000", *command]
    with running(command, environ, work / "cage.log"):
        heard.wait_for("READY=1")
        for _ in range(3):
            heard.wait_for("WATCHDOG=1")
        deadline = time.monotonic() + _PATIENCE_S
        while (
            "full screen" not in (state := (home / "kiosk" / "runs.json").read_text()) and time.monotonic() < deadline
        ):
            time.sleep(0.2)
        assert '"full screen": true' in state, f"the window does not fill the screen: {state}"
    return "full screen, READY=1 and 3 pings of the watchdog"


def keys_and_touches(work: Path) -> str:
    """Some 630 keys with every modifier, and 20,000 touches, in an order that a seed decides."""
    chance = random.Random(_SEED)
    with x_screen(work, "2160x1080") as display:
        environ = x_environ(work, display)
        with running([sys.executable, "-m", "pmlapp", "kiosk"], environ, work / "kiosk.log") as kiosk:
            wait_for_window(display, environ)
            letters = "abcdefghijklmnopqrstuvwxyz0123456789"
            combinations = [f"{held}{key}" for held in _MODIFIERS for key in (*_NAMED, *letters)]
            # Escape from X itself is the system's to block: docs/kiosk.md.
            combinations = [each for each in combinations if each not in ("ctrl+alt+BackSpace", "ctrl+alt+s")][:_KEYS]
            chance.shuffle(combinations)
            for start in range(0, len(combinations), 50):
                xdotool(display, "key", "--delay", "2", *combinations[start : start + 50])
                still_there(kiosk, display)
            print(f"  {len(combinations)} keys", flush=True)
            done = 0
            while done < _TOUCHES:
                moves: list[str] = []
                for _ in range(250):
                    moves += ["mousemove", str(chance.randrange(2160)), str(chance.randrange(1080)), "click", "1"]
                xdotool(display, *moves)
                done += 250
                if done % 2_500 == 0:
                    still_there(kiosk, display)
                    print(f"  {done} touches", flush=True)
            windows = xdotool(display, "search", "--onlyvisible", "--name", ".*").split()
    log = (work / "kiosk.log").read_text()
    assert "Traceback" not in log, log
    logs = "".join(path.read_text() for path in (work / "home").glob("pmlapp*.log"))
    assert "crash" not in logs, logs
    return f"{len(combinations)} keys, {done} touches, {len(windows)} window(s), no crash in the log"


def killed(work: Path) -> str:
    """kill -9 at a random moment of 200 starts: the next start always comes up."""
    chance = random.Random(_SEED)
    heard = Notifications(work / "notify")
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PMLAPP_HOME": str(work / "home")}
    environ["NOTIFY_SOCKET"] = str(work / "notify")
    command = [sys.executable, "-m", "pmlapp", "kiosk"]
    for _ in range(_KILLS):
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(chance.uniform(0.0, 1.5))
        process.send_signal(signal.SIGKILL)
        process.wait()
    heard.forget()
    with running(command, environ, work / "last.log"):
        heard.wait_for("READY=1")
    return f"{_KILLS} starts killed, the next one is on the screen"


SESSIONS: Final = {"cage": in_cage, "keys": keys_and_touches, "kill": killed}


class Notifications:
    """Hears what the kiosk says to systemd."""

    def __init__(self, path: Path) -> None:
        self._channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._channel.bind(str(path))
        self._channel.settimeout(_PATIENCE_S)

    def wait_for(self, message: str) -> None:
        """Until the message comes; an error if it never does."""
        deadline = time.monotonic() + _PATIENCE_S
        while time.monotonic() < deadline:
            if message in self._channel.recv(4096).decode().split("\n"):
                return
        raise AssertionError(f"{message} never came")

    def forget(self) -> None:
        """What was said before does not count."""
        self._channel.setblocking(False)
        try:
            while True:
                self._channel.recv(4096)
        except BlockingIOError:
            self._channel.settimeout(_PATIENCE_S)


@contextmanager
def running(command: list[str], environ: dict[str, str], log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended whatever happens."""
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=ROOT, env=environ, stdout=out, stderr=out, start_new_session=True)
        try:
            yield process
        except BaseException:
            print(log.read_text(errors="replace")[-3000:], file=sys.stderr)
            raise
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def x_screen(work: Path, size: str) -> Iterator[str]:
    """A screen of its own under Xvfb; its name."""
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    with (work / "xvfb.log").open("wb") as out:
        process = subprocess.Popen(command, pass_fds=[write], stdout=out, stderr=out)
        os.close(write)
        try:
            with os.fdopen(read) as numbers:
                yield f":{numbers.readline().strip()}"
        finally:
            process.terminate()
            process.wait()


def x_environ(work: Path, display: str) -> dict[str, str]:
    """What the kiosk finds in an X session."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "WAYLAND"))}
    return {**environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "PMLAPP_HOME": str(work / "home")}


def xdotool(display: str, *words: str) -> str:
    """What xdotool says; it moves, clicks and types as a visitor does."""
    environ = {**os.environ, "DISPLAY": display}
    done = subprocess.run(["xdotool", *words], env=environ, capture_output=True, text=True, check=False, timeout=300)
    return done.stdout


def wait_for_window(display: str, environ: dict[str, str]) -> None:
    """Until the kiosk is on the screen."""
    del environ
    deadline = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline:
        if xdotool(display, "search", "--onlyvisible", "--name", "Health information").strip():
            return
        time.sleep(0.2)
    raise AssertionError("no window ever came")


def still_there(kiosk: subprocess.Popen[bytes], display: str) -> None:
    """The process runs, and its window fills the screen and has no other beside it."""
    assert kiosk.poll() is None, f"the kiosk ended with {kiosk.returncode}"
    (window,) = xdotool(display, "search", "--onlyvisible", "--name", "Health information").split()
    assert "2160x1080" in xdotool(display, "getwindowgeometry", window), "it no longer fills the screen"


if __name__ == "__main__":
    sys.exit(main())
