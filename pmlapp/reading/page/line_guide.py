"""The line guide: lights one to three lines of a page and dims everything else between the bars."""

from bisect import bisect_left
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QTouchEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from pmlapp.reading.look.look import Look, draw_ground
from pmlapp.reading.look.painting import painted
from pmlapp.reading.page.article_pane import ArticlePane
from pmlapp.reading.page.line_boxes import LineBox, line_boxes

MOST_LINES: Final = 3
_NOTCH = 120
_MARGIN_LINES = 1.5
"""How near the edge of the window the lit lines may come before the page scrolls."""
_OUTSIDE = 2
_PICTURE_FRAME = 14
"""What is drawn around a picture, in px at 100 %."""
_TAP_PX = 12

_STEPS: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_SCREENS: Final = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
_ENDS: Final = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_COUNTS: Final = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}


class GuideVeil(QWidget):
    """Dims what lies under it but a hole, which is framed; takes no clicks."""

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("guide_veil")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.look = look
        self._hole = QRect()
        self.hide()

    @property
    def hole(self) -> QRect:
        """What is lit."""
        return self._hole

    def set_hole(self, hole: QRect) -> None:
        """Light another place; nothing but the two is painted again."""
        if hole == self._hole:
            return
        edge = _OUTSIDE + 4
        for place in (self._hole, hole):
            self.update(place.adjusted(-edge, -edge, edge, edge))
        self._hole = hole

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Multiply with grey all around the hole, then draw its frame."""
        theme = self.look.theme
        hole, whole = self._hole, self.rect()
        grey = round(255 * theme.guide_dim)
        painter.setClipRect(event.rect())
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for part in (
            QRect(0, 0, whole.width(), hole.top()),
            QRect(0, hole.bottom() + 1, whole.width(), whole.height() - hole.bottom() - 1),
            QRect(0, hole.top(), hole.left(), hole.height()),
            QRect(hole.right() + 1, hole.top(), whole.width() - hole.right() - 1, hole.height()),
        ):
            if not part.isEmpty():
                draw_ground(painter, part, QColor(grey, grey, grey))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        width = 3 if theme.high_contrast else 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.primary, width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        out = _OUTSIDE + width / 2 - 1
        painter.drawRoundedRect(QRectF(hole).adjusted(-out, -out, out, out), 4, 4)


class LineGuide(QObject):
    """Follows the lines of ``pane``; keys, wheel and fingers on the page move it.

    While it is off it hears of nothing.

    Signals:
        lines_chosen: how many lines a key asks for.
    """

    lines_chosen = Signal(int)

    def __init__(self, look: Look, pane: ArticlePane, window: QWidget) -> None:
        super().__init__(pane)
        self._pane = pane
        self._window = window
        self.veil = GuideVeil(look, window)
        self._is_on = False
        self._count = 2
        self._lines: tuple[LineBox, ...] = ()
        self._starts: list[int] = []
        self._at = 0
        self._page: object = None
        self._turned = 0
        self._touched: QPointF | None = None
        self._drags = False

    # What is asked for

    @property
    def is_on(self) -> bool:
        """Whether lines are lit."""
        return self._is_on

    def set_look(self, look: Look) -> None:
        """Dim and frame in other colours; the lines follow when the page has been set."""
        self.veil.look = look
        self.veil.update()

    def set_on(self, on: bool) -> None:
        """Light lines, or none any more."""
        if on == self._is_on:
            return
        self._is_on = on
        pane = self._pane
        if on:
            for watched in (pane, pane.viewport()):
                watched.installEventFilter(self)
            self._pane.verticalScrollBar().valueChanged.connect(self._follow)
            self._page = None
            self.laid_out()
        else:
            for watched in (pane, pane.viewport()):
                watched.removeEventFilter(self)
            self._pane.verticalScrollBar().valueChanged.disconnect(self._follow)
            self.veil.hide()

    def set_count(self, count: int) -> None:
        """Light this many lines, 1 to 3."""
        if count != self._count:
            self._count = count
            if self._is_on:
                self._show(scroll=True)

    @Slot(int)
    def move(self, steps: int) -> None:
        """Go so many lines on (negative: back); from where nothing lit is in sight, to what is."""
        if not self._lines:
            return
        top = self._pane.verticalScrollBar().value()
        lit = self.lit
        if lit.bottom() <= top or lit.top() >= top + self._pane.viewport().height():
            self._at = self._first_below(top)
        else:
            self._at = min(max(self._at + steps, 0), len(self._lines) - 1)
        self._show(scroll=True)

    @property
    def lit(self) -> QRectF:
        """The lines that are lit, in the document: whole ones, of one column."""
        return _united(self._lit_lines())

    def _lit_lines(self) -> tuple[LineBox, ...]:
        lines = self._lines[self._at : self._at + self._count]
        return tuple(line for line in lines if line.region == lines[0].region)

    # Where the lines are

    def laid_out(self) -> None:
        """The page was set again, or is another: find its lines, and the one that was lit by its first character."""
        pane = self._pane
        # Of a page that is half set the lines further down could not be found again.
        pane.set_rest()
        lit = self._lines[self._at].position if self._lines else 0
        document = pane.document()
        frame = document.rootFrame().frameFormat()
        width = pane.viewport().width() - frame.leftMargin() - frame.rightMargin()
        around = pane.look.scale.px(_PICTURE_FRAME)
        self._lines = line_boxes(document, left=frame.leftMargin(), width=width, frame=around)
        self._starts = [line.position for line in self._lines]
        if pane.page is not self._page:
            self._page = pane.page
            self._at = self._first_of_page()
        elif self._lines:
            self._at = max(0, bisect_left(self._starts, lit + 1) - 1)
        self._show()

    def _first_of_page(self) -> int:
        """The title, or the first whole line in sight further down."""
        typeset = self._pane.typeset
        top = self._pane.verticalScrollBar().value()
        if top > 0 or typeset is None or "title" not in typeset.starts:
            return self._first_below(top)
        title = typeset.document.findBlockByNumber(typeset.starts["title"]).position()
        return min(bisect_left(self._starts, title), max(0, len(self._lines) - 1))

    def _first_below(self, top: float) -> int:
        found = (number for number, line in enumerate(self._lines) if line.rect.top() >= top)
        return next(found, max(0, len(self._lines) - 1))

    def _line_at(self, point: QPointF) -> int | None:
        """The line at a point of the viewport."""
        place = QPointF(point.x(), point.y() + self._pane.verticalScrollBar().value())
        inside = (number for number, line in enumerate(self._lines) if line.rect.contains(place))
        return next(inside, None)

    # What is seen

    def _show(self, *, scroll: bool = False) -> None:
        pane = self._pane
        if not self._lines or not pane.isVisible():
            self.veil.hide()
            return
        if scroll:
            self._bring_into_sight()
        self._follow()
        if self.veil.isHidden():
            self.veil.show()
            self.veil.raise_()

    def _bring_into_sight(self) -> None:
        pane, lit = self._pane, self.lit
        bar, height = pane.verticalScrollBar(), pane.viewport().height()
        margin = min(_MARGIN_LINES * self._lines[self._at].rect.height(), max(0.0, (height - lit.height()) / 2))
        if not bar.value() + margin <= lit.top() or not lit.bottom() <= bar.value() + height - margin:
            pane.scroll_to_px(
                lit.top() - max(margin, (height - lit.height()) / 3) if lit.height() < height else lit.top()
            )

    @Slot()
    def _follow(self) -> None:
        """Put the veil over everything between the bars, and its hole over the lit lines."""
        pane, window = self._pane, self._window
        top_left = pane.mapTo(window, QPoint(0, 0))
        bar = pane.verticalScrollBar()
        place = QRect(0, top_left.y(), window.width(), pane.height())
        # The scroll bar is not part of the page, and stays as it is.
        at_end = bar.mapTo(window, QPoint(0, 0)).x() > window.width() // 2
        place.adjust(0 if at_end else bar.width(), 0, -bar.width() if at_end else 0, 0)
        if place != self.veil.geometry():
            self.veil.setGeometry(place)
        corner = pane.viewport().mapTo(window, QPoint(0, 0)) - place.topLeft()
        lit = self.lit.translated(corner.x(), corner.y() - bar.value())
        self.veil.set_hole(lit.toAlignedRect())

    # What moves it

    def light_link(self, number: int) -> None:
        """The keyboard has come to a link: light its line."""
        typeset = self._pane.typeset
        if typeset is not None and 0 <= number < len(typeset.links):
            self._at = max(0, bisect_left(self._starts, typeset.links[number].start + 1) - 1)
            self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys, turns of the wheel and fingers that mean the guide; leave everything else to the page."""
        kind = event.type()
        if watched is self._pane:
            if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self.take_key(event)
            if kind in (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide):
                self._show()
            return False
        if kind is QEvent.Type.Wheel and isinstance(event, QWheelEvent):
            return self._take_wheel(event)
        if isinstance(event, QTouchEvent):
            return self._take_touch(event)
        if kind is QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            self._light_clicked(event.position())
        return False

    def take_key(self, event: QKeyEvent) -> bool:
        """Whether a key meant the guide, which has moved then."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.move(_STEPS[key])
        elif key in _SCREENS:
            self._move_screen(_SCREENS[key])
        elif key in _ENDS:
            self._pane.set_rest()
            self._at = _ENDS[key] % max(1, len(self._lines))
            self._show(scroll=True)
        elif key in _COUNTS:
            self.lines_chosen.emit(_COUNTS[key])
        else:
            return False
        return True

    def _move_screen(self, screens: int) -> None:
        if not self._lines:
            return
        height = self._pane.viewport().height() - 2 * self._lines[self._at].rect.height()
        wanted = self._lines[self._at].rect.top() + screens * height
        number = self._first_below(wanted)
        self._at = min(number, self._at - 1) if screens < 0 else max(number, self._at + 1)
        self._at = min(max(self._at, 0), len(self._lines) - 1)
        self._show(scroll=True)

    def _take_wheel(self, event: QWheelEvent) -> bool:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        self._turned += event.angleDelta().y()
        notches = int(self._turned / _NOTCH)
        if notches:
            self._turned -= notches * _NOTCH
            self.move(-notches)
        return True

    def _take_touch(self, event: QTouchEvent) -> bool:
        """A finger on the lit lines drags them along; elsewhere it scrolls, and a tap lights its line."""
        points = event.points()
        if not points:
            return False
        at = points[0].position()
        if event.type() is QEvent.Type.TouchBegin:
            self._touched = at
            top = self._pane.verticalScrollBar().value()
            # A finger is less sure than a pointer.
            self._drags = self.lit.adjusted(-8, -8, 8, 8).contains(QPointF(at.x(), at.y() + top))
            event.setAccepted(self._drags)
            return self._drags
        if event.type() is QEvent.Type.TouchEnd and self._touched is not None and not self._drags:
            if (at - self._touched).manhattanLength() < _TAP_PX:
                self._light_clicked(at)
            return False
        if self._drags:
            number = self._line_at(at)
            if number is not None and number != self._at:
                self._at = number
                self._show()
            return True
        return False

    def _light_clicked(self, point: QPointF) -> None:
        number = self._line_at(point)
        if number is not None and not self._pane.textCursor().hasSelection():
            self._at = number
            self._show()


def _united(lines: tuple[LineBox, ...]) -> QRectF:
    whole = QRectF()
    for line in lines:
        whole = whole.united(line.rect)
    return whole
