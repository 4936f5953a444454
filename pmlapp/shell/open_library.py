"""Opening the library that was asked for, with advice that fits the way it was named."""

from pathlib import Path

from pmlapp.content.file.store import ContentStore
from pmlapp.errors import QT_TRANSLATE_NOOP, MissingContentError, WrongPathError
from pmlapp.paths import recalls_file
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments

_OPTION = "--library"
_SITE_FILE = QT_TRANSLATE_NOOP("errors", "“library” in the site file")


def open_library(library: Path, arguments: Arguments, site: SiteSettings) -> ContentStore:
    """Open ``library``, which the command line, the site file or neither has named.

    Raises:
        WrongPathError: it was named, and there is no such file.
        ContentError: it cannot be read.
    """
    try:
        return ContentStore.open(library).follow_recalls(recalls_file())
    except MissingContentError as missing:
        raise by_who_named(missing, library, arguments, site) from missing


def by_who_named(
    missing: MissingContentError, library: Path, arguments: Arguments, site: SiteSettings
) -> MissingContentError:
    """The same failure with advice on where ``library`` was named; for the installed one it stays as it is."""
    if arguments.library is not None:
        return WrongPathError(path=library, where=_OPTION)
    return WrongPathError(path=library, where=_SITE_FILE) if site.library is not None else missing
