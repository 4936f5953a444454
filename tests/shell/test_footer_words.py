"""What the foot of the window says about the whole library, from its records."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.builders import SIGN_OFF, article, content_file, library, pages_checked_on, signed
from tests.person import OpenWindow

NEW_YEAR = date(2026, 1, 1)
AUTUMN = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((AUTUMN, AUTUMN), "Put together from cited sources, checked on 21 November 2026."),
        ((NEW_YEAR, AUTUMN), "Put together from cited sources, each checked on 1 January 2026 or later."),
        ((None, None), "Put together from cited sources."),
        ((AUTUMN, None), "Put together from cited sources."),
    ],
    ids=["one day", "two days", "no day", "a page without a day"],
)
def test_the_foot_claims_a_check_only_if_every_page_has_one(
    open_window: OpenWindow, tmp_path: Path, days: tuple[date | None, date | None], said: str
) -> None:
    person = open_window(library=content_file(tmp_path, library(pages_checked_on(*days))), size=(1800, 900))
    text = person.words_in_sight(person.parts.footer)
    assert said in text
    assert ("checked on" in text) == ("checked on" in said)
    assert "Not reviewed by a clinician." in text


def test_the_foot_of_a_window_that_stays_open_follows_the_days(open_window: OpenWindow, tmp_path: Path) -> None:
    days = [AUTUMN]
    checked = pages_checked_on(AUTUMN, AUTUMN, next_due=AUTUMN + timedelta(days=300))
    path = content_file(tmp_path, library(checked))
    person = open_window(library=path, size=(1800, 900), clock=lambda: days[-1])
    assert "overdue" not in person.words_in_sight(person.parts.footer)
    days.append(AUTUMN + timedelta(days=301))
    person.goes_to("about")
    person.goes_to("home")
    assert "The check of 2 pages is overdue." in person.words_in_sight(person.parts.footer)


def test_the_foot_says_how_far_clinicians_stand_behind_the_library(open_window: OpenWindow, tmp_path: Path) -> None:
    one, two = article("causes/one"), article("causes/two")
    for pages, said in (
        ([signed(one, SIGN_OFF), two], "Not every page is reviewed by a clinician."),
        ([signed(one, SIGN_OFF), signed(two, SIGN_OFF)], "Each page says which clinician reviewed it."),
    ):
        person = open_window(library=content_file(tmp_path, library(pages)), size=(1800, 900))
        text = person.words_in_sight(person.parts.footer)
        assert said in text
        assert "Not reviewed by a clinician." not in text
