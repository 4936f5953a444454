"""Rules T: how the text is put together."""

import re
from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint import Problem, Rule, Severity
from pmlapp.authoring.manuscript import Manuscript, PlacedBlock
from pmlapp.content.page import Callout, Figure, Fold, ItemList, Paragraph, Table, plain

_PROMISE: Final = re.compile(r"(?::|\b(?:including|include|includes|such as|the following))$", re.IGNORECASE)


def dangling_lead_in(manuscript: Manuscript) -> Iterator[Problem]:
    """T01: a paragraph promises a list that does not follow."""
    blocks = manuscript.blocks
    for index, placed in enumerate(blocks):
        if not isinstance(placed.block, Paragraph):
            continue
        text = plain(placed.block.spans).strip()
        if not _PROMISE.search(text):
            continue
        following = _next_beside(blocks, index)
        if following is None or not isinstance(following.block, ItemList | Table | Figure | Callout | Fold):
            ending = text[-40:].strip()
            yield Problem(
                placed.line, f"“… {ending}” promises a list, but none follows; put it back or end the sentence"
            )


def _next_beside(blocks: tuple[PlacedBlock, ...], index: int) -> PlacedBlock | None:
    inside = blocks[index].inside
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following if following is not None and following.inside == inside else None


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="T01",
        title="a lead-in and its list",
        severity=Severity.ERROR,
        why="A list that was lost takes the risk groups or the symptoms with it, and nobody sees that they are gone.",
        mend="Put the list back, or end the sentence.",
        source="PEMAT-P; lists lost on pages of others",
        check=dangling_lead_in,
    ),
)
