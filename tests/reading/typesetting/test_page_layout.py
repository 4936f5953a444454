"""How a page is laid out in its pane: the measure, the order, headings, tables, pictures."""

import re
from itertools import pairwise

import pytest
from PySide6.QtGui import QTextBlock, QTextImageFormat, QTextTable

from pmlapp.content.page import (
    Block,
    Breadcrumb,
    CardList,
    Disclaimer,
    Figure,
    Fold,
    Heading,
    Page,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Table,
    Title,
    plain,
    walk,
)
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.scale import Scale
from pmlapp.reading.typesetting.typesetter import leads_with_emergency
from tests.reading.conftest import CAUSES, LookOf, OpenPage
from tests.reading.pages_of import Key, PageReader, link, page_of, paragraph, table

USUAL_SENTENCE = 120
"""Characters: at 400 % five lines of a window of 1280 x 800."""

LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis"


def body_lines(reader: PageReader) -> list[int]:
    """The characters on each full line of running text: not the last of a paragraph, none in a list or box."""
    body_px = reader.pane.look.scale.body.px
    found = []
    for block in reader.blocks():
        if is_running_text(block, body_px) and not isinstance(reader.document.frameAt(block.position()), QTextTable):
            layout, text = block.layout(), block.text()
            lines = [layout.lineAt(number) for number in range(layout.lineCount() - 1)]
            found += [line.textLength() for line in lines if text[line.textStart() + line.textLength() - 1] != "\u2028"]
    return found


def is_running_text(block: QTextBlock, body_px: int) -> bool:
    look = block.blockFormat()
    font = block.charFormat().font()
    return not look.leftMargin() and not look.headingLevel() and font.pixelSize() == body_px


def shown(blocks: tuple[Block, ...]) -> list[Block]:
    """The blocks that are on the page while every fold is closed."""
    hidden = {id(inner) for fold in walk(blocks) if isinstance(fold, Fold) for inner in walk(fold.blocks)}
    return [block for block in walk(blocks) if id(block) not in hidden]


# The measure


@pytest.mark.parametrize("size", [(800, 600), (1280, 800), (1920, 1080), (3840, 2160), (1080, 1920)], ids=str)
def test_a_line_of_text_holds_60_to_75_characters_in_any_window(
    open_page: OpenPage, pages: Pages, size: tuple[int, int]
) -> None:
    reader = open_page(CAUSES, size=size)
    counts = []
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            reader.reads(pages.page(article.id)[0])
            counts += body_lines(reader)
    assert len(counts) > 100
    assert 60 <= sum(counts) / len(counts) <= 75


@pytest.mark.parametrize("percent", [100, 200, 300])
def test_larger_text_in_a_larger_window_keeps_the_same_lines(open_page: OpenPage, percent: int) -> None:
    reader = open_page(CAUSES, size=(800 * percent // 100, 600), percent=percent)
    counts = body_lines(reader)
    assert 58 <= sum(counts) / len(counts) <= 75


@pytest.mark.parametrize("width", [800, 1280, 1921, 3840])
def test_the_text_stands_in_the_middle_of_a_wide_pane(open_page: OpenPage, width: int) -> None:
    reader = open_page(CAUSES, size=(width, 600))
    frame = reader.document.rootFrame().frameFormat()
    assert frame.leftMargin() == pytest.approx(frame.rightMargin(), abs=1)
    assert reader.pane.viewport().width() - frame.leftMargin() - frame.rightMargin() == pytest.approx(664, abs=1)


@pytest.mark.parametrize("percent", [100, 200, 300])
@pytest.mark.parametrize("width", [320, 800, 1280])
def test_no_page_ever_has_to_be_scrolled_sideways(
    open_page: OpenPage, every_page: tuple[Page, ...], width: int, percent: int
) -> None:
    reader = open_page(CAUSES, size=(width, 600), percent=percent)
    for page in every_page:
        reader.reads(page)
        assert reader.pane.horizontalScrollBar().maximum() == 0, page.id
        place_of = reader.document.documentLayout().blockBoundingRect
        assert max(place_of(block).right() for block in reader.blocks()) <= reader.pane.viewport().width(), page.id
        reader.presses(Key.Key_Right, times=3)
        assert reader.pane.horizontalScrollBar().value() == 0, page.id


def test_a_word_longer_than_the_line_is_broken_rather_than_lost(open_page: OpenPage) -> None:
    reader = open_page(page_of(paragraph("x" * 200), table((LONG * 2, "b"), ("c", LONG * 3))), size=(360, 600))
    assert reader.document.size().width() <= reader.pane.viewport().width()
    first = next(reader.blocks()).layout()
    assert first.lineCount() > 1
    assert sum(first.lineAt(number).textLength() for number in range(first.lineCount())) == 200


def test_the_text_is_set_anew_when_the_pane_grows_narrow(open_page: OpenPage) -> None:
    reader = open_page(CAUSES, size=(1280, 800))
    before = reader.document.blockCount()
    height = reader.document.size().height()
    reader.makes_pane(400, 800)
    assert reader.document.size().height() > height * 1.3
    assert reader.document.size().width() <= reader.pane.viewport().width()
    reader.makes_pane(1280, 800)
    assert (reader.document.blockCount(), reader.document.size().height()) == (before, height)


# The order on a page


def test_every_article_reads_in_the_same_order(open_page: OpenPage, pages: Pages) -> None:
    reader = open_page(CAUSES)
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            page = pages.page(article.id)[0]
            reader.reads(page)
            text, at = reader.text, 0
            for words in first_words(page):
                found = text.find(words, at)
                assert found >= 0, (page.id, words, text[at : at + 80])
                at = found + len(words)
            assert text[at:].strip() == "", page.id


def first_words(page: Page) -> list[str]:
    """What has to be on the page, in this order: the whole order is stated here, not taken from the page."""
    by_kind: dict[type, list[Block]] = {}
    for block in page.blocks:
        by_kind.setdefault(type(block), []).append(block)
    crumbs = by_kind[Breadcrumb][0]
    review = by_kind[ReviewLine][0]
    answer = by_kind[ShortAnswer][0]
    sources = by_kind.get(SourceList, [None])[0]
    related = by_kind[CardList][0]
    disclaimer = by_kind[Disclaimer][0]
    headings = [plain(block.spans) for block in by_kind[Heading] if isinstance(block, Heading)]
    assert isinstance(crumbs, Breadcrumb)
    assert isinstance(review, ReviewLine)
    assert isinstance(answer, ShortAnswer)
    assert isinstance(sources, SourceList | None)
    assert isinstance(related, CardList)
    assert isinstance(disclaimer, Disclaimer)
    listed = ["Sources", *(entry.title for entry in sources.entries)] if sources else []
    end = [*(["Sources"] if sources else []), "Related questions", "How this page was checked"]
    assert headings[-len(end) :] == end
    return [
        *(crumb.title for crumb in crumbs.crumbs),
        page.title,
        review.detail,
        "Not reviewed by a clinician.",
        "Short answer",
        plain(answer.spans),
        *headings[: -len(end)],
        *listed,
        "Related questions",
        *(word for entry in related.entries for word in (entry.title, entry.detail)),
        "How this page was checked",
        "Sources checked on 30 November 2026 by the pmlapp editors, not clinicians",
        "Next check due by 30 November 2027.",
        plain(disclaimer.spans),
    ]


def test_a_page_begins_at_its_way_and_its_title(open_page: OpenPage, pages: Pages) -> None:
    reader = open_page(CAUSES)
    first, second, *_ = reader.blocks()
    assert [step.strip() for step in first.text().split("\u203a")] == ["Home", "Causes and risk", "What causes PML?"]
    assert second.text() == pages.page(CAUSES)[0].title
    assert second.blockFormat().headingLevel() == 1


def test_headings_keep_their_level_in_the_document(open_page: OpenPage, every_page: tuple[Page, ...]) -> None:
    reader = open_page(CAUSES)
    for page in every_page:
        reader.reads(page)
        wanted = []
        for block in shown(page.blocks):
            match block:
                case Title(text=text):
                    wanted.append((1, text))
                case Heading(level=level, spans=spans):
                    wanted.append((level, plain(spans)))
                case _:
                    pass
        levels = [(block.blockFormat().headingLevel(), block.text()) for block in reader.blocks()]
        found = [(level, text.replace("\u00a0", " ")) for level, text in levels if level]
        assert found == wanted, page.id
        assert [level for level, _ in found].count(1) == 1
        assert all(below <= above + 1 for (above, _), (below, _) in pairwise(found)), page.id


def test_what_heads_stands_nearer_to_what_it_heads_than_to_what_came_before(open_page: OpenPage) -> None:
    reader = open_page(CAUSES)
    for block in reader.blocks():
        if block.blockFormat().headingLevel() == 2:
            following = block.next().blockFormat().topMargin()
            assert block.blockFormat().topMargin() > 2 * following


# Tables


NARROW = table(("Drug", "People"), ("natalizumab", "1,000"), ("rituximab", "10"))
WIDE = table(("Medicine",) + (LONG,) * 4, ("natalizumab", "a", "b", "c", "d"), ("rituximab", "e", "f", "g", "h"))


def test_a_table_that_fits_is_set_as_a_table(open_page: OpenPage) -> None:
    reader = open_page(page_of(NARROW))
    (grid,) = reader.tables()
    assert (grid.rows(), grid.columns()) == (3, 2)
    assert grid.format().headerRowCount() == 1
    cells = [grid.cellAt(row, column) for row in range(3) for column in range(2)]
    assert [cell.firstCursorPosition().block().text() for cell in cells] == [
        *("Drug", "People"),
        *("natalizumab", "1,000"),
        *("rituximab", "10"),
    ]
    assert reader.text.startswith("Caption")
    assert reader.text.rstrip().endswith("A note.")


def test_a_table_too_wide_becomes_lines_of_label_and_value(open_page: OpenPage) -> None:
    reader = open_page(page_of(WIDE))
    assert reader.tables() == []
    assert [line for line in reader.text.splitlines() if line] == [
        "Caption",
        "natalizumab",
        *(f"{LONG}: {value}" for value in "abcd"),
        "rituximab",
        *(f"{LONG}: {value}" for value in "efgh"),
        "A note.",
    ]


def test_a_table_becomes_lines_when_the_pane_grows_narrow_and_a_table_again_when_it_grows_wide(
    open_page: OpenPage,
) -> None:
    reader = open_page(page_of(NARROW))
    reader.makes_pane(220, 600)
    assert reader.tables() == []
    assert "People: 1,000" in reader.text
    reader.makes_pane(800, 600)
    assert len(reader.tables()) == 1
    assert "People: 1,000" not in reader.text


@pytest.mark.parametrize("percent", [100, 300])
def test_every_table_of_the_library_says_every_cell_at_any_size(
    open_page: OpenPage, every_page: tuple[Page, ...], percent: int
) -> None:
    reader = open_page(CAUSES, percent=percent)
    kinds = set()
    for page in every_page:
        tables = [block for block in shown(page.blocks) if isinstance(block, Table)]
        reader.reads(page)
        text = without_citations(reader.text)
        for each in tables:
            for row in each.rows:
                for cell in row:
                    assert plain(cell) in text, (page.id, plain(cell))
        if tables:
            kinds.add(len(reader.tables()) > 0)
    assert kinds == ({True} if percent == 100 else {True, False} if True in kinds else {False})


def without_citations(text: str) -> str:
    return re.sub("[\u2060 \u00a0]\\[[0-9]+\\]", "", text).replace("\u00a0", " ")


def test_no_column_is_narrower_than_its_longest_word(open_page: OpenPage, every_page: tuple[Page, ...]) -> None:
    reader = open_page(CAUSES)
    for page in every_page:
        reader.reads(page)
        for grid in reader.tables():
            for row in range(grid.rows()):
                for column in range(grid.columns()):
                    block = grid.cellAt(row, column).firstCursorPosition().block()
                    text, layout = block.text(), block.layout()
                    ends = [layout.lineAt(n).textStart() for n in range(1, layout.lineCount())]
                    assert all(not (text[end - 1].isalnum() and text[end].isalnum()) for end in ends), (page.id, text)


def test_links_in_a_table_and_in_a_stack_can_be_followed(open_page: OpenPage) -> None:
    cell = (link("article:a/b", "natalizumab"),)
    linked = NARROW._replace(rows=((cell, NARROW.rows[0][1]),))
    reader = open_page(page_of(linked))
    assert reader.pane.links() == ("article:a/b",)
    reader.makes_pane(220, 600)
    assert reader.tables() == []
    assert reader.pane.links() == ("article:a/b",)
    reader.clicks(reader.pane.link_rect(0).center())
    assert reader.followed == [("article:a/b", 0)]


# Pictures


@pytest.mark.parametrize(("size", "percent"), [((320, 600), 100), ((800, 600), 100), ((800, 600), 300)], ids=str)
def test_a_picture_is_never_wider_than_the_text(open_page: OpenPage, size: tuple[int, int], percent: int) -> None:
    reader = open_page(CAUSES, size=size, percent=percent)
    frame = reader.document.rootFrame().frameFormat()
    column = reader.pane.viewport().width() - frame.leftMargin() - frame.rightMargin()
    widths = [picture.width() for picture in pictures(reader)]
    assert len(widths) == 2
    assert all(0 < width <= column for width in widths)


def test_a_picture_grows_with_the_text_and_keeps_its_shape(open_page: OpenPage) -> None:
    small = open_page(CAUSES, size=(2000, 900))
    large = open_page(CAUSES, size=(2000, 900), percent=150)
    for before, after in zip(pictures(small), pictures(large), strict=True):
        assert after.width() > before.width()
        assert after.width() / after.height() == pytest.approx(before.width() / before.height(), rel=0.01)


def test_a_picture_says_in_words_what_it_shows(open_page: OpenPage, pages: Pages) -> None:
    reader = open_page(CAUSES)
    wanted = [block.alt for block in walk(pages.page(CAUSES)[0].blocks) if isinstance(block, Figure)]
    assert [picture.stringProperty(picture.Property.ImageAltText) for picture in pictures(reader)] == wanted


def pictures(reader: PageReader) -> list[QTextImageFormat]:
    found = []
    for block in reader.blocks():
        pieces = block.begin()
        while not pieces.atEnd():
            made = pieces.fragment().charFormat()
            if made.isImageFormat():
                found.append(made.toImageFormat())
            pieces += 1
    return found


# The text size


@pytest.mark.parametrize("percent", [125, 200, 300])
@pytest.mark.parametrize("line", [0.0, 11.0, 25.0, 60.0])
def test_what_is_being_read_stays_at_the_top_when_the_text_grows(
    open_page: OpenPage, line: float, percent: int
) -> None:
    reader = open_page(CAUSES)
    reader.pane.scroll_to_line(line)
    reading = reader.words_at_top
    small = reader.pane.look
    reader.pane.set_look(small._replace(scale=Scale(percent)))
    # At the top of the page one stays there: with large text that is the title, not the breadcrumb.
    assert reader.words_at_top == reading or (not line and reader.pane.line() == 0)
    reader.pane.set_look(small)
    assert reader.words_at_top == reading


@pytest.mark.parametrize(("size", "percent"), [((1280, 634), 300), ((1280, 634), 400), ((800, 470), 200)])
def test_with_large_text_the_first_screen_of_each_page_holds_an_answer(
    open_page: OpenPage, pages: Pages, size: tuple[int, int], percent: int
) -> None:
    reader = open_page(CAUSES, size=size, percent=percent)
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            page = pages.page(article.id)[0]
            reader.reads(page)
            answer = next(block for block in page.blocks if isinstance(block, ShortAnswer))
            start = reader.text.index(plain(answer.spans)[:12])
            _, _, top, height = reader.pane.line_boxes(start, start + 12)[0]
            assert top + height <= size[1], article.id
            assert reader.text.index("Not reviewed") > start, "who checked it comes next"


@pytest.mark.parametrize(("size", "percent"), [((1280, 634), 300), ((1280, 634), 400)])
def test_with_large_text_the_first_screen_holds_a_first_sentence_of_usual_length_whole(
    open_page: OpenPage, pages: Pages, size: tuple[int, int], percent: int
) -> None:
    reader = open_page(CAUSES, size=size, percent=percent)
    whole = 0
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            page = pages.page(article.id)[0]
            reader.reads(page)
            answer = plain(next(block for block in page.blocks if isinstance(block, ShortAnswer)).spans)
            sentence = answer[: answer.index(". ") + 1]
            if len(sentence) > USUAL_SENTENCE or leads_with_emergency(page):
                continue
            end = reader.text.index(answer[:12]) + len(sentence)
            _, _, top, height = reader.pane.line_boxes(end - 2, end)[-1]
            assert top + height <= size[1], article.id
            whole += 1
    assert whole > 20


def test_citations_do_not_push_down_the_lines_of_a_table(open_page: OpenPage) -> None:
    reader = open_page("treatment/how-is-pml-treated", size=(1000, 800))
    grid = reader.tables()[0]
    layout = reader.document.documentLayout()
    for row in range(1, grid.rows()):
        blocks = [grid.cellAt(row, column).firstCursorPosition().block() for column in range(grid.columns())]
        lines = [block.layout().lineAt(0) for block in blocks]
        bases = [
            layout.blockBoundingRect(block).top() + line.y() + line.ascent()
            for block, line in zip(blocks, lines, strict=True)
        ]
        assert max(bases) - min(bases) < 1, blocks[0].text()
        assert max(line.height() for line in lines) - min(line.height() for line in lines) < 1, blocks[0].text()


def test_what_is_being_read_stays_at_the_top_when_the_colours_change(open_page: OpenPage, look_of: LookOf) -> None:
    reader = open_page(CAUSES)
    reader.pane.scroll_to_line(40)
    top = reader.scrolled
    ground = reader.pane.look.theme.ground
    reader.pane.set_look(look_of("dark"))
    assert reader.scrolled == top
    assert reader.pane.look.theme.ground != ground


def test_what_is_being_read_stays_at_the_top_when_the_pane_grows_narrow(open_page: OpenPage) -> None:
    reader = open_page(CAUSES, size=(1000, 700))
    reader.pane.scroll_to_line(40)
    reading = reader.words_at_top
    reader.makes_pane(420, 700)
    assert reader.words_at_top == reading
