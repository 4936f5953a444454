"""The outlines of countries: from the TopoJSON of world-atlas to lines on a flat map."""

import json
from collections.abc import Callable, Iterable
from math import asin, cos, hypot, radians, sin, sqrt
from pathlib import Path
from typing import Any, Final

from drawings.svg import Point

Ring = list[Point]
Projection = Callable[[Point], Point]

_ALLOWED_OFF_PX: Final = 0.5
_FILE: Final = Path(__file__).parent / "data" / "countries-110m.json"


class World:
    """Every country as closed rings of longitude and latitude in degrees, by its ISO 3166-1 numeric code.

    Source: https://github.com/topojson/topojson-specification
    """

    def __init__(self, path: Path = _FILE) -> None:
        topology = json.loads(path.read_text(encoding="utf-8"))
        arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
        self.rings: dict[str, list[Ring]] = {}
        for country in topology["objects"]["countries"]["geometries"]:
            # A few disputed places have no code; they go by their name.
            code = str(country.get("id") or country["properties"]["name"])
            rings = [
                half for polygon in _polygons(country) for ring in polygon for half in _halves(_joined(ring, arcs))
            ]
            self.rings.setdefault(code, []).extend(rings)


def _decoded(arc: list[list[int]], transform: dict[str, list[float]]) -> Ring:
    """An arc's points: each is stored as whole steps from the one before."""
    points: Ring = []
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        scale, shift = transform["scale"], transform["translate"]
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def _polygons(country: dict[str, Any]) -> list[list[list[int]]]:
    shapes: list[Any] = country["arcs"]
    return [shapes] if country["type"] == "Polygon" else shapes


def _joined(ring: list[int], arcs: list[Ring]) -> Ring:
    """One closed ring of several arcs; ``~n`` means arc n backwards, and each begins where the last ended."""
    points: Ring = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return points


def _halves(ring: Ring) -> list[Ring]:
    """A ring cut where it crosses the line of 180 degrees, so that no outline runs back across the whole map."""
    whole: Ring = []
    turn = 0.0
    for longitude, latitude in ring:
        if whole and abs(longitude + turn - whole[-1][0]) > 180:
            turn += 360 if longitude + turn < whole[-1][0] else -360
        whole.append((longitude + turn, latitude))
    copies = ([(x + shift, y) for x, y in whole] for shift in (-360, 0, 360))
    return [half for copy in copies if len(half := clipped(copy, (-180, -90), (180, 90))) > 2]


def equal_earth(point: Point) -> Point:
    """A place on the whole earth, areas true to each other; x from -2.7 to 2.7, y down from -1.3 to 1.3.

    Source: Šavrič, Patterson, Jenny: The Equal Earth map projection, 2018, https://doi.org/10.1080/13658816.2018.1504949
    """
    longitude, latitude = radians(point[0]), radians(point[1])
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = asin(sqrt(3) / 2 * sin(latitude))
    t2 = t * t
    t6 = t2**3
    x = 2 * sqrt(3) * longitude * cos(t) / (3 * (9 * a4 * t2 * t6 + 7 * a3 * t6 + 3 * a2 * t2 + a1))
    return x, -t * (a4 * t2 * t6 + a3 * t6 + a2 * t2 + a1)


def around(latitude: float) -> Projection:
    """A flat map of one region, true to shape along ``latitude``; in degrees of latitude, y down."""
    narrower = cos(radians(latitude))
    return lambda point: (point[0] * narrower, -point[1])


def placed(rings: Iterable[Ring], project: Projection, scale: float, origin: Point) -> list[Ring]:
    """Rings in px: projected, enlarged, moved by ``origin``, without points that an eye would not miss."""
    found = []
    for ring in rings:
        flat = [project(point) for point in ring]
        sparse = _sparse([(origin[0] + x * scale, origin[1] + y * scale) for x, y in flat])
        if len(sparse) > 2:
            found.append(sparse)
    return found


def _sparse(line: Ring) -> Ring:
    """``line`` without points that are hardly off the straight way between their neighbours (Douglas and Peucker)."""
    if len(line) < 3:
        return line
    first, last = line[0], line[-1]
    off = [_off(point, first, last) for point in line]
    furthest = max(range(len(line)), key=off.__getitem__)
    if off[furthest] < _ALLOWED_OFF_PX:
        return [first, last]
    return _sparse(line[: furthest + 1])[:-1] + _sparse(line[furthest:])


def _off(point: Point, first: Point, last: Point) -> float:
    """How far ``point`` is from the line through two others, or from them where they are one."""
    across, down = last[0] - first[0], last[1] - first[1]
    length = hypot(across, down)
    if length == 0:
        return hypot(point[0] - first[0], point[1] - first[1])
    return abs(across * (point[1] - first[1]) - down * (point[0] - first[0])) / length


def clipped(ring: Ring, left_top: Point, right_bottom: Point) -> Ring:
    """The part of a ring inside a rectangle (Sutherland and Hodgman); empty if there is none."""
    for axis in (0, 1):
        for edge, sign in ((left_top[axis], 1), (right_bottom[axis], -1)):
            ring = _cut(ring, axis, edge, sign)
    return ring


def _cut(ring: Ring, axis: int, edge: float, sign: int) -> Ring:
    """What of a ring is on one side of a line across ``axis`` at ``edge``: above it for sign 1, below for -1."""
    kept: Ring = []
    for index, here in enumerate(ring):
        before = ring[index - 1]
        inside, was_inside = (sign * (point[axis] - edge) >= 0 for point in (here, before))
        if inside != was_inside:
            share = (edge - before[axis]) / (here[axis] - before[axis])
            kept.append((before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])))
        if inside:
            kept.append(here)
    return kept
