"""Topics with thousands of questions: letters to choose from, a filter, and never a row that nobody looks at."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Topic, TopicId
from pmlapp.library.catalog import Catalog
from pmlapp.library.shelves import MAX_GROUP_PAGES
from pmlapp.reading.beside.topic_model import MAX_MATCHES, PAGE, TopicModel
from pmlapp.reading.beside.topic_tree import TopicPanel, TopicTree
from pmlapp.reading.look.look import Look
from tests.builders import article, content_file, library
from tests.reading.conftest import PutOnDesk

QUESTIONS = 3000
SYLLABLES = ("ba", "ce", "di", "fo", "gu", "ka", "le", "mi", "no", "pu")


def title(number: int) -> str:
    tens = (number // 1000, number // 100 % 10, number // 10 % 10, number % 10)
    return "".join(SYLLABLES[digit] for digit in tens).capitalize() + " illness"


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalog]:
    topics = (
        Topic(id=TopicId("many"), title="Many", description="", icon="info"),
        Topic(id=TopicId("few"), title="Few", description="", icon="info"),
    )
    pages = [article(f"many/{number}", title=title(number), body="Text.[^S1]\n") for number in range(QUESTIONS)]
    few = [article("few/one", title="Élan vital", body="Text.[^S1]\n")]
    file = content_file(tmp_path_factory.mktemp("large"), replace(library([*pages, *few]), topics=topics))
    store = ContentStore.open(file)
    yield Catalog(store)
    store.close()


class Panel:
    """The panel as a reader uses it."""

    def __init__(self, panel: TopicPanel) -> None:
        self.panel = panel
        self.tree = panel.tree
        self.asked: list[str] = []
        panel.tree.article_asked.connect(self.asked.append)

    def types(self, words: str) -> None:
        assert self.panel.filter is not None
        self.panel.filter.setFocus()
        QTest.keyClicks(self.panel.filter, words)

    def presses(self, key: Qt.Key) -> None:
        assert self.panel.filter is not None
        QTest.keyClick(self.panel.filter, key)

    def rows(self, parent: QModelIndex | None = None) -> list[str]:
        model = self.tree.model()
        above = parent if parent is not None else QModelIndex()
        return [model.index(row, 0, above).data() for row in range(model.rowCount(above))]

    def shown(self) -> list[str]:
        """The rows from top to bottom, as far as they are open."""
        found = []
        index = self.tree.model().index(0, 0)
        while index.isValid():
            found.append(index.data())
            index = self.tree.indexBelow(index)
        return found


@pytest.fixture
def reader(catalog: Catalog, look: Look, put_on_desk: PutOnDesk) -> Panel:
    tree = TopicTree(TopicModel(catalog.outline, catalog.topic_of), look)
    panel = TopicPanel(tree, look)
    put_on_desk(panel, look, size=(288, 700))
    return Panel(panel)


def test_the_model_keeps_the_rules_of_qt(catalog: Catalog) -> None:
    model = TopicModel(catalog.outline, catalog.topic_of)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_filter("illness")
    model.set_filter("")
    assert tester.model() is model


def test_a_large_topic_opens_to_letters_and_a_letter_to_its_questions(reader: Panel) -> None:
    reader.tree.open_topic("many")
    letters = reader.rows(reader.tree.model().index(0, 0))
    assert 10 < len(letters) < 100
    assert all(label[0] in "BCDFGKLMNP" for label in letters)
    assert len(reader.shown()) == len(letters) + 2
    group = reader.tree.model().index(0, 0, reader.tree.model().index(0, 0))
    reader.tree.expand(group)
    assert 0 < len(reader.rows(group)) <= MAX_GROUP_PAGES


def test_the_page_being_read_is_shown_in_its_letter(reader: Panel) -> None:
    reader.tree.show_page("many/1234")
    (read,) = reader.tree.selectionModel().selectedIndexes()
    assert (read.data(PAGE), read.data()) == ("many/1234", title(1234))
    assert read.parent().parent().data() == "Many"
    assert reader.tree.viewport().rect().contains(reader.tree.visualRect(read).center())
    assert len(reader.shown()) < 200


def test_a_filter_shows_the_questions_with_these_words_and_enter_opens_the_first(reader: Panel) -> None:
    reader.types("BACEDIFO ill")
    assert reader.shown() == ["Many", title(123)]
    reader.presses(Qt.Key.Key_Return)
    assert reader.asked == ["many/123"]


def test_accents_do_not_matter_to_the_filter(reader: Panel) -> None:
    reader.types("elan")
    assert reader.shown() == ["Few", "Élan vital"]


def test_a_filter_that_fits_thousands_shows_as_many_as_can_be_read(reader: Panel) -> None:
    reader.types("illness")
    assert len(reader.shown()) == MAX_MATCHES + 1


def test_without_a_match_the_panel_says_so_and_esc_brings_everything_back(reader: Panel) -> None:
    reader.tree.show_page("many/1234")
    reader.types("zzz")
    assert reader.shown() == []
    assert "No question has these words" in reader.panel.nothing.text()
    assert reader.panel.nothing.isVisible()
    reader.presses(Qt.Key.Key_Escape)
    assert not reader.panel.nothing.isVisible()
    (read,) = reader.tree.selectionModel().selectedIndexes()
    assert read.data(PAGE) == "many/1234"


def test_the_down_arrow_goes_from_the_filter_to_what_it_shows(reader: Panel) -> None:
    reader.types("elan")
    reader.presses(Qt.Key.Key_Down)
    assert reader.tree.hasFocus()
    assert reader.tree.currentIndex().data() == "Few"


def test_a_small_library_has_no_filter(look: Look, tmp_path: Path) -> None:
    with_few = ContentStore.open(content_file(tmp_path, library([article("causes/one")])))
    small = Catalog(with_few)
    panel = TopicPanel(TopicTree(TopicModel(small.outline, small.topic_of), look), look)
    assert panel.filter is None
    with_few.close()
