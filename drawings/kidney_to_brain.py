"""How the JC virus can come to harm the brain, in three steps."""

from math import cos, radians, sin
from typing import Final

from drawings.svg import Drawing, Look, Point, polyline

_PANEL: Final = (204.0, 316.0)
_LEFT: Final = (1.0, 218.0, 435.0)
_STEPS: Final = (
    ("1  Kept in check", ("The virus rests,", "mainly in", "the kidneys."), "answer", "answer_line"),
    ("2  Control is lost", ("T cells are few,", "weak, or shut out.", "The virus changes."), "sunken", "line_strong"),
    (
        "3  In the brain",
        ("It grows there and", "kills the cells that", "make myelin."),
        "emergency_tint",
        "emergency_line",
    ),
)

_KIDNEY: Final = "c-38 0-44 32-42 56c2 32 18 50 38 48c18-2 20-22 12-34c-8-12-8-26 0-36c10-14 10-33-8-34z"
_OTHER_KIDNEY: Final = "c38 0 44 32 42 56c-2 32-18 50-38 48c-18-2-20-22-12-34c8-12 8-26 0-36c-10-14-10-33 8-34z"
_BRAIN: Final = (
    "c-18-18-10-50 12-58c6-22 38-30 58-20c22-10 54 6 56 28c20 12 20 44 2 54c-4 18-28 24-42 16l-6 24l-18 0l-2-28"
    "c-20 8-50 4-60-16z"
)
_FOLDS: Final = ("m16-34c12-12 28-10 36 2", "m64-78c-4 14 6 24 16 22", "m72-8c12-10 30-8 36 4")


def kidney_to_brain() -> Drawing:
    """Three panels: the virus at rest, control lost, the virus in the brain."""
    drawing = Drawing(_PANEL[1] + 2)
    for left, (title, words, ground, edge) in zip(_LEFT, _STEPS, strict=True):
        drawing.rect((left, 1), _PANEL, radius=12, fill=ground, stroke=edge)
        middle = left + _PANEL[0] / 2
        drawing.text((middle, 34), title, anchor="middle", role="heading", weight=600)
        for index, line in enumerate(words):
            drawing.text((middle, 238 + 28 * index), line, anchor="middle")
    for left in _LEFT[1:]:
        tip = (left - 1.5, 132.0)
        arrow = polyline([(tip[0] - 10, tip[1] - 8), tip, (tip[0] - 10, tip[1] + 8)])
        drawing.path(arrow, stroke="primary", width=3, round=True)
    _resting(drawing, _LEFT[0] + 102)
    _control_lost(drawing, _LEFT[1] + 102)
    _in_the_brain(drawing, _LEFT[2] + 102)
    return drawing


def _resting(drawing: Drawing, middle: float) -> None:
    body: Look = {"fill": "tint_strong", "stroke": "primary", "width": 3, "round": True}
    drawing.path(f"M{middle - 28} 76{_KIDNEY}", **body)
    drawing.path(f"M{middle + 28} 76{_OTHER_KIDNEY}", **body)
    for x, y in ((-50, 104), (-48, 142), (48, 116)):
        _virus(drawing, (middle + x, y), "line_strong")


def _control_lost(drawing: Drawing, middle: float) -> None:
    drawing.circle((middle - 52, 92), 21, fill="tint_strong", stroke="primary", width=3)
    drawing.text((middle - 52, 99.5), "T", anchor="middle", role="primary", weight=700)
    for x in (0, 52):
        drawing.circle((middle + x, 92), 21, stroke="line_strong", dash="5 5")
    for x, y in ((-62, 160), (-24, 178), (16, 156), (58, 174)):
        _virus(drawing, (middle + x, y), "emergency_line")


def _in_the_brain(drawing: Drawing, middle: float) -> None:
    start = f"M{middle - 66} 150"
    drawing.path(start + _BRAIN, fill="tint_strong", stroke="primary", width=3, round=True)
    for fold in _FOLDS:
        drawing.path(start + fold, stroke="primary", width=2, round=True)
    for x, y in ((-46, 136), (-13, 147), (34, 106)):
        _virus(drawing, (middle + x, y), "emergency_line")


def _virus(drawing: Drawing, centre: Point, ink: str) -> None:
    for turn in range(6):
        along = (cos(radians(17 + 60 * turn)), sin(radians(17 + 60 * turn)))
        near, far = ((centre[0] + r * along[0], centre[1] + r * along[1]) for r in (10, 14))
        drawing.line(near, far, stroke=ink, width=2.5)
    drawing.circle(centre, 9, fill="surface", stroke=ink, width=3)
