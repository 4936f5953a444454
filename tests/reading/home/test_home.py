"""The home page: a question, what to do in an emergency, and a card for each topic, at any size."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QScrollBar, QWidget

from pmlapp.library.pages.pages import Pages
from pmlapp.reading.home.home import HomePage
from pmlapp.reading.home.home_parts import OutlinedButton
from pmlapp.reading.home.topic_cards import CardData, Example, TopicCard
from pmlapp.reading.look.look import WRAPPED
from tests.reading.conftest import LookOf, PutOnDesk
from tests.reading.pages_of import Desk, Key, count_colour

SIZES = [(800, 489), (1280, 689), (1920, 969), (3840, 2049), (1080, 1809)]
"""What bars leave of windows of 800 x 600, 1280 x 800, 1920 x 1080, 3840 x 2160 and 1080 x 1920."""


class HomeReader:
    """Stands before the home page.  Methods are what a reader does, properties what can be seen."""

    def __init__(self, home: HomePage, desk: Desk) -> None:
        self.home = home
        self.desk = desk
        self.asked: list[str] = []
        home.topic_asked.connect(self.asked.append)
        home.article_asked.connect(self.asked.append)
        home.help_asked.connect(self._help)

    def _help(self) -> None:
        self.asked.append("help")

    def scrolls_to_the_end(self) -> None:
        bar = self.scroll_bar
        bar.setValue(bar.maximum())

    @property
    def scroll_area(self) -> QScrollArea:
        area = self.home.findChild(QScrollArea)
        assert isinstance(area, QScrollArea)
        return area

    @property
    def scroll_bar(self) -> QScrollBar:
        return self.scroll_area.verticalScrollBar()

    def place(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self.home, QPoint(0, 0)), part.size())

    @property
    def columns(self) -> int:
        tops = [self.place(card).top() for card in self.home.cards]
        return tops.count(tops[0])


OpenHome = Callable[..., HomeReader]


@pytest.fixture
def open_home(pages: Pages, look_of: LookOf, put_on_desk: PutOnDesk) -> OpenHome:
    def opened(size: tuple[int, int] = (1280, 689), percent: int = 100, theme: str = "light") -> HomeReader:
        look = look_of(theme, percent)
        shelves = [shelf for shelf in pages.catalog.outline if shelf.articles]
        home = HomePage(
            look,
            subtitle="Plain answers about PML, a rare infection of the brain.",
            examples=(
                Example("catching/is-it-contagious", "Is PML contagious?"),
                Example("signs/symptoms", "What are the symptoms of PML?"),
                Example("treatment/how-is-pml-treated", "How is PML treated?"),
            ),
            cards=tuple(
                CardData(
                    shelf.topic.id,
                    shelf.topic.title,
                    shelf.topic.description,
                    shelf.topic.icon,
                    pages.words.questions(len(shelf.articles)),
                )
                for shelf in shelves
            ),
            emergency_sign=pages.words.emergency_sign,
            emergency_action=pages.words.emergency_strip("112"),
        )
        return HomeReader(home, put_on_desk(home, look, size=size))

    return opened


def test_each_topic_has_a_card_that_says_what_it_holds(open_home: OpenHome, pages: Pages) -> None:
    cards = open_home().home.cards
    shelves = [shelf for shelf in pages.catalog.outline if shelf.articles]
    assert [card.accessibleName() for card in cards] == [shelf.topic.title for shelf in shelves]
    for card, shelf in zip(cards, shelves, strict=True):
        assert shelf.topic.description in card.accessibleDescription()
        assert pages.words.questions(len(shelf.articles)) in card.accessibleDescription()


def test_a_click_on_a_card_asks_for_its_topic(open_home: OpenHome) -> None:
    reader = open_home()
    card = reader.home.cards[1]
    QTest.mouseClick(card, Qt.MouseButton.LeftButton, pos=QPoint(card.width() - 4, card.height() - 4))
    assert reader.asked == [card.data.topic]


def test_a_click_on_an_example_asks_for_its_page(open_home: OpenHome) -> None:
    reader = open_home()
    QTest.mouseClick(reader.home.panel.examples[1], Qt.MouseButton.LeftButton)
    assert reader.asked == ["signs/symptoms"]


def test_the_strip_leads_to_the_signs_of_an_emergency(open_home: OpenHome) -> None:
    reader = open_home()
    label = reader.home.strip.findChild(QLabel, "emergency_words")
    assert isinstance(label, QLabel)
    assert "Call 112 now." in label.text()
    QTest.mouseClick(reader.home.strip.link, Qt.MouseButton.LeftButton)
    assert reader.asked == ["help"]


def test_tab_goes_from_the_question_over_the_examples_and_the_strip_to_every_card(open_home: OpenHome) -> None:
    reader = open_home()
    home = reader.home
    stops: list[QWidget] = [home.panel.search, *home.panel.examples, home.strip.link, *home.cards]
    home.panel.search.setFocus()
    for stop in stops:
        assert reader.desk.focusWidget() is stop
        reader.desk.presses(Key.Key_Tab)
    reader.desk.presses(Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert reader.desk.focusWidget() is home.cards[-1]
    reader.desk.presses(Key.Key_Space)
    assert reader.asked == [home.cards[-1].data.topic]


def test_a_card_that_tab_comes_to_is_brought_into_sight(open_home: OpenHome) -> None:
    reader = open_home((800, 400), 150)
    reader.home.strip.link.setFocus()
    for card in reader.home.cards:
        reader.desk.presses(Key.Key_Tab)
        assert reader.desk.focusWidget() is card
        sight = reader.scroll_area.geometry()
        assert sight.contains(reader.place(card)) or card.height() > sight.height()
        assert sight.intersects(reader.place(card))


@pytest.mark.parametrize("percent", [100, 200, 300, 400])
@pytest.mark.parametrize("size", [*SIZES, (800, 433)], ids=str)
def test_the_emergency_strip_never_scrolls_away(open_home: OpenHome, size: tuple[int, int], percent: int) -> None:
    reader = open_home(size, percent)
    for _ in range(2):
        assert reader.home.rect().contains(reader.place(reader.home.strip))
        reader.scrolls_to_the_end()
    if reader.scroll_bar.maximum():
        # What scrolls does so below it, with some room left.
        assert not reader.place(reader.home.strip).intersects(reader.scroll_area.geometry())
        assert reader.scroll_area.height() > size[1] / 2


def test_the_strip_is_as_large_as_before_when_the_window_has_room_again(open_home: OpenHome) -> None:
    reader = open_home((1920, 969), 300)
    large = reader.home.strip.height()
    reader.desk.give(800, 433)
    assert reader.home.strip.height() * 3 <= 433
    reader.desk.give(1920, 969)
    assert reader.home.strip.height() == large


@pytest.mark.parametrize(
    ("size", "percent", "columns"),
    [
        ((3840, 2049), 100, 4),
        ((1920, 969), 100, 4),
        ((1280, 689), 100, 4),
        ((1080, 1809), 100, 2),
        ((800, 489), 100, 2),
        ((500, 489), 100, 1),
        ((1280, 633), 200, 2),
        ((800, 433), 300, 1),
    ],
    ids=str,
)
def test_cards_stand_in_as_many_columns_as_there_is_room_for(
    open_home: OpenHome, size: tuple[int, int], percent: int, columns: int
) -> None:
    reader = open_home(size, percent)
    assert reader.columns == columns
    places = [reader.place(card) for card in reader.home.cards]
    assert all(place.left() >= 0 and place.right() <= size[0] for place in places)
    assert not any(one.intersects(other) for n, one in enumerate(places) for other in places[:n])
    assert max(place.width() for place in places) - min(place.width() for place in places) <= columns


def test_columns_change_with_the_window(open_home: OpenHome) -> None:
    reader = open_home()
    reader.desk.give(800, 489)
    assert reader.columns == 2
    reader.desk.give(1280, 689)
    assert reader.columns == 4


def test_on_an_ordinary_screen_all_of_it_is_in_sight_at_once(open_home: OpenHome) -> None:
    reader = open_home((1280, 689))
    assert reader.scroll_bar.maximum() == 0
    for card in reader.home.cards:
        assert reader.home.rect().contains(reader.place(card))


@pytest.mark.parametrize("percent", [100, 150, 200, 300])
@pytest.mark.parametrize("size", [*SIZES, (500, 489)], ids=str)
def test_no_word_is_cut_off(open_home: OpenHome, size: tuple[int, int], percent: int) -> None:
    reader = open_home(size, percent)
    home = reader.home
    for label in home.findChildren(QLabel):
        if label.isVisible():
            assert label.width() >= label.minimumSizeHint().width() or label.wordWrap(), label.text()
            assert label.height() >= label.heightForWidth(label.width()), label.text()
    for button in (*home.panel.examples, home.strip.link):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width(), button.text()
            assert home.rect().adjusted(0, -10_000, 0, 10_000).contains(reader.place(button)), button.text()
    bar = home.cards[0]._look.scale.bar
    for card in home.cards:
        assert words_need(card, bar) <= card.height(), card.text()


def words_need(card: TopicCard, bar: Callable[[float], int]) -> int:
    """The height that title, description and count need below each other, measured apart from the card's own sums."""
    inside = card.width() - 2 * bar(17)
    title, text = (
        look.boundingRect(QRect(0, 0, width, 10_000), WRAPPED, words).height()
        for look, width, words in (
            (QFontMetrics(card._title_font()), inside - bar(38) - bar(9), card.data.title),
            (QFontMetrics(card._text_font()), inside, card.data.description),
        )
    )
    return bar(13) + title + bar(4) + text + bar(21) + bar(10)


@pytest.mark.parametrize(("percent", "shown"), [(100, 3), (300, 0)])
def test_examples_that_have_no_room_are_left_out_whole(open_home: OpenHome, percent: int, shown: int) -> None:
    reader = open_home((1280, 633), percent)
    visible = [button for button in reader.home.panel.examples if button.isVisible()]
    assert len(visible) >= shown
    for button in visible:
        assert reader.place(button).right() <= reader.place(reader.home.panel).right()


@pytest.mark.parametrize("percent", [100, 300])
def test_what_can_be_touched_is_large_enough(open_home: OpenHome, percent: int) -> None:
    reader = open_home((1280, 689), percent)
    for part in (*reader.home.panel.examples, *reader.home.cards, reader.home.panel.search):
        if part.isVisible():
            assert part.height() >= 44
            assert part.width() >= 44
    for card in reader.home.cards:
        assert card.height() >= 150


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast", "warm_paper"])
def test_the_strip_is_red_in_every_theme_and_the_colours_change_with_it(
    open_home: OpenHome, look_of: LookOf, theme: str
) -> None:
    reader = open_home(theme="light")
    look = look_of(theme)
    reader.home.set_look(look)
    picture = reader.home.strip.grab().toImage()
    assert count_colour(picture, look.theme.emergency_line) > reader.home.strip.width()
    assert count_colour(picture, look.theme.emergency_text) > 20


def test_the_text_size_is_changed_in_place(open_home: OpenHome, look_of: LookOf) -> None:
    reader = open_home()
    reader.home.set_look(look_of("light", 200))
    assert reader.columns == 2
    reader.home.set_look(look_of("light", 100))
    QApplication.processEvents()
    assert reader.columns == 4
    assert reader.scroll_bar.maximum() == 0


def test_a_card_under_the_pointer_is_tinted(open_home: OpenHome, look_of: LookOf) -> None:
    reader = open_home()
    card = reader.home.cards[0]
    tint = look_of().theme.tint
    before = count_colour(card.grab().toImage(), tint)
    QTest.mousePress(card, Qt.MouseButton.LeftButton)
    pressed = count_colour(card.grab().toImage(), look_of().theme.tint_strong)
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=QPoint(-50, -50))
    QApplication.processEvents()
    assert before < 2000
    assert pressed > 0.5 * card.width() * card.height()
    assert reader.asked == []


def test_examples_are_buttons_with_names(open_home: OpenHome) -> None:
    for button in open_home().home.panel.examples:
        assert isinstance(button, OutlinedButton)
        assert button.accessibleName() == button.text() != ""
