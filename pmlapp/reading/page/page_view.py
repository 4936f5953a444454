"""One page on the screen: set in type, painted, scrolled, and set again when something changes."""

from PySide6.QtCore import QPoint, QRectF, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent, QTextDocument
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from pmlapp.content.page import Page
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.images import PageImages
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.painting import guarded, painting, report
from pmlapp.reading.page.column import column_width, lay_out
from pmlapp.reading.page.link_map import Marked
from pmlapp.reading.page.page_surface import PageSurface
from pmlapp.reading.page.painter import PagePainter
from pmlapp.reading.page.reading_place import heading_read, same_place, share_above, top_with
from pmlapp.reading.typesetting.typesetter import Setting, TypesetPage, Typesetter, folds_holding, leads_with_emergency

_LOW_BELOW = 590
"""Below this height, in px at 100 %, an emergency box that leads a page is set closer: a window of 700."""

_REST_AFTER_MS = 20
"""What is in sight is painted first, with what changes beside it; a reader who scrolls sooner gets the rest at once."""
_AT_ONCE_CHARACTERS = 1200
"""How much of a page is set before checking whether it fills the window."""


class PageView(PageSurface):
    """Shows one page.  Knows no library: it is handed pages, words and pictures.

    ``taken_below`` is how much of its height, in px, is taken for a while by what is at the foot of the window.

    Signals:
        place_changed: the anchor of the heading that is being read, or "".
        seen: the page shown last has been painted for the first time.
        set_anew: the page has been set or laid out again, and its lines are elsewhere.
    """

    place_changed = Signal(str)
    seen = Signal()
    set_anew = Signal()

    def __init__(self, *, look: Look, words: PageWords, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(look, words, images, parent)
        self._typesetter = Typesetter(look.theme, look.scale, words, images.size)
        self._page: Page | None = None
        self._open_folds: frozenset[str] = frozenset()
        self._setting: Setting | None = None
        self._typeset: TypesetPage | None = None
        self._painter: PagePainter | None = None
        self._low = False
        self.taken_below = 0
        self._reading = ""
        self._is_unseen = False
        self._line_at_first_sight = 0.0
        self._afterwards = QTimer(self, singleShot=True, interval=_REST_AFTER_MS)
        self._afterwards.timeout.connect(self.set_rest)
        self.verticalScrollBar().valueChanged.connect(self._report_place)

    # For those who build on it

    def laid_out(self) -> None:
        """Called when the page has been set or laid out again; links and shapes have moved."""

    def marked(self) -> Marked:
        """The links to draw otherwise."""
        return Marked()

    # What is shown

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def reading(self) -> str:
        """The anchor of the heading that is being read, or ""."""
        return self._reading

    def show_page(
        self,
        page: Page,
        *,
        position: float = 0.0,
        open_folds: frozenset[str] = frozenset(),
        paragraph: tuple[int, float] | None = None,
    ) -> None:
        """Show ``page``, scrolled ``position`` lines down.

        With a ``paragraph``, as `paragraph` gave it, its words are at the top whatever the text size is now.
        From its top a page is set as far as it is in sight, and the rest once that has been painted.
        """
        self._page = page
        self._open_folds = open_folds
        self._reading = ""
        self._is_unseen = True
        self._set(whole=bool(position or paragraph))
        self.scroll_to_line(position)
        self._scroll_to_paragraph(paragraph)
        self._line_at_first_sight = 0.0 if self.isVisible() else position
        self._report_place()

    @property
    def open_folds(self) -> frozenset[str]:
        """The ids of the folds that are open."""
        return self._open_folds

    def paragraph(self) -> tuple[int, float] | None:
        """The block of text at the top of the window, and how much of it lies above; None at the page's top.

        How much is as `share_above` has it.
        """
        top = self.verticalScrollBar().value()
        if not top:
            return None
        block = self.cursorForPosition(QPoint(self.viewport().width() // 2, 0)).block()
        return block.blockNumber(), share_above(self._block_rect(block), top, self._line_height())

    def set_look(self, look: Look) -> None:
        """Change colours and text size; the line at the top stays at the top."""
        self._look = look
        self._typesetter = Typesetter(look.theme, look.scale, self._words, self._images.size)
        self.verticalScrollBar().setSingleStep(round(self._line_height()))
        self._set_again(self.paragraph())

    def line(self) -> float:
        """How far the page is scrolled, in lines of body text."""
        return self.verticalScrollBar().value() / self._line_height()

    def scroll_to_line(self, line: float) -> None:
        """Scroll so that ``line`` lines of body text lie above the window."""
        self.scroll_to_px(line * self._line_height())

    @Slot(str)
    def scroll_to(self, anchor: str) -> None:
        """Scroll to an anchor of the page; into a closed fold it opens the fold first."""
        self.set_rest()
        if self._typeset is None:
            return
        if anchor not in self._typeset.anchors:
            self._open_fold_around(anchor)
        position = self._typeset.anchors.get(anchor)
        if position is None:
            return
        top = self._block_top(position)
        self.scroll_to_px(top - self._look.scale.px(20))

    def _scroll_to_paragraph(self, paragraph: tuple[int, float] | None) -> None:
        if paragraph is not None and paragraph[0] < self.document().blockCount():
            rect = self._block_rect(self.document().findBlockByNumber(paragraph[0]))
            self.scroll_to_px(top_with(rect, paragraph[1], self._line_height()))

    def character_at_top(self) -> int:
        """The first character of the document that is in sight."""
        return self.cursorForPosition(QPoint(0, 0)).position()

    def line_boxes(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """Left, right, top and height of characters ``start`` to ``end`` of one block, a tuple a line."""
        return self._painter.line_boxes(start, end) if self._painter is not None else []

    def bring_into_sight(self, start: int, end: int, *, middle: bool = False) -> None:
        """Scroll, unless they are well in sight (with ``middle``, in the middle third), to put characters there."""
        boxes = self.line_boxes(start, end)
        if not boxes:
            return
        top, bottom, height = boxes[0][2], boxes[-1][2] + boxes[-1][3], self.viewport().height()
        above, least = self.verticalScrollBar().value(), min(self._line_height(), height / 4)
        margin = height / 3 if middle else least
        if not above + margin <= top <= bottom <= above + height - margin:
            self.scroll_to_px(top - max(least, (height - (bottom - top)) / (2 if middle else 3)))

    def toggle_fold(self, fold: str) -> None:
        """Open or close a fold; its head stays where it is."""
        self._open_folds ^= {fold}
        self._set_again(self.paragraph())

    # Setting

    @Slot()
    def set_rest(self) -> None:
        """Set what of the page has not been set yet; before anything is asked of the page as a whole."""
        if self._setting is not None:
            setting, self._setting = self._setting, None
            try:
                setting.set_rest()
                self._find_shapes(setting)
            except Exception as error:
                report(error)
                self._show_plain()

    def _set(self, *, whole: bool = True) -> None:
        if self._page is None:
            return
        self._afterwards.stop()
        self._column = self._measure()
        try:
            self._set_in_type(self._page, whole=whole)
        except Exception as error:
            report(error)
            self._show_plain()

    def _set_in_type(self, page: Page, *, whole: bool) -> None:
        self._low = self._is_low()
        setting = self._typesetter.begin(page, self._column, self._open_folds, low=self._low)
        if whole:
            setting.set_rest()
        else:
            setting.set_some(_AT_ONCE_CHARACTERS)
        self._show_document(setting.document)
        document = setting.document
        while not setting.whole and self._block_rect(document.lastBlock()).bottom() < self.height():
            setting.set_some(_AT_ONCE_CHARACTERS)
        self._setting = None if setting.whole else setting
        self._find_shapes(setting)

    @Slot()
    def _show_plain(self) -> None:
        """Show the words of the page and nothing else: some part of it cannot be set or drawn."""
        if self._page is None:
            return
        from pmlapp.reading.typesetting.plain_page import plain_page  # noqa: PLC0415 - only when something is broken

        self._afterwards.stop()
        self._setting = None
        plain = plain_page(self._page, self._words, self._look.scale)
        self._show_document(plain.document)
        self._typeset = plain
        self.laid_out()
        self.set_anew.emit()

    def _show_document(self, document: QTextDocument) -> None:
        document.setParent(self)
        old = self.document()
        self._painter = None
        self._typeset = None
        self._lay_out(document)
        self.setDocument(document)
        # A document that was replaced would stay with its parent for ever: 1.5 MB a page.
        if Shiboken.isValid(old) and old is not document and old.parent() is self:
            old.deleteLater()

    def _set_again(self, reading: tuple[int, float] | None) -> None:
        if self._page is None:
            return
        before = self._typeset
        self._set()
        if before is not None and self._typeset is not None:
            reading = same_place(before.starts, self._typeset.starts, reading)
        self._scroll_to_paragraph(reading)

    def _measure(self) -> float:
        return column_width(self._width(), self._look.scale, has_outline=self._beside is not None)

    def _is_low(self) -> bool:
        low = self.height() + self.taken_below < self._look.scale.px(_LOW_BELOW)
        return low and self._page is not None and leads_with_emergency(self._page)

    def _lay_out(self, document: QTextDocument) -> None:
        lay_out(document, width=self._width(), column=self._column, scale=self._look.scale, low=self._low)

    def _find_shapes(self, setting: Setting | None = None) -> None:
        if setting is not None:
            self._typeset = setting.so_far()
        if self._typeset is None:
            return
        left = self._typeset.document.rootFrame().frameFormat().leftMargin()
        self._painter = PagePainter(self._typeset, look=self._look, left=left, width=self._column)
        self.laid_out()
        self.set_anew.emit()

    def _open_fold_around(self, anchor: str) -> None:
        if self._page is None:
            return
        folds = folds_holding(self._page, anchor)
        if folds:
            self._open_folds |= folds
            self._set_again(self.paragraph())

    @Slot()
    def _report_place(self) -> None:
        if self._page is None or self._typeset is None:
            return
        bar = self.verticalScrollBar()
        sight = (bar.value(), self.viewport().height(), bar.maximum())
        reading = heading_read(self._page, self._typeset.anchors, self._block_top, *sight)
        if reading != self._reading:
            self._reading = reading
            self.place_changed.emit(reading)

    # Qt

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The page; as plain words from the next turn of the event loop on if it cannot be drawn."""
        try:
            self.paint_page(event)
        except Exception:
            QTimer.singleShot(0, self._show_plain)
            raise

    def paint_page(self, event: QPaintEvent) -> None:
        """Shapes first, words over them, the focus ring of a link last."""
        if self._painter is not None:
            top = self.verticalScrollBar().value()
            with painting(self.viewport()) as painter:
                painter.translate(0, -top)
                marked = self.marked()
                clip = QRectF(event.rect()).translated(0, top)
                self._painter.paint(painter, clip, marked.hovered, marked.focused, marked.pressed)
                self.paint_under(painter)
        super().paintEvent(event)
        if self._setting is not None:
            self._afterwards.start()
        if self._is_unseen:
            self._is_unseen = False
            self.seen.emit()

    def paint_under(self, painter: QPainter) -> None:
        """Draw between shapes and words."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure; set again only when the column itself has changed."""
        # Asked before Qt wraps the old page by the new width, which moves other words to the top.
        reading = self.paragraph()
        super().resizeEvent(event)
        self._place_beside()
        if self._typeset is None:
            return
        if self._is_low() != self._low or abs(self._measure() - self._column) >= 1:
            self._set_again(reading)
        else:
            self._lay_out(self._typeset.document)
            self._find_shapes()

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the line at which the page was set: out of sight nothing can scroll."""
        super().showEvent(event)
        if self._line_at_first_sight:
            self.scroll_to_line(self._line_at_first_sight)
            self._line_at_first_sight = 0.0
