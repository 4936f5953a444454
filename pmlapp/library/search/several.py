"""One search over several content files."""

from collections.abc import Sequence

from pmlapp.content.model import Findings, SearchHit
from pmlapp.library.search.search import Search


class Searches:
    """Asks the search of each file, and puts what they found in one order.

    Scores say how much of what was asked for a page holds, on the same scale in
    every file; a file that knows fewer of the words counts for less.
    """

    def __init__(self, searches: Sequence[Search]) -> None:
        self._searches = tuple(searches)

    def search(self, query: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """The pages of all files that answer ``query``, best first; as `Search.search`."""
        return tuple(self.find(query, limit).hits)

    def find(self, query: str, limit: int = 20, *, as_typed: bool = False) -> Findings:
        """The same, with what was searched for and what else to offer; as `Search.find`.

        No word is put right that one of the files knows: what it finds comes alone then.
        """
        found = [(search, search.find(query, limit, as_typed=as_typed)) for search in self._searches]
        answered = [each for each in found if each[1].hits] or found
        plain = [each for each in answered if each[1].searched == each[1].typed]
        searched = (plain or answered)[0][1].searched
        kept = [each for each in answered if each[1].searched == searched]
        hits = [
            hit._replace(score=hit.score * search.share_known(searched)) for search, each in kept for hit in each.hits
        ]
        hits.sort(key=lambda hit: -hit.score)
        offers = dict.fromkeys(offer for _, each in kept for offer in each.offers if offer != searched)
        term = next((each.term for _, each in kept if each.term), None)
        return Findings(tuple(hits[:limit]), found[0][1].typed, searched, tuple(offers), term)
