"""A Markdown file cut into the front matter above it and the text below."""

import re
from typing import Final, NamedTuple

from pmlapp.authoring.sources.diagnostics import Diagnostics
from pmlapp.authoring.sources.records import Keys, Record, yaml_record

_FRONT_MATTER: Final = re.compile(r"---[ ]*\n(.*?\n)??---[ ]*(?:\n|$)", re.DOTALL)


class Divided(NamedTuple):
    """What is in a file."""

    front: Record | None
    """Without values if it cannot be read; None if the file has none."""
    body: str
    """The text below, without empty lines around it and blanks at its end."""
    line: int
    """The line of the file, from 1, on which the text begins."""


def no_front_matter(text: str) -> str:
    """What is said of an article that does not begin with front matter, by what it begins with."""
    needed = "the file must begin with front matter: a line ---, keys and values, and a line --- again"
    return f"{needed}; Hugo's +++ is not read, write key: value" if text.startswith("+++") else needed


def divided(text: str, keys: Keys, notes: Diagnostics) -> Divided:
    """The front matter of a file, checked against ``keys``, and the text below it."""
    match = _FRONT_MATTER.match(text)
    front = None
    end = 0
    if match is not None:
        value = yaml_record(match[1] or "", notes, first_line=2)
        front = Record(2) if value is None else Record.check(value, keys, notes, of="the front matter")
        end = match.end()
    written = text[end:]
    body = written.strip("\n")
    line = text.count("\n", 0, end + written.find(body)) + 1
    return Divided(front, body.rstrip(), line)
