"""Starts the real pml preview, writes files and ends it: it follows them, leaves nothing, and disturbs no reader."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from pmlapp.authoring.starting.new_library import Beginning, new_library

PATIENCE_SECONDS = 60


def until(what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_SECONDS
    while not what():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.05)


@contextmanager
def started(*words: str, temporary: Path, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    own = {"QT_QPA_PLATFORM": "offscreen", "TMPDIR": str(temporary), "PMLAPP_HOME": str(home)}
    process = subprocess.Popen([sys.executable, "-c", *words], env=os.environ | own)
    try:
        yield process
    finally:
        process.kill()
        process.wait(PATIENCE_SECONDS)


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("ending", [signal.SIGTERM, signal.SIGINT])
def test_it_follows_the_files_and_leaves_nothing(tmp_path: Path, ending: signal.Signals) -> None:
    library, temporary, home = tmp_path / "lib", tmp_path / "temporary", tmp_path / "home"
    temporary.mkdir()
    home.mkdir()
    new_library(library, Beginning("Asthma", "en", "asthma", "A clinic", "none", "CC-BY-4.0"))
    reads, shows = "from pmlapp.shell.app import main; main()", "from pmlapp.cli.start import main; main()"

    def newest() -> int:
        """The number of the newest draft; 0 before there is one."""
        drafts = temporary.glob("pml-preview-*/draft-*.db")
        return max((int(path.stem.rpartition("-")[2]) for path in drafts), default=0)

    with started(reads, temporary=temporary, home=home) as reader:
        until((home / "last-day").exists)  # its page is shown
        before = files_in(home)
        with started(shows, "preview", str(library), temporary=temporary, home=home) as preview:
            until(lambda: newest() > 0)
            words = library / "content" / "en" / "library.toml"
            first = words.read_text(encoding="utf-8")
            # Nothing outside of the window tells when it begins to watch: an educator would save once more, too.
            for title in count(1):
                words.write_text(first.replace("Asthma", f"Our asthma, {title}"), encoding="utf-8")
                saved = time.monotonic()
                until(lambda saved=saved: newest() > 1 or time.monotonic() > saved + 3)
                if newest() > 1:
                    break
            preview.send_signal(ending)
            preview.wait(PATIENCE_SECONDS)
        assert list(temporary.glob("pml-preview-*")) == []
        assert reader.poll() is None
        assert files_in(home) == before
