"""The preview as an educator meets it: real files are written, the real window shows them."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from queue import SimpleQueue

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from pmlapp.authoring.starting.new_library import Beginning, new_library
from pmlapp.paths import kept_file, preferences_file
from pmlapp.preview.building import Building
from pmlapp.preview.draft_desk import DraftDesk
from pmlapp.preview.draft_store import Drafts
from pmlapp.preview.editor import Editor
from pmlapp.preview.news import AskLibrary, AskPage, AskWording, LibraryBuilt, LibraryJudged, News, PageBuilt
from pmlapp.preview.panel import FindingCard
from pmlapp.preview.preview_window import PreviewSession, PreviewWindow
from pmlapp.preview.watching import Watching
from pmlapp.preview.wiring import wire_preview
from pmlapp.reading.bars.strip_button import StripButton

TODAY = date(2026, 12, 1)
PAGE = "about/can-i-trust-it"


class Educator:
    """Writes files of one library and looks at the preview; what the window asks is answered at once."""

    def __init__(self, folder: Path, built_in: Path, opened: ExitStack) -> None:
        self.folder = folder
        self.edited: list[tuple[Path, int]] = []
        self.desk = DraftDesk(folder, built_in, TODAY)
        built = self.desk.read_library(lambda done, of: None)
        drafts = Drafts(built.content_file)
        self.session = session = opened.enter_context(PreviewSession(drafts))
        editor = Editor("", lambda file: False)
        editor.open = lambda file, line: self.edited.append((file, line)) is None  # type: ignore[method-assign]
        self.shown = PreviewWindow(session, drafts, built, editor)
        self.previewing = self.shown.previewing
        self.previewing.asked.connect(self._answer)
        wire_preview(self.shown, session.choices)
        self.shown.begin()
        self.watching = Watching((folder,), self.shown.window)
        self.watching.written.connect(self.previewing.follow)
        self.shown.window.show()
        self.shown.reader.open(PAGE)
        self.judges()

    def judges(self) -> None:
        """What the process does while nobody asks for anything."""
        while self.desk.is_judging:
            if (judged := self.desk.judge_next()) is not None:
                self.previewing.hear(judged)

    def _answer(self, ask: object) -> None:
        match ask:
            case AskPage(file=file):
                news = self.desk.read_page(file) or self.desk.read_library(lambda done, of: None)
            case AskWording(page=page):
                news = self.desk.wording(page)
            case AskLibrary():
                news = self.desk.read_library(lambda done, of: None)
            case _:
                raise AssertionError(ask)
        if news is not None:
            self.previewing.hear(news)
            self.judges()

    def file(self, page: str = PAGE) -> Path:
        return self.folder / f"{page}.md"

    def writes(self, old: str, new: str, file: Path | None = None) -> None:
        file = file or self.file()
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), encoding="utf-8")
        self.watching.look()
        QApplication.processEvents()

    @property
    def page_text(self) -> str:
        return self.shown.window.parts.pane.toPlainText()

    @property
    def strip(self) -> str:
        return self.shown.strip.words

    @property
    def findings(self) -> list[str]:
        return [card.accessibleName() for card in self.shown.panel.cards]

    def card(self, words: str) -> FindingCard:
        return next(card for card in self.shown.panel.cards if words in card.accessibleName())


@pytest.fixture
def library(tmp_path: Path) -> Path:
    beginning = Beginning("Living with Type 2", "en", "type 2 diabetes", "Elm Street Clinic", "none", "CC-BY-4.0")
    new_library(tmp_path / "lib", beginning)
    return tmp_path / "lib" / "content" / "en"


@pytest.fixture
def educator(library: Path, tmp_path: Path, fonts: None) -> Iterator[Educator]:
    built_in = tmp_path / "built"
    built_in.mkdir()
    with ExitStack() as opened:
        educator = Educator(library, built_in, opened)
        yield educator
        # It goes whole: each window that stayed would hear of every change of fonts and colours in later tests.
        Shiboken.delete(educator.shown.window)


def test_a_saved_page_is_shown_at_the_place_where_it_was(educator: Educator) -> None:
    window = educator.shown.window
    window.resize(1300, 420)
    window.parts.pane.scroll_to_line(6)
    before = window.place()
    educator.writes("some of it is wrong", "some of it is quite wrong")
    assert "some of it is quite wrong" in educator.page_text
    assert window.place().page == PAGE
    assert window.place().position == pytest.approx(before.position, abs=0.5)
    assert "your place is kept" in educator.strip


def test_a_new_title_is_in_the_list_of_topics(educator: Educator) -> None:
    educator.writes("title: How can I tell whether health", "title: How do you know that health")
    tree = educator.shown.window.parts.tree.model()
    topic = tree.index(0, 0)
    titles = [tree.index(row, 0, topic).data() for row in range(tree.rowCount(topic))]
    assert "How do you know that health information is right?" in titles


def test_findings_are_beside_the_page_and_a_click_opens_the_line(educator: Educator, qtbot: QtBot) -> None:
    educator.writes("Is it up to date?[^E1]", "Is it up to date? FILL IN")
    line = educator.file().read_text(encoding="utf-8").split("\n").index("- Is it up to date? FILL IN") + 1
    card = educator.card("FILL IN")
    qtbot.mouseClick(card.line_link, Qt.MouseButton.LeftButton)
    assert educator.edited == [(educator.file(), line)]


def test_a_plainer_word_is_put_into_the_file_by_its_button(educator: Educator, qtbot: QtBot) -> None:
    educator.writes("some of it is wrong", "numerous pages are wrong")
    (use,) = educator.card("“numerous” has a plainer word").findChildren(StripButton)
    qtbot.mouseClick(use, Qt.MouseButton.LeftButton)
    educator.watching.look()
    assert "many pages are wrong" in educator.file().read_text(encoding="utf-8")
    assert "many pages are wrong" in educator.page_text


def test_the_six_checks_are_listed_with_their_values(educator: Educator) -> None:
    words = [label.text() for label in educator.shown.panel.findChildren(QLabel)]
    assert {"Readability", "Harder words", "Passive", "Structure", "Density", "Words about people"} <= set(words)


def test_a_draft_that_cannot_be_read_leaves_the_last_good_page_and_says_where(educator: Educator, qtbot: QtBot) -> None:
    educator.writes("kind: question", "kind: [question")
    assert educator.shown.strip.is_wrong
    assert "can-i-trust-it.md, line 6" in educator.strip
    assert "some of it is wrong" in educator.page_text
    qtbot.mouseClick(educator.shown.strip.file_button, Qt.MouseButton.LeftButton)
    assert educator.edited == [(educator.file(), 6)]
    educator.writes("kind: [question", "kind: question")
    assert not educator.shown.strip.is_wrong


def test_a_mistake_in_a_file_of_all_pages_leaves_them_as_they_were(educator: Educator) -> None:
    sources = educator.folder / "sources.toml"
    educator.writes("[E1]", "[E1", sources)
    assert educator.shown.strip.is_wrong
    assert "sources.toml, line" in educator.strip
    assert "some of it is wrong" in educator.page_text
    educator.writes("[E1", "[E1]", sources)
    assert not educator.shown.strip.is_wrong


def test_pages_come_and_go_with_their_files(educator: Educator) -> None:
    new = educator.file("about/second")
    new.write_text(
        educator.file()
        .read_text(encoding="utf-8")
        .replace(PAGE, "about/second")
        .replace("How can I tell", "How to tell"),
        encoding="utf-8",
    )
    educator.watching.look()
    educator.shown.reader.open("about/second")
    assert "How to tell" in educator.page_text
    new.unlink()
    educator.watching.look()
    assert educator.shown.window.stage.at_home


def test_links_to_pages_and_sources_that_are_not_there_are_findings_and_no_end(educator: Educator) -> None:
    educator.writes("{to: help/urgent-help", "{to: help/nowhere")
    educator.writes("Is it up to date?[^E1]", "Is it up to date?[^E77]")
    assert "some of it is wrong" in educator.page_text
    assert any("E77" in finding for finding in educator.findings)
    assert any("nowhere" in finding for finding in educator.findings)


def test_findings_of_a_page_come_before_all_others_were_judged(library: Path, tmp_path: Path) -> None:
    desk = DraftDesk(library, tmp_path, TODAY)
    desk.read_library(lambda done, of: None)
    wording = desk.wording(PAGE)
    assert wording is not None
    assert desk.is_judging
    assert {finding.code for finding in wording.findings} == {"M12", "S08"}


def test_in_a_narrow_window_the_findings_are_behind_a_button(educator: Educator, qtbot: QtBot) -> None:
    window, strip, panel = educator.shown.window, educator.shown.strip, educator.shown.panel
    window.resize(1440, 900)
    assert (panel.isVisible(), strip.findings_button.isVisible()) == (True, False)
    window.resize(800, 600)
    assert (panel.isVisible(), strip.findings_button.isVisible()) == (False, True)
    qtbot.mouseClick(strip.findings_button, Qt.MouseButton.LeftButton)
    assert panel.isVisible()


def test_f8_goes_from_finding_to_finding(educator: Educator) -> None:
    educator.writes("some of it is wrong", "numerous pages are utilized")
    window = educator.shown.window
    QTest.keyClick(window, Qt.Key.Key_F8)
    first, second, *_ = educator.shown.panel.cards
    assert first.line_link.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F8)
    assert second.line_link.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert first.line_link.hasFocus()


def test_nothing_of_the_readers_own_is_written(educator: Educator) -> None:
    educator.shown.window.close()
    assert not preferences_file().exists()
    assert not kept_file().exists()


def test_strip_and_panel_follow_the_colours(educator: Educator) -> None:
    strip, panel = educator.shown.strip, educator.shown.panel
    for theme in ("dark", "high_contrast", "warm_paper", "light"):
        before = strip.grab().toImage(), panel.grab().toImage()
        educator.session.choices.choose("theme", theme)
        assert strip.grab().toImage() != before[0]
        assert panel.grab().toImage() != before[1]


@pytest.mark.parametrize("write", ["in place", "by rename", "new", "gone"])
def test_however_an_editor_writes_it_is_noticed(tmp_path: Path, qtbot: QtBot, write: str) -> None:
    page = tmp_path / "topic" / "page.md"
    page.parent.mkdir()
    page.write_text("one", encoding="utf-8")
    watching = Watching((tmp_path,))
    wanted = page
    with qtbot.waitSignal(watching.written, timeout=5000) as noticed:
        match write:
            case "in place":
                page.write_text("two, and longer", encoding="utf-8")
            case "by rename":
                fresh = tmp_path / "topic" / ".page.md.new"
                fresh.write_text("two, and longer", encoding="utf-8")
                fresh.replace(page)
            case "new":
                wanted = page.with_name("other.md")
                wanted.write_text("other", encoding="utf-8")
            case "gone":
                page.unlink()
    assert noticed.args == [[wanted]]


def test_a_page_read_alone_is_as_in_the_whole_library(library: Path, tmp_path: Path) -> None:
    desk = DraftDesk(library, tmp_path, TODAY)
    whole = desk.read_library(lambda done, of: None)
    judged = None
    while desk.is_judging:
        judged = desk.judge_next()
    assert judged is not None
    assert any(judged.pages.values())
    for page, report in whole.pages.items():
        alone = desk.read_page(report.file)
        assert alone is not None
        assert (alone.page, alone.report.findings) == (page, judged.pages[page])


@pytest.mark.parametrize("broken", ["library.toml", "topics.toml", "sources.toml", "glossary.toml"])
def test_a_library_that_is_broken_from_the_start_is_shown_as_far_as_it_goes(
    library: Path, tmp_path: Path, broken: str
) -> None:
    (library / broken).write_text("= = =\n", encoding="utf-8")
    built = DraftDesk(library, tmp_path, TODAY).read_library(lambda done, of: None)
    assert built.content_file.is_file()
    assert any(finding.path.endswith(broken) for finding in built.elsewhere)


def _find_in(*programs: str) -> Callable[[str], str | None]:
    return lambda name: f"/usr/bin/{name}" if name in programs else None


@pytest.mark.parametrize(
    ("asked", "environment", "there", "command"),
    [
        ("", {}, ("gedit", "code"), ("/usr/bin/code", "--goto", "{file}:{line}")),
        ("", {"EDITOR": "vim"}, ("vim", "kate"), ("/usr/bin/kate", "--line", "{line}", "{file}")),
        ("", {"VISUAL": "gvim -f"}, ("gvim", "code"), ("/usr/bin/gvim", "+{line}", "{file}")),
        ("subl", {}, (), ("subl", "{file}:{line}")),
        ("my-editor --at {line} {file}", {}, (), ("my-editor", "--at", "{line}", "{file}")),
        ("my-editor", {}, (), ("my-editor", "{file}")),
        ("", {}, (), ()),
    ],
)
def test_the_editor_is_found_and_told_the_line(
    asked: str, environment: dict[str, str], there: tuple[str, ...], command: tuple[str, ...]
) -> None:
    from pmlapp.preview.editor import editor_command  # noqa: PLC0415 - beside its cases

    assert editor_command(asked, environment, _find_in(*there)) == command


def test_without_an_editor_the_place_is_said(educator: Educator) -> None:
    nobody = Editor("", lambda file: False)
    nobody._command = ()
    educator.previewing._editor = nobody
    educator.previewing.open_line(3)
    assert "line 3" in educator.shown.window.parts.banner.sentence


def test_content_files_are_no_drafts(tmp_path: Path, qtbot: QtBot) -> None:
    watching = Watching((tmp_path,))
    shutil.copy(Path(__file__), tmp_path / "content.db")
    with qtbot.assertNotEmitted(watching.written):
        watching.look()


def test_the_process_that_builds_answers_and_ends(library: Path, tmp_path: Path) -> None:
    heard: SimpleQueue[News] = SimpleQueue()
    building = Building(library, tmp_path, TODAY, heard.put)
    try:
        building.ask(AskLibrary())
        built = heard.get(timeout=60)
        assert isinstance(built, LibraryBuilt)
        building.ask(AskPage(built.pages[PAGE].file))
        page = heard.get(timeout=60)
        while isinstance(page, LibraryJudged):
            page = heard.get(timeout=60)
        assert isinstance(page, PageBuilt)
        assert page.article is not None
    finally:
        building.close()
    assert active_children() == []
