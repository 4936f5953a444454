"""The views of the program that are kept as pictures, and how each comes about."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.session import Session
from pmlapp.shell.window import Window

_CAUSES = "causes/what-causes-pml"


@dataclass(frozen=True, kw_only=True)
class View:
    """What to open, in which look, and what a person does there before the picture is taken."""

    name: str
    page: str = _CAUSES
    theme: str = "light"
    zoom: int = 100
    size: tuple[int, int] = (1280, 800)
    then: Callable[[Window], None] | None = None


def _asks(window: Window) -> None:
    window.focus_search()
    QTest.keyClicks(window.search_box(), "can i catch it")


def _opens_the_fold(window: Window) -> None:
    pane = window.parts.pane
    fold = next(number for number, target in enumerate(pane.links()) if target.startswith("fold:"))
    pane.focus_link(fold)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    pane.focus_link(None)
    pane.scroll_to_line(pane.line() + 6)


def _reads_the_warning(window: Window) -> None:
    pane = window.parts.pane
    pane.scroll_to("what-weakens-the-immune-system")
    pane.scroll_to_line(pane.line() - 17)


def _asks_for_a_word(window: Window) -> None:
    pane = window.parts.pane
    word = pane.links().index("glossary:jc-virus")
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.link_rect(word).center())


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
    View(name="word", then=_asks_for_a_word),
    View(name="nothing-found", page="search:shingles"),
)


def draw(view: View, library: Path) -> QImage:
    """The whole window, drawn without a display.  A QApplication has to be there already."""
    arguments = Arguments(snapshot=Path("never-written.png"), theme=view.theme, zoom=view.zoom, size=view.size)
    window, reader, _ = Session(arguments, SiteSettings(), library).build()
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
