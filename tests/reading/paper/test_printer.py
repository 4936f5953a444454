"""Sheets on their way to a printer."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from pmlapp.errors import CannotPrintError
from pmlapp.reading.paper.print_look import PaperSize
from pmlapp.reading.paper.printer import print_on
from tests.reading.paper.conftest import PrintPages

CAUSES = "causes/what-causes-pml"


@pytest.mark.parametrize(("size", "points"), [(PaperSize.A4, (595, 842)), (PaperSize.LETTER, (612, 792))])
def test_a_printer_is_told_no_topic_and_gets_every_sheet(
    print_pages: PrintPages, tmp_path: Path, size: PaperSize, points: tuple[int, int]
) -> None:
    printout = print_pages(CAUSES, size=size)
    print_on(printout, size, "none", file=tmp_path / "job.pdf")
    pdf = PdfReader(tmp_path / "job.pdf")
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Document"
    assert len(pdf.pages) == printout.count
    assert "The cause is the JC virus." in " ".join(pdf.pages[0].extract_text().replace("\u2060", "").split())
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages} == {points}


@pytest.mark.qt_log_ignore("QPainter::begin", "QPainter::end")
def test_a_printer_that_does_not_take_the_sheets_is_named(print_pages: PrintPages, tmp_path: Path) -> None:
    with pytest.raises(CannotPrintError) as refused:
        print_on(print_pages(CAUSES), PaperSize.A4, "Ward 3", file=tmp_path / "nowhere" / "job.pdf")
    assert "Ward 3" in str(refused.value)
