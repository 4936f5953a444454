"""One window for each reader: a second start hands over what it was asked for, so that the first window comes up.

A second start lays a letter, a small file, into a private folder that the
first one watches; the letter's disappearance is the answer.  A local socket
would do the same, for 2.9 MiB and 10 ms more of QtNetwork (against 0.3 MiB and
1 ms) and with Kerberos among the system libraries needed.
"""

import os
import re
import sys
import time
from pathlib import Path

from PySide6 import QtCore
from PySide6.QtCore import QLockFile, QObject, Signal, Slot

from pmlapp.content.model import names_a_page
from pmlapp.errors import ArticleNotFoundError

_LARGEST_LETTER = 900
_LONGEST_TOKEN = 300
_LONGEST_NOTICE = 300
_ACTIVATION_TOKEN = "XDG_ACTIVATION_TOKEN"


class SingleInstance(QObject):
    """The agreement between the starts of the program that share ``folder``.

    Signals:
        opened_again: the program was started again; the id of the page it was asked for, or an empty text.
        told: what the reader has to be told about that page, where there is something.
    """

    opened_again = Signal(str)
    told = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = QLockFile(str(folder / "lock"))
        # A lock is stale when its process is gone, however long a kiosk has been running.
        self._lock.setStaleLockTime(0)
        self._watcher: QtCore.QFileSystemWatcher | None = None

    def claim(self) -> bool:
        """Whether this start should open the window.

        False when another has it, and only then: where no lock can be made
        (a folder that may not be written) two windows are better than none.
        """
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError:
            return True
        if self._lock.tryLock(0):
            # Left by starts that were killed while they waited: nobody wants those pages any more.
            for letter in self._letters():
                letter.unlink(missing_ok=True)
            return True
        return self._lock.error() != QLockFile.LockError.LockFailedError

    def listen(self) -> None:
        """Hear later starts from now on, and those that came since `claim`.  Call it after the first paint."""
        if self._watcher is None and self._lock.isLocked():
            self._watcher = QtCore.QFileSystemWatcher([str(self._folder)], self)
            self._watcher.directoryChanged.connect(self._open_letters)
            self._open_letters()

    def let_go(self) -> None:
        """The window is closed: the next start opens one."""
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        self._lock.unlock()

    def hand_over(self, page: str = "", *, notice: str = "", patience_ms: int = 3000) -> bool:
        """Ask the first window to come up and, if given, to open ``page`` and to say ``notice`` about it.

        A lock that cannot be read, or was made on another computer, and that nobody answers
        for, is taken over: nobody would ever free it, and each start would wait for it again.

        Returns:
            True when it has heard.  False when it has gone meanwhile or does
            not answer: then open a window here, and keep this object.

        Raises:
            ArticleNotFoundError: no page can have such a name.
        """
        if page and not _names_a_place(page):
            raise ArticleNotFoundError(article=page)
        _let_others_come_forward()
        letter = self._folder / f"letter-{os.getpid()}"
        try:
            unfinished = letter.with_name(f"unfinished-{os.getpid()}")
            lines = [page, _token(os.environ.get(_ACTIVATION_TOKEN, "")), *filter(None, [_notice(notice)])]
            unfinished.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
            unfinished.replace(letter)
            give_up_at = time.monotonic() + patience_ms / 1000
            while time.monotonic() < give_up_at:
                if not letter.exists():
                    return True
                if self._lock.tryLock(0):
                    break
                QtCore.QThread.msleep(10)
            letter.unlink(missing_ok=True)
            if not self._lock.isLocked() and not self._is_held_here():
                Path(self._lock.fileName()).unlink(missing_ok=True)
                self._lock.tryLock(0)
        except OSError:
            pass
        return False

    def _is_held_here(self) -> bool:
        """Whether the lock names a process of this computer, which alone can be asked whether it runs."""
        process, computer, _program = self._lock.getLockInfo()
        return process > 0 and computer == QtCore.QSysInfo.machineHostName()

    @Slot()
    def _open_letters(self) -> None:
        for letter in self._letters():
            try:
                with letter.open("rb") as file:
                    written = file.read(_LARGEST_LETTER + 1)
                letter.unlink()
            except OSError:
                continue
            asked_for = _understood(written)
            if asked_for is None:
                continue
            page, token, notice = asked_for
            if token:
                # By this Wayland knows that it was the reader who wants the window in front.
                os.environ[_ACTIVATION_TOKEN] = token
            self.opened_again.emit(page)
            if notice:
                self.told.emit(notice)

    def _letters(self) -> list[Path]:
        return sorted(self._folder.glob("letter-*"))


def _understood(written: bytes) -> tuple[str, str, str] | None:
    """The page, the activation token and the notice of a letter, or None if it is not one of ours."""
    try:
        page, token, *notices, rest = written.decode().split("\n")
    except ValueError:
        return None
    if len(written) > _LARGEST_LETTER or rest or (page and not _names_a_place(page)):
        return None
    match notices:
        case []:
            return page, _token(token), ""
        case [notice] if notice and _notice(notice) == notice:
            return page, _token(token), notice
        case _:
            return None


def _names_a_place(text: str) -> bool:
    """Whether it has the shape of a page's id, with an anchor of that page behind ``#`` or without."""
    page, sign, anchor = text.partition("#")
    return names_a_page(page) and (re.fullmatch(r"[\w-]{1,120}", anchor) is not None if sign else True)


def _token(text: str) -> str:
    return text if len(text) <= _LONGEST_TOKEN and text.isascii() and text.isprintable() else ""


def _notice(text: str) -> str:
    return text if len(text) <= _LONGEST_NOTICE and text.isprintable() else ""


def _let_others_come_forward() -> None:
    """Windows lets no program come to the front unasked; the one just started may pass its own right on."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - 5 ms that only Windows needs

        any_process = -1
        ctypes.windll.user32.AllowSetForegroundWindow(any_process)
