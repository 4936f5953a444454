"""Rules M about the head of an article, and about what only its head and its reviews may say."""

from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.text_units import Role
from pmlapp.authoring.lint.word_lists import languages_with_lists
from pmlapp.authoring.sources.diagnostics import SourceFault
from pmlapp.authoring.sources.drafts import NO_RELATED
from pmlapp.content.model import ArticleKind, Provenance


def no_related(manuscript: Manuscript) -> Iterator[Problem]:
    """M01: a page leads nowhere; a draft may, a page that is given out may not."""
    if manuscript.has_front_matter and "related" not in manuscript.front.values:
        yield Problem(manuscript.front.line, NO_RELATED)


def unbacked_review_claim(manuscript: Manuscript) -> Iterator[Problem]:
    """M06: the text says that it was reviewed by professionals, and no sign-off says so."""
    if manuscript.review and manuscript.review.clinical:
        return
    for sentence in manuscript.sentences:
        if sentence.unit.role is Role.CELL:
            continue  # a table may say what the words mean
        if words := manuscript.words.first_stated("review_claims", sentence.text):
            yield Problem(
                sentence.line, f"“{words}” is not for the text to say; take it out: the page shows what its reviews say"
            )


def date_in_text(manuscript: Manuscript) -> Iterator[Problem]:
    """M07: a date of update or review is typed into the text."""
    for sentence in manuscript.sentences:
        if words := manuscript.words.first("dated", sentence.text):
            yield Problem(
                sentence.line, f"“{words}” is typed into the text, where nobody will move it; the page shows its dates"
            )


def story_set_apart(manuscript: Manuscript) -> Iterator[Problem]:
    """M11: one person's experience is offered as if it were evidence, or given outside a story."""
    article, front = manuscript.article, manuscript.front
    if article is None:
        return
    if article.kind is not ArticleKind.STORY:
        if article.provenance is Provenance.LIVED_EXPERIENCE:
            yield Problem(
                front.line_of("provenance"),
                "one person's experience belongs on a page of kind: story, with its consent",
            )
        return
    for key in ("key_points", "teach_back"):
        if key in front.values:
            yield Problem(front.line_of(key), f"a story has no “{key}”: what happened to one person is not evidence")


def example_page(manuscript: Manuscript) -> Iterator[Problem]:
    """M12: the page came with a new library to show how pages are written."""
    if "example" in manuscript.front.values:
        yield Problem(
            manuscript.front.line_of("example"),
            "this page came with the program and was drafted with an AI program; write your own in its place, or check "
            "each sentence and take out the line “example”",
        )


RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="M01",
        title="front matter",
        severity=Severity.ERROR,
        why="What a page says of itself must be there and be readable before anything else can be trusted.",
        mend="Add or correct the keys as docs/article-format.md describes.",
        source="NHS standard for creating health content",
        check=no_related,
        refusals=(SourceFault.FRONT_MATTER,),
    ),
    Rule(
        code="M06",
        title="claims of review",
        severity=Severity.ERROR,
        why="“Medically reviewed” without a reviewer borrows a trust that nobody gave.",
        mend="Take the words out, or have the page signed.",
        source="HONcode 1",
        check=unbacked_review_claim,
        languages=languages_with_lists(),
    ),
    Rule(
        code="M07",
        title="one date",
        severity=Severity.WARNING,
        why="A date typed by hand does not change with the text, and is soon wrong.",
        mend="Take it out; the page shows the dates of its records.",
        source="eEurope 2002: updating",
        check=date_in_text,
        languages=languages_with_lists(),
    ),
    Rule(
        code="M11",
        title="stories set apart",
        severity=Severity.ERROR,
        why="What happened to one person is easily taken for what happens to many.",
        mend="Tell it on a page of kind: story, with consent and without key points or self-check.",
        source="our own rule",
        check=story_set_apart,
    ),
    Rule(
        code="M12",
        title="example pages",
        severity=Severity.WARNING,
        why="A page that nobody of the library wrote must not be given out as theirs.",
        mend="Replace it, or check each sentence, take out the line and say with “provenance” whose words they are.",
        source="our own rule",
        check=example_page,
    ),
)
