"""A mistake of ours in a slot or a timer: it is said calmly and logged with its place, and the program goes on."""

import importlib
import pkgutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import CodeType
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

import pmlapp.reading
import pmlapp.shell
from pmlapp.content.file.digests import of_file
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.beside.outline import Outline
from pmlapp.reading.home.home import HomePage
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.failure_words import shown_words
from pmlapp.shell.failures import LastResort
from pmlapp.shell.log import Log
from pmlapp.shell.prefetch import Prefetch
from pmlapp.shell.reader import Reader
from pmlapp.shell.session import Session
from pmlapp.shell.verification import Verification
from pmlapp.shell.window import Window
from pmlapp.shell.wiring import wire_keys
from tests.builders import PATIENCE_MS
from tests.faults import PlantedError, fault_in, fault_in_threads, lines_of
from tests.person import ALT, OFFSCREEN_LIMITS, Key, Person, RunProgram

pytestmark = pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)

CAUSES = "causes/what-causes-pml"
RISK = "causes/who-is-at-risk"
SORRY = str(shown_words(PlantedError()))


class Asks(QObject):
    """What calls a slot as Qt does, so that nobody can catch what it raises."""

    asked = Signal()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "pmlapp.log"


@pytest.fixture
def last_resort(log: Path) -> Iterator[LastResort]:
    hooks = sys.excepthook, sys.unraisablehook, threading.excepthook
    resort = LastResort(Log(log))
    resort.install()
    yield resort
    sys.excepthook, sys.unraisablehook, threading.excepthook = hooks


class Desk(NamedTuple):
    """A window that says what nobody caught, somebody in front of it, and what is behind it."""

    person: Person
    reader: Reader
    pages: Pages
    session: Session


@pytest.fixture
def desk(qtbot: QtBot, bundled_library: Path, last_resort: LastResort) -> Iterator[Desk]:
    with Session(Arguments(), SiteSettings(remember_reader=False), bundled_library) as session:
        window, reader, pages = session.build()
        wire_keys(window, reader, session.choices)
        window.resize(1280, 800)
        reader.start(CAUSES)
        with qtbot.waitActive(window), qtbot.waitExposed(window):
            window.show()
            window.activateWindow()
        last_resort.show = lambda said: window.say(str(said))
        yield Desk(Person(window, session.choices), reader, pages, session)
        Shiboken.delete(window)


@pytest.fixture
def person(desk: Desk) -> Person:
    return desk.person


def slots() -> dict[str, tuple[type, str, CodeType]]:
    """Each slot of the window and of its parts, by class and name."""
    found = {}
    for room in (pmlapp.reading, pmlapp.shell):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for kind in vars(importlib.import_module(module.name)).values():
                if not isinstance(kind, type) or kind.__module__ != module.name:
                    continue
                for name, method in vars(kind).items():
                    if hasattr(method, "_slots"):
                        found[f"{kind.__name__}.{name}"] = (kind, name, method.__code__)
    return found


def code_of(method: Callable[..., object]) -> CodeType:
    return method.__code__


def test_a_mistake_in_any_slot_is_said_and_logged_and_the_window_goes_on(desk: Desk, log: Path) -> None:
    person, window = desk.person, desk.person.window
    names = ("hits", "popover", "menus", "find_bar", "highlights", "banner", "home", "topics", "outline")
    parts: list[QObject] = [getattr(person.parts, name) for name in names]
    held = [window, *parts, *window.findChildren(QObject), desk.reader, desk.session.choices]
    reached = set()
    for name, (kind, method, code) in slots().items():
        owner = next((each for each in held if isinstance(each, kind)), None)
        if owner is None or name == "Banner.dismiss":
            continue
        person.parts.banner.dismiss()
        asks, slot, count = Asks(), getattr(owner, method), code.co_argcount - 1
        # A new one each time: all faults are raised at one place, and it says each place once.
        resort = LastResort(Log(log))
        resort.show = lambda said: window.say(str(said))
        resort.install()
        asks.asked.connect(lambda slot=slot, count=count: slot(*[None] * count))
        with fault_in(code, lines_of(code)[0]) as hit:
            asks.asked.emit()
        assert hit, name
        if name != "Window.say":
            assert person.banner == SORRY, name
        assert f":{code.co_name}" in log.read_text(encoding="utf-8").splitlines()[-1], name
        reached.add(name)
    assert {"Reader.open", "Window.show_beside", "PageView.set_rest", "Choices.larger", "HomePage._take"} <= reached
    person.goes_to(RISK)
    assert person.text.startswith("Home")


def test_a_page_that_cannot_be_put_together_is_replaced_by_one_that_says_so(person: Person, log: Path) -> None:
    code = code_of(Pages.page)
    with fault_in(code, lines_of(code)[-1]):
        person.goes_to(RISK)
    assert person.page == RISK
    assert PageWords.failed_headline in person.text
    assert "Call your local emergency number" in person.text
    assert person.banner == SORRY
    assert "crash PlantedError" in log.read_text(encoding="utf-8")
    assert RISK not in log.read_text(encoding="utf-8")
    person.presses(Key.Key_Left, ALT)
    assert person.page == CAUSES


@pytest.mark.parametrize("line", [0, -1], ids=["at its beginning", "half way"])
def test_a_page_that_the_window_fails_to_show_is_replaced_by_one_that_says_so(person: Person, line: int) -> None:
    code = code_of(Window.show_page)
    with fault_in(code, lines_of(code)[line]):
        person.goes_to(RISK)
    assert (person.page, person.keyboard) == (RISK, "article_pane")
    assert PageWords.failed_headline in person.text
    assert person.banner == SORRY


def test_a_home_page_that_cannot_be_made_is_a_page_of_topics(run_program: RunProgram, last_resort: LastResort) -> None:
    code = code_of(HomePage.__init__)

    def looks(person: Person) -> None:
        assert person.page == "home"
        assert "What causes PML?" in person.text
        assert person.banner == SORRY

    with fault_in(code, lines_of(code)[-1]):
        run_program(meanwhile=looks, last_resort=last_resort)


def test_a_page_is_shown_although_what_is_beside_it_fails(person: Person) -> None:
    code = code_of(Outline.set_entries)
    person.makes_window(900, 700)
    with fault_in(code, lines_of(code)[0]) as hit:
        person.makes_window(1280, 800)
        person.goes_to(RISK)
        person.window.show_beside()
    assert hit
    assert person.page == RISK
    assert person.banner == SORRY


def test_a_search_that_fails_leaves_no_answers_to_an_earlier_question(person: Person) -> None:
    person.asks("seizure")
    assert person.sees("hits")
    code = code_of(Pages.find)
    with fault_in(code, lines_of(code)[-1]):
        person.types("s")
    assert not person.sees("hits")
    assert person.banner == SORRY
    person.asks("seizure")
    assert person.sees("hits")


def test_a_prefetch_that_fails_is_said_once_and_not_tried_for_ever(qtbot: QtBot, desk: Desk) -> None:
    code = code_of(Pages.prefetch)
    with fault_in(code, lines_of(code)[0]) as hit:
        ahead = Prefetch(desk.pages)
        ahead.begin(CAUSES)
        qtbot.waitUntil(lambda: ahead.is_resting, timeout=PATIENCE_MS)
    assert len(hit) == 1
    assert desk.person.banner == SORRY


def test_a_verification_that_fails_in_its_thread_is_said_by_the_window(qtbot: QtBot, desk: Desk) -> None:
    code = code_of(of_file)
    verification = Verification(desk.pages, desk.person.window)
    with fault_in_threads(code, lines_of(code)[0]) as hit:
        verification.begin()
        qtbot.waitUntil(lambda: verification.is_resting, timeout=PATIENCE_MS)
    verification.stop()
    assert hit
    assert desk.person.banner == SORRY
    assert not desk.pages.file_state.is_damaged


def test_a_mistake_in_any_other_thread_reaches_the_banner_too(
    qtbot: QtBot, run_program: RunProgram, last_resort: LastResort
) -> None:
    def fails() -> None:
        raise PlantedError

    def looks(person: Person) -> None:
        thread = threading.Thread(target=fails)
        thread.start()
        thread.join()
        qtbot.waitUntil(lambda: person.banner == SORRY, timeout=PATIENCE_MS)

    run_program(meanwhile=looks, last_resort=last_resort)


def test_a_window_that_was_never_closed_reads_nothing_after_its_session(
    qtbot: QtBot, bundled_library: Path, last_resort: LastResort
) -> None:
    said: list[object] = []
    last_resort.show = said.append
    with Session(Arguments(), SiteSettings(remember_reader=False), bundled_library) as session:
        window, reader, pages = session.build()
        reader.start(CAUSES)
        ahead = Prefetch(pages, window)
        ahead.begin(CAUSES)
        assert not ahead.is_resting
    assert ahead.is_resting
    assert not [timer for timer in window.findChildren(QTimer) if timer.isActive()]
    Shiboken.delete(window)
    assert said == []
