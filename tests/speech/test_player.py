"""The player goes through every sentence once, by what a real speaking process reports, and says when none is heard."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from pmlapp.content.page import BlockId
from pmlapp.library.pages.spoken import Place, Sentence
from pmlapp.speech.player import NORMAL, SPEEDS, Player, State, TroubleKind
from pmlapp.speech.speaking_process import SpeakingProcess
from tests.builders import PATIENCE_MS

ROOT = Path(__file__).parents[2]
SILENT = (sys.executable, "-m", "pmlapp.speech", "--engine", "silent", "--times")
OpenPlayer = Callable[..., Player]


def sentences(count: int, language: str = "en") -> tuple[Sentence, ...]:
    return tuple(
        Sentence(f"{number}. The virus rests in the kidneys.", language, Place(BlockId("b1"), 0, number, number + 1))
        for number in range(count)
    )


@pytest.fixture
def open_player(qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> Iterator[OpenPlayer]:
    """``open_player("--times 50")`` with the silent engine, or ``open_player(way="dies")`` with a faulty one."""
    monkeypatch.chdir(ROOT)
    players: list[Player] = []

    def opened(*, times: float = 50, way: str = "") -> Player:
        command = (sys.executable, "-m", "tests.speech.faulty", way) if way else (*SILENT, str(times))
        player = Player(lambda parent: SpeakingProcess(command, parent), home="en-GB", times=times)
        players.append(player)
        return player

    yield opened
    for player in players:
        player.close()
        player.deleteLater()


def until(qtbot: QtBot, player: Player, state: State) -> None:
    qtbot.waitUntil(lambda: player.state is state, timeout=PATIENCE_MS)


@pytest.mark.parametrize("way", ["", "late reports"])
def test_each_sentence_is_begun_once_and_in_order(open_player: OpenPlayer, qtbot: QtBot, way: str) -> None:
    player = open_player(way=way)
    begun: list[int] = []
    player.sentence_begun.connect(begun.append)
    player.play(sentences(60))
    until(qtbot, player, State.FINISHED)
    assert begun == list(range(60))


def test_words_are_reported_within_what_is_said(open_player: OpenPlayer, qtbot: QtBot) -> None:
    player = open_player()
    said = sentences(1)[0].said
    words: list[str] = []
    player.word_begun.connect(lambda start, end: words.append(said[start:end]))
    player.play(sentences(1))
    until(qtbot, player, State.FINISHED)
    assert words == said.split()


def test_pause_keeps_the_sentence_and_play_begins_it_again(open_player: OpenPlayer, qtbot: QtBot) -> None:
    player = open_player(times=1)
    with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS):
        player.play(sentences(3), 1)
    player.pause()
    assert (player.state, player.current) == (State.PAUSED, 1)
    with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS) as begun:
        player.resume()
    assert begun.args == [1]


def test_next_and_previous_go_one_sentence_and_stop_at_the_ends(open_player: OpenPlayer, qtbot: QtBot) -> None:
    player = open_player(times=1)
    with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS):
        player.play(sentences(3))
    for step, number in ((player.next, 1), (player.next, 2), (player.previous, 1)):
        with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS) as begun:
            step()
        assert begun.args == [number]
    player.pause()
    player.next()
    player.next()
    assert (player.state, player.current) == (State.PAUSED, 2)


def test_another_speed_or_voice_is_heard_at_once(open_player: OpenPlayer, qtbot: QtBot) -> None:
    player = open_player(times=1)
    with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS):
        player.play(sentences(2))
    assert player.voice is not None
    assert player.voice.language == "en-gb"
    with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS):
        player.set_speed(NORMAL + 1)
    with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS):
        player.choose_voice("Silence (America)")
    assert player.voice.language == "en-us"
    assert player.current == 0
    player.set_speed(99)
    assert player.speed == len(SPEEDS) - 1


def test_stop_is_silent_and_forgets(open_player: OpenPlayer, qtbot: QtBot) -> None:
    player = open_player(times=1)
    with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS):
        player.play(sentences(2))
    player.stop()
    assert (player.state, len(player.sentences)) == (State.STOPPED, 0)


@pytest.mark.parametrize(
    ("way", "kind", "sentence"),
    [
        ("dies", TroubleKind.WENT_SILENT, 1),
        ("says nothing", TroubleKind.WENT_SILENT, 0),
        ("ends too soon", TroubleKind.WENT_SILENT, 0),
        ("loses its server", TroubleKind.WENT_SILENT, 0),
        ("babbles", TroubleKind.WENT_SILENT, 0),
        ("not there", TroubleKind.NO_VOICE, 0),
    ],
)
def test_an_engine_that_is_not_heard_is_named_and_the_page_does_not_run_on(
    open_player: OpenPlayer, qtbot: QtBot, way: str, kind: TroubleKind, sentence: int
) -> None:
    player = open_player(way=way)
    player.play(sentences(20))
    until(qtbot, player, State.IN_TROUBLE)
    assert player.trouble is not None
    assert (player.trouble.kind, player.current) == (kind, sentence)


def test_a_language_without_a_voice_is_named(open_player: OpenPlayer, qtbot: QtBot) -> None:
    player = open_player()
    player.play((*sentences(2), *sentences(1, "ar")))
    until(qtbot, player, State.IN_TROUBLE)
    assert player.trouble is not None
    assert (player.trouble.kind, player.trouble.language) == (TroubleKind.NO_VOICE_FOR_LANGUAGE, "ar")
    assert (player.current, player.languages) == (2, ("en",))


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal on Windows")
def test_a_process_that_is_killed_is_named_each_time_and_the_next_try_goes_on(
    open_player: OpenPlayer, qtbot: QtBot
) -> None:
    player = open_player(times=2)
    player.play(sentences(20))
    for number in range(20):
        qtbot.waitUntil(lambda: player.state is State.PLAYING and player._begun_at is not None, timeout=PATIENCE_MS)
        assert player.current == number
        assert player._process is not None
        os.kill(player._process.process_id, signal.SIGKILL)
        until(qtbot, player, State.IN_TROUBLE)
        assert player.trouble is not None
        assert player.trouble.kind is TroubleKind.WENT_SILENT
        assert player.current == number
        with qtbot.waitSignal(player.sentence_begun, timeout=PATIENCE_MS):
            player.resume()
        player.next()
    until(qtbot, player, State.FINISHED)
