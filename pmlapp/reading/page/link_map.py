"""Where the links of a page are, and which one a point or a key means."""

from bisect import bisect_right
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from pmlapp.reading.look.shapes import Box
from pmlapp.reading.page.painter import PagePainter
from pmlapp.reading.typesetting.flow import LinkRange

_REACH_PX = 8
"""How far beside its words a link still answers: fingers and shaking hands need it."""


class Marked(NamedTuple):
    """The links to draw otherwise, by number: under the pointer, on the keyboard, and whether it is pressed."""

    hovered: int | None = None
    focused: int | None = None
    pressed: bool = False


class LinkMap:
    """The links of one laid-out page, in reading order; coordinates are the document's.

    A link inside a card or a fold's head answers all over that box.
    """

    def __init__(self, links: tuple[LinkRange, ...], painter: PagePainter | None) -> None:
        self.links = links
        self.targets = tuple(link.target for link in links)
        self._starts = [link.start for link in links]
        self._painter = painter
        self._boxes: dict[int, QRectF] = {}
        if painter is not None:
            for placed in painter.placed:
                if isinstance(placed.shape, Box) and placed.shape.number >= 0:
                    whole = placed.rect if placed.head.isNull() else placed.head
                    self._boxes[placed.shape.number] = whole

    def __len__(self) -> int:
        return len(self.links)

    def is_box(self, number: int) -> bool:
        """Whether the link is a whole card or fold head."""
        return number in self._boxes

    def rect(self, number: int) -> QRectF:
        """The rectangle around a link."""
        if number in self._boxes:
            return self._boxes[number]
        whole = QRectF()
        for rect in self._spans(self.links[number]):
            whole = whole.united(rect)
        return whole

    def at(self, point: QPointF) -> int | None:
        """The link at a point; words come before the box that they are in."""
        if self._painter is None:
            return None
        position = self._painter.position_near(point)
        # Reading order is order of position: the link that could be meant is one of two.
        following = bisect_right(self._starts, position)
        for number in (following - 1, following):
            if 0 <= number < len(self.links) and number not in self._boxes:
                reach = (rect.adjusted(-_REACH_PX, -2, _REACH_PX, 2) for rect in self._spans(self.links[number]))
                if any(rect.contains(point) for rect in reach):
                    return number
        return next((number for number, rect in self._boxes.items() if rect.contains(point)), None)

    def first_in(self, top: float, bottom: float, forward: bool) -> int | None:
        """The first link between two heights, or the last when going backward; any if none is there."""
        numbers = range(len(self.links)) if forward else range(len(self.links) - 1, -1, -1)
        for number in numbers:
            if top <= self.rect(number).center().y() <= bottom:
                return number
        return next(iter(numbers), None)

    def lines(self, number: int) -> list[QRectF]:
        """The rectangle of each line of a link's words."""
        return self._spans(self.links[number])

    def _spans(self, link: LinkRange) -> list[QRectF]:
        if self._painter is None:
            return []
        return [
            QRectF(left, top, right - left, height)
            for left, right, top, height in self._painter.line_boxes(link.start, link.end)
        ]
