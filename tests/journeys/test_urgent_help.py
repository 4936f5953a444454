"""Somebody needs help now: the page about it says whom to call and the signs, without scrolling."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from pmlapp.content.page import Callout, ItemList, Paragraph, plain
from pmlapp.settings import SiteSettings
from tests.person import OFFSCREEN_LIMITS, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

HELP = "signs/urgent-help"
CALL = "Call your local emergency number now"


def signs(person: Person) -> list[str]:
    """The signs of the box that leads the page."""
    page = person.parts.pane.page
    assert page is not None
    box = next(block for block in page.blocks if isinstance(block, Callout))
    points = next(block for block in box.blocks if isinstance(block, ItemList))
    return [plain(point.spans) for item in points.items for point in item.blocks if isinstance(point, Paragraph)]


def place_of(person: Person, words: str) -> tuple[float, float]:
    """Top and bottom of the paragraph that begins with ``words``, in the window of the page."""
    pane = person.parts.pane
    block = pane.document().begin()
    while not block.text().startswith(words):
        block = block.next()
        assert block.isValid(), words
    rect = pane.document().documentLayout().blockBoundingRect(block)
    return rect.top() - pane.verticalScrollBar().value(), rect.bottom() - pane.verticalScrollBar().value()


@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (1366, 768), (1080, 1920)], ids=str)
def test_whom_to_call_and_the_first_six_signs_are_in_sight(open_window: OpenWindow, size: tuple[int, int]) -> None:
    person = open_window(page=HELP, size=size)
    sixth = signs(person)[5]
    title, call, last = (place_of(person, words) for words in ("When should I get help?", CALL, sixth))
    assert 0 <= title[0] < title[1] < call[0] < call[1] < last[0]
    assert last[1] <= person.parts.pane.viewport().height()
    assert last[1] < place_of(person, "Put together from")[0]


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast", "warm_paper"])
def test_the_band_of_the_box_is_red_in_every_theme(open_window: OpenWindow, theme: str) -> None:
    person = open_window("--theme", theme, page=HELP, size=(800, 600))
    top, bottom = place_of(person, "Call for emergency help now")
    viewport = person.parts.pane.viewport()
    band = QPoint(viewport.width() // 2, round((top + bottom) / 2) - 20)
    assert person.colour_of(viewport, band) == person.parts.pane.look.theme.emergency


def test_with_large_text_band_and_call_row_are_in_sight_and_signs_follow(open_window: OpenWindow) -> None:
    person = open_window("--zoom", "200", page=HELP)
    assert place_of(person, CALL)[1] < person.parts.pane.viewport().height()
    assert place_of(person, signs(person)[0])[1] < person.parts.pane.viewport().height()


def test_a_window_made_lower_brings_the_signs_into_sight(open_window: OpenWindow) -> None:
    person = open_window(page=HELP, size=(800, 900))
    assert "Signs and urgent help" in person.text
    person.makes_window(800, 600)
    assert place_of(person, signs(person)[5])[1] < person.parts.pane.viewport().height()
    person.makes_window(800, 900)
    assert "Signs and urgent help" in person.text


@pytest.mark.parametrize(("number", "said"), [("112", "Ask the staff or call 112"), (None, "Ask the staff")])
def test_where_staff_is_nearby_the_box_says_to_ask_them(open_window: OpenWindow, number: str | None, said: str) -> None:
    person = open_window(page=HELP, size=(800, 600), site=SiteSettings(emergency_number=number, staff_nearby=True))
    assert place_of(person, said)[1] < place_of(person, signs(person)[0])[0]


def test_the_first_place_beside_the_page_leads_to_the_box(open_window: OpenWindow) -> None:
    person = open_window(page=HELP)
    assert person.outline[:2] == ["Call for emergency help now", "Short answer"]
    person.scrolls_to(20)
    view = person.parts.outline.view
    person.clicks(view.viewport(), view.visualRect(view.model().index(0, 0)).center())
    QApplication.processEvents()
    assert 0 <= place_of(person, CALL)[0] < person.parts.pane.viewport().height() / 2
