"""Where the parts of the window stand, by its width and the text size."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from pmlapp.reading.beside.outline import ANCHOR
from pmlapp.reading.look.look import wrapped_height
from tests.person import ALT, OFFSCREEN_LIMITS, Key, OpenWindow, Person

CAUSES = "causes/what-causes-pml"
RISK = "causes/who-is-at-risk"
pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)


def place_of(person: Person, part: QWidget) -> QRect:
    return QRect(part.mapTo(person.window, QPoint(0, 0)), part.size())


@pytest.mark.parametrize(
    ("size", "zoom", "beside"),
    [
        ((800, 600), 100, ()),
        ((1039, 800), 100, ()),
        ((1040, 800), 100, ("topics",)),
        ((1280, 800), 100, ("topics", "outline")),
        ((1920, 1080), 100, ("topics", "outline")),
        ((3840, 2160), 100, ("topics", "outline")),
        ((1080, 1920), 100, ()),
        ((1280, 800), 125, ()),
        ((1920, 1080), 150, ("topics", "outline")),
        ((1920, 1080), 200, ()),
        ((3840, 2160), 300, ("topics", "outline")),
        ((1080, 1920), 300, ()),
    ],
)
def test_what_stands_beside_the_page_depends_on_width_and_text_size(
    open_window: OpenWindow, size: tuple[int, int], zoom: int, beside: tuple[str, ...]
) -> None:
    person = open_window("--zoom", str(zoom), page=CAUSES, size=size)
    assert tuple(part for part in ("topics", "outline") if person.sees(part)) == beside
    bar = person.parts.top_bar
    narrow = "topics" not in beside
    assert bar.button("topics").isVisible() == narrow
    assert bar.button("reading").isVisible() == (not narrow)


@pytest.mark.parametrize("zoom", [100, 200, 300])
@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (1080, 1920)], ids=str)
def test_on_the_home_page_search_and_its_results_are_in_sight_at_every_size(
    open_window: OpenWindow, size: tuple[int, int], zoom: int
) -> None:
    person = open_window("--zoom", str(zoom), size=size)
    person.asks("kidneys")
    box, hits = person.window.search_box(), person.window.hits
    assert place_of(person, person.parts.home).contains(place_of(person, box))
    assert person.window.rect().contains(hits.geometry())
    assert hits.height() >= 110
    assert not hits.geometry().intersects(place_of(person, box))
    person.presses(Key.Key_Home)
    icon_ends = 40 * box.height() // 60
    assert box.cursorRect().right() > icon_ends


@pytest.mark.parametrize("zoom", [100, 150, 200, 300])
@pytest.mark.parametrize(
    "size", [(800, 600), (1040, 800), (1280, 800), (1920, 1080), (3840, 2160), (1080, 1920)], ids=str
)
def test_at_every_size_all_of_it_is_in_sight_and_nothing_lies_on_anything_else(
    open_window: OpenWindow, size: tuple[int, int], zoom: int
) -> None:
    person = open_window("--zoom", str(zoom), size=size)
    for page in ("home", CAUSES):
        person.goes_to(page)
        QApplication.processEvents()
        parts = person.parts
        assert person.window.size().toTuple() == size
        middle = [parts.home] if page == "home" else [parts.pane, *([parts.topics] if person.sees("topics") else [])]
        places = [place_of(person, part) for part in (parts.top_bar, *middle, parts.footer)]
        assert all(person.window.rect().contains(place) for place in places)
        assert not any(one.intersects(other) for one, other in combinations(places, 2))
        assert max(place.height() for place in places[1:-1]) > size[1] / 3
        controls: list[QWidget] = [button for button in parts.top_bar.buttons() if button.isVisible()]
        if page != "home":
            controls.append(parts.top_bar.search)
            assert parts.pane.document().idealWidth() <= parts.pane.viewport().width()
        stand = [control.geometry() for control in controls]
        assert all(parts.top_bar.rect().contains(each) for each in stand)
        assert not any(one.intersects(other) for one, other in combinations(stand, 2))
        assert all(min(each.width(), each.height()) >= 44 for each in stand)


def test_parts_come_and_go_while_the_window_changes_its_width(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    for width, beside in ((1280, True), (900, False), (1500, True), (700, False)):
        person.makes_window(width, 800)
        assert person.sees("topics") is beside
        assert person.window.width() == width


def test_the_line_at_the_top_stays_at_the_top_while_the_window_changes(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    person.reads("Myelin is lost in patches")
    reading = person.paragraph_at_top
    for size in ((800, 600), (1920, 1080), (1080, 1920), (1280, 800)):
        person.makes_window(*size)
        assert person.paragraph_at_top == reading


def test_in_a_narrow_window_the_topics_lie_over_the_page_until_one_is_chosen(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES, size=(800, 600))
    person.clicks(person.parts.top_bar.button("topics"))
    assert person.sees("topics")
    assert person.keyboard == "topic_tree"
    person.presses(Key.Key_Down)
    person.presses(Key.Key_Return)
    assert person.page == RISK
    assert not person.sees("topics")
    assert person.keyboard == "article_pane"


def test_in_a_narrow_window_what_has_no_button_stands_in_the_menu(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES, size=(800, 600))
    person.clicks(person.parts.top_bar.button("more"))
    menus = person.window.menus
    said = [entry.text() for entry in menus.more.actions() if entry.isVisible() and entry.text()]
    reading = "Reading: colours and letters"
    assert said[said.index(reading) :][:5] == [
        reading, "Line guide", "On this page", "Find on this page", "Forward"
    ]  # fmt: skip
    assert {"Keys", "About this library"} <= set(said)
    assert [entry.text() for entry in menus.places.actions()] == person.outline
    person.chooses(menus.more, lambda entry: entry.text() == reading)
    assert person.sees("reading_panel")


def test_the_headings_lead_to_their_places_and_follow_the_reader(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    view = person.parts.outline.view
    row = view.model().index(2, 0)
    person.clicks(view.viewport(), view.visualRect(row).center())
    assert person.line > 10
    places: list[str] = []
    person.parts.pane.place_changed.connect(places.append)
    person.scrolls_to(0)
    person.clicks(view.viewport(), view.visualRect(row).center())
    assert places[-1] == row.data(ANCHOR)


def test_a_window_too_large_for_its_screen_is_brought_onto_it(open_window: OpenWindow) -> None:
    person = open_window(page=CAUSES)
    room = person.window.screen().availableGeometry()
    person.makes_window(room.width() + 300, room.height() + 25)
    person.window.move(room.left() - 40, room.top() + 30)
    person.window.stage.keep_on_screen()
    QApplication.processEvents()
    assert room.contains(person.window.frameGeometry())
    person.makes_window(500, 400)
    before = person.window.geometry()
    person.window.stage.keep_on_screen()
    assert person.window.geometry() == before


@pytest.mark.parametrize(
    ("size", "columns", "questions"),
    [((1280, 800), 4, 0), ((1920, 1080), 4, 3), ((2560, 1440), 4, 6), ((3840, 2160), 4, 6), ((1080, 1920), 2, 4)],
    ids=str,
)
def test_a_large_home_page_shows_questions_on_its_cards(
    open_window: OpenWindow, size: tuple[int, int], columns: int, questions: int
) -> None:
    person = open_window(size=size)
    QApplication.processEvents()
    cards = person.parts.home.cards
    assert len({place_of(person, card).left() for card in cards}) == columns
    assert max(len(card.rows) for card in cards) == questions
    assert place_of(person, cards[-1]).bottom() <= place_of(person, person.parts.footer).top()
    for card in cards:
        assert all(card.rect().contains(row.geometry()) for row in card.rows)
        assert all(row.height() >= 44 for row in card.rows)


def test_a_question_on_a_card_opens_its_page_and_the_card_its_topic(open_window: OpenWindow) -> None:
    person = open_window(size=(1920, 1080))
    row = person.parts.home.cards[1].rows[0]
    person.clicks(row)
    assert person.page == row.example.article
    person.presses(Key.Key_Home, ALT)
    card = person.parts.home.cards[1]
    person.clicks(card, QPoint(card.width() // 2, card.height() - 12))
    assert person.page == f"topics/{card.data.topic}"


def test_headings_beside_the_page_are_as_high_as_their_words(open_window: OpenWindow) -> None:
    person = open_window(page=RISK)
    view = person.parts.outline.view
    for width in (1280, 1700, 1280):
        person.makes_window(width, 800)
        rows = [view.model().index(row, 0) for row in range(view.model().rowCount())]
        for row in rows:
            reading = row.data(ANCHOR) == view.delegate.reading
            chosen = person.parts.pane.look.font(weight=700 if reading else 400)
            chosen.setPixelSize(17)
            words = wrapped_height(chosen, row.data(), view.viewport().width() - 26 - 14)
            assert view.visualRect(row).height() == max(44, words + 14)


def test_headings_beside_a_low_page_have_no_scroll_bar_and_are_all_reached(open_window: OpenWindow) -> None:
    person = open_window(page="causes/medicines", size=(1280, 480))
    view = person.parts.outline.view
    last = view.model().index(view.model().rowCount() - 1, 0)
    assert view.visualRect(last).bottom() > view.viewport().height()
    assert not view.verticalScrollBar().isVisible()
    view.setFocus()
    person.presses(Key.Key_End)
    assert view.viewport().rect().contains(view.visualRect(last))
