"""What a page says of its review where the date on the computer may be wrong."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.content.model import Overdue, Policy, Release
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from tests.builders import EDITORIAL, article, content_file, library, signed
from tests.conftest import OpenStore

BEFORE_DUE, AFTER_DUE = date(2026, 12, 1), date(2029, 6, 1)
IN_DOUBT = "The date on this computer may be wrong."


@pytest.mark.parametrize(
    ("today", "clock", "said", "unsaid"),
    [
        (BEFORE_DUE, None, "", "overdue"),
        (BEFORE_DUE, AFTER_DUE, IN_DOUBT, "The check of this page is overdue"),
        (BEFORE_DUE, date(2027, 12, 31), "", IN_DOUBT),
        (AFTER_DUE, None, "The check of this page is overdue", IN_DOUBT),
        (AFTER_DUE, date(2099, 1, 1), "The check of this page is overdue", IN_DOUBT),
    ],
    ids=["right clock", "ahead and overdue", "ahead and not overdue", "overdue", "overdue in any case"],
)
@pytest.mark.parametrize("overdue", Overdue)
def test_a_page_that_only_a_doubted_clock_calls_overdue_says_so(
    open_store: OpenStore, tmp_path: Path, overdue: Overdue, today: date, clock: date | None, said: str, unsaid: str
) -> None:
    page = signed(article("causes/one"), EDITORIAL)
    policy = Policy(Release.NONE, overdue, 3_650)
    store = open_store(content_file(tmp_path, library([page], policy=policy)))
    pages = Pages(store, PageWords(), emergency_number=None, keys=(), today=lambda _: today, doubted=lambda _: clock)
    text = " ".join(page_text(pages.page("causes/one")[0], closed="").split())
    assert said in text
    assert unsaid not in text
    assert pages.clock_in_doubt() is (clock is not None)


def test_a_page_is_not_taken_away_for_a_clock_that_may_be_wrong(open_store: OpenStore, tmp_path: Path) -> None:
    page = signed(article("causes/one"), EDITORIAL)
    store = open_store(content_file(tmp_path, library([page], policy=Policy(Release.NONE, Overdue.WITHDRAW, 0))))
    pages = Pages(
        store,
        PageWords(),
        emergency_number=None,
        keys=(),
        today=lambda _: BEFORE_DUE,
        doubted=lambda _: AFTER_DUE,
    )
    text = " ".join(page_text(pages.page("causes/one")[0], closed="").split())
    assert IN_DOUBT in text
    assert "The virus rests in the kidneys" in text
