"""Typed words to ranked hits."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleId, Findings, GlossaryTerm, SearchHit
from pmlapp.library.search.finder import Finder, Wanted
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.found_page import FoundPage
from pmlapp.library.search.full_text import FullText
from pmlapp.library.search.hits import Hits
from pmlapp.library.search.kept import Kept
from pmlapp.library.search.language import Language
from pmlapp.library.search.order import NAME_BONUS, NAME_START_BONUS, WEIGHTS, Parts
from pmlapp.library.search.protected_words import ProtectedWords
from pmlapp.library.search.query import Interpreter, Query, Typed
from pmlapp.library.search.ranking import Ranking
from pmlapp.library.search.snippet import FAR_ENOUGH
from pmlapp.library.search.spelling import Speller

_MOST_NAMES: Final = 60
_MOST_PAGES_KEPT: Final = 60
_MOST_NAMES_KEPT: Final = 500
_MOST_WORDS_KEPT: Final = 1_000
_SHORTEST_PARTED: Final = 5
"""Letters: a shorter word is hardly two."""

_SIGNS_OF_A_NAME: Final = 6
"""Characters by which a name may be longer than its words."""

_LEAST_SHARE_OF_BEST: Final = 0.1
"""Below, a page holds some common number or a word in passing, and would only make the list longer."""

_LEAST_SHARE_KNOWN: Final = 0.5
"""Of the words that say what is asked about, for a correction to be believed."""

_CODE: Final = re.compile(r"(?=.*\d)[0-9a-z][0-9a-z.:/ -]{1,28}[0-9a-z]")
_CODE_SIGNS: Final = re.compile(r"[^0-9a-z]")
_CODE_LIST: Final = re.compile(
    r"^(?:icd ?-? ?(?:9|10|11)?(?: ?-? ?cm)?|orphanet|mesh|umls|snomed(?: ct)?|codes?)\b[ :.-]*"
)


class Explained(NamedTuple):
    """Why a page is where it is among the hits."""

    page: ArticleId
    worth: Parts
    """What each part of the score gave."""
    score: float


@contextmanager
def open_search(path: Path | str) -> "Iterator[Search]":
    """A search over the content file at ``path``, which is closed at the end; for programs without a window.

    Raises:
        ContentError: as `ContentStore.open`.
    """
    with ContentStore.open(Path(path)) as store:
        yield Search(store)


class Search:
    """Finds pages of one content file by whatever a person types.

    Two searches are behind each key: titles and names that begin with what
    is typed, at once; from the third character also the full text, as the OR
    of the words that matter.  The steps are those of docs/search.md.
    """

    def __init__(self, store: ContentStore) -> None:
        self._store = store
        self._stemmer = store.stemmer
        self._names = Kept(store.names_of, most=_MOST_NAMES_KEPT)
        self._words = Kept(store.known_words, most=_MOST_WORDS_KEPT)
        self._pages = Kept(self._read, most=_MOST_PAGES_KEPT)

    def search(self, query: str, limit: int = 20) -> tuple[SearchHit, ...]:
        """The pages that answer ``query``, best first; none if it names what the library does not hold.

        Args:
            query: any text at all; the last word may be unfinished.
            limit: the most hits to return, 1 or more.
        """
        return tuple(self.find(query, limit).hits[:])

    def find(self, query: str, limit: int = 20, *, as_typed: bool = False) -> Findings:
        """The same, with what was searched for and what else to offer.

        Args:
            query: as for `search`.
            limit: as for `search`.
            as_typed: correct no word: somebody asked for just this.
        """
        asked = self._asked(query)
        correction = self._speller.correction(asked)
        if correction.text != asked.text and not as_typed:
            corrected = self._asked(correction.text)
            # Of "chocolate cake recipe" one word is near one of ours, and yet nothing of ours is meant.
            found = self._found(corrected, limit) if self._text.share_known(corrected) >= _LEAST_SHARE_KNOWN else ()
            if found:
                term = self._term(corrected)
                return Findings(found, asked.text, correction.text, offers=(asked.text,), term=term)
        offers = (correction.text, *correction.others) if as_typed else correction.others
        hits = self._found(asked, limit)
        if not hits and not offers and (guess := self._speller.guess(asked)):
            offers = (guess,)
        return Findings(
            hits=hits,
            typed=asked.text,
            searched=asked.text,
            offers=tuple(offer for offer in dict.fromkeys(offers) if offer != asked.text),
            term=self._term(asked),
        )

    def explain(self, query: str, limit: int = 10) -> tuple[Explained, ...]:
        """What each part of the score gave to each page that `find` finds, best first; for who looks after a library.

        Args:
            query: as for `search`.
            limit: as for `search`.
        """
        asked = self._asked(self.find(query, limit).searched)
        measured = self._measured(asked)
        best = self._scored(asked, limit)
        hits = self._hits(asked, self._finder(asked), best)
        return tuple(
            Explained(hit.article.id, measured[number].worth(WEIGHTS), score)
            for hit, (number, score) in zip(hits, best, strict=True)
        )

    def share_known(self, query: str) -> float:
        """How many of the words of ``query`` the library knows, from 0 to 1: to compare two libraries by."""
        return self._text.share_known(self._asked(query))

    def finder(self, query: str) -> Finder:
        """Finds in any text the words that ``query`` asks for, and those that mean the same here.

        Words that most pages hold are left out where others remain: all over a page they would show nothing.
        """
        asked = self._asked(query)
        telling = tuple(typed for typed in asked.words if self._text.tells(typed))
        return self._finder(asked._replace(words=telling or asked.words))

    @cached_property
    def folding(self) -> Folding:
        """How the letters and words of this library are folded."""
        return Folding(self._language)

    @cached_property
    def _interpreter(self) -> Interpreter:
        return Interpreter(
            self._language,
            self.folding,
            self._store.synonyms(),
            self._stemmer.stems,
            kinds=tuple(self._store.question_types()),
            knows_word=lambda word: bool(self._words.of((word,))),
        )

    @cached_property
    def _language(self) -> Language:
        return Language.of(self._store.library().language)

    @cached_property
    def _ranking(self) -> Ranking:
        weight, stems = self._text.weight, self._stemmer.stems
        return Ranking(self._store, self._names, weight=weight, stems=stems, folding=self.folding)

    @cached_property
    def _speller(self) -> Speller:
        return Speller(
            self._store,
            self.folding,
            knows=self._text.knows,
            is_in_titles=self._text.is_in_titles,
            real_words=self._protected.words,
            offered_only=frozenset(map(self.folding.reduced, self._language.offered_only)),
        )

    @cached_property
    def _protected(self) -> ProtectedWords:
        return ProtectedWords(self._language, self.folding)

    @cached_property
    def _text(self) -> FullText:
        return FullText(self._store, self.folding, self._protected)

    def _term(self, asked: Query) -> GlossaryTerm | None:
        """The hard word that is asked for, and nothing else beside it."""
        if not self._terms:
            return None
        words = [typed.word for typed in asked.words]
        stems = self._stemmer.stems(words)
        found = self._terms.get(tuple(stems[typed.word] for typed in asked.words if not typed.little))
        if found is None:
            return None
        term, whole = found
        # Little words count where they belong to the term: a "living will" is not meant by "how long will he live".
        typed = tuple(stems[word] for word in words)
        return term if any(typed[start : start + len(whole)] == whole for start in range(len(typed))) else None

    @cached_property
    def _terms(self) -> dict[tuple[str, ...], tuple[GlossaryTerm, tuple[str, ...]]]:
        """The glossary by the stems of each word and its other forms, each with the stems of all of that form."""
        glossary = self._store.glossary()
        words = {
            form: [piece.word for piece in self.folding.pieces(self.folding.fold(form))]
            for term in glossary
            for form in (term.word, *term.also)
        }
        # All at once: one by one takes thirty times as long.
        stems = self._stemmer.stems(word for each in words.values() for word in each)
        found: dict[tuple[str, ...], tuple[GlossaryTerm, tuple[str, ...]]] = {}
        for term in glossary:
            for form in (term.word, *term.also):
                whole = tuple(stems[word] for word in words[form])
                found.setdefault(
                    tuple(stems[word] for word in words[form] if word not in self.folding.stop), (term, whole)
                )
        return found

    def _asked(self, text: str) -> Query:
        return self._parted(self._joined(self._text.settled(self._interpreter.query(text))))

    def _joined(self, asked: Query) -> Query:
        """Words that the library writes as one stand for that one too: "pink eye", "co-trimoxazole"."""
        pairs = {
            place: (first.word + second.word, between)
            for place, (first, second) in enumerate(pairwise(asked.words))
            if not first.unspaced and (between := asked.text[first.end : second.start]) in (" ", "-")
        }
        known = self._words.of(tuple(whole for whole, _ in pairs.values())) if pairs else {}
        words = list(asked.words)
        for place, (whole, between) in pairs.items():
            both = asked.words[place : place + 2]
            # To look for each pair in every answer would take a tenth longer.
            maybe = between == "-" or not whole.isascii() or not all(map(self._text.knows, both))
            if whole in known or (maybe and self._text.holds(whole)):
                for each in (place, place + 1):
                    words[each] = words[each]._replace(means=(*words[each].means, whole))
        return asked._replace(words=tuple(words))

    def _parted(self, asked: Query) -> Query:
        """A word of which no page knows stands for the two that the library writes, or for the one in other letters."""
        words = [
            typed._replace(means=(meaning,)) if (meaning := self._other_writing(typed)) else typed
            for typed in asked.words
        ]
        return asked._replace(words=tuple(words))

    def _other_writing(self, typed: Typed) -> str:
        word = typed.word
        if typed.means or typed.unspaced or typed.little or self._text.knows(typed):
            return ""
        if self._language.latin and word.isascii() and (known := self._words.of((word,)).get(word)):
            return self.folding.reduced(known.shown) if not known.shown.isascii() else ""
        return self._text.parted(word) if len(word) >= _SHORTEST_PARTED else ""

    def _found(self, asked: Query, limit: int) -> Hits:
        return Hits(self._scored(asked, limit), partial(self._hits, asked, self._finder(asked)))

    def _scored(self, asked: Query, limit: int) -> list[tuple[int, float]]:
        scores = {number: parts.score(WEIGHTS) for number, parts in self._measured(asked).items()}
        best = sorted(scores.items(), key=lambda item: -item[1])[:limit]
        return [item for item in best if item[1] >= _LEAST_SHARE_OF_BEST * best[0][1]]

    def _measured(self, asked: Query) -> dict[int, Parts]:
        """The pages found, in the order shown, with what is weighed."""
        if not asked.text:
            return {}
        named = self._named(asked)
        titles, answers = self._text.scores(asked, is_name=NAME_BONUS in named.values())
        coded = frozenset(self._coded(asked))
        of_kind: Sequence[int] = ()
        if self._text.may_answer_by_kind(asked):
            of_kind = self._store.numbers_of_kinds(sorted(asked.kinds), limit=_MOST_NAMES)
        found = {
            number: Parts(
                named=named.get(number, 0.0),
                code=float(number in coded),
                titles=titles.get(number, 0.0),
                answers=answers.get(number, 0.0),
            )
            for number in {*named, *titles, *answers, *coded, *of_kind}
        }
        return self._ranking.parts(asked, found) if found else {}

    def _named(self, asked: Query) -> dict[int, float]:
        """Pages of which a title or name is what was typed, or begins with it."""
        scores: dict[int, float] = {}
        text, key = self.folding.folded(asked.text), self.folding.key(asked.text)
        for number, name in self._store.numbers_named(text, limit=_MOST_NAMES):
            # A name that is much longer has more words: most need not be cut into them.
            more = len(name) - len(text)
            is_name = not more or (more < _SIGNS_OF_A_NAME and self.folding.key(name) == key)
            bonus = NAME_BONUS if is_name else NAME_START_BONUS
            scores[number] = max(bonus, scores.get(number, 0.0))
        return scores

    def _coded(self, asked: Query) -> list[int]:
        """Pages with the classification code that was typed, or with the codes below it."""
        typed = _CODE_LIST.sub("", self.folding.folded(asked.text))
        if not _CODE.fullmatch(typed):
            return []
        code = _CODE_SIGNS.sub("", typed)
        exact = self._store.numbers_coded(code, begins=False, limit=_MOST_NAMES)
        return exact or self._store.numbers_coded(code, begins=True, limit=_MOST_NAMES)

    def _finder(self, asked: Query) -> Finder:
        wanted = {typed.word: Wanted(typed.word, typed.unfinished) for typed in asked.words if not typed.little}
        for typed in asked.words:
            for word in (word for meaning in typed.means for word in meaning.split()):
                wanted.setdefault(word, Wanted(word, False))
        return Finder(tuple(wanted.values()), self.folding, self._stemmer.stems)

    def _hits(self, asked: Query, finder: Finder, found: Sequence[tuple[int, float]]) -> list[SearchHit]:
        kept = self._pages.of([number for number, _ in found])
        pages = [kept[number] for number, _ in found]
        places = finder.places_in([page.flat for page in pages])
        return [
            page.hit(asked, there, finder, score) for page, there, (_, score) in zip(pages, places, found, strict=True)
        ]

    def _read(self, numbers: Sequence[int]) -> dict[int, FoundPage]:
        called = self._names.of(numbers)
        texts = self._store.search_texts(numbers, called, characters=FAR_ENOUGH)
        return {number: FoundPage(text, called[number], self.folding) for number, text in texts.items()}
