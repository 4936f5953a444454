"""How far a reader may rely on an article today, from its records and nothing else."""

from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

from pmlapp.content.model import Overdue, Policy, SignOff, SignOffKind, Withdrawal

DUE_SOON: Final = timedelta(days=90)


class ReviewStatus(StrEnum):
    """What the records of an article say on one day; computed each time, never stored."""

    NEVER_REVIEWED = "never reviewed"
    SOURCES_CHECKED = "sources checked"
    CLINICALLY_REVIEWED = "clinically reviewed"
    DUE_SOON = "due soon"
    OVERDUE = "overdue"
    CLOCK_IN_DOUBT = "clock in doubt"
    """Overdue by a clock that is too far ahead to be believed."""
    CHANGED = "changed since review"
    WITHDRAWN = "withdrawn"


class Review(NamedTuple):
    """What may be said of an article on one day."""

    status: ReviewStatus
    editorial: SignOff | None = None
    """The newest word of an editor that holds for the text as it is now."""
    clinical: SignOff | None = None
    """The newest word of a clinician that holds for the text as it is now."""
    others: tuple[SignOff, ...] = ()
    """The words of lay readers and translators that hold, in the order given."""
    next_due: date | None = None
    """When the highest review that holds is due again."""
    withdrawal: Withdrawal | None = None
    """None if the page is withdrawn only because its review is overdue."""


class Reviewed(Protocol):
    """An article, or what was recorded about one."""

    @property
    def sign_offs(self) -> tuple[SignOff, ...]:
        """The reviewers' words, the newest last."""

    @property
    def withdrawal(self) -> Withdrawal | None:
        """Why the page is withdrawn now, if it is."""

    @property
    def text_sha256(self) -> str:
        """Of the text as it is now."""


def review_of(reviewed: Reviewed, today: date, policy: Policy) -> Review:
    """What the records say.

    A sign-off holds for one exact text: one whose hash is another counts only
    as the sign that the page was changed since.  Of those that hold, the
    clinical one decides when the page is due, else the editorial one.  Lay
    readers and translators vouch for something else and lift no page.

    Args:
        reviewed: the records.
        today: a `trusted_day`, never read from the clock here.
        policy: what the library does about reviews that are overdue.
    """
    if reviewed.withdrawal is not None:
        return Review(ReviewStatus.WITHDRAWN, withdrawal=reviewed.withdrawal)
    holding = [sign_off for sign_off in reviewed.sign_offs if sign_off.text_sha256 == reviewed.text_sha256]
    newest = {sign_off.kind: sign_off for sign_off in holding}
    clinical, editorial = newest.get(SignOffKind.CLINICAL), newest.get(SignOffKind.EDITORIAL)
    others = tuple(each for each in newest.values() if each not in (clinical, editorial))
    highest = clinical or editorial
    if highest is None:
        vouched = any(each.kind in (SignOffKind.CLINICAL, SignOffKind.EDITORIAL) for each in reviewed.sign_offs)
        return Review(ReviewStatus.CHANGED if vouched else ReviewStatus.NEVER_REVIEWED, others=others)
    return Review(
        status=_status_by_date(highest, today, policy),
        editorial=editorial,
        clinical=clinical,
        others=others,
        next_due=highest.next_due,
    )


def doubted(review: Review, by_the_clock: Review) -> Review:
    """A review by the trusted day, if the clock, which is not believed, goes further: whether it is overdue is open."""
    late = by_the_clock.status is ReviewStatus.OVERDUE or (
        by_the_clock.status is ReviewStatus.WITHDRAWN and by_the_clock.withdrawal is None
    )
    if late and review.status not in (ReviewStatus.OVERDUE, ReviewStatus.WITHDRAWN):
        return review._replace(status=ReviewStatus.CLOCK_IN_DOUBT)
    return review


def _status_by_date(highest: SignOff, today: date, policy: Policy) -> ReviewStatus:
    left = highest.next_due - today
    if left < timedelta(days=-policy.grace_days) and policy.overdue is Overdue.WITHDRAW:
        return ReviewStatus.WITHDRAWN
    if left < timedelta(0):
        return ReviewStatus.OVERDUE
    if left <= DUE_SOON:
        return ReviewStatus.DUE_SOON
    return ReviewStatus.CLINICALLY_REVIEWED if highest.kind is SignOffKind.CLINICAL else ReviewStatus.SOURCES_CHECKED
