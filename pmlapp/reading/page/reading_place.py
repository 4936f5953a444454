"""Where on a page somebody reads, in terms that hold at any text size and width."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRectF

from pmlapp.content.page import Page


def share_above(rect: QRectF, top: float, line: float) -> float:
    """How much of a block at ``rect`` lies above ``top``, both in px of the document.

    From 0 to 1 it is a share of the block; what goes beyond is in lines of ``line`` px of the gap beside it:
    the gaps between blocks grow with the text, but not with the number of lines beside them.
    """
    above = top - rect.top()
    within = min(max(above, 0.0), rect.height())
    return within / max(1.0, rect.height()) + (above - within) / line


def top_with(rect: QRectF, share: float, line: float) -> float:
    """The reverse: the ``top`` at which ``share`` of the block lies above it."""
    within = min(max(share, 0.0), 1.0)
    return rect.top() + within * rect.height() + (share - within) * line


def heading_read(
    page: Page,
    anchors: Mapping[str, int],
    top_of: Callable[[int], float],
    scrolled: float,
    height: float,
    most: float,
) -> str:
    """The anchor of the first heading in the top quarter of the window, or of the last above it.

    ``scrolled`` px of the page lie above the window, ``most`` at its end, where it is the last heading;
    ``height`` is that of the window.
    At the top of a page its first part is read, however far down that begins.
    """
    at_end = scrolled >= most > 0
    reading = page.outline[0].anchor if page.outline else ""
    for entry in page.outline:
        position = anchors.get(entry.anchor)
        if position is None:
            continue
        top = top_of(position)
        if at_end or top <= scrolled + height / 4:
            reading = entry.anchor
            if not at_end and top >= scrolled:
                break
    return reading


def same_place(
    before: Mapping[str, int], now: Mapping[str, int], place: tuple[int, float] | None
) -> tuple[int, float] | None:
    """A place, as a text block and the share above, after the page is set again: a narrow column has another order.

    ``before`` and ``now`` give for each block of the page the text block that it begins with.
    """
    if place is None:
        return None
    kept = [(start, name) for name, start in before.items() if start <= place[0] and name in now]
    if not kept:
        return place
    start, name = max(kept)
    return now[name] + place[0] - start, place[1]
