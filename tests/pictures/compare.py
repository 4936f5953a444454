"""Two pictures held side by side: whether anything moved, came or went.

Both are made four times smaller first.  The edges of letters, which other
machines may smooth in another way, melt into the lines they are on; a
line, an icon or a box that is somewhere else does not.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

SMALLER = 4
"""Pixels of the window to one of the picture that is kept and compared."""

_BLOCK = 6
"""Small pixels to the side of a block: 24 px of the window, an icon or half a word."""

MOST_OF_A_BLOCK = 14.0
MOST_OF_ALL = 2.0
"""How much the worst block and the whole may differ: 0 to 255, the mean over pixels and colours.

Measured on these views: edges smoothed in another way (words a third of a
pixel further) reach 11 and 1.6, a whole pixel begins at 17, an icon of the
footer that is gone at 15, words 6 px further at 44.
"""


@dataclass(frozen=True)
class Difference:
    """How much two pictures differ.

    ``worst`` is that of the worst block and ``mean`` that of the whole, both
    0 to 255; ``where`` is the worst block, in pixels of the window.
    """

    worst: float
    mean: float
    where: QRect

    @property
    def is_seen(self) -> bool:
        """Whether something moved, came or went."""
        return self.worst > MOST_OF_A_BLOCK or self.mean > MOST_OF_ALL


def small(picture: QImage) -> QImage:
    """The picture as it is kept and compared."""
    size = picture.size() / SMALLER
    ratio, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return picture.scaled(size, ratio, smooth).convertToFormat(QImage.Format.Format_RGB888)


def difference(one: QImage, other: QImage) -> Difference:
    """How much two small pictures differ.

    Raises:
        ValueError: they are not of the same size.
    """
    if one.size() != other.size():
        raise ValueError(f"one picture is {_size(one)}, the other {_size(other)}")
    one, other = (picture.convertToFormat(QImage.Format.Format_RGB888) for picture in (one, other))
    width, height = one.width(), one.height()
    blocks: dict[tuple[int, int], int] = {}
    for y in range(height):
        lines = [_line(picture, y) for picture in (one, other)]
        if lines[0] == lines[1]:
            continue
        apart = [abs(a - b) for a, b in zip(*lines, strict=True)]
        for column, start in enumerate(range(0, 3 * width, 3 * _BLOCK)):
            block = (column, y // _BLOCK)
            blocks[block] = blocks.get(block, 0) + sum(apart[start : start + 3 * _BLOCK])
    if not blocks:
        return Difference(0.0, 0.0, QRect())
    column, row = max(blocks, key=blocks.__getitem__)
    side = _BLOCK * SMALLER
    return Difference(
        worst=blocks[column, row] / (3 * _BLOCK * _BLOCK),
        mean=sum(blocks.values()) / (3 * width * height),
        where=QRect(column * side, row * side, side, side),
    )


def side_by_side(kept: QImage, seen: QImage, where: QRect) -> QImage:
    """The small picture that is kept, the one seen now, and what changed between them, for people to look at."""
    changed = kept.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(changed)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, seen)
    painter.end()
    gap = 8
    sheet = QImage(3 * kept.width() + 2 * gap, kept.height(), QImage.Format.Format_RGB32)
    sheet.fill(QColor("magenta"))
    painter = QPainter(sheet)
    for number, picture in enumerate((kept, seen, changed)):
        left = number * (kept.width() + gap)
        painter.drawImage(left, 0, picture)
        painter.setPen(QColor("magenta"))
        painter.drawRect(QRect(where.topLeft() / SMALLER + QPoint(left, 0), where.size() / SMALLER))
    painter.end()
    return sheet


def _line(picture: QImage, y: int) -> bytes:
    start = y * picture.bytesPerLine()
    return bytes(memoryview(picture.constBits())[start : start + 3 * picture.width()])


def _size(picture: QImage) -> str:
    return f"{picture.width()} x {picture.height()}"
