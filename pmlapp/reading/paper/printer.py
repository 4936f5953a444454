"""The printers of this computer; imported only when somebody prints, as Qt's part for it is only then needed."""

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from pmlapp.errors import CannotPrintError
from pmlapp.reading.paper.pdf import page_layout
from pmlapp.reading.paper.print_look import PaperSize
from pmlapp.reading.paper.printout import Printout

_JOB = "Document"
"""What the printer and its queue show: never what somebody reads about."""


def usual_printer() -> str:
    """The name of the printer that this computer uses, else the first; "" if there is none."""
    usual = QPrinterInfo.defaultPrinterName()
    return usual or next(iter(QPrinterInfo.availablePrinterNames()), "")


def usual_size(printer: str) -> PaperSize:
    """The paper that a printer has in it, as far as it says so."""
    size = QPrinterInfo.printerInfo(printer).defaultPageSize() if printer else None
    return PaperSize.LETTER if size is not None and size.key() == "Letter" else PaperSize.A4


def print_on(printout: Printout, size: PaperSize, printer: str, *, file: Path | None = None) -> None:
    """Send sheets to a printer.

    Args:
        printout: the sheets.
        size: of each.
        printer: its name.
        file: write what it would be sent into this PDF file instead.

    Raises:
        CannotPrintError: it could not be reached, or refused.
    """
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    if file is not None:
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(file))
    else:
        device.setPrinterName(printer)
    device.setDocName(_JOB)
    device.setFullPage(True)
    device.setPageLayout(page_layout(size))
    if not device.isValid() or not printout.draw_all(device, device.resolution()):
        raise CannotPrintError(printer=printer)
