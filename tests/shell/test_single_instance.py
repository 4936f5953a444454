"""One window for each reader: later starts hand over to it, and no start is ever left without a window."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.errors import ArticleNotFoundError
from pmlapp.shell.single_instance import SingleInstance
from tests.hardship import fill_disk_at, not_allowed_to_write

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the hardship is made with Linux's own means")

LATER_START = """
    import sys
    from pathlib import Path
    from pmlapp.shell.single_instance import SingleInstance

    instance = SingleInstance(Path(sys.argv[1]))
    if instance.claim():
        print("opens a window")
    else:
        heard = instance.hand_over(*sys.argv[2:3], patience_ms=int(sys.argv[3]) if sys.argv[3:] else 20000)
        print("handed over" if heard else "opens a second window")
"""

FIRST_START_THAT_IS_KILLED = """
    import os, signal, sys
    from pathlib import Path
    from pmlapp.shell.single_instance import SingleInstance

    instance = SingleInstance(Path(sys.argv[1]))
    assert instance.claim()
    os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "instance"


@pytest.fixture
def first(folder: Path, qtbot: QtBot) -> SingleInstance:
    instance = SingleInstance(folder)
    assert instance.claim()
    return instance


Start = Callable[..., subprocess.Popen[str]]


@pytest.fixture
def start(folder: Path) -> Iterator[Start]:
    """Start the program again, as a process of its own."""
    running: list[subprocess.Popen[str]] = []

    def begin(*arguments: str, script: str = LATER_START, **environ: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, "-c", dedent(script), str(folder), *arguments],
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environ},
        )
        running.append(process)
        return process

    yield begin
    for process in running:
        process.kill()
        process.communicate()


def answer(process: subprocess.Popen[str]) -> str:
    return process.communicate(timeout=30)[0].strip()


def test_a_second_start_brings_the_first_window_up_and_opens_no_other(
    first: SingleInstance, start: Start, qtbot: QtBot, folder: Path
) -> None:
    first.listen()
    with qtbot.waitSignal(first.opened_again, timeout=20_000) as asked:
        second = start()
    assert asked.args == [""]
    assert answer(second) == "handed over"
    assert [file.name for file in folder.iterdir()] == ["lock"]


def test_a_second_start_hands_over_the_page_it_was_asked_for(first: SingleInstance, start: Start, qtbot: QtBot) -> None:
    first.listen()
    with qtbot.waitSignal(first.opened_again, timeout=20_000) as asked:
        second = start("causes/what-causes-pml")
    assert asked.args == ["causes/what-causes-pml"]
    assert answer(second) == "handed over"


def test_a_second_start_hands_over_what_is_to_be_said_about_its_page(
    folder: Path, qtbot: QtBot, first: SingleInstance
) -> None:
    heard: list[str] = []
    first.opened_again.connect(heard.append)
    first.told.connect(heard.append)
    (folder / "letter-1").write_bytes(b"words\n\nThis is the page for A81.2.\n")
    (folder / "letter-2").write_bytes(b"about\n\n")
    first.listen()
    assert heard == ["words", "This is the page for A81.2.", "about"]


def test_starts_that_come_before_the_first_window_is_painted_are_heard_afterwards(
    first: SingleInstance, start: Start, qtbot: QtBot, folder: Path
) -> None:
    second, third = start("risk/medicines"), start("words")
    qtbot.waitUntil(lambda: len(list(folder.glob("letter-*"))) == 2, timeout=20_000)
    heard: list[str] = []
    first.opened_again.connect(heard.append)
    first.listen()
    assert sorted(heard) == ["risk/medicines", "words"]
    assert [answer(second), answer(third)] == ["handed over", "handed over"]


def test_a_second_start_opens_its_own_window_when_the_first_does_not_answer(
    first: SingleInstance, start: Start, folder: Path
) -> None:
    assert answer(start("risk/medicines", "50")) == "opens a second window"
    # Nor does its page open later, when the first window has come to itself.
    assert [file.name for file in folder.iterdir()] == ["lock"]


def test_a_second_start_takes_over_when_the_first_ends_while_it_waits(folder: Path, start: Start, qtbot: QtBot) -> None:
    first = SingleInstance(folder)
    assert first.claim()
    second = start()
    qtbot.waitUntil(lambda: list(folder.glob("letter-*")) != [], timeout=20_000)
    del first
    assert answer(second) == "opens a second window"


@linux
def test_a_start_that_was_killed_leaves_the_place_to_the_next(folder: Path, start: Start, qtbot: QtBot) -> None:
    start(script=FIRST_START_THAT_IS_KILLED).wait(timeout=30)
    assert (folder / "lock").exists()
    assert SingleInstance(folder).claim()


def test_a_page_asked_for_by_a_start_that_was_killed_is_forgotten(folder: Path, qtbot: QtBot) -> None:
    folder.mkdir()
    (folder / "letter-1").write_text("outlook/life-expectancy\n\n", encoding="ascii")
    instance = SingleInstance(folder)
    assert instance.claim()
    with qtbot.assertNotEmitted(instance.opened_again):
        instance.listen()
    assert list(folder.glob("letter-*")) == []


def test_the_next_start_after_the_window_was_closed_opens_a_window(folder: Path, start: Start, qtbot: QtBot) -> None:
    first = SingleInstance(folder)
    assert first.claim()
    del first
    assert answer(start()) == "opens a window"


def test_another_folder_is_another_reader(first: SingleInstance, tmp_path: Path) -> None:
    assert SingleInstance(tmp_path / "other").claim()


@pytest.mark.parametrize(
    "letter",
    [
        b"",
        b"\n",
        b"words\n",
        b"words\n\n\n",
        b"words\n\nsaid\x07\n",
        b"words\n\none\ntwo\n",
        b"words\n\n" + b"s" * 301 + b"\n",
        b"../../etc/passwd\n\n",
        b"file:///etc/passwd\n\n",
        b"Causes\n\n",
        b"caf\xc3\xa9\n\n",
        b"\x00\n\n",
        b"a" * 201 + b"\n\n",
        b"words\n" + b"t" * 10_000 + b"\n",
        b"x" * 5_000_000,
    ],
    ids=lambda letter: repr(letter[:20]),
)
def test_a_letter_that_is_not_ours_is_thrown_away_unread(
    letter: bytes, first: SingleInstance, folder: Path, qtbot: QtBot
) -> None:
    (folder / "letter-1").write_bytes(letter)
    with qtbot.assertNotEmitted(first.opened_again):
        first.listen()
    assert list(folder.glob("letter-*")) == []


def test_a_name_that_no_page_can_have_is_told_where_it_was_typed(first: SingleInstance, folder: Path) -> None:
    with pytest.raises(ArticleNotFoundError, match="no page called “Causes of PML”"):
        SingleInstance(folder).hand_over("Causes of PML")


def test_wayland_learns_that_the_reader_wants_the_window_in_front(
    first: SingleInstance, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "of the first start")
    first.listen()
    with qtbot.waitSignal(first.opened_again, timeout=20_000):
        start(XDG_ACTIVATION_TOKEN="gnome-shell/1-host_TIME42")
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "gnome-shell/1-host_TIME42"


def test_a_file_in_the_place_of_the_folder_keeps_nobody_from_reading(folder: Path, qtbot: QtBot) -> None:
    folder.write_text("in the way", encoding="utf-8")
    instance = SingleInstance(folder)
    assert instance.claim()
    instance.listen()


@linux
def test_a_folder_that_may_not_be_written_keeps_nobody_from_reading(tmp_path: Path, folder: Path, qtbot: QtBot) -> None:
    folder.mkdir()
    with not_allowed_to_write(folder):
        instance = SingleInstance(folder)
        assert instance.claim()
        instance.listen()


@linux
def test_a_full_disk_keeps_nobody_from_reading(first: SingleInstance, folder: Path) -> None:
    fill_disk_at(folder / f"unfinished-{os.getpid()}")
    assert not SingleInstance(folder).hand_over("words", patience_ms=50)


@linux
def test_only_the_reader_may_look_into_the_folder(first: SingleInstance, folder: Path) -> None:
    assert folder.stat().st_mode & 0o777 == 0o700


def test_once_the_first_has_let_go_the_next_start_opens_the_window(tmp_path: Path) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.claim()
    first.listen()
    assert not second.claim()
    first.let_go()
    assert second.claim()


@pytest.mark.parametrize(
    "lock", [b"", b"\0\0\0", b"1\npmlapp\nanother-computer\n\n\n"], ids=["empty", "no text", "of another"]
)
def test_a_lock_that_nobody_answers_for_is_taken_over_after_one_wait(
    folder: Path, start: Start, qtbot: QtBot, lock: bytes
) -> None:
    folder.mkdir()
    (folder / "lock").write_bytes(lock)
    first = SingleInstance(folder)
    assert not first.claim()
    assert not first.hand_over(patience_ms=50)
    first.listen()
    with qtbot.waitSignal(first.opened_again, timeout=20_000):
        second = start()
    assert answer(second) == "handed over"
