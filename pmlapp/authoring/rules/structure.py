"""Rules T about what is there: lead-ins, lists, repetitions, ends; `headings` has those about sections."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint.cited import PlacedBlock
from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.lint.text_units import RUNNING_TEXT, Role, TextUnit
from pmlapp.content.page import Callout, Figure, Fold, ItemList, Paragraph, Table, plain

_SHINGLE: Final = 8
"""Words in a row that two blocks hardly share by chance."""
_MOST_SHARED: Final = 0.6
_MOST_POINTS: Final = 10
_FEWEST_WORDS: Final = 3
"""A paragraph of fewer words says nothing."""

_PROMISE: Final = re.compile(r"(?::|\b(?:includ(?:ing|e|es)|such as|the following))$", re.IGNORECASE)
_ENDED: Final = re.compile(r"[.!?:;。।…][\"'”’»)\]]*$|[”»)]$")
_CUT_OFF: Final = re.compile(r"(?:\.\.\.|…|\[…\]|\[\.\.\.\])[\"'”’)]*$")
_BULLET: Final = re.compile(r" *(?:(?:[-*+]|\d{1,3}\.) +)?(?:[•●▪◦‣·∙■]|\(?(?:\d{1,2}|[a-z])\) )")
_DASH: Final = re.compile(r" *[–—] *\w")


def dangling_lead_in(manuscript: Manuscript) -> Iterator[Problem]:
    """T01: a paragraph promises a list that does not follow."""
    for index, (block, line, _) in enumerate(manuscript.blocks):
        if isinstance(block, Paragraph) and _PROMISE.search(text := plain(block.spans).strip()):
            following = _next_beside(manuscript.blocks, index)
            if following is None or not isinstance(following.block, ItemList | Table | Figure | Callout | Fold):
                yield _lost_list(line, text)
    for unit in manuscript.text_units:
        if unit.role is Role.SHORT_ANSWER and _PROMISE.search(unit.text):
            yield _lost_list(unit.line, unit.text)


def _lost_list(line: int, text: str) -> Problem:
    message = f"“…{text[-40:]}” promises a list, but none follows; put the list back or end the sentence"
    return Problem(line, message)


def _next_beside(blocks: tuple[PlacedBlock, ...], index: int) -> PlacedBlock | None:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following if following is not None and following.inside == blocks[index].inside else None


def repeated_block(manuscript: Manuscript) -> Iterator[Problem]:
    """T02: most of a block is in another block already."""
    first_with: dict[tuple[str, ...], int] = {}
    sizes: list[int] = []
    told = [unit for unit in manuscript.text_units if unit.role in RUNNING_TEXT]
    for index, unit in enumerate(told):
        words = [word.lower() for word in words_of(unit.text)]
        runs = {tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)}
        sizes.append(len(runs))
        shared = Counter(first_with[run] for run in runs if run in first_with)
        for earlier, count in shared.most_common(1):
            if count > _MOST_SHARED * min(len(runs), sizes[earlier]):
                line = told[earlier].line
                yield Problem(unit.line, f"most of this is on line {line} already; say it once, and delete one")
        for run in runs:
            first_with.setdefault(run, index)


def glued_question(manuscript: Manuscript) -> Iterator[Problem]:
    """T03: a question that belongs above its answer is inside a paragraph, or in the short answer."""
    for sentence, following in zip(manuscript.sentences, (*manuscript.sentences[1:], None), strict=False):
        text, line, unit = sentence
        if not text.endswith("?") or text.startswith(("“", '"', "‘")):
            continue
        if unit.role is Role.SHORT_ANSWER:
            yield Problem(line, f"the short answer asks “{text[-60:]}”; answer only, and end before the next question")
        elif unit.role is Role.PARAGRAPH and following is not None and following.unit is unit:
            yield Problem(
                line, f"the question “{text[-60:]}” is followed by its answer in one paragraph; make it a heading"
            )


def fake_list(manuscript: Manuscript) -> Iterator[Problem]:
    """T04: points are written with signs that make no list."""
    above = ""
    for number, line in manuscript.body_lines():
        if _BULLET.match(line) or (_DASH.match(line) and (not above.strip() or _DASH.match(above))):
            sign = line.strip()[:20]
            yield Problem(
                number, f"“{sign}” looks like a point but makes no list; begin points with - and steps with 1."
            )
        above = line


def stray_line(manuscript: Manuscript) -> Iterator[Problem]:
    """T05: a line is left over from somewhere: a bare number, one or two words, the furniture of a website."""
    furniture = manuscript.library.words.of("furniture").pattern
    for unit in manuscript.text_units:
        if unit.role is not Role.PARAGRAPH:
            continue
        text = unit.text
        words = words_of(text)
        left_over = len(words) < _FEWEST_WORDS and not _PROMISE.search(text)
        counted = re.fullmatch(r"\d+ \w+", text)
        if left_over or counted or (len(words) <= 2 * _FEWEST_WORDS and furniture.match(text)):
            yield Problem(unit.line, f"“{text[:40]}” is not part of the text; delete it, or write the sentence out")
    blank = 0
    for number, line in manuscript.body_lines():
        blank = 0 if line.strip() else blank + 1
        if blank == 2 and number < len(manuscript.lines):
            yield Problem(number, "two empty lines in a row; something may be lost here: put it back or leave one")


def list_shape(manuscript: Manuscript) -> Iterator[Problem]:
    """T08: a list has one point, too many, or points that end unlike each other."""
    for block, line, inside in manuscript.blocks:
        if not isinstance(block, ItemList):
            continue
        if len(block.items) == 1 and not any(isinstance(around, Callout) for around in inside):
            yield Problem(line, "a list of one point; make it a sentence, or add the others")
        if len(block.items) > _MOST_POINTS:
            yield Problem(
                line, f"the list has {len(block.items)} points; divide it into lists of at most {_MOST_POINTS}"
            )
        leads = [item.blocks[0] for item in block.items if item.blocks]
        texts = [plain(lead.spans) for lead in leads if isinstance(lead, Paragraph)]
        ends = [text.rstrip().endswith((".", "!", "?", "。", "।")) for text in texts]
        # The last point may end the sentence that the lead-in began.
        if len(set(ends[:-1])) > 1 or (len(ends) > 1 and ends[0] and not ends[-1]):
            yield Problem(line, "some points end with a full stop and some do not; end all alike")


def truncated(manuscript: Manuscript) -> Iterator[Problem]:
    """T09: a text ends before its sentence does."""
    for unit in manuscript.text_units:
        text = unit.text
        if _CUT_OFF.search(text) and unit.role is not Role.CELL:
            yield Problem(unit.line, f"“…{text[-40:]}” is cut off; write the {unit.role} out")
        elif _should_end(unit) and not _ENDED.search(text):
            message = f"“…{text[-40:]}” ends without a full stop; complete the sentence, or make it a heading"
            yield Problem(unit.line, message)


def _should_end(unit: TextUnit) -> bool:
    if unit.role is Role.SHORT_ANSWER:
        return True
    # Without one, a paragraph that promises a list is reported by T01, a shorter one by T05.
    return unit.role is Role.PARAGRAPH and len(words_of(unit.text)) >= _FEWEST_WORDS and not _PROMISE.search(unit.text)


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="T01",
        title="a lead-in and its list",
        severity=Severity.ERROR,
        why="A list that was lost takes the risk groups or the symptoms with it, and nobody sees that they are gone.",
        mend="Put the list back, or end the sentence.",
        source="PEMAT-P",
        check=dangling_lead_in,
    ),
    Rule(
        code="T02",
        title="the same text twice",
        severity=Severity.ERROR,
        why="Readers look for what is new in the second one, and the two will differ after the next change.",
        mend="Say it once; the short answer may share up to six tenths with the text.",
        source="PEMAT-P",
        check=repeated_block,
    ),
    Rule(
        code="T03",
        title="a question inside a paragraph",
        severity=Severity.WARNING,
        why="A question in running text is a heading that was swallowed; nobody finds its answer.",
        mend="Make the question a heading, or turn it into a statement.",
        source="PEMAT-P",
        check=glued_question,
    ),
    Rule(
        code="T04",
        title="text that only looks like a list",
        severity=Severity.ERROR,
        why="A screen reader does not announce such points as a list, and they run together.",
        mend="Begin each point with a hyphen and a space, each step with 1. and a space.",
        source="WCAG 2.2, 1.3.1",
        check=fake_list,
    ),
    Rule(
        code="T05",
        title="left-over lines",
        severity=Severity.WARNING,
        why="A number or a button's word read aloud between two sentences makes readers doubt the rest.",
        mend="Delete it.",
        source="PEMAT-P",
        check=stray_line,
        word_lists=("furniture",),
    ),
    Rule(
        code="T08",
        title="the shape of lists",
        severity=Severity.WARNING,
        why="Nobody keeps more than some ten points in mind, and uneven ends look like lost words.",
        mend="Divide long lists; end all points alike.",
        source="NHS digital service manual",
        check=list_shape,
    ),
    Rule(
        code="T09",
        title="texts cut off",
        severity=Severity.WARNING,
        why="A sentence without its end may have lost the word that mattered.",
        mend="Complete the sentence or the title.",
        source="PEMAT-P",
        check=truncated,
    ),
)
