"""One sentence about something that went wrong, under the top bar, until the reader closes it."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pmlapp.reading.look.buttons import WordButton
from pmlapp.reading.look.look import Look, draw_ground, draw_icon, draw_rounded
from pmlapp.reading.look.painting import margins, mirrored, painted


class Banner(QWidget):
    """A box across the window; no timer takes it away."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._look = look
        self._words = QLabel(self)
        self._words.setObjectName("banner_words")
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button = WordButton(self.tr("Close this message"), look, quiet=True, parent=self)
        self.close_button.clicked.connect(self.dismiss)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.close_button)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar = look.scale.bar
        self._words.setFont(look.font())
        self.close_button.set_look(look)
        row = self.layout()
        if row is not None:
            row.setContentsMargins(margins(self, bar(66), bar(14), bar(28), bar(14)))

    def say(self, sentence: str) -> None:
        """Show a sentence in place of the last."""
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    @property
    def sentence(self) -> str:
        """What is being said; "" when nothing is."""
        return self._words.text() if not self.isHidden() else ""

    @Slot()
    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The box and its icon."""
        theme = self._look.theme
        bar = self._look.scale.bar
        draw_ground(painter, self.rect(), theme.ground)
        box = QRectF(self.rect()).adjusted(12, 6, -12, -6)
        draw_rounded(painter, box, 10, theme.urgent_tint, theme.urgent_line, 1)
        pixmap = self._look.pixmap("warning", 24, theme.urgent_text, self)
        draw_icon(painter, pixmap, mirrored(QRectF(bar(26), 0, bar(24), self.height()), self))
