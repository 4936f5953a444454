"""What a page says of its review, in words, for each state of its records."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.model import Article, Overdue, Policy, SignOffKind, Topic, TopicId, Withdrawal
from pmlapp.content.page import Callout, Care, Heading, Notice, Page, ReviewLine, ShortAnswer, Title, walk
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.composer import Composer
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import ReviewStatus, review_of
from pmlapp.library.pages.review_blocks import REVIEW_ICONS, state_words
from tests.builders import EDITORIAL, FIRST, SIGN_OFF, TODAY, article, signed

DUE = EDITORIAL.next_due
WARN, WITHDRAW = Policy(), Policy(overdue=Overdue.WITHDRAW, grace_days=30)
TOPIC = Topic(id=TopicId("causes"), title="Causes", description="Why.", icon="info")
WITHDRAWAL = Withdrawal(reason="A study was taken back", by="the editors", on=date(2026, 12, 1))
BODY = '## How\n\nOld words.[^S1]\n\n!!! emergency "Call for help now if:"\n    - a seizure lasts\n'
PAGE = article(body=BODY, sources=(FIRST,), evidence_checked=EDITORIAL.signed_on)
CHECKED, REVIEWED = signed(PAGE, EDITORIAL), signed(PAGE, EDITORIAL, SIGN_OFF)
CHANGED = REVIEWED._replace(text_sha256="f" * 64)
WITHDRAWN = REVIEWED._replace(withdrawal=WITHDRAWAL)


def composed(page: Article, *, today: date = TODAY, policy: Policy = WARN, draft: bool = False) -> Page:
    body = ArticleParser().parse(page.body).blocks
    composer = Composer(PageWords(), emergency_action="Call 112 now", draft=draft)
    return composer.article_page(page, TOPIC, body, review_of(page, today, policy))


def text(page: Article, **how: object) -> str:
    return " ".join(page_text(composed(page, **how), closed="").split())


def line(page: Article, **how: object) -> ReviewLine:
    (found,) = (block for block in composed(page, **how).blocks if isinstance(block, ReviewLine))
    return found


def notices(page: Article, **how: object) -> list[Notice]:
    return [block for block in composed(page, **how).blocks if isinstance(block, Notice)]


# The line under the title


def test_a_date_without_a_sign_off_is_not_called_a_check() -> None:
    said = line(PAGE._replace(evidence_checked=TODAY))
    assert said.detail == "Put together from 1 cited source."
    assert said.headline == "Not reviewed by a clinician."
    assert "2026" not in text(PAGE._replace(evidence_checked=TODAY, sources=()))


@pytest.mark.parametrize(
    ("author_says", "shown"),
    [(date(2026, 1, 1), "1 January 2026"), (None, "2 January 2026"), (TODAY, "2 January 2026")],
    ids=["before it was signed", "nothing", "after it was signed"],
)
def test_the_day_of_the_check_is_never_later_than_the_day_of_the_sign_off(author_says: date | None, shown: str) -> None:
    page = signed(PAGE._replace(evidence_checked=author_says), EDITORIAL)
    assert line(page).detail == f"Put together from 1 cited source, checked on {shown}."


def test_a_clinician_is_named_with_role_and_day_and_with_a_tick() -> None:
    said = line(REVIEWED)
    assert said.headline == "Clinically reviewed by Dr A. Example, neurologist, on 2 January 2026."
    assert said.icon == "check-circle"


def test_what_is_due_soon_says_when() -> None:
    said = line(CHECKED, today=DUE - timedelta(days=3))
    assert said.detail.endswith("The next check is due soon, on 2 January 2028.")
    assert said.icon == "clock"
    assert notices(CHECKED, today=DUE) == []


# Problems above the title


def test_an_overdue_page_says_so_first_and_can_still_be_read() -> None:
    page = composed(CHECKED, today=DUE + timedelta(days=1))
    kinds = [type(block) for block in page.blocks]
    assert kinds.index(Notice) < kinds.index(Title)
    (notice,) = notices(CHECKED, today=DUE + timedelta(days=1))
    assert notice.headline == "The check of this page is overdue."
    assert notice.advice.startswith("It was due on 2 January 2028.")
    assert ShortAnswer in kinds
    (reviewed,) = notices(REVIEWED, today=DUE + timedelta(days=1))
    assert reviewed.headline == "The review of this page is overdue."


def test_a_page_that_was_changed_names_nobody_who_signed_the_text_before() -> None:
    (notice,) = notices(CHANGED)
    assert notice.headline == "This page was changed after it was last checked."
    assert EDITORIAL.reviewer not in text(CHANGED)
    assert SIGN_OFF.reviewer not in text(CHANGED)
    assert line(CHANGED).headline == "Not reviewed by a clinician."


def test_a_draft_says_so_on_every_page_before_anything_else_is_wrong_with_it() -> None:
    assert next(notice.headline for notice in notices(CHANGED, draft=True)) == "DRAFT."
    assert len(notices(CHECKED, draft=True)) == 1


@pytest.mark.parametrize(
    ("page", "how", "why"),
    [
        (WITHDRAWN, {}, "A study was taken back. Withdrawn by the editors on 1 December 2026."),
        (CHECKED, {"today": DUE + timedelta(days=31), "policy": WITHDRAW}, "Its check was due on 2 January 2028"),
    ],
    ids=["by a record", "for being overdue"],
)
def test_of_a_withdrawn_page_title_reason_and_urgent_help_are_left(page: Article, how: dict, why: str) -> None:
    made = composed(page, **how)
    said = text(page, **how)
    assert why in said
    assert "What causes PML?" in said
    assert "a seizure lasts" in said
    assert "Call 112 now" in said
    for gone in ("Old words", PAGE.short_answer, EDITORIAL.reviewer):
        assert gone not in said
    (box,) = (block for block in made.blocks if isinstance(block, Callout))
    assert box.care is Care.EMERGENCY
    assert [entry.title for entry in made.outline] == ["Sources"]


def test_the_emergency_box_is_there_in_every_state() -> None:
    for page in (PAGE, CHECKED, REVIEWED, CHANGED, WITHDRAWN):
        for days in (-9999, 1, 31, 9999):
            made = composed(page, today=DUE + timedelta(days=days), policy=WITHDRAW)
            assert "emergency" in [block.care for block in walk(made.blocks) if isinstance(block, Callout)]


# The routine at the end


def test_the_end_of_the_page_says_who_checked_it_in_what_role_against_what_and_when_again() -> None:
    said = text(REVIEWED)
    assert (
        "Sources checked on 2 January 2026 by E. Example, editor (an example of a degree). "
        "Checked against: the sources it cites. Interests: none."
    ) in said
    assert "Clinically reviewed on 2 January 2026 by Dr A. Example, neurologist" in said
    assert "Next check due by 2 January 2028." in said
    headings = [block.anchor for block in composed(REVIEWED).blocks if isinstance(block, Heading)]
    assert headings[-1] == "how-checked"


@pytest.mark.parametrize(
    ("kind", "said"),
    [(SignOffKind.LAY, "Read by a lay reader on"), (SignOffKind.TRANSLATION, "Translation checked on")],
)
def test_lay_readers_and_translators_are_named_at_the_end_and_nowhere_else(kind: SignOffKind, said: str) -> None:
    page = signed(PAGE, SIGN_OFF._replace(kind=kind, reviewer="L. Example"))
    assert text(page).count("L. Example") == 1
    assert said in text(page)
    assert line(page).headline == "Not reviewed by a clinician."


def test_a_page_that_nobody_signed_has_no_such_end() -> None:
    for page in (PAGE, CHANGED, WITHDRAWN):
        assert "How this page was checked" not in text(page)


# In lists


@pytest.mark.parametrize(
    ("page", "today", "said"),
    [
        (PAGE, TODAY, "not reviewed"),
        (CHECKED, TODAY, "sources checked"),
        (REVIEWED, TODAY, "clinically reviewed by neurologist"),
        (CHECKED, DUE, "sources checked, check due soon"),
        (REVIEWED, DUE, "clinically reviewed by neurologist, check due soon"),
        (REVIEWED, DUE + timedelta(days=1), "check overdue"),
        (CHANGED, TODAY, "changed since review"),
        (WITHDRAWN, TODAY, "withdrawn"),
    ],
)
def test_a_state_is_said_in_a_few_words(page: Article, today: date, said: str) -> None:
    assert state_words(review_of(page, today, WARN), PageWords()) == said


def test_every_state_has_an_icon_that_is_there(resources: Path) -> None:
    assert set(REVIEW_ICONS) == set(ReviewStatus)
    assert [icon for icon in REVIEW_ICONS.values() if not (resources / "icons" / f"{icon}.svg").is_file()] == []
