"""The browser pane: shows one page and reports the links that the reader follows."""

from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QUrl, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget
from shiboken6 import Shiboken

from pmlapp.content.page import Page
from pmlapp.library.page_words import PageWords
from pmlapp.reading.images import PageImages, blank_image
from pmlapp.reading.link_map import LinkMap
from pmlapp.reading.look import UNRINGED, Look
from pmlapp.reading.painter import PagePainter
from pmlapp.reading.typesetter import TypesetPage, Typesetter, folds_holding

_MEASURE = 664
"""The widest text column, in px at 100 %: about 66 characters."""
_REPORTED = frozenset({"article", "page", "topic", "glossary", "source", "https"})
"""The kinds of links that somebody outside answers; any other kind leads nowhere."""
_SIDE_LEAST = 24
_SIDE_USUAL = 56
_TOP = 28
_BOTTOM = 48


class ArticlePane(QTextBrowser):
    """Shows one page.  Knows no library: it is handed pages, words and pictures.

    Signals:
        link_followed: target of the link, and its number on the page.
        place_changed: the anchor of the heading that is being read, or "".
        text_size_asked: +1 or -1, from Ctrl and the wheel.
    """

    link_followed = Signal(str, int)
    place_changed = Signal(str)
    text_size_asked = Signal(int)

    def __init__(
        self,
        *,
        look: Look,
        words: PageWords,
        images: PageImages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("article_pane")
        self.setProperty(UNRINGED, True)
        self.setAccessibleName(self.tr("Page"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.viewport().setMouseTracking(True)
        self._look = look
        self._words = words
        self._images = images
        self._typesetter = Typesetter(look.theme, look.scale, words, images.size)
        self._page: Page | None = None
        self._open_folds: frozenset[str] = frozenset()
        self._typeset: TypesetPage | None = None
        self._painter: PagePainter | None = None
        self._links = LinkMap((), None)
        self._focused: int | None = None
        self._hovered: int | None = None
        self._pressed: int | None = None
        self._column = 0.0
        self._beside: QWidget | None = None
        self._reading = ""
        self._line_at_first_sight = 0.0
        self.verticalScrollBar().valueChanged.connect(self._report_place)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_in_width)

    # What is shown

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        return self._page

    @property
    def look(self) -> Look:
        """What the page is drawn with."""
        return self._look

    def show_page(
        self,
        page: Page,
        *,
        position: float = 0.0,
        focused_link: int | None = None,
        open_folds: frozenset[str] = frozenset(),
        paragraph: tuple[int, float] | None = None,
    ) -> None:
        """Show ``page``, scrolled ``position`` lines down, with a link focused or none.

        With a ``paragraph``, as `paragraph` gave it, its words stand at the top whatever the text size is now.
        """
        self._page = page
        self._open_folds = open_folds
        self._reading = ""
        self._set()
        if focused_link is not None and focused_link < len(self._links):
            self._focused = focused_link
            self._mark_links()
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

        From 0 to 1 it is a share of the block; what goes beyond is in lines of the gap beside it.
        """
        top = self.verticalScrollBar().value()
        if not top:
            return None
        block = self.cursorForPosition(QPoint(self.viewport().width() // 2, 0)).block()
        rect = self._block_rect(block)
        above = top - rect.top()
        within = min(max(above, 0.0), rect.height())
        # The gaps between blocks grow with the text, but not with the number of lines beside them.
        return block.blockNumber(), within / max(1.0, rect.height()) + (above - within) / self._line_height()

    def set_look(self, look: Look) -> None:
        """Change colours and text size; the line at the top stays at the top."""
        self._look = look
        self._typesetter = Typesetter(look.theme, look.scale, self._words, self._images.size)
        self.verticalScrollBar().setSingleStep(round(self._line_height()))
        self._set_again(self.paragraph())

    def set_beside(self, widget: QWidget | None, room: int = 0) -> None:
        """Keep ``room`` px free between the text and the scroll bar, and stand ``widget`` there."""
        if widget is not None and widget.parentWidget() is not self:
            widget.setParent(self)
        self._beside = widget
        self.setViewportMargins(0, 0, room, 0)
        self._place_beside()

    def _place_beside(self) -> None:
        room = self.viewportMargins().right()
        if self._beside is not None:
            bar = self.verticalScrollBar().width()
            self._beside.setGeometry(self.width() - bar - room, 0, room, self.height())

    def links(self) -> tuple[str, ...]:
        """The targets of all links, in reading order."""
        return self._links.targets

    def line(self) -> float:
        """How far the page is scrolled, in lines of body text."""
        return self.verticalScrollBar().value() / self._line_height()

    def scroll_to_line(self, line: float) -> None:
        """Scroll so that ``line`` lines of body text lie above the window."""
        self.verticalScrollBar().setValue(round(line * self._line_height()))

    @Slot(str)
    def scroll_to(self, anchor: str) -> None:
        """Scroll to an anchor of the page; into a closed fold it opens the fold first."""
        if self._typeset is None:
            return
        if anchor not in self._typeset.anchors:
            self._open_fold_around(anchor)
        position = self._typeset.anchors.get(anchor)
        if position is None:
            return
        top = self._block_top(position)
        self.verticalScrollBar().setValue(round(top - self._look.scale.px(20)))

    def _scroll_to_paragraph(self, paragraph: tuple[int, float] | None) -> None:
        if paragraph is not None and paragraph[0] < self.document().blockCount():
            rect = self._block_rect(self.document().findBlockByNumber(paragraph[0]))
            within = min(max(paragraph[1], 0.0), 1.0)
            gap = (paragraph[1] - within) * self._line_height()
            self.verticalScrollBar().setValue(round(rect.top() + within * rect.height() + gap))

    def toggle_fold(self, fold: str) -> None:
        """Open or close a fold; its head stays where it is."""
        self._open_folds ^= {fold}
        self._set_again(self.paragraph())

    def link_rect(self, number: int) -> QRect:
        """Where a link stands, in the viewport."""
        return self._links.rect(number).translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def focus_link(self, number: int | None) -> None:
        """Put the keyboard's place on a link, and bring it into view."""
        self._focused = number
        self._mark_links()
        if number is not None:
            rect = self._links.rect(number)
            bar = self.verticalScrollBar()
            height = self.viewport().height()
            margin = max(0.0, min(self._look.scale.px(32), (height - rect.height()) / 2))
            if rect.top() - margin < bar.value():
                bar.setValue(int(rect.top() - margin))
            elif rect.bottom() + margin > bar.value() + height:
                # Of a card higher than the window the beginning is shown.
                bar.setValue(int(min(rect.bottom() + margin - height, rect.top() - margin)))

    @property
    def focused_link(self) -> int | None:
        """The number of the link that the keyboard is on."""
        return self._focused

    # Setting

    def _set(self, focused: int | None = None) -> None:
        if self._page is None:
            return
        self._column = self._measure()
        typeset = self._typesetter.typeset(self._page, self._column, self._open_folds)
        typeset.document.setParent(self)
        old = self.document()
        self._painter = None
        self._typeset = typeset
        self._focused = focused
        self._hovered = None
        self._pressed = None
        self._links = LinkMap((), None)
        self._lay_out(typeset)
        self.setDocument(typeset.document)
        # A document that was replaced would stay with its parent for ever: 1.5 MB a page.
        if Shiboken.isValid(old) and old is not typeset.document and old.parent() is self:
            old.deleteLater()
        self._find_shapes()
        self._mark_links()

    def _set_again(self, reading: tuple[int, float] | None) -> None:
        if self._page is None:
            return
        self._set(self._focused)
        self._scroll_to_paragraph(reading)

    def _width(self) -> int:
        """The width of the viewport, which itself does not know it before it is first shown."""
        margins = self.viewportMargins()
        bar = self.verticalScrollBar()
        bar.ensurePolished()
        return max(1, self.width() - margins.left() - margins.right() - bar.sizeHint().width())

    def _measure(self) -> float:
        width = self._width()
        side = _SIDE_USUAL if width > 720 else _SIDE_LEAST
        if self._beside is not None:
            side = 40
        return max(160.0, min(_MEASURE * self._look.scale.page, width - 2 * side))

    def _lay_out(self, typeset: TypesetPage) -> None:
        frame = typeset.document.rootFrame()
        made = frame.frameFormat()
        width = self._width()
        left = max(0.0, (width - self._column) / 2)
        made.setLeftMargin(left)
        made.setRightMargin(max(0.0, width - self._column - left))
        made.setTopMargin(_TOP)
        made.setBottomMargin(self._look.scale.px(_BOTTOM))
        frame.setFrameFormat(made)

    def _find_shapes(self) -> None:
        if self._typeset is None:
            return
        left = self._typeset.document.rootFrame().frameFormat().leftMargin()
        self._painter = PagePainter(self._typeset, look=self._look, left=left, width=self._column)
        self._links = LinkMap(self._typeset.links, self._painter)

    @Slot()
    def _stay_in_width(self) -> None:
        # Hidden, the bar still answers arrow keys, and Qt widens its range for a word it could break.
        self.horizontalScrollBar().setRange(0, 0)

    def _open_fold_around(self, anchor: str) -> None:
        if self._page is None:
            return
        folds = folds_holding(self._page, anchor)
        if folds:
            self._open_folds |= folds
            self._set_again(self.paragraph())

    def _line_height(self) -> float:
        return self._look.scale.body.px * 1.6

    def _block_top(self, position: int) -> float:
        return self._block_rect(self.document().findBlock(position)).top()

    def _block_rect(self, block: QTextBlock) -> QRectF:
        return self.document().documentLayout().blockBoundingRect(block)

    @Slot()
    def _report_place(self) -> None:
        if self._page is None or self._typeset is None:
            return
        limit = self.verticalScrollBar().value() + self.viewport().height() / 4
        at_end = self.verticalScrollBar().value() >= self.verticalScrollBar().maximum() > 0
        reading = ""
        for entry in self._page.outline:
            position = self._typeset.anchors.get(entry.anchor)
            if position is not None and (at_end or self._block_top(position) <= limit):
                reading = entry.anchor
        if reading != self._reading:
            self._reading = reading
            self.place_changed.emit(reading)

    # Links

    def _mark_links(self) -> None:
        """Colour the link under the pointer and the one that the keyboard is on."""
        marks = []
        if self._hovered is not None and self._hovered != self._focused and not self._links.is_box(self._hovered):
            marks.append(self._selection(self._hovered, self._look.theme.tint, self._look.theme.link_hover))
        if self._focused is not None and not self._links.is_box(self._focused):
            marks.append(self._selection(self._focused, self._look.theme.focus_outer, self._look.theme.focus_inner))
        self.setExtraSelections(marks)
        self.viewport().update()

    def _selection(self, number: int, ground: Any, ink: Any) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        link = self._links.links[number]
        cursor = QTextCursor(self.document())
        cursor.setPosition(link.start)
        cursor.setPosition(link.end, QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setBackground(ground)
        look.setForeground(ink)
        mark.cursor = cursor
        mark.format = look
        return mark

    def _link_at(self, point: QPointF) -> int | None:
        return self._links.at(QPointF(point.x(), point.y() + self.verticalScrollBar().value()))

    def _follow(self, number: int) -> None:
        target = self._links.targets[number]
        kind, _, rest = target.partition(":")
        self._focused = number
        self._mark_links()
        if kind == "fold":
            self.toggle_fold(rest)
        elif target.startswith("#"):
            self.scroll_to(target[1:])
        elif kind in _REPORTED:
            self.link_followed.emit(target, number)

    # Qt

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Answer from the library's media; every other request gets one transparent pixel."""
        url = QUrl(name)
        if url.scheme() != "media":
            return blank_image()
        width = round(self._column * self.devicePixelRatioF())
        return self._images.image(url.path(), width, self._look.theme)

    def setSource(self, *args: Any) -> None:
        """Nothing: pages come by `show_page` alone."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Shapes first, words over them, the focus ring of a link last."""
        if self._painter is not None:
            top = self.verticalScrollBar().value()
            painter = QPainter(self.viewport())
            painter.translate(0, -top)
            clip = QRectF(event.rect()).translated(0, top)
            self._painter.paint(painter, clip, self._hovered, self._focused, self._pressed is not None)
            painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure; set anew only when the column itself has changed."""
        # Asked before Qt wraps the old page by the new width, which moves other words to the top.
        reading = self.paragraph()
        super().resizeEvent(event)
        self._place_beside()
        if self._typeset is None:
            return
        if abs(self._measure() - self._column) >= 1:
            self._set_again(reading)
        else:
            self._lay_out(self._typeset)
            self._find_shapes()

    def showEvent(self, event: QShowEvent) -> None:
        """Go to the line at which the page was set: out of sight nothing can scroll."""
        super().showEvent(event)
        if self._line_at_first_sight:
            self.scroll_to_line(self._line_at_first_sight)
            self._line_at_first_sight = 0.0

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab visits the links in reading order, the first of them in sight; then it leaves."""
        if self._focused is None:
            top = self.verticalScrollBar().value()
            following = self._links.first_in(top, top + self.viewport().height(), forward)
        else:
            following = self._focused + (1 if forward else -1)
            if not 0 <= following < len(self._links):
                following = None
        if following is None:
            self.focus_link(None)
            return super().focusNextPrevChild(forward)
        self.focus_link(following)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link that the keyboard is on; Home and End go to the ends of the page."""
        key = event.key()
        bar = self.verticalScrollBar()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused is not None:
            self._follow(self._focused)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tabbing away forgets the link; a pop-up over the page does not."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focus_link(None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the link pressed: it is followed on release, if the pointer is still on it."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._link_at(event.position())
            if self._pressed is not None:
                self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed, unless words were selected on the way."""
        super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        self.viewport().update()
        if self._link_at(event.position()) == pressed and not self.textCursor().hasSelection():
            self._follow(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be followed."""
        super().mouseMoveEvent(event)
        self._hover(self._link_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, number: int | None) -> None:
        shape = Qt.CursorShape.IBeamCursor if number is None else Qt.CursorShape.PointingHandCursor
        self.viewport().setCursor(shape)
        if number != self._hovered:
            self._hovered = number
            self._mark_links()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the text size of the whole window, not of this pane alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.text_size_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)
