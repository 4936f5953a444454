"""The browser pane: a page whose links can be followed, by pointer and by keys."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPointingDevice,
    QTextCharFormat,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from pmlapp.content.page import Page
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.images import PageImages
from pmlapp.reading.look.look import Look, outline_words
from pmlapp.reading.look.painting import painting
from pmlapp.reading.page.link_map import LinkMap, Marked
from pmlapp.reading.page.page_marks import PageMarks
from pmlapp.reading.page.page_view import PageView
from pmlapp.reading.typesetting.typesetter import TypesetPage

if TYPE_CHECKING:
    from pmlapp.reading.page.accessible_page import PageTree

_REPORTED = frozenset({"article", "page", "topic", "glossary", "source", "https", "tick", "untick"})
"""The kinds of links that somebody outside answers; any other kind leads nowhere."""


class ArticlePane(PageView):
    """Follows the links within the page itself, and reports the others.

    Signals:
        link_followed: target of the link, and its number on the page.
        text_size_asked: +1 or -1, from Ctrl and the wheel.
        link_reached: target and number of the link that Tab has come to; "" and -1 when a finger or pointer comes down.
        menu_asked: where on the screen a menu for the selected words is asked for.
    """

    link_followed = Signal(str, int)
    text_size_asked = Signal(int)
    menu_asked = Signal(QPoint)
    link_reached = Signal(str, int)

    def __init__(self, *, look: Look, words: PageWords, images: PageImages, parent: QWidget | None = None) -> None:
        # Before Qt's own part: it already asks for a paint and for links, and tools for what is in it.
        self.is_made = False
        self._links = LinkMap((), None)
        self._focused: int | None = None
        self._hovered: int | None = None
        self._pressed: int | None = None
        self._marks: tuple[PageMarks, ...] = ()
        self._tree: PageTree | None = None
        super().__init__(look=look, words=words, images=images, parent=parent)
        self.viewport().setMouseTracking(True)
        self._revision = 0
        self.textChanged.connect(self._restore, Qt.ConnectionType.QueuedConnection)
        self.is_made = True

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

        With a ``paragraph``, as `paragraph` gave it, its words are at the top whatever the text size is now.
        """
        self._focused = focused_link
        super().show_page(page, position=position, open_folds=open_folds, paragraph=paragraph)
        if focused_link is not None:
            self.set_rest()

    def laid_out(self) -> None:
        """Find the links where they are now; the keyboard stays on its link if there still is one."""
        if self._typeset is None:
            return
        self._links = LinkMap(self._typeset.links, self._painter)
        self._hovered = None
        self._pressed = None
        if self._focused is not None and self._focused >= len(self._links):
            self._focused = None
        for marks in self._marks:
            marks.laid_out()
        self.show_marks()
        self._revision = self.document().revision()
        if self._tree is not None:
            self._tree.follow()

    @Slot()
    def _restore(self) -> None:
        """Set the page again if its text was changed by anybody but us: an assistive tool could write into it."""
        if self._typeset is not None and self._setting is None and self.document().revision() != self._revision:
            self._set_again(self.paragraph())

    def marked(self) -> Marked:
        """The links to draw otherwise."""
        return Marked(self._hovered, self._ringed, self._pressed is not None)

    @property
    def _ringed(self) -> int | None:
        """The link to draw as focused: none while the keyboard is elsewhere, so that there is one ring at a time."""
        window = self.window()
        return self._focused if window is not None and window.focusWidget() is self else None

    # For those who mark words

    @property
    def typeset(self) -> TypesetPage | None:
        """The whole page as it is set now."""
        self.set_rest()
        return self._typeset

    def typeset_with(self, open_folds: frozenset[str]) -> TypesetPage:
        """The page set out of sight with other folds open; an empty one where there is no page."""
        setting = self._typesetter.begin(self._page or Page("", "", "", ()), self._column, open_folds, low=self._low)
        setting.set_rest()
        return setting.so_far()

    def go_to_passage(self, section: str, block: str, folds: frozenset[str]) -> int:
        """Open what has to be open, and scroll to a block of the page with its heading, if there is room for both.

        Returns:
            The first character of the block; 0 if the page has no such block.
        """
        if not folds <= self._open_folds:
            self._open_folds |= folds
            self._set_again(self.paragraph())
        typeset = self.typeset
        if typeset is None or block not in typeset.starts:
            return 0
        first = self.document().findBlockByNumber(typeset.starts[block])
        rect = self._block_rect(first)
        top = self._block_rect(self.document().findBlockByNumber(typeset.starts.get(section, 0))).top()
        if rect.bottom() - top > self.viewport().height() * 0.8:
            top = rect.top()
        self.scroll_to_px(max(0.0, top - self._look.scale.px(20)))
        return first.position()

    # Selected words

    def selected_text(self) -> str:
        """The selected words as plain text, with the numbers of steps and what closed folds hold."""
        self._restore()
        cursor, typeset = self.textCursor(), self.typeset
        if self.page is None or typeset is None or not cursor.hasSelection():
            return ""
        from pmlapp.reading.page.copied_text import copied_text  # noqa: PLC0415 - not before the first paint

        return copied_text(self.page, typeset, self._words, cursor.selectionStart(), cursor.selectionEnd())

    def createMimeDataFromSelection(self) -> "QtCore.QMimeData":
        """Plain text alone: fonts and colours of the screen have no place in anybody's letter."""
        data = QtCore.QMimeData()
        data.setText(self.selected_text())
        return data

    def contextMenuEvent(self, event: "QtGui.QContextMenuEvent") -> None:
        """Ask for the menu where words are selected."""
        if self.textCursor().hasSelection():
            by_key = event.reason() is QtGui.QContextMenuEvent.Reason.Keyboard
            place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if by_key else event.globalPos()
            self.menu_asked.emit(place)
        event.accept()

    # Links

    def links(self) -> tuple[str, ...]:
        """The targets of all links, in reading order."""
        self.set_rest()
        return self._links.targets

    def link_rect(self, number: int) -> QRect:
        """Where a link is, in the viewport."""
        return self._links.rect(number).translated(0, -self.verticalScrollBar().value()).toAlignedRect()

    def focus_link(self, number: int | None) -> None:
        """Put the keyboard's place on a link, and bring it into view."""
        self._focused = number
        self.show_marks()
        if self._tree is not None:
            self._tree.follow_focus()
        if number is not None:
            rect = self._links.rect(number)
            bar = self.verticalScrollBar()
            height = self.viewport().height()
            margin = max(0.0, min(self._look.scale.px(32), (height - rect.height()) / 2))
            if rect.top() - margin < bar.value():
                bar.setValue(int(rect.top() - margin))
            elif rect.bottom() + margin > bar.value() + height:
                # Of a card higher than the window the beginning is shown.
                self.scroll_to_px(int(min(rect.bottom() + margin - height, rect.top() - margin)))

    @property
    def focused_link(self) -> int | None:
        """The number of the link that the keyboard is on."""
        return self._focused

    def set_marks(self, marks: PageMarks, *, shown: bool) -> None:
        """Have words of the page marked, over those that are marked already, or no more."""
        others = tuple(each for each in self._marks if each is not marks)
        self._marks = (*others, marks) if shown else others
        self.show_marks()

    def show_marks(self) -> None:
        """Colour what is marked, the link under the pointer and the one that the keyboard is on."""
        marks = [selection for each in self._marks for selection in each.selections()]
        ringed = self._ringed
        if self._hovered is not None and self._hovered != ringed and not self._links.is_box(self._hovered):
            marks.append(self._selection(self._hovered, self._look.theme.tint, self._look.theme.link_hover))
        if ringed is not None and not self._links.is_box(ringed):
            marks.append(self._selection(ringed, self._look.theme.focus_outer, self._look.theme.focus_inner))
        self.setExtraSelections(marks)
        self.viewport().update()

    def _selection(self, number: int, ground: QColor, ink: QColor) -> QTextEdit.ExtraSelection:
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

    @property
    def tree(self) -> "PageTree":
        """The page as assistive tools are given it."""
        if self._tree is None:
            from pmlapp.reading.page.accessible_page import PageTree  # noqa: PLC0415 - only when a tool asks

            self._tree = PageTree(self, self, self._words)
            self._tree.led_elsewhere.connect(self._report)
        return self._tree

    @Slot(str)
    def _report(self, target: str) -> None:
        if target.partition(":")[0] in _REPORTED:
            self.link_followed.emit(target, 0)

    def follow(self, number: int) -> None:
        """Do what a link asks for: open a fold, go to a place on the page, or report it."""
        target = self._links.targets[number]
        kind, _, rest = target.partition(":")
        self._focused = number
        self.show_marks()
        if kind == "fold":
            self.toggle_fold(rest)
        elif target.startswith("#"):
            self.scroll_to(target[1:])
        elif kind in _REPORTED:
            self.link_followed.emit(target, number)

    # Qt

    def paint_page(self, event: QPaintEvent) -> None:
        """The page with its marks, then what is drawn over its words."""
        super().paint_page(event)
        ringed = self._ringed
        if ringed is not None and self._links.is_box(ringed):
            ringed = None
        if not self._marks and ringed is None:
            return
        with painting(self.viewport()) as painter:
            painter.translate(0, -self.verticalScrollBar().value())
            for marks in self._marks:
                marks.paint(painter)
            if ringed is not None:
                # On a light page the gold ground alone would not be seen by all.
                outline_words(painter, self._links.lines(ringed), self._look.theme)

    def paint_under(self, painter: QPainter) -> None:
        """The grounds of the marks in sight."""
        if self._marks:
            last = self.cursorForPosition(QPoint(self.viewport().width(), self.viewport().height())).block()
            first = self.cursorForPosition(QPoint(0, 0)).block()
            for marks in self._marks:
                marks.paint_under(painter, first.position(), last.position() + last.length())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab visits the links in reading order, the first of them in sight; then it leaves."""
        self.set_rest()
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
        self.link_reached.emit(self._links.targets[following], following)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter follows the link that the keyboard is on; Home and End go to the ends of the page."""
        key = event.key()
        bar = self.verticalScrollBar()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._focused is not None:
            self.follow(self._focused)
        elif key == Qt.Key.Key_Home:
            bar.setValue(bar.minimum())
        elif key == Qt.Key.Key_End:
            self.set_rest()
            self.scroll_to_px(self.document().size().height())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The link that the keyboard was on is drawn so again."""
        super().focusInEvent(event)
        if self._focused is not None:
            self.show_marks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tabbing away forgets the link; a pop-up over the page does not."""
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.focus_link(None)
        elif self._focused is not None:
            self.show_marks()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember the link pressed: it is followed on release, if the pointer is still on it."""
        if not _is_finger(event):
            super().mousePressEvent(event)
        self.link_reached.emit("", -1)
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._link_at(event.position())
            if self._pressed is not None:
                self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Follow the link that was pressed, unless words were selected on the way."""
        if not _is_finger(event):
            super().mouseReleaseEvent(event)
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        self.viewport().update()
        if self._link_at(event.position()) == pressed and not self.textCursor().hasSelection():
            self.follow(pressed)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be followed."""
        if _is_finger(event):
            return
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
            self.show_marks()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel change the text size of the whole window, not of this pane alone."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.text_size_asked.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)


def _is_finger(event: QMouseEvent) -> bool:
    """Whether Qt made this of a touch: a finger scrolls and taps, and must not select words on its way."""
    return event.pointerType() is QPointingDevice.PointerType.Finger
