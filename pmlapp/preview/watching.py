"""Notices which files of a library were written, however an editor does that."""

import os
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal, Slot

_SETTLE_MS = 40
"""An editor writes a file in several steps: a new one, a rename, a second stamp of time."""

_State = tuple[int, int, int]


class Watching(QObject):
    """Watches every file and folder below ``folders``, hidden ones and content files left out.

    Signals:
        written: a list of the files that are different now, came or went.
    """

    written = Signal(list)

    def __init__(self, folders: tuple[Path, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders = folders
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self.look)
        self._watcher.fileChanged.connect(self._settling.start)
        self._watcher.directoryChanged.connect(self._settling.start)
        self._seen = self._look_around()

    @Slot()
    def look(self) -> None:
        """Look now, and report what is different."""
        before, self._seen = self._seen, self._look_around()
        paths = before.keys() | self._seen.keys()
        if changed := sorted(path for path in paths if before.get(path) != self._seen.get(path)):
            self.written.emit(changed)

    def _look_around(self) -> dict[Path, _State]:
        found: dict[Path, _State] = {}
        places: list[str] = []
        for folder in self._folders:
            for parent, inner, names in os.walk(folder):
                inner[:] = [name for name in inner if not name.startswith(".")]
                places.append(parent)
                for name in names:
                    path = Path(parent, name)
                    if name.startswith((".", "#")) or name.endswith(("~", ".db", ".tmp", ".swp")):
                        continue
                    try:
                        state = path.stat()
                    except OSError:
                        continue
                    found[path] = (state.st_mtime_ns, state.st_size, state.st_ino)
                    places.append(str(path))
        watched = {*self._watcher.files(), *self._watcher.directories()}
        # A file that was put in the place of another is not watched any more.
        if missing := [place for place in places if place not in watched]:
            self._watcher.addPaths(missing)
        return found
