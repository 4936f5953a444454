"""Recalls: signed notices that hide a page, or put a warning above it, whichever edition is in use."""

from collections.abc import Iterable
from datetime import date
from typing import Any, Final, NamedTuple

LARGEST: Final = 64 * 1024
"""Bytes of all recalls of a library together."""

_LONGEST_REASON: Final = 400
_MOST: Final = 200


class Recall(NamedTuple):
    """One notice about one page."""

    page: str
    sha256: str
    """The digest of the page that is meant, as hex; "" for every text of it."""
    hides: bool
    """Else the page is shown with a warning above it."""
    reason: str
    by: str
    on: date

    def is_about(self, page: str, sha256: str) -> bool:
        """Whether it is about this text of a page."""
        return self.page == page and self.sha256 in ("", sha256)


def to_json(library: str, recalls: Iterable[Recall]) -> bytes:
    """What is signed: the recalls of one library, the same bytes for the same recalls."""
    import json  # noqa: PLC0415 - most libraries have no recalls, and a start pays for every import

    rows = [{**each._asdict(), "on": each.on.isoformat()} for each in recalls]
    return json.dumps({"library": library, "recalls": rows}, ensure_ascii=False, indent=1, sort_keys=True).encode()


def from_json(data: bytes) -> tuple[str, tuple[Recall, ...]]:
    """The library and its recalls.

    Raises:
        ValueError: they are not as `to_json` writes them.
    """
    import json  # noqa: PLC0415 - see above

    if len(data) > LARGEST:
        raise ValueError("the recalls are too long")
    try:
        read = json.loads(data)
        rows = read["recalls"]
        if not isinstance(rows, list) or len(rows) > _MOST:
            raise ValueError("too many recalls")
        return _text(read["library"]), tuple(map(_recall, rows))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"not a list of recalls: {error}") from error


def _recall(row: Any) -> Recall:
    if not isinstance(row["hides"], bool):
        raise ValueError("a recall either hides a page or does not")
    return Recall(
        page=_text(row["page"]),
        sha256=_text(row["sha256"]),
        hides=row["hides"],
        reason=_text(row["reason"]),
        by=_text(row["by"]),
        on=date.fromisoformat(_text(row["on"])),
    )


def _text(value: object) -> str:
    if not isinstance(value, str) or len(value) > _LONGEST_REASON or not value.isprintable():
        raise ValueError("a recall holds something that is not a line of text")
    return value
