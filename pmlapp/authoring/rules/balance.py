"""Rules S about balance: a page weighs a treatment from all sides and says what is not known."""

from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.word_lists import languages_with_lists
from pmlapp.content.model import QuestionType

_ASPECTS: Final = {
    "treatment_benefits": "what it does for people",
    "treatment_risks": "its risks",
    "treatment_without": "what happens without it",
    "treatment_others": "other ways",
    "treatment_questions": "what to ask the team",
}
"""What a choice needs, by the list of words that shows it."""


def treatment_balance(manuscript: Manuscript) -> Iterator[Problem]:
    """S07: a page about treatment leaves out what a choice needs."""
    if manuscript.front.text("question_type") != QuestionType.TREATMENT:
        return
    text = "\n".join(unit.text for unit in manuscript.text_units)
    for words, aspect in _ASPECTS.items():
        if not manuscript.words.first(words, text):
            yield Problem(manuscript.body_line, f"a page about treatment does not say {aspect}; add it, or where it is")


def uncertainty(manuscript: Manuscript) -> Iterator[Problem]:
    """S08: the page nowhere says what is not known."""
    if manuscript.has_front_matter and not any(
        manuscript.words.first("uncertain", unit.text) for unit in manuscript.text_units
    ):
        yield Problem(manuscript.body_line, "the page nowhere says what is not known; say it where a reader would ask")


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="S07",
        title="balance about treatment",
        severity=Severity.WARNING,
        why="Nobody can choose who knows only one side.",
        mend="Say what it does, its risks, what happens without it, other ways, and what to ask.",
        source="DISCERN 9 to 15",
        check=treatment_balance,
        languages=languages_with_lists(),
    ),
    Rule(
        code="S08",
        title="what is not known",
        severity=Severity.ADVICE,
        why="Honesty about gaps is what makes the rest believable.",
        mend="Say what is not known, where a reader would ask.",
        source="DISCERN 8; WHO",
        check=uncertainty,
        languages=languages_with_lists(),
    ),
)
