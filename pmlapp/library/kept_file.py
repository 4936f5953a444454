"""The one small file with what a reader keeps: questions for the visit, bookmarks, where reading stopped."""

import json
import os
from pathlib import Path
from typing import Any, Final

from pmlapp.errors import DamagedKeptError, KeptError, plain_reason
from pmlapp.library.kept import Kept, from_values, to_values

_VERSION: Final = 1
_LARGEST_FILE: Final = 4 * 1024 * 1024


class KeptFile:
    """Keeps what one reader wants kept at ``path``; with None, as in a kiosk, keeps nothing.

    Each library has a part of its own; ``library`` is the key of the one that is read, empty for the usual one.
    """

    def __init__(self, path: Path | None, *, library: str = "") -> None:
        self.path = path
        self._library = library

    def load(self) -> tuple[Kept, DamagedKeptError | KeptError | None]:
        """What was kept, or nothing, and what to say if the file was no good.

        A file that makes no sense is renamed, with all that is in it, and never overwritten.
        """
        try:
            return from_values(self._libraries().get(self._library)), None
        except FileNotFoundError:
            return Kept(), None
        except IsADirectoryError:
            return Kept(), self._set_aside()
        except OSError as error:
            return Kept(), KeptError(path=self.path, reason=plain_reason(error))
        except (ValueError, RecursionError):
            return Kept(), self._set_aside()

    def save(self, kept: Kept) -> None:
        """Keep ``kept``: all of it or, after an error, what was kept before.  With nothing left to keep the file goes.

        Raises:
            KeptError: the folder cannot be written or the disk is full.
        """
        if self.path is None:
            return
        try:
            libraries = self._libraries()
        except (ValueError, RecursionError, IsADirectoryError):
            self._set_aside()
            libraries = {}
        except FileNotFoundError:
            libraries = {}
        except OSError as error:
            raise KeptError(path=self.path, reason=plain_reason(error)) from error
        libraries.pop(self._library, None)
        if kept != Kept():
            libraries[self._library] = to_values(kept)
        try:
            if libraries:
                self._write({"version": _VERSION, "libraries": libraries})
            else:
                self.path.unlink(missing_ok=True)
        except OSError as error:
            raise KeptError(path=self.path, reason=plain_reason(error)) from error

    def delete(self) -> None:
        """Delete the file with what was kept of every library.

        Raises:
            KeptError: it cannot be deleted.
        """
        if self.path is None:
            return
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise KeptError(path=self.path, reason=plain_reason(error)) from error

    def _libraries(self) -> dict[str, Any]:
        """The parts of the file by library; raises what reading raises, and ValueError for any other file."""
        if self.path is None:
            return {}
        if self.path.stat().st_size > _LARGEST_FILE:
            raise ValueError("too large")
        values = json.loads(self.path.read_text(encoding="utf-8"))
        libraries = values.get("libraries") if isinstance(values, dict) else None
        if not isinstance(libraries, dict):
            raise ValueError("no libraries")
        return libraries

    def _write(self, values: dict[str, Any]) -> None:
        assert self.path is not None
        half_written = self.path.with_name(self.path.name + ".new")
        # What somebody wants to ask about an illness is for their own eyes.
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            handle = os.open(half_written, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
                json.dump(values, file, indent=2, ensure_ascii=False)
                file.flush()
                # Somebody typed this: after a power cut it has to be there.
                os.fsync(file.fileno())
            half_written.replace(self.path)
        except OSError:
            half_written.unlink(missing_ok=True)
            raise

    def _set_aside(self) -> DamagedKeptError | KeptError:
        assert self.path is not None
        for number in range(1, 1000):
            aside = self.path.with_name(f"{self.path.name}.unreadable-{number}")
            if not aside.exists():
                break
        try:
            self.path.replace(aside)
        except OSError as error:
            return KeptError(path=self.path, reason=plain_reason(error))
        return DamagedKeptError(path=self.path, aside=aside)
