"""The rows of the list for the visit: a question to tick, a line with Remove, a field with Add."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.library.visit_questions import MOST_LETTERS
from pmlapp.reading.keeping.action_button import ActionButton
from pmlapp.reading.look.look import WRAPPED, Look, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import painted

_BOX = 28
_SIDE = 10
_GAP = 14
_COUNTED_FROM = 180
"""Letters: from here on the field says how many are left."""


class TickRow(QCheckBox):
    """A question with a box; the whole row is the target."""

    def __init__(self, question: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(question, parent)
        self._look = look
        self.setAccessibleName(question)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Long questions wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least 44, more for more words; as bold as it gets when it is ticked."""
        bar = self._look.scale.bar
        words = width - bar(_SIDE + _BOX + _GAP + _SIDE)
        return max(bar(44), wrapped_height(self._look.font(weight=600), self.text(), words) + bar(16))

    def sizeHint(self) -> QSize:
        """Whatever width there is."""
        width = self.width() if self.width() > 100 else self._look.scale.bar(400)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """It wraps."""
        return QSize(self._look.scale.bar(160), self._look.scale.bar(44))

    def hitButton(self, point: QPoint) -> bool:
        """The whole row."""
        return self.rect().contains(point)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hover is drawn."""
        super().enterEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ticks, as it presses every other control."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, the box, the question: bolder when ticked."""
        bar, theme = self._look.scale.bar, self._look.theme
        ticked = self.isChecked()
        edge = 2 if theme.high_contrast and (ticked or self.underMouse() or self.isDown()) else 0
        if self.isDown() or self.underMouse() or edge:
            ground = theme.tint_strong if self.isDown() else theme.tint if self.underMouse() else theme.surface
            draw_rounded(painter, QRectF(self.rect()), 8, ground, theme.primary, edge)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        left = bar(_SIDE) if rightward else self.width() - bar(_SIDE + _BOX)
        box = self._look.pixmap("tick-box-on" if ticked else "tick-box", _BOX, theme.personal, self)
        draw_icon(painter, box, QRectF(left, 0, bar(_BOX), self.height()))
        before, after = bar(_SIDE + _BOX + _GAP), bar(_SIDE)
        if not rightward:
            before, after = after, before
        painter.setFont(self._look.font(weight=600 if ticked else 400))
        painter.setPen(theme.text)
        painter.drawText(QRectF(self.rect()).adjusted(before, 0, -after, 0), WRAPPED, self.text())


class LineRow(QWidget):
    """A line of the list, and Remove.

    Signals:
        removed: the line.
    """

    removed = Signal(str)

    def __init__(self, line: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = line
        self._words = QLabel(line, self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        name = self.tr("Remove: {line}").format(line=line)
        self.remove = ActionButton("close", self.tr("Remove"), look, quiet=True, name=name, parent=self)
        self.remove.clicked.connect(self._remove)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignVCenter)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        bar = look.scale.bar
        self._words.setFont(look.font())
        self.remove.set_look(look)
        self._row.setContentsMargins(bar(_SIDE), bar(2), 0, bar(2))

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.line)


class AddRow(QWidget):
    """A field and Add; Enter adds too, and the keyboard stays.

    Signals:
        added: the words in the field; never none.
    """

    added = Signal(str)

    def __init__(self, hint: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit(self)
        self.field.setPlaceholderText(hint)
        self.field.setAccessibleName(hint)
        self.field.setMaxLength(MOST_LETTERS)
        self.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.field.returnPressed.connect(self._add)
        self.field.textChanged.connect(self._count)
        name = self.tr("Add: {what}").format(what=hint)
        self.add = ActionButton("plus", self.tr("Add"), look, name=name, parent=self)
        self.add.clicked.connect(self._add)
        self._left = QLabel(self)
        self._left.hide()
        self._row = QHBoxLayout()
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self.add)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self._left)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        bar = look.scale.bar
        self.field.setFont(look.font())
        self.field.setFixedHeight(bar(48))
        self.field.setTextMargins(bar(12), 0, bar(12), 0)
        self.add.set_look(look)
        self._left.setFont(look.font(small=True))
        self._left.setStyleSheet(f"color: {look.theme.text_soft.name()}")
        self._row.setSpacing(bar(8))
        self._column.setContentsMargins(bar(_SIDE), 0, bar(_SIDE), 0)
        self._column.setSpacing(bar(4))

    @Slot()
    def _add(self) -> None:
        words = self.field.text().strip()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if words:
            self.field.clear()
            self.added.emit(words)

    @Slot(str)
    def _count(self, words: str) -> None:
        self._left.setVisible(len(words) >= _COUNTED_FROM)
        self._left.setText(
            self.tr("{count} letters left", "", MOST_LETTERS - len(words)).format(count=MOST_LETTERS - len(words))
        )
