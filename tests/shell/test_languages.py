"""The window and the pages are switched to another language at once, each without the other."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from languages.pseudo import BEGIN, LONG, MIRRORED, pseudo, write_pseudo_languages
from languages.template import TEMPLATE
from pmlapp.content.page import Notice
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.session import Session
from pmlapp.shell.window import Window
from tests.builders import article, content_file, library
from tests.shell.kiosk.conftest import OpenKiosk, open_kiosk

__all__ = ["open_kiosk"]
CAUSES, FOOD = "causes/what-causes-pml", "diet/food"


@pytest.fixture(scope="module")
def pseudo_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    write_pseudo_languages(TEMPLATE, folder)
    return folder


@pytest.fixture
def two_languages(tmp_path: Path) -> Path:
    """A library in English, with one of its two pages in German."""
    food = article(FOOD, title="What should I eat?", short_answer="Anything.")
    english = content_file(tmp_path, library([article(), food]))
    folder = tmp_path / "de"
    folder.mkdir()
    page = article(language="de", title="Was löst PML aus?", short_answer="Das JC-Virus.", body="## Wie\n\nEs ruht.\n")
    content_file(folder, library([page], language="de", title="PML-Antworten")).rename(tmp_path / "content.de.db")
    return english


@pytest.fixture
def open_session(qtbot: QtBot, pseudo_dir: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.setenv("PMLAPP_LANGUAGES", str(pseudo_dir))
    with ExitStack() as stack:

        def opened(file: Path, page: str = CAUSES) -> tuple[Session, Window]:
            session = stack.enter_context(Session(Arguments(), SiteSettings(), file))
            window, reader, _ = session.build()
            stack.callback(lambda: reader)
            stack.callback(Shiboken.delete, window)
            window.resize(1280, 800)
            reader.start(page)
            with qtbot.waitExposed(window):
                window.show()
            return session, window

        yield opened


def chooses(window: Window, title: str, name: str) -> None:
    """In the menu More."""
    menus = [action.menu() for action in window.menus.more.actions() if isinstance(action.menu(), QMenu)]
    menu = next(menu for menu in menus if menu is not None and title in menu.title())
    entry: QAction = next(action for action in menu.actions() if action.text() == name)
    menu.triggered.emit(entry)
    QApplication.processEvents()


def headline(window: Window) -> str:
    page = window.stage.page
    return next((block.headline for block in page.blocks if isinstance(block, Notice)), "") if page else ""


def test_the_window_speaks_another_language_at_once(open_session: Any, bundled_library: Path) -> None:
    session, window = open_session(bundled_library)
    bar = window.parts.top_bar.button("home")
    left = bar.mapTo(window, bar.rect().center()).x()
    assert (bar.text(), window.stage.page.title) == ("Home", "What causes PML?")
    chooses(window, "Language of the window", MIRRORED)
    bar = window.parts.top_bar.button("home")
    assert bar.accessibleName().startswith(BEGIN)
    assert bar.mapTo(window, bar.rect().center()).x() > 640 > left
    assert window.stage.page.title == "What causes PML?"
    assert window.parts.pane.isVisible()
    assert session.choices.preferences.language == MIRRORED
    # And back, from a menu that now speaks that language.
    chooses(window, pseudo("Language of the window", mirrored=True), "English")
    assert window.parts.top_bar.button("home").text() == "Home"
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_bookmarks_search_and_keys_go_on_after_it(open_session: Any, bundled_library: Path) -> None:
    _, window = open_session(bundled_library)
    window.take_along.follow_page()
    chooses(window, "Language of the window", LONG)
    window.take_along.follow_page()
    window.parts.tree.article_asked.emit("signs/urgent-help")
    assert window.stage.page.id == "signs/urgent-help"
    box = window.search_box()
    QTest.keyClicks(box, "virus")
    QApplication.processEvents()
    assert window.stage.is_open("hits")


def test_pages_are_read_in_another_language_and_say_where_they_are_not(open_session: Any, two_languages: Path) -> None:
    session, window = open_session(two_languages)
    chooses(window, "Language of the pages", "Deutsch")
    assert window.stage.page.title == "Was löst PML aus?"
    assert headline(window) == ""
    assert window.parts.top_bar.button("home").text() == "Home"
    assert session.choices.preferences.pages_language == "de"
    window.parts.tree.article_asked.emit(FOOD)
    assert (window.stage.page.title, window.stage.page.language) == ("What should I eat?", "en")
    assert headline(window) == "This page is not translated yet. It is shown in English."
    chooses(window, "Language of the pages", "English")
    assert window.stage.page.title == "What should I eat?"
    assert headline(window) == ""


def test_a_damaged_translation_is_named_and_the_library_stays(open_session: Any, two_languages: Path) -> None:
    two_languages.with_suffix(".de.db").write_bytes(b"nothing")
    _, window = open_session(two_languages)
    chooses(window, "Language of the pages", "Deutsch")
    assert window.stage.page.title == "What causes PML?"
    assert window.parts.banner.sentence


def test_one_language_offers_no_choice(qtbot: QtBot, bundled_library: Path) -> None:
    with Session(Arguments(), SiteSettings(), bundled_library) as session:
        window, _, _ = session.build()
        titles = [action.menu().title() for action in window.menus.more.actions() if action.menu() is not None]
        assert not [title for title in titles if "Language" in title]
        Shiboken.delete(window)


def test_a_visitor_touches_a_language_and_the_next_finds_the_first(
    open_kiosk: OpenKiosk, two_languages: Path, qapp: QApplication
) -> None:
    site = SiteSettings(clinic="Example Clinic", languages=("en", "de"))
    visitor = open_kiosk(site=site, library=two_languages)
    visitor.comes()
    assert [button.text() for button in visitor.parts.home.languages] == ["English", "Deutsch"]
    visitor.touches(visitor.parts.home.languages[1])
    QApplication.processEvents()
    assert visitor.parts.language == "de"
    visitor.run.reader.open(CAUSES)
    assert visitor.parts.pane.page.title == "Was löst PML aus?"
    visitor.finishes()
    visitor.comes()
    visitor.run.reader.open(CAUSES)
    assert (visitor.parts.language, visitor.parts.pane.page.title) == ("en", "What causes PML?")
