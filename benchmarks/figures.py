"""Samples of one figure, and tables of figures as Markdown."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True, slots=True)
class Samples:
    """What was measured, in the unit that the table names."""

    values: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.values)

    @property
    def p95(self) -> float:
        """The value that 19 of 20 stay below; the largest, if there are fewer than 20."""
        return quantiles(self.values, n=20, method="inclusive")[18] if len(self.values) >= 20 else max(self.values)

    def spread(self, digits: int) -> str:
        """``0.21 (0.20-0.25)``: median, least and most."""
        return f"{self.median:.{digits}f} ({min(self.values):.{digits}f}–{max(self.values):.{digits}f})"

    def percentiles(self, digits: int) -> str:
        """``8.1 / 14.0``: half of the samples and 19 of 20 stay below."""
        return f"{self.median:.{digits}f} / {self.p95:.{digits}f}"


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure should stay at or below, and whether it did."""

    words: str
    met: bool

    @classmethod
    def at_most(cls, limit: float, found: float, unit: str) -> "Aim":
        return cls(f"≤ {limit:g} {unit}".rstrip(), found <= limit)

    def __str__(self) -> str:
        return f"{self.words}: {'met' if self.met else 'MISSED'}"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the report."""

    figure: str
    ours: str
    floor: str = ""
    ratio: str = ""
    aim: Aim | None = None

    @property
    def cells(self) -> tuple[str, ...]:
        return self.figure, self.ours, self.floor, self.ratio, str(self.aim or "")


def compared(
    figure: str, ours: Samples, floor: Samples, *, digits: int, most: float | None = None, against: str = "floor"
) -> Row:
    """Ours beside the floor, or what else it stands ``against``; ``most`` is the largest ratio of medians aimed for."""
    ratio = ours.median / floor.median if floor.median else float("inf")
    aim = Aim.at_most(most, ratio, f"× {against}") if most else None
    return Row(figure, ours.spread(digits), floor.spread(digits), f"{ratio:.2f} ×", aim)


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table that also reads well as plain text."""
    widths = [max(len(cell) for cell in column) for column in zip(head, *rows, strict=True)]

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)) + " |"

    return "\n".join([line(head), line(["-" * width for width in widths]), *map(line, rows)])
