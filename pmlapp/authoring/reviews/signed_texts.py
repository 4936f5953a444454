"""The texts that were signed, word for word, kept beside the reviews: ``reviews/signed/<sha256>.txt``.

A record holds only the hash of a text.  The text itself is kept under that
hash, so that the next reviewer can be shown what has changed since, without
asking for a history that a folder on a stick does not have.  No language is
called ``signed``, so the folder is in nobody's way.
"""

import hashlib
from pathlib import Path

from pmlapp.authoring.sources.sign_off import canonical_text
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.content.model import Article
from pmlapp.errors import SourcesRefusedError


def text_to_sign(article: Article, library: LibrarySources) -> str:
    """The canonical text of an article of ``library``; its sha256 is the article's ``text_sha256``."""
    glossary = {str(term.key): term for term in library.glossary}
    return canonical_text(article, glossary, {picture.name: picture for picture in library.media})


def keep_text(folder: Path, text: str) -> Path:
    """Keep a canonical text under its hash, once and for all; the same text is never written twice.

    Args:
        folder: of one language, inside a folder ``content``.
        text: from `text_to_sign`.

    Returns:
        The file that holds it.

    Raises:
        SourcesRefusedError: another text is under its hash, or ``folder`` is not inside ``content``.
        CannotWriteError: no space or no permission.
    """
    data = text.encode()
    path = _place(folder, hashlib.sha256(data).hexdigest())
    if _read(path) is None:
        write_whole(path, data)
    return path


def signed_text(folder: Path, text_sha256: str) -> str | None:
    """The text with this hash; None if it was not kept.

    Raises:
        SourcesRefusedError: the file holds another text than its name says, or cannot be read.
    """
    return _read(_place(folder, text_sha256))


def _place(folder: Path, text_sha256: str) -> Path:
    sources = SourceFolder(folder)
    if sources.library_root is None:
        raise SourcesRefusedError((f"{folder}:1: reviews need sources laid out as content/{sources.language}",))
    return sources.library_root / "reviews" / "signed" / f"{text_sha256}.txt"


def _read(path: Path) -> str | None:
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise SourcesRefusedError((f"{path}:1: the signed text cannot be read: {error.strerror}",)) from error
    if hashlib.sha256(data).hexdigest() != path.stem:
        raise SourcesRefusedError(
            (f"{path}:1: this is not the text that was signed; put the file back as it was, from a copy",)
        )
    return data.decode()
