"""The floor: the least PySide6 program that could be called a reader of the same library.

One SQLite row, Python-Markdown, ``setHtml``; a search box and a list of titles.
No themes, no topics, no review line, no typesetting, no accessibility.  What the
product takes longer than this is what the product adds.

    python -m benchmarks.floor_reader LIBRARY.sqlite ARTICLE-ID

``LIBRARY.sqlite`` is made by `benchmarks.floor_library`.
"""

import sqlite3
import sys

from markdown import Markdown
from markdown.extensions.tables import TableExtension
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

ID = Qt.ItemDataRole.UserRole


class FloorReader(QWidget):
    """A window with a search box, a list and a page."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self.database = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
        self.markdown = Markdown(extensions=[TableExtension()])
        self.search_box = QLineEdit()
        self.titles = QListWidget()
        self.page = QTextBrowser(openLinks=False)
        self.search_box.setObjectName("search_box")
        self.titles.setObjectName("hits")
        self.page.setObjectName("article_pane")
        left = QVBoxLayout()
        left.addWidget(self.search_box)
        left.addWidget(self.titles)
        window = QHBoxLayout(self)
        window.addLayout(left, 1)
        window.addWidget(self.page, 3)
        self.search("")
        self.search_box.textChanged.connect(self.search)
        self.titles.itemClicked.connect(lambda item: self.open(item.data(ID)))

    def open(self, article: str) -> None:
        (body,) = self.database.execute("select body from article where id = ?", [article]).fetchone()
        self.page.setHtml(self.markdown.reset().convert(body))

    def search(self, typed: str) -> None:
        if len(typed) < 3:
            found = self.database.execute(
                "select id, title from article where title >= ? and title < ? || char(1114111) limit 50", [typed, typed]
            )
        else:
            words = " ".join('"' + word.replace('"', "") + '"*' for word in typed.split())
            found = self.database.execute(
                "select id, title from article_fts where article_fts match ? order by rank limit 50", [words]
            )
        self.titles.clear()
        for article, title in found:
            item = QListWidgetItem(title, self.titles)
            item.setData(ID, article)


def main() -> int:
    path, article = sys.argv[1:3]
    application = QApplication(sys.argv[:1])
    window = FloorReader(path)
    window.open(article)
    window.resize(1280, 800)
    window.show()
    code = application.exec()
    window.database.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
