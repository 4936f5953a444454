"""The parts of the window, each alone on a plain desk, with real pages and the real look."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Media
from pmlapp.content.page import Page
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.fonts import load_fonts
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.look.images import PageImages
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.scale import Scale
from pmlapp.reading.look.style_sheet import style_sheet
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.page.article_pane import ArticlePane
from tests.builders import on_that_day
from tests.reading.pages_of import Desk, PageReader

LookOf = Callable[..., Look]
OpenPage = Callable[..., PageReader]
Part = TypeVar("Part", bound=QWidget)
PutOnDesk = Callable[..., Desk]

CAUSES = "causes/what-causes-pml"
OUTLOOK = "outlook/life-expectancy"


@pytest.fixture(scope="session")
def fonts(qapp: object, resources: Path) -> None:
    """The reading font, loaded once for all tests."""
    load_fonts(resources / "fonts")


@pytest.fixture(scope="session")
def icons(fonts: None, resources: Path) -> IconSet:
    return IconSet(resources / "icons")


@pytest.fixture
def look_of(icons: IconSet, resources: Path) -> LookOf:
    """``look_of("dark", 200)``: a theme and a text size in percent."""

    def made(theme: str = "light", percent: int = 100) -> Look:
        return Look(Theme.load(resources / "themes" / f"{theme}.json"), Scale(percent), icons)

    return made


@pytest.fixture
def look(look_of: LookOf) -> Look:
    """Light, at 100 %."""
    return look_of()


@pytest.fixture(scope="session")
def pages(bundled_library: Path) -> Iterator[Pages]:
    """The bundled library as pages."""
    with ContentStore.open(bundled_library) as store:
        yield Pages(store, PageWords(), emergency_number=None, keys=(("F1", "the keys"),), today=on_that_day)


@pytest.fixture(scope="session")
def every_page(pages: Pages) -> tuple[Page, ...]:
    """Every article of the bundled library, and the pages that nobody wrote."""
    articles = [article.id for shelf in pages.catalog.outline for article in shelf.articles]
    topics = [f"topics/{shelf.topic.id}" for shelf in pages.catalog.outline]
    own = ("words", "about", "keys", "search:kidney", "search:zzzz")
    return tuple(pages.page(page)[0] for page in (*articles, *topics, *own))


@pytest.fixture
def put_on_desk(qtbot: QtBot) -> Iterator[PutOnDesk]:
    """Stand a part between two buttons, in a window with the program's style sheet, and show it."""
    kept: list[Desk] = []

    def put(part: QWidget, look: Look, *, size: tuple[int, int] = (800, 600)) -> Desk:
        desk = Desk(part, size)
        desk.setPalette(look.theme.palette())
        desk.setStyleSheet(style_sheet(look))
        qtbot.addWidget(desk)
        kept.append(desk)
        with qtbot.waitActive(desk), qtbot.waitExposed(desk):
            desk.show()
            desk.activateWindow()
        return desk

    yield put
    kept.clear()


@pytest.fixture
def open_page(look_of: LookOf, pages: Pages, put_on_desk: PutOnDesk) -> OpenPage:
    """``open_page("causes/what-causes-pml", size=(800, 600), percent=200)``: a page, ready to be read."""

    def opened(
        page: Page | str,
        *,
        size: tuple[int, int] = (800, 600),
        theme: str = "light",
        percent: int = 100,
        media: Callable[[str], Media | None] | None = None,
    ) -> PageReader:
        look = look_of(theme, percent)
        pane = ArticlePane(look=look, words=pages.words, images=PageImages(media or pages.catalog.media))
        desk = put_on_desk(pane, look, size=size)
        reader = PageReader(pane, desk)
        reader.reads(pages.page(page)[0] if isinstance(page, str) else page)
        return reader

    return opened
