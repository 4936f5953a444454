"""A card beside a word of the page: what the word means, which source a number is, where a link leads."""

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pmlapp.reading.beside.note import Note
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.buttons import IconButton, LinkButton
from pmlapp.reading.look.look import Look

_WIDTH = 380


class Popover(QFrame):
    """Opens by a link, ends by Esc, its button or a click elsewhere.

    Signals:
        action_chosen: the target of the way on that was chosen.
        closed: the card has gone; focus belongs back on the page.
    """

    action_chosen = Signal(str)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("popover")
        self._look = look
        self._actions: list[LinkButton] = []
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._close = IconButton("close", self.tr("Close"), look, role="primary", parent=self)
        self._close.setObjectName("close_note")
        self._close.clicked.connect(self.dismiss)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._text)
        self._row = QVBoxLayout()
        self._column.addLayout(self._row)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar = look.scale.bar
        theme = look.theme
        title = look.font(weight=700)
        title.setPixelSize(round(20 * look.scale.chrome))
        self._title.setFont(title)
        self._title.setStyleSheet(f"color: {theme.heading.name()}")
        self._text.setFont(look.font())
        self._close.set_look(look)
        self._column.setContentsMargins(bar(18), bar(10), bar(10), bar(12))
        self._column.setSpacing(bar(4))
        for action in self._actions:
            action.set_look(look)
        self.setStyleSheet(
            f"QFrame#popover {{ background: {theme.surface.name()}; border: 2px solid {theme.line_strong.name()};"
            f" border-radius: 12px; }}"
        )

    def show_popover(self, note: Note, beside: QRect, room: QRect, *, take_focus: bool = True) -> None:
        """Show ``note`` below ``beside``, or above it near the foot of ``room``.

        Without ``take_focus`` the keyboard stays where it is, and a screen reader hears what the card says.
        """
        self._title.setText(note.title)
        self._text.setText(note.text)
        self.setAccessibleName(f"{note.title}. {note.text}")
        for old in self._actions:
            self._row.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._actions = []
        for words, target in note.actions:
            button = LinkButton(words, self._look, self)
            button.setProperty("target", target)
            button.clicked.connect(self._choose)
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self._actions.append(button)
            # A card that is open already would leave it hidden, and itself too low.
            button.show()
        widest = room.width() - 16
        width = min(self._look.scale.bar(_WIDTH), widest)
        self._column.activate()
        if self._column.totalHeightForWidth(width) > room.height() - 16:
            width = widest
        self.setFixedWidth(width)
        height = self._column.totalHeightForWidth(width)
        left = max(room.left() + 8, min(beside.left() - 4, room.right() - width - 8))
        top = beside.bottom() + 8
        if top + height > room.bottom() - 8:
            top = max(room.top() + 8, beside.top() - height - 8)
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        if take_focus:
            (self._actions[0] if self._actions else self._close).setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            announce(self, self.accessibleName())

    @Slot()
    def _choose(self) -> None:
        target = self.sender().property("target")
        self.hide()
        self.action_chosen.emit(target)

    @Slot()
    def dismiss(self) -> None:
        """Close the card; nothing if it is closed."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
