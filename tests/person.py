"""A person at the window: does what people do with keys and a mouse, and sees what is there."""

import gc
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from pmlapp.errors import PmlError
from pmlapp.paths import log_file
from pmlapp.reading.beside.topic_model import PAGE
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.choices import Choices
from pmlapp.shell.command_line import parse_arguments
from pmlapp.shell.failures import LastResort
from pmlapp.shell.log import Log
from pmlapp.shell.open_code import page_of_code
from pmlapp.shell.session import Session
from pmlapp.shell.window import Window
from pmlapp.shell.wiring import wire_keys

Key = Qt.Key
NO_KEY = Qt.KeyboardModifier.NoModifier
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

OFFSCREEN_LIMITS = ("This plugin does not support",)
"""What Qt's platform without a display warns of by itself, when a menu opens."""

_MOST_TABS = 400
"""More than any page of the library has links."""


class Person:
    """Sits in front of one window.  Methods are what the person does, properties what can be seen."""

    def __init__(self, window: Window, choices: Choices) -> None:
        self.window = window
        self.parts = window.parts
        self._choices = choices

    # Does

    def goes_to(self, page: str) -> None:
        """By choosing it in the topic tree, whether or not its row is in sight."""
        self.parts.tree.article_asked.emit(page)

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        """Real keys: they go to the window, which finds out whom they are for."""
        for _ in range(times):
            QTest.keyClick(self.window.windowHandle(), key, held)

    def types(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.window.windowHandle(), ord(letter))

    def clicks(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_KEY, at or widget.rect().center())

    def asks(self, text: str) -> None:
        """Type into the search box that is in sight."""
        self.presses(Key.Key_K, CTRL)
        self.types(text)

    def tabs_to(self, target: str) -> None:
        """Tab through the links of the page until the keyboard is on the one to ``target``."""
        self.parts.pane.setFocus()
        self.tabs_on_to(target)

    def tabs_on_to(self, target: str) -> None:
        """The same from the link that the keyboard is on."""
        for _ in range(_MOST_TABS):
            self.presses(Key.Key_Tab)
            if self.link == target:
                return
        raise AssertionError(f"Tab never reached {target}")

    def follows(self, target: str) -> None:
        """By keyboard, as a reader without a mouse would."""
        self.tabs_to(target)
        self.presses(Key.Key_Return)

    def follows_first(self, kind: str) -> None:
        """The first link whose target begins with ``kind``."""
        self.follows(next(link for link in self.links if link.startswith(kind)))

    def clicks_link(self, target: str) -> None:
        """With the mouse, on the first of them that is in sight."""
        pane = self.parts.pane
        for number, leads_to in enumerate(pane.links()):
            place = pane.link_rect(number)
            if leads_to == target and pane.viewport().rect().contains(place):
                self.clicks(pane.viewport(), place.center())
                return
        raise AssertionError(f"{target} is not in sight")

    def scrolls_to(self, line: float) -> None:
        self.parts.pane.scroll_to_line(line)

    def reads(self, words: str) -> None:
        """Scroll until the paragraph that begins with ``words`` is at the top, a little of it out of sight."""
        pane = self.parts.pane
        pane.set_rest()
        block = pane.document().begin()
        while not block.text().startswith(words):
            block = block.next()
            assert block.isValid(), words
        top = pane.document().documentLayout().blockBoundingRect(block).top()
        pane.verticalScrollBar().setValue(round(top) + 6)

    def turns_wheel(self, widget: QWidget, notches: int, held: Qt.KeyboardModifier = NO_KEY) -> None:
        """Up is positive."""
        middle = QPointF(widget.rect().center())
        turn = QWheelEvent(
            middle,
            QPointF(widget.mapToGlobal(widget.rect().center())),
            QPoint(),
            QPoint(0, 120 * notches),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, turn)

    def chooses_colours(self, theme: str) -> None:
        """From the pop-up that Ctrl+D opens."""
        self.presses(Key.Key_D, CTRL)
        self.clicks_in_reading(f"theme_{theme}")
        self.presses(Key.Key_Escape)

    def clicks_in_reading(self, name: str) -> None:
        """A row or a button of the pop-up Reading, which is open."""
        panel = self.parts.reading_panel
        row = panel.findChild(QAbstractButton, name)
        assert isinstance(row, QAbstractButton)
        assert panel.isVisible()
        self.clicks(row)

    def chooses(self, menu: QMenu, wanted: Callable[[Any], bool]) -> None:
        assert menu.isVisible()
        entry = next(entry for entry in menu.actions() if entry.isVisible() and wanted(entry))
        self.clicks(menu, menu.actionGeometry(entry).center())

    def makes_window(self, width: int, height: int) -> None:
        self.window.resize(width, height)
        QApplication.processEvents()

    # Sees

    @property
    def page(self) -> str:
        """The id of the page that is read."""
        return self.window.place().page

    @property
    def line(self) -> float:
        return self.parts.pane.line()

    @property
    def link(self) -> str | None:
        """Where the link leads that the keyboard is on."""
        number = self.parts.pane.focused_link
        return None if number is None else self.parts.pane.links()[number]

    @property
    def keyboard(self) -> str:
        """The name of the part that the keyboard is on."""
        focus = self.window.focusWidget()
        return focus.objectName() if focus is not None else ""

    @property
    def links(self) -> tuple[str, ...]:
        """Where the links of the page lead, in reading order."""
        return self.parts.pane.links()

    def every_page(self) -> list[str]:
        """The ids of all questions in the tree."""
        tree = self.parts.tree.model()
        topics = (tree.index(row, 0) for row in range(tree.rowCount()))
        return [tree.index(row, 0, topic).data(PAGE) for topic in topics for row in range(tree.rowCount(topic))]

    @property
    def paragraph_at_top(self) -> str:
        pane = self.parts.pane
        return pane.cursorForPosition(QPoint(pane.viewport().width() // 2, 1)).block().text()

    @property
    def percent(self) -> int:
        """The text size."""
        return self._choices.look.scale.percent

    @property
    def outline(self) -> list[str]:
        """The headings beside the page."""
        model = self.parts.outline.model
        return [model.index(row).data() for row in range(model.rowCount())]

    @property
    def text(self) -> str:
        """What is on the page, all of it."""
        self.parts.pane.set_rest()
        return self.parts.pane.toPlainText()

    @property
    def hits(self) -> list[str] | None:
        """The titles under the search box; None when there is no list."""
        if not self.sees("hits"):
            return None
        model = self.window.hits.model
        return [model.index(row).data() for row in range(model.rowCount())]

    @property
    def chosen_hit(self) -> str:
        return str(self.window.hits.view.currentIndex().data())

    @property
    def searched(self) -> str:
        """What is in the search box that is in sight."""
        return self.window.search_box().text()

    @property
    def banner(self) -> str:
        return self.parts.banner.sentence if self.parts.is_made("banner") else ""

    def sees(self, part: str) -> bool:
        """Whether this part of the window is in sight."""
        return self.parts.is_made(part) and getattr(self.parts, part).isVisible()

    def words_in_sight(self, part: QWidget) -> str:
        """What the labels of a part say."""
        return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())

    def inks_of(self, part: QWidget) -> set[str]:
        """Every colour that a part is painted with."""
        picture = part.grab().toImage()
        step = range(picture.width()), range(picture.height())
        return {picture.pixelColor(x, y).name() for y in step[1] for x in step[0]}

    def colour_of(self, widget: QWidget, at: QPoint | None = None) -> QColor:
        """The colour of one pixel, as it is painted on the window now."""
        place = widget.mapTo(self.window, at or QPoint(3, widget.height() - 3))
        picture = self.window.grab().toImage()
        return picture.pixelColor(place * picture.devicePixelRatio())


OpenWindow = Callable[..., Person]


@pytest.fixture
def open_window(qtbot: QtBot, bundled_library: Path) -> Iterator[OpenWindow]:
    """Put the real program together and show its window: ``open_window("--zoom", "200", page=…, size=…)``."""
    kept: list[object] = []
    sessions = ExitStack()

    def opened(
        *arguments: str,
        page: str = "home",
        size: tuple[int, int] = (1280, 800),
        library: Path = bundled_library,
        site: SiteSettings | None = None,
        clock: Callable[[], date] = date.today,
    ) -> Person:
        session = sessions.enter_context(
            Session(parse_arguments(arguments), site or SiteSettings(), library, clock=clock)
        )
        window, reader, _ = session.build()
        wire_keys(window, reader, session.choices)
        # Before its file is closed it goes whole, with what it would still have done behind the first paint.
        sessions.callback(Shiboken.delete, window)
        kept.extend((session, reader))
        # The screen of the offscreen platform is 800 x 800: a larger window has to be asked for again.
        window.resize(*size)
        reader.start(page)
        with qtbot.waitActive(window), qtbot.waitExposed(window):
            window.show()
            window.activateWindow()
        return Person(window, session.choices)

    with sessions:
        yield opened
    kept.clear()


class AtFirstPaint(QObject):
    """Calls ``then`` with the first window that is painted from now on, and closes the window afterwards.

    For a program that runs until its window is closed.  If none is ever
    painted the program is ended, so that a test fails and does not hang.
    """

    def __init__(self, then: Callable[[QWidget], object], *, patience_ms: int = 30_000) -> None:
        super().__init__()
        self._then = then
        self._window: QWidget | None = None
        self.thrown: BaseException | None = None
        QTimer.singleShot(patience_ms, self, QApplication.quit)
        application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget) and watched.objectName() == "window":
            application().removeEventFilter(self)
            self._window = watched
            QTimer.singleShot(0, self._do)
        return False

    @property
    def painted(self) -> bool:
        return self._window is not None

    def _do(self) -> None:
        assert self._window is not None
        try:
            self._then(self._window)
        except BaseException as error:
            self.thrown = error
        finally:
            self._window.close()


@dataclass
class Run:
    """How one run of the program went."""

    code: int
    told: list[PmlError]


RunProgram = Callable[..., Run]


@pytest.fixture
def run_program(qapp: QApplication, bundled_library: Path) -> Iterator[RunProgram]:
    """Run the real program from its start to its end: ``run_program("--zoom", "200", meanwhile=…)``.

    ``meanwhile`` is called with the person once the window is painted, then
    the window is closed.  With ``at_window`` it gets the window itself,
    which is another one when there is no library.
    """

    def run(
        *arguments: str,
        meanwhile: Callable[[Person], object] | None = None,
        at_window: Callable[[QWidget], object] | None = None,
        library: Path = bundled_library,
        site: SiteSettings | None = None,
        clock: Callable[[], date] = date.today,
        to_say: PmlError | None = None,
        last_resort: LastResort | None = None,
    ) -> Run:
        asked = parse_arguments(arguments)
        if asked.code is not None:
            found = page_of_code(asked, *asked.code, library)
            assert isinstance(found, Arguments)
            asked = found
        session = Session(asked, site or SiteSettings(), library, clock=clock)
        # The last window of an earlier test may have asked the application to end.
        QCoreApplication.removePostedEvents(QCoreApplication.instance(), QEvent.Type.Quit.value)
        log = Log(log_file())
        told: list[PmlError] = []

        def tell(failure: PmlError) -> int:
            log.failure(failure)
            told.append(failure)
            return failure.exit_code

        def sit_down(window: QWidget) -> None:
            if at_window is not None:
                at_window(window)
            if meanwhile is not None:
                assert isinstance(window, Window)
                meanwhile(Person(window, session.choices))

        # The end that windows of earlier tests asked for is not the end of this run.
        QApplication.removePostedEvents(QApplication.instance(), QEvent.Type.Quit)
        first = AtFirstPaint(sit_down)
        with session:
            code = session.run(last_resort or LastResort(log), tell, to_say=to_say)
        # The window goes whole: collected as garbage, its parts would hear of each other's end half taken apart.
        for window in QApplication.topLevelWidgets():
            if isinstance(window, Window):
                Shiboken.delete(window)
        # Behind its first paint the program takes everything out of Python's search for garbage.
        gc.unfreeze()
        gc.collect()
        if first.thrown is not None:
            raise first.thrown
        assert first.painted, "no window was ever painted"
        return Run(code, told)

    yield run
    gc.unfreeze()


def application() -> QApplication:
    running = QApplication.instance()
    assert isinstance(running, QApplication)
    return running
