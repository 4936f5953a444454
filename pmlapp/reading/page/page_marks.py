"""What may mark words of a page: found words, the sentence that is read aloud."""

from typing import Protocol

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QTextEdit


class PageMarks(Protocol):
    """Whatever marks words of the page."""

    def laid_out(self) -> None:
        """The page has been set or laid out again."""

    def selections(self) -> list[QTextEdit.ExtraSelection]:
        """The words marked, in the ink of their marks."""

    def paint_under(self, painter: QPainter, first: int, last: int) -> None:
        """Draw the grounds of marks that touch characters ``first`` to ``last``, in the document's coordinates."""

    def paint(self, painter: QPainter) -> None:
        """Draw over the words, in the document's coordinates."""
