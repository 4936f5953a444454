"""The views of the program that are kept as pictures, and how each comes about."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.session import Session
from pmlapp.shell.window import Window
from pmlapp.shell.wiring import wire_keys
from pmlapp.speech.player import Player
from pmlapp.speech.speaking_process import SpeakingProcess
from tests.pictures.kiosk_views import SCENES, draw_kiosk

_CAUSES = "causes/what-causes-pml"


@dataclass(frozen=True, kw_only=True)
class View:
    """What to open, in which look, and what a person does there before the picture is taken."""

    name: str
    page: str = _CAUSES
    theme: str = "light"
    zoom: int = 100
    size: tuple[int, int] = (1280, 800)
    second: bool = False
    """Of the library on another illness, in tests/libraries."""
    then: Callable[[Window], None] | None = None
    kiosk: str = ""
    """A screen of the kiosk in place of a page: one of `tests.pictures.kiosk_views.SCENES`."""


def _asks(window: Window, words: str = "can i catch it") -> None:
    window.focus_search()
    QTest.keyClicks(window.search_box(), words)
    while not window.hits.at_rest:
        QTest.qWait(20)


def _opens_the_fold(window: Window) -> None:
    pane = window.parts.pane
    fold = next(number for number, target in enumerate(pane.links()) if target.startswith("fold:"))
    pane.focus_link(fold)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    pane.focus_link(None)
    pane.scroll_to_line(pane.line() + 6)


def _reads_about_numbers(window: Window) -> None:
    window.parts.pane.scroll_to("before-you-look-at-numbers")


def _opens_one_of_them(window: Window) -> None:
    pane = window.parts.pane
    _reads_about_numbers(window)
    fold = next(number for number, target in enumerate(pane.links()) if target.startswith("fold:"))
    pane.focus_link(fold)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    pane.focus_link(None)


def _looks_at_the_map(window: Window) -> None:
    pane = window.parts.pane
    pane.scroll_to("how-many-people-have-met-it")
    pane.scroll_to_line(pane.line() + 8)


def _looks_at_the_dots(window: Window) -> None:
    window.parts.pane.scroll_to("how-many-people-get-pml")


def _asks_with_a_slip(window: Window) -> None:
    _asks(window, "luekoencefalopathy")


def _finds_in_the_page(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(window.focusWidget(), "virus")


def _reads_the_warning(window: Window) -> None:
    pane = window.parts.pane
    pane.scroll_to("what-weakens-the-immune-system")
    pane.scroll_to_line(pane.line() - 17)


def _asks_for_a_word(window: Window) -> None:
    pane = window.parts.pane
    word = pane.links().index("glossary:jc-virus")
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.link_rect(word).center())


def _keeps_a_list(window: Window) -> None:
    keeping = window.take_along.keeping
    window.take_along.toggle_panel()
    panel = window.parts.questions
    panel.toggled.emit("Which signs should I report, and to whom, at night and at weekends?")
    keeping.add_own("Can I travel in March?")
    keeping.add_noticed("Since 12 November: I drop things with my left hand")


def _takes_it_home(window: Window) -> None:
    window.take_along.show_code_of_page()


def _comes_back(window: Window) -> None:
    keeping = window.take_along.keeping
    keeping.toggle_bookmark("signs/urgent-help", "When should I get help?")
    window.parts.top_bar.button("home").click()


def _lights_lines(window: Window) -> None:
    QTest.keyClick(window, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    for _ in range(10):
        QTest.keyClick(window.parts.pane, Qt.Key.Key_Down)


def _sets_text_wide(window: Window) -> None:
    window.reading.toggle()
    row = window.parts.reading_panel.switches["wide_spacing"]
    QTest.mouseClick(row, Qt.MouseButton.LeftButton)


_HEARD = 10
"""The sentence (0-based) that is read while the picture is taken."""


def _speaks_with(window: Window, *module: str) -> Player:
    aloud = window.read_aloud
    aloud._start_process = lambda parent: SpeakingProcess((sys.executable, "-m", *module), parent)
    aloud.toggle()
    return aloud.player


def _listens(window: Window) -> None:
    # Twenty times as slow as a voice: the first word is still marked when the picture is taken.
    player = _speaks_with(window, "pmlapp.speech", "--engine", "silent", "--times", "0.05")
    while player.current < _HEARD:
        window.read_aloud.next()
    mark = window.parts.spoken_mark
    while mark.sentence != player.sentences[_HEARD]:
        QTest.qWait(20)


def _has_no_voice(window: Window) -> None:
    player = _speaks_with(window, "tests.speech.faulty", "not there")
    while player.trouble is None:
        QTest.qWait(20)


VIEWS = (
    View(name="home", page="home"),
    View(name="page"),
    View(name="search", then=_asks),
    View(name="dark", theme="dark", then=_reads_the_warning),
    View(name="high-contrast", theme="high_contrast", then=_reads_the_warning),
    View(name="warm-paper", theme="warm_paper"),
    View(name="zoom-200", zoom=200),
    View(name="portrait", size=(1080, 1920)),
    View(name="narrow", size=(800, 600)),
    View(name="fold", page="causes/conditions", then=_opens_the_fold),
    View(name="outlook-closed", page="outlook/life-expectancy", then=_reads_about_numbers),
    View(name="outlook-open", page="outlook/life-expectancy", then=_opens_one_of_them),
    View(name="map", page="causes/jc-virus", then=_looks_at_the_map),
    View(name="dots", page="causes/natalizumab-risk", then=_looks_at_the_dots),
    View(name="correction", then=_asks_with_a_slip),
    View(name="find", then=_finds_in_the_page),
    View(name="line-guide", then=_lights_lines),
    View(name="listening", then=_listens),
    View(name="listening-dark", theme="dark", zoom=200, then=_listens),
    View(name="no-voice", then=_has_no_voice),
    View(name="reading", then=_sets_text_wide),
    View(name="word", then=_asks_for_a_word),
    View(name="nothing-found", page="search:shingles"),
    View(name="my-questions", page="signs/urgent-help", then=_keeps_a_list),
    View(name="take-home", then=_takes_it_home),
    View(name="your-pages", then=_comes_back),
    View(name="second-home", page="home", second=True),
    *(View(name=f"kiosk-{scene}", kiosk=scene, size=(1080, 1920)) for scene in SCENES if scene != "action"),
    *(View(name=f"kiosk-wide-{scene}", kiosk=scene) for scene in SCENES if scene != "action"),
    View(name="kiosk-action", kiosk="action", size=(800, 600)),
    View(name="kiosk-upright-action", kiosk="action", size=(1080, 1920)),
    View(name="second-page", page="about/what-is-it", size=(1280, 1000), second=True),
)


def draw(view: View, library: Path, clock: Callable[[], date] = date.today) -> QImage:
    """The whole window, drawn without a display.  A QApplication has to be there already."""
    if view.kiosk:
        return draw_kiosk(view.kiosk, view.size, library)
    arguments = Arguments(snapshot=Path("never-written.png"), theme=view.theme, zoom=view.zoom, size=view.size)
    with Session(arguments, SiteSettings(), library, clock=clock) as session:
        window, reader, _ = session.build()
        wire_keys(window, reader, session.choices)
        reader.start(view.page)
        # The screen there is 800 x 800: a larger window has to be asked for again.
        window.resize(*view.size)
        window.show()
        window.activateWindow()
        if not QTest.qWaitForWindowActive(window):
            raise RuntimeError(f"the window for {view.name} never became active")
        # Wherever the pointer was: now it is on the words of the foot, where nothing answers to it.
        foot = QPoint(2, window.height() - 2)
        QCursor.setPos(window.mapToGlobal(foot))
        QTest.mouseMove(window.windowHandle(), foot)
        QApplication.processEvents()
        blinking = QApplication.cursorFlashTime()
        QApplication.setCursorFlashTime(0)
        # What is behind the first paint in a window that is used.
        window.take_along.follow_page()
        QApplication.processEvents()
        if view.then is not None:
            view.then(window)
        QApplication.processEvents()
        window.finish_page()
        picture = QImage(window.size(), QImage.Format.Format_RGB32)
        window.render(picture, QPoint())
        QApplication.setCursorFlashTime(blinking)
        window.close()
        window.deleteLater()
    return picture
