"""What the foot of the window says about the whole library, from its records."""

from datetime import date
from pathlib import Path

import pytest

from tests.builders import content_file, library, pages_checked_on
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
