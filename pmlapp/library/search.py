"""Typed words to ranked hits."""

from collections.abc import Sequence
from functools import cached_property, partial
from math import log
from pathlib import Path
from typing import Final

from pmlapp.content.model import Findings, SearchHit
from pmlapp.content.schema import Stemmer
from pmlapp.content.store import ContentStore, SearchTable, SearchText
from pmlapp.library.hits import Hits
from pmlapp.library.query import Interpreter, Query, Typed
from pmlapp.library.snippet import Finder, Wanted

_FULL_TEXT_FROM_LETTERS: Final = 3
_BODY_PREFIX_FROM_LETTERS: Final = 5
"""Shorter beginnings stand for thousands of words of the answers, and none of them is meant."""

_CANDIDATES: Final = 150
_MOST_NAMES: Final = 60
_MOST_HEAD_TERMS: Final = 12
_MOST_BODY_TERMS: Final = 6
_MOST_ROWS_SCORED: Final = 1_200
"""Common words that follow rare ones change little but the waiting: bm25 looks at every row of each."""

_MOST_FREQUENCIES_KEPT: Final = 10_000

_SCALE: Final = 1.2
"""bm25 of a text that holds every word comes near 1.2 times the sum of their idf."""

_BODY_WEIGHT: Final = 0.8
_NAME_BONUS: Final = 1.0
_NAME_START_BONUS: Final = 0.5
_WORD_START_BONUS: Final = 0.1
_KIND_BONUS: Final = 0.3

_LEAST_SHARE_OF_BEST: Final = 0.1
"""Below, a page holds some common number or a word in passing, and would only make the list longer."""

_LONGEST_NAME_WORDS: Final = 6

_LARGE_LIBRARY: Final = 500
_UBIQUITOUS_IN_LARGE: Final = 0.2
_UBIQUITOUS_IN_SMALL: Final = 0.5
"""Of fifteen pages a fifth is three: too few to call a word common.  At a half its idf is zero anyway."""


def open_search(path: Path | str) -> "Search":
    """A search over the content file at ``path``, for programs without a window.

    Raises:
        ContentError: as `ContentStore.open`.
    """
    return Search(ContentStore.open(Path(path)))


class Search:
    """Finds pages of one content file by whatever a person types.

    Two searches stand behind each key: titles and names that begin with what
    is typed, at once; from the third character also the full text, as the OR
    of the words that matter.  The scoring is that of docs/content-file.md.
    """

    def __init__(self, store: ContentStore) -> None:
        self._store = store
        self._stemmer = Stemmer()
        self._frequencies: dict[tuple[SearchTable, str], int] = {}

    def search(self, query: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """The pages that answer ``query``, best first; none if it names what the library does not hold.

        Args:
            query: any text at all; the last word may be unfinished.
            limit: the most hits to return, 1 or more.
        """
        return tuple(self.find(query, limit).hits)

    def find(self, query: str, limit: int = 20) -> Findings:
        """The same, with what was searched for and what else to offer."""
        asked = self._settled(self._interpreter.query(query))
        return Findings(
            hits=self._found(asked, limit) if asked.text else (), typed=asked.text, searched=asked.text, offers=()
        )

    def finder(self, query: str) -> Finder:
        """Finds in any text the words that ``query`` asks for, and those that mean the same here.

        Words that most pages hold are left out where others remain: all over a page they would show nothing.
        """
        asked = self._settled(self._interpreter.query(query))
        rare = tuple(typed for typed in asked.words if self._share(typed) <= self._ubiquitous)
        return self._finder(asked._replace(words=rare or asked.words))

    def _found(self, asked: Query, limit: int) -> Hits:
        scores = self._named(asked)
        for number, score in self._by_words(asked).items():
            scores[number] = scores.get(number, 0.0) + score
        self._prefer_kind(asked, scores)
        best = sorted(scores.items(), key=lambda item: (-item[1], item[0]))[:limit]
        enough = [item for item in best if item[1] >= _LEAST_SHARE_OF_BEST * best[0][1]]
        return Hits(enough, partial(self._hit, asked, self._finder(asked)))

    @cached_property
    def _interpreter(self) -> Interpreter:
        return Interpreter(self._store.library().language, self._store.synonyms(), self._stemmer.stems)

    @cached_property
    def _articles(self) -> int:
        return self._store.counts().articles

    def _settled(self, asked: Query) -> Query:
        """A last word that the library knows as it stands is taken as finished: "die" is not "diet"."""
        if not asked.words or not asked.words[-1].unfinished:
            return asked
        last = asked.words[-1]._replace(unfinished=False)
        if len(last.word) < _FULL_TEXT_FROM_LETTERS or not self._share(last):
            return asked
        return asked._replace(words=(*asked.words[:-1], last))

    def _named(self, asked: Query) -> dict[int, float]:
        """Pages of which a title or name is what was typed, or begins with it."""
        scores: dict[int, float] = {}
        for number, name in self._store.numbers_named(asked.text, limit=_MOST_NAMES):
            bonus = _NAME_BONUS if len(name) == len(asked.text) else _NAME_START_BONUS
            scores[number] = max(bonus, scores.get(number, 0.0))
        return scores

    def _by_words(self, asked: Query) -> dict[int, float]:
        """Pages that hold the words typed so far; a last word of one or two letters counts only if it stands alone."""
        whole = tuple(
            typed
            for typed in asked.words
            if typed.means or not typed.unfinished or len(typed.word) >= _FULL_TEXT_FROM_LETTERS
        )
        if whole:
            return self._full_text(asked._replace(words=whole))
        if not asked.words:
            return {}
        (begun,) = _terms(asked.words)
        return dict.fromkeys(self._store.numbers_matching("search_head", begun, limit=_CANDIDATES), _WORD_START_BONUS)

    def _full_text(self, asked: Query) -> dict[int, float]:
        words, in_body = self._deciding(asked)
        scores = self._scored("search_head", words, _MOST_HEAD_TERMS)
        if in_body and (len(scores) < _CANDIDATES or self._rarest_in_body(words) <= _MOST_ROWS_SCORED):
            for number, score in self._scored("search_body", words, _MOST_BODY_TERMS).items():
                scores[number] = scores.get(number, 0.0) + _BODY_WEIGHT * score
        return scores

    def _rarest_in_body(self, words: Sequence[Typed]) -> int:
        counts = (self._frequency("search_body", term) for term in _terms(words, "search_body"))
        return min(filter(None, counts), default=0)

    def _deciding(self, asked: Query) -> tuple[list[Typed], bool]:
        """The words of which a page must hold one to be a hit, and whether its answer may hold them.

        Words that most pages hold, and words that only say what kind of answer
        is wanted, decide nothing as long as others remain.  Where the library
        does not know half of what is asked about, a passing mention in an
        answer is no answer: then only titles and names count.
        """
        subjects = [typed for typed in asked.words if typed.kind is None]
        known = [typed for typed in subjects if self._share(typed) > 0]
        rare = [typed for typed in known if self._share(typed) <= self._ubiquitous]
        unknown = sum(not typed.everyday for typed in subjects if typed not in known)
        if rare:
            return rare, unknown < len(rare)
        if unknown and not self._names_something(asked):
            return [], False
        kinds = [typed for typed in asked.words if typed.kind is not None and self._share(typed) > 0]
        return kinds or known, not unknown

    @property
    def _ubiquitous(self) -> float:
        return _UBIQUITOUS_IN_LARGE if self._articles >= _LARGE_LIBRARY else _UBIQUITOUS_IN_SMALL

    def _share(self, typed: Typed) -> float:
        """The share of the pages that hold a word in title or answer, whichever is more."""
        terms = _terms((typed,))
        counts = [self._frequency(table, term) for term in terms for table in ("search_head", "search_body")]
        return max(counts) / max(self._articles, 1)

    def _names_something(self, asked: Query) -> bool:
        """Whether words that stand together in the query are the name of something in the library."""
        phrases = (
            asked.text[first.start : last.end]
            for place, first in enumerate(asked.words)
            for last in asked.words[place : place + _LONGEST_NAME_WORDS]
        )
        return any(
            len(name) == len(phrase) for phrase in phrases for _, name in self._store.numbers_named(phrase, limit=1)
        )

    def _scored(self, table: SearchTable, words: Sequence[Typed], most: int) -> dict[int, float]:
        found = {term: count for term in _terms(words, table) if (count := self._frequency(table, term))}
        rarest = sorted(found, key=lambda term: (found[term], term))[:most]
        while len(rarest) > 1 and sum(found[term] for term in rarest) > _MOST_ROWS_SCORED:
            rarest.pop()
        if not rarest:
            return {}
        full_marks = _SCALE * sum(self._idf(found[term]) for term in rarest)
        scores = self._store.scores(table, " OR ".join(rarest), limit=_CANDIDATES)
        return {number: score / full_marks for number, score in scores}

    def _idf(self, count: int) -> float:
        # As FTS5 reckons it, the floor included.
        return max(log((self._articles - count + 0.5) / (count + 0.5)), 1e-6)

    def _frequency(self, table: SearchTable, term: str) -> int:
        known = self._frequencies.get((table, term))
        if known is None:
            if len(self._frequencies) >= _MOST_FREQUENCIES_KEPT:
                self._frequencies.clear()
            known = self._frequencies[table, term] = self._store.count_matching(table, term)
        return known

    def _prefer_kind(self, asked: Query, scores: dict[int, float]) -> None:
        if asked.kinds and scores:
            candidates = sorted(scores, key=lambda number: -scores[number])[:_CANDIDATES]
            for number, question_type in self._store.question_types(candidates).items():
                if question_type in asked.kinds:
                    scores[number] += _KIND_BONUS

    def _finder(self, asked: Query) -> Finder:
        wanted = {typed.word: Wanted(typed.word, typed.unfinished) for typed in asked.words if not typed.little}
        for typed in asked.words:
            for word in typed.means:
                wanted.setdefault(word, Wanted(word, False))
        return Finder(tuple(wanted.values()), self._stemmer.stems)

    def _hit(self, asked: Query, finder: Finder, number: int, score: float) -> SearchHit:
        text = self._store.search_text(number)
        snippet, there = finder.snippet(text.short_answer, text.body)
        there |= finder.words("\n".join((text.summary.title, *text.names, *text.also_asked)))
        return SearchHit(
            article=text.summary,
            topic_title=text.topic_title,
            snippet=snippet.text,
            marks=snippet.marks,
            matched=asked.shown(typed for typed in asked.words if not there.isdisjoint((typed.word, *typed.means))),
            score=score,
            question=_way_of_asking(text, finder),
        )


def _way_of_asking(text: SearchText, finder: Finder) -> str:
    """The question that holds the most words searched for; empty if the title holds as many."""
    best, most = "", len(finder.words(text.summary.title))
    for question in text.also_asked:
        if (held := len(finder.words(question))) > most:
            best, most = question, held
    return best


def _terms(words: Sequence[Typed], table: SearchTable = "search_head") -> list[str]:
    """The FTS5 terms for the words and for what they mean; quoted, for a word is never syntax."""
    terms: dict[str, None] = {}
    for typed in words:
        begun = typed.unfinished and (table == "search_head" or len(typed.word) >= _BODY_PREFIX_FROM_LETTERS)
        terms[f'"{typed.word}" *' if begun else f'"{typed.word}"'] = None
        terms.update((f'"{word}"', None) for word in typed.means)
    return list(terms)
