"""What assistive tools are given for a page: the walk of `library.pages.heard`, pressed, focused and let go of."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from pmlapp.content.page import Callout, Care, Page, Text
from pmlapp.library.pages.heard import Heard, heard, heard_words
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.page.accessible_page import Thing
from pmlapp.reading.page.page_factory import answer_for_pages
from tests.reading.conftest import CAUSES, OUTLOOK, OpenPage
from tests.reading.pages_of import Key, PageReader, fold, heading, link, page_of, paragraph

Name = QAccessible.Text.Name
Role = QAccessible.Role


@pytest.fixture(autouse=True)
def tool(qapp: object) -> Iterator[None]:
    """A tool is there from the start, sooner than the program answers."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def document(reader: PageReader) -> QAccessibleInterface:
    return given(reader).child(0)


def given(reader: PageReader) -> QAccessibleInterface:
    """What a tool is given for the pane, once the program answers."""
    answer_for_pages((reader.pane,))
    return QAccessible.queryAccessibleInterface(reader.pane)


def inside(thing: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for number in range(thing.childCount()):
        child = thing.child(number)
        assert child is not None
        assert thing.indexOfChild(child) == number
        yield child
        yield from inside(child)


def found(reader: PageReader, name: str) -> QAccessibleInterface:
    return next(each for each in inside(document(reader)) if each.text(Name) == name)


def everything(parts: tuple[Heard, ...]) -> Iterator[Heard]:
    for part in parts:
        yield part
        yield from everything(part.parts)


def press(thing: QAccessibleInterface) -> None:
    action = thing.actionInterface()
    assert action is not None
    action.doAction(action.pressAction())
    QCoreApplication.processEvents()


def test_every_page_is_the_walk_word_for_word(open_page: OpenPage, every_page: tuple[Page, ...], pages: Pages) -> None:
    reader = open_page(CAUSES)
    for page in every_page:
        reader.reads(page)
        told = list(inside(document(reader)))
        walk = list(everything(heard(page, pages.words)))
        assert [each.text(Name) for each in told] == [each.name for each in walk], page.id
        assert [each.text(QAccessible.Text.Description) for each in told] == [each.detail for each in walk]
        levels = [each.attributesInterface() for each in told]
        assert [each.attributeValue(QAccessible.Attribute.Level) if each is not None else 0 for each in levels] == [
            each.level for each in walk
        ]
        assert not any("\ufdd0" <= letter <= "\ufdef" for each in told for letter in each.text(Name))


def test_the_page_as_a_whole_has_its_title_and_its_language(open_page: OpenPage) -> None:
    whole = document(open_page(CAUSES))
    assert (whole.role(), whole.text(Name)) == (Role.Document, "What causes PML?")
    language = whole.attributesInterface().attributeValue(QAccessible.Attribute.Locale)
    assert language.bcp47Name() == "en"


def test_a_tool_can_neither_read_nor_change_the_text_behind_the_page(open_page: OpenPage) -> None:
    reader = open_page(CAUSES)
    shown = reader.text
    pane = given(reader)
    for each in (pane, *inside(pane)):
        assert each.editableTextInterface() is None
        assert each.textInterface() is None
        each.setText(Name, "Stop your medicine")
    assert reader.text == shown
    assert document(reader).text(Name) == "What causes PML?"


def test_a_link_is_followed_when_it_is_pressed_and_the_keyboard_can_be_put_on_it(open_page: OpenPage) -> None:
    reader = open_page(page_of(paragraph(link("article:a/b", "one"), " and ", link("article:a/c", "two"))))
    press(found(reader, "two"))
    assert reader.followed == [("article:a/c", 1)]
    reader.desk.before.setFocus()
    action = found(reader, "one").actionInterface()
    action.doAction(action.setFocusAction())
    assert reader.link == "article:a/b"
    assert found(reader, "one").state().focused
    assert not found(reader, "two").state().focused
    focused = given(reader).focusChild()
    assert focused.text(Name) == "one"


def test_the_second_of_two_links_to_one_place_is_the_second(open_page: OpenPage) -> None:
    reader = open_page(page_of(paragraph(link("article:a/b", "one"), " and ", link("article:a/b", "two"))))
    press(found(reader, "two"))
    assert reader.followed == [("article:a/b", 1)]


def test_a_fold_says_its_state_and_opens_when_it_is_pressed(open_page: OpenPage) -> None:
    reader = open_page(page_of(fold("the numbers", paragraph("Seven of ten."), name="numbers")))
    head = found(reader, "Show the numbers")
    assert (head.role(), head.state().collapsed, head.state().expanded) == (Role.Button, 1, 0)
    press(head)
    head = found(reader, "Hide the numbers")
    assert (head.state().collapsed, head.state().expanded) == (0, 1)
    assert found(reader, "Seven of ten.").role() is Role.Paragraph


def test_what_is_closed_on_each_visit_is_not_given_to_a_tool(open_page: OpenPage, pages: Pages) -> None:
    reader = open_page(OUTLOOK)
    page = reader.pane.page
    assert page is not None
    opened = frozenset(reader.pane.typeset_with(frozenset()).starts)
    hidden = set(heard_words(heard(page, pages.words, opened))) - set(heard_words(heard(page, pages.words)))
    told = {each.text(Name) for each in inside(document(reader))}
    assert hidden
    assert not hidden & told


def test_a_box_says_of_what_kind_it_is(open_page: OpenPage) -> None:
    box = Callout("b1", Care.EMERGENCY, (Text("Call if"),), (paragraph("it burns"),), "Call 112")  # type: ignore[arg-type]
    reader = open_page(page_of(box))
    assert found(reader, "Emergency").role() is Role.Section
    assert found(reader, "Call if").role() is Role.Heading


def test_things_are_where_they_are_seen(open_page: OpenPage) -> None:
    reader = open_page(page_of(heading("First.", "first"), paragraph("See ", link("article:a/b", "one"))))
    viewport = reader.pane.viewport()
    first, second = found(reader, "First.").rect(), found(reader, "one").rect()
    assert first.bottom() < second.top()
    assert second.translated(-viewport.mapToGlobal(viewport.rect().topLeft())) == reader.pane.link_rect(0)
    middle = first.center()
    assert document(reader).childAt(middle.x(), middle.y()).text(Name) == "First."


def test_each_point_of_a_list_and_each_cell_has_a_place_of_its_own(open_page: OpenPage) -> None:
    reader = open_page(CAUSES, size=(1000, 700))
    told = list(inside(document(reader)))
    for role in (Role.ListItem, Role.Cell, Role.Heading, Role.Paragraph):
        tops = [(each.rect().top(), each.rect().left()) for each in told if each.role() is role]
        assert tops == sorted(tops), role
        assert len(set(tops)) == len(tops), role
    second = next(each for each in told if each.text(Name).startswith("2. "))
    middle = second.rect().center()
    at: QAccessibleInterface | None = document(reader)
    while at is not None and at.text(Name) != second.text(Name):
        at = at.childAt(middle.x(), middle.y())
    assert at is not None


def test_things_of_the_page_before_are_gone_and_those_of_the_next_are_there(open_page: OpenPage) -> None:
    reader = open_page(page_of(paragraph("First.")))
    old = found(reader, "First.")
    number = QAccessible.uniqueId(old)
    reader.reads(page_of(paragraph("Second.")))
    assert QAccessible.accessibleInterface(number) is None
    assert not Shiboken.isValid(old)
    assert [each.text(Name) for each in inside(document(reader))] == ["Second."]


def test_a_page_that_is_only_set_again_keeps_its_things(open_page: OpenPage, look_of: Callable[..., object]) -> None:
    reader = open_page(page_of(paragraph("First.")))
    thing = found(reader, "First.")
    reader.pane.set_look(look_of("dark", 200))  # type: ignore[arg-type]
    assert Shiboken.isValid(thing)
    assert found(reader, "First.") is thing


def test_a_thousand_pages_leave_nothing_behind(open_page: OpenPage, every_page: tuple[Page, ...]) -> None:
    reader = open_page(CAUSES)
    small = sorted(every_page, key=lambda page: len(page.blocks))[:4]
    kept: list[int] = []
    for number in range(1000):
        reader.reads(small[number % len(small)])
        kept += [QAccessible.uniqueId(each) for each in inside(document(reader))]
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    there = sum(QAccessible.accessibleInterface(each) is not None for each in set(kept))
    assert there == sum(1 for _ in inside(document(reader)))


def test_before_a_tool_asks_nothing_is_made(open_page: OpenPage) -> None:
    reader = open_page(CAUSES)
    assert reader.pane._tree is None
    assert isinstance(document(reader), Thing)


def test_a_tool_that_asked_sooner_is_answered_again(open_page: OpenPage) -> None:
    reader = open_page(CAUSES)
    assert QAccessible.queryAccessibleInterface(reader.pane).role() is Role.StaticText
    first = given(reader)
    assert first is reader.pane.tree.face
    assert given(reader) is first


def test_the_keyboard_can_be_followed_through_the_links(open_page: OpenPage, qtbot: QtBot) -> None:
    reader = open_page(page_of(paragraph(link("article:a/b", "one"), " and ", link("article:a/c", "two"))))
    document(reader)
    for name in ("one", "two"):
        reader.presses(Key.Key_Tab)
        assert given(reader).focusChild().text(Name) == name
    reader.pane.clearFocus()
    assert given(reader).focusChild() is None
    assert reader.pane.focusPolicy() is not Qt.FocusPolicy.NoFocus
