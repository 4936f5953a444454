"""A nerve fibre with its coating of myelin, and below it one whose coating has gaps."""

from math import cos, radians, sin
from typing import Final

from drawings.svg import WIDTH_PX, Drawing, Look, polyline

_CAPSULES: Final = (120, 210, 300, 390, 480)
_CAPSULE: Final = (76.0, 38.0)
_LOST: Final = (210, 300, 390)


def nerve_fibre() -> Drawing:
    """Both fibres, with their names and what happens to messages."""
    drawing = Drawing(372)
    drawing.text((0, 22), "With myelin", role="heading", weight=600)
    drawing.text((WIDTH_PX, 22), "Messages move fast", anchor="end")
    _fibre(drawing, 92, lost=())
    drawing.line((248, 116), (248, 134))
    drawing.text((248, 158), "myelin, the fatty coating", anchor="middle")
    drawing.line((572, 100), (572, 134))
    drawing.text((572, 158), "nerve fibre", anchor="middle")
    drawing.line((0, 186), (WIDTH_PX, 186), stroke="line")
    drawing.text((0, 224), "In PML", role="emergency_text", weight=600)
    drawing.text((WIDTH_PX, 224), "Messages slow down or stop", anchor="end")
    _fibre(drawing, 292, lost=_LOST)
    drawing.line((338, 316), (338, 334))
    drawing.text((338, 360), "here the myelin is lost", anchor="middle")
    return drawing


def _fibre(drawing: Drawing, y: float, lost: tuple[int, ...]) -> None:
    ink = "primary"
    drawing.line((72, y), (600, y), stroke=ink, width=3)
    for angle in (60, 110, 180, 250, 300):
        along = (cos(radians(angle)), sin(radians(angle)))
        drawing.line(
            (44 + 26 * along[0], y + 26 * along[1]), (44 + 43 * along[0], y + 43 * along[1]), stroke=ink, width=3
        )
    drawing.circle((44, y), 28, fill="tint_strong", stroke=ink, width=3)
    drawing.circle((44, y), 9, fill=ink)
    for left in _CAPSULES:
        if left in lost:
            gap: Look = {"fill": "none", "stroke": "emergency_line", "width": 2, "dash": "7 6"}
            drawing.rect((left, y - 19), _CAPSULE, radius=19, **gap)
        else:
            drawing.rect((left, y - 19), _CAPSULE, radius=19, fill=ink)
    if not lost:
        drawing.path(polyline([(592, y - 10), (602, y), (592, y + 10)]), stroke=ink, width=3, round=True)
