"""The engine of Linux: speech-dispatcher, spoken to in its own protocol.

Qt's own way there takes seconds to begin and does not notice when the server dies: docs/decisions/0012.
"""

import os
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Final
from xml.sax.saxutils import escape

from pmlapp.speech.engines.engine import EngineError, Report
from pmlapp.speech.engines.ssip_connection import SsipConnection
from pmlapp.speech.lines import LOST, NOT_INSTALLED, SLOW, Begun, Ended, Failed, Say
from pmlapp.speech.voices import Voice

_BEGIN: Final = 701
_ENDS: Final = (702, 703)
"""The end of the sound; and that something else, such as a screen reader, cut it off."""

_ANSWER_S: Final = 2.0
_VOICES_S: Final = 10.0
"""espeak-ng has 13,362 voices with all variants, and listing them takes it a second."""
_START_S: Final = 10.0

_SLOWEST: Final = 0.5
"""The speed at the lower end of speech-dispatcher's scale, which has 0 for normal, for espeak-ng."""
_FASTEST: Final = 2.8


class SsipEngine:
    """Speaks through the speech-dispatcher of this session, and starts it if it is installed and not running."""

    name = "speech-dispatcher"

    def __init__(self, report: Report) -> None:
        self._report = report
        self._number = 0
        self._voice = ""
        self._speed = 0.0
        self._connection = SsipConnection(
            connected(), limit_s=_ANSWER_S, heard=self._heard, lost=lambda why: report(Failed(LOST, why))
        )
        for command in (
            f"SET SELF CLIENT_NAME {os.environ.get('USER', 'reader')}:pmlapp:reading",
            "SET SELF NOTIFICATION ALL ON",
            "SET SELF SSML_MODE ON",
            "SET SELF PRIORITY MESSAGE",
            "SET SELF PUNCTUATION NONE",
            "SET SELF SPELLING OFF",
            "SET SELF CAP_LET_RECOGN NONE",
        ):
            self._connection.ask(command)

    def voices(self) -> tuple[Voice, ...]:
        """The voices of the server's usual module, without the some hundred variants that espeak-ng has of each."""
        lines = self._connection.ask("LIST SYNTHESIS_VOICES", limit_s=_VOICES_S).data
        fields = (line.split("\t") for line in lines)
        return tuple(
            Voice(name, language)
            for name, language, *variant in fields
            if not variant or variant[0] in ("none", "", "None") or "+" not in name
        )

    def say(self, text: Say) -> None:
        """Begin to say a text."""
        if self._number:
            self.stop()
        if text.voice != self._voice:
            self._connection.ask(f"SET SELF LANGUAGE {text.language}")
            self._connection.ask(f"SET SELF SYNTHESIS_VOICE {_one_line(text.voice)}")
            self._voice = text.voice
        if text.speed != self._speed:
            self._connection.ask(f"SET SELF RATE {rate(text.speed)}")
            self._speed = text.speed
        self._number = text.number
        self._connection.speak(f"<speak>{escape(_one_line(text.text))}</speak>", text.number)

    def stop(self) -> None:
        """Be silent at once."""
        self._number = 0
        self._connection.ask("CANCEL SELF")

    def close(self) -> None:
        """Leave; the server stays for others."""
        self._connection.close()

    def _heard(self, code: int, number: int) -> None:
        if number != self._number:
            return
        if code == _BEGIN:
            self._report(Begun(number, time.monotonic()))
        elif code in _ENDS:
            self._number = 0
            self._report(Ended(number, time.monotonic()))


def rate(speed: float) -> int:
    """A speed as a number from -100 to 100."""
    if speed < 1:
        return round(-100 * min(1.0, (1 - speed) / (1 - _SLOWEST)))
    return round(100 * min(1.0, (speed - 1) / (_FASTEST - 1)))


def connected() -> socket.socket:
    """A stream to the server; started first, if it is installed and nobody has said where it is.

    Raises:
        EngineError: there is none.
    """
    named = os.environ.get("SPEECHD_ADDRESS", "")
    if named:
        try:
            return _open(named)
        except OSError as error:
            raise EngineError(NOT_INSTALLED, f"nothing answers at {named}") from error
    path = _usual_socket()
    try:
        return _open(f"unix_socket:{path}")
    except OSError:
        _start(path)
    try:
        return _open(f"unix_socket:{path}")
    except OSError as error:
        raise EngineError(LOST, str(error)) from error


def _open(address: str) -> socket.socket:
    method, _, place = address.partition(":")
    if method == "inet_socket":
        host, _, port = place.rpartition(":")
        if not port.isdecimal():
            raise OSError(f"{address} names no port")
        return socket.create_connection((host or "127.0.0.1", int(port)), timeout=_ANSWER_S)
    stream = socket.socket(socket.AF_UNIX)
    stream.settimeout(_ANSWER_S)
    try:
        stream.connect(place)
    except OSError:
        stream.close()
        raise
    return stream


def _usual_socket() -> Path:
    """Where speech-dispatcher's own library looks for the server of this session."""
    folder = os.environ.get("XDG_RUNTIME_DIR") or os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(folder) / "speech-dispatcher" / "speechd.sock"


def _start(path: Path) -> None:
    """Start the server as its own library does; it comes back when clients can connect."""
    program = shutil.which("speech-dispatcher")
    if program is None:
        raise EngineError(NOT_INSTALLED, "speech-dispatcher")
    command = [program, "--spawn", "--communication-method", "unix_socket", "--socket-path", str(path)]
    try:
        # Its own standard output must not hold ours open.
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=_START_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise EngineError(SLOW, "speech-dispatcher does not start") from error
    except OSError as error:
        raise EngineError(NOT_INSTALLED, str(error)) from error


def _one_line(text: str) -> str:
    return " ".join(text.split())
