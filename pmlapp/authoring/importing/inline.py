"""The words inside a paragraph: runs of text with their marks, made into spans."""

import re
from collections.abc import Iterator
from itertools import groupby
from typing import Final, NamedTuple

from pmlapp.content.page import Emphasis, LineBreak, Link, Span, Strong, Text

_BLANKS: Final = re.compile(r"[ \t\r\n\f]+")


class Run(NamedTuple):
    """Some text with the same marks; a line break is a run of its own, with ``\\n`` as its text."""

    text: str
    strong: bool = False
    stress: bool = False
    link: str = ""

    @property
    def is_break(self) -> bool:
        """Whether a new line begins here."""
        return self.text == "\n"


def as_spans(runs: list[Run], *, plain: bool = False) -> tuple[Span, ...]:
    """Spans of runs, blanks put together, none at the ends; ``plain`` leaves bold and stress away."""
    tidy = _tidied(
        [
            run._replace(strong=run.strong and not plain, stress=run.stress and not run.strong and not plain)
            for run in runs
        ]
    )
    spans: list[Span] = []
    for link, linked in groupby(tidy, key=lambda run: run.link):
        inner = tuple(_marked(list(linked)))
        spans.extend((Link(link, inner),) if link else inner)
    return tuple(spans)


def _marked(runs: list[Run]) -> Iterator[Span]:
    for strong, same in groupby(runs, key=lambda run: run.strong and not run.is_break):
        if strong:
            yield Strong(tuple(Text(run.text) for run in same))
            continue
        for run in same:
            if run.is_break:
                yield LineBreak()
            else:
                yield Emphasis((Text(run.text),)) if run.stress else Text(run.text)


def _tidied(runs: list[Run]) -> list[Run]:
    """Runs with single blanks, which are outside of marks, and neighbours of the same marks as one."""
    pieces: list[Run] = []
    for run in runs:
        if run.is_break:
            pieces.append(Run("\n"))
            continue
        text = _BLANKS.sub(" ", run.text)
        marked = run.strong or run.stress or run.link
        if not text.strip():
            pieces.append(Run(text))
        elif marked:
            lead, tail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
            pieces += [Run(lead), run._replace(text=text.strip(" ")), Run(tail)]
        else:
            pieces.append(run._replace(text=text))
    joined: list[Run] = []
    for run in pieces:
        if not run.text:
            continue
        before = joined[-1] if joined else None
        # A blank between two bold words belongs to them.
        if (
            before is not None
            and before.text == " "
            and len(joined) > 1
            and not run.is_break
            and joined[-2][1:] == run[1:]
            and (run.strong or run.stress or run.link)
        ):
            joined[-2:] = [run._replace(text=f"{joined[-2].text} {run.text}")]
        elif before is not None and before[1:] == run[1:] and not before.is_break and not run.is_break:
            joined[-1] = run._replace(text=_BLANKS.sub(" ", before.text + run.text))
        elif before is not None and before.text.endswith(" ") and run.text.startswith(" ") and not before.is_break:
            joined.append(run._replace(text=run.text.lstrip(" ")))
        else:
            joined.append(run)
    return _trimmed([run for run in joined if run.text])


def _trimmed(runs: list[Run]) -> list[Run]:
    """Without blanks and breaks at the ends, and without blanks beside a break."""
    found = list(runs)
    for place, run in enumerate(found):
        if run.is_break:
            continue
        text = run.text
        if place == 0 or found[place - 1].is_break:
            text = text.lstrip(" ")
        if place == len(found) - 1 or found[place + 1].is_break:
            text = text.rstrip(" ")
        found[place] = run._replace(text=text)
    found = [run for run in found if run.text]
    while found and found[0].is_break:
        del found[0]
    while found and found[-1].is_break:
        del found[-1]
    # Two breaks in a row say no more than one.
    return [run for place, run in enumerate(found) if not (run.is_break and place and found[place - 1].is_break)]
