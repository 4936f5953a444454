"""Rows printed as text, as JSON or as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any


class Format(StrEnum):
    """What ``--format`` of a command that prints rows may be."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def text_table(lines: Sequence[tuple[str, ...]]) -> str:
    """Lines of cells, each column as wide as its widest cell; without a line break at the end."""
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def json_table(rows: Sequence[Mapping[str, Any]]) -> str:
    """A list of objects; what JSON does not know, such as a date, as text."""
    return json.dumps(rows, ensure_ascii=False, indent=2, default=str)


def csv_table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """The ``columns`` of each row under a line of their names; without a line break at the end."""
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().rstrip("\n")
