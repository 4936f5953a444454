"""A map of how many people have met the JC virus, by country; Europe and the Middle East larger below the world."""

from collections.abc import Iterable, Sequence
from typing import Final

from drawings.data_files import Antibodies
from drawings.svg import WIDTH_PX, Drawing, Look, Point, polyline
from drawings.world import Projection, Ring, World, around, clipped, equal_earth, placed

_ANTARCTICA: Final = "010"

# How strongly the one colour of the map is laid on, by people in ten.  The label of each country says the same.
_SHADES: Final = {4: 0.2, 5: 0.38, 6: 0.56, 7: 0.76, 8: 1.0}

# Only countries with a figure have an outline: those of all others would take most of the time that a map needs to be
# drawn.
_UNSTUDIED: Final[Look] = {"fill": "chart_off", "opacity": 0.45}

_WORLD_SCALE: Final = 118.0
_WORLD_TOP: Final = 40.0
_WORLD_BOTTOM: Final = 316.0
_WORLD_ORIGIN: Final = (WIDTH_PX / 2, 194.0)

_REGION: Final = ((-14.5, 70.5), (59.0, 26.0))
"""West and north, east and south, in degrees: where most studies are, and no room for labels."""

_REGION_SCALE: Final = 8.75
_REGION_TOP: Final = 330.0
_REGION_LEFT: Final = 1.0
_KEY_LEFT: Final = 452.0


def antibody_map(world: World, countries: Sequence[Antibodies]) -> Drawing:
    """The map, its key and its warning."""
    region = around(48)
    (west, north), (east, south) = (region(corner) for corner in _REGION)
    size = ((east - west) * _REGION_SCALE, (south - north) * _REGION_SCALE)
    origin = (_REGION_LEFT - west * _REGION_SCALE, _REGION_TOP - north * _REGION_SCALE)
    bottom = _REGION_TOP + size[1]
    drawing = Drawing(bottom + 72)
    drawing.text((0, 22), "How many people have met the JC virus", role="heading", weight=600)

    _Map(drawing, world, equal_earth, _WORLD_SCALE, _WORLD_ORIGIN).draw(
        countries, (0, _WORLD_TOP), (WIDTH_PX, _WORLD_BOTTOM), [c for c in countries if not _in_region(c)]
    )
    _frame_on_the_world(drawing)
    _Map(drawing, world, region, _REGION_SCALE, origin).draw(
        countries,
        (_REGION_LEFT, _REGION_TOP),
        (_REGION_LEFT + size[0], bottom),
        [c for c in countries if _in_region(c)],
    )
    drawing.rect((_REGION_LEFT, _REGION_TOP), size, stroke="line_strong", width=1.5)
    _key(drawing)
    drawing.text((0, bottom + 34), "One study in each country, of different people, years and tests.")
    drawing.text((0, bottom + 62), "The numbers cannot be compared with each other.", weight=600)
    return drawing


class _Map:
    """One of the two maps: which places stand where."""

    def __init__(self, drawing: Drawing, world: World, project: Projection, scale: float, origin: Point) -> None:
        self._drawing = drawing
        self._world = world
        self._project = project
        self._scale = scale
        self._origin = origin

    def draw(
        self, countries: Sequence[Antibodies], left_top: Point, right_bottom: Point, labelled: Iterable[Antibodies]
    ) -> None:
        studied = {country.number for country in countries}
        outlines = {code: self._outline(rings, left_top, right_bottom) for code, rings in self._world.rings.items()}
        for code, outline in outlines.items():
            if code not in studied | {_ANTARCTICA}:
                self._drawing.path(outline, **_UNSTUDIED)
        for country in countries:
            self._drawing.path(outlines[country.number], **_shaded(country.band))
        for country in labelled:
            label = self._point(country.label_at or country.at)
            if country.label_at:
                self._drawing.line(self._point(country.at), label, stroke="text", width=1.5)
                self._drawing.circle(self._point(country.at), 2.5, fill="text")
            _label(self._drawing, label, country)

    def _point(self, place: Point) -> Point:
        x, y = self._project(place)
        return self._origin[0] + x * self._scale, self._origin[1] + y * self._scale

    def _outline(self, rings: Iterable[Ring], left_top: Point, right_bottom: Point) -> str:
        whole = placed(rings, self._project, self._scale, self._origin)
        inside = (clipped(ring, left_top, right_bottom) for ring in whole)
        return "".join(polyline(ring, closed=True) for ring in inside if len(ring) > 2)


def _shaded(band: int) -> Look:
    return {"fill": "primary", "opacity": _SHADES[band], "stroke": "line_strong", "width": 0.8}


def _in_region(country: Antibodies) -> bool:
    (west, north), (east, south) = _REGION
    return west <= country.at[0] <= east and south <= country.at[1] <= north


def _frame_on_the_world(drawing: Drawing) -> None:
    (west, north), (east, south) = _REGION
    edges = [(west, north), (east, north), (east, south), (west, south), (west, north)]
    corners = [equal_earth(corner) for corner in edges]
    origin, scale = _WORLD_ORIGIN, _WORLD_SCALE
    drawing.line(*((origin[0] + x * scale, origin[1] + y * scale) for x, y in corners), stroke="text", width=2)


def _label(drawing: Drawing, at: Point, country: Antibodies) -> None:
    """The number of people in ten, in a circle for people with MS and in a square for all others."""
    look: Look = {"fill": "surface", "stroke": "text", "width": 1.5}
    if country.who == "ms":
        drawing.circle(at, 13, **look)
    else:
        width = 24.0 if len(country.in_ten) == 1 else 44.0
        drawing.rect((at[0] - width / 2, at[1] - 12), (width, 24), radius=2, **look)
    drawing.text((at[0], at[1] + 7), country.in_ten, anchor="middle", weight=700)


def _key(drawing: Drawing) -> None:
    left, y = _KEY_LEFT, _REGION_TOP + 18
    for band in _SHADES:
        drawing.rect((left, y - 18), (38, 24), radius=3, **_shaded(band))
        drawing.text((left + 50, y), f"{band} in 10 people")
        y += 36
    drawing.rect((left, y - 18), (38, 24), radius=3, **_UNSTUDIED)
    drawing.text((left + 50, y), "no figure here")
    look: Look = {"fill": "surface", "stroke": "text", "width": 1.5}
    drawing.circle((left + 19, y + 40), 13, **look)
    drawing.text((left + 50, y + 47), "people with MS")
    drawing.rect((left + 7, y + 70), (24, 24), radius=2, **look)
    drawing.text((left + 50, y + 89), "other people")
