"""The conversation with speech-dispatcher, with a server that answers as the real one was heard to."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue

import pytest

from pmlapp.speech.engines.engine import EngineError
from pmlapp.speech.engines.ssip import SsipEngine, rate
from pmlapp.speech.lines import LOST, NOT_INSTALLED, REFUSED, Begun, Ended, Event, Failed, Say
from pmlapp.speech.voices import Voice

VOICES = "249-English (America)\ten-US\tnone\r\n249-English (America)+Alex\ten-US\tAlex\r\n249 OK VOICE LIST SENT"


class Server:
    """Hears one client; ``answers`` are given to commands that begin so, "2xx" to all others."""

    def __init__(self, path: Path) -> None:
        self.heard: SimpleQueue[str] = SimpleQueue()
        self.answers = {"LIST SYNTHESIS_VOICES": VOICES, "SPEAK": "230 OK RECEIVING DATA"}
        self.speaks = "225-7\r\n225 OK MESSAGE QUEUED\r\n701-7\r\n701-1\r\n701 BEGIN\r\n702-7\r\n702-1\r\n702 END"
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(str(path))
        self._listening.listen()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def _serve(self) -> None:
        client, _ = self._listening.accept()
        with client, client.makefile("rwb", buffering=0) as stream:
            for raw in stream:
                line = raw.decode().rstrip("\r\n")
                self.heard.put(line)
                if line == "QUIT":
                    return
                if line.startswith("<speak>"):
                    continue
                answer = self.speaks if line == "." else self._answer(line)
                if answer == "GO":
                    return
                stream.write(f"{answer}\r\n".encode())

    def _answer(self, line: str) -> str:
        return next((answer for begin, answer in self.answers.items() if line.startswith(begin)), "208 OK")

    def close(self) -> None:
        self._thread.join()
        self._listening.close()

    def said(self) -> list[str]:
        lines = []
        while not self.heard.empty():
            lines.append(self.heard.get())
        return lines


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    made = Server(tmp_path / "s")
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path / 's'}")
    yield made
    made.close()


def text(words: str) -> Say:
    return Say(3, words, "English (America)", "en-US", 1.25)


def test_a_text_is_said_by_a_voice_of_its_name_and_its_events_bear_our_number(server: Server) -> None:
    events: SimpleQueue[Event] = SimpleQueue()
    engine = SsipEngine(events.put)
    assert engine.voices() == (Voice("English (America)", "en-US"),)
    engine.say(text("Fewer than 5 < 6\nof them & more."))
    begun, ended = events.get(timeout=10), events.get(timeout=10)
    engine.close()
    assert isinstance(begun, Begun)
    assert isinstance(ended, Ended)
    assert (begun.number, ended.number) == (3, 3)
    said = server.said()
    assert "SET SELF SYNTHESIS_VOICE English (America)" in said
    assert f"SET SELF RATE {rate(1.25)}" in said
    assert "<speak>Fewer than 5 &lt; 6 of them &amp; more.</speak>" in said


def test_a_beginning_that_comes_before_the_number_of_its_message_is_not_lost(server: Server) -> None:
    server.speaks = "701-7\r\n701-1\r\n701 BEGIN\r\n225-7\r\n225 OK MESSAGE QUEUED\r\n702-7\r\n702-1\r\n702 END"
    events: SimpleQueue[Event] = SimpleQueue()
    engine = SsipEngine(events.put)
    engine.say(text("One."))
    assert [type(events.get(timeout=10)) for _ in range(2)] == [Begun, Ended]
    engine.close()


def test_a_server_that_goes_away_is_reported_at_once(server: Server) -> None:
    server.speaks = "225-7\r\n225 OK MESSAGE QUEUED\r\n701-7\r\n701-1\r\n701 BEGIN"
    server.answers["CANCEL"] = "GO"
    events: SimpleQueue[Event] = SimpleQueue()
    engine = SsipEngine(events.put)
    engine.say(text("One."))
    assert isinstance(events.get(timeout=10), Begun)
    with pytest.raises(EngineError) as raised:
        engine.stop()
    assert raised.value.reason == LOST
    assert events.get(timeout=10) == Failed(LOST, "the server has gone away")
    engine.close()


def test_what_the_server_refuses_is_an_error(server: Server) -> None:
    server.answers["SET SELF SYNTHESIS_VOICE"] = "410 ERR COULD NOT SET"
    engine = SsipEngine(lambda event: None)
    with pytest.raises(EngineError) as raised:
        engine.say(text("One."))
    assert raised.value.reason == REFUSED
    engine.close()


def test_without_a_server_there_is_nothing_that_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path / 'none'}")
    with pytest.raises(EngineError) as raised:
        SsipEngine(lambda event: None)
    assert raised.value.reason == NOT_INSTALLED
    monkeypatch.delenv("SPEECHD_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(EngineError) as raised:
        SsipEngine(lambda event: None)
    assert raised.value.reason == NOT_INSTALLED


@pytest.mark.parametrize(("speed", "number"), [(0.1, -100), (0.5, -100), (1.0, 0), (2.0, 56), (9.0, 100)])
def test_a_speed_stays_on_the_scale(speed: float, number: int) -> None:
    assert rate(speed) == number
