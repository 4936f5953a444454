"""The text that is shown and copied is the library's, whoever else writes into the page."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QTextCursor

from tests.reading.conftest import CAUSES, OpenPage
from tests.reading.pages_of import CTRL, Key, page_of, paragraph

LIE = "Stop your medicine. "


def test_what_somebody_else_writes_into_the_page_is_gone_at_once(open_page: OpenPage) -> None:
    reader = open_page(CAUSES)
    before = reader.text
    QTextCursor(reader.pane.document()).insertText(LIE)
    assert LIE in reader.pane.toPlainText()
    QCoreApplication.processEvents()
    assert reader.text == before


def test_what_is_copied_before_that_is_the_librarys_too(open_page: OpenPage) -> None:
    reader = open_page(page_of(paragraph("Take your medicine.")))
    QTextCursor(reader.pane.document()).insertText(LIE)
    reader.pane.selectAll()
    assert LIE not in reader.pane.selected_text()
    reader.presses(Key.Key_A, CTRL)
    assert reader.pane.selected_text() == "Take your medicine."


def test_a_tool_that_is_given_the_page_by_qt_cannot_change_it_for_long(open_page: OpenPage) -> None:
    # A tool that is there while the pane is made is given Qt's own, until the program answers.
    QAccessible.setActive(True)
    reader = open_page(CAUSES)
    given = QAccessible.queryAccessibleInterface(reader.pane)
    QAccessible.setActive(False)
    before = reader.text
    given.editableTextInterface().insertText(0, LIE)
    QCoreApplication.processEvents()
    assert reader.text == before


def test_our_own_setting_is_not_taken_for_somebody_elses(open_page: OpenPage) -> None:
    reader = open_page(CAUSES)
    document = reader.pane.document()
    reader.pane.scroll_to_line(20)
    QCoreApplication.processEvents()
    assert reader.pane.document() is document
    reader.desk.give(600, 500)
    QCoreApplication.processEvents()
    second = reader.pane.document()
    QCoreApplication.processEvents()
    assert reader.pane.document() is second
