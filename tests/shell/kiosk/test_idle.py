"""Nobody is there: found out by a clock that nobody can set, and never while something is said or printed."""

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.shell.kiosk.idle import IdleWatch


class Clock:
    def __init__(self) -> None:
        self.now = 500.0

    def __call__(self) -> float:
        return self.now


class Watched:
    def __init__(self, *, idle: int = 60, countdown: int = 30) -> None:
        self.clock = Clock()
        self.is_busy = False
        self.watch = IdleWatch(
            idle_seconds=idle, countdown_seconds=countdown, busy=lambda: self.is_busy, clock=self.clock
        )
        self.counted: list[int] = []
        self.happened: list[str] = []
        self.watch.counting.connect(self.counted.append)
        self.watch.stopped.connect(lambda: self.happened.append("stopped"))
        self.watch.over.connect(lambda: self.happened.append("over"))
        self.watch.begin()

    def passes(self, seconds: float) -> None:
        self.clock.now += seconds
        self.watch.look()


@pytest.fixture
def watched(qtbot: QtBot) -> Watched:
    return Watched()


def test_a_quiet_minute_begins_the_countdown_and_half_a_minute_ends_the_visit(watched: Watched) -> None:
    watched.passes(59.9)
    assert not watched.watch.is_counting
    watched.passes(0.1)
    for _ in range(30):
        watched.passes(1)
    assert watched.counted == list(range(30, 0, -1))
    assert watched.happened == ["over"]


def test_a_touch_stops_the_countdown_any_number_of_times(watched: Watched) -> None:
    for _ in range(20):
        watched.passes(60)
        assert watched.watch.is_counting
        watched.watch.touch()
        assert not watched.watch.is_counting
    assert watched.happened == ["stopped"] * 20


def test_no_time_passes_while_something_is_said_or_printed(watched: Watched) -> None:
    watched.is_busy = True
    for _ in range(10):
        watched.passes(60)
    assert watched.counted == []
    watched.is_busy = False
    watched.passes(59)
    assert watched.counted == []
    watched.passes(1)
    assert watched.counted == [30]


def test_speech_that_begins_during_the_countdown_stops_it(watched: Watched) -> None:
    watched.passes(60)
    watched.is_busy = True
    watched.passes(1)
    assert watched.happened == ["stopped"]


def test_after_a_long_sleep_of_the_computer_nobody_is_wiped_without_a_countdown(watched: Watched) -> None:
    watched.passes(8 * 3600)
    assert watched.counted == [30]
    assert watched.happened == []


def test_nothing_wakes_up_while_nobody_is_watched(watched: Watched) -> None:
    watched.watch.end()
    assert not watched.watch._timer.isActive()
