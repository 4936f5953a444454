"""Wide spacing: lines, paragraphs, letters and words are as far apart as WCAG 1.4.12 asks, all at once."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextFragment

from pmlapp.content.page import Page, Paragraph, walk
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.scale import Reading, Scale
from pmlapp.reading.typesetting.joined import runs
from tests.reading.conftest import CAUSES, LookOf, OpenPage
from tests.reading.pages_of import PageReader, link, page_of, paragraph

WIDE = Reading(wide=True)


def wide(look: Look, percent: int = 100) -> Look:
    return look._replace(scale=Scale(percent, WIDE))


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    # An iterator of a block is not one of Python: it is stepped by hand.
    inside = block.begin()
    while not inside.atEnd():
        yield inside.fragment()
        inside += 1


def words_of(reader: PageReader) -> Iterator[QTextFragment]:
    """All that is written on the page in letters a person reads; what only holds lines together is as small as 1 px."""
    for block in reader.blocks():
        for fragment in fragments(block):
            if fragment.text().strip(" \u00a0\u2028\u2060\ufffc") and fragment.charFormat().font().pixelSize() > 1:
                yield fragment


def close_lines(block: QTextBlock) -> list[str]:
    """The lines of a block that lie closer below the line before than 1.5 times the size of their letters."""
    layout, start = block.layout(), block.position()
    sizes = [
        (each.position() - start, each.position() - start + each.length(), each.charFormat().font().pixelSize())
        for each in fragments(block)
    ]
    found = []
    for above, below in pairwise(layout.lineAt(number) for number in range(layout.lineCount())):
        first, behind = below.textStart(), below.textStart() + below.textLength()
        size = max(px for begin, end, px in sizes if begin < behind and end > first)
        # A number of a source at the end of a line is smaller than what it is behind.
        if below.y() + below.ascent() - above.y() - above.ascent() < 1.5 * size - 1:
            found.append(block.text()[first:behind])
    return found


@pytest.mark.parametrize("percent", [100, 200])
def test_on_every_page_letters_words_and_lines_stand_apart_all_at_once(
    open_page: OpenPage, every_page: tuple[Page, ...], percent: int
) -> None:
    reader = open_page(CAUSES)
    reader.pane.set_look(wide(reader.pane.look, percent))
    for page in every_page:
        reader.reads(page)
        for fragment in words_of(reader):
            chosen = fragment.charFormat().font()
            px = chosen.pixelSize()
            said = (page.id, fragment.text())
            joined = any(is_joined for _, is_joined in runs(fragment.text()))
            assert chosen.letterSpacing() >= (0 if joined else 0.12 * px), said
            assert chosen.wordSpacing() >= 0.16 * px, said
        for block in reader.blocks():
            assert close_lines(block) == [], page.id


@pytest.mark.parametrize("percent", [100, 200])
def test_behind_a_paragraph_are_two_lines_of_its_own_size(open_page: OpenPage, percent: int) -> None:
    reader = open_page(page_of(*(paragraph(f"A thought, number {n}.", name=f"p{n}") for n in range(3))))
    reader.pane.set_look(wide(reader.pane.look, percent))
    layout = reader.document.documentLayout()
    rects = [layout.blockBoundingRect(block) for block in reader.blocks()]
    assert all(below.top() - above.bottom() >= 2 * 20 * percent / 100 - 1 for above, below in pairwise(rects))


def test_switched_off_pages_are_as_they_were(open_page: OpenPage) -> None:
    reader = open_page(CAUSES)
    before = reader.picture
    look = reader.pane.look
    reader.pane.set_look(wide(look))
    assert reader.picture != before
    reader.pane.set_look(look)
    assert reader.picture == before


@pytest.mark.parametrize(
    "words", ["\u062d\u0631\u0627\u0631\u0629", "\u0915\u094d\u0937\u0924\u094d\u0930\u093f\u092f"]
)
def test_letters_that_are_joined_in_writing_are_not_set_apart_and_latin_among_them_is(
    open_page: OpenPage, words: str
) -> None:
    reader = open_page(page_of(paragraph(f"{words} (thermometer) {words}", link("#x", words))))
    reader.pane.set_look(wide(reader.pane.look))
    spaced = {
        fragment.text().strip(): fragment.charFormat().font().letterSpacing() > 0 for fragment in words_of(reader)
    }
    assert spaced == {words: False, "(thermometer)": True}
    assert [is_joined for _, is_joined in runs(f"{words} abc")] == [True, False]


def test_lines_under_words_and_marks_follow_the_spacing(open_page: OpenPage) -> None:
    reader = open_page(CAUSES)
    reader.pane.set_look(wide(reader.pane.look))
    pane = reader.pane
    number = pane.links().index("glossary:jc-virus")
    place = pane.link_rect(number).translated(0, reader.scrolled)
    typeset = pane.typeset
    assert typeset is not None
    word = typeset.links[number]
    boxes = pane.line_boxes(word.start, word.end)
    assert len(boxes) == 1
    left, right, top, height = boxes[0]
    assert QRectF(left, top, right - left, height).toAlignedRect() == place
    # The word begins and ends where a click finds its first and its last letter.
    hit = pane.document().documentLayout().hitTest
    assert hit(QPointF(left + 2, top + height / 2), Qt.HitTestAccuracy.FuzzyHit) == word.start
    assert word.end - 1 <= hit(QPointF(right - 2, top + height / 2), Qt.HitTestAccuracy.FuzzyHit) <= word.end


@pytest.mark.parametrize(("measure", "percent"), [(464, 100), (664, 100), (800, 100), (800, 150)])
def test_lines_are_as_long_as_the_reader_wants_where_there_is_room(
    open_page: OpenPage, look_of: LookOf, measure: int, percent: int
) -> None:
    reader = open_page(CAUSES, size=(1700, 900))
    reader.pane.set_look(look_of("light", percent)._replace(scale=Scale(percent, Reading(measure=measure))))
    frame = reader.document.rootFrame().frameFormat()
    column = reader.pane.viewport().width() - frame.leftMargin() - frame.rightMargin()
    assert column == pytest.approx(measure * percent / 100, abs=1)


def test_every_page_has_a_paragraph_to_be_measured(every_page: tuple[Page, ...]) -> None:
    assert sum(any(isinstance(block, Paragraph) for block in walk(page.blocks)) for page in every_page) > 40
