"""The line over the results that says what was searched instead of what was typed, and what else to search for."""

from collections.abc import Sequence
from functools import reduce
from html import escape

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from pmlapp.content.model import Findings
from pmlapp.reading.look.look import Look

_PADDING = 12
_SIDE = 18


class OfferLine(QLabel):
    """A sentence with a link for each other search; the keyboard stays in the search box.

    Signals:
        taken: the number of the search that was clicked.
    """

    taken = Signal(int)

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("offers")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        # Qt would leave half a letter's room beside a border.
        self.setIndent(0)
        self.linkActivated.connect(self._take)
        self._offers: Sequence[str] = ()
        self._pattern = ""
        self._searched = ""
        self._chosen: int | None = None
        self.said = ""
        """The sentence without its marks, for a screen reader."""
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar, theme = look.scale.bar, look.theme
        chosen = look.font()
        chosen.setPixelSize(round(17 * look.scale.chrome))
        self.setFont(chosen)
        self.setStyleSheet(
            f"QLabel#offers {{ color: {theme.text_soft.name()}; padding: {bar(_PADDING)}px {bar(_SIDE)}px;"
            f" border-bottom: 1px solid {theme.line.name()}; }}"
        )
        self._write()

    def show_offers(self, found: Findings) -> None:
        """Say what was searched, if that is not what was typed, and what else to search for; else go away."""
        self._offers = found.offers
        self._searched = found.searched
        self._chosen = None
        if found.searched != found.typed:
            instead = self.tr("Showing results for {searched}. Search instead for {offers}.")
            self._pattern = instead if found.offers else self.tr("Showing results for {searched}.")
        else:
            self._pattern = self.tr("Did you mean {offers}?") if found.offers else ""
        self.setVisible(bool(self._pattern))
        self._write()

    def choose(self, number: int | None) -> None:
        """Mark one of the offers as the one that Enter takes."""
        if number != self._chosen:
            self._chosen = number
            self._write()

    def height_for(self, width: int) -> int:
        """How high the line is in a list ``width`` px wide; 0 while it says nothing."""
        if not self._pattern:
            return 0
        bar = self._look.scale.bar
        words = QTextDocument()
        words.setDocumentMargin(0)
        words.setDefaultFont(self.font())
        words.setHtml(self.text())
        words.setTextWidth(width - 2 * bar(_SIDE))
        return round(words.size().height()) + 2 * bar(_PADDING) + 2

    def _write(self) -> None:
        theme = self._look.theme
        links = []
        for number, offer in enumerate(self._offers):
            style = f"color: {theme.link.name()};"
            if number == self._chosen:
                style = f"color: {theme.focus_inner.name()}; background-color: {theme.focus_outer.name()};"
            links.append(f'<a href="{number}" style="{style}">{escape(offer)}</a>')
        searched = f'<span style="color: {theme.text.name()}; font-weight: 600">{escape(self._searched)}</span>'
        self.setText(self._pattern.format(searched=searched, offers=self._either(links)))
        self.said = self._pattern.format(searched=self._searched, offers=self._either(self._offers))
        self.setAccessibleName(self.said)

    def _either(self, offers: Sequence[str]) -> str:
        pattern = self.tr("{one} or {other}")
        return reduce(lambda one, other: pattern.format(one=one, other=other), offers) if offers else ""

    @Slot(str)
    def _take(self, link: str) -> None:
        self.taken.emit(int(link))
