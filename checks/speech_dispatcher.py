"""Reading aloud through a real speech-dispatcher; started by checks/speech.sh, which says what it needs."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from time import monotonic

import pytest
from PySide6.QtCore import QEvent, QObject
from pytestqt.qtbot import QtBot

from pmlapp.speech.player import SPEEDS, State, TroubleKind
from tests.builders import PATIENCE_MS
from tests.conftest import _own_files, bundled_library
from tests.person import OpenWindow, Person, open_window

__all__ = ["_own_files", "bundled_library", "open_window"]

SENTENCES = int(os.environ.get("PMLAPP_CHECK_SENTENCES", "50"))
KILLS = 20
LATEST_S = 0.120
"""The most that a mark may come behind the engine's own event, in 95 of 100 sentences."""
PAGES = (
    *("causes/what-causes-pml", "causes/jc-virus", "signs/urgent-help", "outlook/life-expectancy"),
    *("causes/conditions", "about/what-is-pml", "treatment/immune-recovery", "living/daily-life"),
)


@dataclass
class Server:
    """A private speech-dispatcher; killed, it can be started again at the same place."""

    folder: Path
    environment: dict[str, str]
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        self.socket.unlink(missing_ok=True)
        options = ("-s", "-C", self.folder, "-c", "unix_socket", "-S", self.socket, "-L", self.folder, "-t", "0")
        options = (*options, "-P", self.folder / "pid")
        with (self.folder / "said").open("ab") as said:
            self.process = subprocess.Popen(
                ["speech-dispatcher", *options, "-P", self.folder / "pid"],
                env=self.environment,
                stdout=said,
                stderr=said,
            )
        until = monotonic() + 20
        while not self.socket.exists():
            assert self.process.poll() is None, (self.folder / "said").read_text()
            assert monotonic() < until

    def kill(self) -> None:
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    @property
    def socket(self) -> Path:
        return self.folder / "socket"


def configured(folder: Path, output: str) -> None:
    (folder / "modules").mkdir(parents=True)
    shutil.copy("/etc/speech-dispatcher/modules/espeak-ng.conf", folder / "modules")
    (folder / "speechd.conf").write_text(
        f'LogLevel 1\nAudioOutputMethod "{output}"\n'
        'AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"\nDefaultModule espeak-ng\n'
    )
    # Of libao's outputs the one that throws the sound away as fast as it comes.
    (folder / ".libao").write_text("default_driver=null\n")


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Iterator[Server]:
    output = getattr(request, "param", "pulse")
    folder = tmp_path / "speech"
    configured(folder, output)
    sound = folder / "sound"
    environment = {
        **os.environ,
        "HOME": str(folder),
        "XDG_RUNTIME_DIR": str(folder),
        "PULSE_RUNTIME_PATH": str(folder / "pulse"),
        "PULSE_SERVER": f"unix:{sound}",
    }
    pulse = None
    if output == "pulse":
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no"]
        loaded = ("module-null-sink", f"module-native-protocol-unix socket={sound} auth-anonymous=1")
        with (folder / "sound-said").open("wb") as said:
            pulse = subprocess.Popen(
                [*command, *(part for each in loaded for part in ("-L", each))],
                env=environment, stdout=said, stderr=said,
            )  # fmt: skip
        until = monotonic() + 20
        while not sound.exists():
            assert pulse.poll() is None, (folder / "sound-said").read_text()
            assert monotonic() < until
    made = Server(folder, environment)
    made.start()
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{made.socket}")
    yield made
    made.kill()
    if pulse is not None:
        pulse.terminate()
        pulse.wait()


class Painted(QObject):
    """Notes when each sentence is on the screen, marked, behind the event of the engine that began it."""

    def __init__(self, person: Person) -> None:
        super().__init__(person.window)
        self._person = person
        self._player = person.window.read_aloud.player
        self._last: object = None
        self.late_s: list[float] = []
        person.parts.pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            mark = self._person.parts.spoken_mark
            begun = self._player._begun_at
            if begun is not None and begun != self._last and mark.sentence == self._sentence():
                self._last = begun
                # Behind this very paint, which takes a few milliseconds more.
                self.late_s.append(monotonic() - begun)
        return False

    def _sentence(self) -> object:
        return self._player.sentences[self._player.current] if self._player.sentences else None


def until(qtbot: QtBot, person: Person, *states: State, patience_ms: int = PATIENCE_MS) -> State:
    player = person.window.read_aloud.player
    qtbot.waitUntil(lambda: player.state in states, timeout=patience_ms)
    return player.state


def test_marks_are_in_time_and_no_sentence_is_left_out_or_said_twice(
    server: Server, open_window: OpenWindow, qtbot: QtBot
) -> None:
    person = open_window(page=PAGES[0])
    player = person.window.read_aloud.player
    painted = Painted(person)
    begun: list[int] = []
    player.sentence_begun.connect(begun.append)
    player.set_speed(len(SPEEDS) - 1)
    heard = 0
    begin = monotonic()
    for page in PAGES:
        person.goes_to(page)
        begun.clear()
        person.window.read_aloud.toggle()
        qtbot.waitUntil(
            lambda left=SENTENCES - heard: player.state in (State.FINISHED, State.IN_TROUBLE) or len(begun) >= left,
            timeout=PATIENCE_MS * 20,
        )
        assert player.trouble is None, player.trouble
        assert begun == list(range(len(begun)))
        heard += len(begun)
        if heard >= SENTENCES:
            break
        person.window.read_aloud.stop()
    person.window.read_aloud.close()
    late = sorted(painted.late_s)
    p95 = quantiles(late, n=20)[-1]
    print(
        f"\n{heard} sentences in {monotonic() - begin:.0f} s through {player.engine}; the mark came behind the begin "
        f"event by {1000 * median(late):.0f} ms (median), {1000 * p95:.0f} ms (95 of 100), "
        f"{1000 * late[-1]:.0f} ms (most)"
    )
    assert heard >= SENTENCES
    assert len(late) >= 0.95 * heard
    assert p95 <= LATEST_S


def test_a_server_that_is_killed_is_named_each_time_and_the_page_does_not_run_on(
    server: Server, open_window: OpenWindow, qtbot: QtBot
) -> None:
    person = open_window(page=PAGES[0])
    aloud = person.window.read_aloud
    aloud.toggle()
    noticed: list[float] = []
    for _ in range(KILLS):
        qtbot.waitUntil(lambda: aloud.player._begun_at is not None, timeout=PATIENCE_MS)
        number = aloud.player.current
        killed = monotonic()
        server.kill()
        until(qtbot, person, State.IN_TROUBLE)
        noticed.append(monotonic() - killed)
        assert aloud.player.trouble is not None
        assert aloud.player.trouble.kind is TroubleKind.WENT_SILENT
        assert aloud.player.current == number
        said = person.parts.strip.content.accessibleName()
        assert f"The voice stopped answering at sentence {number + 1}." in said
        server.start()
        person.parts.strip.content.action.click()
        until(qtbot, person, State.PLAYING)
        qtbot.waitUntil(lambda: aloud.player._begun_at is not None, timeout=PATIENCE_MS)
        aloud.next()
    print(f"\n{KILLS} servers killed; each was named in words after at most {1000 * max(noticed):.0f} ms")
    aloud.close()


@pytest.mark.parametrize("server", ["libao"], indirect=True)
def test_sound_that_goes_nowhere_is_noticed(server: Server, open_window: OpenWindow, qtbot: QtBot) -> None:
    """An output that takes no time ends each sentence long before it can have been heard."""
    person = open_window(page=PAGES[0])
    person.window.read_aloud.toggle()
    until(qtbot, person, State.IN_TROUBLE)
    trouble = person.window.read_aloud.player.trouble
    assert trouble is not None
    assert (trouble.kind, trouble.detail) == (TroubleKind.WENT_SILENT, "it ended too soon")
    person.window.read_aloud.close()
