"""What somebody typed, understood: the words that matter, what they stand for, the kind of answer wanted.

Step 2 of docs/search.md. The idea: a sentence is never searched for whole. Words around a question are left out as
long as any other remains, and words that only say which kind of answer is wanted are kept apart from those that say
of what. Filler words left out brought the lay questions from .592 to .705 MRR, together with turns of phrase.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from pmlapp.content.model import Synonym
from pmlapp.library.search.folding import Folding, Piece
from pmlapp.library.search.kinds import Kinds
from pmlapp.library.search.language import Language
from pmlapp.library.search.letters import Folded

MOST_CHARACTERS: Final = 1_000
MOST_WORDS: Final = 120
"""What is typed beyond them says nothing new."""

_SPELT_OUT: Final = re.compile(r"(?<!\w)(?<!['’])[^\W\d_](?:(?:[ -]|\. ?)[^\W\d_]){1,7}(?!\w)(?!['’])\.?")
"""Single letters one after the other."""

_SPACES: Final = re.compile(r"[\s\0-\x1f\x7f-\x9f]+")
_DIRECTIONS: Final = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that nobody sees: of the direction of writing, of places to break a line."""


class Typed(NamedTuple):
    """A content word as it was typed."""

    word: str
    """In the spelling of the index."""
    start: int
    end: int
    """Where in the text of the query it is."""
    unfinished: bool
    """The last word, with nothing after it: more letters may follow."""
    kind: str | None
    """The kind of answer that the word asks for, if that is all it says."""
    everyday: bool
    """Nobody asks a library about this word itself."""
    means: tuple[str, ...]
    """Words of the library that stand for it, or for a phrase that it is part of."""
    little: bool
    """It says nothing by itself, as "can" and "it"; it is here for the phrase that it is part of."""
    unspaced: bool
    """A pair of letters of a script without spaces, or a single one."""
    said_by_phrase: bool = False
    """It has another meaning by itself than in its turn of phrase, as "live" in "how long will he live"."""


class Query(NamedTuple):
    """All content words of what was typed."""

    text: str
    """Tidied: one space between words, nothing that SQLite could not store."""
    words: tuple[Typed, ...]
    kinds: frozenset[str]
    """The kinds of answer asked for."""

    def shown(self, words: Iterable[Typed]) -> str:
        """Some of the words as they were typed, with what is between those that touch: ``A81.2``."""
        shown, end = "", 0
        for typed in words:
            between = self.text[end : typed.start]
            shown += between if end and " " not in between else " "
            shown += self.text[typed.start : typed.end]
            end = typed.end
        return shown.strip()


class Interpreter:
    """Reads queries in one language with the synonyms of one library."""

    def __init__(
        self,
        language: Language,
        folding: Folding,
        synonyms: Iterable[Synonym],
        stems: Callable[[Iterable[str]], Mapping[str, str]],
        *,
        kinds: Collection[str] = (),
        knows_word: Callable[[str], bool] = lambda _: False,
    ) -> None:
        """Read queries.

        Args:
            language: what is known of it.
            folding: of the library.
            synonyms: of the library.
            stems: of words, as the full-text tables cut them.
            kinds: of answers that the library gives, beside those that the program knows.
            knows_word: whether the library has a word among its titles, names or answers.
        """
        self._language = language
        self._folding = folding
        self._stems = stems
        self._kinds = Kinds(language, kinds)
        self._knows_word = knows_word
        self._meanings: dict[tuple[str, ...], list[str]] = {}
        for synonym in synonyms:
            meaning = [word for word in self._words(synonym.means) if word not in language.stop]
            for phrase in synonym.words:
                self._meanings.setdefault(self._key(self._words(phrase)), []).extend(meaning)
        self._longest: dict[str, int] = {}
        for first, *rest in self._meanings:
            self._longest[first] = max(self._longest.get(first, 0), len(rest) + 1)

    def query(self, text: str) -> Query:
        """What ``text`` asks for; any text at all is understood, if only as nothing."""
        tidy = self._put_together(_tidied(text))
        flat = self._folding.fold(tidy)
        found = list(islice(self._folding.pieces(flat), MOST_WORDS))
        words = [piece.word for piece in found]
        means = self._means(words)
        open_end = len(flat.text) if text[-1:] == tidy[-1:] else -1
        kinds = self._kinds.of_phrases(flat.text)
        typed = [
            self._typed(piece, flat, means[place], kinds, unfinished=piece.end == open_end)
            for place, piece in enumerate(found)
            if means[place] or piece.word not in self._language.stop
        ]
        telling = [each for each in typed if each.means or each.word not in self._language.filler]
        said = frozenset(each.kind for each in typed if each.kind is not None)
        return Query(text=tidy, words=tuple(telling or typed), kinds=said | kinds)

    def _put_together(self, text: str) -> str:
        """The text with letters said one by one as the word that the library has: "p m l", "p. m. l."."""

        def word(match: re.Match[str]) -> str:
            letters = "".join(filter(str.isalnum, match.group()))
            return letters if self._knows_word(self._folding.key(letters)) else match.group()

        return _SPELT_OUT.sub(word, text)

    def _words(self, text: str) -> list[str]:
        return [piece.word for piece in self._folding.pieces(self._folding.fold(text))]

    def _typed(
        self,
        piece: Piece,
        flat: Folded,
        means: tuple[str, ...],
        phrases: frozenset[str],
        *,
        unfinished: bool,
    ) -> Typed:
        word = piece.word
        usual = self._kind(word, means)
        may_mean = (*self._kinds.of_word.get(word, ()), *self._kinds.in_phrase.get(word, ()))
        meant = next((kind for kind in may_mean if kind in phrases), usual)
        start, end = flat.span(piece.start, piece.end)
        return Typed(
            word=word,
            start=start,
            end=end,
            unfinished=unfinished and not word.isdigit(),
            kind=meant,
            everyday=word in self._language.everyday,
            means=means,
            little=word in self._language.stop,
            unspaced=piece.unspaced,
            said_by_phrase=meant != usual,
        )

    def _kind(self, word: str, means: Sequence[str]) -> str | None:
        of_word = self._kinds.of_word
        if word in of_word:
            return of_word[word][0]
        kinds = {of_word[meaning][0] if meaning in of_word else None for meaning in means}
        return kinds.pop() if len(kinds) == 1 else None

    def _means(self, words: Sequence[str]) -> list[tuple[str, ...]]:
        """For each word, what the longest phrase that it is part of stands for."""
        means: list[tuple[str, ...]] = [()] * len(words)
        key = self._key(words)
        start = 0
        while start < len(words):
            for length in range(min(self._longest.get(key[start], 0), len(words) - start), 0, -1):
                meaning = self._meanings.get(key[start : start + length])
                if meaning is not None:
                    means[start : start + length] = [tuple(meaning)] * length
                    start += length
                    break
            else:
                start += 1
        return means

    def _key(self, words: Sequence[str]) -> tuple[str, ...]:
        stems = self._stems(words)
        return tuple(stems[word] for word in words)


def ordinary_words(language: Language) -> frozenset[str]:
    """Words of a language that no library has to hold to be asked with them."""
    return language.stop.union(language.everyday, language.kind_words)


def _tidied(text: str) -> str:
    # A lone surrogate, which a broken input method may send, is not text to SQLite.
    sound = text[:MOST_CHARACTERS].encode("utf-8", "ignore").decode("utf-8")
    return _SPACES.sub(" ", _DIRECTIONS.sub("", sound)).strip()


def quoted(query: str) -> str:
    """A query in the quotation marks that ask for it exactly as typed."""
    return f'"{query}"'


def unquoted(query: str) -> str:
    """A query without its quotation marks; unchanged if it has none."""
    tidy = query.strip()
    return tidy[1:-1] if len(tidy) > 2 and tidy[0] == tidy[-1] == '"' else query
