"""One SVG drawing in the colour roles of the themes, written the same to the byte each time."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, TypedDict, Unpack
from xml.sax.saxutils import escape

TEXT_PX: Final = 20
"""Body text.  A figure is 636 px wide in a page at 100 %, so drawings of 640 show it at its size."""

WIDTH_PX: Final = 640

Point = tuple[float, float]

_THEME: Final = Path(__file__).parent.parent / "resources" / "themes" / "light.json"
_FONT: Final = "Atkinson Hyperlegible Next"


class Look(TypedDict, total=False):
    """How a shape looks: ``fill`` and ``stroke`` are colours, ``dash`` is two lengths as text."""

    fill: str
    opacity: float
    """Of the fill, from 0 to 1."""
    stroke: str
    width: float
    """Of the stroke; 2 if it is not said."""
    dash: str
    round: bool
    """Whether lines have round ends and corners."""


class Drawing:
    """Shapes and words, later ones above earlier ones.

    Lengths are px of the picture's natural size.  A colour is a role of the
    themes (``"primary"``), a plain ``"#RRGGBB"`` for what is the same in all, or ``"none"``.
    """

    def __init__(self, height: float, width: float = WIDTH_PX) -> None:
        self.height = height
        self.width = width
        self._colours: dict[str, str] = json.loads(_THEME.read_text(encoding="utf-8"))["colours"]
        self._shapes: list[str] = []

    def text(
        self,
        at: Point,
        words: str,
        *,
        anchor: str = "start",
        role: str = "text",
        weight: int = 400,
        px: float = TEXT_PX,
    ) -> None:
        """Words whose base line is at ``at``; ``anchor`` is start, middle or end.  No words leave no trace."""
        if not words:
            return
        self._shapes.append(
            f'<text x="{number(at[0])}" y="{number(at[1])}" font-family="{_FONT}" font-size="{number(px)}"'
            f' font-weight="{weight}" fill="{self._colour(role)}" text-anchor="{anchor}">{escape(words)}</text>'
        )

    def rect(self, at: Point, size: Point, *, radius: float = 0, **look: Unpack[Look]) -> None:
        """A rectangle from its upper left corner."""
        rounded = f' rx="{number(radius)}"' if radius else ""
        self._shapes.append(
            f'<rect x="{number(at[0])}" y="{number(at[1])}" width="{number(size[0])}" height="{number(size[1])}"'
            f"{rounded}{self._look(look)}/>"
        )

    def circle(self, centre: Point, radius: float, **look: Unpack[Look]) -> None:
        """A circle."""
        self._shapes.append(
            f'<circle cx="{number(centre[0])}" cy="{number(centre[1])}" r="{number(radius)}"{self._look(look)}/>'
        )

    def line(self, *points: Point, **look: Unpack[Look]) -> None:
        """An open line through ``points``, with round ends."""
        whole: Look = {"stroke": "line_strong", "round": True, **look}
        self.path(polyline(points), **whole)

    def path(self, data: str, **look: Unpack[Look]) -> None:
        """Any shape; of no data, nothing."""
        if data:
            self._shapes.append(f'<path d="{data}"{self._look(look)}/>')

    def __str__(self) -> str:
        size = f'viewBox="0 0 {number(self.width)} {number(self.height)}"'
        size += f' width="{number(self.width)}" height="{number(self.height)}"'
        body = "\n".join(self._shapes)
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>\n{body}\n</svg>\n'

    def _look(self, look: Look) -> str:
        parts = [f'fill="{self._colour(look.get("fill", "none"))}"']
        if "opacity" in look:
            parts.append(f'fill-opacity="{look["opacity"]}"')
        if "stroke" in look:
            parts.append(f'stroke="{self._colour(look["stroke"])}" stroke-width="{look.get("width", 2)}"')
            if look.get("round"):
                parts.append('stroke-linecap="round" stroke-linejoin="round"')
            if "dash" in look:
                parts.append(f'stroke-dasharray="{look["dash"]}"')
        return " " + " ".join(parts)

    def _colour(self, role: str) -> str:
        if role == "none" or role.startswith("#"):
            return role
        return f"var(--{role}, {self._colours[role]})"


def number(length: float) -> str:
    """A length with at most one decimal: a tenth of a pixel is more than an eye can see."""
    # Adding zero turns -0.0 into 0.0.
    return f"{round(length, 1) + 0.0:.1f}".removesuffix(".0")


def polyline(points: Iterable[Point], *, closed: bool = False) -> str:
    """Path data through ``points``: the first absolute, the others relative, which is shorter."""
    data: list[str] = []
    last_x = last_y = 0
    for x, y in points:
        # In tenths, so that rounding errors of the steps do not add up.
        here_x, here_y = round(x * 10), round(y * 10)
        step = f"{number((here_x - last_x) / 10)} {number((here_y - last_y) / 10)}"
        data.append(f"l{step}" if data else f"M{step}")
        last_x, last_y = here_x, here_y
    return "".join(data).replace(" -", "-") + ("z" if closed else "")


def smooth(points: Sequence[Point]) -> str:
    """Path data of a closed curve that passes softly through ``points`` (Catmull-Rom)."""
    count = len(points)
    data = f"M{number(points[0][0])} {number(points[0][1])}"
    for index in range(count):
        before, here = points[index - 1], points[index]
        there, after = points[(index + 1) % count], points[(index + 2) % count]
        first = (here[0] + (there[0] - before[0]) / 6, here[1] + (there[1] - before[1]) / 6)
        second = (there[0] - (after[0] - here[0]) / 6, there[1] - (after[1] - here[1]) / 6)
        data += "C" + " ".join(f"{number(x)} {number(y)}" for x, y in (first, second, there))
    return data + "z"
