"""In two languages that nobody speaks nothing is said in English or cut off, and what should be is mirrored."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage, QTransform
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from languages.pseudo import BEGIN, END, LONG, MIRRORED, pseudo, write_pseudo_languages
from languages.template import ROOT, TEMPLATE
from pmlapp.errors import ArticleNotFoundError
from pmlapp.reading.bars.strip import Message
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.session import Session
from pmlapp.shell.window import Window
from pmlapp.shell.wiring import wire_keys
from tests.builders import article, content_file, library

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


def test_what_points_or_leads_is_on_the_side_where_reading_starts(open_in) -> None:
    def places(language: str) -> dict[str, float]:
        window = open_in(language, CAUSES)
        window.stage.strip.say(Message("This computer has no voice."))
        window.say("Something went wrong.")
        window.find_words()
        QApplication.processEvents()
        parts = window.parts
        words = {
            "outline": parts.outline,
            "words of the message": parts.strip.content.findChild(QLabel, "strip_words"),
            "words of the banner": parts.banner.findChild(QLabel, "banner_words"),
            "words of the footer": parts.footer.findChild(QLabel, "footer_words"),
            "field to find words": parts.find_bar.field,
        }
        assert not parts.outline.geometry().intersects(parts.pane.viewport().geometry())
        left = {name: part.mapTo(window, QPoint(0, 0)).x() for name, part in words.items()}
        right = {name: window.width() - left[name] - part.width() for name, part in words.items()}
        window.hide()
        return left if language == LONG else right

    assert places(LONG) == places(MIRRORED)


ARABIC = """## كيف أقيس الحرارة؟

1. نظّف ميزان الحرارة.

| متى | الرقم |
|---|---|
| صباحًا | 38 |

- PML نقطة

!!! emergency "اتصل الآن"

    - صعوبة في التنفس
"""


def test_a_page_in_arabic_begins_on_the_right_in_any_window(qtbot: QtBot, tmp_path: Path) -> None:
    page = article(language="ar", title="ما هي الحمّى؟", short_answer="ارتفاع الحرارة.", body=ARABIC)
    file = content_file(tmp_path, library([page], language="ar"))
    with Session(Arguments(snapshot=Path("never.png")), SiteSettings(), file) as session:
        window, reader, _ = session.build()
        window.resize(1280, 800)
        reader.start(CAUSES)
        window.show()
        window.finish_page()
        QApplication.processEvents()
        document = window.parts.pane.document()
        ends = {}
        block = document.begin()
        while block.isValid():
            line = block.layout().lineAt(0)
            left = document.documentLayout().blockBoundingRect(block).left()
            ends[block.text()] = left + line.naturalTextRect().right()
            block = block.next()
        assert ends["متى"] > ends["الرقم"]
        assert ends["صباحًا"] > ends["38"]
        column = ends["ما هي الحمّى؟"]
        for inset in ("نظّف ميزان الحرارة.", "\u2066PML\u2069 نقطة", "PML نقطة"):
            assert inset not in ends or column - 60 < ends[inset] < column - 10
        assert any("PML" in text for text in ends)
        Shiboken.delete(window)


def test_back_points_where_one_came_from(open_in) -> None:
    def drawn(language: str, asks: str) -> QImage:
        window = open_in(language, CAUSES)
        look = window.stage.look
        icon = look.pixmap(asks, 24, look.theme.text, window.parts.top_bar.button(asks)).toImage()
        window.hide()
        return icon

    back = drawn(LONG, "back")
    assert drawn(MIRRORED, "back") != back
    assert drawn(MIRRORED, "back").transformed(QTransform(-1, 0, 0, 1, 0, 0)) == back
    assert drawn(MIRRORED, "home") == drawn(LONG, "home")


def test_a_failure_is_told_in_the_language_of_the_window(open_in) -> None:
    window = open_in(MIRRORED, "home")
    window.show_failure(ArticleNotFoundError(article="causes/none"))
    assert window.parts.banner.sentence.startswith(BEGIN)
    assert "causes/none" in window.parts.banner.sentence


@pytest.mark.parametrize("room", ["shell", "reading"])
def test_no_part_of_a_window_shows_the_english_of_a_failure(room: str) -> None:
    """What a failure says of itself is English; a window shows it by `shown_words`."""
    terminal = {"self_test.py", "failures.py"}
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted((ROOT / "pmlapp" / room).rglob("*.py"))
        if path.name not in terminal
        for line in path.read_text(encoding="utf-8").splitlines()
        if re.search(r"str\(failure\)(?! *$)|\bfailure\.what_to_do", line) and "isinstance" not in line
    ]
    assert found == []


def library_words(library: Path) -> str:
    """Everything that the library itself says, as one text."""
    texts = []
    with closing(sqlite3.connect(library)) as opened:
        for (name,) in opened.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            with suppress(sqlite3.OperationalError):
                for row in opened.execute(f'SELECT * FROM "{name}"'):
                    texts += [value for value in row if isinstance(value, str)]
    return "\n".join(texts)
