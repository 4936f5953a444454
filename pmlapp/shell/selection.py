"""What can be done with words selected on the page: copy them, find them here, search the library for them."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication

from pmlapp.library.pages.pages import Pages
from pmlapp.shell.parts import Parts

_MAX_QUERY_CHARACTERS = 200


class Selection(QObject):
    """Answers the menu of a selection.

    Signals:
        search_asked: words to search the library for.
        find_asked: words to look for on the page.
    """

    search_asked = Signal(str)
    find_asked = Signal(str)

    def __init__(self, parts: Parts, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._pages = pages

    @Slot(QPoint)
    def show_menu(self, at: QPoint) -> None:
        """The menu, at a point of the screen."""
        self._parts.menus.selection.popup(at)

    @Slot()
    def copy(self) -> None:
        """Put the words on the clipboard."""
        QGuiApplication.clipboard().setText(self._parts.pane.selected_text())

    @Slot()
    def copy_with_source(self) -> None:
        """Put the words on the clipboard, with the page and the library that they are from."""
        page = self._parts.pane.page
        if page is not None:
            source = self._pages.words.copied_from.format(title=page.title, library=self._pages.catalog.library.title)
            text = f"{self._parts.pane.selected_text()}\n\n{source}\n{page.id}"
            QGuiApplication.clipboard().setText(text)

    @Slot()
    def find(self) -> None:
        """Look for the words on the page."""
        self.find_asked.emit(self._one_line())

    @Slot()
    def search(self) -> None:
        """Search the library for the words."""
        self._parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search_asked.emit(self._one_line())

    def _one_line(self) -> str:
        return " ".join(self._parts.pane.selected_text().split())[:_MAX_QUERY_CHARACTERS]
