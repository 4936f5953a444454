"""A mistake of ours in a paint method: the program goes on, the part is not blank, and the mistake is reported."""

import importlib
import json
import pkgutil
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from types import CodeType

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QStyledItemDelegate, QWidget
from pytestqt.qtbot import QtBot

import pmlapp.reading
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.bars.strip import Message
from pmlapp.reading.beside.filter_field import FilterField
from pmlapp.reading.look.icons import IconSet
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.self_test import self_test
from pmlapp.shell.session import Session
from pmlapp.speech.speaking_process import SpeakingProcess
from tests.builders import PATIENCE_MS, content_file
from tests.faults import PlantedError, fault_in, lines_of
from tests.person import CTRL, OFFSCREEN_LIMITS, SHIFT, Key, OpenWindow, Person

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"


def paint_methods(*, touch: bool = False) -> dict[str, CodeType]:
    """Each paint method of the reading room, without its decorators, by class and name; or of the kiosk's part."""
    found: dict[str, CodeType] = {}
    for module in pkgutil.walk_packages(pmlapp.reading.__path__, "pmlapp.reading."):
        if module.name.startswith("pmlapp.reading.touch") is not touch:
            continue
        for kind in vars(importlib.import_module(module.name)).values():
            if not isinstance(kind, type) or kind.__module__ != module.name:
                continue
            for name in ("paintEvent", "paint", "paint_page"):
                method = vars(kind).get(name)
                if (method is not None and name != "paint") or (method and not getattr(kind, "_is_protocol", False)):
                    while hasattr(method, "__wrapped__"):
                        method = method.__wrapped__
                    found[f"{kind.__name__}.{name}"] = method.__code__
    return found


METHODS = paint_methods()

BY_THEMSELVES = ("ChoiceRow.paintEvent", "ListenStrip.paintEvent", "SpokenMark.paint")
"""Drawn while something else goes on, which a scene that is played again would begin twice: tested one by one."""


def at_home(person: Person) -> None:
    """On a large screen, with a button under the keyboard, so that questions on cards and the focus ring are there."""
    person.makes_window(1920, 1080)
    for _ in range(5):
        person.presses(Key.Key_Tab)


def results(person: Person) -> None:
    person.asks("brain infction")
    QApplication.processEvents()


def words_found(person: Person) -> None:
    person.goes_to(CAUSES)
    person.presses(Key.Key_F, CTRL)
    person.types("virus")
    person.window.say("Something to read.")
    person.window.stage.strip.say(Message("Something happened.", action="Try again"))


def a_card(person: Person) -> None:
    person.goes_to(CAUSES)
    person.window.finish_page()
    # Only a large library has this field.
    FilterField(person.parts.pane.look, person.parts.topics).show()
    person.follows_first("glossary:")


def a_menu(person: Person) -> None:
    """Drawn by itself: a menu is a window of its own."""
    assert person.parts.menus.more.actions()
    person.presses(Key.Key_D, CTRL)


def lines_lit(person: Person) -> None:
    person.goes_to(CAUSES)
    if not person.sees("guide_strip"):
        person.presses(Key.Key_G, CTRL | SHIFT)


def my_questions(person: Person) -> None:
    person.goes_to("signs/urgent-help")
    person.presses(Key.Key_M, CTRL | SHIFT)
    person.window.take_along.keeping.add_own("Can I travel?")
    # With its star and its row beside the page.
    person.window.take_along.keeping.toggle_bookmark(CAUSES, "What causes PML?")


def a_code(person: Person) -> None:
    person.goes_to(CAUSES)
    person.window.take_along.show_code_of_page()


SCENES: tuple[Callable[[Person], None], ...] = (
    at_home,
    results,
    words_found,
    a_card,
    a_menu,
    lines_lit,
    my_questions,
    a_code,
)


def draw(person: Person) -> None:
    person.window.grab()
    if person.parts.is_made("menus"):
        person.parts.menus.more.grab()


def is_blank(widget: QWidget) -> bool:
    """Whether all of it is one colour."""
    drawn = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = bytes(drawn.constBits())
    return pixels == pixels[:4] * (len(pixels) // 4)


def test_a_fault_in_any_paint_method_leaves_the_program_running_and_no_part_blank(
    open_window: OpenWindow, qtbot: QtBot
) -> None:
    reached = set()
    for scene in SCENES:
        person = open_window()
        scene(person)
        for name, code in METHODS.items():
            for line in lines_of(code):
                with qtbot.captureExceptions() as thrown, fault_in(code, line) as hit:
                    draw(person)
                if not hit:
                    continue
                reached.add(name)
                assert any(isinstance(error, PlantedError) for _, error, _ in thrown), (name, line)
                with qtbot.captureExceptions(), fault_in(code, line):
                    parts = {part for part in hit if isinstance(part, QWidget) and part.height() > 20}
                    assert not [part for part in parts if is_blank(part)], (name, line)
                QApplication.processEvents()
                if person.parts.is_made("pane") and person.sees("pane") and not person.links:
                    # The page is plain words now: show it as it was.
                    person.parts.pane.set_look(person.parts.pane.look)
                    scene(person)
        person.window.close()
    assert reached == set(METHODS) - set(BY_THEMSELVES), "each paint method is seen in some scene"


def before_printing(person: Person, qtbot: QtBot) -> QWidget:
    person.presses(Key.Key_P, CTRL)
    return person.parts.print_sheet


def while_read_aloud(person: Person, qtbot: QtBot) -> QWidget:
    """The window, with the first sentence marked; nothing moves on while it is looked at."""
    aloud = person.window.read_aloud
    silent = (sys.executable, "-m", "pmlapp.speech", "--engine", "silent")
    aloud._start_process = lambda parent: SpeakingProcess(silent, parent)
    person.presses(Key.Key_L, CTRL | SHIFT)
    qtbot.waitUntil(lambda: bool(person.parts.spoken_mark.ranges), timeout=PATIENCE_MS)
    aloud.player.pause()
    return person.window


@pytest.mark.parametrize(
    ("method", "line"), [(method, line) for method in BY_THEMSELVES for line in lines_of(METHODS[method])]
)
def test_so_it_is_before_printing_and_while_a_page_is_read_aloud(
    method: str, line: int, open_window: OpenWindow, qtbot: QtBot
) -> None:
    person = open_window(page=CAUSES)
    drawn = (before_printing if method == "ChoiceRow.paintEvent" else while_read_aloud)(person, qtbot)
    with qtbot.captureExceptions() as thrown, fault_in(METHODS[method], line) as hit:
        drawn.grab()
    assert {type(error) for _, error, _ in thrown} == {PlantedError}
    with qtbot.captureExceptions(), fault_in(METHODS[method], line):
        assert not [part for part in hit if isinstance(part, QWidget) and is_blank(part)]
    QApplication.processEvents()
    assert person.page == CAUSES
    person.window.read_aloud.close()


def test_a_page_that_cannot_be_drawn_is_shown_as_plain_words(open_window: OpenWindow, qtbot: QtBot) -> None:
    person = open_window(page=CAUSES)
    code = METHODS["PagePainter.paint"]
    with qtbot.captureExceptions() as thrown, fault_in(code, lines_of(code)[0]):
        person.window.grab()
        QApplication.processEvents()
    assert thrown
    assert person.text.startswith(PageWords.shown_plain)
    assert "Short answer" in person.text
    assert "Not reviewed by a clinician." in person.text
    person.makes_window(900, 700)
    person.goes_to("causes/who-is-at-risk")
    assert not person.text.startswith(PageWords.shown_plain)


def test_a_page_that_cannot_be_set_in_type_is_shown_as_plain_words(open_window: OpenWindow, qtbot: QtBot) -> None:
    from pmlapp.reading.typesetting import boxes  # noqa: PLC0415 - the room under test

    person = open_window()
    code = boxes.set_short_answer.__code__
    with qtbot.captureExceptions() as thrown, fault_in(code, lines_of(code)[-1]):
        person.goes_to(CAUSES)
        QApplication.processEvents()
    assert thrown
    assert person.page == CAUSES
    assert person.text.startswith(PageWords.shown_plain)


def test_an_icon_that_is_not_there_is_a_ring_and_reported(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "torn.svg").write_text("<svg")
    icons = IconSet(tmp_path)
    for name in ("nowhere", "torn"):
        with qtbot.captureExceptions() as thrown:
            drawn = icons.pixmap(name, 24, QColor("black")).toImage()
        assert len(thrown) == 1
        assert any(drawn.pixelColor(x, 12).alpha() for x in range(24))


def test_every_paint_method_is_guarded() -> None:
    """Qt calls them by name: each of these bears a decorator of `reading.look.painting`."""
    bare = []
    for module in pkgutil.walk_packages(pmlapp.reading.__path__, "pmlapp.reading."):
        for kind in vars(importlib.import_module(module.name)).values():
            if not isinstance(kind, type) or kind.__module__ != module.name:
                continue
            if issubclass(kind, QWidget | QAbstractScrollArea | QStyledItemDelegate):
                name = "paint" if issubclass(kind, QStyledItemDelegate) else "paintEvent"
                method = vars(kind).get(name)
                if method is not None and not hasattr(method, "__wrapped__"):
                    bare.append(f"{kind.__name__}.{name}")
    assert bare == []


def test_the_self_test_names_what_could_not_be_drawn(qtbot: QtBot, tmp_path: Path) -> None:
    code = METHODS["Footer.paintEvent"]
    out = StringIO()
    with (
        Session(Arguments(self_test=True), SiteSettings(), content_file(tmp_path)) as session,
        qtbot.captureExceptions(),
        fault_in(code, lines_of(code)[-1]),
    ):
        result = self_test(session, out)
    said = json.loads(out.getvalue())
    assert (result, said["ok"]) == (70, False)
    assert any("PlantedError" in problem for problem in said["every page"])
