"""On this page: the headings beside it, the one being read marked, each a way there."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest

from pmlapp.library.pages.pages import Pages
from pmlapp.reading.beside.outline import ANCHOR, Outline
from pmlapp.reading.look.look import Look
from tests.reading.conftest import CAUSES, LookOf, OpenPage, PutOnDesk
from tests.reading.pages_of import NO_KEY, Desk, Key, count_colour


class OutlineReader:
    """Looks at the headings beside the page.  Methods are what a reader does, properties what can be seen."""

    def __init__(self, outline: Outline, desk: Desk) -> None:
        self.outline = outline
        self.desk = desk
        self.asked: list[str] = []
        outline.place_asked.connect(self.asked.append)
        outline.view.setFocus()

    def place(self, row: int) -> QRect:
        return self.outline.view.visualRect(self.outline.model.index(row))

    def clicks(self, row: int) -> None:
        viewport = self.outline.view.viewport()
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, NO_KEY, self.place(row).center())

    @property
    def titles(self) -> list[str]:
        model = self.outline.model
        return [model.index(row).data() for row in range(model.rowCount())]

    def marked(self, look: Look) -> list[int]:
        """The rows with the large dot of the place being read."""
        picture = self.outline.view.viewport().grab().toImage()
        rows = range(self.outline.model.rowCount())
        return [row for row in rows if count_colour(picture, look.theme.primary, self.place(row)) > 30]


@pytest.fixture
def outline(look: Look) -> Outline:
    return Outline(look)


@pytest.fixture
def reader(outline: Outline, look: Look, pages: Pages, put_on_desk: PutOnDesk) -> OutlineReader:
    desk = put_on_desk(outline, look, size=(232, 700))
    outline.set_entries(pages.page(CAUSES)[0].outline)
    return OutlineReader(outline, desk)


def test_the_headings_of_the_page_stand_in_order(reader: OutlineReader, pages: Pages) -> None:
    assert reader.titles == [entry.title for entry in pages.page(CAUSES)[0].outline]
    assert reader.titles[0] == "Short answer"
    assert reader.titles[-2:] == ["Related questions", "How this page was checked"]


def test_another_page_brings_other_headings(reader: OutlineReader, pages: Pages) -> None:
    reader.outline.set_entries(pages.page("about")[0].outline)
    assert reader.titles == ["What it holds", "Who stands behind it", "What it knows about you", "Copying it"]


def test_a_click_asks_for_the_place(reader: OutlineReader, pages: Pages) -> None:
    reader.clicks(2)
    assert reader.asked == [pages.page(CAUSES)[0].outline[2].anchor]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_asks_for_the_place(reader: OutlineReader, pages: Pages, key: Key) -> None:
    reader.desk.presses(Key.Key_Down, times=2)
    row = reader.outline.view.currentIndex().row()
    assert row > 0
    reader.desk.presses(key)
    assert reader.asked == [pages.page(CAUSES)[0].outline[row].anchor]


def test_with_no_row_chosen_a_key_asks_for_nothing(reader: OutlineReader) -> None:
    reader.outline.set_entries(())
    reader.desk.presses(Key.Key_Return)
    assert reader.asked == []


def test_the_heading_being_read_is_marked_and_no_other(reader: OutlineReader, look: Look) -> None:
    assert reader.marked(look) == []
    for row in (1, 3):
        reader.outline.set_reading(reader.outline.model.index(row).data(ANCHOR))
        assert reader.marked(look) == [row]
    reader.outline.set_reading("")
    assert reader.marked(look) == []


def test_on_another_page_nothing_is_marked_yet(reader: OutlineReader, look: Look, pages: Pages) -> None:
    reader.outline.set_reading("short-answer")
    reader.outline.set_entries(pages.page("signs/symptoms")[0].outline)
    assert reader.marked(look) == []


def test_the_mark_goes_down_with_the_reader(open_page: OpenPage, outline: Outline, look: Look, pages: Pages) -> None:
    page = open_page(CAUSES, size=(1200, 500))
    outline.set_entries(pages.page(CAUSES)[0].outline)
    page.pane.place_changed.connect(outline.set_reading)
    page.pane.set_beside(outline, 232)
    outline.show()
    page.pane.show_page(pages.page(CAUSES)[0])
    page.pane.set_rest()
    beside = OutlineReader(outline, page.desk)
    seen = []
    bar = page.pane.verticalScrollBar()
    for top in range(0, bar.maximum() + 200, 200):
        bar.setValue(top)
        marked = beside.marked(look)
        assert len(marked) <= 1
        seen += [row for row in marked if row not in seen]
    assert seen == list(range(outline.model.rowCount()))


def test_beside_the_page_it_takes_its_room_and_nothing_of_the_text(
    open_page: OpenPage, outline: Outline, pages: Pages
) -> None:
    page = open_page(CAUSES, size=(1000, 500))
    outline.set_entries(pages.page(CAUSES)[0].outline)
    page.pane.set_beside(outline, 232)
    outline.show()
    page.reads(pages.page(CAUSES)[0])
    assert (outline.width(), outline.height()) == (232, 500)
    viewport = page.pane.viewport().geometry()
    assert not viewport.intersects(outline.geometry())
    bar = page.pane.verticalScrollBar()
    assert outline.geometry().right() < bar.mapTo(page.pane, bar.rect().topLeft()).x()
    assert page.document.size().width() <= page.pane.viewport().width()
    page.pane.set_beside(None)
    assert page.pane.viewport().width() > viewport.width()


@pytest.mark.parametrize("percent", [100, 200])
def test_rows_are_high_enough_to_touch_and_wrap(
    look_of: LookOf, pages: Pages, put_on_desk: PutOnDesk, percent: int
) -> None:
    look = look_of("light", percent)
    outline = Outline(look)
    reader = OutlineReader(outline, put_on_desk(outline, look, size=(look.scale.bar(232), 900)))
    outline.set_entries(pages.page(CAUSES)[0].outline)
    heights = [reader.place(row).height() for row in range(outline.model.rowCount())]
    assert min(heights) >= look.scale.bar(44)
    assert max(heights) > min(heights)
    assert outline.view.horizontalScrollBar().maximum() == 0


def test_tab_leaves_the_headings_after_one_stop(reader: OutlineReader) -> None:
    reader.desk.presses(Key.Key_Tab)
    assert reader.desk.keyboard == "behind"
