"""Real hardships for files: a folder that may not be written, a disk that is full."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NOBODY = 65534


@contextmanager
def not_allowed_to_write(folder: Path) -> Iterator[None]:
    """``folder`` may be read but not written inside this, even if the tests run as root."""
    mode = folder.stat().st_mode
    way = [parent for parent in folder.parents if parent.stat().st_mode & 0o011 != 0o011]
    modes = {parent: parent.stat().st_mode for parent in way}
    for parent in way:
        parent.chmod(modes[parent] | 0o011)
    folder.chmod(0o555)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        folder.chmod(mode)
        for parent, was in modes.items():
            parent.chmod(was)


@contextmanager
def not_allowed_to_enter(folder: Path) -> Iterator[None]:
    """Nobody may look into ``folder`` inside this, not even root who runs the tests."""
    mode = folder.stat().st_mode
    folder.chmod(0o000)
    try:
        with not_allowed_to_write(folder.parent):
            yield
    finally:
        folder.chmod(mode)


def fill_disk_at(path: Path) -> None:
    """Whatever is written to ``path`` from now on meets a full disk."""
    path.symlink_to("/dev/full")
