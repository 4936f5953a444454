"""The bar over a page in which one looks for words on it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QSizePolicy, QToolButton, QWidget

from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.buttons import WordButton
from pmlapp.reading.look.look import Look, draw_ground, draw_icon, wrapped_height
from pmlapp.reading.look.painting import guarded, margins, mirrored, painted, painting

_LONGEST = 200
"""Characters: nobody looks for more, and a page has no such sentence."""

_FIELD = 260
_TWO_ROWS_BELOW = 620
"""Width, in px of the bar at 100 %, under which the count and the steps have a row of their own."""


class FindField(QLineEdit):
    """The line one types in.

    Signals:
        step_asked: +1 for Enter, -1 for Shift and Enter.
        left: Esc was pressed.
    """

    step_asked = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._look: Look | None = None
        self.setObjectName("find_field")
        self.setMaxLength(_LONGEST)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self.setFont(look.font())
        self.setTextMargins(margins(self, look.scale.bar(40), 0, look.scale.bar(8), 0))
        self.setFixedHeight(look.scale.bar(48))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter steps, Esc leaves; all else is typing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_asked.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its icon."""
        super().paintEvent(event)
        if self._look is not None:
            bar = self._look.scale.bar
            icon = self._look.pixmap("find-in-page", 22, self._look.theme.text_soft, self)
            with painting(self) as painter:
                draw_icon(painter, icon, mirrored(QRectF(bar(12), 0, bar(22), self.height()), self))


class FindBar(QWidget):
    """A field, how much was found, the way to the next and the one before, and the way out.

    Signals:
        words_changed: what is in the field, after each key.
        step_asked: +1 for the next, -1 for the one before.
        closed: the reader has done with it.
    """

    words_changed = Signal(str)
    step_asked = Signal(int)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find_bar")
        self.setAccessibleName(self.tr("Find on this page"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._look = look
        self._rows = 0
        self.field = FindField(self)
        self.field.setAccessibleName(self.tr("Find on this page"))
        self.field.setPlaceholderText(self.tr("Find on this page"))
        self.field.textChanged.connect(self.words_changed)
        self.field.step_asked.connect(self.step_asked)
        self.field.left.connect(self.closed)
        self.said = QLabel(self)
        self.said.setObjectName("find_count")
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.before = self._step_button("find_before", self.tr("The one before"), -1)
        self.after = self._step_button("find_after", self.tr("The next one"), 1)
        self.done = WordButton(self.tr("Done"), look, quiet=True, parent=self)
        self.done.setObjectName("find_done")
        self.done.clicked.connect(self.closed)
        self._grid = QGridLayout(self)
        self.set_look(look)
        self.hide()

    def _step_button(self, name: str, accessible: str, step: int) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setAccessibleName(accessible)
        button.setToolTip(accessible)
        button.setProperty("step", step)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(self._step)
        return button

    @Slot()
    def _step(self) -> None:
        self.step_asked.emit(self.sender().property("step"))

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar, theme = look.scale.bar, look.theme
        self.field.set_look(look)
        self.said.setFont(look.font())
        for button, icon in ((self.before, "chevron-up"), (self.after, "chevron-down")):
            button.setIcon(look.pixmap(icon, 24, theme.text, self))
            button.setIconSize(QSize(bar(24), bar(24)))
            button.setFixedSize(bar(48), bar(48))
        self.done.set_look(look)
        self.setStyleSheet(
            f"QToolButton {{ background: {theme.surface.name()}; border: 2px solid {theme.line_strong.name()};"
            f" border-radius: 8px; }}"
            f" QToolButton:hover {{ background: {theme.tint.name()}; border-color: {theme.primary.name()}; }}"
            f" QToolButton:pressed {{ background: {theme.tint_strong.name()}; }}"
        )
        self._rows = 0
        self._arrange()
        self._fit()

    def begin(self) -> None:
        """Come up with what was looked for last, ready to be typed over."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def say(self, sentence: str) -> None:
        """Say how many places were found and which is the current one; a screen reader hears it too."""
        self.said.setText(sentence)
        self.field.setAccessibleDescription(sentence)
        self._fit()
        announce(self.field, sentence)

    def _arrange(self) -> None:
        bar = self._look.scale.bar
        rows = 2 if self.width() < bar(_TWO_ROWS_BELOW) else 1
        if rows == self._rows:
            return
        self._rows = rows
        parts: tuple[QWidget, ...] = (self.field, self.said, self.before, self.after, self.done)
        for part in parts:
            self._grid.removeWidget(part)
        if rows == 1:
            for column, part in enumerate(parts):
                self._grid.addWidget(part, 0, column)
            self._grid.setColumnStretch(0, 0)
            self._grid.setColumnStretch(1, 1)
            self.field.setFixedWidth(bar(_FIELD))
        else:
            self._grid.addWidget(self.field, 0, 0)
            self._grid.addWidget(self.done, 0, 1, 1, 2)
            self._grid.addWidget(self.said, 1, 0)
            self._grid.addWidget(self.before, 1, 1)
            self._grid.addWidget(self.after, 1, 2)
            self._grid.setColumnStretch(0, 1)
            self._grid.setColumnStretch(1, 0)
            self.field.setMinimumWidth(0)
            self.field.setMaximumWidth(bar(2 * _TWO_ROWS_BELOW))
        side = bar(16 if rows == 1 else 9)
        self._grid.setContentsMargins(side, bar(10), side, bar(10))
        self._grid.setSpacing(bar(16 if rows == 1 else 8))

    def _fit(self) -> None:
        """As high as what is said needs, which wraps where the bar is narrow."""
        bar = self._look.scale.bar
        margins, gap = self._grid.contentsMargins(), self._grid.spacing()
        room = self.width() - margins.left() - margins.right() - 2 * bar(48) - 2 * gap
        if self._rows == 1:
            room -= bar(_FIELD) + self.done.sizeHint().width() + 2 * gap
        said = max(bar(48), wrapped_height(self.said.font(), self.said.text(), room))
        above = bar(48) + gap if self._rows > 1 else 0
        self.setFixedHeight(margins.top() + above + said + margins.bottom())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One row where there is room, else two."""
        super().resizeEvent(event)
        self._arrange()
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes, whichever button the keyboard is on."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground and the line under it."""
        draw_ground(painter, self.rect(), self._look.theme.pane)
        painter.setPen(QPen(self._look.theme.line, 1))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())
