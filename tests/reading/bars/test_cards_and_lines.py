"""What comes and goes around the page: the card beside a word, the banner, the line at the foot, the menus."""

from typing import NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from pmlapp.content.page import OutlineEntry
from pmlapp.reading.bars.banner import Banner
from pmlapp.reading.bars.footer import Footer
from pmlapp.reading.bars.menus import Menus
from pmlapp.reading.bars.top_bar import TopBar
from pmlapp.reading.beside.note import Note
from pmlapp.reading.beside.popover import Popover
from pmlapp.reading.look.buttons import IconButton, LinkButton
from pmlapp.reading.look.look import Look
from tests.reading.conftest import LookOf, PutOnDesk
from tests.reading.pages_of import CTRL, Desk, Key, count_colour

MYELIN = Note("myelin", "The coat of a nerve fibre.", (("See all words", "words"), ("Read more", "about/pml-in-short")))
BARE = Note("myelin", "The coat of a nerve fibre.")
LONG = Note("A long note", "Many words say what one would have said. " * 7, MYELIN.actions)


def words_in(part: QWidget) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


# The card


class CardReader(NamedTuple):
    """A card over a page of some size, and what was reported."""

    card: Popover
    page: QWidget
    desk: Desk
    chosen: list[str]
    closings: list[bool]

    def opens(self, note: Note, beside: QRect) -> None:
        self.card.show_popover(note, beside, self.page.rect())

    @property
    def keyboard_words(self) -> str:
        focus = self.desk.focusWidget()
        return focus.accessibleName() if focus is not None else ""


def card_over(put_on_desk: PutOnDesk, look: Look, size: tuple[int, int]) -> CardReader:
    page = QWidget()
    card = Popover(look, page)
    reader = CardReader(card, page, put_on_desk(page, look, size=size), [], [])
    card.action_chosen.connect(reader.chosen.append)
    card.closed.connect(lambda: reader.closings.append(True))
    return reader


@pytest.fixture
def card(put_on_desk: PutOnDesk, look: Look) -> CardReader:
    return card_over(put_on_desk, look, (800, 600))


def test_a_card_says_its_word_and_what_it_means(card: CardReader) -> None:
    card.opens(MYELIN, QRect(100, 100, 60, 24))
    assert card.card.isVisible()
    assert words_in(card.card) == "myelin\nThe coat of a nerve fibre."
    assert card.card.accessibleName() == "myelin. The coat of a nerve fibre."


def test_a_card_opens_below_its_word_and_above_it_near_the_foot(card: CardReader) -> None:
    word = QRect(100, 100, 60, 24)
    card.opens(MYELIN, word)
    assert card.card.geometry().top() > word.bottom()
    low = QRect(100, 560, 60, 24)
    card.opens(MYELIN, low)
    assert card.card.geometry().bottom() < low.top()


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("size", [(800, 600), (420, 640)], ids=str)
@pytest.mark.parametrize("note", [MYELIN, BARE, LONG], ids=["short", "bare", "long"])
def test_a_card_stays_inside_the_window_with_all_it_says(
    put_on_desk: PutOnDesk, look_of: LookOf, size: tuple[int, int], percent: int, note: Note
) -> None:
    card = card_over(put_on_desk, look_of("light", percent), size)
    right, foot = size
    for beside in (QRect(0, 0, 40, 24), QRect(right - 40, foot // 3, 40, 24), QRect(right // 2, foot - 30, 40, 24)):
        card.opens(note, beside)
        assert card.page.rect().contains(card.card.geometry())
        for label in card.card.findChildren(QLabel):
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_a_card_of_another_word_takes_the_place_of_the_first(card: CardReader) -> None:
    card.opens(MYELIN, QRect(100, 100, 60, 24))
    card.opens(BARE._replace(title="virus", text="A very small germ."), QRect(200, 300, 60, 24))
    assert words_in(card.card) == "virus\nA very small germ."
    assert not any(button.isVisible() for button in card.card.findChildren(LinkButton))


def test_a_card_opens_with_the_keyboard_on_the_first_way_on(card: CardReader) -> None:
    card.opens(MYELIN, QRect(100, 100, 60, 24))
    assert card.keyboard_words == "See all words"
    card.desk.presses(Key.Key_Space)
    assert card.chosen == ["words"]
    assert not card.card.isVisible()


def test_a_card_without_a_way_on_has_the_keyboard_on_its_close_button(card: CardReader) -> None:
    card.opens(BARE, QRect(100, 100, 60, 24))
    assert card.keyboard_words == "Close"


def test_esc_closes_a_card_once_and_says_so_that_the_keyboard_can_go_back(card: CardReader) -> None:
    card.opens(MYELIN, QRect(100, 100, 60, 24))
    card.desk.presses(Key.Key_Escape)
    assert not card.card.isVisible()
    assert card.closings == [True]
    card.card.dismiss()
    assert card.closings == [True]


def test_the_close_button_closes_a_card(card: CardReader) -> None:
    card.opens(MYELIN, QRect(100, 100, 60, 24))
    button = card.card.findChild(IconButton, "close_note")
    assert isinstance(button, IconButton)
    assert min(button.width(), button.height()) >= 44
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert (card.card.isVisible(), card.closings, card.chosen) == (False, [True], [])


def test_a_way_on_is_followed_by_click(card: CardReader) -> None:
    card.opens(MYELIN, QRect(100, 100, 60, 24))
    button = next(each for each in card.card.findChildren(LinkButton) if each.text() == "Read more")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert card.chosen == ["about/pml-in-short"]


def test_the_words_of_a_card_are_never_taken_for_html(card: CardReader) -> None:
    card.opens(Note("<b>x</b>", "<img src='/x.png'>", ()), QRect(100, 100, 60, 24))
    assert words_in(card.card) == "<b>x</b>\n<img src='/x.png'>"
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in card.card.findChildren(QLabel))


# The banner


@pytest.fixture
def banner(put_on_desk: PutOnDesk, look: Look) -> Banner:
    banner = Banner(look)
    put_on_desk(banner, look, size=(800, 80))
    return banner


def test_a_banner_is_there_only_while_it_says_something(banner: Banner) -> None:
    assert (banner.isVisible(), banner.sentence) == (False, "")
    banner.say("This library has no page called “x”. Search for it.")
    assert banner.isVisible()
    assert words_in(banner) == banner.sentence == banner.accessibleName()
    assert banner.sentence == "This library has no page called “x”. Search for it."
    banner.dismiss()
    assert (banner.isVisible(), banner.sentence) == (False, "")


def test_a_second_sentence_takes_the_place_of_the_first(banner: Banner) -> None:
    banner.say("One.")
    banner.say("Two.")
    assert banner.sentence == "Two."


def test_a_banner_is_closed_by_its_button_by_click_and_by_key(banner: Banner) -> None:
    banner.say("One.")
    QTest.mouseClick(banner.close_button, Qt.MouseButton.LeftButton)
    assert banner.sentence == ""
    banner.say("Two.")
    banner.close_button.setFocus()
    QTest.keyClick(banner.close_button, Key.Key_Space)
    assert banner.sentence == ""


def test_a_banner_is_as_high_as_its_sentence_needs(banner: Banner) -> None:
    banner.say("One.")
    short = banner.sizeHint().height()
    banner.say("Many words say what one would have said. " * 8)
    assert banner.heightForWidth(800) > short
    label = banner.findChild(QLabel, "banner_words")
    assert isinstance(label, QLabel)
    assert label.textFormat() is Qt.TextFormat.PlainText


# The line at the foot


CLAIM = "Not reviewed by a clinician."
CARE = "It does not replace your own care team."
STATEMENT = "Put together from cited sources, checked on 21 November 2026."


def foot_of(put_on_desk: PutOnDesk, look: Look, width: int) -> tuple[Footer, QLabel, Desk]:
    footer = Footer(look)
    footer.say(detail=STATEMENT, headline=CLAIM, care=CARE)
    desk = put_on_desk(footer, look, size=(width, look.scale.bar(41)))
    label = footer.findChild(QLabel, "footer_words")
    assert isinstance(label, QLabel)
    return footer, label, desk


def test_with_room_the_foot_says_all_of_it(put_on_desk: PutOnDesk, look: Look) -> None:
    _, label, _ = foot_of(put_on_desk, look, 1280)
    assert label.text() == f"{STATEMENT} <b>{CLAIM}</b> {CARE}"


def test_the_foot_says_less_where_there_is_less_room_and_more_again_where_there_is_more(
    put_on_desk: PutOnDesk, look: Look
) -> None:
    footer, label, desk = foot_of(put_on_desk, look, 1280)
    desk.give(800, 41)
    assert label.text() == f"<b>{CLAIM}</b> {CARE}"
    desk.give(480, 41)
    assert label.text() == f"<b>{CLAIM}</b>"
    desk.give(1280, 41)
    assert label.text().startswith(STATEMENT)
    assert footer.height() == 41


@pytest.mark.parametrize("percent", [100, 150, 200, 300, 400])
@pytest.mark.parametrize("width", [480, 800, 1280])
def test_the_claim_is_never_dropped_and_never_cut(
    put_on_desk: PutOnDesk, look_of: LookOf, width: int, percent: int
) -> None:
    footer, label, _ = foot_of(put_on_desk, look_of("light", percent), width)
    assert CLAIM in label.text()
    assert label.sizeHint().width() <= label.width()
    assert label.sizeHint().height() <= footer.height()
    assert not footer.about.isVisible() or not label.geometry().intersects(footer.about.geometry())


def test_a_listener_hears_all_of_the_foot_however_narrow_it_is(put_on_desk: PutOnDesk, look: Look) -> None:
    _, label, desk = foot_of(put_on_desk, look, 480)
    assert label.accessibleName() == f"{STATEMENT} {CLAIM} {CARE}"
    assert desk.isVisible()


def test_the_foot_leads_to_the_page_about_the_library(put_on_desk: PutOnDesk, look: Look) -> None:
    footer, _, desk = foot_of(put_on_desk, look, 800)
    asked: list[bool] = []
    footer.about_asked.connect(lambda: asked.append(True))
    QTest.mouseClick(footer.about, Qt.MouseButton.LeftButton)
    desk.before.setFocus()
    desk.presses(Key.Key_Tab)
    assert desk.keyboard == "about_library"
    desk.presses(Key.Key_Space)
    assert asked == [True, True]


# The menus


@pytest.fixture
def menus(put_on_desk: PutOnDesk, look: Look) -> Menus:
    button = QWidget()
    menus = Menus(look, button)
    put_on_desk(button, look, size=(200, 60))
    menus.set_look(look)
    return menus


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_other_menu_holds_the_places_of_the_page_where_they_stand_nowhere_else(menus: Menus, look: Look) -> None:
    places = (OutlineEntry(2, "Short answer", "short-answer"), OutlineEntry(2, "Sources", "sources"))
    parent = menus.parentWidget()
    assert parent is not None
    bar = TopBar(look, "PML Answers", search_hint="Search here", parent=parent)
    bar.set_ways(back=True, forward=False)
    bar.arrange(at_home=False, narrow=True)
    menus.show_more(bar, places)
    assert menus.entry("find").isVisible()
    assert menus.entry("places").isVisible()
    asked: list[str] = []
    menus.place_asked.connect(asked.append)
    menus.places.actions()[1].trigger()
    assert asked == ["sources"]
    assert menus.entry("reading").isVisible()
    assert menus.entry("forward").isVisible()
    assert not menus.entry("forward").isEnabled()
    menus.more.close()
    bar.set_ways(back=True, forward=True)
    bar.arrange(at_home=True, narrow=False)
    menus.show_more(bar, ())
    assert not menus.entry("find").isVisible()
    assert not menus.entry("places").isVisible()
    assert not menus.entry("reading").isVisible()
    assert not menus.entry("words").isVisible()
    assert menus.entry("forward").isEnabled()
    menus.more.close()


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_an_entry_of_the_menu_asks_for_its_command_and_shows_its_key_without_taking_it(
    put_on_desk: PutOnDesk, look: Look
) -> None:
    part = QWidget()
    menus = Menus(look, part, keys={"find": "Ctrl+F"})
    desk = put_on_desk(part, look, size=(400, 80))
    asked: list[str] = []
    menus.asked.connect(asked.append)
    assert menus.entry("find").shortcut().toString() == "Ctrl+F"
    desk.presses(Key.Key_F, CTRL)
    assert asked == []
    for name in ("find", "words", "about"):
        menus.entry(name).trigger()
    assert asked == ["find", "words", "about"]


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_the_button_of_an_open_menu_is_filled_until_the_menu_closes(put_on_desk: PutOnDesk, look: Look) -> None:
    part = QWidget()
    bar = TopBar(look, "PML Answers", search_hint="Search here", parent=part)
    menus = Menus(look, part)
    put_on_desk(part, look, size=(1280, 80))
    bar.resize(1280, 80)
    bar.arrange(at_home=False, narrow=False)
    more = bar.button("more")
    usual = count_colour(more.grab().toImage(), look.theme.primary)
    menus.show_more(bar, ())
    assert count_colour(more.grab().toImage(), look.theme.primary) > usual + 1000
    menus.more.close()
    assert count_colour(more.grab().toImage(), look.theme.primary) == usual


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_menu_has_round_corners_and_its_tick_is_at_the_end_of_the_row(menus: Menus, look: Look) -> None:
    menus.set_remembering(True)
    menu = menus.more
    menu.popup(QPoint(0, 0))
    corners = menu.mask()
    assert not corners.contains(QPoint(0, 0))
    assert corners.contains(menu.rect().center())
    assert corners.contains(QPoint(menu.width() // 2, 0))
    picture = menu.grab().toImage()
    ticks = {}
    for action in menu.actions():
        if action.isSeparator() or action.menu() is not None or action is menu.activeAction():
            continue
        row = menu.actionGeometry(action)
        end = QRect(row.right() - 34, row.top() + 2, 32, row.height() - 4)
        ticks[action.text()] = count_colour(picture, look.theme.text, end)
    assert [name for name, pixels in ticks.items() if pixels] == ["Remember where I was"]
    menu.close()


def test_forgetting_the_place_is_a_choice_that_is_reported(menus: Menus) -> None:
    menus.set_remembering(True)
    assert menus.remembering.isChecked()
    told: list[bool] = []
    menus.remembering_chosen.connect(told.append)
    menus.remembering.trigger()
    menus.remembering.trigger()
    assert told == [False, True]
