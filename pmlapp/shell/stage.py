"""Where the parts of the window are placed, by its width and the text size."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.focus_ring import FocusRing
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.style_sheet import style_sheet
from pmlapp.shell.parts import PartName, Parts

if TYPE_CHECKING:
    from pmlapp.content.page import Page
    from pmlapp.reading.bars.strip import Strip

_TREE_FROM = 1040
_OUTLINE_FROM = 1240
_WIDE_FROM = 1700
"""Effective widths: the window's width divided by the text size of the page."""

_TALL = 1.4
"""How many times as high as wide a window is that is held upright."""

_LOW_BELOW = 500
"""Below this height, in px, the footer says only what matters most."""

_QUESTIONS_WIDE = 600

_NO_LIMIT = 16_777_215
"""What Qt takes for no greatest width."""


class FooterWords(NamedTuple):
    """What the footer says on the home page (``detail`` too) and on every page."""

    detail: str
    headline: str
    care: str


class Stage(QObject):
    """Lays out the parts of ``window``: bar, banner, topics, page and outline, footer.

    ``footer_words`` is called again each time the home page is shown.
    ``at_home`` is whether the home page is shown, ``page`` the page that is shown otherwise, and ``narrow``
    whether there is no room for the topics beside a page.

    Signals:
        aside_fits: whether there is room beside the page for the panel that `place_aside` was given.
    """

    aside_fits = Signal(bool)

    def __init__(
        self,
        window: QWidget,
        pages: Pages,
        look: Look,
        footer_words: Callable[[], FooterWords],
        *,
        emergency_number: str | None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._look = look
        self._how_current = footer_words
        self._footer_words = footer_words()
        self.at_home = True
        self.narrow = False
        self.page: Page | None = None
        window.setPalette(look.theme.palette())
        window.setStyleSheet(style_sheet(look))
        self.parts = Parts(pages, look, window, emergency_number=emergency_number)
        self._stack = QStackedWidget(window)
        self._middle = QHBoxLayout()
        self._middle.setSpacing(0)
        self._page_column = QVBoxLayout()
        self._page_column.setSpacing(0)
        self._page_column.addWidget(self._stack, 1)
        self._middle.addLayout(self._page_column, 1)
        self._column = QVBoxLayout(window)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.parts.top_bar)
        self._column.addLayout(self._middle, 1)
        self._column.addWidget(self.parts.footer)
        self._ring = FocusRing(window, look)
        self._aside: tuple[QWidget, int] | None = None
        self._has_room_aside: bool | None = None

    @property
    def look(self) -> Look:
        """What the window is drawn with."""
        return self._look

    @Slot(object)
    def set_look(self, look: Look) -> None:
        """Draw everything with other colours and sizes."""
        self._look = look
        self._window.setPalette(look.theme.palette())
        self._window.setStyleSheet(style_sheet(look))
        self.parts.set_look(look)
        self._ring.set_look(look)
        self.arrange()

    def begin_again(self) -> None:
        """Make all parts again, those that are always in sight at once."""
        self.parts.begin_again()
        self._footer_words = self._how_current()
        self._column.insertWidget(0, self.parts.top_bar)
        self._column.addWidget(self.parts.footer)
        # At once: by itself a layout shows what is new in it only when the event loop comes round.
        self.parts.top_bar.show()
        self.parts.footer.show()
        self.settle()

    def set_home(self) -> None:
        """Put the home page on the stage."""
        self.at_home = True
        self.page = None
        self.close_parts("popover", "print_sheet", "topics")
        # What is current today may be overdue tomorrow, and a kiosk runs for months.
        self._footer_words = self._how_current()
        self._show_in_stack(self.parts.home)
        self.arrange()

    def set_page(self, page: "Page") -> None:
        """Put the pane on the stage, with the parts beside it that ``page`` has; their content is not set here."""
        self.at_home = False
        self.page = page
        self.close_parts("popover", "print_sheet")
        if self.narrow:
            self.close_parts("topics")
        self._show_in_stack(self.parts.pane)
        self.arrange()

    def place_banner(self) -> None:
        """Make room for the banner, under the top bar."""
        self._column.insertWidget(1, self.parts.banner)

    def place_under_bar(self, strip: QWidget) -> None:
        """Give a strip its place under the top bar, on every page."""
        self._column.insertWidget(1, strip)

    def place_aside(self, panel: QWidget, width: int) -> None:
        """Give a panel, ``width`` px wide at 100 %, the place of the outline; in a narrower window over the page."""
        self._aside = (panel, width)
        self._has_room_aside = None
        self.arrange()

    @property
    def has_room_aside(self) -> bool:
        """Whether that panel is beside the page, and not over it."""
        return bool(self._has_room_aside)

    def place_find_bar(self) -> None:
        """Make room for the find bar, above the page."""
        self._page_column.insertWidget(0, self.parts.find_bar)

    @Slot()
    def keep_on_screen(self) -> None:
        """Make room for the frame, which a window gets only once it is shown, so that all of it is on the screen."""
        window = self._window
        if window.isMaximized() or window.isFullScreen():
            return
        room, frame = window.screen().availableGeometry(), window.frameGeometry()
        beyond = (frame.size() - room.size()).expandedTo(QSize(0, 0))
        if not beyond.isNull():
            window.resize(window.size() - beyond)
            frame.setSize(frame.size() - beyond)
        left = min(max(frame.left(), room.left()), room.right() + 1 - frame.width())
        top = min(max(frame.top(), room.top()), room.bottom() + 1 - frame.height())
        if (left, top) != (frame.left(), frame.top()):
            window.move(left, top)

    def place_questions(self) -> None:
        """Give the list for the visit its place at the end side; in a narrow window it covers the page."""
        panel, window = self.parts.questions, self._window
        top = self.parts.top_bar.height()
        below = self.parts.footer.height() + (self.parts.strip.height() if self.is_open("strip") else 0)
        width = window.width() if self.narrow else min(self._look.scale.bar(_QUESTIONS_WIDE), window.width())
        leftward = window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        panel.setGeometry(0 if leftward else window.width() - width, top, width, window.height() - top - below)

    @property
    def strip(self) -> "Strip":
        """The strip at the foot, in its place above the footer."""
        strip = self.parts.strip
        if self._column.indexOf(strip) < 0:
            self._column.insertWidget(self._column.indexOf(self.parts.footer), strip)
        return strip

    @Slot(int)
    def make_room_below(self, height: int) -> None:
        """The strip is going to be this high: the page goes on being set as for the whole window."""
        if self.parts.is_made("pane"):
            self.parts.pane.taken_below = height

    def is_open(self, name: PartName) -> bool:
        """Whether a part has been made and is not hidden."""
        return self.parts.is_made(name) and not getattr(self.parts, name).isHidden()

    def close_parts(self, *names: PartName) -> None:
        """Hide parts, if they have been made."""
        for name in names:
            if self.parts.is_made(name):
                getattr(self.parts, name).hide()

    @property
    def visible_beside(self) -> tuple[bool, bool, bool]:
        """Whether the pane, the outline and the topics can be seen."""
        parts = self.parts
        return parts.pane.isVisible(), parts.outline.isVisible(), parts.topics.isVisible()

    def arrange(self) -> None:
        """Place the parts for the size that the window has now."""
        parts, window = self.parts, self._window
        effective = window.width() / self._look.scale.page
        # Beside a tree a tall window would leave a thin page: there it is one column.
        tall = window.height() > _TALL * window.width() and effective < _OUTLINE_FROM
        narrow = effective < _TREE_FROM or (tall and not self.at_home)
        wide = effective >= _WIDE_FROM
        if narrow != self.narrow:
            self.narrow = narrow
            self.close_parts("topics")
        parts.top_bar.arrange(at_home=self.at_home, narrow=narrow, wide=wide)
        parts.footer.say(
            detail=self._footer_words.detail if self.at_home else "",
            headline=self._footer_words.headline,
            care="" if window.height() < _LOW_BELOW else self._footer_words.care,
        )
        self._arrange_aside(fits=effective >= _OUTLINE_FROM)
        if not self.at_home:
            self._arrange_page(narrow=narrow, wide=wide, room_beside=effective >= _OUTLINE_FROM)
        if self.is_open("questions"):
            self.place_questions()
        if self.is_open("code_sheet"):
            self.parts.code_sheet.setGeometry(window.rect())
        if self.is_open("kept_sheet"):
            self.parts.kept_sheet.setGeometry(window.rect())

    def _arrange_aside(self, *, fits: bool) -> None:
        if self._aside is None:
            return
        panel, width = self._aside
        panel.setFixedWidth(min(self._look.scale.bar(width), self._window.width()))
        if fits != self._has_room_aside:
            self._has_room_aside = fits
            if fits:
                self._middle.addWidget(panel)
            else:
                self._middle.removeWidget(panel)
            panel.setVisible(fits)
            self.aside_fits.emit(fits)
        if not fits:
            self._place_aside_over()

    def _place_aside_over(self) -> None:
        """At the end side, from the strip under the bar down to the footer."""
        if self._aside is None:
            return
        panel, room = self._aside[0], self._middle.geometry()
        leftward = self._window.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = room.left() if leftward else room.right() + 1 - panel.width()
        panel.setGeometry(left, room.top(), panel.width(), room.height())

    @Slot()
    def toggle_aside(self) -> None:
        """Show or hide the panel at the end side, where there is no room for it beside the page."""
        if self._aside is None:
            return
        panel = self._aside[0]
        panel.setVisible(panel.isHidden())
        if panel.isVisible():
            self._place_aside_over()
            panel.raise_()
            panel.setFocus(Qt.FocusReason.OtherFocusReason)

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
        has_outline = room_beside and self._aside is None and self.page is not None and len(self.page.outline) > 1
        outline.setVisible(has_outline)
        self.parts.pane.set_beside(outline if has_outline else None, bar(280 if wide else 232) if has_outline else 0)

    def _show_in_stack(self, widget: QWidget) -> None:
        if self._stack.indexOf(widget) < 0:
            self._stack.addWidget(widget)
        self._stack.setCurrentWidget(widget)

    def settle(self) -> None:
        """Give the pane its size before it sets a page: set for another width, a page would be set twice."""
        for layout in (self._column, self._page_column, self._stack.layout()):
            if layout is not None:
                layout.activate()

    def place_over(self, topics: QWidget) -> None:
        """Give the topics their place over the page."""
        top = self.parts.top_bar.height()
        width = min(self._look.scale.bar(340), self._window.width() - 40)
        below = self.parts.footer.height() + (self.parts.strip.height() if self.is_open("strip") else 0)
        topics.setGeometry(0, top, width, self._window.height() - top - below)
