"""Every control has a name, a size to touch and a ring to see it by; the top bar shows what is useful."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from pmlapp.content.model import Findings
from pmlapp.library.kept import Bookmark, Kept
from pmlapp.library.pages.pages import Pages
from pmlapp.library.take_home import TakeHome
from pmlapp.library.visit_questions import VisitQuestions
from pmlapp.reading.bars.banner import Banner
from pmlapp.reading.bars.commands import COMMANDS, Command, Group
from pmlapp.reading.bars.footer import Footer
from pmlapp.reading.bars.top_bar import TopBar
from pmlapp.reading.beside.note import Note
from pmlapp.reading.beside.outline import Outline
from pmlapp.reading.beside.popover import Popover
from pmlapp.reading.beside.topic_model import TopicModel
from pmlapp.reading.beside.topic_tree import TopicPanel, TopicTree
from pmlapp.reading.finding.find_bar import FindBar
from pmlapp.reading.finding.hit_list import HitList
from pmlapp.reading.finding.search_box import SearchBox
from pmlapp.reading.keeping.bookmarks import Mark, MarkList
from pmlapp.reading.keeping.code_sheet import CodeSheet
from pmlapp.reading.keeping.kept_sheet import KeptSheet
from pmlapp.reading.keeping.questions_panel import QuestionsPanel
from pmlapp.reading.look.buttons import BarButton, LinkButton, WordButton
from pmlapp.reading.look.focus_ring import FocusRing
from pmlapp.reading.look.look import UNRINGED, Look
from tests.reading.conftest import CAUSES, LookOf, OpenPage, PutOnDesk
from tests.reading.pages_of import Key, count_colour

PARTS = (
    "top bar",
    "narrow top bar",
    "topics",
    "outline",
    "hits",
    "no hits",
    "card",
    "banner",
    "footer",
    "search box",
    "find bar",
    "my questions",
    "code to take home",
    "what is kept",
    "bookmarks",
)
_THEMES = ("light", "dark", "high_contrast", "warm_paper")
MakePart = Callable[[str, Look], QWidget]


@pytest.fixture
def make_part(pages: Pages) -> MakePart:
    def made(name: str, look: Look) -> QWidget:
        room = QRect(0, 0, 800, 600)
        match name:
            case "top bar" | "narrow top bar":
                bar = TopBar(look, "PML Answers", search_hint="Search here")
                bar.set_ways(back=True, forward=True)
                bar.arrange(at_home=False, narrow=name.startswith("narrow"))
                return bar
            case "topics":
                tree = TopicTree(TopicModel(pages.catalog.outline, pages.catalog.topic_of), look)
                tree.expandAll()
                return TopicPanel(tree, look)
            case "outline":
                outline = Outline(look)
                outline.set_entries(pages.page(CAUSES)[0].outline)
                return outline
            case "hits" | "no hits":
                under = QWidget()
                hits = HitList(look, pages.hit_line, under)
                found = pages.search("virus") if name == "hits" else ()
                hits.show_findings(Findings(found, "virus", "virus", ()), QRect(0, 0, 400, 52), room)
                return under
            case "card":
                under = QWidget()
                Popover(look, under).show_popover(
                    Note("myelin", "A coat.", (("More", "words"),)), QRect(9, 9, 9, 9), room
                )
                return under
            case "banner":
                under = QWidget()
                banner = Banner(look, under)
                banner.say("Something went wrong. Try again.")
                banner.setGeometry(0, 0, 800, 120)
                return under
            case "find bar":
                under = QWidget()
                finder = FindBar(look, under)
                finder.begin()
                finder.setGeometry(0, 0, 800, 68)
                finder.say("1 of 3")
                return under
            case "my questions":
                under = QWidget()
                panel = QuestionsPanel(look, under)
                asked = VisitQuestions().with_own("Can I travel?").with_noticed("My hand").toggled("Why?", "a/b")
                panel.show_questions(asked, ("Do I need a test?",), where_kept="Kept here.")
                panel.setGeometry(0, 0, 800, 600)
                panel.open_panel()
                return under
            case "code to take home":
                under = QWidget()
                under.resize(800, 600)
                sheet = CodeSheet(look, under)
                sheet.show_text(TakeHome("What causes PML?", ("1 A virus.",), ()), can_print=True)
                return under
            case "what is kept":
                under = QWidget()
                under.resize(800, 600)
                KeptSheet(look, under).show_kept(Kept(bookmarks=(Bookmark("a/b", "Why?"),)), "/home/kept.json")
                return under
            case "bookmarks":
                under = QWidget()
                marks = MarkList("Bookmarks", look, under)
                marks.show_marks((Mark("a/b", "What causes PML?"), Mark("c/d", "Why?", "Continue reading:", "forward")))
                marks.setGeometry(0, 0, 400, marks.height_for(400))
                return under
            case "footer":
                footer = Footer(look)
                footer.say(detail="", headline="Not reviewed.", care="")
                return footer
            case _:
                box = SearchBox(look)
                box.setText("virus")
                return box

    return made


def controls(part: QWidget) -> list[QWidget]:
    """Everything in a part that can be clicked or have the keyboard, and is there to be seen."""
    both = [part, *part.findChildren(QWidget)]
    return [
        each
        for each in both
        if each.isVisible() and (each.focusPolicy() is not Qt.FocusPolicy.NoFocus or isinstance(each, QAbstractButton))
    ]


@pytest.mark.parametrize("name", PARTS)
def test_every_control_has_a_name_for_those_who_do_not_see_it(
    make_part: MakePart, look: Look, put_on_desk: PutOnDesk, name: str
) -> None:
    part = make_part(name, look)
    put_on_desk(part, look)
    found = controls(part)
    assert found or name == "no hits"
    for control in found:
        told = QAccessible.queryAccessibleInterface(control)
        assert told is not None
        assert told.text(QAccessible.Text.Name).strip(), f"{control.objectName()} {type(control).__name__}"


@pytest.mark.parametrize("name", PARTS)
def test_a_listener_is_told_what_kind_of_control_it_is(
    make_part: MakePart, look: Look, put_on_desk: PutOnDesk, name: str
) -> None:
    part = make_part(name, look)
    put_on_desk(part, look)
    for control in controls(part):
        told = QAccessible.queryAccessibleInterface(control)
        assert told is not None
        if isinstance(control, QCheckBox):
            assert told.role() is QAccessible.Role.CheckBox, control.objectName()
        elif isinstance(control, QAbstractButton):
            assert told.role() is QAccessible.Role.PushButton, control.objectName()
        elif isinstance(control, QLabel):
            # The title of what opens over the page: the keyboard begins there.
            assert control.property(UNRINGED)
        elif isinstance(control, QLineEdit):
            assert told.role() is QAccessible.Role.EditableText
        else:
            assert told.role() in (QAccessible.Role.Tree, QAccessible.Role.List), control.objectName()


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", PARTS)
def test_what_can_be_touched_is_at_least_44_high_and_links_among_words_32(
    make_part: MakePart, look_of: LookOf, put_on_desk: PutOnDesk, name: str, percent: int
) -> None:
    look = look_of("light", percent)
    part = make_part(name, look)
    size = (1500, look.scale.bar(80)) if "top bar" in name else (800, 600) if name != "search box" else (600, 78)
    put_on_desk(part, look, size=size)
    QApplication.processEvents()
    for control in controls(part):
        least = 32 if isinstance(control, LinkButton) else 44
        assert control.height() >= least, (control.objectName(), control.size())
        assert control.width() >= least, (control.objectName(), control.size())


def test_the_page_itself_has_a_name(open_page: OpenPage) -> None:
    told = QAccessible.queryAccessibleInterface(open_page(CAUSES).pane)
    assert told is not None
    assert told.text(QAccessible.Text.Name) == "Page"


def test_a_row_of_topics_says_its_title(make_part: MakePart, look: Look, put_on_desk: PutOnDesk, pages: Pages) -> None:
    part = make_part("topics", look)
    put_on_desk(part, look)
    tree = part.findChild(TopicTree)
    assert isinstance(tree, TopicTree)
    told = QAccessible.queryAccessibleInterface(tree)
    names = {
        told.child(number).text(QAccessible.Text.Name) for number in range(told.childCount()) if told.child(number)
    }
    assert {shelf.topic.title for shelf in pages.catalog.outline} <= names
    assert "What causes PML?" in names


# The top bar


def shown(bar: TopBar) -> list[str]:
    return [button.objectName() for button in bar.buttons() if button.isVisible()]


@pytest.fixture
def bar(look: Look, put_on_desk: PutOnDesk) -> TopBar:
    bar = TopBar(look, "PML Answers", search_hint="Search here")
    put_on_desk(bar, look, size=(1280, 80))
    return bar


def test_at_home_the_bar_names_the_program_and_has_no_search_of_its_own(bar: TopBar) -> None:
    bar.set_ways(back=False, forward=False)
    bar.arrange(at_home=True, narrow=False)
    assert shown(bar) == ["words", "smaller", "larger", "reading", "questions", "more"]
    assert not bar.search.isVisible()
    title = bar.findChild(QLabel, "app_title")
    assert isinstance(title, QLabel)
    assert (title.isVisible(), title.text()) == (True, "PML Answers")


def test_on_a_page_the_bar_leads_home_back_and_to_a_search(bar: TopBar) -> None:
    bar.arrange(at_home=False, narrow=False)
    assert shown(bar) == ["home", "back", "smaller", "larger", "reading", "listen", "print", "questions", "more"]
    assert bar.search.isVisible()


def test_in_a_narrow_window_the_bar_has_icons_with_a_tip_each(bar: TopBar) -> None:
    bar.arrange(at_home=False, narrow=True)
    assert shown(bar) == ["topics", "home", "back", "smaller", "larger", "listen", "questions", "more"]
    for button in bar.buttons():
        assert button.toolTip() == button.accessibleName() != ""
    bar.arrange(at_home=False, narrow=False)
    assert all(button.toolTip() == "" for button in bar.buttons())


def test_a_way_that_is_not_there_is_shown_but_cannot_be_taken(bar: TopBar) -> None:
    bar.arrange(at_home=False, narrow=False)
    bar.set_ways(back=False, forward=False)
    asked: list[bool] = []
    bar.asked.connect(lambda name: asked.append(name == "back"))
    assert bar.button("back").isVisible()
    QTest.mouseClick(bar.button("back"), Qt.MouseButton.LeftButton)
    assert asked == []
    bar.set_ways(back=True, forward=False)
    QTest.mouseClick(bar.button("back"), Qt.MouseButton.LeftButton)
    assert asked == [True]


def test_every_button_of_the_bar_asks_for_what_it_says(bar: TopBar) -> None:
    asked: list[str] = []
    bar.asked.connect(asked.append)
    bar.set_ways(back=True, forward=True)
    for button in bar.buttons():
        button.click()
    assert asked == [button.objectName() for button in bar.buttons()]


TO_COME: tuple[Command, ...] = ()
"""What a full bar holds besides."""


@pytest.mark.parametrize("more", [(), TO_COME], ids=["as it is", "full"])
@pytest.mark.parametrize("percent", [100, 150, 200, 300])
@pytest.mark.parametrize("width", [320, 480, 800, 1040, 1280])
@pytest.mark.parametrize("at_home", [True, False])
def test_nothing_in_the_bar_is_squeezed_or_covered(
    look_of: LookOf, put_on_desk: PutOnDesk, width: int, percent: int, at_home: bool, more: tuple[Command, ...]
) -> None:
    look = look_of("light", percent)
    bar = TopBar(look, "PML Answers", search_hint="Search here", commands=(*more, *COMMANDS))
    narrow = width / look.scale.page < 1040
    bar.set_ways(back=True, forward=True)
    bar.arrange(at_home=at_home, narrow=narrow)
    put_on_desk(bar, look, size=(width, look.scale.bar(70 if narrow else 80)))
    parts: list[QWidget] = [button for button in bar.buttons() if button.isVisible()]
    if bar.search.isVisible():
        parts.append(bar.search)
        assert bar.search.width() >= (320 if not narrow else 120 if width >= 480 else 44)
    for number, part in enumerate(parts):
        assert bar.rect().contains(part.geometry()), part.objectName()
        assert part.height() >= 44
        assert not any(part.geometry().intersects(other.geometry()) for other in parts[:number]), part.objectName()
        if isinstance(part, BarButton):
            assert part.width() >= part.sizeHint().width()


def test_what_has_no_room_folds_and_comes_back_with_the_room(look: Look, put_on_desk: PutOnDesk) -> None:
    bar = TopBar(look, "PML Answers", search_hint="Search here", commands=(*TO_COME, *COMMANDS))
    desk = put_on_desk(bar, look, size=(800, 70))
    bar.arrange(at_home=False, narrow=True)
    whole = ["topics", "home", "back", "smaller", "larger", "listen", "questions", "more"]
    assert shown(bar) == whole
    desk.give(404, 70)
    assert shown(bar) == ["topics", "home", "back", "more"]
    assert not bar.offers("listen")
    desk.give(800, 70)
    assert shown(bar) == whole


def test_tab_goes_through_the_bar_from_left_to_right(look: Look, put_on_desk: PutOnDesk) -> None:
    bar = TopBar(look, "PML Answers", search_hint="Search here", commands=(*TO_COME, *COMMANDS))
    desk = put_on_desk(bar, look, size=(1280, 80))
    bar.set_ways(back=True, forward=True)
    bar.arrange(at_home=False, narrow=False)
    desk.before.setFocus()
    reached: list[QWidget] = []
    for _ in range(10):
        desk.presses(Key.Key_Tab)
        focus = desk.focusWidget()
        assert focus is not None
        reached.append(focus)
    assert [each.objectName() for each in reached] == [
        "home", "back", "search_box", "smaller", "larger", "reading", "listen", "print", "questions", "more"
    ]  # fmt: skip
    edges = [each.geometry().left() for each in reached]
    assert edges == sorted(edges)


def test_a_line_stands_between_the_groups_and_none_where_a_group_is_empty(look: Look, put_on_desk: PutOnDesk) -> None:
    nothing_to_take = tuple(command for command in COMMANDS if command.group is not Group.TAKE_AWAY)
    for commands, lines in ((COMMANDS, 2), (nothing_to_take, 1)):
        bar = TopBar(look, "PML Answers", search_hint="Search here", commands=commands)
        put_on_desk(bar, look, size=(1280, 80))
        bar.arrange(at_home=False, narrow=False)
        QApplication.processEvents()
        picture = bar.grab().toImage()
        columns = [
            x for x in range(bar.width()) if all(picture.pixel(x, y) == look.theme.line.rgb() for y in (22, 40, 58))
        ]
        assert len(columns) == lines
        bar.arrange(at_home=False, narrow=True)
        bar.hide()


@pytest.mark.parametrize("theme", _THEMES)
def test_the_disc_says_how_many_and_is_gone_at_none(look_of: LookOf, put_on_desk: PutOnDesk, theme: str) -> None:
    look = look_of(theme)
    button = BarButton("questions", "My questions", look, role="personal")
    put_on_desk(button, look, size=(110, 66))
    ground = look.theme.personal
    without = count_colour(button.grab().toImage(), ground)
    button.set_count(3, "My questions, 3 in the list")
    three = button.grab().toImage()
    assert count_colour(three, ground) > without + 150
    assert button.accessibleName() == "My questions, 3 in the list"
    button.set_count(12, "My questions, 12 in the list")
    many = button.grab().toImage()
    button.set_count(99, "My questions, 99 in the list")
    assert many == button.grab().toImage() != three
    button.set_chosen(True)
    assert count_colour(button.grab().toImage(), ground) > 3000
    button.set_chosen(False)
    button.set_count(0, "My questions")
    assert count_colour(button.grab().toImage(), ground) == without


def test_a_button_that_opens_a_menu_opens_it_with_the_arrow_down_too(look: Look, put_on_desk: PutOnDesk) -> None:
    button = BarButton("more", "More", look)
    desk = put_on_desk(button, look, size=(60, 66))
    pressed: list[bool] = []
    button.clicked.connect(lambda: pressed.append(True))
    button.setFocus()
    desk.presses(Key.Key_Down)
    desk.presses(Key.Key_Space)
    assert pressed == [True, True]


# The ring


class Ringed:
    """A window with a few controls and the ring over them."""

    def __init__(self, look: Look, put_on_desk: PutOnDesk) -> None:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(20, 20, 20, 20)
        self.button = WordButton("Close", look)
        self.box = SearchBox(look)
        self.quiet = QLineEdit()
        self.quiet.setProperty(UNRINGED, True)
        for each in (self.button, self.box, self.quiet):
            column.addWidget(each)
        self.desk = put_on_desk(part, look, size=(500, 300))
        self.ring = FocusRing(self.desk, look)
        self.desk.before.setFocus()

    def place(self, widget: QWidget) -> QRect:
        return QRect(widget.mapTo(self.desk, QPoint(0, 0)), widget.size())


@pytest.mark.parametrize("theme", _THEMES)
def test_the_ring_stands_around_the_control_that_the_keyboard_is_on(
    look_of: LookOf, put_on_desk: PutOnDesk, theme: str
) -> None:
    look = look_of(theme)
    window = Ringed(look, put_on_desk)
    for control in (window.button, window.box):
        control.setFocus()
        place = window.place(control)
        assert window.ring.isVisible()
        assert window.ring.geometry().contains(place)
        assert window.ring.geometry().center() == place.center()
        picture = window.desk.grab().toImage()
        ringed = count_colour(picture, look.theme.focus_outer, place.adjusted(-8, -8, 8, 8))
        around = 2 * (place.width() + place.height())
        assert ringed > 2 * around
        assert count_colour(picture, look.theme.focus_outer) == ringed


def test_the_ring_goes_with_the_keyboard_by_tab(look: Look, put_on_desk: PutOnDesk) -> None:
    window = Ringed(look, put_on_desk)
    places = []
    for _ in range(2):
        window.desk.presses(Key.Key_Tab)
        places.append(window.ring.geometry().center())
    assert places == [window.place(window.button).center(), window.place(window.box).center()]


def test_what_marks_itself_gets_no_ring(look: Look, put_on_desk: PutOnDesk) -> None:
    window = Ringed(look, put_on_desk)
    window.quiet.setFocus()
    assert not window.ring.isVisible()
    window.button.setFocus()
    assert window.ring.isVisible()


def test_the_page_gets_no_ring_as_it_marks_its_own_links(open_page: OpenPage, look: Look) -> None:
    reader = open_page(CAUSES)
    ring = FocusRing(reader.desk, look)
    reader.desk.before.setFocus()
    assert ring.isVisible()
    reader.pane.setFocus()
    assert not ring.isVisible()
    reader.presses(Key.Key_Tab)
    assert not ring.isVisible()


def test_the_ring_moves_with_its_control_and_on_when_that_is_hidden(look: Look, put_on_desk: PutOnDesk) -> None:
    window = Ringed(look, put_on_desk)
    window.button.setFocus()
    window.button.move(window.button.pos() + QPoint(30, 5))
    assert window.ring.geometry().center() == window.place(window.button).center()
    window.button.resize(200, 60)
    assert window.ring.geometry().contains(window.place(window.button))
    window.button.hide()
    following = window.desk.focusWidget()
    assert following is window.box
    assert window.ring.geometry().center() == window.place(window.box).center()
    window.desk.hide()
    assert not window.ring.isVisible()


def test_the_ring_takes_no_click_and_no_keyboard(look: Look, put_on_desk: PutOnDesk) -> None:
    window = Ringed(look, put_on_desk)
    window.button.setFocus()
    clicked: list[bool] = []
    window.button.clicked.connect(lambda: clicked.append(True))
    QTest.mouseClick(window.desk.windowHandle(), Qt.MouseButton.LeftButton, pos=window.place(window.button).center())
    assert clicked == [True]
    assert window.ring.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_in_a_list_the_ring_stands_around_the_row(look: Look, put_on_desk: PutOnDesk, pages: Pages) -> None:
    tree = TopicTree(TopicModel(pages.catalog.outline, pages.catalog.topic_of), look)
    desk = put_on_desk(tree, look, size=(288, 400))
    ring = FocusRing(desk, look)
    tree.setFocus()
    for row in (0, 2):
        tree.setCurrentIndex(tree.model().index(row, 0))
        tree.viewport().repaint()
        place = tree.visualRect(tree.currentIndex())
        middle = tree.viewport().mapTo(desk, place.center())
        assert ring.isVisible()
        assert abs(ring.geometry().center().y() - middle.y()) <= 1
        assert ring.height() < place.height() + 20


def test_the_ring_takes_other_colours_at_once(look: Look, look_of: LookOf, put_on_desk: PutOnDesk) -> None:
    window = Ringed(look, put_on_desk)
    window.button.setFocus()
    other = look_of("warm_paper")
    window.ring.set_look(other)
    picture = window.desk.grab().toImage()
    assert count_colour(picture, other.theme.focus_outer) > 500
    assert count_colour(picture, look.theme.focus_outer) == 0
