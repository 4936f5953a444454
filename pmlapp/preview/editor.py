"""Opens a file at a line in the editor that the educator uses."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

_AT_LINE: Final[Mapping[str, tuple[str, ...]]] = {
    "code": ("--goto", "{file}:{line}"),
    "codium": ("--goto", "{file}:{line}"),
    "subl": ("{file}:{line}",),
    "zed": ("{file}:{line}",),
    "kate": ("--line", "{line}", "{file}"),
    "gedit": ("+{line}", "{file}"),
    "gnome-text-editor": ("{file}",),
    "xed": ("+{line}", "{file}"),
    "pluma": ("+{line}", "{file}"),
    "mousepad": ("--line={line}", "{file}"),
    "geany": ("--line", "{line}", "{file}"),
    "gvim": ("+{line}", "{file}"),
    "emacs": ("+{line}", "{file}"),
    "notepad++": ("-n{line}", "{file}"),
    "bbedit": ("+{line}", "{file}"),
}
"""How each editor with a window is told a line; those that are tried first come first."""

_NAMED: Final = ("VISUAL", "EDITOR")


def editor_command(asked: str, environment: Mapping[str, str], find: Callable[[str], str | None]) -> tuple[str, ...]:
    """The command that opens a file at a line, with ``{file}`` and ``{line}`` in it; empty if none is known.

    Args:
        asked: a command as a person writes it, ``code --goto {file}:{line}``; "" to look for one.
        environment: may name an editor in VISUAL or EDITOR; one that runs in a terminal is passed over.
        find: gives the path of a program by its name, as `shutil.which` does.
    """
    if asked:
        words = shlex.split(asked)
        known = _AT_LINE.get(Path(words[0]).stem.lower(), ("{file}",)) if words else ()
        return tuple(words) if any("{file}" in word for word in words) else (*words, *known)
    named = [words[0] for name in _NAMED if (words := shlex.split(environment.get(name, "")))]
    for program in (*named, *_AT_LINE):
        stem = Path(program).stem.lower()
        if stem in _AT_LINE and (found := find(program)):
            return (found, *_AT_LINE[stem])
    return ()


class Editor:
    """``fall_back`` opens a file in whatever the system opens it with, at no line."""

    def __init__(self, asked: str, fall_back: Callable[[Path], bool]) -> None:
        self._command: tuple[str, ...] = editor_command(asked, os.environ, shutil.which)
        self._fall_back = fall_back
        self._started: list[subprocess.Popen[bytes]] = []

    def open(self, file: Path, line: int) -> bool:
        """Whether an editor was found for the file."""
        # Those that were closed meanwhile are let go of.
        self._started = [each for each in self._started if each.poll() is None]
        if self._command:
            command = [word.replace("{file}", str(file)).replace("{line}", str(line)) for word in self._command]
            try:
                self._started.append(subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True))
            except OSError:
                return self._fall_back(file)
            return True
        return self._fall_back(file)
