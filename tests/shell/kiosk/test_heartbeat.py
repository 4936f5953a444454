"""systemd hears that the kiosk lives only while it paints and reads."""

import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from pmlapp.shell.kiosk.heartbeat import Heartbeat, notify, watchdog_ms

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="systemd is Linux's")


class Listener:
    def __init__(self, address: str) -> None:
        self.channel = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.channel.bind(address)
        self.channel.setblocking(False)

    def heard(self) -> list[str]:
        said = []
        while True:
            try:
                said.append(self.channel.recv(4096).decode())
            except BlockingIOError:
                return said


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[Listener]:
    listener = Listener(str(tmp_path / "notify"))
    yield listener
    listener.channel.close()


def test_a_ping_is_sent_while_paint_and_read_succeed_and_not_otherwise(
    qtbot: QtBot, systemd: Listener, tmp_path: Path
) -> None:
    works = {"paint": True, "read": True}

    def reads() -> bool:
        if not works["read"]:
            raise OSError
        return True

    environ = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "30000000"}
    heart = Heartbeat(paints=lambda: works["paint"], reads=reads, environ=environ)
    heart.begin()
    assert systemd.heard() == ["READY=1\nSTATUS=The kiosk is on the screen", "WATCHDOG=1"]
    works["paint"] = False
    assert not heart.beat()
    works["paint"], works["read"] = True, False
    assert not heart.beat()
    assert systemd.heard() == []
    works["read"] = True
    assert heart.beat()
    assert heart._timer.interval() == 15_000
    heart.end()
    assert systemd.heard() == ["WATCHDOG=1", "STOPPING=1"]


def test_a_name_with_an_at_sign_is_in_the_abstract_namespace() -> None:
    listener = Listener("\0pmlapp-heartbeat-test")
    try:
        assert notify("READY=1", {"NOTIFY_SOCKET": "@pmlapp-heartbeat-test"})
        assert listener.heard() == ["READY=1"]
    finally:
        listener.channel.close()


@pytest.mark.parametrize("environ", [{}, {"NOTIFY_SOCKET": ""}, {"NOTIFY_SOCKET": "/nobody/listens"}])
def test_where_nobody_listens_nothing_happens(environ: dict[str, str]) -> None:
    assert not notify("READY=1", environ)


def test_the_watchdogs_time_is_read_whatever_process_it_names() -> None:
    assert watchdog_ms({"WATCHDOG_USEC": "30000000", "WATCHDOG_PID": "1"}) == 30_000
    assert watchdog_ms({}) is None
    assert watchdog_ms({"WATCHDOG_USEC": "soon"}) is None
