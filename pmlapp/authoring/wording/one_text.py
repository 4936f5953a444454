"""One file before the six checks: an article in its library, or a text from elsewhere."""

from datetime import date
from pathlib import Path

from pmlapp.authoring.lint.lint import file_on_desk, library_on_desk
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.errors import SourcesRefusedError


def manuscript_of(path: Path, *, language: str, today: date) -> Manuscript:
    """The manuscript of one file; of an article its library is read too, so that its glossary counts.

    Args:
        path: an article, Markdown or plain text.
        language: of a text that belongs to no library.
        today: as for `authoring.lint.checking`.

    Raises:
        SourcesRefusedError: it is no text that can be read.
    """
    folder = path.resolve().parent.parent
    if path.suffix == ".md" and (folder / "library.toml").is_file():
        desk = library_on_desk(folder, today=today)
        name = SourceFolder(folder).notes(path.resolve()).path
    else:
        desk = file_on_desk(path, language=language, today=today)
        name = desk.manuscripts[0].path if desk.manuscripts else path.as_posix()
    for manuscript in desk.manuscripts:
        if manuscript.path == name:
            return manuscript
    raise SourcesRefusedError(tuple(str(note) for note in desk.refused if note.path == name))
