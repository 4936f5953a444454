"""What pdftotext and pdftoppm of poppler find on the printed sheets of every page."""

# needs: pdftotext=poppler-utils pdftoppm=poppler-utils

import re
import subprocess
import sys
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.library.leaflet_code import LeafletCode, read_code
from pmlapp.paths import bundled_library

SIZES = ("A4", "Letter")
DOTS_PER_INCH = 50


def articles() -> list[str]:
    with ContentStore.open(bundled_library()) as store:
        return [summary.id for summary in store.summaries()]


def printed(folder: Path, article: str, *options: str) -> Path:
    file = folder / "page.pdf"
    command = [sys.executable, "-m", "pmlapp", "--paper", str(file), "--article", article, *options]
    subprocess.run(command, check=True)
    return file


def text_of(file: Path) -> list[str]:
    """The words of each sheet."""
    told = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True)
    return [" ".join(sheet.replace("\u2060", "").split()) for sheet in told.stdout.split("\f")[:-1]]


@pytest.mark.parametrize("article", articles())
def test_each_sheet_says_what_it_is_and_nothing_leads_nowhere(article: str, tmp_path: Path) -> None:
    sheets = text_of(printed(tmp_path, article))
    for number, sheet in enumerate(sheets, 1):
        assert f"Page {number} of {len(sheets)}" in sheet
        assert "Is this sheet still right?" in sheet
        (code,) = set(re.findall(r"\b\d{4} \d{4}\b(?= )", sheet.split("Is this sheet still right?")[1])) or {""}
        assert isinstance(read_code(code, last_page=32), LeafletCode)
    whole = " ".join(sheets)
    assert "article:" not in whole
    assert "made for printing" in whole
    with ContentStore.open(bundled_library()) as store:
        page = store.article(article)  # type: ignore[arg-type]
    assert all(" ".join(source.title.split())[:40] in whole for source in page.sources)


@pytest.mark.parametrize("options", [(), ("--large-print",), ("--paper-size", "Letter")], ids=" ".join)
def test_every_sheet_is_ink_on_white_within_its_margins(options: tuple[str, ...], tmp_path: Path) -> None:
    file = printed(tmp_path, "causes/natalizumab-risk", *options)
    subprocess.run(["pdftoppm", "-gray", "-r", str(DOTS_PER_INCH), str(file), str(tmp_path / "sheet")], check=True)
    pictures = sorted(tmp_path.glob("sheet*.pgm"))
    assert pictures
    for picture in pictures:
        width, dark = _dark_columns(picture)
        margin = round(17 / 25.4 * DOTS_PER_INCH)
        assert dark
        assert min(dark) >= margin
        assert max(dark) <= width - margin


def _dark_columns(picture: Path) -> tuple[int, set[int]]:
    """The width of a picture, and the columns in which it has ink."""
    data = picture.read_bytes()
    _, width, height, _ = re.match(rb"(P5)\s+(\d+)\s+(\d+)\s+(\d+)\s", data).groups()  # type: ignore[union-attr]
    pixels = data[-int(width) * int(height) :]
    return int(width), {at % int(width) for at, grey in enumerate(pixels) if grey < 128}
