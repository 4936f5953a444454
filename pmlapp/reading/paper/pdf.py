"""Sheets as a PDF file, made for printing: it has no headings, links or alternative texts for a screen reader."""

import unicodedata
from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from pmlapp.errors import LostInPdfError
from pmlapp.reading.paper.print_look import UNITS_PER_INCH, PaperSize
from pmlapp.reading.paper.printout import Printout

_LOST: Final = frozenset(
    (
        *("ARABIC", "BENGALI", "DEVANAGARI", "GUJARATI", "GURMUKHI", "KANNADA", "KHMER", "MALAYALAM", "MYANMAR"),
        *("ORIYA", "SINHALA", "TAMIL", "TELUGU", "TIBETAN"),
    )
)
"""Scripts whose letters change shape beside each other: Qt writes the shapes into the file and loses the letters."""


def lost_scripts(characters: Iterable[str]) -> tuple[str, ...]:
    """The scripts, by their English names, of which a PDF would lose words: they could not be found, copied or heard.

    Args:
        characters: all that is to be on the sheets.
    """
    scripts = {unicodedata.name(each, "").partition(" ")[0] for each in set(characters) if each.isalpha()}
    return tuple(sorted(each.capitalize() for each in scripts & _LOST))


def pdf_of(printout: Printout, size: PaperSize, *, title: str) -> bytes:
    """The sheets as a file.

    Args:
        printout: the sheets.
        size: of each.
        title: what programs call the file.

    Raises:
        LostInPdfError: words of it would be lost.
    """
    if lost := lost_scripts(printout.characters):
        raise LostInPdfError(scripts=", ".join(lost))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(UNITS_PER_INCH)
    writer.setPageLayout(page_layout(size))
    writer.setTitle(title)
    writer.setCreator("pmlapp")
    printout.draw_all(writer, UNITS_PER_INCH)
    return bytes(buffer.data().data())


def page_layout(size: PaperSize) -> QPageLayout:
    """An upright sheet without margins: those of the design are drawn."""
    points = QSizeF(*size.points)
    known = QPageSize(QPageSize.PageSizeId.A4 if size is PaperSize.A4 else QPageSize.PageSizeId.Letter)
    paper = known if known.isValid() else QPageSize(points, QPageSize.Unit.Point)
    return QPageLayout(paper, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
