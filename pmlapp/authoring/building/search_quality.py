"""How well the search of a library does by its sheet of queries."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, NamedTuple

from pmlapp.authoring.sources.query_sheet import Absent, Asked, Offered, QueryKind, QuerySheet
from pmlapp.library.search.search import Search

LOOKED_AT: Final = 10
"""Beyond the tenth hit nobody looks; a page there counts as not found."""


class Answer(NamedTuple):
    """What the search made of one query."""

    typed: str
    searched: str
    found: tuple[str, ...]
    """Ids of pages, best first, at most ten."""
    offers: tuple[str, ...]


class Miss(NamedTuple):
    """A query that did not bring what it should."""

    expected: str
    """In words."""
    answer: Answer


@dataclass(frozen=True, slots=True)
class Figures:
    """How a set of queries did, by the place of the first expected page: from 0, None if it was not found."""

    places: tuple[int | None, ...]

    def within(self, first: int) -> float:
        """The share of the queries, 0 to 1, for which a page expected is among the ``first`` hits; 1 of none."""
        found = sum(place is not None and place < first for place in self.places)
        return found / len(self.places) if self.places else 1.0

    @property
    def mrr(self) -> float:
        """The mean of 1 / place counted from 1, 0 where nothing expected was found; 1 of none."""
        if not self.places:
            return 1.0
        return sum(1 / (place + 1) for place in self.places if place is not None) / len(self.places)


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchQuality:
    """All that came of a sheet."""

    by_kind: dict[QueryKind, Figures]
    """Of each kind that the sheet holds, in the order of the kinds."""
    in_all: Figures
    offered: float
    """The share of the slips, 0 to 1, for which what was meant was offered and nothing was put right unasked."""
    nothing: float
    """The share of the queries about what is not here, 0 to 1, that found nothing."""
    misses: tuple[Miss, ...]
    """Without an expected page among the first three, without the offer, with a hit where there is no answer."""
    shortfalls: tuple[str, ...]
    """Sentences on what stays below the least that the sheet asks for; empty if it passes."""


def measure(sheet: QuerySheet, search: Search, pages: Iterable[str]) -> SearchQuality:
    """Ask ``search`` everything on the sheet.

    Args:
        sheet: of the library that ``search`` searches.
        search: over that library.
        pages: the ids of all its articles.
    """
    misses: list[Miss] = []
    places: dict[QueryKind, list[int | None]] = {kind: [] for kind in QueryKind}
    for asked in sheet.asked:
        answer = _answer(search, asked.typed)
        place = next((place for place, page in enumerate(answer.found) if page in asked.pages), None)
        places[asked.kind].append(place)
        if place is None or place >= 3:
            misses.append(Miss(" or ".join(asked.pages), answer))
    by_kind = {kind: Figures(tuple(found)) for kind, found in places.items() if found}
    in_all = Figures(tuple(place for figures in by_kind.values() for place in figures.places))
    not_offered = [miss for offered in sheet.offered if (miss := _not_offered(search, offered))]
    found_something = [miss for absent in sheet.absent if (miss := _found_something(search, absent))]
    offered = 1 - len(not_offered) / len(sheet.offered) if sheet.offered else 1.0
    nothing = 1 - len(found_something) / len(sheet.absent) if sheet.absent else 1.0
    reached = {
        "page expected first": (in_all.within(1), sheet.least.at_1),
        "page expected in the first three": (in_all.within(3), sheet.least.at_3),
        "word meant offered": (offered, sheet.least.offered),
        "nothing found where nothing is": (nothing, sheet.least.nothing),
    }
    return SearchQuality(
        by_kind=by_kind,
        in_all=in_all,
        offered=offered,
        nothing=nothing,
        misses=(*misses, *not_offered, *found_something),
        shortfalls=(
            *(
                f"{what}: {100 * share:.1f} of 100 queries, at least {least} are asked for"
                for what, (share, least) in reached.items()
                if 100 * share < least
            ),
            *_seldom_expected(sheet.asked, sheet.least.each_page, pages),
        ),
    )


def _answer(search: Search, typed: str) -> Answer:
    findings = search.find(typed, LOOKED_AT)
    return Answer(typed, findings.searched, tuple(hit.article.id for hit in findings.hits), findings.offers)


def _not_offered(search: Search, offered: Offered) -> Miss | None:
    answer = _answer(search, offered.typed)
    untouched = answer.searched == answer.typed
    if untouched and any(offered.means.casefold() in offer.casefold() for offer in answer.offers):
        return None
    return Miss(f"the offer “{offered.means}”", answer)


def _found_something(search: Search, absent: Absent) -> Miss | None:
    answer = _answer(search, absent.typed)
    return Miss("nothing", answer) if answer.found else None


def _seldom_expected(asked: Iterable[Asked], least: int, pages: Iterable[str]) -> list[str]:
    times = Counter(page for each in asked for page in each.pages)
    return [
        f"{page} is expected by {times[page]} queries, at least {least} are asked for"
        for page in pages
        if times[page] < least
    ]
