"""The printers of this computer; imported only when somebody prints, as Qt's part for it is only then needed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from pmlapp.errors import CannotPrintError, plain_reason
from pmlapp.reading.paper.pdf import page_layout
from pmlapp.reading.paper.print_look import PaperSize
from pmlapp.reading.paper.printout import Printout

_JOB: Final = "Document"
"""What the printer and its queue show: never what somebody reads about."""
_PATIENCE_S: Final = 10
"""A print server on this computer answers within milliseconds."""


def usual_printer() -> str:
    """The name of the printer that this computer uses, else the first; "" if there is none."""
    usual = QPrinterInfo.defaultPrinterName()
    return usual or next(iter(QPrinterInfo.availablePrinterNames()), "")


def usual_size(printer: str) -> PaperSize:
    """The paper that a printer has in it, as far as it says so."""
    size = QPrinterInfo.printerInfo(printer).defaultPageSize() if printer else None
    return PaperSize.LETTER if size is not None and size.key() == "Letter" else PaperSize.A4


def print_on(printout: Printout, size: PaperSize, printer: str) -> None:
    """Send sheets to a printer.

    Where CUPS prints, its own program ``lp`` hands them over: Qt says nothing
    when the queue refuses a job, and the reader would wait at the printer.

    Args:
        printout: the sheets.
        size: of each.
        printer: its name.

    Raises:
        CannotPrintError: it could not be reached, or refused.
    """
    lp = shutil.which("lp")
    if lp is None or sys.platform == "win32":
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setPrinterName(printer)
        if not _draw(printout, size, device):
            raise CannotPrintError(printer=printer)
        return
    try:
        # Gone again at once: what somebody reads is for their own eyes.
        with TemporaryDirectory(prefix="pmlapp-") as folder:
            file = Path(folder) / f"{_JOB}.pdf"
            if not print_to_file(printout, size, file):
                raise CannotPrintError(printer=printer)
            _hand_over(lp, file, size, printer)
    except OSError as error:
        raise CannotPrintError(printer=printer, cause=plain_reason(error)) from error


def print_to_file(printout: Printout, size: PaperSize, file: Path) -> bool:
    """Write what a printer is sent into a PDF file; whether all of it was drawn."""
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(file))
    return _draw(printout, size, device)


def _draw(printout: Printout, size: PaperSize, device: QPrinter) -> bool:
    device.setDocName(_JOB)
    device.setFullPage(True)
    device.setPageLayout(page_layout(size))
    return device.isValid() and printout.draw_all(device, device.resolution())


def _hand_over(lp: str, file: Path, size: PaperSize, printer: str) -> None:
    paper = "Letter" if size is PaperSize.LETTER else "A4"
    options = ("-d", printer, "-t", _JOB, "-o", f"media={paper}")
    try:
        done = subprocess.run(
            [lp, *options, "--", str(file)],
            env=_own_environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=_PATIENCE_S,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise CannotPrintError(printer=printer, cause="the print server does not answer") from error
    if done.returncode:
        raise CannotPrintError(printer=printer, cause=done.stderr.strip()[:200])


def _own_environment() -> dict[str, str]:
    """The environment without what a frozen program sets for its own libraries."""
    environment = dict(os.environ)
    if getattr(sys, "frozen", False):
        before = environment.pop("LD_LIBRARY_PATH_ORIG", "")
        environment["LD_LIBRARY_PATH"] = before
    return environment
