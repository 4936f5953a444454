"""How far a reader may rely on an article, from its records and nothing else."""

from enum import StrEnum

from pmlapp.content.model import Article


class ReviewStatus(StrEnum):
    """What the records of an article say today; computed each time, never stored."""

    NEVER_REVIEWED = "never reviewed"
    SOURCES_CHECKED = "sources checked"


def review_status(article: Article) -> ReviewStatus:
    """The status of an article, from its fields.

    A text that nobody dated is *never reviewed*; the date on which every
    citation was checked makes it *sources checked*.  Neither is a clinician's word.
    """
    if article.evidence_checked is None:
        return ReviewStatus.NEVER_REVIEWED
    return ReviewStatus.SOURCES_CHECKED
