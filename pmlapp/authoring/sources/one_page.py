"""One page of a library that was read already, read again by itself after its file was written."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from pmlapp.authoring.sources.diagnostics import Diagnostic
from pmlapp.authoring.sources.sign_off import with_hashes
from pmlapp.authoring.sources.sources import Draft, LibrarySources, Reading
from pmlapp.content.model import Article


class ReadPage(NamedTuple):
    """What one file holds now."""

    draft: Draft | None
    """None without front matter that can be read."""
    article: Article | None
    mistakes: tuple[Diagnostic, ...]
    """Of this file alone, by line."""


class OnePage(Reading):
    """Reads pages of ``library`` again; topics, sources, words, claims and reviews are as they were read before."""

    def __init__(self, folder: Path, today: date | None, library: LibrarySources) -> None:
        super().__init__(folder, today)
        self._library = library
        self._types = library.question_types
        self._claims = {claim.key: claim for claim in library.claims}
        self._blocks = {block.key: block for block in library.blocks}

    def read_page(self, path: Path) -> ReadPage:
        """The page in the file at ``path``."""
        library = self._library
        draft = self._draft(path)
        article: Article | None = None
        if draft is not None:
            before = {each.id: each for each in library.articles}
            titles = {str(each.id): each.title for each in library.articles} | {
                str(draft.article.id): draft.article.title
            }
            sources = {str(each.key): each for each in library.sources}
            glossary = {str(each.key): each for each in library.glossary}
            media = {each.name: each for each in library.media}
            (followed,) = self._followed([draft], titles, sources, glossary, media)
            if (known := before.get(followed.id)) is not None:
                followed = followed._replace(sign_offs=known.sign_offs, withdrawal=known.withdrawal)
            (article,) = with_hashes([followed], library.glossary, library.media)
        name = self._folder.notes(path).path
        return ReadPage(draft, article, tuple(sorted({each for each in self._folder.mistakes if each.path == name})))
