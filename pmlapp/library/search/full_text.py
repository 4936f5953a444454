"""How well the words of a query fit the full-text tables: which words decide, and what each page scores by them.

Step 5 of docs/search.md. The idea: an OR of the rarest words, since an AND of a sentence finds nothing; titles and
names in a table of their own, since bm25 divides by the length of the whole row. Tried and lost: answers weighed more
than 0.8, fewer rows than 2,000, nearness of words, bm25 without the lengths of texts.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from itertools import combinations
from math import log
from typing import Final, NamedTuple

from pmlapp.content.file.search_tables import SEARCH_TABLES, SearchTable
from pmlapp.content.file.store import ContentStore
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.protected_words import ProtectedWords
from pmlapp.library.search.query import Query, Typed

CANDIDATES: Final = 80
_ENOUGH_OF_A_NAME: Final = 20
"""Pages found by title or name make a list: no page that mentions it in passing is needed to fill it."""

FULL_TEXT_FROM_LETTERS: Final = 3
_BODY_PREFIX_FROM_LETTERS: Final = 5
"""Shorter beginnings stand for thousands of words of the answers, and none of them is meant."""

_MOST_HEAD_TERMS: Final = 12
_MOST_BODY_TERMS: Final = 6
_MOST_ROWS_IN_HEAD: Final = 2_000
_MOST_ROWS_IN_BODY: Final = 2_000
"""Common words that follow rare ones change little but the waiting: bm25 looks at every row of each."""

_FREQUENCIES_KEPT: Final = 10_000
_SHARES_KEPT: Final = 1_000
_SCORES_KEPT: Final = 20
"""Of the last few expressions, for the next letter may add no word."""

_SCALE: Final = 1.2
"""bm25 of a text that holds every word comes near 1.2 times the sum of their idf."""

_NEARLY_ALL: Final = 0.9
"""What a title or name scores that holds nearly all of what is asked, on that scale."""

_SAID_BY_ALL: Final = 0.3
"""Of the score by words that most pages hold, where the kind of answer is asked for."""

_WORD_START_BONUS: Final = 0.1
_SHORTEST_PART: Final = 2
_YEAR: Final = 4
"""Digits: a shorter number says little by itself."""

_LONGEST_NAME_WORDS: Final = 6

_MOST_BY_CHANCE: Final = 3
_MOST_COMBINED: Final = 6

_LARGE_LIBRARY: Final = 500
_UBIQUITOUS_IN_LARGE: Final = 0.2
_UBIQUITOUS_IN_SMALL: Final = 0.5
"""Of fifteen pages a fifth is three: too few to call a word common.  At a half its idf is zero anyway."""


class Shares(NamedTuple):
    """Which share of the pages holds a word: in title and names, in answers; 0 only if none does in either."""

    least: float
    """Where fewer hold it, unless that is nowhere."""
    most: float


class Scores(NamedTuple):
    """What bm25 gives each page that was found, by number: about 1 where it holds every word that decides."""

    titles: Mapping[int, float]
    """In titles, names and ways of asking."""
    answers: Mapping[int, float]


class FullText:
    """Scores the pages of one content file by the words of a query."""

    def __init__(self, store: ContentStore, folding: Folding, protected: ProtectedWords) -> None:
        self._store = store
        self._folding = folding
        self._protected = protected
        self._frequency = lru_cache(_FREQUENCIES_KEPT)(store.count_matching)
        self._best = lru_cache(_SCORES_KEPT)(partial(store.scores, limit=CANDIDATES))
        self._shares_of = lru_cache(_SHARES_KEPT)(self._counted)

    @cached_property
    def articles(self) -> int:
        """How many pages there are."""
        return self._store.page_count()

    def knows(self, typed: Typed) -> bool:
        """Whether a page holds the word, or the start of one where it is unfinished, in title or answer."""
        return self._shares(typed).most > 0

    def holds(self, word: str) -> bool:
        """Whether a page holds a word, which need not have been typed."""
        return any(self._frequency(table, f'"{word}"') for table in SEARCH_TABLES)

    def parted(self, word: str) -> str:
        """A word as two that are side by side in some page: ``co trimoxazole``; "" if there are none."""
        cuts = [f"{word[:cut]} {word[cut:]}" for cut in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)]
        every = " OR ".join(f'"{cut}"' for cut in cuts)
        if not cuts or not any(self._store.holds(table, every) for table in SEARCH_TABLES):
            return ""
        return next(filter(self.holds, cuts), "")

    def is_in_titles(self, typed: Typed) -> bool:
        """Whether a title, name or question holds the word, or a form of it."""
        return any(self._frequency("search_head", term) for term in terms((typed,)))

    def tells(self, typed: Typed) -> bool:
        """Whether few enough pages hold the word, in titles and names or in answers, for it to say anything."""
        return self._shares(typed).least <= self._ubiquitous

    def may_answer_by_kind(self, asked: Query) -> bool:
        """Whether the kind of answer asked for is enough to find pages by: "how long have I got".

        So it is where all pages are about one thing, and nothing is named that none of them holds.
        """
        if not asked.kinds or self.articles >= _LARGE_LIBRARY or self._names_what_is_not_here(asked):
            return False
        return all(typed.kind or typed.everyday or self.knows(typed) for typed in asked.words)

    def share_known(self, asked: Query) -> float:
        """How many of the words that say what is asked about any page holds, from 0 to 1."""
        subjects = [typed for typed in asked.words if typed.kind is None and not typed.everyday]
        return sum(map(self.knows, subjects)) / len(subjects) if subjects else 1.0

    def settled(self, asked: Query) -> Query:
        """A last word that the library knows as typed is taken as finished: "die" is not "diet"."""
        if not asked.words or not asked.words[-1].unfinished:
            return asked
        last = asked.words[-1]._replace(unfinished=False)
        if len(last.word) < FULL_TEXT_FROM_LETTERS or not self.knows(last):
            return asked
        return asked._replace(words=(*asked.words[:-1], last))

    def scores(self, asked: Query, *, is_name: bool) -> Scores:
        """Pages that hold the words typed so far; a last word of one or two letters counts only if it stands alone.

        If the whole query ``is_name`` of something, a list full of titles and names needs no pages that mention it.
        """
        whole = tuple(
            typed
            for typed in asked.words
            if typed.means or typed.unspaced or not typed.unfinished or len(typed.word) >= FULL_TEXT_FROM_LETTERS
        )
        if whole:
            return self._by_whole_words(asked._replace(words=whole), is_name)
        if not asked.words:
            return Scores({}, {})
        (begun,) = terms(asked.words)
        numbers = self._store.numbers_matching("search_head", begun, limit=CANDIDATES)
        return Scores(dict.fromkeys(numbers, _WORD_START_BONUS), {})

    def weight(self, count: int) -> float:
        """The idf of a word that ``count`` pages hold, as FTS5 reckons it, its floor included."""
        return max(log((self.articles - min(count, self.articles) + 0.5) / (count + 0.5)), 1e-6)

    def _by_whole_words(self, asked: Query, is_name: bool) -> Scores:
        words, in_body = self._deciding(asked)
        titles = self._scored("search_head", words, _MOST_HEAD_TERMS)
        answers: dict[int, float] = {}
        if in_body and self._answers_may_add(asked, words, titles, is_name):
            answers = self._scored("search_body", words, _MOST_BODY_TERMS)
        if asked.kinds and self.articles < _LARGE_LIBRARY and not any(map(self.tells, words)):
            # Where all pages hold the words, bm25 knows the lengths of texts and nothing else.
            return Scores(_faint(titles), _faint(answers))
        return Scores(titles, answers)

    def _answers_may_add(
        self, asked: Query, words: Sequence[Typed], scores: Mapping[int, float], is_name: bool
    ) -> bool:
        """Whether pages that hold the words in their answers alone belong among those with these scores by names."""
        if len(scores) >= _ENOUGH_OF_A_NAME and (is_name or self._has_pages_named(asked, scores)):
            return False
        return len(scores) < CANDIDATES or self._rarest_in_body(words) <= _MOST_ROWS_IN_BODY

    def _has_pages_named(self, asked: Query, scores: Mapping[int, float]) -> bool:
        """Whether a large library has pages named after what is asked: others that mention it only come between."""
        return (
            self.articles >= _LARGE_LIBRARY
            and max(scores.values()) >= _NEARLY_ALL
            and not asked.words[-1].unfinished
            and all(typed.kind is not None or typed.everyday or self.is_in_titles(typed) for typed in asked.words)
        )

    def _rarest_in_body(self, words: Sequence[Typed]) -> int:
        counts = (self._frequency("search_body", term) for term in terms(words, "search_body"))
        return min(filter(None, counts), default=0)

    def _deciding(self, asked: Query) -> tuple[list[Typed], bool]:
        """The words of which a page must hold one to be a hit, and whether its answer may hold them.

        Words that most pages hold, and words that only say what kind of answer
        is wanted, decide nothing as long as others remain.  Where the library
        does not know half of what is asked about, a passing mention in an
        answer does not count: then only titles and names count.
        """
        subjects = [typed for typed in asked.words if typed.kind is None]
        known = [typed for typed in subjects if self.knows(typed)]
        pairs = [typed for typed in subjects if typed.unspaced]
        if 2 * sum(typed in known for typed in pairs) < len(pairs):
            return [], False
        if self._names_what_is_not_here(asked) and not self._names_something(asked):
            return [], False
        rare = [typed for typed in known if self.tells(typed)]
        if len(rare) < len(known) and all(typed.word.isdigit() and len(typed.word) < _YEAR for typed in rare):
            rare = []  # "my son is 9, could he have it": not every page with a nine in it
        if asked.kinds and all(typed.everyday for typed in rare):
            # "What foods are good": not every page with something good in it.
            known = [typed for typed in known if typed not in rare] or known
            rare = []
        unknown = sum(not typed.everyday for typed in subjects if typed not in known)
        if rare and self.articles < _LARGE_LIBRARY and not self._is_on_the_subject(asked, rare, unknown):
            return [], False
        if rare:
            # "Lump in breast" is not asked of the page on milk, though that has one of the two words.
            asked_here = unknown < len(rare) or pairs or any(typed.means for typed in rare)
            return (rare, unknown < len(rare)) if asked_here or self._names_something(asked) else ([], False)
        if unknown and not self._names_something(asked):
            return [], False
        kinds = [typed for typed in asked.words if typed.kind is not None and self.knows(typed)]
        if self.may_answer_by_kind(asked):
            kinds = [typed for typed in kinds if not typed.said_by_phrase]
        return [*kinds, *known], not unknown

    def _is_on_the_subject(self, asked: Query, rare: Sequence[Typed], unknown: int) -> bool:
        """Whether what is asked may be about the one thing that a small library is about.

        It is where a word says which kind of answer is wanted, where most pages hold a word, where one has a synonym,
        or where the library has a thing of that name. Else every word must be known, and of three or more words most
        must be on one page: of "best shoes for running" each is on some page by chance.
        """
        if asked.kinds or any(typed.means or typed.unspaced or typed.unfinished for typed in asked.words):
            return True
        if any(typed not in rare and self.knows(typed) and not typed.everyday for typed in asked.words):
            return True
        if self._names_something(asked):
            return True
        if unknown:
            return len(rare) > 2 * unknown
        words = [f'"{typed.word}"' for typed in rare]
        if len(words) < _MOST_BY_CHANCE:
            return True
        together = " OR ".join(
            f"({' AND '.join(some)})"
            for some in combinations(words[:_MOST_COMBINED], len(words[:_MOST_COMBINED]) // 2 + 1)
        )
        return any(self._store.holds(table, together) for table in SEARCH_TABLES)

    @property
    def _ubiquitous(self) -> float:
        return _UBIQUITOUS_IN_LARGE if self.articles >= _LARGE_LIBRARY else _UBIQUITOUS_IN_SMALL

    def _shares(self, typed: Typed) -> Shares:
        """The shares of the pages that hold a word; a query asks this some five times of each of its words."""
        return self._shares_of(typed.word, typed.unfinished, typed.unspaced, typed.means)

    def _counted(self, word: str, unfinished: bool, unspaced: bool, means: tuple[str, ...]) -> Shares:
        held = _terms(word, means, begun=unfinished, unspaced=unspaced)
        most = [max(self._frequency(table, term) for term in held) for table in SEARCH_TABLES]
        shares = [pages / max(self.articles, 1) for pages in most if pages] or [0.0]
        return Shares(min(shares), max(shares))

    def _names_what_is_not_here(self, asked: Query) -> bool:
        """Whether the query names an illness of which no page speaks."""
        for place in range(len(asked.words)):
            for length in range(1, self._protected.longest + 1):
                named = asked.words[place : place + length]
                words = tuple(typed.word for typed in named)
                if words in self._protected.names and not any(typed.means for typed in named):
                    phrase = f'"{" ".join(words)}"'
                    if not self._frequency("search_head", phrase) and not self._frequency("search_body", phrase):
                        return True
        return False

    def _names_something(self, asked: Query) -> bool:
        """Whether adjacent words of the query are the name of something in the library."""
        phrases = (
            self._folding.folded(asked.text[first.start : last.end])
            for place, first in enumerate(asked.words)
            for last in asked.words[place : place + _LONGEST_NAME_WORDS]
        )
        return any(
            self._folding.key(name) == self._folding.key(phrase)
            for phrase in phrases
            for _, name in self._store.numbers_named(phrase, limit=1)
        )

    def _scored(self, table: SearchTable, words: Sequence[Typed], most: int) -> dict[int, float]:
        found = {term: count for term in terms(words, table) if (count := self._frequency(table, term))}
        rarest = sorted(found, key=lambda term: (found[term], term))[:most]
        most_rows = _MOST_ROWS_IN_HEAD if table == "search_head" else _MOST_ROWS_IN_BODY
        while len(rarest) > 1 and sum(found[term] for term in rarest) > most_rows:
            rarest.pop()
        if not rarest:
            return {}
        full_marks = _SCALE * sum(self.weight(found[term]) for term in rarest)
        return {number: score / full_marks for number, score in self._best(table, " OR ".join(rarest))}


def _faint(scores: Mapping[int, float]) -> dict[int, float]:
    return {number: _SAID_BY_ALL * score for number, score in scores.items()}


def terms(words: Iterable[Typed], table: SearchTable = "search_head") -> list[str]:
    """The FTS5 terms for the words and for what they mean; quoted, for a word is never syntax."""
    found: dict[str, None] = {}
    for typed in words:
        begun = typed.unfinished and (table == "search_head" or len(typed.word) >= _BODY_PREFIX_FROM_LETTERS)
        found.update(dict.fromkeys(_terms(typed.word, typed.means, begun=begun, unspaced=typed.unspaced)))
    return list(found)


def _terms(word: str, means: tuple[str, ...], *, begun: bool, unspaced: bool) -> list[str]:
    single = unspaced and len(word) == 1
    return [f'"{word}" *' if begun or single else f'"{word}"', *(f'"{meaning}"' for meaning in means)]
