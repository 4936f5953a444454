"""A page opened in the web browser: one private file, gone with the program, and never where it is not allowed."""

import stat
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices

from pmlapp.errors import CannotWriteError
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.settings import SiteSettings
from pmlapp.shell.web_copies import WebCopies
from tests.builders import on_that_day
from tests.conftest import OpenStore
from tests.person import OFFSCREEN_LIMITS, OpenWindow

CAUSES = "causes/what-causes-pml"


class Browser(QObject):
    """Stands in for the web browser: the system hands it addresses."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@pytest.fixture
def browser() -> object:
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def pages(bundled_library: Path, open_store: OpenStore) -> Pages:
    return Pages(open_store(bundled_library), PageWords(), emergency_number=None, keys=(), today=on_that_day)


@pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)
def test_the_menu_opens_the_page_in_the_browser(open_window: OpenWindow, browser: Browser) -> None:
    person = open_window(page=CAUSES)
    person.window.show_more()
    person.chooses(person.window.menus.more, lambda entry: entry.data() == "web")
    (address,) = browser.opened
    assert "What causes PML?" in Path(url2pathname(urlsplit(address).path)).read_text(encoding="utf-8")


@pytest.mark.qt_log_ignore(*OFFSCREEN_LIMITS)
def test_where_the_site_says_no_it_is_not_offered_and_not_done(open_window: OpenWindow, browser: Browser) -> None:
    person = open_window(page=CAUSES, site=SiteSettings(web_links=False))
    person.window.show_more()
    assert not person.window.menus.entry("web").isVisible()
    assert person.window.menus.entry("about").isVisible()
    person.window.menus.more.close()
    assert browser.opened == []


def test_a_copy_is_for_one_person_and_goes_with_the_program(pages: Pages) -> None:
    copies = WebCopies()
    path = Path(url2pathname(urlsplit(copies.write(pages.page(CAUSES)[0], pages)).path))
    assert stat.S_IMODE(path.parent.stat().st_mode) == stat.S_IRWXU
    again = copies.write(pages.page("about")[0], pages)
    assert Path(url2pathname(urlsplit(again).path)) == path
    assert len(list(path.parent.iterdir())) == 1
    copies.close()
    assert not path.parent.exists()
    copies.close()


def test_where_nothing_can_be_written_that_is_said(
    pages: Pages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(CannotWriteError, match="nowhere"):
        WebCopies().write(pages.page(CAUSES)[0], pages)
