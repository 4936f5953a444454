"""Facts used on several pages: written once with their sources, placed in the pages by name.

``{claim:new-cases}`` in an article's text becomes the claim's words and
citations before anything else reads the text; ``{Claim:new-cases}`` begins
with a capital; ``{words:new-cases}`` and ``{Words:new-cases}`` are the words
alone, for the short answer and emergency boxes, where there is no citation.
"""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from pmlapp.authoring.sources.nearest import nearest
from pmlapp.authoring.sources.records import Form, Key, Keys, Value


class Mark(StrEnum):
    """How sure a fact is."""

    ESTABLISHED = "E"
    """Several good sources agree."""
    LIKELY = "L"
    """One good study, or some small ones."""
    DISPUTED = "D"
    """Weak, disputed or changing."""


class Claim(NamedTuple):
    """One fact, the words in which every page tells it, and what they rest on."""

    key: str
    words: str
    """The phrase placed in a page: plain words without citations, on one line."""
    values: tuple[str, ...]
    """Its numbers as the evidence gives them, such as ``61%`` or ``4.14 per 1,000``; none for a fact without."""
    sources: tuple[str, ...]
    """Keys of sources, in the order cited."""
    who: str
    """Who was studied, and where."""
    year: str
    """Of the study or the data."""
    mark: Mark
    evidence: str
    """What is recorded under the source keys, in short, with the numbers as they are there."""
    about: tuple[str, ...]
    """Phrases by which a sentence about the same thing is known: all words of one of them are in it."""
    line: int
    """Where it is in claims.toml."""


CLAIM_KEYS: Final[Keys] = {
    "words": Key(Form.TEXT),
    "values": Key(Form.TEXTS, needed=False),
    "sources": Key(Form.TEXTS),
    "who": Key(Form.TEXT),
    "year": Key(Form.TEXT),
    "mark": Key(Form.TEXT),
    "evidence": Key(Form.TEXT),
    "about": Key(Form.TEXTS),
}

_PLACE: Final = re.compile(
    r"\{(?P<mark>[A-Za-z]+):(?P<key>[^{}\n]*)\}(?P<after>[.,;:!?]?)(?P<cited>(?:\[\^[A-Za-z0-9_-]+\])*)"
)
_MARKS: Final = frozenset({"claim", "Claim", "words", "Words"})
_CITATION: Final = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")


def place_in(value: Value) -> str:
    """``a claim`` or ``a shared block`` if a value holds a place for one that nothing would fill; else empty."""
    if value.text is not None:
        marks = {match["mark"] for match in _PLACE.finditer(value.text)}
        return "a claim" if marks & _MARKS else "a shared block" if "block" in marks else ""
    inner = (*(value.items or ()), *(value.table or {}).values())
    return next((kind for each in inner if (kind := place_in(each))), "")


class Placed(NamedTuple):
    """A text with its claims in place."""

    text: str
    used: frozenset[str]
    """Keys of claims."""
    mistakes: tuple[tuple[int, str], ...]
    """Line (from 1) and what is wrong with a place that no claim could fill."""


def place_claims(text: str, claims: Mapping[str, Claim] | None, *, citable: bool = True) -> Placed:
    """``text`` with each ``{claim:key}`` replaced; it keeps its number of lines.

    Args:
        text: Markdown, or plain text if not ``citable``.
        claims: by key; None if they could not be read, so that no page is blamed for it.
        citable: whether citations may be in this text.
    """
    used: set[str] = set()
    mistakes: list[tuple[int, str]] = []

    def fill(match: re.Match[str]) -> str:
        problem = ""
        claim = (claims or {}).get(match["key"])
        if match["mark"] == "block":
            problem = f"{{block:{match['key']}}} belongs on a line of its own in the text of an article"
        elif match["mark"] not in _MARKS:
            problem = f"{{{match['mark']}:…}} is not known; a fact is placed with {{claim:key}} or {{words:key}}"
        elif claim is None and claims is not None:
            problem = f"claims.toml has no claim “{match['key']}”{nearest(match['key'], claims)}"
        elif match["mark"] in {"claim", "Claim"} and not citable:
            problem = f"this text cannot hold citations; write {{words:{match['key']}}}"
        if problem:
            mistakes.append((text.count("\n", 0, match.start()) + 1, problem))
        if problem or claim is None:
            return match[0]
        used.add(claim.key)
        words = claim.words[:1].upper() + claim.words[1:] if match["mark"][0].isupper() else claim.words
        there = _CITATION.findall(match["cited"])
        placed = [key for key in claim.sources if key not in there] if match["mark"].lower() == "claim" else []
        # The claim's own citations follow the full stop or comma, as everywhere else on a page.
        return words + match["after"] + "".join(f"[^{key}]" for key in placed) + match["cited"]

    return Placed(_PLACE.sub(fill, text), frozenset(used), tuple(mistakes))
