"""From a number on a sheet of paper to what it is worth today."""

from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleId
from pmlapp.library.leaflet_code import in_groups, sheet_code
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from tests.builders import on_that_day
from tests.person import OFFSCREEN_LIMITS, Key, OpenWindow

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = ArticleId("causes/what-causes-pml")


@pytest.fixture
def printed(bundled_library: Path) -> str:
    """The number on a sheet about the causes."""
    with ContentStore.open(bundled_library) as store:
        pages = Pages(store, PageWords(), emergency_number=None, keys=(), today=on_that_day)
        return in_groups(pages.sheets.of_sheet(pages.catalog.article(CAUSES)))


def test_the_number_of_a_sheet_says_that_it_is_still_right_and_enter_opens_the_page(
    open_window: OpenWindow, printed: str
) -> None:
    person = open_window()
    person.asks(printed)
    hits = person.window.hits
    assert hits.meaning.said == "Your sheet is the same as the page here: “What causes PML?”."
    assert hits.model.rowCount() == 1
    person.presses(Key.Key_Return)
    assert person.page == CAUSES


def test_a_wrong_digit_is_said_in_words_and_enter_shows_what_to_do(open_window: OpenWindow, printed: str) -> None:
    wrong = f"{printed[:-1]}{(int(printed[-1]) + 1) % 10}"
    person = open_window()
    person.asks(wrong)
    hits = person.window.hits
    assert hits.meaning.said == "That number is not right. Please look at your sheet and type it again."
    assert hits.model.rowCount() == 0
    assert "Nothing here about" not in hits.accessibleDescription()
    person.presses(Key.Key_Return)
    assert person.page == f"search:{wrong}"


def test_a_sheet_of_another_library_opens_nothing(open_window: OpenWindow, printed: str) -> None:
    digits = printed.replace(" ", "")
    other = in_groups(sheet_code(int(digits[:3]) - 99, (int(digits[3:6]) + 1) % 1000, last_page=32))
    person = open_window()
    person.asks(other)
    assert person.window.hits.meaning.said.startswith("Your sheet is from another library")
    assert person.window.hits.model.rowCount() == 0
