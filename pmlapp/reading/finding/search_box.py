"""The field in which a reader asks."""

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pmlapp.reading.look.buttons import IconButton
from pmlapp.reading.look.look import Look, draw_icon
from pmlapp.reading.look.painting import guarded, margins, mirrored, painting

_LONGEST_QUERY = 500
"""Characters; nobody asks in more, and a pasted book should not be searched for on each key."""

_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_TO_THE_ENDS = {Qt.Key.Key_Home: -1000, Qt.Key.Key_End: 1000}


class SearchBox(QLineEdit):
    """One line to type in; every key reports the query at once.

    Signals:
        entered: the keyboard has come here; a question may follow.
        query_changed: what is in the field, after each key.
        choice_moved: +1 or -1 for the arrow keys, 5 for Page keys, 1000 for Home and End once one is choosing.
        chosen: Enter was pressed.
        left: Esc was pressed.
    """

    entered = Signal()
    query_changed = Signal(str)
    choice_moved = Signal(int)
    chosen = Signal()
    left = Signal()

    def __init__(self, look: Look, *, on_panel: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("home_search_box" if on_panel else "search_box")
        self.setAccessibleName(self.tr("Search"))
        self.setMaxLength(_LONGEST_QUERY)
        self.setProperty("onPanel", on_panel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._look = look
        self._on_panel = on_panel
        self._choosing = False
        self._clear = IconButton("close", self.tr("Clear the search"), look, parent=self)
        self._clear.setObjectName("clear_search")
        self._clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._clear.clicked.connect(self._emptied)
        self._clear.hide()
        self.textChanged.connect(self._changed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        chosen = look.font()
        chosen.setPixelSize(round(19 * look.scale.chrome))
        self.setFont(chosen)
        self._clear.set_look(look)
        # Here and not in the style sheet of the window: on the home page the icon grows further.
        self._place_words()
        self.setFixedHeight(look.scale.bar(60 if self._on_panel else 52))
        self._place_clear()
        self.update()

    def put(self, query: str) -> None:
        """Show a query that was not typed here; it is not reported."""
        with QSignalBlocker(self):
            self.setText(query)
        self._clear.setVisible(bool(query))

    def set_hint(self, hint: str) -> None:
        """What the empty field says."""
        self.setPlaceholderText(hint)

    @Slot(str)
    def _changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.query_changed.emit(text)

    @Slot()
    def _emptied(self) -> None:
        self.clear()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _place_words(self) -> None:
        bar = self._look.scale.bar
        self.setTextMargins(margins(self, bar(47), 0, bar(46), 0))

    def _place_clear(self) -> None:
        size = self._look.scale.bar(44)
        place = QRectF(self.width() - size - 4, (self.height() - size) // 2, size, size)
        self._clear.setGeometry(mirrored(place, self).toRect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the clear button at the end."""
        super().resizeEvent(event)
        self._place_clear()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that a question may follow."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the choice in the list, Enter takes it, Esc leaves; all else is typing."""
        key = Qt.Key(event.key())
        move = _MOVES.get(key)
        if move is None and self._choosing and not event.modifiers():
            move = _TO_THE_ENDS.get(key)
        # Home and End belong to the words typed, until the arrows have turned to the list.
        self._choosing = move is not None
        if move is not None:
            self.choice_moved.emit(move)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its icon."""
        super().paintEvent(event)
        bar = self._look.scale.bar
        icon = self._look.pixmap("search", 24, self._look.theme.text_soft, self)
        with painting(self) as painter:
            draw_icon(painter, icon, mirrored(QRectF(bar(16), 0, bar(24), self.height()), self))
