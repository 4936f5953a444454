"""What a reader may take home from a page, and why a story may be told, from the front matter."""

import re
from collections.abc import Callable, Iterator
from typing import Final

from pmlapp.authoring.sources.diagnostics import Diagnostics
from pmlapp.authoring.sources.records import Form, Key, Keys, Record
from pmlapp.content.model import Consent, ConsentKind, KeyPoint, QuestionToAsk, SourceKey, TeachBack

KEY_POINTS: Final = range(3, 6)
MAX_POINT: Final = 160
"""Characters: five of them fit a code that a telephone can read off a screen."""

MAX_ANSWER: Final = 300

TAKE_HOME_KEYS: Final[Keys] = {
    "key_points": Key(Form.TEXTS, needed=False),
    "questions_to_ask": Key(Form.TEXTS, needed=False),
    "teach_back": Key(Form.RECORDS, needed=False),
    "consent": Key(Form.TABLE, needed=False),
}
TEACH_BACK_KEYS: Final[Keys] = {key: Key(Form.TEXT) for key in ("question", "answer", "heading")}
CONSENT_KEYS: Final[Keys] = {
    "kind": Key(Form.TEXT),
    "given_on": Key(Form.DATE, needed=False),
    "held_by": Key(Form.TEXT, needed=False),
    "source": Key(Form.TEXT, needed=False),
}

_CITATIONS: Final = re.compile(r"\s*((?:\[\^[A-Za-z0-9_-]+\])+)\s*$")
_KEY: Final = re.compile(r"\[\^([A-Za-z0-9_-]+)\]")
_MARKS: Final = re.compile(r"\]\(|\[\^|\*\*|<[A-Za-z/!]|`")

Placed = Callable[[str, int], str]
"""Puts the claims of a text on a line in place."""


def key_points(front: Record, notes: Diagnostics, placed: Placed) -> tuple[KeyPoint, ...]:
    """The sentences that stand alone: 3 to 5, each with its sources, or none."""
    points = tuple(KeyPoint(*each) for each in _points(front, "key_points", notes, placed))
    if "key_points" in front.values and len(points) not in KEY_POINTS:
        at_fault = f"there are {len(points)} key points; a page has {KEY_POINTS.start} to {KEY_POINTS.stop - 1} or none"
        notes.add(front.line_of("key_points"), at_fault)
    return points


def questions_to_ask(front: Record, notes: Diagnostics, placed: Placed) -> tuple[QuestionToAsk, ...]:
    """What a reader may ask, each with the sources that make it worth asking."""
    return tuple(QuestionToAsk(*each) for each in _points(front, "questions_to_ask", notes, placed))


def teach_back(front: Record, notes: Diagnostics, placed: Placed) -> tuple[TeachBack, ...]:
    """Questions by which a page finds out whether it explained something well."""
    found = []
    for item in front.items("teach_back"):
        record = Record.check(item, TEACH_BACK_KEYS, notes, of="a question of teach_back")
        question, answer = (
            _plain(placed(record.text(key), record.line_of(key)), key, record.line_of(key), most, notes)
            for key, most in (("question", MAX_POINT), ("answer", MAX_ANSWER))
        )
        found.append(TeachBack(question, answer, record.text("heading").removeprefix("#")))
    return tuple(found)


def consent(front: Record, notes: Diagnostics, *, is_story: bool) -> Consent | None:
    """Why a story may be told; None for every other page."""
    if "consent" not in front.values:
        if is_story:
            notes.add(front.line_of("kind"), "a story needs “consent”: who gave it and when, or where it was published")
        return None
    if not is_story:
        notes.add(front.line_of("consent"), "only a story has “consent”")
    record = Record.check(front.values["consent"], CONSENT_KEYS, notes, of="the consent")
    kind = record.choice("kind", ConsentKind, notes)
    wanted = ("source",) if kind is ConsentKind.PUBLISHED else ("given_on", "held_by")
    for key in ("given_on", "held_by", "source"):
        if kind and (key in wanted) != (key in record.values):
            has = "lacks" if key in wanted else "has no use for"
            notes.add(record.line_of(key), f"the consent of a story that is {kind} {has} “{key}”")
    return Consent(
        kind=kind or ConsentKind.WRITTEN,
        given_on=record.day("given_on"),
        held_by=record.text("held_by"),
        source=record.text("source"),
    )


def _points(front: Record, key: str, notes: Diagnostics, placed: Placed) -> Iterator[tuple[str, tuple[SourceKey, ...]]]:
    for item in front.items(key):
        text = placed(" ".join((item.text or "").split()), item.line)
        cited = _CITATIONS.search(text)
        plain = _plain(_CITATIONS.sub("", text), key, item.line, MAX_POINT, notes)
        if cited is None:
            notes.add(item.line, f"“{plain[:40]}” under “{key}” has no source; end it with a citation such as [^S57]")
        yield plain, tuple(SourceKey(each) for each in _KEY.findall(cited[1])) if cited else ()


def _plain(text: str, key: str, line: int, most: int, notes: Diagnostics) -> str:
    if len(text) > most:
        notes.add(line, f"a text under “{key}” has {len(text)} characters; at most {most} fit")
    if _MARKS.search(text):
        notes.add(line, f"a text under “{key}” is plain: no links, stars or HTML, and citations at its end only")
    return text
