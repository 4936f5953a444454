"""Printing from the window: what is shown is offered, laid out as wished, and sent to the printer or saved."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from pmlapp import paths
from pmlapp.content.model import Media
from pmlapp.content.page import Fold, walk
from pmlapp.errors import PmlError
from pmlapp.library.pages.leaflet import Leaflet, LeafletWriter
from pmlapp.library.pages.page_names import HOME, TOPIC
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.bars.strip import Message
from pmlapp.reading.paper.pdf import pdf_of
from pmlapp.reading.paper.print_sheet import PrintOffer, PrintWishes
from pmlapp.reading.paper.printer import print_on, usual_printer, usual_size
from pmlapp.reading.paper.printout import PaperMaker, Printout
from pmlapp.shell.paper import paper_maker
from pmlapp.shell.stage import Stage
from pmlapp.shell.written_file import write_whole

if TYPE_CHECKING:
    from pmlapp.library.shelves import Shelf


class Printing(QObject):
    """Answers the print button: lays out what ``stage`` shows.

    Signals:
        failed: a `PmlError` to show.
    """

    failed = Signal(object)

    def __init__(self, window: QWidget, stage: Stage, pages: Pages) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._parts = stage.parts
        self._pages = pages
        self._writer = LeafletWriter(pages)
        self._maker: PaperMaker | None = None
        self._pictures: Mapping[str, Media] | None = None
        self._printer = ""
        self._wishes: PrintWishes | None = None
        self._laid: tuple[tuple[str, PrintWishes], Leaflet, Printout] | None = None
        self._opened: frozenset[str] = frozenset()
        self._written: Callable[[PrintWishes], Leaflet] = self._of_page

    def ask(self, *, may_save: bool) -> None:
        """Ask how the page that is shown is to be printed; at home the list of all questions."""
        self._begin(self._of_page)
        try:
            offer = self._offer(may_save=may_save)
        except PmlError as failure:
            self.failed.emit(failure)
        else:
            self._bring_up(offer)

    def ask_for(
        self,
        title: str,
        leaflet: Callable[[], Leaflet],
        *,
        may_save: bool,
        pictures: Mapping[str, Media] | None = None,
    ) -> None:
        """Ask how something else than the page that is shown is to be printed, perhaps with ``pictures`` of its own."""
        self._begin(lambda wishes: leaflet(), pictures)
        offer = PrintOffer(title, printer=self._printer, may_save=may_save, has_hard_words=False)
        self._bring_up(offer)

    @Slot(object)
    def print_now(self, wishes: PrintWishes) -> None:
        """Send the sheets to the printer."""
        self._wishes = wishes
        self._parts.print_sheet.dismiss()
        try:
            printout = self._laid_out(wishes)[1]
            print_on(printout, wishes.size, self._printer)
        except PmlError as failure:
            self.failed.emit(failure)
            return
        count = printout.count
        sheets = self.tr("1 sheet") if count == 1 else self.tr("{count} sheets", "", count).format(count=count)
        said = self.tr("Sent to the printer {printer}: {sheets}.").format(printer=self._printer, sheets=sheets)
        self._stage.strip.say(Message(said, icon="print"))

    @Slot(object)
    def save(self, wishes: PrintWishes) -> None:
        """Save the sheets as a PDF where the reader says."""
        self._wishes = wishes
        path = self.where_to_save()
        if not path:
            return
        self._parts.print_sheet.dismiss()
        file = Path(path)
        file = file if file.suffix.lower() == ".pdf" else file.with_name(f"{file.name}.pdf")
        try:
            leaflet, printout = self._laid_out(wishes, remark=self._pages.words.made_for_printing)
            write_whole(file, pdf_of(printout, wishes.size, title=leaflet.title))
        except PmlError as failure:
            self.failed.emit(failure)
            return
        said = self.tr("Saved as {file}.").format(file=file.name)
        more = self.tr("The file is for printing: a screen reader cannot follow it.")
        self._stage.strip.say(Message(said, more, icon="check-circle"))

    def printer_name(self) -> str:
        """The printer of this computer; "" if there is none."""
        return usual_printer()

    def where_to_save(self) -> str:
        """The file that the reader names; "" if none."""
        path, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Save a PDF"), str(Path.home() / "page.pdf"), self.tr("PDF files (*.pdf)")
        )
        return path

    def _begin(self, written: Callable[[PrintWishes], Leaflet], pictures: Mapping[str, Media] | None = None) -> None:
        self._written = written
        self._pictures = pictures
        self._laid = None
        # The library may be another one since the last time.
        self._maker = None
        self._printer = self.printer_name()

    def _bring_up(self, offer: PrintOffer) -> None:
        wishes = self._wishes or PrintWishes(size=usual_size(self._printer))
        self._parts.print_sheet.offer(offer, wishes, self._count, self._window.rect())

    # What is printed

    def _offer(self, *, may_save: bool) -> PrintOffer:
        page, shelf = self._stage.page, self._shelf()
        library = self._pages.catalog.library.title
        closed = [b for b in walk(page.blocks) if isinstance(b, Fold) and b.closed_on_each_visit] if page else []
        self._opened = frozenset(fold.id for fold in closed)
        topic = ""
        if shelf is not None and len(shelf.articles) > 1:
            count = len(shelf.articles)
            pattern = self.tr("All {count} pages of “{topic}”, with contents", "", count)
            topic = pattern.format(count=count, topic=shelf.topic.title)
        return PrintOffer(
            title=page.title if page is not None else library,
            topic=topic,
            closed_parts=len(closed),
            printer=self._printer,
            may_save=may_save,
            has_hard_words=shelf is not None,
        )

    def _shelf(self) -> "Shelf | None":
        """The topic of the page, if it is an article or lists a topic."""
        page = self._stage.page
        if page is None:
            return None
        if page.id.startswith(TOPIC):
            return self._pages.catalog.shelf(page.id.removeprefix(TOPIC).partition("/")[0])
        topic = self._pages.catalog.topic_of(page.id)
        return self._pages.catalog.shelf(topic) if topic is not None else None

    def _count(self, wishes: PrintWishes) -> int:
        try:
            return self._laid_out(wishes)[1].count
        except PmlError as failure:
            self.failed.emit(failure)
            return 0

    def _laid_out(self, wishes: PrintWishes, remark: str = "") -> tuple[Leaflet, Printout]:
        key = (remark, wishes)
        if self._laid is None or self._laid[0] != key:
            leaflet = self._written(wishes)
            if self._maker is None:
                self._maker = paper_maker(self._pages, self._stage.look, paths.theme_dir(), self._pictures)
            self._laid = (key, leaflet, self._maker.printout(leaflet, wishes.size, large=wishes.large, remark=remark))
        return self._laid[1], self._laid[2]

    def _of_page(self, wishes: PrintWishes) -> Leaflet:
        page, shelf = self._stage.page, self._shelf()
        names, title = [page.id if page is not None else HOME], ""
        if wishes.whole_topic and shelf is not None:
            names = [article.id for article in shelf.articles]
            title = shelf.topic.title
        opened: frozenset[str] = self._opened if wishes.closed_parts else frozenset()
        return self._writer.leaflet(names, title, hard_words=wishes.hard_words, opened=opened)
