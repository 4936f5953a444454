"""Where PML shows on a brain scan: a drawn slice of a brain, seen as a FLAIR picture shows it, with bright patches."""

from math import cos, radians, sin
from typing import Final

from drawings.svg import Drawing, Point, smooth

# A scan is grey on black whatever the colours of the page, so these are no roles.
_BLACK: Final = "#0E1011"
_SKULL: Final = "#8D8D8A"
_CORTEX: Final = "#85878A"
_WHITE_MATTER: Final = "#5A5D60"
_FLUID: Final = "#1D2022"
_PATCH: Final = "#F6F6F2"

_PLATE: Final = (340.0, 440.0)
_MIDDLE: Final = (170.0, 220.0)
_TOP: Final = 40.0
_LABELS_LEFT: Final = 386.0


def brain_scan() -> Drawing:
    """The slice on its black plate, labels to the right of it."""
    drawing = Drawing(_TOP + _PLATE[1])
    drawing.text((0, 20), "A drawing, not a real scan", role="heading", weight=600)
    drawing.rect((0, _TOP), _PLATE, radius=8, fill=_BLACK, stroke="line_strong", width=1)
    drawing.path(_ring(146, 180), stroke=_SKULL, width=5)
    drawing.path(_ring(132, 165, wave=2.0, waves=34), fill=_CORTEX)
    drawing.path(_ring(114, 147, wave=8.0, waves=22), fill=_WHITE_MATTER)
    _fluid(drawing)
    for patch in (_PATCH_BACK, _PATCH_FRONT, _PATCH_SMALL):
        drawing.path(smooth([_at(x, y) for x, y in patch]), fill=_PATCH)
    drawing.text((_MIDDLE[0], _TOP + 28), "front", anchor="middle", role="#FFFFFF")
    drawing.text((_MIDDLE[0], _TOP + _PLATE[1] - 10), "back", anchor="middle", role="#FFFFFF")
    _label(drawing, (92, -66), 120, ("Bright patch:", "damage in the", "white matter"))
    _label(drawing, (123, 12), 230, ("Outer layer:", "the cortex"))
    _label(drawing, (30, 62), 310, ("Dark spaces:", "filled with fluid"))
    _label(drawing, (82, 88), 392, ("Bright patch:", "just under", "the cortex"))
    return drawing


_PATCH_FRONT: Final = ((78, -92), (94, -84), (103, -64), (97, -46), (84, -52), (74, -66), (70, -82))
_PATCH_BACK: Final = (
    *((-70, 44), (-94, 40), (-104, 60), (-98, 84), (-84, 108), (-62, 122)),
    *((-46, 112), (-50, 92), (-62, 84), (-58, 64)),
)
_PATCH_SMALL: Final = ((78, 82), (90, 84), (92, 96), (82, 102), (72, 94))


def _at(x: float, y: float) -> Point:
    return _MIDDLE[0] + x, _TOP + _MIDDLE[1] + y


def _ring(across: float, along: float, *, wave: float = 0.0, waves: int = 0) -> str:
    """A closed curve around the middle, an egg with ``waves`` folds, each ``wave`` px deep."""
    points = []
    for step in range(max(4 * waves, 36)):
        angle = radians(360 * step / max(4 * waves, 36))
        # The folds of a brain are not all alike: two rhythms that do not meet.
        fold = wave * (cos(waves * angle) + 0.5 * cos((waves - 5) * angle + 1)) / 1.5
        # Toward the back a head is a little wider.
        wider = 1 + 0.05 * sin(angle)
        points.append(_at((across + fold) * wider * cos(angle), (along + fold) * sin(angle)))
    return smooth(points)


def _fluid(drawing: Drawing) -> None:
    for side in (-1, 1):
        front = ((4, -34), (16, -52), (28, -58), (24, -40), (14, -14), (6, 4))
        back = ((12, 24), (26, 36), (36, 58), (34, 74), (24, 64), (12, 40))
        for horn in (front, back):
            drawing.path(smooth([_at(side * x, y) for x, y in horn]), fill=_FLUID)
    for first, last in ((-160, -70), (98, 160)):
        drawing.line(_at(0, first), _at(0, last), stroke=_FLUID, width=4)


def _label(drawing: Drawing, at: Point, y: float, lines: tuple[str, ...]) -> None:
    start, knee = _at(*at), (_PLATE[0] + 26, y - 7)
    # Light on the plate, dark beside it: the line is seen on both.
    edge = _PLATE[0]
    share = (edge - start[0]) / (knee[0] - start[0])
    crossing = (edge, start[1] + share * (knee[1] - start[1]))
    drawing.line(start, crossing, stroke="#FFFFFF")
    drawing.line(crossing, knee, (_LABELS_LEFT - 6, y - 7))
    drawing.circle(start, 4, fill="#FFFFFF", stroke=_BLACK, width=1)
    for index, words in enumerate(lines):
        drawing.text((_LABELS_LEFT, y + 26 * index), words, weight=600 if index == 0 else 400)
