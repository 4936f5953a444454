"""The pages of a library that have no mistakes, while others still have some."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.sources.article_files import place_of
from pmlapp.authoring.sources.diagnostics import Diagnostic
from pmlapp.authoring.sources.source_folder import SourceFolder
from pmlapp.authoring.sources.sources import ExaminedSources, LibrarySources
from pmlapp.errors import SourcesRefusedError

_SHARED: Final = ("library.toml", "topics.toml", "sources.toml", "glossary.toml", "claims.toml")
"""Files of which every page may hold something; so may those of the folder ``blocks``."""

_REVIEW: Final = re.compile(r"(?:^|/)reviews/[^/]+/([^/]+/[^/]+)\.yaml$")
_PICTURE: Final = re.compile(r"(?:^|/)media/([^/]+)$")


class Faultless(NamedTuple):
    """A library without the pages that have mistakes."""

    library: LibrarySources
    faulty: dict[str, tuple[Diagnostic, ...]]
    """By the id of the page that was left out, what is wrong with it."""


def faultless(examined: ExaminedSources, folder: Path) -> Faultless:
    """The library of ``folder`` without the pages that have mistakes.

    A mistake in a page, in its reviews or in a picture that it shows is a mistake of that page
    alone.  One in a file that every page may use is everybody's.

    Raises:
        SourcesRefusedError: a file that pages share has a mistake.
    """
    files = SourceFolder(folder)
    page_at = {files.notes(path).path: place_of(path) for path in examined.paths}
    faulty: dict[str, list[Diagnostic]] = {}
    shared = []
    for note in examined.mistakes:
        if note.path in page_at:
            faulty.setdefault(page_at[note.path], []).append(note)
        elif review := _REVIEW.search(note.path):
            faulty.setdefault(review[1], []).append(note)
        elif picture := _PICTURE.search(note.path):
            for draft in examined.drafts:
                if picture[1] in draft.references.media:
                    faulty.setdefault(str(draft.article.id), []).append(note)
        elif note.path.endswith(_SHARED) or "/blocks/" in note.path:
            shared.append(note)
    if shared:
        raise SourcesRefusedError(tuple(map(str, shared)))
    sound = tuple(article for article in examined.library.articles if article.id not in faulty)
    return Faultless(replace(examined.library, articles=sound), {page: tuple(notes) for page, notes in faulty.items()})
