"""Words wrapped to a width once, to be measured and to be drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from pmlapp.reading.look.shapes import MARK_RADIUS, x_of

_Marks = tuple[tuple[int, int], ...]


class WrappedWords:
    """Some lines of words; ``height`` of them all and ``line_height`` of the first, in px.

    ``end`` is how many characters of the text the lines hold.
    """

    def __init__(
        self, layout: QTextLayout, width: int, most_lines: int, marks: _Marks = (), mark: QColor | None = None
    ) -> None:
        self._layout = layout
        self._marks = marks
        self._mark = mark
        self.height = 0.0
        self.line_height = 0.0
        self.end = 0
        layout.beginLayout()
        for _ in range(most_lines):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, self.height))
            self.line_height = self.line_height or line.height()
            self.height += line.height()
            self.end = line.textStart() + line.textLength()
        layout.endLayout()

    @property
    def text(self) -> str:
        """The words themselves."""
        return self._layout.text()

    def draw(self, painter: QPainter, left: float, top: float, ink: QColor) -> None:
        """Draw them from a corner on, what is marked on a ground with round corners."""
        if self._mark is not None and self._marks:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._mark)
            for rect in self.marked():
                painter.drawRoundedRect(rect.translated(left, top), MARK_RADIUS, MARK_RADIUS)
        painter.setPen(ink)
        self._layout.draw(painter, QPointF(left, top))

    def marked(self) -> list[QRectF]:
        """Where the grounds of what is marked are, from the corner of the words on; one a line."""
        found = []
        lines = [self._layout.lineAt(number) for number in range(self._layout.lineCount())]
        for start, end in self._marks:
            for line in lines:
                first, behind = line.textStart(), line.textStart() + line.textLength()
                if start < behind and end > first:
                    edges = sorted((x_of(line, max(start, first)), x_of(line, min(end, behind))))
                    found.append(QRectF(edges[0] - 1, line.y(), edges[1] - edges[0] + 2, line.height()))
        return found


class Wrapper:
    """Wraps words of one font, and keeps what it has wrapped for the list in sight.

    From one letter typed to the next most of a list stays the same, and
    to find out where a line ends takes longer than to draw it.
    """

    def __init__(self, font: QFont, *, most_lines: int, mark: QColor | None = None) -> None:
        self._font = font
        self._most_lines = most_lines
        self._option = QTextOption()
        self._option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self._mark = mark
        self._kept: dict[tuple[str, int, _Marks], WrappedWords] = {}
        self._before: dict[tuple[str, int, _Marks], WrappedWords] = {}

    def begin(self) -> None:
        """Another list comes: what neither it nor the one before it shows is forgotten."""
        self._before = self._kept
        self._kept = {}

    def wrap(self, text: str, width: int, marks: _Marks = ()) -> WrappedWords:
        """``text`` in lines of ``width`` px; ``marks`` are start and end of what is marked in it."""
        key = (text, width, marks)
        words = self._kept.get(key) or self._before.get(key) or self._wrapped(text, width, marks)
        self._kept[key] = words
        return words

    def _wrapped(self, text: str, width: int, marks: _Marks) -> WrappedWords:
        words = self._laid(text, width, marks)
        if words.end >= len(text):
            return words
        # The last word in sight, or of one without end three letters, makes room for the sign that there is more.
        cut = text[: words.end].rstrip()
        cut = (cut.rpartition(" ")[0] or cut[:-3]).rstrip(".,;:!?… ")
        marks = tuple((start, min(end, len(cut))) for start, end in marks if start < len(cut))
        return self._laid(f"{cut}…", width, marks)

    def _laid(self, text: str, width: int, marks: _Marks) -> WrappedWords:
        layout = QTextLayout(text, self._font)
        # Else Qt forgets the shapes of the letters once the lines are found, and finds them again for each drawing.
        layout.setCacheEnabled(True)
        layout.setTextOption(self._option)
        return WrappedWords(layout, width, self._most_lines, marks, self._mark)
