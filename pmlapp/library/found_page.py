"""A page that was found, ready to be made a hit of."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate, pairwise

from pmlapp.content.model import SearchHit
from pmlapp.content.search_tables import PageNames, SearchText
from pmlapp.library.finder import Finder, Flat, Place, all_words
from pmlapp.library.query import Query
from pmlapp.library.snippet import Answer
from pmlapp.library.words import without_links


class FoundPage:
    """One page, worth keeping: the next letter mostly finds it again."""

    def __init__(self, text: SearchText, names: PageNames) -> None:
        body = without_links(text.body)
        parts = (text.summary.title, *names.names, *names.also_asked, text.short_answer, body)
        self.flat = Flat.of("\n".join(parts))
        """All that it says, to find words in."""
        self._starts = list(accumulate((len(part) + 1 for part in parts), initial=0))
        self._text = text
        self._also_asked = names.also_asked
        self._answer = Answer(text.short_answer, body)

    def hit(self, asked: Query, places: Sequence[Place], finder: Finder, score: float) -> SearchHit:
        """The page as a hit; ``places`` are those that ``finder`` found in ``flat``."""
        cuts = [bisect_left(places, (start,)) for start in self._starts]
        *called, in_short, in_body = [places[first:end] for first, end in pairwise(cuts)]
        snippet = self._answer.snippet(_moved(in_short, self._starts[-3]), _moved(in_body, self._starts[-2]), finder)
        there = all_words(places)
        return SearchHit(
            article=self._text.summary,
            topic_title=self._text.topic_title,
            snippet=snippet.text,
            marks=snippet.marks,
            matched=asked.shown(typed for typed in asked.words if not there.isdisjoint((typed.word, *typed.means))),
            score=score,
            question=self._way_of_asking(called) if there else "",
        )

    def _way_of_asking(self, called: Sequence[Sequence[Place]]) -> str:
        """The question that holds the most words searched for; empty if the title holds as many."""
        best, most = "", len(all_words(called[0]))
        questions = called[len(called) - len(self._also_asked) :]
        for question, places in zip(self._also_asked, questions, strict=True):
            if places and (held := len(all_words(places))) > most:
                best, most = question, held
        return best


def _moved(places: Sequence[Place], start: int) -> list[Place]:
    """The places as counted from ``start``."""
    return [Place(place.start - start, place.end - start, place.words) for place in places]
