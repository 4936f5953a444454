"""A page that was found, ready to be made a hit of."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from pmlapp.content.file.search_tables import PageNames, SearchText
from pmlapp.content.markdown.markdown_text import without_links
from pmlapp.content.model import SearchHit
from pmlapp.library.search.finder import Finder, Match, all_words
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.query import Query
from pmlapp.library.search.snippet import Answer


class FoundPage:
    """One page, worth keeping: the next letter mostly finds it again."""

    def __init__(self, text: SearchText, names: PageNames, folding: Folding) -> None:
        if text.damaged:
            names = PageNames((), ())
        body = without_links(text.body)
        called = (text.summary.title, *names.names, *names.also_asked)
        self.flat = folding.fold("\n".join((*called, text.short_answer, body)))
        """All that it says, to find words in."""
        self._text = text
        self._also_asked = names.also_asked
        self._starts = list(accumulate((len(name) + 1 for name in called), initial=0))
        """Where in it each title, name and question begins, and what follows them."""
        self._first_question = 1 + len(names.names)
        self._answer = Answer(text.short_answer, body, begins=self._starts[-1])

    def hit(self, asked: Query, places: Sequence[Match], finder: Finder, score: float) -> SearchHit:
        """The page as a hit; ``places`` are those that ``finder`` found in ``flat``."""
        snippet = self._answer.snippet(places, finder)
        there = all_words(places)
        return SearchHit(
            article=self._text.summary,
            topic_title=self._text.topic_title,
            snippet=snippet.text,
            marks=snippet.marks,
            matched=asked.shown(typed for typed in asked.words if not there.isdisjoint((typed.word, *typed.means))),
            score=score,
            damaged=self._text.damaged,
            question=self._way_of_asking(places) if self._also_asked else "",
        )

    def _way_of_asking(self, places: Sequence[Match]) -> str:
        """The question that holds the most words searched for; empty if the title holds as many."""
        cuts = [bisect_left(places, (start,)) for start in self._starts]
        best, most = "", len(all_words(places[: cuts[1]]))
        for question, first, end in zip(
            self._also_asked, cuts[self._first_question :], cuts[self._first_question + 1 :], strict=False
        ):
            if first < end and (held := len(all_words(places[first:end]))) > most:
                best, most = question, held
        return best
