"""The folder of one language: its files as text, and the mistakes found in them."""

import os
import re
import unicodedata
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from pmlapp.authoring.sources.diagnostics import Diagnostic, Diagnostics, Fault, SourceFault
from pmlapp.content.markdown.markdown_limits import LineIndex, Mistake, TextFault, unseen_characters
from pmlapp.errors import plain_reason

MAX_FILE_BYTES: Final = 4_000_000

NAME: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""How files, folders and ids are named, so that they are the same on every system."""

LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
"""How the folder of a language is named."""


class SourceFolder:
    """Reads files below ``path`` and collects what is wrong with them.

    With ``today``, what was done on a day later than tomorrow is a mistake; the
    day after is allowed, since it begins earlier elsewhere.
    """

    def __init__(self, path: Path, *, today: date | None = None) -> None:
        self.path = path.resolve()
        self._today = today
        self.mistakes: list[Diagnostic] = []
        in_repository = self.path.parts[-3:-1] == ("resources", "content")
        self._root = self.path.parents[2] if in_repository else self.path.parent
        if not self.path.is_dir():
            self.notes(self.path).add(1, "there is no such folder; name the folder of one language", SourceFault.FILE)
        elif not LANGUAGE.fullmatch(self.language):
            self.notes(self.path).add(1, "the folder's name must be a language, such as en or pt-br", SourceFault.FILE)

    @property
    def language(self) -> str:
        """The language of everything in the folder."""
        return self.path.name

    @property
    def shown_from(self) -> Path:
        """The folder from which notes name the files of this one."""
        return self._root

    @property
    def library_root(self) -> Path | None:
        """The folder that holds ``content``, and beside it reviews and policy; None for a folder outside of one."""
        return self.path.parents[1] if self.path.parent.name == "content" else None

    def notes(self, path: Path, usual: Fault = SourceFault.FRONT_MATTER) -> Diagnostics:
        """Where to note mistakes of the file at ``path``; shown from the repository's root, or from the folder."""
        root = self._root if path.is_relative_to(self._root) else self.path.parents[1]
        return Diagnostics(path.relative_to(root).as_posix(), self.mistakes, usual)

    def entries(self, path: Path) -> list[Path]:
        """What a folder holds, by name, but for hidden files; nothing if it is not there."""
        try:
            if not path.is_dir():
                return []
            entries = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        except OSError as error:
            self.notes(path).add(1, f"the folder cannot be read: {plain_reason(error)}", SourceFault.FILE)
            return []
        if entries and not self._stays_inside(path):
            return []
        # In a folder that is where it seems to be, so is everything that is no link.
        return [entry for entry in entries if not entry.is_symlink() or self._stays_inside(entry)]

    def _stays_inside(self, path: Path) -> bool:
        """Whether a file or folder is where it seems to be; a mistake is noted of a link that leads elsewhere."""
        if Path(os.path.realpath(path)).is_relative_to(self.library_root or self.path):
            return True
        self.notes(path).add(
            1, "this is a link that leads out of the folder of the library; put a copy in its place", SourceFault.FILE
        )
        return False

    def note_future(self, day: date | None, name: str, line: int, notes: Diagnostics) -> None:
        """Note a day on which something was done, unless it has come."""
        if day is not None and self._today is not None and day > self._today + timedelta(days=1):
            notes.add(
                line,
                f"“{name}” is {day}, and today is {self._today}: write the day on which it was done, or set the clock"
                " of this computer right",
            )

    def data(self, path: Path, notes: Diagnostics) -> bytes | None:
        """The bytes of a file; None, and a note, if it cannot be read."""
        if path.exists() and not self._stays_inside(path):
            return None
        try:
            if path.stat().st_size > MAX_FILE_BYTES:
                notes.add(1, f"the file has more than {MAX_FILE_BYTES:,} bytes; make it smaller", TextFault.LIMIT)
                return None
            return path.read_bytes()
        except OSError as error:
            notes.add(1, f"the file cannot be read: {error.strerror}", SourceFault.FILE)
            return None

    def text(self, path: Path, notes: Diagnostics) -> str | None:
        """The text of a file with ``\\n`` at line ends, composed (NFC); None, and a note, if it cannot be read."""
        data = self.data(path, notes)
        if data is None:
            return None
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            notes.add(
                data.count(b"\n", 0, error.start) + 1,
                "the file is not UTF-8; save it with the encoding UTF-8",
                TextFault.CHARACTER,
            )
            return None
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n"))
        note_all(unseen_characters(text, LineIndex(text)), notes, first_line=1)
        return text


def note_all(mistakes: Iterable[Mistake], notes: Diagnostics, *, first_line: int) -> None:
    """Note mistakes of a text that begins at ``first_line`` of its file."""
    for mistake in mistakes:
        notes.add(first_line + mistake.line - 1, mistake.reason, mistake.fault)
