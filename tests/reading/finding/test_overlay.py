"""The panel with round corners that lies over the page."""

import pytest
from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from pmlapp.reading.finding.overlay import Overlay
from tests.builders import PATIENCE_MS
from tests.painted import Painted, on_screen
from tests.reading.pages_of import count_colour

GROUND, LINE, BENEATH, INSIDE = (QColor(name) for name in ("#ffffff", "#336699", "#cc8844", "#22aa22"))
PLACE = QRect(50, 40, 300, 200)


class Plain(QWidget):
    """Something opaque of one colour that can be painted in another."""

    def __init__(self, colour: QColor, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.paint_in(colour)

    def paint_in(self, colour: QColor) -> None:
        palette = self.palette()
        palette.setColor(self.backgroundRole(), colour)
        self.setPalette(palette)


class Desk:
    """A panel full of one colour over a page of another."""

    def __init__(self) -> None:
        self.window = QWidget()
        self.page = Plain(BENEATH, self.window)
        self.page.setGeometry(0, 0, 600, 400)
        self.panel = Overlay(self.window)
        self.panel.set_colours(GROUND, LINE)
        self.full = Plain(INSIDE, self.panel.inside)
        column = QVBoxLayout(self.panel.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.full)
        self.window.resize(600, 400)

    def colour(self, at: QPoint) -> str:
        return on_screen(self.window).pixelColor(at).name()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    desk = Desk()
    qtbot.addWidget(desk.window)
    with qtbot.waitExposed(desk.window):
        desk.window.show()
    desk.panel.bring_up(PLACE)
    return desk


def corners(place: QRect) -> list[QPoint]:
    return [place.topLeft(), place.topRight(), place.bottomLeft(), place.bottomRight()]


def test_the_page_is_seen_in_the_corners_and_nothing_of_it_elsewhere(desk: Desk) -> None:
    assert {desk.colour(at) for at in corners(PLACE)} == {BENEATH.name()}
    assert desk.colour(PLACE.center()) == INSIDE.name()
    assert desk.colour(QPoint(PLACE.left(), PLACE.center().y())) == LINE.name()
    assert desk.colour(QPoint(PLACE.center().x(), PLACE.bottom())) == LINE.name()


def test_what_stands_inside_is_cut_off_by_the_round_edge(desk: Desk) -> None:
    picture = on_screen(desk.window)
    for inward in (2, 3):
        at = PLACE.topLeft() + QPoint(inward, inward)
        assert picture.pixelColor(at).name() != INSIDE.name()
    assert picture.pixelColor(PLACE.topLeft() + QPoint(8, 8)).name() == INSIDE.name()


def test_what_changes_beneath_is_seen_in_the_corners(desk: Desk) -> None:
    desk.page.paint_in(QColor("#000000"))
    assert {desk.colour(at) for at in corners(PLACE)} == {"#000000"}


def test_painting_what_is_inside_paints_nothing_beneath(desk: Desk) -> None:
    with Painted(desk.page, desk.full) as painted:
        desk.full.paint_in(QColor("#aa22aa"))
        desk.panel.bring_up(PLACE)
    assert (painted.times(desk.full), painted.times(desk.page)) == (1, 0)
    assert desk.colour(PLACE.center()) == "#aa22aa"


def test_it_grows_at_once_and_gets_lower_after_a_pause(desk: Desk, qtbot: QtBot) -> None:
    desk.panel.bring_up(PLACE.adjusted(0, 0, 0, 100))
    assert desk.panel.height() == PLACE.height() + 100
    desk.panel.bring_up(PLACE)
    assert desk.panel.height() == PLACE.height() + 100
    qtbot.waitUntil(lambda: desk.panel.geometry() == PLACE, timeout=PATIENCE_MS)
    assert {desk.colour(at) for at in corners(PLACE)} == {BENEATH.name()}
    assert desk.colour(QPoint(PLACE.center().x(), PLACE.bottom() + 50)) == BENEATH.name()


def test_needed_high_again_it_does_not_get_lower_any_more(desk: Desk, qtbot: QtBot) -> None:
    pause = desk.panel.findChild(QTimer)
    assert isinstance(pause, QTimer)
    desk.panel.bring_up(PLACE.adjusted(0, 0, 0, -50))
    assert pause.isActive()
    desk.panel.bring_up(PLACE)
    assert not pause.isActive()
    assert desk.panel.geometry() == PLACE


def test_brought_up_again_it_is_where_it_is_wanted_at_once(desk: Desk) -> None:
    lower = PLACE.adjusted(0, 0, 0, -100)
    desk.panel.hide()
    desk.panel.bring_up(lower)
    assert desk.panel.geometry() == lower
    moved = lower.translated(100, 0)
    desk.panel.bring_up(moved)
    assert desk.panel.geometry() == moved
    assert {desk.colour(at) for at in corners(moved)} == {BENEATH.name()}
    assert desk.colour(QPoint(lower.left() + 50, lower.center().y())) == BENEATH.name()


def test_put_away_it_leaves_nothing_behind(desk: Desk) -> None:
    desk.panel.hide()
    picture = on_screen(desk.window)
    assert count_colour(picture, BENEATH) == picture.width() * picture.height()
