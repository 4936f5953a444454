"""A page on a kiosk: moved by finger, with nothing on it that can be selected, copied, dragged or opened outside."""

from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.images import PageImages
from pmlapp.reading.look.look import Look
from pmlapp.reading.page.article_pane import ArticlePane

_SCREENFUL: Final = 0.8
_DRAG_FROM_PX: Final = 14


class TouchPane(ArticlePane):
    """Signals:
    ends_changed: whether the page is at its top, and whether at its foot.
    """

    ends_changed = Signal(bool, bool)

    def __init__(self, *, look: Look, words: PageWords, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(look=look, words=words, images=images, parent=parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.viewport().setAcceptDrops(False)
        self._from: QPointF | None = None
        self._bar_from = 0
        self._dragging = False
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._report_ends)
        bar.rangeChanged.connect(self._report_ends)

    def move_by_screens(self, screens: int) -> None:
        """Move so many screenfuls down, or up if negative; a little of what was read stays in sight."""
        self.set_rest()
        bar = self.verticalScrollBar()
        self.scroll_to_px(max(0.0, bar.value() + screens * _SCREENFUL * self.viewport().height()))

    def _report_ends(self) -> None:
        bar = self.verticalScrollBar()
        self.ends_changed.emit(bar.value() <= bar.minimum(), bar.value() >= bar.maximum())

    # Qt

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """No menu."""
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger comes down: on a link, or to move the page."""
        self._from, self._bar_from, self._dragging = event.globalPosition(), self.verticalScrollBar().value(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The page moves with the finger; then the finger was not meant for a link."""
        if self._from is None:
            super().mouseMoveEvent(event)
            return
        moved = event.globalPosition().y() - self._from.y()
        if not self._dragging and abs(moved) < _DRAG_FROM_PX:
            return
        if not self._dragging:
            self.set_rest()
            self._dragging = True
            self._pressed = None
        self.verticalScrollBar().setValue(round(self._bar_from - moved))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link, unless the page was moved."""
        self._from = None
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick touches are two touches."""
        self.mousePressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Whether there is more above and below may have changed."""
        super().resizeEvent(event)
        self._report_ends()
