"""Rule T10: what a page of each kind needs at least, so that no stub is given out as an answer."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.sentences import words_of
from pmlapp.authoring.lint.text_units import Role
from pmlapp.authoring.rules.excuses import excused
from pmlapp.content.model import ArticleKind


class Least(NamedTuple):
    """What a page must have below its front matter."""

    sentences: int
    words: int
    cited: Fraction
    """Of its paragraphs, points and table rows, how many a source carries."""


LEAST: Final = {
    ArticleKind.QUESTION: Least(5, 60, Fraction(1, 3)),
    ArticleKind.ARTICLE: Least(10, 150, Fraction(1, 3)),
    ArticleKind.STORY: Least(10, 150, Fraction(0)),
}
"""By kind; docs/lint.md has the same table."""


def too_little(manuscript: Manuscript) -> Iterator[Problem]:
    """T10: the page is shorter, or cites less, than a page of its kind needs."""
    if manuscript.article is None or manuscript.article.withdrawal:
        return
    least = LEAST[manuscript.article.kind]
    kind = f"a page of the kind {manuscript.article.kind}"
    told = [each.text for each in manuscript.sentences if each.unit.role in (Role.PARAGRAPH, Role.POINT)]
    words = sum(len(words_of(text)) for text in told)
    if len(told) < least.sentences or words < least.words:
        yield Problem(
            manuscript.body_line,
            f"the text has {len(told)} sentences and {words} words; {kind} needs at least {least.sentences} and "
            f"{least.words}: answer the question in full, or add it to another page",
        )
    carried = manuscript.stretches
    cited = sum(bool(each.around) for each in carried)
    # A page that cites nothing at all is C01's.
    if cited and not excused(manuscript, "sources") and Fraction(cited, len(carried)) < least.cited:
        yield Problem(
            manuscript.body_line,
            f"sources carry {cited} of {len(carried)} paragraphs, points and rows; {kind} needs them for at least "
            f"{least.cited}: cite what the others rest on",
        )


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="T10",
        title="what a page needs at least",
        severity=Severity.WARNING,
        why="A page of one sentence looks like an answer, and a reader stops looking for a better one.",
        mend="Answer in full, with sources, or put the sentence on the page where it belongs.",
        source="DISCERN 2 and 4",
        check=too_little,
    ),
)
