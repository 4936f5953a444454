"""The numbers behind the pictures: one TOML file a picture, each number with its source, and checked."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

DATA: Final = Path(__file__).parent / "data"


def read(name: str) -> dict[str, Any]:
    """The data file ``name`` (without suffix)."""
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Of 100 people, those who belong to one group."""

    label: str
    percent: float

    def __post_init__(self) -> None:
        _check(0 <= self.percent <= 100, f"{self.label}: {self.percent} % is no share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """How many of 1,000 people of a group had PML.

    ``detail`` says more of the group than its ``label``; ``people`` counts those studied, 0 where the source does not
    say.
    """

    label: str
    detail: str = ""
    per_1000: float
    source: str
    years: str
    people: int = 0

    def __post_init__(self) -> None:
        _check(0 <= self.per_1000 <= 1000, f"{self.label}: {self.per_1000} of 1,000 cannot be")

    @property
    def dots(self) -> int:
        """Whole people among 1,000; 0 means fewer than one."""
        return round(self.per_1000) if self.per_1000 >= 1 else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NewCases:
    """New cases of PML a year for each 100,000 people of a country, from the first to the last year counted."""

    country: str
    first: int
    last: int
    per_100_000: float
    source: str

    def __post_init__(self) -> None:
        _check(self.first <= self.last, f"{self.country}: {self.first} is after {self.last}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Survival:
    """Of 100 people of a group, those alive one year on."""

    label: str
    years: str
    people: int
    percent: float
    source: str

    def __post_init__(self) -> None:
        _check(0 <= self.percent <= 100, f"{self.label}: {self.percent} % is no share")


@dataclass(frozen=True, slots=True, kw_only=True)
class Antibodies:
    """The share of people tested in one country who had antibodies against the JC virus.

    ``number`` is the country's ISO 3166-1 numeric code; ``at`` a place in it, longitude and latitude in degrees, and
    ``label_at`` where its label is if there is no room;
    ``who`` is ``"ms"`` for people with MS and ``"other"`` for all else, said in ``tested``; ``people`` is 0 where the
    source gives no number for this country alone.  A range goes from ``percent`` to ``percent_to``.
    """

    country: str
    number: str
    at: tuple[float, float]
    label_at: tuple[float, float] | None = None
    percent: float
    percent_to: float | None = None
    who: str
    tested: str
    people: int = 0
    year: int
    source: str

    def __post_init__(self) -> None:
        _check(self.who in {"ms", "other"}, f"{self.country}: who is “ms” or “other”, not “{self.who}”")
        _check(0 <= self.percent <= (self.percent_to or 100) <= 100, f"{self.country}: {self.percent} % is no share")

    @property
    def in_ten(self) -> str:
        """People in ten, as on the label: ``"6"``, or ``"6–7"`` for a range."""
        low, high = round(self.percent / 10), round((self.percent_to or self.percent) / 10)
        return str(low) if low == high else f"{low}–{high}"

    @property
    def band(self) -> int:
        """People in ten, of a range those in its middle."""
        return round((self.percent + (self.percent_to or self.percent)) / 20)


def _check(holds: bool, otherwise: str) -> None:
    if not holds:
        raise ValueError(otherwise)
