"""An article's file as far as it could be read, before what it leads to is followed."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.authoring.sources.article_text import FILL_IN
from pmlapp.authoring.sources.diagnostics import Diagnostics
from pmlapp.authoring.sources.records import Form, Key, Keys, Record
from pmlapp.authoring.sources.references import References
from pmlapp.authoring.sources.shared_blocks import BodyLines
from pmlapp.content.markdown.markdown import ExaminedBody
from pmlapp.content.model import Article, ArticleId

RELATED: Final = range(3, 7)
NO_RELATED: Final = (
    f"the front matter lacks the key “related”; it names {RELATED.start} to {RELATED.stop - 1} pages worth reading next"
)
RELATED_KEYS: Final[Keys] = {"to": Key(Form.TEXT), "why": Key(Form.TEXT)}


class Draft(NamedTuple):
    """An article's file as far as it could be read."""

    path: Path
    article: Article
    """Its body is the text below the front matter, without empty lines around it."""
    notes: Diagnostics
    front: Record
    lines: BodyLines
    """Where in the file the lines of the body are."""
    examined: ExaminedBody
    """Lines count from the body's first."""
    references: References
    claims: frozenset[str]
    """Keys of the claims that it places."""
    blocks: frozenset[str]
    """Names of the shared blocks that it places."""
    unfinished: tuple[tuple[ArticleId, str], ...]
    """The page, with ``path:line: what is left to write`` for each place."""


class PlacedNames(NamedTuple):
    """What one page places or shows, by which the library knows what nobody does."""

    claims: frozenset[str]
    blocks: frozenset[str]
    media: frozenset[str]
    """The pictures that its text names."""


_PICTURE: Final = re.compile(r"\(media:([^()\s]+)\)")


def placed_names(draft: Draft) -> PlacedNames:
    """What a page places or shows."""
    # A text beyond the limits is not read, yet may show a picture.
    shown = {*draft.references.media, *_PICTURE.findall(draft.article.body)}
    return PlacedNames(draft.claims, draft.blocks, frozenset(shown))


def left_to_write(article: ArticleId, front: Record, text: str, path: str) -> Iterator[tuple[ArticleId, str]]:
    """What is missing on a page before it can be given out, each with ``path:line: what is left to write``."""
    if front.values and "related" not in front.values:
        yield article, f"{path}:{front.line}: {NO_RELATED}"
    if FILL_IN in text:
        for number, line in enumerate(text.split("\n"), start=1):
            if FILL_IN in line:
                yield article, f"{path}:{number}: {FILL_IN}"
