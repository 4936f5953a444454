"""The strip under the bar: that this is a preview, what was built, and what stands in the way."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pmlapp.reading.bars.strip_button import StripButton
from pmlapp.reading.look.look import Look, draw_ground, draw_icon
from pmlapp.reading.look.painting import painted

_ICON = 24


class PreviewStrip(QWidget):
    """Amber while all is well; red while a draft cannot be shown as it is written.

    Signals:
        file_asked: the file of the page, or the one with the mistake, is to be opened.
        findings_asked: the findings are to be shown, where there is no room for them beside the page.
    """

    file_asked = Signal()
    findings_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("preview_strip")
        self._look = look
        self._is_wrong = False
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setObjectName("preview_words")
        self.findings_button = StripButton("", look, parent=self)
        self.findings_button.clicked.connect(self.findings_asked)
        self.file_button = StripButton("Open the file", look, parent=self)
        self.file_button.clicked.connect(self.file_asked)
        row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.findings_button)
        row.addWidget(self.file_button)
        self.hide_findings_button(True)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar = look.scale.bar
        row = self.layout()
        if row is not None:
            row.setContentsMargins(bar(22 + _ICON + 12), bar(4), bar(22), bar(4))
            row.setSpacing(bar(12))
        self._words.setFont(look.font())
        self.findings_button.set_look(look)
        self.file_button.set_look(look)
        self._colour()

    def say(self, words: str, *, wrong: bool = False) -> None:
        """Say what was done, or what is wrong."""
        self._is_wrong = wrong
        self._words.setText(words)
        self.setAccessibleName(words)
        self._colour()
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    @property
    def is_wrong(self) -> bool:
        """Whether it says that something is wrong."""
        return self._is_wrong

    def count_findings(self, count: int) -> None:
        """How many findings the button leads to."""
        words = "1 finding" if count == 1 else f"{count} findings"
        self.findings_button.setText(words)
        self.findings_button.setAccessibleName(words)
        self.findings_button.updateGeometry()

    @Slot(bool)
    def hide_findings_button(self, hidden: bool) -> None:
        """The button is not needed where the findings are in sight."""
        self.findings_button.setVisible(not hidden)

    def _colour(self) -> None:
        theme = self._look.theme
        ink = theme.emergency_text if self._is_wrong else theme.urgent_text
        # The style sheet of the window is stronger than a palette.
        self._words.setStyleSheet(f"color: {ink.name()};")

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground, the line below and the icon."""
        theme, bar = self._look.theme, self._look.scale.bar
        wrong = self._is_wrong
        draw_ground(painter, self.rect(), theme.emergency_tint if wrong else theme.urgent_tint)
        line = QRectF(0, self.height() - 2, self.width(), 2)
        draw_ground(painter, line, theme.emergency_line if wrong else theme.urgent_line)
        name, ink = ("withdrawn", theme.emergency_text) if wrong else ("changed", theme.urgent_text)
        left = bar(22)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            left = self.width() - left - bar(_ICON)
        draw_icon(painter, self._look.pixmap(name, _ICON, ink, self), QRectF(left, 0, bar(_ICON), self.height()))
