"""In two languages that nobody speaks nothing is said in English or cut off, and what should be is mirrored."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from shiboken6 import Shiboken

from languages.pseudo import BEGIN, END, LONG, MIRRORED, pseudo, write_pseudo_languages
from languages.template import TEMPLATE
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.session import Session
from pmlapp.shell.window import Window
from pmlapp.shell.wiring import wire_keys

CAUSES = "causes/what-causes-pml"


@pytest.fixture(scope="module")
def pseudo_dir(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("languages")
    write_pseudo_languages(TEMPLATE, folder)
    return folder


@pytest.fixture
def open_in(
    qapp: QApplication, bundled_library: Path, pseudo_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[object]:
    monkeypatch.setenv("PMLAPP_LANGUAGES", str(pseudo_dir))
    with ExitStack() as stack:

        def opened(language: str, page: str, size: tuple[int, int] = (1280, 800)) -> Window:
            arguments = Arguments(snapshot=Path("never.png"), size=size)
            site = SiteSettings(language=language, emergency_number="112")
            session = stack.enter_context(Session(arguments, site, bundled_library))
            window, reader, _ = session.build()
            stack.callback(lambda: reader)
            stack.callback(Shiboken.delete, window)
            wire_keys(window, reader, session.choices)
            window.resize(*size)
            reader.start(page)
            window.show()
            QApplication.processEvents()
            window.finish_page()
            QApplication.processEvents()
            return window

        yield opened


def shown(window: QWidget) -> Iterator[tuple[QWidget, str]]:
    """The text of every button and label in sight."""
    for widget in window.findChildren(QWidget):
        if isinstance(widget, QAbstractButton | QLabel) and widget.isVisible() and widget.text():
            yield widget, widget.text()


def in_english(window: QWidget, own: str) -> list[str]:
    """What is shown in letters that are neither marked as translated nor in the words of the library."""
    return [
        text
        for _, text in shown(window)
        if any(letter.isalpha() for letter in text) and BEGIN not in text and text not in own
    ]


def test_a_phrase_is_longer_and_keeps_its_fields() -> None:
    assert pseudo("Page {page} of {count}").startswith(f"{BEGIN}Págé {{page}} óf {{count}}")
    assert pseudo("Page {page} of {count}").endswith(END)
    assert 1.35 < len(pseudo("Nothing here about it.")) / len("Nothing here about it.") < 1.7


@pytest.mark.parametrize("language", [LONG, MIRRORED])
@pytest.mark.parametrize("page", ["home", CAUSES, "search:virus", "about"])
def test_nothing_of_ours_is_still_in_english(open_in, language: str, page: str, bundled_library: Path) -> None:
    window = open_in(language, page)
    own = library_words(bundled_library)
    assert in_english(window, own) == []


@pytest.mark.parametrize("language", [LONG, MIRRORED])
@pytest.mark.parametrize("page", ["home", CAUSES])
@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_no_word_is_cut_off(open_in, language: str, page: str, size: tuple[int, int]) -> None:
    window = open_in(language, page, size)
    cut = [
        f"{type(widget).__name__} {text}: {widget.width()} px for {widget.minimumSizeHint().width()}"
        for widget, text in shown(window)
        if widget.width() < widget.minimumSizeHint().width()
        or widget.mapTo(window, QPoint(0, 0)).x() < 0
        or widget.mapTo(window, QPoint(widget.width(), 0)).x() > window.width()
    ]
    assert cut == []


def test_bar_and_topics_are_mirrored(open_in) -> None:
    def places(language: str) -> dict[str, int]:
        window = open_in(language, CAUSES)
        bar = window.parts.top_bar
        parts = {"topics": window.parts.topics, "bar's first": bar.button("home"), "bar's last": bar.button("more")}
        middle = {name: part.mapTo(window, part.rect().center()).x() for name, part in parts.items()}
        window.hide()
        return middle

    left, right = places(LONG), places(MIRRORED)
    assert left["topics"] < 640 < right["topics"]
    assert left["bar's first"] < 640 < right["bar's first"]
    assert right["bar's last"] < 640 < left["bar's last"]


def library_words(library: Path) -> str:
    """Everything that the library itself says, as one text."""
    texts = []
    with closing(sqlite3.connect(library)) as opened:
        for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            with suppress(sqlite3.OperationalError):
                for row in opened.execute(f'SELECT * FROM "{name}"'):
                    texts += [value for value in row if isinstance(value, str)]
    return "\n".join(texts)
