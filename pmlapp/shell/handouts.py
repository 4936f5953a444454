"""Making a handout: parts are ticked on the pages, listed, and printed together."""

from PySide6.QtCore import QObject, Signal, Slot

from pmlapp.content.model import ArticleId
from pmlapp.content.page import Page
from pmlapp.library.pages.handout import HandoutWriter, PartName, with_ticks
from pmlapp.library.pages.leaflet import Leaflet, LeafletWriter
from pmlapp.library.pages.pages import Pages
from pmlapp.shell.stage import Stage

_ALL = "all"


class Handouts(QObject):
    """Keeps what is chosen, as long as the window is open.

    Signals:
        changed: what is chosen, or whether one can choose: the page has to be shown again.
    """

    changed = Signal()

    def __init__(self, stage: Stage, pages: Pages, parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._pages = pages
        self._writer = HandoutWriter(pages, LeafletWriter(pages))
        self._chosen: dict[PartName, None] = {}
        self.is_on = False

    @Slot()
    def toggle(self) -> None:
        """Show a tick box at each heading; asked again, take them away."""
        if self.is_on:
            self.leave()
            return
        self.is_on = True
        self._show_line()
        self.changed.emit()

    @Slot()
    def leave(self) -> None:
        """Take the tick boxes away; what is chosen is kept."""
        self.is_on = False
        self._stage.strip.take_away(self._stage.parts.handout_line)
        self.changed.emit()

    @Slot(str)
    def choose(self, target: str) -> None:
        """Take a part in or out: ``tick:ARTICLE#ANCHOR``, ``untick:ARTICLE#ANCHOR`` or ``untick:all``."""
        kind, _, rest = target.partition(":")
        article, _, anchor = rest.partition("#")
        part = PartName(ArticleId(article), anchor)
        if rest == _ALL:
            self._chosen.clear()
        elif kind == "tick":
            self._chosen[part] = None
        else:
            self._chosen.pop(part, None)
        if self.is_on:
            self._show_line()
        self.changed.emit()

    def dressed(self, page: Page) -> Page:
        """The page with its tick boxes, while a handout is made and it has parts to choose."""
        if not self.is_on or page.id not in self._pages.catalog:
            return page
        return with_ticks(page, frozenset(self._chosen))

    def page(self) -> Page:
        """The list of what is chosen."""
        return self._writer.list_page(tuple(self._chosen), self._pages.catalog.library.language)

    def leaflet(self) -> Leaflet:
        """What is chosen, to be printed."""
        return self._writer.handout(tuple(self._chosen))

    @property
    def title(self) -> str:
        """What it is called."""
        return self._pages.words.handout

    def _show_line(self) -> None:
        line, strip = self._stage.parts.handout_line, self._stage.strip
        line.say(len(self._chosen), len({part.page for part in self._chosen}))
        strip.put(line)
