"""What a kiosk notes of its own runs: that it began, that it ended on purpose, and a sample of itself each hour."""

import json
import os
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

_LARGEST_FILE: Final = 64 * 1024
_MOST_SAMPLES: Final = 24 * 31
_PAGE: Final = 4096


class Sample(NamedTuple):
    """What the process holds: memory in kB, open files, and how often it woke up since it began."""

    uptime_s: int
    memory_kb: int
    files: int
    wakeups: int


class RunRecord:
    """Kept in ``folder``; nothing in it says what anybody read, and no failure of the disk reaches the caller.

    A run that is followed by another without having noted its end was cut short: by a crash, by
    power, or by the watchdog.  cage ends with 0 whatever happened, so this is the only trace.
    """

    def __init__(self, folder: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._folder = folder
        self._clock = clock
        self._began = clock()
        self.starts = 0
        self.cut_short = 0
        self.view_restarts = 0
        self.fills_screen = False

    @property
    def uptime_s(self) -> int:
        """Seconds since this run began."""
        return int(self._clock() - self._began)

    def begin(self) -> None:
        """Note that a run begins."""
        kept = self._kept()
        self.starts = _count(kept, "starts") + 1
        self.cut_short = _count(kept, "cut_short") + (0 if kept.get("ended", True) else 1)
        self.view_restarts = _count(kept, "view_restarts")
        self._keep(ended=False)

    def end(self) -> None:
        """Note that it ends on purpose."""
        self._keep(ended=True)

    def note_screen(self, *, full: bool) -> None:
        """Whether the window fills the screen."""
        self.fills_screen = full
        self._keep(ended=False)

    def count_view_restart(self) -> None:
        """The view had to be made again after a mistake of ours."""
        self.view_restarts += 1
        self._keep(ended=False)

    def take_sample(self) -> Sample:
        """Look at this process, and keep what was seen; the oldest samples go after a month."""
        sample = Sample(self.uptime_s, memory_kb(), open_files(), wakeups())
        path = self._folder / "samples.csv"
        with suppress(OSError, UnicodeDecodeError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            rows = path.read_text(encoding="ascii").splitlines()[1:] if path.is_file() else []
            rows = [*rows, ",".join(map(str, sample))][-_MOST_SAMPLES:]
            _replace(path, "\n".join([",".join(Sample._fields), *rows, ""]))
        return sample

    @property
    def _file(self) -> Path:
        return self._folder / "runs.json"

    def _kept(self) -> dict[str, Any]:
        with suppress(OSError, ValueError, RecursionError):
            if self._file.stat().st_size <= _LARGEST_FILE:
                kept = json.loads(self._file.read_text(encoding="utf-8"))
                return kept if isinstance(kept, dict) else {}
        return {}

    def _keep(self, *, ended: bool) -> None:
        values = {
            "starts": self.starts,
            "cut_short": self.cut_short,
            "view_restarts": self.view_restarts,
            "ended": ended,
            "full screen": self.fills_screen,
            "process": os.getpid(),
        }
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _replace(self._file, json.dumps(values))


def is_running(folder: Path) -> bool:
    """Whether a kiosk that keeps its records in ``folder`` runs now."""
    kept = RunRecord(folder)._kept()
    process = _count(kept, "process")
    if kept.get("ended", True) or not process:
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def memory_kb() -> int:
    """The memory of this process that is in RAM, in kB; 0 where the system does not say."""
    with suppress(OSError, ValueError, IndexError):
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * _PAGE // 1024
    return 0


def open_files() -> int:
    """How many files and channels this process holds open; 0 where the system does not say."""
    with suppress(OSError):
        return sum(1 for _ in Path("/proc/self/fd").iterdir())
    return 0


def wakeups() -> int:
    """How often this process went to sleep and was woken since it began; 0 where the system does not say."""
    with suppress(OSError, ValueError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("voluntary_ctxt_switches:"):
                return int(line.split()[1])
    return 0


def _count(kept: dict[str, Any], key: str) -> int:
    value = kept.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else 0


def _replace(path: Path, text: str) -> None:
    unfinished = path.with_name(f".{path.name}.new")
    unfinished.write_text(text, encoding="utf-8")
    unfinished.replace(path)
