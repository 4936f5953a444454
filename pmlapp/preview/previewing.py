"""Keeps the window and the drafts together: what was written is shown, what is wrong is said."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from pmlapp.authoring.lint.lint import Finding, Severity
from pmlapp.authoring.sources.whole_file import write_whole
from pmlapp.authoring.wording.offers import Offer
from pmlapp.authoring.wording.six_checks import Wording
from pmlapp.errors import PmlError
from pmlapp.library.pages.pages import Pages
from pmlapp.preview.draft_store import Drafts
from pmlapp.preview.editor import Editor
from pmlapp.preview.entries import entries_of
from pmlapp.preview.news import (
    AskLibrary,
    AskPage,
    AskWording,
    Failed,
    LibraryBuilt,
    LibraryJudged,
    News,
    PageBuilt,
    PageReport,
    PageWording,
)
from pmlapp.preview.panel import FindingsPanel
from pmlapp.preview.strip import PreviewStrip
from pmlapp.shell.reader import Reader
from pmlapp.shell.window import Window


class Previewing(QObject):
    """Answers what the building process says and what the panel asks for.

    Signals:
        asked: an `Ask` for the building process.
        shown: what was written is on the screen now.
    """

    asked = Signal(object)
    shown = Signal()

    def __init__(
        self,
        window: Window,
        reader: Reader,
        pages: Pages,
        drafts: Drafts,
        strip: PreviewStrip,
        panel: FindingsPanel,
        editor: Editor,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._reader = reader
        self._pages = pages
        self._drafts = drafts
        self._strip = strip
        self._panel = panel
        self._editor = editor
        self._reports: dict[str, PageReport] = {}
        self._wordings: dict[str, Wording] = {}
        self._unshown: set[str] = set()
        """Pages whose text cannot be shown as it is now."""
        self._elsewhere: tuple[Finding, ...] = ()
        self._root = Path()
        self._failed = ""
        self._is_judged = False
        self._last = ""

    def begin(self, built: LibraryBuilt) -> None:
        """Take over what was built before there was a window."""
        self._take_library(built)
        self._tell()

    @Slot(object)
    def hear(self, news: News) -> None:
        """Show what the building process has done."""
        match news:
            case LibraryBuilt():
                old = self._drafts.content_file
                self._drafts.content_file = news.content_file
                self._drafts.pages.clear()
                self._wordings.clear()
                self._take_library(news)
                self._pages.forget()
                if old != news.content_file:
                    old.unlink(missing_ok=True)
                self._reader.show_replaced()
            case PageBuilt():
                self._take_page(news)
            case LibraryJudged(pages=pages, elsewhere=elsewhere):
                self._is_judged = True
                self._elsewhere = elsewhere
                for page, findings in pages.items():
                    if page in self._reports:
                        self._reports[page] = self._reports[page]._replace(findings=findings)
            case PageWording(page=page, wording=wording, findings=findings):
                self._wordings[page] = wording
                if page in self._reports:
                    self._reports[page] = self._reports[page]._replace(findings=findings)
            case Failed(words=said):
                self._failed = said
            case _:
                return
        self._tell()
        self.shown.emit()

    @Slot(list)
    def follow(self, files: list[Path]) -> None:
        """Files were written: have one page read again, or everything if more than pages is different."""
        known = {report.file: page for page, report in self._reports.items()}
        pages = [file for file in files if file in known and file.is_file()]
        if len(pages) == len(files):
            for file in pages:
                self.asked.emit(AskPage(file))
        else:
            self._strip.say("Preview of drafts. More than the text of a page was changed: reading everything again …")
            self.asked.emit(AskLibrary())

    @Slot(str)
    def turn_to(self, _page: str) -> None:
        """Another page is shown: tell of that one."""
        self._tell()

    @Slot()
    def open_file(self) -> None:
        """Open the file with the mistake that the strip tells of, or that of the page."""
        first = self._first_elsewhere()
        if self._strip.is_wrong and first is not None and self._reader.here not in self._unshown:
            self._open(self._root / first.path, first.line)
            return
        report = self._reports.get(self._reader.here)
        if report is not None:
            mistake = report.in_the_way if self._reader.here in self._unshown else None
            self._open(report.file, mistake.line if mistake is not None else 1)

    @Slot(int)
    def open_line(self, line: int) -> None:
        """Open the file of the page at a line."""
        report = self._reports.get(self._reader.here)
        if report is not None:
            self._open(report.file, line)

    @Slot(object)
    def take(self, offer: Offer) -> None:
        """Put an offer into the file of the page; if the file is another meanwhile, do nothing."""
        report = self._reports.get(self._reader.here)
        if report is None:
            return
        try:
            written = report.file.read_bytes().decode()
            text = written.replace("\r\n", "\n")
            if text[offer.start : offer.end] != offer.was:
                self._window.say("The file was changed meanwhile; look at its new findings.")
                return
            text = text[: offer.start] + offer.instead + text[offer.end :]
            write_whole(report.file, (text.replace("\n", "\r\n") if "\r\n" in written else text).encode())
        except PmlError as failure:
            self._window.show_failure(failure)
        except (OSError, UnicodeDecodeError) as error:
            self._window.say(f"The file could not be changed: {error}")

    def _open(self, file: Path, line: int) -> None:
        if not self._editor.open(file, line):
            self._window.say(f"No editor could be opened. The place is {file}, line {line}.")

    def _take_library(self, built: LibraryBuilt) -> None:
        self._reports = built.pages
        self._elsewhere = built.elsewhere
        self._root = built.root
        self._unshown = built.pages.keys() - built.shown
        self._failed = ""
        self._is_judged = False
        self._last = f"Built in {built.seconds:.1f} s."

    def _take_page(self, built: PageBuilt) -> None:
        self._reports[built.page] = built.report
        if built.wording is not None:
            self._wordings[built.page] = built.wording
        self._failed = ""
        self._last = f"Saved and built in {built.seconds:.1f} s, your place is kept."
        if built.article is None:
            self._unshown.add(built.page)
            return
        self._unshown.discard(built.page)
        title = self._pages.catalog.summary(built.article.id).title if built.article.id in self._pages.catalog else ""
        self._drafts.pages[built.page] = (built.article, built.blocks)
        self._pages.forget()
        if built.page == self._reader.here or title != built.article.title:
            self._reader.show_replaced()

    def _first_elsewhere(self) -> Finding | None:
        return next((each for each in self._elsewhere if each.severity is Severity.ERROR), None)

    def _tell(self) -> None:
        """Say in strip and panel what there is to say of the page that is shown."""
        here = self._reader.here
        report = self._reports.get(here)
        wording = self._wordings.get(here)
        self._strip.file_button.setVisible(report is not None or self._first_elsewhere() is not None)
        first = self._first_elsewhere()
        if self._failed:
            self._strip.say(self._failed, wrong=True)
        elif here in self._unshown and report is not None and (mistake := report.in_the_way) is not None:
            self._strip.say(
                f"The draft cannot be shown as it is; this is the last one that could. {mistake.path}, line "
                f"{mistake.line}: {mistake.message}",
                wrong=True,
            )
        elif first is not None:
            self._strip.say(f"{first.path}, line {first.line}: {first.message}", wrong=True)
        else:
            self._strip.say(f"Preview of drafts. Not for readers. {self._last}")
        entries = entries_of(report.findings, wording) if report is not None else ()
        counted = sum(len(each.findings) for each in self._reports.values()) + len(self._elsewhere)
        in_all = counted if self._is_judged else None
        self._panel.show_page(entries, wording, in_all=in_all)
        self._strip.count_findings(len(entries))
        if report is not None and wording is None:
            self.asked.emit(AskWording(here))
