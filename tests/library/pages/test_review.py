"""How far a page may be relied on comes from its records, and from nothing that somebody wrote into it."""

from datetime import date, timedelta
from itertools import product

import pytest

from pmlapp.content.model import Article, Overdue, Policy, Provenance, SignOff, SignOffKind, Withdrawal
from pmlapp.library.pages.review import Review, ReviewStatus, review_of
from tests.builders import EDITORIAL, SIGN_OFF, article

SIGNED = date(2026, 11, 21)
DUE = date(2028, 11, 21)
OLD_TEXT, TEXT = "0" * 64, "1" * 64
WARN = Policy()
WITHDRAW = Policy(overdue=Overdue.WITHDRAW, grace_days=30)
WITHDRAWAL = Withdrawal(reason="A study was taken back.", by="the editors", on=date(2027, 1, 2))


def sign_off(kind: SignOffKind, text: str = TEXT, **changes: object) -> SignOff:
    return SIGN_OFF._replace(kind=kind, signed_on=SIGNED, next_due=DUE, text_sha256=text, **changes)


CLINICAL = sign_off(SignOffKind.CLINICAL)
CHECKED = sign_off(SignOffKind.EDITORIAL)
LAY = sign_off(SignOffKind.LAY)
OLD_CLINICAL = sign_off(SignOffKind.CLINICAL, OLD_TEXT)
OLD_CHECKED = sign_off(SignOffKind.EDITORIAL, OLD_TEXT)


def page(*sign_offs: SignOff, **changes: object) -> Article:
    return article(text_sha256=TEXT, sign_offs=sign_offs, **changes)


def status(*sign_offs: SignOff, today: date = SIGNED, policy: Policy = WARN, **changes: object) -> ReviewStatus:
    return review_of(page(*sign_offs, **changes), today, policy).status


# The matrix: who signed what, and when it is looked at.

RECORDS = {
    "nobody": (),
    "a lay reader": (LAY,),
    "an editor": (CHECKED,),
    "a clinician": (CLINICAL,),
    "both": (CHECKED, CLINICAL),
    "an editor, before a change": (OLD_CHECKED,),
    "a clinician, before a change": (OLD_CLINICAL,),
    "a clinician before a change and an editor after it": (OLD_CLINICAL, CHECKED),
}
DAYS = {
    "a flat battery": date(1970, 1, 1),
    "the day of signing": SIGNED,
    "91 days before": DUE - timedelta(days=91),
    "90 days before": DUE - timedelta(days=90),
    "the day it is due": DUE,
    "the day after": DUE + timedelta(days=1),
    "the last day of grace": DUE + timedelta(days=30),
    "the day after that": DUE + timedelta(days=31),
    "the end of all days": date.max,
}
LATER = ["due soon", "due soon", "overdue", "overdue", "overdue", "overdue"]
EXPECTED = {
    "nobody": ["never reviewed"] * 9,
    "a lay reader": ["never reviewed"] * 9,
    "an editor": ["sources checked"] * 3 + LATER,
    "a clinician": ["clinically reviewed"] * 3 + LATER,
    "both": ["clinically reviewed"] * 3 + LATER,
    "an editor, before a change": ["changed since review"] * 9,
    "a clinician, before a change": ["changed since review"] * 9,
    "a clinician before a change and an editor after it": ["sources checked"] * 3 + LATER,
}


def matrix() -> list[tuple[str, str, str]]:
    return [(who, day, EXPECTED[who][at]) for who, (at, day) in product(RECORDS, enumerate(DAYS))]


@pytest.mark.parametrize(("who", "day", "expected"), matrix())
def test_what_is_said_follows_from_who_signed_which_text_and_from_the_day(who: str, day: str, expected: str) -> None:
    assert status(*RECORDS[who], today=DAYS[day]) == expected


@pytest.mark.parametrize(("who", "day", "expected"), matrix())
def test_a_policy_may_withdraw_what_is_overdue_beyond_its_days_of_grace(who: str, day: str, expected: str) -> None:
    beyond = expected == "overdue" and day in ("the day after that", "the end of all days")
    review = review_of(page(*RECORDS[who]), DAYS[day], WITHDRAW)
    assert review.status == ("withdrawn" if beyond else expected)
    assert review.withdrawal is None
    assert not beyond or review.next_due == DUE


@pytest.mark.parametrize(("who", "day"), list(product(RECORDS, DAYS)))
def test_a_withdrawn_page_is_withdrawn_whoever_signed_it_and_on_every_day(who: str, day: str) -> None:
    review = review_of(page(*RECORDS[who], withdrawal=WITHDRAWAL), DAYS[day], WARN)
    assert review == Review(ReviewStatus.WITHDRAWN, withdrawal=WITHDRAWAL)


# Which sign-off speaks.


def test_only_a_sign_off_of_the_text_as_it_is_now_is_named() -> None:
    review = review_of(page(OLD_CLINICAL, CHECKED), SIGNED, WARN)
    assert (review.clinical, review.editorial) == (None, CHECKED)


def test_the_newest_of_several_words_for_one_text_decides() -> None:
    again = CHECKED._replace(signed_on=DUE, next_due=DUE + timedelta(days=500))
    review = review_of(page(CHECKED, again), DUE + timedelta(days=1), WARN)
    assert (review.status, review.editorial, review.next_due) == ("sources checked", again, again.next_due)


def test_the_clinical_review_decides_when_a_page_is_due() -> None:
    longer = CHECKED._replace(next_due=DUE + timedelta(days=300))
    assert status(longer, CLINICAL, today=DUE + timedelta(days=1)) == "overdue"
    shorter = CHECKED._replace(next_due=SIGNED + timedelta(days=1))
    assert status(shorter, CLINICAL, today=SIGNED + timedelta(days=2)) == "clinically reviewed"


def test_lay_readers_are_named_beside_those_who_lift_the_page() -> None:
    assert review_of(page(LAY, CHECKED), SIGNED, WARN).others == (LAY,)


# What is no review.


@pytest.mark.parametrize("provenance", Provenance)
def test_where_the_words_come_from_is_no_review(provenance: Provenance) -> None:
    assert status(provenance=provenance) == "never reviewed"


def test_a_date_that_an_author_wrote_is_no_check_of_the_sources() -> None:
    assert status(evidence_checked=SIGNED) == "never reviewed"


def test_a_text_without_a_hash_is_held_by_no_sign_off() -> None:
    unhashed = article(sign_offs=(EDITORIAL,), text_sha256="")
    assert review_of(unhashed, SIGNED, WARN).status == "changed since review"
