"""Rule T11: what a person still has to write."""

from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.sources.article_text import FILL_IN


def left_to_fill_in(manuscript: Manuscript) -> Iterator[Problem]:
    """T11: a line says FILL IN, as new and imported pages do where something is missing."""
    for number, line in enumerate(manuscript.lines, start=1):
        if FILL_IN in line:
            _, _, wanted = line.partition(FILL_IN)
            wanted = wanted.partition("](")[0].strip(" :\"'")
            yield Problem(number, f"“{FILL_IN}: {wanted}” is left to write" if wanted else f"{FILL_IN} is left")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="T11",
        title="left to fill in",
        severity=Severity.ERROR,
        why="A reader must never meet a gap that somebody meant to fill.",
        mend="Write what the line asks for, or take it out.",
        source="our own rule",
        check=left_to_fill_in,
    ),
)
