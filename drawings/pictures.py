"""The list of all drawn pictures: each by its file name, with what draws it and the sources of its numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from drawings.antibody_map import antibody_map
from drawings.bars import Bar, new_cases, share_bars
from drawings.brain_scan import brain_scan
from drawings.data_files import Antibodies, NewCases, Risk, Share, Survival, read
from drawings.icon_arrays import icon_arrays
from drawings.kidney_to_brain import kidney_to_brain
from drawings.nerve_fibre import nerve_fibre
from drawings.svg import Drawing
from drawings.world import World

MEDIA: Final = Path(__file__).parent.parent / "resources" / "content" / "en" / "media"

_IN_A_FOLD_PX: Final = 580.0
"""A fold has margins of its own: a drawing that is in one is narrower, so that its words keep their size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One file of the library's media; ``sources`` are the keys that its caption has to cite."""

    name: str
    draw: Callable[[], Drawing]
    sources: frozenset[str]

    @property
    def file_name(self) -> str:
        """As articles write it after ``media:``."""
        return f"{self.name}.svg"


def all_pictures() -> list[Picture]:
    """Every picture that is drawn by code."""
    return [
        Picture(name="nerve-fibre", draw=nerve_fibre, sources=frozenset({"S1", "S4"})),
        Picture(name="kidney-to-brain", draw=kidney_to_brain, sources=frozenset({"S5", "S7", "S106", "S122", "S123"})),
        Picture(name="brain-scan", draw=brain_scan, sources=frozenset({"S29"})),
        _causes(),
        _new_cases(),
        _alive(),
        *_risks(),
        _antibodies(),
    ]


def _causes() -> Picture:
    data = read("causes-france")
    shares = [Share(**row) for row in data["share"]]
    heading = f"Of 100 people with PML in France, {data['years']}"
    rows = [Bar(share.label, share.percent) for share in shares]
    return Picture(name="causes-france", draw=lambda: share_bars(heading, rows), sources=frozenset({data["source"]}))


def _new_cases() -> Picture:
    data = read("new-cases")
    counts = [NewCases(**row) for row in data["count"]]
    countries = [(row["name"], row["people"]) for row in data["country"]]
    sources = frozenset(count.source for count in counts)
    return Picture(name="new-cases", draw=lambda: new_cases(countries, counts), sources=sources)


def _alive() -> Picture:
    groups = [Survival(**row) for row in read("alive-after-one-year")["group"]]
    rows = [Bar(f"{group.label}, {group.years}", group.percent, f"{group.people} people") for group in groups]
    return Picture(
        name="alive-after-one-year",
        draw=lambda: share_bars("Of 100 people, those alive one year on", rows, width=_IN_A_FOLD_PX),
        sources=frozenset(group.source for group in groups),
    )


def _risks() -> list[Picture]:
    return [
        _risk(row["name"], tuple(Risk(**risk) for risk in row["risk"])) for row in read("natalizumab-risk")["picture"]
    ]


def _risk(name: str, risks: tuple[Risk, ...]) -> Picture:
    return Picture(name=name, draw=lambda: icon_arrays(risks), sources=frozenset(risk.source for risk in risks))


def _antibodies() -> Picture:
    countries = [Antibodies(**row) for row in read("antibodies")["country"]]
    return Picture(
        name="antibody-map",
        draw=lambda: antibody_map(World(), countries),
        sources=frozenset(country.source for country in countries),
    )
