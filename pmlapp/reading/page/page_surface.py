"""The text browser under a page: set up once, its pictures only from the library, scrolled by the pixel."""

from typing import Any

from PySide6 import QtCore
from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.images import PageImages, blank_image
from pmlapp.reading.look.look import UNRINGED, Look, give_viewport
from pmlapp.reading.look.painting import margins, mirrored


class PageSurface(QTextBrowser):
    """What a page is shown on; what is set on it is the business of those who build on it."""

    def __init__(self, look: Look, words: PageWords, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        # Qt's first, empty document still measures by the viewport that is gone.
        self.document().documentLayout().setPaintDevice(self.viewport())
        self.setObjectName("article_pane")
        self.setProperty(UNRINGED, True)
        self.setAccessibleName(self.tr("Page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAcceptDrops(False)
        self._look = look
        self._words = words
        self._images = images
        self._column = 0.0
        self._beside: QWidget | None = None
        self._room_beside = 0
        self.horizontalScrollBar().rangeChanged.connect(self._stay_in_width)

    def set_rest(self) -> None:
        """Set what of the page has not been set yet; before anything is asked of the page as a whole."""

    @property
    def look(self) -> Look:
        """What the page is drawn with."""
        return self._look

    def set_beside(self, widget: QWidget | None, room: int = 0) -> None:
        """Keep ``room`` px free between the text and the scroll bar, and place ``widget`` there."""
        if widget is not None and widget.parentWidget() is not self:
            widget.setParent(self)
        self._beside, self._room_beside = widget, room
        self.setViewportMargins(margins(self, 0, 0, room, 0))
        self._place_beside()

    def _place_beside(self) -> None:
        room = self._room_beside
        if self._beside is not None:
            bar = self.verticalScrollBar().width()
            place = QRectF(self.width() - bar - room, 0, room, self.height())
            self._beside.setGeometry(mirrored(place, self).toRect())

    def scroll_to_px(self, top: float) -> None:
        """Scroll until ``top`` px of the page lie above the window."""
        if top > 0:
            self.set_rest()
        bar = self.verticalScrollBar()
        if top > bar.maximum():
            # Qt lays out a long page bit by bit, and tells the bar of the rest only when it is idle again.
            bar.setMaximum(max(0, self.document().size().toSize().height() - self.viewport().height()))
        bar.setValue(round(top))

    def _width(self) -> int:
        """The width of the viewport, which itself does not know it before it is first shown."""
        margins = self.viewportMargins()
        bar = self.verticalScrollBar()
        bar.ensurePolished()
        return max(1, self.width() - margins.left() - margins.right() - bar.sizeHint().width())

    def _line_height(self) -> float:
        return self._look.scale.body.px * 1.6

    def _block_top(self, position: int) -> float:
        return self._block_rect(self.document().findBlock(position)).top()

    def _block_rect(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    # Qt

    @Slot()
    def _stay_in_width(self) -> None:
        # Hidden, the bar still answers arrow keys, and Qt widens its range for a word it could break.
        self.horizontalScrollBar().setRange(0, 0)

    def loadResource(self, kind: int, name: "QtCore.QUrl | str") -> Any:
        """Answer from the library's media; every other request gets one transparent pixel."""
        url = QtCore.QUrl(name)
        if url.scheme() != "media":
            return blank_image()
        shown = float(url.fragment()) if url.fragment().isdecimal() else self._column
        return self._images.image(url.path(), round(shown * self.devicePixelRatioF()), self._look.theme)

    def setSource(self, *args: Any) -> None:
        """Nothing: pages come by `show_page` alone."""
