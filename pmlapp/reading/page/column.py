"""The text column of a page: how wide it is in a window, and where it is."""

from PySide6.QtGui import QTextDocument

from pmlapp.reading.look.scale import Scale
from pmlapp.reading.typesetting.typesetter import holds_few_words

_LEAST = 160
_SIDE_LEAST = 24
_SIDE_USUAL = 56
_SIDE_BESIDE = 40
_TOUCH_MEASURE = 960 / 1.3
_SIDE_TOUCH = 40
"""On a kiosk the column is as wide as the screen allows, up to 960 px on one of 1080."""

_TOP = 28
_TOP_LOW = 14
_BOTTOM = 48


def column_width(width: int, scale: Scale, *, has_outline: bool) -> float:
    """The width of the text column in a viewport of ``width`` px."""
    side = _SIDE_USUAL if width > 720 else _SIDE_LEAST
    measure: float = scale.reading.measure
    if has_outline:
        side = _SIDE_BESIDE
    elif scale.is_touch:
        side, measure = _SIDE_TOUCH if width > 720 else _SIDE_LEAST, _TOUCH_MEASURE
    return max(_LEAST, min(measure * scale.page, width - 2 * side))


def lay_out(document: QTextDocument, *, width: int, column: float, scale: Scale, low: bool) -> None:
    """Put the column in the middle of a viewport of ``width`` px; less space above where room is scarce."""
    frame = document.rootFrame()
    made = frame.frameFormat()
    left = max(0.0, (width - column) / 2)
    made.setLeftMargin(left)
    made.setRightMargin(max(0.0, width - column - left))
    made.setTopMargin(_TOP_LOW if low or holds_few_words(column, scale) else _TOP)
    made.setBottomMargin(scale.px(_BOTTOM))
    frame.setFrameFormat(made)
