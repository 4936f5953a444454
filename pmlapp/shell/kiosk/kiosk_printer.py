"""Printing at a kiosk: on one printer, without a dialog, so many sheets a visit, under a name that says nothing."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.look import Look

if TYPE_CHECKING:
    from pmlapp.reading.paper.print_look import PaperSize
    from pmlapp.reading.paper.printout import Printout

JOB_NAME: Final = "Leaflet"
"""What the printer's queue shows: never a topic."""

Send = Callable[["Printout", "PaperSize"], bool]
"""Prints the sheets; whether that went well."""


class TooManySheetsError(Exception):
    """A visitor asked for more sheets than one may print."""


class KioskPrinter:
    """Counts the sheets of one visit; ``send`` hands them to the printer."""

    def __init__(self, pages: Pages, look: Look, theme_dir: Path, *, most_sheets: int, send: Send) -> None:
        self._pages, self._look, self._theme_dir = pages, look, theme_dir
        self._most, self._send = most_sheets, send
        self.printed = 0
        self.is_printing = False

    def print(self, page: str) -> bool:
        """Print a page; whether that went well.

        Raises:
            TooManySheetsError: nothing was printed.
            ContentError: the page cannot be read.
        """
        # What sets paper is loaded for the first print, which few visits ask for.
        from pmlapp.library.pages.leaflet import LeafletWriter
        from pmlapp.reading.paper.print_look import PaperSize
        from pmlapp.shell.paper import paper_maker

        leaflet = LeafletWriter(self._pages).leaflet([page], hard_words=True)
        maker = paper_maker(self._pages, self._look, self._theme_dir)
        printout = maker.printout(leaflet, PaperSize.A4, large=False)
        if self.printed + printout.count > self._most:
            raise TooManySheetsError
        self.is_printing = True
        try:
            went_well = self._send(printout, PaperSize.A4)
        finally:
            self.is_printing = False
        if went_well:
            self.printed += printout.count
        return went_well

    def forget(self) -> None:
        """The visitor has gone: the next may print as much."""
        self.printed = 0


def send_to(printer: str) -> Send:
    """What prints on the printer of this name."""

    def send(printout: "Printout", size: "PaperSize") -> bool:
        from PySide6.QtCore import QMarginsF
        from PySide6.QtGui import QPageLayout, QPageSize
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        from pmlapp.reading.paper.print_look import PaperSize

        info = QPrinterInfo.printerInfo(printer)
        if info.isNull():
            return False
        device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
        device.setDocName(JOB_NAME)
        device.setCreator("pmlapp")
        page = QPageSize(QPageSize.PageSizeId.A4 if size is PaperSize.A4 else QPageSize.PageSizeId.Letter)
        device.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
        device.setFullPage(True)
        return printout.draw_all(device, device.resolution())

    return send
