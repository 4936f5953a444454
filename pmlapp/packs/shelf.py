"""The folder of updates on one computer: the edition in use, the one before, recalls, and what is known of them.

content.db     the edition in use; always whole, since another takes its place in one step
previous.db    the one before
arriving.db    one that is being copied and checked; nobody reads it
recalls.json   the newest recalls
changes.json   what the edition in use changed
state.json     what must not be forgotten: see `State`
metadata/      what TUF verified last
"""

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from typing import Any, Final, NamedTuple

from pmlapp.content.recalls import Recall, from_json
from pmlapp.errors import plain_reason
from pmlapp.packs.errors import NothingBeforeError, UpdateRunningError, UpdatesBrokenError

CONTENT: Final = "content.db"
_LARGEST_STATE: Final = 64 * 1024
_MOST_REFUSED: Final = 8


class State(NamedTuple):
    """What must not be forgotten, even when TUF's own folder is."""

    root: int = 0
    """The highest version of the root that was met."""
    version: int = 0
    """The highest version of the list of files that ``keys`` signed."""
    keys: tuple[str, ...] = ()
    edition: str = ""
    """The newest edition of the library that was ever in use and that ``keys`` signed."""
    confirmed: str = ""
    """The day on which the publisher last confirmed that nothing was newer, as ISO text; "" for never."""
    valid_until: str = ""
    """Until when that holds."""
    installed: str = ""
    """The day on which the edition in use was put in place."""
    refused: tuple[str, ...] = ()
    """Digests of editions that staff, or the program, went back from."""


class Shelf:
    """Keeps ``folder``; nothing is made in it before the first update."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / CONTENT
        self.previous = folder / "previous.db"
        self.arriving = folder / "arriving.db"
        self.metadata = folder / "metadata"
        self._metadata_tried = folder / "metadata.new"
        self._metadata_before = folder / "metadata.old"
        self._recalls = folder / "recalls.json"
        self._changes = folder / "changes.json"
        self._state = folder / "state.json"

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Let nobody else update meanwhile; the system lets go of the lock, should this process end.

        Raises:
            UpdateRunningError: somebody else does.
            UpdatesBrokenError: the folder cannot be written.
        """
        with self.writing():
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            file = (self.folder / "lock").open("a+b")
        with file:
            try:
                _lock(file.fileno())
            except OSError as error:
                raise UpdateRunningError from error
            yield

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Give a full disk, or one that cannot be written, its sentence."""
        try:
            yield
        except OSError as error:
            raise UpdatesBrokenError(path=self.folder, reason=plain_reason(error)) from error

    def state(self) -> State:
        """What is remembered; nothing, if the file is gone or damaged."""
        try:
            if self._state.stat().st_size > _LARGEST_STATE:
                return State()
            read = json.loads(self._state.read_text(encoding="utf-8"))
            kept = {name: _value(read[name], usual) for name, usual in State()._asdict().items() if name in read}
            return State(**kept)
        except (OSError, ValueError, TypeError, RecursionError):
            return State()

    def keep_state(self, state: State) -> None:
        """Remember it."""
        self._write(self._state, json.dumps(state._asdict(), indent=1).encode())

    def recalls(self) -> tuple[Recall, ...]:
        """The recalls that hold; none if there is no file, or it is damaged."""
        try:
            return from_json(self._recalls.read_bytes())[1]
        except (OSError, ValueError):
            return ()

    def recalls_bytes(self) -> bytes | None:
        """The recalls as they were signed."""
        try:
            return self._recalls.read_bytes()
        except OSError:
            return None

    def keep_recalls(self, data: bytes) -> None:
        """Keep recalls that were verified."""
        if self.recalls_bytes() != data:
            self._write(self._recalls, data)

    def changes(self) -> bytes:
        """What the edition in use changed, as `changes.to_json` wrote it; nothing if that is not known."""
        try:
            return self._changes.read_bytes()
        except OSError:
            return b""

    def switch(self, changes: bytes = b"") -> None:
        """Take what has arrived into use, and keep what was in use as the edition before.

        There is an edition in use at each moment: its place is never empty, and never half written.
        """
        self._keep_as_previous()
        self.arriving.replace(self.content)
        self._settle()
        self._write(self._changes, changes)

    def metadata_to_try(self) -> Path:
        """A copy of what TUF verified last, for it to go on from: what fails half way must not be mixed with it."""
        if not self.metadata.exists() and self._metadata_before.exists():
            self._metadata_before.rename(self.metadata)  # the power went between the two renames
        shutil.rmtree(self._metadata_tried, ignore_errors=True)
        if self.metadata.exists():
            shutil.copytree(self.metadata, self._metadata_tried, symlinks=True)
        return self._metadata_tried

    def keep_metadata(self) -> None:
        """What was tried is what was verified last."""
        shutil.rmtree(self._metadata_before, ignore_errors=True)
        if self.metadata.exists():
            self.metadata.rename(self._metadata_before)
        self._metadata_tried.rename(self.metadata)
        shutil.rmtree(self._metadata_before, ignore_errors=True)
        self._settle()

    def first_is(self, installed: Path) -> None:
        """Before the first update: keep nothing, since the edition before it is the installed one at ``installed``."""
        with suppress(FileNotFoundError):
            if not self.content.exists() and installed.exists():
                self.previous.unlink()

    def go_back(self) -> None:
        """Take the edition before into use again; without one, the installed library is used from now on.

        Raises:
            NothingBeforeError: no update is in use.
        """
        if not self.content.exists():
            raise NothingBeforeError
        if self.previous.exists():
            self.previous.replace(self.content)
        else:
            self.content.unlink()
        with suppress(FileNotFoundError):
            self._changes.unlink()
        self._settle()

    def refuse(self, digest: str) -> None:
        """Remember that an edition did not do well, so that it does not come again by itself."""
        state = self.state()
        kept = (*(each for each in state.refused if each != digest), digest)
        self.keep_state(state._replace(refused=kept[-_MOST_REFUSED:]))

    def tidy(self) -> None:
        """Throw away what an update left behind that did not end."""
        shutil.rmtree(self._metadata_tried, ignore_errors=True)
        for path in (self.arriving, *self.folder.glob("*.new")):
            with suppress(OSError):
                path.unlink()

    def _keep_as_previous(self) -> None:
        if not self.content.exists():
            return
        kept = self.folder / "previous.db.new"
        with suppress(FileNotFoundError):
            kept.unlink()
        try:
            os.link(self.content, kept)
        except OSError:
            # A file system without links: what is in use is copied, and goes on being read meanwhile.
            with self.content.open("rb") as source, kept.open("wb") as copy:
                while chunk := source.read(1 << 20):
                    copy.write(chunk)
                copy.flush()
                os.fsync(copy.fileno())
        kept.replace(self.previous)

    def _write(self, path: Path, data: bytes) -> None:
        half = path.with_name(f"{path.name}.new")
        with half.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
        self._settle()

    def _settle(self) -> None:
        """A rename is in one step, but only this makes it outlast a power cut."""
        if os.name == "nt":
            return
        folder = os.open(self.folder, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def day_or_none(text: str) -> date | None:
    """A day as it is kept in `State`."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _value(value: Any, usual: object) -> Any:
    if isinstance(usual, tuple):
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise ValueError("not a list of texts")
        return tuple(value)
    if type(value) is not type(usual):
        raise ValueError("not of its kind")
    return value


def _lock(descriptor: int) -> None:
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415 - Windows alone has it

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
    else:
        import fcntl  # noqa: PLC0415 - and this is for all others

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
