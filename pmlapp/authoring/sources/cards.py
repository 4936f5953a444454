"""What a library holds beside its pages: ``action_cards.toml``, and the searches in library.toml that try it."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from pmlapp.authoring.sources.diagnostics import Diagnostics
from pmlapp.authoring.sources.records import Form, Key, Keys, Record
from pmlapp.authoring.sources.source_folder import NAME
from pmlapp.authoring.sources.step_width import letters_too_many
from pmlapp.content.cards import ActionCard, SelfCheck
from pmlapp.content.model import ArticleId, Source

CARD_KEYS: Final[Keys] = {
    "id": Key(Form.TEXT),
    "situation": Key(Form.TEXT),
    "steps": Key(Form.TEXTS),
    "sources": Key(Form.TEXTS),
    "page": Key(Form.TEXT, needed=False),
}
SELF_CHECK_KEYS: Final[Keys] = {"query": Key(Form.TEXT), "page": Key(Form.TEXT)}

MAX_STEPS: Final = 5
_MARKS: Final = re.compile(r"[\[\]{}*_`<>|\"]")


def action_cards(
    records: Sequence[Record], notes: Diagnostics, sources: Mapping[str, Source] | None, pages: Collection[str]
) -> tuple[ActionCard, ...]:
    """The cards of ``action_cards.toml`` in their order, with everything noted that is wrong in them.

    Args:
        records: its tables ``[[card]]``.
        sources: by key; None if they could not be read.
        pages: by id.
    """
    cards: dict[str, ActionCard] = {}
    for record in records:
        card = record.text("id")
        if card in cards:
            notes.add(record.line_of("id"), f"the card “{card}” is listed twice")
        elif card and not NAME.fullmatch(card):
            notes.add(record.line_of("id"), f"the id “{card}” may hold a-z, 0-9 and single hyphens only")
        _check_steps(record, notes)
        keys = record.texts("sources")
        if "sources" in record.values and not keys:
            notes.add(record.line_of("sources"), f"the card “{card}” names no source; whose steps are these?")
        for key in keys:
            if sources is not None and key not in sources:
                notes.add(record.line_of("sources"), f"sources.toml has no source “{key}”")
        cards[card] = ActionCard(
            id=card,
            situation=record.text("situation"),
            steps=record.texts("steps"),
            sources=tuple(sources[key] for key in keys if key in sources) if sources else (),
            page=_known_page(record, notes, pages),
        )
    return tuple(cards.values())


def self_checks(library: Record, notes: Diagnostics, pages: Collection[str]) -> tuple[SelfCheck, ...]:
    """The searches ``[[self_check]]`` of ``library.toml``, each with the page that it must find."""
    records = [
        Record.check(item, SELF_CHECK_KEYS, notes, of="a [[self_check]]") for item in library.items("self_check")
    ]
    return tuple(SelfCheck(record.text("query"), ArticleId(_known_page(record, notes, pages))) for record in records)


def _check_steps(record: Record, notes: Diagnostics) -> None:
    steps = record.texts("steps")
    if "steps" in record.values and not 1 <= len(steps) <= MAX_STEPS:
        notes.add(record.line_of("steps"), f"there are {len(steps)} steps; a card has 1 to {MAX_STEPS}")
    line = record.line_of("steps")
    for step in steps:
        if too_many := letters_too_many(step):
            notes.add(
                line, f"“{step[:40]}” is {too_many} letters too long; a step fits one line of a card, about 38 letters"
            )
        if _MARKS.search(step):
            notes.add(line, f"“{step[:40]}”: a step is plain, without links, stars or citations")


def _known_page(record: Record, notes: Diagnostics, pages: Collection[str]) -> str:
    page = record.text("page")
    if page and page not in pages:
        notes.add(record.line_of("page"), f"there is no article “{page}”")
        return ""
    return page
