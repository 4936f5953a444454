"""One page of a library that was read already, read again by itself after its file was written."""

from pathlib import Path
from typing import NamedTuple

from pmlapp.authoring.sources.diagnostics import Diagnostic
from pmlapp.authoring.sources.drafts import Draft
from pmlapp.authoring.sources.sources import ExaminedSources
from pmlapp.content.model import Article


class ReadPage(NamedTuple):
    """What one file holds now."""

    draft: Draft | None
    """None without front matter that can be read."""
    article: Article | None
    mistakes: tuple[Diagnostic, ...]
    """Of this file alone, by line."""


def read_page(examined: ExaminedSources, path: Path) -> ReadPage:
    """The page in the file at ``path``; topics, sources, words, claims and reviews are as they were read before."""
    reading = examined.reading
    before = len(reading.mistakes)
    draft = reading.draft(path)
    article: Article | None = None
    if draft is not None:
        titles = {each.id: each.title for each in examined.library.articles} | {draft.article.id: draft.article.title}
        followed = reading.followed(draft)
        related = tuple(each._replace(title=titles.get(each.to, "")) for each in followed.related)
        article = reading.signable(followed._replace(related=related))
    mistakes = reading.mistakes[before:]
    del reading.mistakes[before:]
    name = reading.folder.notes(path).path
    return ReadPage(draft, article, tuple(sorted({each for each in mistakes if each.path == name})))
