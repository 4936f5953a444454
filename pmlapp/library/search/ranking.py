"""The order of what was found: how much of a page's title or name was asked for, and whether it is the kind wanted.

Step 6 of docs/search.md. The idea: bm25 cannot see that a title holds nothing but what was asked for, nor which kind
of answer a page gives. So the best 40 are looked at and their parts weighed (`order.py`): the best order of the
candidates would bring nearly every answer first, the loss is order, not finding.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from pmlapp.content.file.search_tables import PageNames
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import QuestionType
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.kept import Kept
from pmlapp.library.search.order import KIND_IN_LONG, LONG_QUESTION, NAME_BONUS, NAME_START_BONUS, WEIGHTS, Parts
from pmlapp.library.search.query import Query

_LOOKED_AT: Final = 40
_SHORTEST_QUESTION: Final = 3
"""Words: what is shorter is a name, and is no wording."""

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
    every: frozenset[str]
    """All its words, little ones as well."""


class _Fit(NamedTuple):
    """How a name fits what was asked for; the largest is the best."""

    worth: float
    share: float
    """Of the name."""
    whole: float
    """That share times the share of the query that the name covers."""
    neighbours: float


_NO_FIT: Final = _Fit(0.0, 0.0, 0.0, 0.0)


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

    def parts(self, asked: Query, found: Mapping[int, Parts]) -> dict[int, Parts]:
        """Of the best of the pages found, in the order shown, with what their titles, names and kinds measure.

        Args:
            asked: the query.
            found: what finding them says of each page, by number.
        """
        rough = {number: parts.score(WEIGHTS) for number, parts in found.items()}
        best = sorted(rough, key=lambda number: (-rough[number], number))[:_LOOKED_AT]
        headings = self._headings.of(best)
        best.sort(key=lambda number: headings[number].position)
        titles = self._phrases(heading.title for heading in headings.values())
        called = {number: (*names.names, *names.also_asked) for number, names in self._names.of(best).items()}
        phrases = self._phrases(name for names in called.values() for name in names)
        wanted = self._query_terms(asked)
        kinds = asked.kinds - {QuestionType.OVERVIEW}

        def tells(phrase: _Phrase) -> bool:
            """Where all pages go by "flu", that a page has no other name says nothing about "can flu be prevented"."""
            return not kinds or phrase.weight > _LEAST_TELLING

        asked_words = frozenset(self._folding.words(asked.text))
        worded = {
            text: _likeness(asked_words, phrase)
            for each in (titles, phrases)
            for text, phrase in each.items()
            if len(phrase.every) >= _SHORTEST_QUESTION
        }
        fits = {name: _fit(wanted, phrase) for name, phrase in phrases.items() if tells(phrase)}
        fits = {name: fit for name, fit in fits.items() if fit is not _NO_FIT}
        exact, begun = self._same_words(asked, titles, phrases, names_begin=any(found[number].named for number in best))
        of_kind = KIND_IN_LONG if len(asked.words) > LONG_QUESTION else 1.0
        measured = {}
        for number in best:
            title, kind, _ = headings[number]
            names = called.get(number, ())
            fitting = [fits[name] for name in names if name in fits]
            fit = max(fitting, default=_NO_FIT)
            goes_by = {title, *names} if exact or begun else ()
            named = found[number].named
            if not exact.isdisjoint(goes_by):
                named = max(named, NAME_BONUS)
            elif not begun.isdisjoint(goes_by):
                named = max(named, NAME_START_BONUS)
            is_overview = kind == QuestionType.OVERVIEW and kind not in asked.kinds
            measured[number] = found[number]._replace(
                named=named,
                title=_share(wanted, titles[title]) if tells(titles[title]) else 0.0,
                name=max((fit.share for fit in fitting), default=0.0),
                whole=fit.whole,
                neighbours=fit.neighbours,
                wording=max((worded[text] for text in (title, *names) if text in worded), default=0.0),
                kind=of_kind if kind in asked.kinds else 0.0,
                overview=float(is_overview and not asked.kinds),
                second=float(is_overview and bool(asked.kinds)),
            )
        return measured

    def _same_words(
        self, asked: Query, titles: Mapping[str, _Phrase], phrases: Mapping[str, _Phrase], *, names_begin: bool
    ) -> tuple[set[str], set[str]]:
        """The titles and names of just the words asked for, and, if no name was found by its letters, that begin so.

        The file is looked up by letters, which misses "T-cell lymphoma, 1A" for "t cell lymphoma 1a". Where it has a
        name that begins so, that counts more: "marden w" is "Marden W", not "Marden-Walker".
        """
        key = self._folding.key(asked.text)
        if not key:
            return set(), set()
        keys = [(name, phrase.key) for each in (titles, phrases) for name, phrase in each.items()]
        exact = {name for name, known in keys if known == key}
        return exact, set() if names_begin else {name for name, known in keys if known.startswith(key)}

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
        return _Phrase(
            telling, stems, weights, sum(weights), " ".join(words), f" {' '.join(telling)}", frozenset(words)
        )

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


def _fit(wanted: _QueryTerms, name: _Phrase) -> "_Fit":
    """How a name fits what was asked for."""
    held = _held(wanted, name)
    if not held or not wanted.weight:
        return _NO_FIT
    together = len(wanted.pairs.intersection(pairwise(name.stems))) if wanted.pairs else 0
    share = held / name.weight
    whole = share * min(held / wanted.weight, 1.0)
    in_order = together / len(wanted.pairs) if together else 0.0
    return _Fit(WEIGHTS.whole * whole + WEIGHTS.neighbours * in_order, share, whole, in_order)


def _likeness(words: frozenset[str], phrase: _Phrase) -> float:
    """The share of all words of both, twice counted where both have one (Dice's coefficient), 0 to 1."""
    return 2 * len(words & phrase.every) / (len(words) + len(phrase.every)) if words else 0.0


def _held(wanted: _QueryTerms, phrase: _Phrase) -> float:
    stems, begun = wanted.stems, wanted.begun
    held = 0.0
    if stems.isdisjoint(phrase.stems) and not (begun and f" {begun}" in phrase.spaced):
        return held
    for word, stem, weight in zip(phrase.words, phrase.stems, phrase.weights, strict=True):
        if stem in stems or (begun and word.startswith(begun)):
            held += weight
    return held
