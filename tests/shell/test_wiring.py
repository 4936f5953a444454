"""Nothing that a part reports goes unheard, and no part is made before it is needed."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import SIGNAL, QMetaMethod, QObject
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from pmlapp.reading.bars.commands import COMMANDS
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.command_answers import answers
from pmlapp.shell.keys import WINDOW_KEYS
from pmlapp.shell.session import Session
from pmlapp.shell.wiring import wire_keys
from tests.person import CTRL, OFFSCREEN_LIMITS, Key, OpenWindow

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

ON_DEMAND = (
    "hits",
    "banner",
    "popover",
    "menus",
    "find_bar",
    "highlights",
    "strip",
    "reading_panel",
    "line_guide",
    "guide_strip",
)
PARTS = ("top_bar", "footer", "home", "pane", "outline", "tree", "topics", *ON_DEMAND)


def signals_of_our_own(part: QObject) -> Iterator[QMetaMethod]:
    ours = {kind.__name__ for kind in type(part).__mro__ if kind.__module__.startswith("pmlapp.")}
    meta = part.metaObject()
    while meta is not None and meta.className() in ours:
        for number in range(meta.methodOffset(), meta.methodCount()):
            if meta.method(number).methodType() is QMetaMethod.MethodType.Signal:
                yield meta.method(number)
        meta = meta.superClass()


@pytest.fixture
def session(qapp: object, bundled_library: Path) -> Iterator[Session]:
    with Session(Arguments(), SiteSettings(), bundled_library) as opened:
        yield opened


@pytest.mark.parametrize("name", PARTS)
def test_whatever_a_part_reports_is_heard(open_window: OpenWindow, name: str) -> None:
    parts = open_window().parts
    part = getattr(parts, name)
    speakers = [part]
    if name in ("top_bar", "home"):
        speakers.append(part.search if name == "top_bar" else part.panel.search)
    unheard = [
        bytes(signal.name().data()).decode()
        for speaker in speakers
        for signal in signals_of_our_own(speaker)
        if not speaker.isSignalConnected(signal)
    ]
    assert unheard == []


def test_the_instrument_sees_signals_at_all(open_window: OpenWindow) -> None:
    pane = open_window(page="words").parts.pane
    assert {bytes(signal.name().data()).decode() for signal in signals_of_our_own(pane)} >= {
        "link_followed", "place_changed", "text_size_asked"
    }  # fmt: skip


def test_what_the_reader_and_the_choices_report_is_heard(session: Session) -> None:
    window, reader, _ = session.build()
    for speaker in (reader, session.choices):
        for signal in signals_of_our_own(speaker):
            # What is damaged is logged, and only a window in use has a log: `wire_run`.
            if signal.name() != b"damage_met":
                assert speaker.isSignalConnected(signal), signal.name()
    window.close()


def test_every_key_is_connected(session: Session) -> None:
    window, reader, _ = session.build()
    wire_keys(window, reader, session.choices)
    made = {shortcut.key().toString(): shortcut for shortcut in window.findChildren(QShortcut)}
    assert set(made) == {QKeySequence(keys).toString() for key in WINDOW_KEYS for keys in key.keys}
    for keys, shortcut in made.items():
        assert shortcut.isSignalConnected(QMetaMethod.fromSignal(shortcut.activated)), keys
    window.close()


def test_every_command_of_the_bar_and_its_menu_is_answered(session: Session) -> None:
    window, reader, _ = session.build()
    answered = answers(window, reader, session.choices)
    # The headings of the page are a menu of their own.
    assert {command.asks for command in COMMANDS} - {"places"} <= set(answered)
    window.close()


def test_the_home_page_is_shown_without_the_parts_it_has_no_use_for(open_window: OpenWindow) -> None:
    parts = open_window().parts
    assert {name for name in PARTS if parts.is_made(name)} == {"top_bar", "footer", "home"}
    parts.make_next()
    assert {name for name in PARTS if not parts.is_made(name)} == set(ON_DEMAND)


def test_the_list_of_results_is_made_when_the_keyboard_comes_to_the_search_box(open_window: OpenWindow) -> None:
    person = open_window()
    assert not person.parts.is_made("hits")
    person.presses(Key.Key_K, CTRL)
    QApplication.processEvents()
    assert person.parts.is_made("hits")
    assert not person.sees("hits")


def test_a_page_is_shown_without_the_home_page(open_window: OpenWindow) -> None:
    parts = open_window(page="causes/what-causes-pml").parts
    assert {name for name in PARTS if parts.is_made(name)} == {
        "top_bar", "footer", "pane", "outline", "tree", "topics"
    }  # fmt: skip


def test_parts_that_are_made_behind_the_first_paint_are_not_in_sight(open_window: OpenWindow) -> None:
    person = open_window(size=(800, 600))
    for name in PARTS:
        getattr(person.parts, name)
    QApplication.processEvents()
    widgets = [name for name in PARTS if name not in ("highlights", "line_guide")]
    assert {name for name in widgets if person.sees(name)} == {"top_bar", "footer", "home"}


def test_the_choices_hear_of_it_when_the_system_changes_between_light_and_dark(session: Session) -> None:
    # The platform without a display knows no dark mode, so that the change itself cannot be made here.
    hints = QGuiApplication.styleHints()
    gc.collect()  # what earlier windows have left must not go in between
    before = hints.receivers(SIGNAL("colorSchemeChanged(Qt::ColorScheme)"))
    window, _, _ = session.build()
    assert hints.receivers(SIGNAL("colorSchemeChanged(Qt::ColorScheme)")) == before + 1
    window.close()
