"""The order of what was found: how much of a page's title or name was asked for, and whether it is the kind wanted.

Step 6 of docs/search.md. The idea: bm25 cannot see that a title holds nothing but what was asked for, nor which kind
of answer a page gives. So the best 25 pages are read and weighed again; 150 gave the same figures and 20 lost. A name
weighs twice a title; kinds weighed more than 0.6 brought the right illness first less often.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pmlapp.content.file.search_tables import PageNames
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import QuestionType
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.kept import Kept
from pmlapp.library.search.query import Query

NAME_BONUS: Final = 2.0
"""What it is worth that a page has just this title or name."""

NAME_START_BONUS: Final = 0.5
"""What it is worth that one begins so."""

_LOOKED_AT: Final = 25
_NAMES_LOOKED_AT: Final = 15
_TITLE_WEIGHT: Final = 0.4
_NAME_WEIGHT: Final = 0.8
_PAIR_WEIGHT: Final = 0.3
_KIND_WEIGHT: Final = 0.6
_OVERVIEW_WEIGHT: Final = 0.05
_LEAST_TELLING: Final = 0.001
"""A word that half of the pages hold weighs less."""

_NO_STEM_UP_TO_LETTERS: Final = 3
_MOST_PAGES_KEPT: Final = 500
_MOST_WORDS_KEPT: Final = 20_000
_MOST_PHRASES_KEPT: Final = 3_000

Stems = Callable[[Iterable[str]], Mapping[str, str]]


class _Phrase(NamedTuple):
    """A title or name as its words weigh."""

    words: list[str]
    stems: list[str]
    weights: list[float]
    weight: float
    """Of all of them together."""
    key: str
    """All its words: it is found by them, however they are held together."""
    spaced: str
    """Those that tell, each after a space, to see at once that none begins so."""


class _QueryTerms(NamedTuple):
    """The words asked for, as far as titles and names are concerned."""

    stems: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    """Words that are side by side."""
    begun: str
    """The word that is still being typed."""
    weight: float
    """Of all the words together."""


class Ranking:
    """Re-orders the best pages by what the full-text tables cannot see."""

    def __init__(
        self,
        store: ContentStore,
        names: Kept[int, PageNames],
        *,
        weight: Callable[[int], float],
        stems: Stems,
        folding: Folding,
    ) -> None:
        self._store = store
        self._folding = folding
        self._weight = weight
        self._stems = stems
        self._headings = Kept(store.headings, most=_MOST_PAGES_KEPT)
        self._names = names
        self._known: dict[str, _Phrase] = {}
        self._words: dict[str, tuple[str, float]] = {}

    def improve(self, asked: Query, scores: dict[int, float], named: Mapping[int, float]) -> dict[int, int]:
        """Add to the scores of the best pages what their titles, names and kinds are worth.

        Args:
            asked: the query.
            scores: of each page that was found.
            named: what is in the scores of some because a title or name is the query, or begins with it.

        Returns:
            The place of each of these pages in the order shown, by number.
        """
        best = sorted(scores, key=lambda number: (-scores[number], number))[:_LOOKED_AT]
        headings = self._headings.of(best)
        titles = self._phrases(heading.title for heading in headings.values())
        wanted = self._query_terms(asked)
        kinds = asked.kinds - {QuestionType.OVERVIEW}

        def tells(phrase: _Phrase) -> bool:
            """Where all pages go by "flu", that a page has no other name says nothing about "can flu be prevented"."""
            return not kinds or phrase.weight > _LEAST_TELLING

        for number in best:
            title, kind, _ = headings[number]
            if tells(titles[title]):
                scores[number] += _TITLE_WEIGHT * _share(wanted, titles[title])
            if kind in asked.kinds:
                scores[number] += _KIND_WEIGHT
            elif not asked.kinds and kind == QuestionType.OVERVIEW:
                scores[number] += _OVERVIEW_WEIGHT
        places = {number: heading.position for number, heading in headings.items()}
        best.sort(key=lambda number: (-scores[number], places[number]))
        called = {
            number: (*names.names, *names.also_asked)
            for number, names in self._names.of(best[:_NAMES_LOOKED_AT]).items()
        }
        phrases = self._phrases(name for names in called.values() for name in names)
        worth = {name: _worth(wanted, phrase) if tells(phrase) else 0.0 for name, phrase in phrases.items()}
        for number, names in called.items():
            scores[number] += max(map(worth.__getitem__, names), default=0.0)
        # The file is looked up by letters, which misses "T-cell lymphoma, 1A" for "t cell lymphoma 1a". Where it has a
        # name that begins so, that counts more: "marden w" is "Marden W", not "Marden-Walker".
        key = self._folding.key(asked.text)
        keys = [(name, phrase.key) for each in (titles, phrases) for name, phrase in each.items()] if key else []
        exact = {name for name, known in keys if known == key}
        begun = {name for name, known in keys if known.startswith(key)} if not named else set[str]()
        for number in best if exact or begun else ():
            goes_by = (headings[number].title, *called.get(number, ()))
            if not exact.isdisjoint(goes_by):
                bonus = NAME_START_BONUS if named else NAME_BONUS
            else:
                bonus = 0.0 if begun.isdisjoint(goes_by) else NAME_START_BONUS
            scores[number] += max(bonus - named.get(number, 0.0), 0.0)
        return places

    def _query_terms(self, asked: Query) -> _QueryTerms:
        words = [typed.word for typed in asked.words if not typed.said_by_phrase]
        self._learn(words)
        meant = (word for typed in asked.words for meaning in typed.means for word in meaning.split())
        stems = {word: _own(word, stem) for word, stem in self._stems((*words, *meant)).items()}
        in_order = [stems[typed.word] for typed in asked.words if not typed.little and typed.word in stems]
        last = asked.words[-1] if asked.words else None
        return _QueryTerms(
            stems=frozenset(stems.values()),
            pairs=frozenset(pairwise(in_order)),
            begun=last.word if last and last.unfinished and not last.said_by_phrase else "",
            weight=sum(self._words[word][1] for word in words),
        )

    def _phrases(self, texts: Iterable[str]) -> dict[str, _Phrase]:
        """Each text as a phrase; those of the last searches are at hand, since the next letter finds most of them."""
        if len(self._known) > _MOST_PHRASES_KEPT:
            self._known.clear()
        known = self._known
        wanted = set(texts)
        new = {text: self._folding.words(text) for text in wanted if text not in known}
        self._learn({word for words in new.values() for word in words})
        for text, words in new.items():
            known[text] = self._phrase(words)
        return {text: known[text] for text in wanted}

    def _phrase(self, words: Sequence[str]) -> _Phrase:
        telling = [word for word in words if word not in self._folding.stop]
        weighed = [self._words[word] for word in telling]
        weights = [weight for _, weight in weighed]
        stems = [stem for stem, _ in weighed]
        return _Phrase(telling, stems, weights, sum(weights), " ".join(words), f" {' '.join(telling)}")

    def _learn(self, words: Collection[str]) -> None:
        """Look up the stems and weights of words not met before."""
        new = {word: self._folding.reduced(word) for word in words if word not in self._words}
        if not new:
            return
        if len(self._words) > _MOST_WORDS_KEPT:
            self._words = {}
            new |= {word: self._folding.reduced(word) for word in words}
        known = self._store.known_words(new.values())
        for word, spelling in new.items():
            found = known.get(spelling)
            stem = _own(spelling, found.stem if found else spelling)
            self._words[word] = (stem, self._weight(found.pages if found else 1))


def _own(word: str, stem: str) -> str:
    """The stem, but of short words the word: "als" is not "al"."""
    return word if len(word) <= _NO_STEM_UP_TO_LETTERS else stem


def _share(wanted: _QueryTerms, phrase: _Phrase) -> float:
    """The share of a title's or name's words that were asked for, rare words counting more."""
    return _held(wanted, phrase) / phrase.weight if phrase.weight else 0.0


def _worth(wanted: _QueryTerms, name: _Phrase) -> float:
    """What it is worth that a page goes by this name: all of the name, and much of what was asked for, in order."""
    held = _held(wanted, name)
    if not held or not wanted.weight:
        return 0.0
    together = len(wanted.pairs.intersection(pairwise(name.stems)))
    in_order = together / len(wanted.pairs) if wanted.pairs else 0.0
    return _NAME_WEIGHT * held / name.weight * min(held / wanted.weight, 1.0) + _PAIR_WEIGHT * in_order


def _held(wanted: _QueryTerms, phrase: _Phrase) -> float:
    stems, begun = wanted.stems, wanted.begun
    held = 0.0
    if stems.isdisjoint(phrase.stems) and not (begun and f" {begun}" in phrase.spaced):
        return held
    for word, stem, weight in zip(phrase.words, phrase.stems, phrase.weights, strict=True):
        if stem in stems or (begun and word.startswith(begun)):
            held += weight
    return held
