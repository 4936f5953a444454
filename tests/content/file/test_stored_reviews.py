"""What was recorded about pages is read without their texts, and counted in one query."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.file.stored_reviews import Checks
from pmlapp.content.model import Article, ArticleId, SignOff, SignOffKind, Withdrawal
from pmlapp.errors import ArticleNotFoundError
from pmlapp.library.pages.review import ReviewStatus, review_of
from tests.builders import EDITORIAL, SIGN_OFF, article, as_read, content_file, library, signed
from tests.conftest import OpenStore

EARLY, LATE = date(2026, 1, 2), date(2026, 3, 4)
DUE = EDITORIAL.next_due
AGAIN = EDITORIAL._replace(signed_on=LATE, next_due=DUE + timedelta(days=30))
LAY = SIGN_OFF._replace(kind=SignOffKind.LAY)
GONE = Withdrawal(reason="A study was taken back.", by="the editors", on=LATE)
OLD = "f" * 64


def page(number: int, *sign_offs: SignOff, old: tuple[SignOff, ...] = (), **changes: object) -> Article:
    made = signed(article(f"causes/page-{number}", **changes), *sign_offs)
    stale = tuple(each._replace(text_sha256=OLD) for each in old)
    return made._replace(sign_offs=(*stale, *made.sign_offs))


PAGES = [
    page(0),
    page(1, EDITORIAL),
    page(2, EDITORIAL, AGAIN),
    page(3, EDITORIAL, SIGN_OFF._replace(next_due=DUE + timedelta(days=5))),
    page(4, old=(EDITORIAL, SIGN_OFF)),
    page(5, LAY),
    page(6, EDITORIAL, SIGN_OFF, withdrawal=GONE),
    page(7, AGAIN, old=(SIGN_OFF,)),
]


@pytest.fixture
def store(open_store: OpenStore, tmp_path: Path) -> ContentStore:
    return open_store(content_file(tmp_path, library(PAGES)))


@pytest.mark.parametrize(("days", "overdue"), [(0, 0), (1, 1), (5, 1), (6, 2), (30, 2), (31, 4)], ids=str)
def test_pages_are_counted_by_the_sign_offs_that_hold_and_by_the_day(
    store: ContentStore, days: int, overdue: int
) -> None:
    counted = store.checks(DUE + timedelta(days=days))
    assert counted == Checks(pages=7, checked=4, clinical=1, overdue=overdue, oldest=EARLY, newest=LATE)


@pytest.mark.parametrize("days", [-1000, 0, 1, 5, 6, 30, 31, 1000])
def test_the_count_agrees_with_what_each_page_says_of_itself(store: ContentStore, days: int) -> None:
    today = DUE + timedelta(days=days)
    library_says = store.library()
    reviews = [review_of(store.review_records(each.id), today, library_says.policy) for each in store.summaries()]
    assert store.checks(today)[:4] == (
        sum(review.status is not ReviewStatus.WITHDRAWN for review in reviews),
        sum(review.editorial is not None for review in reviews),
        sum(review.clinical is not None for review in reviews),
        sum(review.status is ReviewStatus.OVERDUE for review in reviews),
    )


def test_records_come_back_as_they_were_given(store: ContentStore) -> None:
    for each in library(PAGES).articles:
        assert store.review_records(each.id) == (each.sign_offs, each.withdrawal, as_read(each).text_sha256)
    with pytest.raises(ArticleNotFoundError):
        store.review_records(ArticleId("causes/nothing"))


def test_a_library_that_nobody_signed_has_no_days(open_store: OpenStore, tmp_path: Path) -> None:
    store = open_store(content_file(tmp_path, library([article()])))
    assert store.checks(DUE) == Checks(pages=1, checked=0, clinical=0, overdue=0, oldest=None, newest=None)
