"""The one strip at the foot, above the footer: what goes on with the page, or a message about it."""

from enum import StrEnum
from html import escape
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.reading.bars.strip_button import StripButton
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.buttons import WordButton
from pmlapp.reading.look.look import Look, draw_ground, draw_icon, wrapped_height
from pmlapp.reading.look.painting import margins, painted

_HEIGHT = 64
_TWO_ROWS_BELOW = 620
"""Width, in px of the bars at 100 %, under which the buttons of a message have a row of their own."""


class Weight(StrEnum):
    """What a message is: a fact, or something that went wrong."""

    FACT = "fact"
    PROBLEM = "problem"


class Message(NamedTuple):
    """What the strip says: one bold sentence, at most one more, at most one thing to do about it."""

    headline: str
    more: str = ""
    weight: Weight = Weight.FACT
    icon: str = ""
    """In place of the usual one of its weight."""
    action: str = ""
    """The words of its button; empty without one."""
    action_icon: str = ""
    passes_after_ms: int = 0
    """When it goes by itself, unless the keyboard is on it; 0 is never."""


class StripContent(QWidget):
    """Something that has its place in the strip, with ``on_primary`` on the coloured ground.

    Signals:
        closed: the reader has finished with it; its owner takes it away.
        gave_way: it is no longer in the strip: closed, or something else has taken its place.
    """

    closed = Signal()
    gave_way = Signal()
    keeps_strip = True
    """Whether it goes on until the reader ends it; a message only passes by."""

    def __init__(self, look: Look, *, on_primary: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.on_primary = on_primary

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look

    def height_for(self, width: int) -> int:
        """The height that it needs in a strip ``width`` px wide."""
        return self._look.scale.bar(_HEIGHT)

    def ground(self) -> tuple[str, str]:
        """The colour roles of the ground and of the line above it."""
        return ("primary", "primary") if self.on_primary else ("pane", "line")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, whichever button the keyboard is on."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class MessageLine(StripContent):
    """A message with its icon, its button and Close.

    Signals:
        action_chosen: the button of the message was pressed.
    """

    action_chosen = Signal()
    keeps_strip = False

    def __init__(self, message: Message, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setObjectName("strip_message")
        self.message = message
        self.said = " ".join(part for part in (message.headline, message.more) if part)
        self.setAccessibleName(self.said)
        self._words = QLabel(self)
        self._words.setObjectName("strip_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setText(f'<span style="font-weight: 700">{escape(message.headline)}</span> {escape(message.more)}')
        self._words.setAccessibleName(self.said)
        self.action: StripButton | None = None
        if message.action:
            self.action = StripButton(message.action, look, icon=message.action_icon, parent=self)
            self.action.setObjectName("strip_action")
            self.action.clicked.connect(self.action_chosen)
        self.close_button = WordButton(self.tr("Close"), look, quiet=True, parent=self)
        self.close_button.setObjectName("strip_close")
        self.close_button.clicked.connect(self.closed)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        self._rows = 0
        self._passes = QTimer(self, singleShot=True, interval=message.passes_after_ms)
        self._passes.timeout.connect(self._pass)
        self.set_look(look)

    def _controls(self) -> tuple[QWidget, ...]:
        return (self.close_button,) if self.action is None else (self.action, self.close_button)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        super().set_look(look)
        self._words.setFont(look.font())
        if self.action is not None:
            self.action.set_look(look)
        self.close_button.set_look(look)
        self._rows = 0
        self._arrange(self.width())
        self.update()

    def ground(self) -> tuple[str, str]:
        """By its weight."""
        return ("info_tint", "info_line") if self.message.weight is Weight.FACT else ("urgent_tint", "urgent_line")

    def height_for(self, width: int) -> int:
        """As high as its words, wrapped beside its buttons or above them."""
        self._arrange(width)
        bar = self._look.scale.bar
        margins, gap = self._grid.contentsMargins(), self._grid.horizontalSpacing()
        room = width - margins.left() - margins.right()
        beside = sum(control.sizeHint().width() + gap for control in self._controls())
        # As if all of it were strong: a little too high is better than cut off.
        bold = self._look.font(weight=700)
        said = wrapped_height(bold, self.said, room - beside if self._rows == 1 else room)
        high = max(said, bar(48)) if self._rows == 1 else said + self._grid.verticalSpacing() + bar(48)
        return max(bar(_HEIGHT), high + margins.top() + margins.bottom())

    def _arrange(self, width: int) -> None:
        bar = self._look.scale.bar
        rows = 2 if width < bar(_TWO_ROWS_BELOW) else 1
        if rows == self._rows:
            return
        self._rows = rows
        for part in (self._words, *self._controls()):
            self._grid.removeWidget(part)
        controls = self._controls()
        self._grid.addWidget(self._words, 0, 0, 1, 1 if rows == 1 else 1 + len(controls))
        for column, control in enumerate(controls, 1):
            self._grid.addWidget(control, rows - 1, column)
        # The icon is drawn in the margin.
        self._grid.setContentsMargins(margins(self, bar(62), bar(8), bar(16), bar(8)))
        self._grid.setHorizontalSpacing(bar(10))
        self._grid.setVerticalSpacing(bar(8))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin to count the time, if it is to go by itself."""
        super().showEvent(event)
        announce(self, self.said)
        if self.message.passes_after_ms:
            self._passes.start()

    @Slot()
    def _pass(self) -> None:
        focus = self.window().focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            self._passes.start()
        else:
            self.closed.emit()

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The icon; the ground is the strip's."""
        theme, bar = self._look.theme, self._look.scale.bar
        fact = self.message.weight is Weight.FACT
        name = self.message.icon or ("info" if fact else "warning")
        pixmap = self._look.pixmap(name, 24, theme.info if fact else theme.urgent_text, self)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        left = bar(22) if rightward else self.width() - bar(22 + 24)
        words = self._words.geometry()
        draw_icon(painter, pixmap, QRectF(left, words.top(), bar(24), words.height()))


class Strip(QWidget):
    """Holds one content at a time; hidden while it holds none.

    Tab goes on from it to ``leads_to``.

    Signals:
        height_changed: how high it is now, in px; 0 when it is hidden.  Sent before anything else moves.
        closed: the reader has closed what was in it: the keyboard belongs back on the page.
    """

    height_changed = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None, *, leads_to: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._leads_to = leads_to
        self.setAccessibleName(self.tr("At the foot of the page"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look = look
        self._content: StripContent | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def content(self) -> StripContent | None:
        """What is in it now."""
        return self._content

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        if self._content is not None:
            self._content.set_look(look)
        self._fit()
        self.update()

    def put(self, content: StripContent) -> None:
        """Show ``content`` in place of whatever was there, which hears that it gave way."""
        if content is self._content:
            return
        self._let_go(content)
        content.setParent(self)
        content.set_look(self._look)
        self._column.addWidget(content)
        content.show()
        self._fit()
        self.show()
        stops = self.stops()
        if stops and self._leads_to is not None:
            QWidget.setTabOrder(stops[-1], self._leads_to)

    def say(self, message: Message) -> MessageLine:
        """Show a message in place of whatever was there."""
        line = MessageLine(message, self._look, self)
        line.closed.connect(self.dismiss)
        self.put(line)
        return line

    def take_away(self, content: StripContent) -> None:
        """Close the strip if ``content`` is in it."""
        if content is self._content:
            self._let_go(None)
            self.height_changed.emit(0)
            self.hide()

    @Slot()
    def dismiss(self) -> None:
        """Close the strip, as Esc does."""
        if self._content is not None:
            self.take_away(self._content)
            self.closed.emit()

    def stops(self) -> list[QWidget]:
        """What in it can have the keyboard, in the order of Tab."""
        inside = [] if self._content is None else self._content.findChildren(QWidget)
        return [
            each
            for each in inside
            if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus
        ]

    def _let_go(self, following: StripContent | None) -> None:
        content, self._content = self._content, following
        if content is None:
            return
        self._column.removeWidget(content)
        content.hide()
        content.gave_way.emit()
        if isinstance(content, MessageLine):
            content.deleteLater()

    def _fit(self) -> None:
        if self._content is None:
            return
        parent = self.parentWidget()
        height = self._content.height_for(self.width() if parent is None else parent.width())
        if height != self.height() or self.isHidden():
            self.height_changed.emit(height)
            self.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Grow where the words wrap."""
        super().resizeEvent(event)
        self._fit()

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground and the line above it; in high contrast a strong one."""
        if self._content is None:
            return
        theme = self._look.theme
        ground, line = self._content.ground()
        draw_ground(painter, self.rect(), theme.colour(ground))
        width = 2 if theme.high_contrast else 1
        painter.setPen(QPen(theme.colour(line), width))
        painter.drawLine(0, width // 2, self.width(), width // 2)
