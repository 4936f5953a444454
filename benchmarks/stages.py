"""Where the time to the first painted page goes: the interpreter, imports by their origin, and the rest."""

import re
import subprocess
import sys
import threading
import time
from collections import defaultdict
from pathlib import Path
from typing import IO

from benchmarks.figures import Samples
from benchmarks.screen import Screen, painted_s
from benchmarks.start import SETTLE_S, Program, environment, leave_at

ROUNDS = 5
ORIGINS = {
    "PySide6": "import of Qt (PySide6, shiboken6)",
    "shiboken6": "import of Qt (PySide6, shiboken6)",
    "markdown": "import of Python-Markdown",
    "sqlite3": "import of sqlite3",
    "_sqlite3": "import of sqlite3",
    "pmlapp": "import of our own modules",
    "benchmarks": "import of our own modules",
}
OTHER_IMPORTS = "import of the rest of Python's library"
INTERPRETER = "the interpreter by itself"
REST = "Qt's start, the window, reading the page, painting"

# import time: self [us] | cumulative | name
_LINE = re.compile(rb"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)")


def table_rows(programs: tuple[Program, ...], home: Path) -> list[list[str]]:
    """One line a stage, the median milliseconds of each program in it; the longest of the first program on top."""
    rounds: list[list[dict[str, float]]] = []
    with Screen() as screen:
        for _ in range(ROUNDS):
            rounds.append([_stages(program, screen, home) for program in programs])
    found = [_medians([one[number] for one in rounds]) for number in range(len(programs))]
    names = sorted(set().union(*found), key=lambda name: -found[0].get(name, 0))
    return [[name, *(f"{stages.get(name, 0):.1f}" for stages in found)] for name in names]


def _medians(rounds: list[dict[str, float]]) -> dict[str, float]:
    return {name: Samples(tuple(one.get(name, 0) for one in rounds)).median for name in set().union(*rounds)}


def _interpreter_ms() -> float:
    before = time.perf_counter()
    subprocess.run([sys.executable, "-c", "pass"], check=True)
    return (time.perf_counter() - before) * 1000


def _stages(program: Program, screen: Screen, home: Path) -> dict[str, float]:
    """Milliseconds before the first painted page, by origin; asking for the times costs some time itself."""
    lines: list[tuple[float, bytes]] = []
    started: list[subprocess.Popen[bytes]] = []
    start = time.perf_counter()

    def keep(stream: IO[bytes]) -> None:
        for line in stream:
            lines.append((time.perf_counter() - start, line))

    leave_at(program.left_at, home)

    def act() -> None:
        command = [program.command[0], "-X", "importtime", *program.command[1:]]
        running = subprocess.Popen(command, env=environment(screen, home), stderr=subprocess.PIPE)
        assert running.stderr
        threading.Thread(target=keep, args=[running.stderr], daemon=True).start()
        started.append(running)

    painted = painted_s(screen.watch(act, quiet_s=SETTLE_S))
    started[0].terminate()
    started[0].wait()
    screen.wait_until_blank()

    stages: dict[str, float] = defaultdict(float)
    for when, line in lines:
        if when <= painted and (match := _LINE.match(line)):
            stages[ORIGINS.get(match[2].decode().partition(".")[0], OTHER_IMPORTS)] += int(match[1]) / 1000
    stages[INTERPRETER] = _interpreter_ms()
    stages[REST] = painted * 1000 - sum(stages.values())
    return stages
