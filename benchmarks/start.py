"""From exec to the first painted page, and what the program costs at rest: ours and the floor by turns."""

import json
import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import process
from benchmarks.figures import Aim, Row, Samples, compared
from benchmarks.screen import Screen, painted_s

WARM_ROUNDS = 9
COLD_ROUNDS = 5
IDLE_ROUNDS = 2
IDLE_S = 10
SETTLE_S = 1.2
DROP_CACHES = Path("/proc/sys/vm/drop_caches")


@dataclass
class Program:
    """A command line, and what its runs showed."""

    name: str
    command: list[str]
    left_at: str = ""
    """The page on which its reader stopped; "" for somebody new."""
    warm_s: list[float] = field(default_factory=list)
    cold_s: list[float] = field(default_factory=list)
    memory_mib: list[float] = field(default_factory=list)
    cpu_s: list[float] = field(default_factory=list)
    wake_ups_per_s: list[float] = field(default_factory=list)


def measure(programs: tuple[Program, ...], home: Path, *, idle: bool = True) -> None:
    """Fill in the samples of each program; ``home`` stands in for the reader's own folders."""
    with Screen() as screen:
        for program in programs:  # so that bytecode is written and files are in memory
            with _running(program, screen, home):
                pass
        for _ in range(WARM_ROUNDS):
            for program in programs:
                with _running(program, screen, home) as (pid, seconds):
                    program.warm_s.append(seconds)
                    program.memory_mib.append(process.pss_mib(pid))
                    program.cpu_s.append(process.cpu_s(pid))
        for _ in range(COLD_ROUNDS if os.access(DROP_CACHES, os.W_OK) else 0):
            for program in programs:
                os.sync()
                DROP_CACHES.write_text("3")
                with _running(program, screen, home) as (_, seconds):
                    program.cold_s.append(seconds)
        for _ in range(IDLE_ROUNDS if idle else 0):
            for program in programs:
                with _running(program, screen, home) as (pid, _):
                    time.sleep(2)  # what a program does once after its first page is not idling
                    before = process.wake_ups(pid)
                    time.sleep(IDLE_S)
                    program.wake_ups_per_s.append((process.wake_ups(pid) - before) / IDLE_S)


def report(ours: Program, floor: Program, *, most: float = 1.25, most_memory: float = 1.2) -> list[Row]:
    """Rows of the figures that were measured; the aims are the largest ratios."""

    def line(figure: str, name: str, digits: int, most: float) -> Row:
        return compared(figure, *both(name), digits=digits, most=most, against=floor.name)

    def both(name: str) -> tuple[Samples, Samples]:
        return Samples(tuple(getattr(ours, name))), Samples(tuple(getattr(floor, name)))

    rows = [line("exec to first painted page, warm, s", "warm_s", 3, most)]
    if ours.cold_s:
        rows.append(line("the same, cold (caches dropped), s", "cold_s", 3, most))
    cpu, floor_cpu = both("cpu_s")
    # No aim: the reader uses the quiet after the first page to get the next ones ready.
    rows.append(Row("processor time until at rest, s", cpu.spread(2), floor_cpu.spread(2)))
    rows.append(line("memory with that page, PSS, MiB", "memory_mib", 1, most_memory))
    if ours.wake_ups_per_s:
        idle, floor_idle = both("wake_ups_per_s")
        aim = Aim.at_most(0.2, idle.median, "a second")
        rows.append(Row("wake-ups a second when idle", idle.spread(1), floor_idle.spread(1), aim=aim))
    return rows


def environment(screen: Screen, home: Path) -> dict[str, str]:
    """Nothing of the person who measures, and no settings kept from earlier."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "PMLAPP_HOME": str(home),
        "DISPLAY": screen.display,
        "QT_QPA_PLATFORM": "xcb",
    }


def leave_at(page: str, home: Path) -> None:
    """What ``home`` keeps of a reader who stopped on ``page``; nothing of one who never read."""
    kept = home / "preferences.json"
    kept.unlink(missing_ok=True)
    if page:
        kept.write_text(json.dumps({"last_page": page}), encoding="utf-8")


@contextmanager
def _running(program: Program, screen: Screen, home: Path) -> Iterator[tuple[int, float]]:
    """The program at rest with its page painted: its process id, and the seconds from exec to that."""
    started: list[subprocess.Popen[bytes]] = []

    def start() -> None:
        started.append(subprocess.Popen(program.command, env=environment(screen, home)))

    leave_at(program.left_at, home)

    try:
        frames = screen.watch(start, quiet_s=SETTLE_S)
        yield started[0].pid, painted_s(frames)
    finally:
        for running in started:
            running.terminate()
            running.wait()
        screen.wait_until_blank()
