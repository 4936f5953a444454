"""Rules T about headings and the sections below them."""

from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.lint.text_units import RUNNING_TEXT, Role
from pmlapp.content.markdown.markdown_limits import TextFault
from pmlapp.content.page import BlockId, Heading, plain

_MOST_WORDS: Final = 300
"""In one section: about what is on one screen and a half."""


def headings(manuscript: Manuscript) -> Iterator[Problem]:
    """T06: a level is skipped, or two headings say the same."""
    above = 1
    said: dict[str, int] = {manuscript.title.casefold(): manuscript.front.line_of("title")} if manuscript.title else {}
    for block, line, _ in manuscript.blocks:
        if not isinstance(block, Heading):
            continue
        words = plain(block.spans).strip()
        if block.level > above + 1:
            yield Problem(
                line, f"this heading has {'#' * block.level}; below the last one it must have {'#' * (above + 1)}"
            )
        above = block.level
        if words.casefold() in said:
            yield Problem(
                line, f"“{words[:60]}” is the heading of line {said[words.casefold()]} too; word it differently"
            )
        said.setdefault(words.casefold(), line)


def chunks(manuscript: Manuscript) -> Iterator[Problem]:
    """T07: a section is too long to take in, or has no text at all."""
    counts: dict[BlockId | None, int] = {}
    lines: dict[BlockId | None, int] = {None: manuscript.body_line}
    for unit in manuscript.text_units:
        if unit.role is Role.HEADING:
            lines[unit.block] = unit.line
        elif unit.role in RUNNING_TEXT and unit.block is not None:
            counts[unit.section] = counts.get(unit.section, 0) + len(words_of(unit.text))
    for section, count in counts.items():
        if count > _MOST_WORDS:
            message = f"{count} words without a heading; put one in at least every {_MOST_WORDS} words"
            yield Problem(lines.get(section, manuscript.body_line), message)
    blocks = manuscript.blocks
    for placed, following in zip(blocks, (*blocks[1:], None), strict=False):
        if isinstance(placed.block, Heading) and (
            following is None or (isinstance(following.block, Heading) and following.block.level <= placed.block.level)
        ):
            words = plain(placed.block.spans)
            yield Problem(placed.line, f"the heading “{words[:60]}” has no text; write it, or delete the heading")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="T06",
        title="headings",
        severity=Severity.ERROR,
        why="People who cannot see the page walk it by its headings; a skipped level is a missing stair.",
        mend="Go down one level at a time, from ## to ####, and word each heading once.",
        source="NHS digital service manual; WCAG 2.2, 1.3.1",
        check=headings,
        refusals=(TextFault.HEADING,),
    ),
    Rule(
        code="T07",
        title="sections",
        severity=Severity.WARNING,
        why="A tired reader needs a place to rest and to find again at least once a screen.",
        mend="Divide the text by headings that say what follows.",
        source="PEMAT-P, item 7",
        check=chunks,
    ),
)
