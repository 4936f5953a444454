"""A library that works from its first minute: it builds, is found by its search and opens, and waits to be changed."""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template
from typing import Final, NamedTuple

from pmlapp.errors import CannotWriteError, FolderInUseError, plain_reason

_TEMPLATES: Final = "pmlapp.authoring.starting"
_EXAMPLES: Final = frozenset(
    {"about", "help", "stories", "queries.toml", "sources.toml", "topics.toml", "glossary.toml", "synonyms.toml"}
)


class Beginning(NamedTuple):
    """What only the people behind a library can say of it."""

    title: str
    language: str
    """The name of the folder of its pages, such as ``en`` or ``pt-br``."""
    subject: str
    publisher: str
    """Who stands behind it."""
    funding: str
    licence: str


def new_library(folder: Path, beginning: Beginning, *, examples: bool = True) -> tuple[Path, ...]:
    """Make a library in ``folder``, which appears whole or not at all.

    Args:
        folder: is not there yet, or is empty.
        beginning: what it says of itself.
        examples: with a page of each kind and what these need; without, it has no topic and no page yet.

    Returns:
        The files made, by path.

    Raises:
        FolderInUseError: there is something in the folder.
        CannotWriteError: no space or no permission; then nothing was made.
    """
    return write_library(
        folder, ((place, text.encode()) for place, text in library_files(beginning, examples=examples))
    )


def write_library(folder: Path, files: Iterable[tuple[Path, bytes]]) -> tuple[Path, ...]:
    """Write files into a folder that appears whole or not at all; raises and returns as `new_library` does."""
    unfinished = folder.with_name(f".{folder.name}.{os.getpid()}.unfinished")
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise FolderInUseError(path=folder)
        folder.parent.mkdir(parents=True, exist_ok=True)
        made = [place for place, data in files if _write(unfinished / place, data)]
        if folder.exists():
            folder.rmdir()  # Windows renames nothing onto a folder, not even onto an empty one.
        unfinished.rename(folder)
    except OSError as error:
        raise CannotWriteError(path=folder, reason=plain_reason(error)) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    return tuple(folder / place for place in sorted(made))


def library_files(beginning: Beginning, *, examples: bool) -> Iterator[tuple[Path, str]]:
    """The files of a new library, by their path in its folder."""
    values = {
        **{key: json.dumps(value, ensure_ascii=False) for key, value in beginning._asdict().items()},
        "feedback": json.dumps(f"Tell {beginning.publisher}.", ensure_ascii=False),
    }
    for place, template in _templates(files(_TEMPLATES) / "library", Path()):
        if place.parts[0] == "content":
            if not examples and place.parts[1] in _EXAMPLES:
                continue
            place = Path("content", beginning.language, *place.parts[1:])  # noqa: PLW2901
        # A page for people has the words as they are; TOML and YAML have them in quotes.
        said = beginning._asdict() if place.suffix == ".md" and place.parts[0] != "content" else values
        yield place, Template(template.read_text(encoding="utf-8")).safe_substitute(said)
    if not examples:
        for name in ("topics.toml", "sources.toml", "glossary.toml", "synonyms.toml"):
            yield Path("content", beginning.language, name), ""


def _templates(folder: Traversable, place: Path) -> Iterator[tuple[Path, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _templates(entry, place / entry.name)
        else:
            yield place / entry.name, entry


def _write(path: Path, data: bytes) -> bool:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True
