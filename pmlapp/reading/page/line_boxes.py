"""The lines of a typeset page as boxes, in reading order."""

from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextDocument, QTextTable

_NOTHING = " \t\u00a0\u2028\u2060\u2066\u2069"
_BESIDE = 12
"""How far a line's box reaches beyond the text column, in px at 100 %."""
_BESIDE_IN_CELL = 6


class LineBox(NamedTuple):
    """A whole line of the layout: its rectangle in the document, and the character that it begins with.

    Lines of one ``region`` are one below the other; each cell of a table and each picture is a region of its own.
    """

    rect: QRectF
    position: int
    region: tuple[int, int, int]


_PAGE = (-1, -1, -1)
_PICTURE = -2


def line_boxes(document: QTextDocument, *, left: float, width: float, frame: float) -> tuple[LineBox, ...]:
    """The lines that hold something to read or a picture; ``left`` and ``width`` are the text column.

    A box has the space between lines half above and half below, and never less than the line itself.
    A picture is a box alone, with the ``frame`` px around it.
    """
    boxes: list[LineBox] = []
    layout = document.documentLayout()
    block = document.begin()
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        region = _region(document, block)
        text, first = block.text(), block.position()
        share = _leading(block.blockFormat()) / 2
        lines = block.layout()
        for number in range(lines.lineCount()):
            line = lines.lineAt(number)
            start = line.textStart()
            words = text[start : start + line.textLength()].strip(_NOTHING)
            if not words:
                continue
            height = line.height()
            is_picture = "\ufffc" in words
            extra = frame if is_picture else share * height
            top = rect.top() + line.y() - extra
            if region == _PAGE:
                beside, width_of_line = left - _BESIDE, width + 2 * _BESIDE
            else:
                beside = rect.left() + line.x() - _BESIDE_IN_CELL
                width_of_line = line.width() + 2 * _BESIDE_IN_CELL
            where = (_PICTURE, first + start, 0) if is_picture else region
            boxes.append(LineBox(QRectF(beside, top, width_of_line, height + 2 * extra), first + start, where))
        block = block.next()
    return tuple(boxes)


def _region(document: QTextDocument, block: QTextBlock) -> tuple[int, int, int]:
    frame = document.frameAt(block.position())
    if not isinstance(frame, QTextTable):
        return _PAGE
    cell = frame.cellAt(block.position())
    return frame.firstPosition(), cell.row(), cell.column()


def _leading(made: QTextBlockFormat) -> float:
    """What is added below each line, as a share of its height."""
    if made.lineHeightType() != QTextBlockFormat.LineHeightTypes.ProportionalHeight.value:
        return 0.0
    return max(0.0, made.lineHeight() / 100 - 1)
