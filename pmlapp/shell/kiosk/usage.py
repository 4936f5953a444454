"""Usage counts, where a site has switched them on: how often each page was opened in a week, and no more."""

import csv
import io
import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Final

SUPPRESSED_BELOW: Final = 5
"""A smaller count might point at a person, and is never written out."""

_MOST_WEEKS: Final = 60
_LARGEST_FILE: Final = 1024 * 1024


class UsageCounts:
    """Counts in ``folder``; switched off it writes nothing.

    ``words`` is the fixed list whose words are counted by their place in it where they found
    nothing; empty where that is switched off too.  A visit leaves no order and no time behind:
    only a week's sum for each page.
    """

    def __init__(
        self, folder: Path, *, pages: bool, words: tuple[str, ...] = (), today: Callable[[], date] = date.today
    ) -> None:
        self._file = folder / "usage.json"
        self.counts_pages = pages
        self._places = {word: place for place, word in enumerate(words)}
        self._words = words
        self._today = today

    def opened(self, page: str) -> None:
        """A page was opened."""
        if self.counts_pages:
            self._add("pages", page)

    def found_nothing(self, query: str) -> None:
        """A search found nothing: count those of its words that are in the list, by their place."""
        for word in dict.fromkeys(query.casefold().split()):
            if (place := self._places.get(word)) is not None:
                self._add("missed", str(place))

    def rows(self) -> list[tuple[str, str, str, str]]:
        """``week, kind, what, count`` of everything that may be written out, the small ones only as such."""
        rows = []
        for week, kinds in sorted(self._kept().items()):
            for page, count in sorted(_counts(kinds, "pages").items()):
                said = f"fewer than {SUPPRESSED_BELOW}" if count < SUPPRESSED_BELOW else str(_rounded(count))
                rows.append((week, "page", page, said))
            for place, count in sorted(_counts(kinds, "missed").items()):
                if count >= SUPPRESSED_BELOW and place.isdecimal() and int(place) < len(self._words):
                    rows.append((week, "word that found nothing", self._words[int(place)], str(_rounded(count))))
        return rows

    def as_csv(self) -> str:
        """The counts as a table for a spreadsheet."""
        out = io.StringIO()
        table = csv.writer(out)
        table.writerow(("week", "kind", "what", "count"))
        table.writerows(self.rows())
        return out.getvalue()

    def _add(self, kind: str, what: str) -> None:
        year, week, _ = self._today().isocalendar()
        kept = self._kept()
        counts = kept.setdefault(f"{year}-W{week:02}", {}).setdefault(kind, {})
        counts[what] = counts.get(what, 0) + 1
        for old in sorted(kept)[:-_MOST_WEEKS]:
            del kept[old]
        unfinished = self._file.with_name(f".{self._file.name}.new")
        # A full disk costs counts, not the visitor.
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            unfinished.write_text(json.dumps(kept, sort_keys=True), encoding="utf-8")
            unfinished.chmod(0o600)
            unfinished.replace(self._file)

    def _kept(self) -> dict[str, dict[str, dict[str, int]]]:
        try:
            if self._file.stat().st_size > _LARGEST_FILE:
                return {}
            kept = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict):
            return {}
        return {
            week: {kind: _counts(kinds, kind) for kind in ("pages", "missed")}
            for week, kinds in kept.items()
            if isinstance(kinds, dict)
        }


def _counts(kinds: dict[str, Any], kind: str) -> dict[str, int]:
    counts = kinds.get(kind)
    if not isinstance(counts, dict):
        return {}
    return {what: count for what, count in counts.items() if isinstance(count, int) and count > 0}


def _rounded(count: int) -> int:
    """Down to a multiple of the smallest count shown, so that two exports do not tell one visitor."""
    return count - count % SUPPRESSED_BELOW
