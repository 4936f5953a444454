"""What a misspelt word was meant to be: steps 3 and 4 of docs/search.md.

The idea: groups of three letters find 30 known words that look alike, and slips and sounds choose among them; of some
that are nearly as near, the one that is in a title with the rest of the query. It is the largest gain for known
items: one slip from .75 to .99, two from .63 to .94 (.98 with changes that make a name of the query). Two slips in a
lone word of five letters were tried and lost: "fnord" became "food". What only the person may decide is offered:
names of medicines, words of violence and death.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, lru_cache, partial
from itertools import product
from typing import Final, NamedTuple

from pmlapp.content.file.search_tables import KnownWord
from pmlapp.content.file.store import ContentStore
from pmlapp.library.search.edits import edits
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.full_text import terms
from pmlapp.library.search.likeness import TOO_FAR, Likeness
from pmlapp.library.search.query import Query, Typed

_LOOKED_AT: Final = 30
_MOST_ROWS_SCORED: Final = 300
_LEAST_GROUPS: Final = 2
_WORDS_KEPT: Final = 100
_GROUPS_KEPT: Final = 2_000
_SHORTEST: Final = 4
_LONGEST: Final = 40
_MOST_PUT_RIGHT: Final = 6
"""Of a text with more unknown words no library knows what it is about."""

_MOST_STRANGE: Final = 2
_LONGEST_NAME: Final = 10
_MOST_TRIED: Final = 12
_SHORT: Final = 5
_SHORT_ALONE: Final = 6
"""With two slips in a shorter word nothing is left to go by, unless other words of the name are beside it."""

_STRETCHED: Final = 2
"""Slips forgiven in a shorter word where that makes a name of the query."""

_SHORTEST_PART: Final = 2

_NEARLY: Final = 1.0
_MOST_COMPARED: Final = 6

_MEDICINE: Final = re.compile(
    r".{2,}(?:mab|nib|mod|vir|pril|sartan|olol|statin|azole|cillin|mycin|zomib|cept|imus|oxacin|dipine|prazole|gliptin"
    r"|gliflozin|platin|rubicin|taxel|cycline|parin|xaban|triptan|setron|azepam|barbital|fumarate|mustine|bine|trexate|prine)"
)
"""The endings by which the World Health Organization names medicines of one kind."""


class Correction(NamedTuple):
    """A query as it was probably meant."""

    text: str
    """With the words put right that are safe to put right; the query as it was if there are none."""
    others: tuple[str, ...]
    """The query with a word changed that nobody but the person may decide on: a medicine's name, a word of violence."""


class Speller:
    """Knows the words of one library, and which of them a misspelt word is close to.

    A word that the library knows in any page is never misspelt, nor is the
    start of one that is still being typed, nor the name of an illness or of a
    medicine that the library happens to lack.
    """

    def __init__(
        self,
        store: ContentStore,
        folding: Folding,
        *,
        knows: Callable[[Typed], bool],
        is_in_titles: Callable[[Typed], bool],
        real_words: frozenset[str],
        offered_only: frozenset[str],
    ) -> None:
        self._store = store
        self._folding = folding
        self._knows = knows
        self._is_in_titles = is_in_titles
        self._real_words = real_words
        self._offered_only = offered_only
        self._pages_with = lru_cache(_GROUPS_KEPT)(partial(store.count_matching, "search_grams"))
        self._with_its_letters = lru_cache(_WORDS_KEPT)(self._looked_up)

    def correction(self, asked: Query) -> Correction:
        """The query as it was probably meant, word by word."""
        safe: list[tuple[int, int, str]] = []
        risky: list[tuple[int, int, str]] = []
        doubtful = [typed for typed in asked.words if self._is_doubtful(typed)][:_MOST_PUT_RIGHT]
        known = self._store.known_words(typed.word for typed in doubtful) if doubtful else {}
        unknown = {typed.word for typed in doubtful if typed.word not in known}
        meant = {word: self._meant(word, asked) for word in sorted(unknown)}
        for typed in doubtful:
            if (found := meant.get(typed.word)) is not None:
                text, is_medicine = found
                (risky if is_medicine else safe).append((typed.start, typed.end, text))
        text = _replaced(asked.text, safe)
        if not risky and (name := self._name_meant(asked, text)):
            return Correction(name, ())
        return Correction(text, (_replaced(asked.text, [*safe, *risky]),) if risky else ())

    def guess(self, asked: Query) -> str:
        """The query with its one unknown word changed for the nearest known one; empty if there is none.

        Nearer than nothing, but too far to search for unasked.
        """
        doubtful = [typed for typed in asked.words if self._is_doubtful(typed)]
        if len(doubtful) != 1:
            return ""
        (typed,) = doubtful
        near = [word for _, word in self._near(typed, stretched=True) if word.pages and word.word[0] == typed.word[0]]
        return _replaced(asked.text, [(typed.start, typed.end, near[0].shown)]) if near else ""

    def _is_doubtful(self, typed: Typed) -> bool:
        return self._may_be_misspelt(typed) and not self._knows(typed) and not self._is_begun(typed)

    def _may_be_misspelt(self, typed: Typed) -> bool:
        word = typed.word
        if typed.little or typed.means or typed.unspaced or typed.kind is not None or not word.isalpha():
            return False
        return _SHORTEST <= len(word) <= _LONGEST and word not in self._real_words

    def _is_begun(self, typed: Typed) -> bool:
        return typed.unfinished and self._store.knows_a_word_from(typed.word)

    def _name_meant(self, asked: Query, text: str) -> str:
        """The query as the title or name that it is but for the spelling; empty if there is none, or ``text`` is one.

        What makes a whole name of the query is hardly chance.  So here more slips are
        forgiven, and words are looked at that are in some answer but in no title.
        """
        strange = [typed for typed in asked.words if self._may_be_misspelt(typed) and not self._is_in_titles(typed)]
        if not 0 < len(strange) <= _MOST_STRANGE or len(asked.words) > _LONGEST_NAME:
            return ""
        named = self._named(text)
        start = strange[0].start
        if named == self._folding.key(text) or (start and not self._named(asked.text[:start])):
            return ""
        others = terms(typed for typed in asked.words if typed not in strange and not typed.little)
        if others and not self._store.holds("search_head", " AND ".join(others)):
            return ""
        known = self._store.known_words(typed.word for typed in strange)
        if any(typed.word in known or self._is_begun(typed) for typed in strange):
            return ""
        shortest = _SHORT if others else _SHORT_ALONE
        near = {typed: self._near(typed, stretched=len(typed.word) >= shortest) for typed in strange}
        begun = "" if named or not asked.words[-1].unfinished else None
        for way in sorted(product(*near.values()), key=lambda way: sum(distance for distance, _ in way)):
            meant = dict(zip(near, (word for _, word in way), strict=True))
            whole = _replaced(asked.text, [(typed.start, typed.end, word.shown) for typed, word in meant.items()])
            if not (name := self._named(whole)):
                continue
            if any(self._rather_written(word, [w for _, w in near[typed]]) != word for typed, word in meant.items()):
                continue
            if name == self._folding.key(whole):
                return whole
            begun = whole if begun is None else begun
        return begun or ""

    def _near(self, typed: Typed, *, stretched: bool) -> list[tuple[float, KnownWord]]:
        """The words nearest to one that is in no title; none of them may only be offered."""
        word = typed.word
        if self._is_medicine(word):
            return []
        likeness = Likeness(word, max(_STRETCHED, _allowed(word)) if stretched and not self._knows(typed) else 1)
        # Of a short word two slips leave no group of three letters; its first letters mostly stay.
        begun = self._store.words_from(
            {word[0] + word[1], word[0] + word[2]},
            shortest=len(word) - max(_STRETCHED, _allowed(word)),
            longest=len(word) + _STRETCHED,
        )
        near = sorted(
            (distance, candidate)
            for candidate in self._candidates(word, filter(likeness.may_be, begun))
            if (distance := likeness.distance(candidate)) < TOO_FAR and not self._is_only_offered(candidate.word)
        )
        return near[:_MOST_TRIED]

    def _named(self, text: str) -> str:
        """The key of a title or name that is the text or, failing that, begins with it; empty if there is none."""
        named = self._store.numbers_named(self._folding.folded(text), limit=1)
        return min((self._folding.key(name) for _, name in named), key=len, default="")

    def _meant(self, word: str, asked: Query) -> tuple[str, bool] | None:
        """What a word that the library does not know was meant to be, and whether a medicine's name is at stake."""
        # Two letters turned round in a short word leave no group of three letters as it was.
        turned = [word[:place] + word[place + 1] + word[place] + word[place + 2 :] for place in range(len(word) - 1)]
        likeness = Likeness(word, _allowed(word))
        close = sorted(
            (distance, candidate)
            for candidate in self._candidates(word, self._store.known_words(turned).values())
            if (distance := likeness.distance(candidate)) < TOO_FAR
        )
        best, least = self._fitting(close, asked) if close else (None, TOO_FAR)
        if least > 1.5 and (parts := self._parts(word)):
            return parts, False
        if best is None:
            return None
        best = self._rather_written(best, [candidate for _, candidate in close])
        return best.shown, self._is_only_offered(best.word) or self._is_medicine(word)

    def _candidates(self, word: str, others: Iterable[KnownWord]) -> set[KnownWord]:
        """The known words that ``word`` may be changed into: those with its letters, and some ``others``.

        Every word that a query is changed into, or that is offered, has come through here.
        """
        return {*self._with_its_letters(word), *others}

    def _looked_up(self, word: str) -> list[KnownWord]:
        """Known words that share groups of three letters with it; of common groups no more than are needed."""
        marked = f"^{word}$"
        grams = {marked[place : place + 3] for place in range(len(marked) - 2)}
        rarest = sorted((count, gram) for gram in grams if (count := self._pages_with(f'"{gram}"')))
        most = len(rarest)
        while most > _LEAST_GROUPS and sum(count for count, _ in rarest[:most]) > _MOST_ROWS_SCORED:
            most -= 1
        if not rarest:
            return []
        slips = max(_STRETCHED, _allowed(word))
        return self._store.words_with(
            (gram for _, gram in rarest[:most]),
            shortest=len(word) - slips,
            longest=len(word) + slips,
            limit=_LOOKED_AT,
        )

    def _fitting(self, close: Sequence[tuple[float, KnownWord]], asked: Query) -> tuple[KnownWord, float]:
        """The closest word; of some that are nearly as close, one that is in a title with the rest of the query."""
        least = close[0][0]
        near = [(distance, word) for distance, word in close if distance <= least + _NEARLY][:_MOST_COMPARED]
        others = [f'"{typed.word}"' for typed in asked.words if not typed.little and typed.kind is None]
        if len(near) > 1 and len(others) > 1:
            for distance, word in near:
                if self._store.holds("search_head", f'"{word.word}" AND ({" OR ".join(others)})'):
                    return word, distance
        return close[0][1], least

    def _rather_written(self, best: KnownWord, candidates: Sequence[KnownWord]) -> KnownWord:
        """The word itself, if the best one is a misspelling that an author gave as a name of the page."""
        if self._store.holds("search_body", f'"{best.word}"'):
            return best
        near = [other for other in candidates if edits(other.word, best.word, 2) <= 2 and other.pages >= best.pages]
        written = [other for other in near if self._store.holds("search_body", f'"{other.word}"')]
        return max(written, key=lambda other: other.pages, default=best)

    def _parts(self, word: str) -> str:
        """``blood sugar`` for ``bloodsugar``; empty if there are no two such words."""
        cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        known = self._store.known_words({part for cut in cuts for part in (word[:cut], word[cut:])})
        found = [
            (
                min(known[word[:cut]].pages, known[word[cut:]].pages),
                f"{known[word[:cut]].shown} {known[word[cut:]].shown}",
            )
            for cut in cuts
            if word[:cut] in known and word[cut:] in known
        ]
        return max(found)[1] if found and max(found)[0] > 0 else ""

    def _is_only_offered(self, word: str) -> bool:
        """Whether nobody but the person may decide that this word was meant."""
        return self._is_medicine(word) or word in self._offered_only

    def _is_medicine(self, word: str) -> bool:
        return word in self._medicines or _MEDICINE.fullmatch(word) is not None

    @cached_property
    def _medicines(self) -> frozenset[str]:
        names = list(self._store.medicines())
        known = set(map(self._folding.key, names))
        for synonym in self._store.synonyms():
            if self._folding.key(synonym.means) in known:
                names.extend(synonym.words)
        pieces = self._folding.pieces
        return frozenset(
            piece.word for name in names for piece in pieces(self._folding.fold(name)) if len(piece.word) >= _SHORTEST
        )


def _allowed(word: str) -> int:
    return 1 if len(word) < 6 else 2 if len(word) < 12 else 3


def _replaced(text: str, changes: Iterable[tuple[int, int, str]]) -> str:
    for start, end, word in sorted(set(changes), reverse=True):
        text = text[:start] + word + text[end:]
    return text
