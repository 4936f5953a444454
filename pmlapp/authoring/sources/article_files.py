"""Where the articles of a library are, and which files and folders do not belong beside them."""

from collections.abc import Iterator
from pathlib import Path

from pmlapp.authoring.sources.diagnostics import SourceFault
from pmlapp.authoring.sources.library_files import FILES, FOLDERS
from pmlapp.authoring.sources.source_folder import NAME, SourceFolder
from pmlapp.content.model import Topic


def article_files(folder: SourceFolder, topics: tuple[Topic, ...] | None) -> list[Path]:
    """The files of all articles; what does not belong in the folder is noted.

    Without ``topics``, which could not be read, every folder may be one of them.
    """
    known = None if topics is None else {str(topic.id) for topic in topics}
    paths: list[Path] = []
    for entry in folder.entries(folder.path):
        if entry.is_dir():
            if entry.name in FOLDERS:
                continue
            if known is not None and entry.name not in known:
                folder.notes(entry).add(1, "no topic of topics.toml has this folder's name", SourceFault.FILE)
            paths.extend(_of_topic(folder, entry))
        elif entry.name not in FILES:
            message = f"this file does not belong here; allowed: {', '.join(FILES)}, and folders"
            folder.notes(entry).add(1, message, SourceFault.FILE)
    return paths


def place_of(path: Path) -> str:
    """``topic/slug`` of an article's file."""
    return f"{path.parent.name}/{path.stem}"


def _of_topic(folder: SourceFolder, topic: Path) -> Iterator[Path]:
    for entry in folder.entries(topic):
        if entry.is_file() and entry.suffix == ".md" and NAME.fullmatch(entry.stem):
            yield entry
        else:
            message = "an article's file is named in a-z, 0-9 and single hyphens, and ends in .md"
            folder.notes(entry).add(1, message, SourceFault.FILE)
