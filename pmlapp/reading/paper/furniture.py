"""The head and the foot of every sheet: whose library it is, how far it may be relied on, its number, page x of y."""

from typing import NamedTuple

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlockFormat, QTextCursor, QTextDocument

from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.images import Picture
from pmlapp.reading.look.scale import Style
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.paper.print_look import UNITS_PER_POINT, PaperScale, Sheet

_RULE = 1.0 * UNITS_PER_POINT
_GAP = 6.0 * UNITS_PER_POINT
"""Between the rule and the words below it, and from the head to the column."""

_LOGO = 17.0
_WORDS_SHARE = 0.52
"""Of the width, at most, for the words beside the box with the number."""
_LONGEST_PAGE = "Page 99 of 99"
"""What the end of the foot has room for."""


class FootWords(NamedTuple):
    """What the foot says."""

    status: str
    """How far the sheet may be relied on, in bold; "" where nobody wrote what is on it."""
    care: str
    printed: str
    """When it was printed, and from which edition of the library."""
    ask: str
    """The line over the number."""
    code: str
    """The number of the sheet in groups; "" for a sheet without one."""
    type_it: str
    """The line under the number."""


class Furniture:
    """Draws heads and feet for one size of sheet and type."""

    def __init__(
        self, sheet: Sheet, scale: PaperScale, theme: Theme, *, library: str, logo: Picture | None, foot: FootWords
    ) -> None:
        self._sheet = sheet
        self._scale = scale
        self._theme = theme
        self._library = library
        self._logo = logo
        self._foot = foot
        self._box = self._code_box()
        beside = 0.0
        if not scale.large:
            page = QFontMetricsF(font(scale.foot, weight=700)).horizontalAdvance(_LONGEST_PAGE)
            beside = self._box.width() + page + 4 * _GAP
        self._said = self._paragraphs(min(sheet.column - beside, sheet.column * (1.0 if scale.large else _WORDS_SHARE)))
        below = max(self._said.size().height(), self._box.height())
        if scale.large:
            below = self._said.size().height() + _GAP + max(self._box.height(), self._line(scale.foot))
        self._foot_height = _RULE + _GAP + below

    @property
    def top(self) -> float:
        """Where the column begins, from the upper edge of the sheet."""
        return self._sheet.top + self._head_height() + 1.5 * _GAP

    @property
    def room(self) -> float:
        """The height of the column."""
        return self._sheet.height - self._sheet.foot - self._foot_height - 1.5 * _GAP - self.top

    def draw(self, painter: QPainter, *, beside: str, page: str) -> None:
        """Draw head and foot; ``beside`` is at the end of the head, ``page`` says which page of how many it is."""
        self._draw_head(painter, beside)
        self._draw_foot(painter, page)

    def _head_height(self) -> float:
        return max(_LOGO * UNITS_PER_POINT, self._line(self._head_style())) + _GAP

    def _draw_head(self, painter: QPainter, beside: str) -> None:
        sheet, style = self._sheet, self._head_style()
        left, right, top = sheet.side, sheet.width - sheet.side, sheet.top
        height = self._head_height() - _GAP
        side = _LOGO * UNITS_PER_POINT
        name = QFontMetricsF(font(style, weight=700)).horizontalAdvance(self._library)
        start = left
        if self._logo is not None:
            self._logo.draw(painter, QRectF(left, top + (height - side) / 2, side, side), self._theme)
            start += side + 0.4 * side
        centre = Qt.AlignmentFlag.AlignVCenter
        painter.setPen(self._theme.text)
        painter.setFont(font(style, weight=700))
        painter.drawText(QRectF(start, top, name + 2, height), centre | Qt.AlignmentFlag.AlignLeft, self._library)
        painter.setFont(font(style))
        room = right - start - name - 2 * _GAP
        said = QFontMetricsF(font(style)).elidedText(beside, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(right - room, top, room, height), centre | Qt.AlignmentFlag.AlignRight, said)
        self._rule(painter, top + self._head_height())

    def _draw_foot(self, painter: QPainter, page: str) -> None:
        sheet, scale = self._sheet, self._scale
        left, right = sheet.side, sheet.width - sheet.side
        top = sheet.height - sheet.foot - self._foot_height
        self._rule(painter, top)
        top += _RULE + _GAP
        painter.save()
        painter.translate(left, top)
        self._said.drawContents(painter)
        painter.restore()
        box = self._box
        if scale.large:
            top += self._said.size().height() + _GAP
            place = QPointF(left, top)
        else:
            width = QFontMetricsF(font(scale.foot, weight=700)).horizontalAdvance(page)
            place = QPointF(right - width - 1.5 * _GAP - box.width(), top)
        if self._foot.code or self._foot.ask:
            self._draw_code(painter, box.translated(place))
        painter.setPen(self._theme.text)
        painter.setFont(font(scale.foot, weight=700))
        line = self._line(scale.foot)
        y = top + max(0.0, box.height() - line) if scale.large else top
        align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(left, y, right - left, line), align, page)

    def _draw_code(self, painter: QPainter, box: QRectF) -> None:
        foot = self._foot
        pen = QPen(self._theme.text, UNITS_PER_POINT)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = UNITS_PER_POINT / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 4 * UNITS_PER_POINT, 4 * UNITS_PER_POINT)
        top = box.top() + _GAP * 0.7
        for words, style, weight in self._code_lines(foot):
            line = self._line(style)
            painter.setFont(font(style, weight=weight))
            painter.drawText(QRectF(box.left(), top, box.width(), line), Qt.AlignmentFlag.AlignCenter, words)
            top += line

    def _code_lines(self, foot: FootWords) -> tuple[tuple[str, Style, int], ...]:
        style = self._scale.code_words
        lines = ((foot.ask, style, 400), (foot.code, self._scale.code, 800), (foot.type_it, style, 400))
        return tuple(line for line in lines if line[0])

    def _code_box(self) -> QRectF:
        lines = self._code_lines(self._foot)
        if not lines:
            return QRectF()
        widest = max(QFontMetricsF(font(style, weight=w)).horizontalAdvance(words) for words, style, w in lines)
        height = sum(self._line(style) for _, style, _ in lines)
        return QRectF(0, 0, widest + 2.6 * _GAP, height + 1.4 * _GAP)

    def _paragraphs(self, width: float) -> QTextDocument:
        made = QTextDocument()
        made.setDocumentMargin(0)
        made.setTextWidth(width)
        style, foot = self._scale.foot, self._foot
        made.setDefaultFont(font(style))
        cursor = QTextCursor(made)
        block = QTextBlockFormat()
        block.setLineHeight(style.line_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor.setBlockFormat(block)
        plain = cursor.charFormat()
        plain.setFont(font(style))
        plain.setForeground(self._theme.text)
        bold = cursor.charFormat()
        bold.setFont(font(style, weight=700))
        bold.setForeground(self._theme.text)
        if foot.status:
            cursor.insertText(f"{foot.status} ", bold)
        cursor.insertText(foot.care, plain)
        cursor.insertBlock(block)
        cursor.insertText(foot.printed, plain)
        return made

    def _head_style(self) -> Style:
        return self._scale.foot if self._scale.large else self._scale.small

    def _line(self, style: Style) -> float:
        return QFontMetricsF(font(style)).height() * style.line_percent / 100

    def _rule(self, painter: QPainter, y: float) -> None:
        painter.setPen(QPen(self._theme.text, _RULE))
        painter.drawLine(QLineF(self._sheet.side, y, self._sheet.width - self._sheet.side, y))
