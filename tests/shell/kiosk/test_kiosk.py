"""One visitor at the kiosk, from the first touch to the wipe, without typing a letter on a keyboard."""

import gc
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QClipboard, QCloseEvent, QDropEvent, QGuiApplication, QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QMessageBox, QPushButton, QWidget

from pmlapp.content.model import ArticleId
from pmlapp.library.visit import Visit
from pmlapp.reading.touch.touch_buttons import KeyButton
from pmlapp.settings import SiteSettings
from pmlapp.shell.failures import Words
from pmlapp.shell.kiosk.guard import ForbiddenInKioskError, may_pass
from tests.shell.kiosk.conftest import CLINIC, OpenKiosk, Visitor

SIZES = [(1080, 1920), (1280, 800), (800, 600)]
CANARY = "zwetschgenkompott"


def test_nobody_there_means_one_sentence_of_a_checked_page_with_how_it_was_checked(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    assert visitor.sees("attract")
    shown = visitor.parts.attract.slide
    assert "Not reviewed by a clinician." in shown.claim
    assert "checked on" in shown.review
    visitor.touches(visitor.parts.attract, QPoint(500, 700))
    assert visitor.page == shown.page
    assert not visitor.sees("attract")


def test_by_default_no_page_without_a_check_of_its_sources_is_quoted(open_kiosk: OpenKiosk) -> None:
    strict = open_kiosk(site=CLINIC._replace(attract="clinically-reviewed"))
    assert [slide.page for slide in strict.parts.slides] == [""], "no clinician has reviewed a page of this library"


@pytest.mark.parametrize("size", SIZES)
def test_every_topic_and_page_is_reached_by_touch_alone(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    visitor = open_kiosk(size=size)
    visitor.comes()
    for number in range(len(visitor.parts.home.topics)):
        topic = visitor.parts.home.topics[number]
        visitor.parts.home._scroll.ensureWidgetVisible(topic)
        visitor.touches(topic)
        assert visitor.page == f"topics/{topic.data.topic}"
        links = [link for link in visitor.parts.pane.links() if link.startswith("article:")]
        assert links
        visitor.touches(visitor.parts.bar.home)
    assert visitor.page == "home"


def test_the_page_moves_by_buttons_and_by_finger(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(size=(1280, 800))
    visitor.comes()
    visitor.run.reader.open("causes/what-causes-pml")
    pane, row = visitor.parts.pane, visitor.parts.row
    assert not row.up.isEnabled()
    visitor.touches(row.down)
    moved = pane.line()
    assert moved > 3
    assert row.up.isEnabled()
    viewport = pane.viewport()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 300))
    QTest.mouseMove(viewport, QPoint(300, 250))
    QTest.mouseMove(viewport, QPoint(300, 200))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert pane.line() > moved
    assert visitor.page == "causes/what-causes-pml", "a drag follows no link"


def test_a_question_is_asked_on_the_screen_and_its_page_opened(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.touches(visitor.parts.home.search)
    top = visitor.parts.search.keyboard.y()
    visitor.types_on_screen("can i catch it")
    assert visitor.parts.search.field.text() == "can i catch it"
    assert visitor.parts.search.keyboard.y() == top, "nothing jumps while one types"
    (first, *_) = visitor.parts.search.rows
    assert first.hit.article.id == "family/is-pml-contagious" or "contagious" in first.text()
    visitor.touches(first)
    assert visitor.page == first.hit.article.id
    visitor.touches(visitor.parts.bar.back)
    assert visitor.parts.search.field.text() == "can i catch it", "the way back leads to what was found"


def test_every_key_of_the_keyboard_has_a_name_and_is_large(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.touches(visitor.parts.home.search)
    keys = [key for key in visitor.parts.search.keyboard.findChildren(KeyButton) if key.isVisible()]
    assert len(keys) >= 37 + 5
    assert all(key.accessibleName() for key in keys)
    assert min(min(key.width(), key.height()) for key in keys) >= 80
    visitor.parts.search.keyboard.set_language("es")
    QApplication.processEvents()
    assert visitor.parts.search.keyboard.key("ñ").isVisible()


def test_in_an_emergency_one_touch_shows_whom_to_call_and_the_next_what_to_do(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(size=(800, 600))
    visitor.comes()
    visitor.touches(visitor.parts.home.strip)
    card = visitor.parts.action
    assert visitor.sees("action")
    assert "Ask the staff or call 112" in card.words()
    visitor.touches(card._choices[0])
    assert card.shown is not None
    assert card.shown.id == "seizure"
    visitor.touches(card._to_signs)
    assert visitor.page == "signs/urgent-help"
    assert not visitor.sees("action")


def test_each_step_of_the_action_cards_is_one_line_at_800_by_600(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(size=(800, 600))
    visitor.comes()
    visitor.touches(visitor.parts.home.strip)
    card = visitor.parts.action
    assert visitor.run.pages is not None
    too_long = [step for each in visitor.run.pages.catalog.action_cards for step in each.steps if not card.fits(step)]
    assert too_long == []
    assert all(len(each.steps) <= 5 for each in visitor.run.pages.catalog.action_cards)


def types_number(visitor: Visitor, digits: str) -> None:
    for digit in digits:
        visitor.touches(next(key for key in visitor.parts.number.pad.keys if key.text() == digit))


@pytest.mark.parametrize("size", SIZES)
def test_the_number_of_a_card_shows_its_page_and_then_opens_it(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    visitor = open_kiosk(size=size)
    visitor.comes()
    assert visitor.run.pages is not None
    code = visitor.run.pages.sheets.of_card(ArticleId("causes/what-causes-pml"))
    visitor.touches(visitor.parts.home.number)
    types_number(visitor, code)
    found = visitor.parts.number.found
    assert "What causes PML?" in found.accessibleName()
    assert visitor.page == "home", "the title first"
    visitor.touches(found.open)
    assert visitor.page == "causes/what-causes-pml"


def test_the_longer_number_of_a_printed_sheet_works_there_too(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    assert visitor.run.pages is not None
    article = visitor.run.pages.catalog.article(ArticleId("causes/what-causes-pml"))
    visitor.touches(visitor.parts.home.number)
    types_number(visitor, visitor.run.pages.sheets.of_sheet(article))
    assert "is the same as" in visitor.parts.number.found.accessibleName() or visitor.parts.number.found.isVisible()
    visitor.touches(visitor.parts.number.found.open)
    assert visitor.page == article.id


def test_a_wrong_number_says_so_and_keeps_its_digits(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    assert visitor.run.pages is not None
    code = visitor.run.pages.sheets.of_card(ArticleId("causes/what-causes-pml"))
    wrong = code[:-1] + str((int(code[-1]) + 1) % 10)
    visitor.touches(visitor.parts.home.number)
    types_number(visitor, wrong)
    assert visitor.parts.number.notice.words == "That number is not right. Look at your card and type it again."
    assert visitor.parts.number.digits == wrong
    assert not visitor.parts.number.found.isVisible()
    visitor.presses(Qt.Key.Key_Backspace)
    visitor.presses(Qt.Key(ord(code[-1])))
    assert visitor.parts.number.found.isVisible()


def test_size_and_colours_hold_until_the_visit_is_over(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open("causes/what-causes-pml")
    for choice in ("dark", 200):
        visitor.touches(visitor.parts.bar.comfort)
        sheet = visitor.parts.comfort
        visitor.touches(next(each for each in (*sheet.sizes, *sheet.themes) if each.property("choice") == choice))
    assert visitor.parts.look.theme.name == "dark"
    assert visitor.parts.look.percent == 200
    assert visitor.page == "causes/what-causes-pml"
    visitor.finishes()
    assert (visitor.parts.look.theme.name, visitor.parts.look.percent) == ("light", 100)
    assert visitor.sees("attract")


def test_the_same_help_is_at_the_same_place_on_every_page(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    places = set()
    for page in ("home", "causes/what-causes-pml", "topics/causes", "words", "about"):
        visitor.run.reader.open(page)
        QApplication.processEvents()
        line = visitor.parts.help_line
        assert "Need help? Ask the staff." in line.words
        places.add((line.mapTo(visitor.window, QPoint()).toTuple(), line.size().toTuple()))
    assert len(places) == 1


def test_no_title_names_a_page_or_an_illness(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open("causes/what-causes-pml")
    assert visitor.window.windowTitle() == "Health information"
    assert "PML" not in QGuiApplication.applicationDisplayName()


def test_somebody_who_does_not_see_is_told_what_this_is_by_any_key(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.presses(Qt.Key.Key_Space)
    assert visitor.page == "home"
    assert not visitor.sees("attract")
    assert "answers questions about PML" in visitor.kiosk.what_this_is()
    assert visitor.parts.home.strip.hasFocus()


def test_tab_reaches_every_task_of_the_first_screen(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    wanted = {visitor.parts.home.strip, visitor.parts.home.search, *visitor.parts.home.topics, visitor.parts.bar.finish}
    reached = set()
    for _ in range(40):
        visitor.presses(Qt.Key.Key_Tab)
        reached.add(visitor.window.focusWidget())
    assert wanted - reached == set()
    assert all(each.accessibleName() for each in wanted)


# No way out


def test_a_visitor_cannot_close_it(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    event = QCloseEvent()
    QApplication.sendEvent(visitor.window, event)
    assert not event.isAccepted()
    visitor.window.close()
    assert visitor.window.isVisible()


def test_only_letters_and_the_listed_keys_pass() -> None:
    held, key = Qt.KeyboardModifier, Qt.Key
    assert may_pass(key.Key_A, held.NoModifier, "a")
    assert may_pass(key.Key_A, held.ShiftModifier, "A")
    assert may_pass(key.Key_At, held.ControlModifier | held.AltModifier, "@"), "AltGr types a letter"
    assert may_pass(key.Key_Tab, held.ShiftModifier, "")
    for blocked in (key.Key_F1, key.Key_F4, key.Key_F11, key.Key_Print, key.Key_Menu, key.Key_Meta, key.Key_Alt):
        assert not may_pass(blocked, held.NoModifier, "")
    for letter in "qwcvnpof":
        assert not may_pass(key(ord(letter.upper())), held.ControlModifier, chr(ord(letter) - 96))
    assert not may_pass(key.Key_F4, held.AltModifier, "")
    assert not may_pass(key.Key_Tab, held.AltModifier, "\t")
    assert not may_pass(key.Key_S, held.ControlModifier | held.AltModifier, "s")


def test_dialogs_and_menus_cannot_even_be_made(open_kiosk: OpenKiosk) -> None:
    open_kiosk()
    for way_out in (QFileDialog, QMessageBox, QMenu):
        with pytest.raises(ForbiddenInKioskError):
            way_out()
    with pytest.raises(ForbiddenInKioskError):
        QFileDialog.getOpenFileName(None, "")


def test_another_window_that_comes_up_is_sent_away(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    stray = QDialog()
    stray.show()
    QApplication.processEvents()
    assert visitor.window.isVisible()
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [visitor.window]


def test_nothing_can_be_dropped_and_nothing_pasted(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.touches(visitor.parts.home.search)
    field = visitor.parts.search.field
    dropped = QMimeData()
    dropped.setText("dropped")
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(field, event)
    QGuiApplication.clipboard().setText("pasted")
    visitor.presses(Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    visitor.presses(Qt.Key.Key_Insert, Qt.KeyboardModifier.ShiftModifier)
    QTest.mouseClick(field, Qt.MouseButton.MiddleButton)
    assert field.text() == ""
    assert not any(each.acceptDrops() for each in visitor.window.findChildren(QWidget) if each.isVisible())


def test_an_address_is_shown_and_neither_copied_nor_opened(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open("causes/what-causes-pml")
    address = next(link for link in visitor.parts.pane.links() if link.startswith("https:"))
    visitor.run.reader.follow(address, visitor.parts.pane.links().index(address))
    assert visitor.sees("popover")
    assert visitor.parts.popover._actions == []


# The wipe


def test_after_a_minute_it_asks_for_half_a_minute_and_one_touch_goes_on(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    now = [1000.0]
    visitor.run.idle._clock = lambda: now[0]
    visitor.comes()
    visitor.run.reader.open("causes/what-causes-pml")
    for _ in range(3):
        now[0] += 60
        visitor.run.idle.look()
        assert visitor.sees("countdown")
        assert "30 seconds" in visitor.parts.countdown.accessibleName()
        visitor.touches(visitor.parts.countdown, QPoint(10, 10))
        assert not visitor.sees("countdown")
        assert visitor.page == "causes/what-causes-pml"
    now[0] += 60
    visitor.run.idle.look()
    now[0] += 29
    visitor.run.idle.look()
    assert visitor.sees("countdown")
    now[0] += 1
    visitor.run.idle.look()
    assert visitor.sees("attract")
    assert visitor.page == "home"


def strings_reachable() -> Iterator[str]:
    """Every text that a Python object reachable from the program holds."""
    seen: set[int] = set()
    for thing in gc.get_objects():
        for held in gc.get_referents(thing):
            if isinstance(held, str) and id(held) not in seen:
                seen.add(id(held))
                yield held


def texts_of_qt(window: QWidget) -> Iterator[str]:
    """Every text that an object of Qt below the window, or the clipboard, holds."""
    for each in (window, *window.findChildren(QObject)):
        meta = each.metaObject()
        for number in range(meta.propertyCount()):
            value = meta.property(number).read(each)
            if isinstance(value, str):
                yield value
        for name in each.dynamicPropertyNames():
            # Some of Qt's own have no form in Python.
            with suppress(RuntimeError):
                yield str(each.property(bytes(name.data()).decode()))
        if isinstance(each, QTextDocument):
            yield each.toPlainText()
        if isinstance(each, QLineEdit):
            each.undo()
            yield each.text()
    for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
        yield QGuiApplication.clipboard().text(mode)


@pytest.mark.parametrize("by", ["button", "countdown", "staff"])
def test_a_planted_search_word_is_found_nowhere_after_the_visit(open_kiosk: OpenKiosk, by: str, tmp_path: Path) -> None:
    visitor = open_kiosk(site=CLINIC._replace(usage_counts=True, missed_words=True))
    visitor.comes()
    visitor.touches(visitor.parts.home.search)
    visitor.types_on_screen(CANARY)
    visitor.touches(visitor.parts.search.keyboard.key("Search"))
    visitor.run.reader.ask(f"{CANARY} pml")
    if visitor.parts.search.rows:
        visitor.touches(visitor.parts.search.rows[0])
    visitor.run.reader.open(f"search:{CANARY}")
    QGuiApplication.clipboard().setText(CANARY)
    assert any(CANARY in text for text in strings_reachable()), "the test can find it while it is there"
    assert any(CANARY in text for text in texts_of_qt(visitor.window))
    match by:
        case "button":
            visitor.finishes()
        case "countdown":
            visitor.run.idle.over.emit()
        case "staff":
            visitor.run.staff.open()
    QApplication.processEvents()
    gc.collect()
    left = [text for text in strings_reachable() if CANARY in text and not _of_this_test(text)]
    assert left == []
    assert [text for text in texts_of_qt(visitor.window) if CANARY in text] == []
    own = Path(os.environ["PMLAPP_HOME"])
    assert [path for path in own.rglob("*") if path.is_file() and CANARY.encode() in path.read_bytes()] == []


def _of_this_test(text: str) -> bool:
    """The word itself and what pytest holds of this file."""
    return text == CANARY or "CANARY" in text or len(text) > 5000 or re.search(r"\.py|def test_", text) is not None


def test_the_wipe_leaves_no_card_no_fold_no_history(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.run.reader.open("causes/conditions")
    visitor.run.reader.open("causes/what-causes-pml")
    visitor.run.reader.follow("glossary:jc-virus", 0)
    assert visitor.sees("popover")
    visitor.finishes()
    assert visitor.run.reader._visit == Visit()
    visitor.comes()
    assert not visitor.sees("popover")


# When something goes wrong


def test_a_mistake_of_ours_shows_a_calm_page_and_the_kiosk_goes_on(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    visitor.kiosk.calm(Words("", ""))
    assert visitor.sees("calm")
    assert "Ask the staff or call 112" in visitor.parts.calm.accessibleName()
    visitor.touches(visitor.parts.calm.go_on)
    assert visitor.sees("attract")
    visitor.comes()
    assert visitor.page == "home"
    assert visitor.run.record.view_restarts == 1


def test_a_damaged_library_falls_back_to_the_one_that_came_with_the_program(
    open_kiosk: OpenKiosk, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.db"
    broken.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    visitor = open_kiosk(library=broken)
    assert [type(failure).__name__ for failure in visitor.told] == ["UnreadableContentError"]
    visitor.comes()
    assert visitor.parts.home.topics


def test_a_screen_that_is_turned_is_filled_again(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(size=(1080, 1920))
    visitor.comes()
    for size in ((1920, 1080), (800, 600), (1080, 1920)):
        visitor.window.resize(*size)
        QApplication.processEvents()
        assert visitor.window.size().toTuple() == size
        assert visitor.sees("home")
        strip = visitor.parts.home.strip
        assert strip.visibleRegion().boundingRect().height() == strip.height()


def test_a_site_with_a_small_sharp_screen_gets_buttons_of_20_mm(open_kiosk: OpenKiosk) -> None:
    site: Any = SiteSettings(screen_mm=(217, 136))
    visitor = open_kiosk(size=(1280, 800), site=site)
    per_mm = 1280 / 217
    visitor.comes()
    visitor.run.reader.open("causes/what-causes-pml")
    QApplication.processEvents()
    assert visitor.parts.row.down.height() >= 20 * per_mm - 1
    capital = visitor.parts.look.look.scale.body.px * 0.668
    assert capital >= 4.8 * per_mm - 1


def test_a_button_that_is_not_ours_is_not_needed(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk()
    visitor.comes()
    assert visitor.window.findChildren(QPushButton) == []
