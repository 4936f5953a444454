"""What a page says of its review: problems above its title, a line below it, and the routine at its end."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from pmlapp.content.model import Article, ArticleKind, ConsentKind, Provenance, SignOff, SignOffKind
from pmlapp.content.page import Block, BlockId, Care, Heading, Notice, Paragraph, ReviewLine, Text
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import Review, ReviewStatus

REVIEW_ICONS: Final[Mapping[ReviewStatus, str]] = MappingProxyType(
    {
        ReviewStatus.NEVER_REVIEWED: "review-none",
        ReviewStatus.SOURCES_CHECKED: "review-none",
        ReviewStatus.CLINICALLY_REVIEWED: "check-circle",
        ReviewStatus.DUE_SOON: "clock",
        ReviewStatus.OVERDUE: "clock",
        ReviewStatus.CLOCK_IN_DOUBT: "clock",
        ReviewStatus.CHANGED: "changed",
        ReviewStatus.WITHDRAWN: "withdrawn",
    }
)
"""The icon of each status, a file stem in resources/icons; never shown without words."""


STORY_ICON: Final = "people"


def draft_notice(words: PageWords) -> Notice:
    """That nothing here has been released."""
    return Notice(BlockId("draft"), Care.URGENT, "warning", words.draft, words.draft_advice)


def story_notice(article: Article, words: PageWords) -> tuple[Notice, ...]:
    """Of one person's experience that it is no evidence, and why it may be told; nothing for other pages."""
    if article.kind is not ArticleKind.STORY:
        return ()
    consent = article.consent
    ground = ""
    if consent is not None and consent.kind is ConsentKind.PUBLISHED:
        ground = words.story_published
    elif consent is not None and consent.given_on is not None:
        ground = words.story_written.format(date=words.day(consent.given_on), held_by=consent.held_by)
    advice = f"{words.story_advice} {ground}".strip()
    return (Notice(BlockId("story"), Care.INFO, STORY_ICON, f"{words.lived_experience}.", advice),)


def problem(review: Review, words: PageWords) -> tuple[Notice, ...]:
    """The box above the title, if there is anything wrong with the page as a whole."""
    icon = REVIEW_ICONS[review.status]
    due = words.day(review.next_due) if review.next_due else ""
    match review.status:
        case ReviewStatus.OVERDUE:
            advice = words.overdue_since.format(date=due)
            headline = words.overdue_review if review.clinical else words.overdue_check
            return (Notice(BlockId("problem"), Care.URGENT, icon, headline, advice),)
        case ReviewStatus.CLOCK_IN_DOUBT:
            advice = words.clock_in_doubt_advice.format(date=due)
            return (Notice(BlockId("problem"), Care.URGENT, icon, words.clock_in_doubt, advice),)
        case ReviewStatus.CHANGED:
            return (Notice(BlockId("problem"), Care.URGENT, icon, words.changed, words.changed_advice),)
        case ReviewStatus.WITHDRAWN:
            advice = words.withdrawn_overdue.format(date=due)
            if review.withdrawal is not None:
                reason, by, on = review.withdrawal
                advice = f"{_sentence(reason)} {words.withdrawn_on.format(by=by, date=words.day(on))}"
            return (Notice(BlockId("problem"), Care.EMERGENCY, icon, words.withdrawn, advice),)
        case _:
            return ()


def recall_warning(article: Article, words: PageWords) -> tuple[Notice, ...]:
    """What a recall warns of, while the page is still shown."""
    if article.warning is None:
        return ()
    reason, by, on = article.warning
    advice = words.warned_by.format(by=by, date=words.day(on))
    return (Notice(BlockId("recall"), Care.URGENT, "warning", _sentence(reason), advice),)


def review_line(article: Article, review: Review, words: PageWords) -> ReviewLine:
    """Where the words come from and who vouches for them, from records only."""
    detail = _origin(article, words)
    if review.editorial is not None:
        detail = words.checked_on.format(detail=detail, date=words.day(checked_on(article, review.editorial)))
    else:
        detail = words.unchecked.format(detail=detail)
    headline = words.not_reviewed
    if review.clinical is not None:
        headline = words.reviewed_by.format(
            reviewer=review.clinical.reviewer, role=review.clinical.role, date=words.day(review.clinical.signed_on)
        )
    icon = REVIEW_ICONS[ReviewStatus.NEVER_REVIEWED if problem(review, words) else review.status]
    if review.status is ReviewStatus.DUE_SOON and review.next_due is not None:
        detail = f"{detail} {words.next_due_soon.format(date=words.day(review.next_due))}"
    return ReviewLine(BlockId("review"), icon, detail, headline)


def routine(article: Article, review: Review, words: PageWords) -> tuple[Block, ...]:
    """The end of the page: each review that holds, by whom in what role, against what, and when the next is due."""
    texts = list(_routine(article, review, words))
    if not texts:
        return ()
    heading = Heading(BlockId("how-checked-heading"), 2, "how-checked", (Text(words.how_checked),))
    return heading, *(Paragraph(BlockId(f"how-checked-{n}"), (Text(text),)) for n, text in enumerate(texts, 1))


def checked_on(article: Article, editorial: SignOff) -> date:
    """The day on which the sources were checked: what the article says, as long as the sign-off covers it."""
    day = article.evidence_checked
    return day if day is not None and day <= editorial.signed_on else editorial.signed_on


def state_words(review: Review, words: PageWords) -> str:
    """The status in a few words, for a line of a list."""
    reviewed = words.state_checked
    if review.clinical is not None:
        reviewed = words.state_reviewed.format(role=review.clinical.role)
    match review.status:
        case ReviewStatus.NEVER_REVIEWED:
            return words.state_never
        case ReviewStatus.SOURCES_CHECKED | ReviewStatus.CLINICALLY_REVIEWED:
            return reviewed
        case ReviewStatus.DUE_SOON:
            return words.state_due_soon.format(state=reviewed)
        case ReviewStatus.OVERDUE:
            return words.state_overdue
        case ReviewStatus.CLOCK_IN_DOUBT:
            return words.state_clock_in_doubt
        case ReviewStatus.CHANGED:
            return words.state_changed
        case ReviewStatus.WITHDRAWN:
            return words.state_withdrawn


def _origin(article: Article, words: PageWords) -> str:
    count = len(article.sources)
    match article.provenance:
        case Provenance.ADAPTED if count == 0:
            return words.put_together
        case Provenance.ADAPTED if count == 1:
            return words.put_together_one
        case Provenance.ADAPTED:
            return words.put_together_many.format(count=count)
        case Provenance.CLINICIAN_WRITTEN:
            return words.written_by_clinician.format(count=count)
        case Provenance.LIVED_EXPERIENCE:
            return words.lived_experience
        case Provenance.MACHINE_DRAFTED if count == 0:
            return words.machine_drafted
        case Provenance.MACHINE_DRAFTED if count == 1:
            return words.machine_drafted_one
        case Provenance.MACHINE_DRAFTED:
            return words.machine_drafted_many.format(count=count)


def _routine(article: Article, review: Review, words: PageWords) -> Iterator[str]:
    said = {
        SignOffKind.EDITORIAL: words.sources_checked_by,
        SignOffKind.CLINICAL: words.clinically_reviewed_by,
        SignOffKind.LAY: words.read_by,
        SignOffKind.TRANSLATION: words.translation_checked_by,
    }
    for each in (review.editorial, review.clinical, *review.others):
        if each is None:
            continue
        day = checked_on(article, each) if each.kind is SignOffKind.EDITORIAL else each.signed_on
        by = said[each.kind].format(
            date=words.day(day), reviewer=each.reviewer, role=each.role, credentials=each.credentials
        )
        against = words.checked_against.format(evidence=_sentence(each.evidence))
        yield f"{by} {against} {words.interests.format(interests=_sentence(each.interests))}"
    if review.next_due is not None:
        yield words.next_check_due.format(date=words.day(review.next_due))


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
