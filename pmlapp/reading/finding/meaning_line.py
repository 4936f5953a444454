"""What is said over the pages found: what a hard word means, or what became of a printed sheet."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLabel, QWidget

from pmlapp.content.model import GlossaryTerm
from pmlapp.reading.look.look import Look

_PADDING = 12
_SIDE = 18


class MeaningLine(QLabel):
    """The word and its meaning from the glossary, or an answer; hidden while there is nothing to say."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("meaning")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        # Qt would leave half a letter's room beside a border.
        self.setIndent(0)
        self.said = ""
        """The sentence without its marks, for a screen reader."""
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar, theme = look.scale.bar, look.theme
        words = look.font()
        words.setPixelSize(round(17 * look.scale.chrome))
        self.setFont(words)
        self.setStyleSheet(
            f"QLabel#meaning {{ color: {theme.text.name()}; padding: {bar(_PADDING)}px {bar(_SIDE)}px;"
            f" border-bottom: 1px solid {theme.line.name()}; }}"
        )

    def show_meaning(self, term: GlossaryTerm | None, notice: tuple[str, str] = ("", "")) -> None:
        """Explain a word, or say a headline and what follows it; without either, go away."""
        pattern = self.tr("{word}: {meaning}") if term else "{word} {meaning}"
        bold, words = (term.word, term.meaning) if term else notice
        self.said = pattern.format(word=bold, meaning=words).strip() if bold else ""
        if bold:
            word = f'<span style="font-weight: 600">{escape(bold)}</span>'
            self.setText(pattern.format(word=word, meaning=escape(words)))
        self.setAccessibleName(self.said)
        self.setVisible(bool(self.said))

    def height_for(self, width: int) -> int:
        """How high the line is in a list ``width`` px wide; 0 while it says nothing."""
        if not self.said:
            return 0
        bar = self._look.scale.bar
        words = QTextDocument()
        words.setDocumentMargin(0)
        words.setDefaultFont(self.font())
        words.setHtml(self.text())
        words.setTextWidth(width - 2 * bar(_SIDE))
        return round(words.size().height()) + 2 * bar(_PADDING) + 2
