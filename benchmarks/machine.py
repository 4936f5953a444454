"""The machine of a run, in words that name nobody's computer."""

import os
import platform
import sqlite3
from pathlib import Path

import PySide6


def in_words() -> str:
    """``2 cores, 24 GB of memory, Debian GNU/Linux 12, Python 3.11.7, ...``"""
    gigabytes = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return ", ".join(
        [
            f"{os.cpu_count()} cores ({_processor()})",
            f"{gigabytes:.0f} GB of memory",
            _system(),
            f"Python {platform.python_version()}",
            f"PySide6 {PySide6.__version__}",
            f"SQLite {sqlite3.sqlite_version}",
            "Xvfb 1280 × 800 without a window manager, drawn by the processor",
        ]
    )


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return f"{platform.system()} {platform.release()}"


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return " ".join(line.split(":")[1].split())
    return platform.machine()
