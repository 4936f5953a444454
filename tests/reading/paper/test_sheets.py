"""Pages on sheets of paper: nothing is cut, nothing is lost, and each sheet says what it is."""

import re
from itertools import pairwise

import pytest
from PySide6.QtGui import QImage, QPainter

from pmlapp.content.page import Page
from pmlapp.library.pages.leaflet import LeafletWriter
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.paper.pagination import Hold
from pmlapp.reading.paper.print_look import UNITS_PER_INCH, PaperSize
from pmlapp.reading.paper.printout import Printout
from tests.reading.paper.conftest import PrintPages

CAUSES = "causes/what-causes-pml"
WITH_TABLE = "causes/natalizumab-risk"
JOINER = "\u2060"


def words_of(printout: Printout, number: int) -> str:
    return " ".join(" ".join(printout.lines(number)).replace(JOINER, "").split())


def all_words(printout: Printout) -> str:
    return " ".join(words_of(printout, number) for number in range(printout.count))


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
@pytest.mark.parametrize("size", PaperSize)
def test_on_every_page_no_line_row_box_or_picture_is_cut_and_no_heading_is_left_alone(
    pages: Pages, print_pages: PrintPages, size: PaperSize, large: bool
) -> None:
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            for column, cuts, room in print_pages(article.id, size=size, large=large).parts():
                ends = [cut.slices[-1].bottom for cut in cuts[:-1]]
                for band in column.bands:
                    torn = [end for end in ends if band.top + 1 < end < band.bottom - 1]
                    if band.hold is Hold.LINE:
                        assert not torn, article.id
                    elif band.hold is not Hold.NEIGHBOUR and band.bottom - band.top < room / 2:
                        assert not torn, (article.id, band)
                assert all(cut.slices[-1].bottom - cut.slices[-1].top <= room + 1 for cut in cuts)


def test_every_line_of_a_page_is_on_exactly_one_sheet(pages: Pages, print_pages: PrintPages) -> None:
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            for column, cuts, _ in print_pages(article.id).parts():
                lines = [band for band in column.bands if band.hold is Hold.LINE]
                parts = [cut.slices[-1] for cut in cuts]
                for line in lines:
                    assert sum(part.top <= line.top and line.bottom <= part.bottom + 1 for part in parts) == 1


def test_a_picture_is_never_higher_than_what_a_sheet_has_room_for(pages: Pages, print_pages: PrintPages) -> None:
    for large in (False, True):
        for shelf in pages.catalog.outline:
            for article in shelf.articles:
                for column, _, room in print_pages(article.id, large=large).parts():
                    # To the layout a picture is a line like any other.
                    lines = [band for band in column.bands if band.hold is Hold.LINE]
                    assert all(line.bottom - line.top <= room * 0.6 for line in lines), (article.id, large)


def test_a_table_that_goes_on_repeats_its_head(pages: Pages, print_pages: PrintPages) -> None:
    repeated = 0
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            for column, cuts, _ in print_pages(article.id, large=True).parts():
                for before, after in pairwise(cuts):
                    end = before.slices[-1].bottom
                    inside = [head for head in column.heads if head.bottom < end < head.end - 1]
                    if inside:
                        assert after.slices[0][:2] == inside[0][:2]
                        repeated += 1
    assert repeated > 0


def test_links_become_words_and_sources_are_all_there(pages: Pages, print_pages: PrintPages) -> None:
    said = all_words(print_pages(CAUSES))
    assert "article:" not in said
    assert "Show " not in said
    article = pages.catalog.article(CAUSES)  # type: ignore[arg-type]
    assert "(page “What is the JC virus?”)" in said
    for source in article.sources:
        assert " ".join(source.title.split()) in said
    assert "Other questions in the library" in said
    for related in article.related:
        assert related.title in said
    assert f"This is the page {CAUSES} of {pages.catalog.library.title}" in said


def test_hard_words_are_explained_at_the_end_when_they_are_wanted(print_pages: PrintPages) -> None:
    assert "Words on this sheet" in all_words(print_pages(CAUSES))
    assert "Myelin. The fatty coating" in all_words(print_pages(CAUSES))
    assert "Words on this sheet" not in all_words(print_pages(CAUSES, hard_words=False))


def test_what_is_closed_on_purpose_is_not_printed_and_named(pages: Pages, print_pages: PrintPages) -> None:
    said = all_words(print_pages("outlook/life-expectancy"))
    assert "on the screen it is closed on purpose" in said


def test_large_print_has_18_points_and_more_sheets(print_pages: PrintPages) -> None:
    assert print_pages(CAUSES, large=True).count > print_pages(CAUSES).count


def test_a_leaflet_begins_with_its_contents_and_the_right_pages(pages: Pages, print_pages: PrintPages) -> None:
    names = [article.id for article in pages.catalog.outline[1].articles]
    leaflet = print_pages(*names)
    contents = printed_lines(leaflet, 0)
    assert contents[0] == "A leaflet"
    numbers = [int(line) for line in contents if line.isdecimal()]
    assert len(numbers) == len(names)
    for name, number in zip(names, numbers, strict=True):
        assert pages.catalog.summary(name).title in words_of(leaflet, number - 1)[:120]


def test_every_page_that_can_be_shown_can_be_printed(every_page: tuple[Page, ...], print_pages: PrintPages) -> None:
    for page in every_page:
        assert print_pages(page.id).count >= 1
    assert print_pages("home").count >= 1


@pytest.mark.parametrize("large", [False, True], ids=["normal", "large"])
def test_each_sheet_is_drawn_in_ink_on_white_and_nothing_reaches_the_edge(print_pages: PrintPages, large: bool) -> None:
    printout = print_pages(WITH_TABLE, large=large)
    for number in range(printout.count):
        picture = drawn(printout, number)
        dark = [
            (x, y)
            for y in range(0, picture.height(), 2)
            for x in range(0, picture.width(), 2)
            if picture.pixelColor(x, y).lightness() < 100
        ]
        assert len(dark) > 300
        assert min(x for x, _ in dark) >= 50
        assert max(x for x, _ in dark) <= picture.width() - 50


def test_the_foot_names_review_edition_number_and_page(pages: Pages, print_pages: PrintPages) -> None:
    (part,) = LeafletWriter(pages).leaflet([CAUSES]).parts
    assert re.fullmatch(r"\d{4} \d{4}", part.code)
    assert part.status == "Not reviewed by a clinician."


def drawn(printout: Printout, number: int) -> QImage:
    """One sheet at 72 dots an inch."""
    width, height = (round(side * 72 / UNITS_PER_INCH) for side in printout.size)
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    painter.scale(72 / UNITS_PER_INCH, 72 / UNITS_PER_INCH)
    printout.draw(painter, number)
    painter.end()
    return picture


def printed_lines(printout: Printout, number: int) -> list[str]:
    return [line.strip() for line in printout.lines(number)]
