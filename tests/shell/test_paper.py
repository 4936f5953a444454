"""A page as it would be printed, asked for on the command line."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from pmlapp.authoring.building.build import build
from pmlapp.errors import CannotWriteError, LostInPdfError
from pmlapp.settings import SiteSettings
from pmlapp.shell.command_line import parse_arguments
from pmlapp.shell.session import Session
from tests.builders import article, library

CAUSES = "causes/what-causes-pml"
A4 = (595, 842)
LETTER = (612, 792)


def paper(file: Path, content: Path, *options: str) -> PdfReader:
    with Session(parse_arguments(["--paper", str(file), *options]), SiteSettings(), content) as session:
        session.paper(file)
    return PdfReader(file)


def words(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).replace("\u2060", "").split())


@pytest.mark.parametrize(("options", "size"), [((), A4), (("--paper-size", "Letter"), LETTER)])
def test_a_page_is_drawn_on_upright_sheets_of_the_size_asked_for(
    qapp: object, tmp_path: Path, bundled_library: Path, options: tuple[str, ...], size: tuple[int, int]
) -> None:
    pdf = paper(tmp_path / "page.pdf", bundled_library, "--article", CAUSES, *options)
    assert {tuple(round(float(side)) for side in page.mediabox[2:]) for page in pdf.pages} == {size}
    said = words(pdf)
    for count, page in enumerate(pdf.pages, 1):
        assert f"Page {count} of {len(pdf.pages)}" in " ".join(page.extract_text().split())
        assert "Not reviewed by a clinician." in " ".join(page.extract_text().split())
    assert "The cause is the JC virus." in said
    assert "This file was made for printing: a screen reader cannot follow it." in said


def test_large_print_takes_more_sheets(qapp: object, tmp_path: Path, bundled_library: Path) -> None:
    normal = paper(tmp_path / "normal.pdf", bundled_library, "--article", CAUSES)
    large = paper(tmp_path / "large.pdf", bundled_library, "--article", CAUSES, "--large-print")
    assert len(large.pages) > len(normal.pages)


def test_a_page_whose_words_would_be_lost_is_refused(qapp: object, tmp_path: Path) -> None:
    content = tmp_path / "content.db"
    build(library([article(title="पीएमएल क्या है?")]), content)
    file = tmp_path / "page.pdf"
    file.write_bytes(b"what was there")
    with pytest.raises(LostInPdfError) as refused:
        paper(file, content, "--article", CAUSES)
    assert "Devanagari" in str(refused.value)
    assert file.read_bytes() == b"what was there"


def test_a_folder_that_is_not_there_is_named(qapp: object, tmp_path: Path, bundled_library: Path) -> None:
    with pytest.raises(CannotWriteError) as refused:
        paper(tmp_path / "nowhere" / "page.pdf", bundled_library, "--article", CAUSES)
    assert "the folder is not there" in str(refused.value)
