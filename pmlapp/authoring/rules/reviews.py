"""Rules M about reviews: who has looked at exactly this text, when, and when they will again."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from pmlapp.authoring.lint.lint import Problem, Rule, Severity
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.rules.statements import assistance, check_library, check_page, cycle
from pmlapp.authoring.sources.policy import lacks
from pmlapp.library.pages.review import ReviewStatus

DAYS_A_MONTH: Final = 31
"""The longest month: nobody is late by less than a month's end."""


def review_missing(manuscript: Manuscript) -> Iterator[Problem]:
    """M04: the page lacks a sign-off that the library's policy asks for, on exactly this text."""
    if manuscript.article:
        for lack in lacks(manuscript.article, manuscript.library.sources.policy):
            yield Problem(1, f"the page {lack}; have this text reviewed and signed")


def review_dates(manuscript: Manuscript) -> Iterator[Problem]:
    """M05: a sign-off is of tomorrow, overdue, or due later than the library promises."""
    yield from check_page(_CYCLE)(manuscript)
    article, today = manuscript.article, manuscript.library.today
    if article is None or article.withdrawal:
        return
    promised = _stated(manuscript, "review_cycle_months")
    months = int(promised) if promised.isdecimal() else 0
    for each in article.sign_offs:
        if each.signed_on > today:
            yield Problem(1, f"the sign-off by {each.reviewer} is dated {each.signed_on}, which is yet to come")
        if months and each.next_due > each.signed_on + timedelta(days=months * DAYS_A_MONTH):
            yield Problem(
                1, f"the sign-off by {each.reviewer} is due again {each.next_due}, later than in {months} months"
            )
    review = manuscript.review
    if review and review.next_due and review.next_due < today:
        yield Problem(1, f"the review was due {review.next_due}; have this text reviewed and signed again")


def ai_assistance(manuscript: Manuscript) -> Iterator[Problem]:
    """M09: an AI program helped to write the page, and nobody has signed this text."""
    yield from check_page(_ASSISTANCE)(manuscript)
    review = manuscript.review
    if review is None or review.status is ReviewStatus.WITHDRAWN:
        return
    if _stated(manuscript, "ai_assistance") == "yes" and not (review.editorial or review.clinical):
        yield Problem(1, "an AI program helped to write this, and no sign-off holds for the text as it is")


def due_soon(manuscript: Manuscript) -> Iterator[Problem]:
    """M10: the review is due within 90 days."""
    review = manuscript.review
    if review and review.status is ReviewStatus.DUE_SOON:
        yield Problem(1, f"the review is due {review.next_due}; plan it now")


def _stated(manuscript: Manuscript, key: str) -> str:
    """What the page says of itself, else what the library says."""
    return manuscript.front.text(key) or manuscript.library.sources.statements.text(key)


_CYCLE: Final = (("review_cycle_months", cycle),)
_ASSISTANCE: Final = (("ai_assistance", assistance),)

RULES: Final[tuple[Rule, ...]] = (
    Rule(
        code="M04",
        title="reviews that the policy asks for",
        severity=Severity.ERROR,
        why="A sign-off vouches for one text; after a change nobody does.",
        mend="Have the text as it is now reviewed and signed; resources/library.toml says which sign-offs are needed.",
        source="NHS standard 2",
        check=review_missing,
    ),
    Rule(
        code="M05",
        title="dates of reviews",
        severity=Severity.ERROR,
        why="A review that is years old looks like one from last week.",
        mend="Review the page again, and promise in library.toml only what can be kept.",
        source="NHS standard; MedlinePlus",
        check=review_dates,
        check_library=check_library(_CYCLE),
    ),
    Rule(
        code="M09",
        title="AI assistance",
        severity=Severity.ERROR,
        why="Somebody has to answer for what a program wrote.",
        mend="Say in library.toml or in the article whether a program helped; if so, have the text signed.",
        source="AMA Manual of Style, on AI",
        check=ai_assistance,
        check_library=check_library(_ASSISTANCE),
    ),
    Rule(
        code="M10",
        title="reviews that are due soon",
        severity=Severity.WARNING,
        why="Reviewers are busy; asking on the day is too late.",
        mend="Ask the reviewer now.",
        source="NHS standard 2",
        check=due_soon,
    ),
)
