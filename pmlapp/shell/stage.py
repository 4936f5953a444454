"""Where the parts of the window stand, by its width and the text size."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.focus_ring import FocusRing
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.style_sheet import style_sheet
from pmlapp.shell.parts import PartName, Parts

if TYPE_CHECKING:
    from pmlapp.content.page import Page

_TREE_FROM = 1040
_OUTLINE_FROM = 1240
_WIDE_FROM = 1700
"""Effective widths: the window's width divided by the text size of the page."""

_TALL = 1.4
"""How many times as high as wide a window is that is held upright."""

_LOW_BELOW = 500
"""Below this height, in px, the footer says only what matters most."""

_NO_LIMIT = 16_777_215
"""What Qt takes for no greatest width."""


class FooterWords(NamedTuple):
    """What the footer says on the home page (``detail`` too) and on every page."""

    detail: str
    headline: str
    care: str


class Stage(QWidget):
    """The window's parts in their places: bar, banner, topics, page and outline, footer.

    ``footer_words`` is asked again each time the home page is shown.
    ``at_home`` is whether that is the home page, ``narrow`` whether the topics have no place beside a page.
    """

    def __init__(
        self, pages: Pages, look: Look, footer_words: Callable[[], FooterWords], *, emergency_number: str | None
    ) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(320, 320)
        self._look = look
        self._how_current = footer_words
        self._footer_words = footer_words()
        self.at_home = True
        self.narrow = False
        self._page: Page | None = None
        self.setPalette(look.theme.palette())
        self.setStyleSheet(style_sheet(look))
        self.parts = Parts(pages, look, self, emergency_number=emergency_number)
        self._stack = QStackedWidget(self)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._page_column = QVBoxLayout()
        self._page_column.setSpacing(0)
        self._page_column.addWidget(self._stack, 1)
        self._middle.addLayout(self._page_column, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.parts.top_bar)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.parts.footer)
        self._ring = FocusRing(self, look)

    @Slot(object)
    def set_look(self, look: Look) -> None:
        """Draw everything with other colours and sizes."""
        self._look = look
        self.setPalette(look.theme.palette())
        self.setStyleSheet(style_sheet(look))
        self.parts.set_look(look)
        self._ring.set_look(look)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts again."""
        super().resizeEvent(event)
        self.close_parts("hits", "popover")
        self._arrange()

    @Slot()
    def keep_on_screen(self) -> None:
        """Make room for the frame, which a window gets only once it is shown, so that all of it is on the screen."""
        if self.isMaximized() or self.isFullScreen():
            return
        room, frame = self.screen().availableGeometry(), self.frameGeometry()
        beyond = (frame.size() - room.size()).expandedTo(QSize(0, 0))
        if not beyond.isNull():
            self.resize(self.size() - beyond)
            frame.setSize(frame.size() - beyond)
        left = min(max(frame.left(), room.left()), room.right() + 1 - frame.width())
        top = min(max(frame.top(), room.top()), room.bottom() + 1 - frame.height())
        if (left, top) != (frame.left(), frame.top()):
            self.move(left, top)

    def is_open(self, name: PartName) -> bool:
        """Whether a part has been made and is not hidden."""
        return self.parts.is_made(name) and not getattr(self.parts, name).isHidden()

    def close_parts(self, *names: PartName) -> None:
        """Hide parts, if they have been made."""
        for name in names:
            if self.parts.is_made(name):
                getattr(self.parts, name).hide()

    def _arrange(self) -> None:
        parts = self.parts
        effective = self.width() / self._look.scale.page
        # Beside a tree a tall window would leave a thin page: there it is one column.
        tall = self.height() > _TALL * self.width() and effective < _OUTLINE_FROM
        narrow = effective < _TREE_FROM or (tall and not self.at_home)
        wide = effective >= _WIDE_FROM
        if narrow != self.narrow:
            self.narrow = narrow
            self.close_parts("topics")
        parts.top_bar.arrange(at_home=self.at_home, narrow=narrow, wide=wide)
        parts.footer.say(
            detail=self._footer_words.detail if self.at_home else "",
            headline=self._footer_words.headline,
            care="" if self.height() < _LOW_BELOW else self._footer_words.care,
        )
        if not self.at_home:
            self._arrange_page(narrow=narrow, wide=wide, room_beside=effective >= _OUTLINE_FROM)

    def _arrange_page(self, *, narrow: bool, wide: bool, room_beside: bool) -> None:
        bar = self._look.scale.bar
        topics, outline = self.parts.topics, self.parts.outline
        if narrow:
            self._middle.removeWidget(topics)
            topics.setMinimumWidth(0)
            topics.setMaximumWidth(_NO_LIMIT)
            self.place_over(topics)
        else:
            self._middle.insertWidget(0, topics)
            topics.setFixedWidth(bar(320 if wide else 288))
            topics.show()
        has_outline = room_beside and self._page is not None and len(self._page.outline) > 1
        outline.setVisible(has_outline)
        self.parts.pane.set_beside(outline if has_outline else None, bar(280 if wide else 232) if has_outline else 0)

    def _show_in_stack(self, widget: QWidget) -> None:
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def _settle(self) -> None:
        """Give the pane its size before it sets a page: set for another width, a page would be set twice."""
        for layout in (self._column, self._page_column, self._stack.layout()):
            if layout is not None:
                layout.activate()

    def place_over(self, topics: QWidget) -> None:
        """Give the topics their place over the page."""
        top = self.parts.top_bar.height()
        width = min(self._look.scale.bar(340), self.width() - 40)
        topics.setGeometry(0, top, width, self.height() - top - self.parts.footer.height())
