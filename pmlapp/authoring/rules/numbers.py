"""Rules N: numbers that people can take in."""

import re
from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.quantities import SHARE, quantities
from pmlapp.authoring.lint.text_units import RUNNING_TEXT, Role
from pmlapp.authoring.lint.word_lists import languages_with_lists
from pmlapp.content.page import BlockId, Table, plain

_PERCENT: Final = re.compile(r"\d(?:[.,]\d+)? ?(?:%|per ?cent\b|por ciento\b)")
_WHOLE: Final = r"(?:1,?0{1,3}(?:,?0{3})*|[a-z]+(?: hundred| thousand)?|\d[\d,]*)"
_PER_PEOPLE: Final = re.compile(r"\b(?:in|of|per|de cada|por cada) (?:every )?[\d,]+", re.IGNORECASE)
_HYPHENED: Final = re.compile(
    r"(?<![\w.,:/+()-])(\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?)-(\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d+)?)(?![\w/:-]|[.,]\d)"
)
_IN_PEOPLE: Final = re.compile(
    rf"(?:\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|half|none|uno|una|most|few))"
    rf"[^.;%]{{0,25}}?\b(?:in|of|out of|per|from|among|de cada|por cada) (?:every )?{_WHOLE}"
    r"|\bof (?:the |these |those )?\d[^.;%]{0,80}\b\d",
    re.IGNORECASE,
)


def percent_only(manuscript: Manuscript) -> Iterator[Problem]:
    """N01: a share is given in percent only, not as people out of people."""
    beside = _counted_nearby(manuscript)
    for unit in manuscript.text_units:
        if unit.role not in RUNNING_TEXT or not (match := _PERCENT.search(unit.text)):
            continue
        if not _IN_PEOPLE.search(_PERCENT.sub("%", unit.text)) and unit.block not in beside:
            share = unit.text[max(0, match.start() - 20) : match.end()]
            yield Problem(unit.line, f"“{share}” is a percentage only; say it as people too: “about 6 in 10”")
    for block, line, _ in manuscript.blocks:
        if isinstance(block, Table):
            cells = [[plain(cell) for cell in row] for row in (block.header, *block.rows)]
            told = " ".join(cell for row in cells for cell in row)
            head = [*cells[0], plain(block.caption), plain(block.note)]
            if any(_PERCENT.search(cell) for row in cells for cell in row) and not _counts_people(head, told):
                yield Problem(line, "the table has percentages only; add a column that says “in 100 people”")


def _counts_people(header: list[str], told: str) -> bool:
    in_head = any(_PER_PEOPLE.search(cell) for cell in header)
    return in_head or _IN_PEOPLE.search(_PERCENT.sub("%", told)) is not None


def _counted_nearby(manuscript: Manuscript) -> set[BlockId | None]:
    """Blocks whose neighbours just before or after say the number as people: one thought may take two paragraphs."""
    told = [unit for unit in manuscript.text_units if unit.role in RUNNING_TEXT]
    counted = [bool(_IN_PEOPLE.search(_PERCENT.sub("%", unit.text))) for unit in told]
    return {
        unit.block
        for index, unit in enumerate(told)
        if any(counted[max(0, index - 1) : index + 2]) and unit.role is Role.POINT
    }


def ranges(manuscript: Manuscript) -> Iterator[Problem]:
    """N04: a range of numbers is written with a hyphen."""
    for unit in manuscript.text_units:
        if unit.role in RUNNING_TEXT:
            for match in _HYPHENED.finditer(unit.text):
                if _number(match[1]) < _number(match[2]):
                    yield Problem(
                        unit.line, f"“{match[0]}” may be read as a minus or a code; write “{match[1]} to {match[2]}”"
                    )


def _number(text: str) -> float:
    return float(text.replace(",", ""))


def sums(manuscript: Manuscript) -> Iterator[Problem]:
    """N03: the reader is asked to do a sum."""
    words = manuscript.library.words.of("sums")
    for text, line, unit in manuscript.sentences:
        if unit.role in RUNNING_TEXT:
            for word, _ in words.found_in(text):
                yield Problem(line, f"“{word}” asks the reader to do a sum; do it, and give what comes of it")


def outcome_without_time(manuscript: Manuscript) -> Iterator[Problem]:
    """N05: a share of people who lived, died or got better does not say by when."""
    said: set[int] = set()
    for stretch in manuscript.stretches:
        words = manuscript.words.first("outcomes", stretch.text)
        if not words or stretch.line in said or manuscript.words.first("followed", f"{stretch.head} {stretch.text}"):
            continue
        share = next((each for each in quantities(stretch.text) if each.unit == SHARE), None)
        if share:
            said.add(stretch.line)
            yield Problem(
                manuscript.line_of(share.text, stretch),
                f"“{words}” with “{share.text}” says no time; add “at 1 year” or “by the time of the report”",
            )


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="N01",
        title="percentages",
        severity=Severity.WARNING,
        why="Many people cannot picture 14.3 %; everyone can picture 1 person in 7.",
        mend="Say the share as people, “about 1 in 7”, beside the percentage or instead of it.",
        source="NHS digital service manual, numbers; CDC Clear Communication Index",
        check=percent_only,
        languages=("en", "es"),
    ),
    Rule(
        code="N03",
        title="sums",
        severity=Severity.WARNING,
        why="A sum that the reader must do is a sum that goes wrong.",
        mend="Do the sum and give its result.",
        source="PEMAT-P, item 6",
        check=sums,
        languages=languages_with_lists("sums"),
    ),
    Rule(
        code="N04",
        title="ranges",
        severity=Severity.ADVICE,
        why="A hyphen between numbers is read out as minus, or not at all.",
        mend="Write the word, “10 to 20”.",
        source="NHS digital service manual, numbers",
        check=ranges,
        languages=("en",),
    ),
    Rule(
        code="N05",
        title="outcomes and their time",
        severity=Severity.WARNING,
        why="“20 % had died” means one thing after a month and another after ten years.",
        mend="Say how long people were watched, or “by the time of the report”.",
        source="CDC Clear Communication Index, numbers",
        check=outcome_without_time,
        languages=languages_with_lists("outcomes", "followed"),
    ),
)
