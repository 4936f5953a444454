"""Where the keyboard goes in the window: round its parts, and back out of whatever lies over the page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtWidgets import QWidget

from pmlapp.reading.finding.search_box import SearchBox
from pmlapp.shell.find_in_page import FindInPage
from pmlapp.shell.stage import Stage


class FocusOrder(QObject):
    """Walks the parts of ``window`` that are in sight on its ``stage``.

    ``search_box`` gives the box in sight; ``focus_page`` puts the keyboard back on the page; ``clear_search``
    empties the search boxes.
    """

    def __init__(
        self,
        window: QWidget,
        stage: Stage,
        find_in_page: FindInPage,
        *,
        search_box: Callable[[], SearchBox],
        focus_page: Callable[[], None],
        clear_search: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._parts = stage.parts
        self._find_in_page = find_in_page
        self._search_box = search_box
        self._focus_page = focus_page
        self._clear_search = clear_search

    @Slot()
    def leave(self) -> None:
        """Esc: close whatever lies over the page, the last first; a question that is left goes from its box."""
        parts, stage = self._parts, self._stage
        if stage.is_open("code_sheet"):
            parts.code_sheet.dismiss()
        elif stage.is_open("kept_sheet"):
            parts.kept_sheet.dismiss()
        elif stage.is_open("popover"):
            parts.popover.dismiss()
        elif stage.is_open("print_sheet"):
            parts.print_sheet.dismiss()
        elif stage.is_open("reading_panel"):
            parts.reading_panel.dismiss()
        elif stage.is_open("hits"):
            stage.close_parts("hits")
            self._clear_search()
        elif stage.narrow and stage.is_open("topics"):
            self.toggle_topics()
        elif stage.is_open("questions"):
            parts.questions.dismiss()
        elif stage.is_open("strip"):
            parts.strip.dismiss()
        elif stage.is_open("banner"):
            parts.banner.dismiss()
        elif self._find_in_page.is_open or self._find_in_page.marks_words:
            self._find_in_page.close()
        else:
            self._clear_search()
            self._focus_page()

    @Slot()
    def next_pane(self) -> None:
        """F6: the keyboard goes on to the next part of the window."""
        self._walk(1)

    @Slot()
    def previous_pane(self) -> None:
        """Shift+F6: the keyboard goes back to the part before."""
        self._walk(-1)

    def _walk(self, step: int) -> None:
        parts = self._parts
        stops: list[QWidget] = [self._search_box()]
        if self._stage.at_home:
            stops += [parts.home.strip.link, *parts.home.cards[:1]]
        else:
            stops += [parts.tree, parts.pane, parts.outline.view]
            if self._find_in_page.is_open:
                stops.insert(2, parts.find_bar.field)
        if self._stage.is_open("questions"):
            stops.append(parts.questions.title)
        if self._stage.is_open("strip"):
            stops += parts.strip.stops()[:1]
        stops.append(parts.footer.about)
        stops = [stop for stop in stops if stop.isVisible()]
        focus = self._window.focusWidget()
        here = next((n for n, stop in enumerate(stops) if stop is focus), 0 if step < 0 else -1)
        stops[(here + step) % len(stops)].setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def toggle_topics(self) -> None:
        """Show or hide the topics that lie over the page in a narrow window."""
        topics = self._parts.topics
        if self._stage.narrow and self._stage.is_open("topics"):
            topics.hide()
            self._focus_page()
            return
        if self._stage.narrow:
            self._stage.place_over(topics)
            topics.show()
            topics.raise_()
        self._parts.tree.setFocus(Qt.FocusReason.ShortcutFocusReason)
