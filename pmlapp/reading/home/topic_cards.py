"""The cards of the home page: a topic each, on a large screen with its first questions."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmlapp.reading.look.buttons import PaintedButton
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.look import WRAPPED, Look, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import in_own_direction, mirrored, painted

_ROW = 44


class Example(NamedTuple):
    """A question of the library that shows what one may ask."""

    article: str
    title: str


class CardData(NamedTuple):
    """A topic as its card shows it; ``questions`` is their number with its noun.

    ``first`` gives the first few questions, asked only where a card has room for them; ``every`` is the
    line below them that leads to all, where there are more than ``count`` of them.
    """

    topic: str
    title: str
    description: str
    icon: str
    questions: str
    first: Callable[[int], tuple[Example, ...]] = lambda _most: ()
    every: str = ""
    number: int = 0


class QuestionRow(PaintedButton):
    """A question on a card: a link under a thin line."""

    def __init__(self, example: Example, look: Look, parent: QWidget) -> None:
        super().__init__(example.title, look, parent=parent)
        self.example = example

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The line, a ground under the pointer, and as much of the question as fits."""
        theme = self._look.theme
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, 0, self.width(), 0)
        if self.isDown() or self.underMouse():
            ground = theme.tint_strong if self.isDown() else theme.tint
            draw_rounded(painter, QRectF(self.rect()).adjusted(0, 2, 0, -2), 4, ground, theme.line, 0)
        chosen = self._look.font()
        chosen.setPixelSize(round(18 * self._look.scale.chrome))
        chosen.setUnderline(True)
        painter.setFont(chosen)
        painter.setPen(QPen(theme.link_hover if self.underMouse() else theme.link))
        said = QFontMetrics(chosen).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), said)


class TopicCard(PaintedButton):
    """A topic: icon, title, two lines on what it holds, and how many questions, on a large screen the first of them.

    Signals:
        question_asked: id of the article of a question on the card.
    """

    question_asked = Signal(str)

    def __init__(self, data: CardData, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(data.title, look, parent=parent)
        self.rows: list[QuestionRow] = []
        self._most = 0
        self.data = data
        self.setObjectName(f"card_{data.topic}")
        self.setAccessibleDescription(f"{data.description} {data.questions}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_questions(self, most: int) -> None:
        """Show the first ``most`` questions below the words; 0 shows none."""
        if most == self._most:
            return
        self._most = most
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = [QuestionRow(example, self._look, self) for example in self.data.first(most)] if most else []
        for row in self.rows:
            row.clicked.connect(self._take)
            row.show()

    @Slot()
    def _take(self) -> None:
        row = self.sender()
        if isinstance(row, QuestionRow):
            self.question_asked.emit(row.example.article)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        super().set_look(look)
        for row in self.rows:
            row.set_look(look)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The questions below the words."""
        super().resizeEvent(event)
        self._place_rows()

    def _place_rows(self) -> None:
        bar = self._look.scale.bar
        top = self._words_height(self.width())
        for number, row in enumerate(self.rows):
            row.setGeometry(bar(17), top + number * bar(_ROW), self.width() - bar(34), bar(_ROW))

    def _title_font(self) -> QFont:
        return font(self._look.scale.bar_style(19, 700))

    def _text_font(self) -> QFont:
        return font(self._look.scale.bar_style(17, 400))

    def height_for(self, width: int) -> int:
        """The height that the words and the questions need at a width: 150 at least."""
        bar = self._look.scale.bar
        foot = bar(44) if self._most == 0 else bar(40)
        return max(bar(150), self._words_height(width) + self._most * bar(_ROW) + foot)

    def _words_height(self, width: int) -> int:
        bar = self._look.scale.bar
        inside = width - bar(34)
        title = max(bar(38), wrapped_height(self._title_font(), self.data.title, inside - bar(47)))
        text = wrapped_height(self._text_font(), self.data.description, inside)
        return bar(13) + title + bar(4) + text + (bar(14) if self._most else 0)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, then the parts from top to foot."""
        theme = self._look.theme
        bar = self._look.scale.bar
        live = self.isDown() or self.underMouse()
        ground = theme.tint_strong if self.isDown() else theme.tint if live else theme.surface
        edge = theme.primary if live else theme.line
        draw_rounded(painter, QRectF(self.rect()), 12, ground, edge, 2 if live and theme.high_contrast else 1)
        inside = QRectF(self.rect()).adjusted(bar(17), bar(13), -bar(17), -bar(10))
        tile = QRectF(inside.left(), inside.top(), bar(38), bar(38))
        draw_rounded(painter, mirrored(tile, self), 10, theme.tint, theme.tint, 0)
        draw_icon(painter, self._look.pixmap(self.data.icon, 24, theme.primary, self), mirrored(tile, self))
        left = tile.right() + bar(9)
        title_height = max(bar(38), wrapped_height(self._title_font(), self.text(), round(inside.right() - left)))
        painter.setFont(self._title_font())
        painter.setPen(QPen(theme.heading))
        title = QRectF(left, inside.top(), inside.right() - left, title_height)
        painter.drawText(mirrored(title, self), WRAPPED, in_own_direction(self.text(), self))
        painter.setFont(self._text_font())
        painter.setPen(QPen(theme.text))
        text_top = inside.top() + title_height + bar(4)
        top_aligned = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        text = QRectF(inside.left(), text_top, inside.width(), inside.bottom() - text_top - bar(22))
        painter.drawText(text, top_aligned, in_own_direction(self.data.description, self))
        painter.setFont(self._look.font(small=True))
        painter.setPen(QPen(theme.text_soft))
        foot = QRectF(inside.left(), inside.bottom() - bar(24), inside.width(), bar(24))
        said = self.data.questions
        if self.rows and self.data.number > len(self.rows):
            said = self.data.every
            every = self._look.font(weight=600)
            every.setPixelSize(round(17 * self._look.scale.chrome))
            every.setUnderline(True)
            painter.setFont(every)
            painter.setPen(QPen(theme.link))
        painter.drawText(foot, int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading), said)
