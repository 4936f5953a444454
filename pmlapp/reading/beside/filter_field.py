"""The field over the topics of a large library, in which one narrows their questions down."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from pmlapp.reading.look.look import Look, draw_icon
from pmlapp.reading.look.painting import guarded, painting

_MAX_CHARACTERS = 100


class FilterField(QLineEdit):
    """Signals:
    chosen: Enter was pressed.
    moved_on: an arrow key asks to go on to what is shown.
    """

    chosen = Signal()
    moved_on = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topic_filter")
        self.setAccessibleName(self.tr("Filter questions"))
        self.setPlaceholderText(self.tr("Filter questions"))
        self.setMaxLength(_MAX_CHARACTERS)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar = look.scale.bar
        self.setFont(look.font())
        self.setTextMargins(bar(40), 0, bar(12), 0)
        self.setFixedHeight(bar(44))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the first question, the down arrow goes on to them, Esc empties the field first."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.chosen.emit()
        elif key == Qt.Key.Key_Down:
            self.moved_on.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its icon."""
        super().paintEvent(event)
        bar = self._look.scale.bar
        icon = self._look.pixmap("search", 20, self._look.theme.text_soft, self)
        with painting(self) as painter:
            draw_icon(painter, icon, QRectF(bar(12), 0, bar(20), self.height()))
