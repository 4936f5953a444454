"""What is different between two signed texts, in words that a reviewer can read."""

import json
import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final, NamedTuple


class Fate(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


class Piece(NamedTuple):
    """A run of words of the old or the new text."""

    text: str
    fate: Fate


class Change(NamedTuple):
    """One place that is different: a paragraph, a point, a source."""

    place: str
    """The heading above it as it is now, or the part of the page it belongs to; empty for the start of the text."""
    pieces: tuple[Piece, ...]


_PARTS: Final = {
    "title": "Title",
    "short_answer": "Short answer",
    "sources": "Sources",
    "words": "Explained words",
    "pictures": "Pictures",
    "related": "Related questions",
    "provenance": "Where the words come from",
    "licence": "Licence",
    "language": "Language",
}
_WORDS: Final = re.compile(r"\S+\s*|\s+")
_HEADING: Final = re.compile(r"#{2,4}\s+([^{]*)")


def changes(before: str, now: str) -> tuple[Change, ...]:
    """Every place in which two canonical texts differ, in the order of the page.

    Args:
        before: a text of `authoring.signed_texts`.
        now: another, of the same article.
    """
    old_front, old_body = _halves(before)
    new_front, new_body = _halves(now)
    found: list[Change] = []
    for key, place in _PARTS.items():
        old, new = _readable(key, old_front.get(key)), _readable(key, new_front.get(key))
        found.extend(Change(place, pieces) for _, pieces in _differences(old, new))
    headings = _headings(new_body)
    found.extend(Change(headings[at], pieces) for at, pieces in _differences(old_body, new_body))
    return tuple(found)


def _halves(text: str) -> tuple[dict[str, Any], list[str]]:
    front, _, body = text.partition("\n---\n")
    values = (line.partition(": ") for line in front.splitlines())
    return {key: json.loads(value) for key, _, value in values}, [line for line in body.splitlines() if line.strip()]


def _readable(key: str, value: Any) -> list[str]:
    """A value of the front as lines, one for each source, word, picture or page."""
    match key, value:
        case _, None:
            return []
        case "pictures", dict():
            return [f"{name} (drawing {digest[:12]})" for name, digest in value.items()]
        case "words", dict():
            return [f"{word}: {meaning}" for word, meaning in value.values()]
        case _, list():
            return [", ".join(map(str, entry)) for entry in value]
        case _:
            return [str(value)]


def _headings(lines: Sequence[str]) -> list[str]:
    """For each line, and for the place behind the last, the heading above it."""
    found = [""]
    for line in lines:
        heading = _HEADING.match(line)
        found.append(heading[1].strip() if heading else found[-1])
    # A heading is above itself.
    return [*found[1:], found[-1]]


def _differences(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, tuple[Piece, ...]]]:
    """For each run of lines that differ, where it is in ``new``, and its words."""
    for same, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        if same != "equal":
            pieces = _by_words("\n".join(old[start:end]), "\n".join(new[new_start:new_end]))
            yield new_start, tuple(pieces)


def _by_words(old: str, new: str) -> Iterator[Piece]:
    before, now = _WORDS.findall(old), _WORDS.findall(new)
    for same, start, end, new_start, new_end in SequenceMatcher(None, before, now).get_opcodes():
        if same == "equal":
            yield Piece("".join(now[new_start:new_end]), Fate.KEPT)
            continue
        if start < end:
            yield Piece("".join(before[start:end]), Fate.GONE)
        if new_start < new_end:
            yield Piece("".join(now[new_start:new_end]), Fate.NEW)
