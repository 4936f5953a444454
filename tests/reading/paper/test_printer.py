"""Sheets on their way to a printer."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader

from pmlapp.errors import CannotPrintError
from pmlapp.reading.paper.print_look import PaperSize
from pmlapp.reading.paper.printer import print_on, print_to_file
from tests.reading.paper.conftest import PrintPages

CAUSES = "causes/what-causes-pml"


@pytest.fixture
def print_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """``print_program(script)``: the computer's ``lp`` is this script; the folder that it runs in."""

    def put(script: str) -> Path:
        programs = tmp_path / "programs"
        programs.mkdir()
        (programs / "lp").write_text(f"#!/bin/sh\ncd {tmp_path}\n{script}\n", encoding="utf-8")
        (programs / "lp").chmod(0o755)
        monkeypatch.setenv("PATH", f"{programs}:/usr/bin:/bin")
        return tmp_path

    return put


@pytest.mark.parametrize(("size", "points"), [(PaperSize.A4, (595, 842)), (PaperSize.LETTER, (612, 792))])
def test_a_printer_is_told_no_topic_and_gets_every_sheet(
    print_pages: PrintPages, tmp_path: Path, size: PaperSize, points: tuple[int, int]
) -> None:
    printout = print_pages(CAUSES, size=size)
    assert print_to_file(printout, size, tmp_path / "job.pdf")
    pdf = PdfReader(tmp_path / "job.pdf")
    assert pdf.metadata is not None
    assert pdf.metadata.title == "Document"
    assert len(pdf.pages) == printout.count
    assert "The cause is the JC virus." in " ".join(pdf.pages[0].extract_text().replace("\u2060", "").split())
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages} == {points}


def test_the_print_program_gets_the_sheets_and_a_name_that_says_nothing(
    print_pages: PrintPages, print_program: Callable[[str], Path]
) -> None:
    folder = print_program('printf "%s\\n" "$@" > said; for last; do :; done; cp "$last" got.pdf; echo "$last" > path')
    printout = print_pages(CAUSES)
    print_on(printout, PaperSize.A4, "Ward 3")
    said = (folder / "said").read_text().splitlines()
    assert said[:6] == ["-d", "Ward 3", "-t", "Document", "-o", "media=A4"]
    assert len(PdfReader(folder / "got.pdf").pages) == printout.count
    path = Path((folder / "path").read_text().strip())
    assert path.name == "Document.pdf"
    assert not path.parent.exists(), "nothing of it stays"


def test_a_printer_that_does_not_take_the_sheets_is_named(
    print_pages: PrintPages, print_program: Callable[[str], Path]
) -> None:
    print_program('echo "lp: Destination is not accepting jobs." >&2; exit 1')
    with pytest.raises(CannotPrintError) as refused:
        print_on(print_pages(CAUSES), PaperSize.A4, "Ward 3")
    assert "Ward 3" in str(refused.value)
    assert "not accepting jobs" in refused.value.details["cause"]


@pytest.mark.qt_log_ignore("QPainter::begin", "QPainter::end")
def test_where_there_is_no_room_for_the_sheets_that_is_an_error_too(print_pages: PrintPages, tmp_path: Path) -> None:
    assert not print_to_file(print_pages(CAUSES), PaperSize.A4, tmp_path / "nowhere" / "job.pdf")


@pytest.mark.qt_log_ignore("QPainter::begin", "QPainter::end")
def test_a_computer_without_print_program_hands_the_sheets_to_qt(
    print_pages: PrintPages, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert shutil.which("lp") is None
    with pytest.raises(CannotPrintError):
        print_on(print_pages(CAUSES), PaperSize.A4, "a printer that nobody has")
