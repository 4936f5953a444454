"""The topics at the left: a sound model, opened and taken by key and click, one topic open at a time."""

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication

from pmlapp.content.model import Topic, TopicId
from pmlapp.library.pages.pages import Pages
from pmlapp.library.shelves import Shelf
from pmlapp.reading.beside.outline import OutlineModel
from pmlapp.reading.beside.topic_model import PAGE, TopicModel
from pmlapp.reading.beside.topic_tree import TopicPanel, TopicTree
from pmlapp.reading.finding.hit_list import HitModel
from pmlapp.reading.look.look import Look, wrapped_height
from tests.reading.conftest import CAUSES, LookOf, PutOnDesk
from tests.reading.pages_of import NO_KEY, Desk, Key, count_colour


class TreeReader:
    """Walks through the topics.  Methods are what a reader does, properties what can be seen."""

    def __init__(self, tree: TopicTree, desk: Desk) -> None:
        self.tree = tree
        self.desk = desk
        self.asked: list[str] = []
        tree.article_asked.connect(self.asked.append)
        tree.setFocus()

    def clicks(self, title: str) -> None:
        rect = self.tree.visualRect(self.row(title))
        QTest.mouseClick(self.tree.viewport(), Qt.MouseButton.LeftButton, NO_KEY, rect.center())

    def goes_to(self, title: str) -> None:
        self.tree.setCurrentIndex(self.row(title))

    def row(self, title: str) -> QModelIndex:
        model = self.tree.model()
        found = model.match(
            model.index(0, 0),
            Qt.ItemDataRole.DisplayRole,
            title,
            1,
            Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive,
        )
        assert found, f"no row {title}"
        return found[0]

    @property
    def open_topics(self) -> list[str]:
        return [index.data() for index in self._topics() if self.tree.isExpanded(index)]

    @property
    def read(self) -> list[str]:
        """The rows marked as being read."""
        return [index.data(PAGE) for index in self.tree.selectionModel().selectedIndexes()]

    def _topics(self) -> list[QModelIndex]:
        model = self.tree.model()
        return [model.index(row, 0) for row in range(model.rowCount())]


@pytest.fixture
def model(pages: Pages) -> TopicModel:
    return TopicModel(pages.catalog.outline, pages.catalog.topic_of)


@pytest.fixture
def reader(model: TopicModel, look: Look, put_on_desk: PutOnDesk) -> TreeReader:
    tree = TopicTree(model, look)
    return TreeReader(tree, put_on_desk(TopicPanel(tree, look), look, size=(288, 700)))


def test_the_models_keep_the_rules_of_qt(pages: Pages, model: TopicModel) -> None:
    outline = OutlineModel()
    outline.set_entries(pages.page(CAUSES)[0].outline)
    hits = HitModel(pages.hit_line)
    hits.set_hits(pages.search("kidney"))
    models: list[QAbstractItemModel] = [
        model,
        TopicModel((), pages.catalog.topic_of),
        outline,
        OutlineModel(),
        hits,
        HitModel(pages.hit_line),
    ]
    # A rule that is broken is a warning, and a warning fails this test.
    testers = [QAbstractItemModelTester(each, QAbstractItemModelTester.FailureReportingMode.Warning) for each in models]
    outline.set_entries(())
    outline.set_entries(pages.page("about")[0].outline)
    hits.set_hits(())
    hits.set_hits(pages.search("virus"))
    assert len(testers) == 6


def test_the_model_holds_every_topic_and_question_in_the_order_of_the_library(pages: Pages, model: TopicModel) -> None:
    shelves = [shelf for shelf in pages.catalog.outline if shelf.articles]
    assert model.rowCount() == len(shelves) > 3
    for row, shelf in enumerate(shelves):
        topic = model.index(row, 0)
        assert (topic.data(), topic.data(PAGE)) == (shelf.topic.title, "")
        rows = [model.index(number, 0, topic) for number in range(model.rowCount(topic))]
        assert [each.data(PAGE) for each in rows] == [article.id for article in shelf.articles]
        assert [each.data() for each in rows] == [article.title for article in shelf.articles]
        assert all(each.parent() == topic and model.rowCount(each) == 0 for each in rows)


def test_a_topic_without_a_page_is_left_out(pages: Pages) -> None:
    empty = Shelf(Topic(id=TopicId("none"), title="Nothing yet", description="", icon="info"), ())
    model = TopicModel((empty, *pages.catalog.outline), pages.catalog.topic_of)
    assert not model.index_of_topic("none").isValid()
    assert model.index(0, 0).data() == pages.catalog.outline[0].topic.title


def test_a_page_is_found_by_its_id_and_a_foreign_one_is_not(model: TopicModel) -> None:
    assert model.index_of_page(CAUSES).data(PAGE) == CAUSES
    for foreign in ("", "words", "causes", "no/such-page"):
        assert not model.index_of_page(foreign).isValid()


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_opens_a_topic_and_closes_it_again(reader: TreeReader, key: Key) -> None:
    reader.goes_to("Causes and risk")
    reader.desk.presses(key)
    assert reader.open_topics == ["Causes and risk"]
    reader.desk.presses(key)
    assert reader.open_topics == []
    assert reader.asked == []


def test_a_click_opens_a_topic_and_closes_it_again(reader: TreeReader) -> None:
    reader.clicks("Causes and risk")
    assert reader.open_topics == ["Causes and risk"]
    reader.clicks("Causes and risk")
    assert reader.open_topics == []


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_on_a_question_asks_for_its_page_once(reader: TreeReader, key: Key) -> None:
    reader.clicks("Causes and risk")
    reader.goes_to("What causes PML?")
    reader.desk.presses(key)
    assert reader.asked == [CAUSES]


def test_a_click_on_a_question_asks_for_its_page(reader: TreeReader) -> None:
    reader.clicks("Causes and risk")
    reader.clicks("What causes PML?")
    assert reader.asked == [CAUSES]


def test_the_arrow_keys_walk_through_the_rows_and_ask_for_nothing(reader: TreeReader) -> None:
    reader.goes_to("Causes and risk")
    reader.desk.presses(Key.Key_Right)
    assert reader.open_topics == ["Causes and risk"]
    reader.desk.presses(Key.Key_Down)
    assert reader.tree.currentIndex().data(PAGE) == CAUSES
    reader.desk.presses(Key.Key_Left, times=2)
    assert reader.open_topics == []
    assert reader.asked == []


def test_the_page_being_read_is_marked_and_its_topic_is_the_only_one_open(reader: TreeReader) -> None:
    reader.clicks("Treatment")
    reader.tree.show_page(CAUSES)
    assert (reader.open_topics, reader.read) == (["Causes and risk"], [CAUSES])
    reader.tree.show_page("catching/is-it-contagious")
    assert reader.read == ["catching/is-it-contagious"]
    assert len(reader.open_topics) == 1
    assert "Causes and risk" not in reader.open_topics


def test_looking_into_another_topic_does_not_unmark_the_page_being_read(reader: TreeReader) -> None:
    reader.tree.show_page(CAUSES)
    reader.clicks("Treatment")
    assert "Treatment" in reader.open_topics
    assert reader.read == [CAUSES]


def test_the_mark_is_seen_in_the_colour_of_what_is_chosen(reader: TreeReader, look: Look) -> None:
    viewport = reader.tree.viewport()
    assert count_colour(viewport.grab().toImage(), look.theme.primary) < 100
    reader.tree.show_page(CAUSES)
    rect = reader.tree.visualRect(reader.row("What causes PML?"))
    marked = count_colour(viewport.grab().toImage(), look.theme.primary, rect)
    assert marked > 0.5 * (rect.width() - 24) * rect.height()


def test_nothing_is_marked_on_a_page_that_is_no_article(reader: TreeReader) -> None:
    reader.tree.show_page(CAUSES)
    reader.tree.show_page("words")
    assert reader.read == []


def test_moving_the_keyboard_does_not_mark_another_page_as_read(reader: TreeReader, look: Look) -> None:
    reader.tree.show_page(CAUSES)
    reader.desk.presses(Key.Key_Down)
    assert reader.tree.currentIndex().data(PAGE) != CAUSES
    assert reader.read == [CAUSES]


def test_a_topic_asked_for_is_opened_with_the_keyboard_on_it_and_the_others_closed(reader: TreeReader) -> None:
    reader.tree.expandAll()
    reader.tree.open_topic("causes")
    assert reader.open_topics == ["Causes and risk"]
    assert reader.tree.currentIndex().data() == "Causes and risk"
    reader.tree.open_topic("no-such-topic")
    assert reader.open_topics == ["Causes and risk"]


def test_tab_leaves_the_topics_after_one_stop(reader: TreeReader) -> None:
    reader.desk.presses(Key.Key_Tab)
    assert reader.desk.keyboard == "behind"


@pytest.mark.parametrize("percent", [100, 150, 300])
def test_rows_are_high_enough_to_touch_and_wrap_rather_than_cut(
    model: TopicModel, look_of: LookOf, put_on_desk: PutOnDesk, percent: int
) -> None:
    look = look_of("light", percent)
    tree = TopicTree(model, look)
    desk = put_on_desk(TopicPanel(tree, look), look, size=(look.scale.bar(288), 900))
    tree.expandAll()
    heights = set()
    index = tree.model().index(0, 0)
    while index.isValid():
        heights.add(tree.visualRect(index).height())
        index = tree.indexBelow(index)
    assert min(heights) >= look.scale.bar(44)
    assert len(heights) > 1, "the library has titles of more than one line"
    assert tree.horizontalScrollBar().maximum() == 0
    assert desk.isVisible()


@pytest.mark.parametrize("page", [CAUSES, "treatment/prevention-and-monitoring"])
def test_after_a_resize_each_row_is_as_high_as_its_words(
    model: TopicModel, look_of: LookOf, put_on_desk: PutOnDesk, page: str
) -> None:
    look = look_of("light", 100)
    tree = TopicTree(model, look)
    desk = put_on_desk(TopicPanel(tree, look), look, size=(288, 900))
    tree.expandAll()
    tree.show_page(page)
    for width in (288, 230, 262, 340, 288):
        desk.give(width, 900)
        QApplication.processEvents()
        index = tree.model().index(0, 0)
        while index.isValid():
            read = index.data(PAGE) == page
            bold = read or not index.parent().isValid()
            inside = tree.viewport().width() - 55 - 24
            words = wrapped_height(look.font(weight=600) if bold else look.font(), index.data(), inside)
            assert tree.visualRect(index).height() == max(44, words + (18 if index.data(PAGE) else 16)), index.data()
            index = tree.indexBelow(index)


def test_rows_grow_when_the_text_grows(reader: TreeReader, look_of: LookOf) -> None:
    before = reader.tree.visualRect(reader.row("Causes and risk")).height()
    reader.tree.set_look(look_of("light", 200))
    assert reader.tree.visualRect(reader.row("Causes and risk")).height() >= before * 1.4
