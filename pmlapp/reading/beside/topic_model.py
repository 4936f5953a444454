"""Topics and their questions as a Qt model."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from pmlapp.content.model import ArticleSummary
from pmlapp.library.shelves import Shelf, plain_letters

PAGE = Qt.ItemDataRole.UserRole
"""Role: the id of the article; "" on a row that opens and closes instead."""

MAX_MATCHES = 100
"""Rows that a filter shows at most: to narrow them down one types another letter."""

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class _Row(NamedTuple):
    """A row with what is under it: a topic, a group of its questions, or a question."""

    title: str
    page: str
    parent: int
    """The number of the row that this one is under; -1 at the top."""
    place: int
    """Its place among the rows there."""


class TopicModel(QAbstractItemModel):
    """Topics, and under each its questions in the order of the library.

    A topic with very many questions has them in groups by letter.  Topics
    without a page are left out.  Rows are made when the row above them is first
    opened, so a library of any size costs no more than what is looked at.

    ``topic_of`` names the topic of a page; None if the library has no such page.
    """

    def __init__(self, shelves: tuple[Shelf, ...], topic_of: Callable[[str], str | None]) -> None:
        super().__init__()
        self._all = tuple(shelf for shelf in shelves if shelf.articles)
        self._topic_of = topic_of
        self._words: tuple[str, ...] = ()
        self._begin()

    @property
    def is_large(self) -> bool:
        """Whether some topic has too many questions to scroll through."""
        return any(shelf.is_large for shelf in self._all)

    @property
    def is_filtered(self) -> bool:
        """Whether only questions with certain words are shown."""
        return bool(self._words)

    def set_filter(self, text: str) -> None:
        """Show only the questions whose titles hold each of these words, or their beginnings; all, if there is none."""
        words = tuple(map(plain_letters, text.split()))
        if words != self._words:
            self.beginResetModel()
            self._words = words
            self._begin()
            self.endResetModel()

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        """The index of a row; an invalid one if there is no such row."""
        rows = self._under(parent)
        return self.createIndex(row, column, rows[row]) if column == 0 and 0 <= row < len(rows) else QModelIndex()

    def parent(self, child: _Index = _ROOT) -> Any:
        """A question's topic or group, a group's topic."""
        above = self._rows[child.internalId()].parent if child.isValid() else -1
        return self.createIndex(self._rows[above].place, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Topics at the top, groups or questions under a topic, nothing under a question."""
        return len(self._under(parent))

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """One."""
        return 1

    def hasChildren(self, parent: _Index = _ROOT) -> bool:
        """Whether a row opens, found out without making the rows under it."""
        return not (parent.isValid() and self._rows[parent.internalId()].page)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, and what it opens."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, PAGE):
            return None
        row = self._rows[index.internalId()]
        return row.title if role == Qt.ItemDataRole.DisplayRole else row.page

    def index_of_page(self, page: str) -> QModelIndex:
        """Where a page is; an invalid index for pages that are not articles, or that the filter leaves out."""
        topic = self.index_of_topic(self._topic_of(page) or "")
        if not topic.isValid():
            return QModelIndex()
        groups = () if self.is_filtered else self._shelves[topic.row()].groups
        for number, group in enumerate(groups):
            if any(article.id == page for article in group.pages):
                return self._page_under(self.index(number, 0, topic), page)
        return self._page_under(topic, page)

    def index_of_topic(self, topic: str) -> QModelIndex:
        """Where a topic is; an invalid index if it has no page."""
        for row, shelf in enumerate(self._shelves):
            if shelf.topic.id == topic:
                return self.index(row, 0)
        return QModelIndex()

    def _page_under(self, parent: QModelIndex, page: str) -> QModelIndex:
        for number in self._under(parent):
            if self._rows[number].page == page:
                return self.createIndex(self._rows[number].place, 0, number)
        return QModelIndex()

    def _begin(self) -> None:
        """Forget all rows but the topics."""
        self._shelves = tuple(self._matching()) if self._words else self._all
        self._rows: list[_Row] = []
        self._made: dict[int, range] = {}
        self._add(-1, [(shelf.topic.title, "") for shelf in self._shelves])

    def _under(self, parent: _Index) -> range:
        """The numbers of the rows under one, made now if this is the first look."""
        if not parent.isValid():
            return self._made[-1]
        number = parent.internalId()
        if number not in self._made:
            self._add(number, list(self._entries(number)))
        return self._made[number]

    def _entries(self, number: int) -> Iterator[tuple[str, str]]:
        row = self._rows[number]
        if row.page:
            return
        if row.parent >= 0:
            for article in self._shelves[self._rows[row.parent].place].groups[row.place].pages:
                yield article.title, article.id
            return
        shelf = self._shelves[row.place]
        if shelf.groups and not self.is_filtered:
            yield from ((group.label, "") for group in shelf.groups)
        else:
            yield from ((article.title, article.id) for article in shelf.articles)

    def _add(self, parent: int, entries: list[tuple[str, str]]) -> None:
        first = len(self._rows)
        self._rows += [_Row(title, page, parent, place) for place, (title, page) in enumerate(entries)]
        self._made[parent] = range(first, len(self._rows))

    def _matching(self) -> Iterator[Shelf]:
        left = MAX_MATCHES
        for shelf in self._all:
            found = tuple(islice(filter(self._matches, shelf.articles), left))
            left -= len(found)
            if found:
                yield Shelf(shelf.topic, found)

    def _matches(self, article: ArticleSummary) -> bool:
        title = plain_letters(article.title)
        return all(word in title for word in self._words)
