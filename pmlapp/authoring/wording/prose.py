"""Which characters of an article's file are running text that may be worded differently."""

import re
from typing import Final

KEPT: Final = "\ufffc"
"""Stands for one character that is part of a sentence but is kept as it is: a link, a citation, a quotation."""
APART: Final = "\x00"
"""Stands for one character that belongs to no sentence: front matter, headings, tables, code."""

_FRONT: Final = re.compile(r"\A---\n.*?\n---(?:\n|\Z)", re.DOTALL)
_SHORT_ANSWER: Final = re.compile(r"^short_answer: *[>|]-?\n((?:[ \t]+\S.*\n|\n)+)", re.MULTILINE)
_FENCE: Final = re.compile(r"^ *(`{3,}|~{3,}).*?(?:^ *\1`*~* *$|\Z)", re.MULTILINE | re.DOTALL)
_LINES_APART: Final = re.compile(r"^(?: *(?:#{1,6} |\||!!! ?|\?\?\?\+? ?|\[\^?[^\]\n]+\]: ?|!\[).*)$", re.MULTILINE)
_BULLET: Final = re.compile(r"^ *(?:[-*+]|\d{1,3}\.) +", re.MULTILINE)
_PIECES_KEPT: Final = re.compile(
    # Nothing that is opened twice is looked through twice: a row of 50,000 brackets must not take minutes.
    r"!?\[[^\[\]\n]*+\](?:\([^()\n]*+\)|\[[^\[\]\n]*+\])?(?:\{[^{}\n]*+\})?"  # links, pictures, citations
    r"|\{[^{}\n]*+\}|`[^`\n]*+`|<[^<>\n]*+>|https?://\S+"
    r"|“[^”]{1,300}”|\"[^\"\n]{1,300}\""  # what somebody said or wrote
)
_NAME_BEFORE_ITS_LETTERS: Final = re.compile(r"(?<![\w'’-])((?:[\w'’-]++[ \n]){1,7})\(([A-Z]{2,7})s?\)")


def prose(text: str) -> str:
    """The text with as many characters, of which those that are not to be touched are `KEPT` or `APART`.

    The short answer is running text too.  A name with its letters behind it, as in
    ``chronic obstructive pulmonary disease (COPD)``, is kept.
    """
    front = _FRONT.match(text)
    body = front.end() if front else 0
    shown = [APART] * body + list(text[body:])
    if front and (answer := _SHORT_ANSWER.search(text, 0, body)):
        shown[answer.start(1) : answer.end(1)] = text[answer.start(1) : answer.end(1)]
    for pattern, mark in ((_FENCE, APART), (_LINES_APART, APART), (_BULLET, APART), (_PIECES_KEPT, KEPT)):
        for match in pattern.finditer(text, body):
            shown[match.start() : match.end()] = mark * (match.end() - match.start())
    for match in _NAME_BEFORE_ITS_LETTERS.finditer(text, body):
        start = _start_of_name(match)
        shown[start : match.end()] = KEPT * (match.end() - start)
    return "".join(shown)


def _start_of_name(match: re.Match[str]) -> int:
    """Where the words begin whose first letters are in the brackets; small words between them are not counted."""
    words = list(re.finditer(r"[\w'’]+", match[1]))
    wanted = len(match[2])
    begin = match.end(1)
    for word in reversed(words):
        if wanted == 0:
            break
        begin = match.start(1) + word.start()
        if word[0].lower() not in {"of", "the", "and", "for", "in"}:
            wanted -= 1
    return begin
