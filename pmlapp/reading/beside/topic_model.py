"""Topics and their questions as a Qt model."""

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from pmlapp.library.catalog import Shelf

PAGE = Qt.ItemDataRole.UserRole
"""Role: the id of the article; "" on a topic, which opens and closes instead."""

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex


class TopicModel(QAbstractItemModel):
    """Two levels: topics, and under each its questions in the order of the library.

    A topic's index has the internal id 0; a question's has its topic's row + 1.
    Topics without a page are left out.
    """

    def __init__(self, shelves: tuple[Shelf, ...]) -> None:
        super().__init__()
        self._shelves = tuple(shelf for shelf in shelves if shelf.articles)

    def index(self, row: int, column: int, parent: _Index = _ROOT) -> QModelIndex:
        """The index of a row; an invalid one if there is no such row."""
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, child: _Index = _ROOT) -> Any:
        """A question's topic."""
        topic = child.internalId() if child.isValid() else 0
        return self.createIndex(topic - 1, 0, 0) if topic else QModelIndex()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Topics at the top, questions under a topic, nothing under a question."""
        if not parent.isValid():
            return len(self._shelves)
        return 0 if parent.internalId() else len(self._shelves[parent.row()].articles)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """One."""
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The title, and what it opens."""
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, PAGE):
            return None
        topic = index.internalId()
        if not topic:
            return self._shelves[index.row()].topic.title if role == Qt.ItemDataRole.DisplayRole else ""
        article = self._shelves[topic - 1].articles[index.row()]
        return article.title if role == Qt.ItemDataRole.DisplayRole else article.id

    def index_of_page(self, page: str) -> QModelIndex:
        """Where a page stands; an invalid index for pages that are no article."""
        for row, shelf in enumerate(self._shelves):
            for number, article in enumerate(shelf.articles):
                if article.id == page:
                    return self.index(number, 0, self.index(row, 0))
        return QModelIndex()

    def index_of_topic(self, topic: str) -> QModelIndex:
        """Where a topic stands; an invalid index if it has no page."""
        for row, shelf in enumerate(self._shelves):
            if shelf.topic.id == topic:
                return self.index(row, 0)
        return QModelIndex()
