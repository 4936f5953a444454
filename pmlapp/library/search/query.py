"""What somebody typed, understood: the words that matter, what they stand for, the kind of answer wanted."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice
from typing import Final, NamedTuple

from pmlapp.content.model import QuestionType, Synonym
from pmlapp.library.search.kinds import Kinds
from pmlapp.library.search.letters import Piece, folded, pieces
from pmlapp.library.search.words import stop_words

MOST_CHARACTERS: Final = 1_000
MOST_WORDS: Final = 120
"""What is typed beyond them says nothing new."""

_SPACES: Final = re.compile(r"[\s\0-\x1f\x7f-\x9f]+")
_DIRECTIONS: Final = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks that nobody sees: of the direction of writing, of places to break a line."""


# Everyday words.  That a library lacks them says nothing about whether it has an answer.
_EVERYDAY: Final = """
auntie baby boy brother child children dad daughter father fiance friend gentleman girl grandad grandchild
grandchildren granddad granddaughter grandma grandpa grandson granny ill kid kids lady man mate mom mother mum nan nana
parent parents partner scared sick sickness sister son woman
"""

# What people say around a question.  It is left out as long as anything else remains.
_FILLER: Final = """
actually advice afraid again ago alright answer anybody anyway ask asked asking aunt bad basically believe boyfriend
called came come coming dangerous days dear diagnosed did doctor doctors done end ended ends every everybody everyone
exactly experiencing explain feel feeling felt find found generally girlfriend gonna good gotta happen happens having
hear heard hello help helps hey hi honestly hope husband idea info information interested keep keeps kind kindly knew
know known lately learn learned like long look looking lot lots maybe might month months normal normally often ok okay
old older others past people person please possible possibly probably problem problems properly question questions
quite read really recent recently said same says seem seems serious showing sort start started suddenly sure take
taking talk tell thank thanks think thinking thought time times today told tomorrow tonight try trying uncle understand
useful usually wanna wanted wants week weeks whole wife wonder wondering work working worried worry yeah year years
yesterday young
"""


class Typed(NamedTuple):
    """A content word as it was typed."""

    word: str
    """In the spelling of the index."""
    start: int
    end: int
    """Where in the text of the query it stands."""
    unfinished: bool
    """The last word, with nothing after it: more letters may follow."""
    kind: QuestionType | None
    """The kind of answer that the word asks for, if that is all it says."""
    everyday: bool
    """Nobody asks a library about this word itself."""
    means: tuple[str, ...]
    """Words of the library that stand for it, or for a phrase that it is part of."""
    little: bool
    """It says nothing by itself, as "can" and "it"; it is here for the phrase that it is part of."""
    unspaced: bool
    """A pair of letters of a script without spaces, or a single one."""


class Query(NamedTuple):
    """All content words of what was typed."""

    text: str
    """Tidied: one space between words, nothing that SQLite could not store."""
    words: tuple[Typed, ...]
    kinds: frozenset[QuestionType]
    """The kinds of answer asked for."""

    def shown(self, words: Iterable[Typed]) -> str:
        """Some of the words as they were typed, with what stands between those that touch: ``A81.2``."""
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
        self, language: str, synonyms: Iterable[Synonym], stems: Callable[[Iterable[str]], Mapping[str, str]]
    ) -> None:
        self._stems = stems
        self._stop = stop_words(language)
        self._kinds = Kinds(language)
        english = language.partition("-")[0] == "en"
        self._everyday = frozenset(f"{_EVERYDAY} {_FILLER}".split() if english else ())
        self._filler = frozenset(_FILLER.split() if english else ())
        self._meanings: dict[tuple[str, ...], list[str]] = {}
        for synonym in synonyms:
            meaning = [piece.word for piece in pieces(folded(synonym.means)) if piece.word not in self._stop]
            for phrase in synonym.words:
                key = self._key([piece.word for piece in pieces(folded(phrase))])
                self._meanings.setdefault(key, []).extend(meaning)
        self._longest: dict[str, int] = {}
        for first, *rest in self._meanings:
            self._longest[first] = max(self._longest.get(first, 0), len(rest) + 1)

    def query(self, text: str) -> Query:
        """What ``text`` asks for; any text at all is understood, if only as nothing."""
        tidy = _tidied(text)
        flat = folded(tidy)
        found = list(islice(pieces(flat), MOST_WORDS))
        words = [piece.word for piece in found]
        means = self._means(words)
        open_end = text[-1:] == tidy[-1:]
        typed = [
            self._typed(piece, means[place], unfinished=open_end and piece.end == len(tidy))
            for place, piece in enumerate(found)
            if means[place] or piece.word not in self._stop
        ]
        telling = [each for each in typed if each.means or each.word not in self._filler]
        said = frozenset(each.kind for each in typed if each.kind is not None)
        return Query(text=tidy, words=tuple(telling or typed), kinds=said | self._kinds.of_phrases(flat))

    def _typed(self, piece: Piece, means: tuple[str, ...], *, unfinished: bool) -> Typed:
        word = piece.word
        return Typed(
            word=word,
            start=piece.start,
            end=piece.end,
            unfinished=unfinished and not word.isdigit(),
            kind=self._kind(word, means),
            everyday=word in self._everyday,
            means=means,
            little=word in self._stop,
            unspaced=piece.unspaced,
        )

    def _kind(self, word: str, means: Sequence[str]) -> QuestionType | None:
        if word in self._kinds.of_word or not means:
            return self._kinds.of_word.get(word)
        kinds = {self._kinds.of_word.get(meaning) for meaning in means}
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


def ordinary_words(language: str) -> frozenset[str]:
    """Words of a language that no library has to hold to be asked with them."""
    if language.partition("-")[0] != "en":
        return stop_words(language)
    return stop_words(language).union(_EVERYDAY.split(), _FILLER.split(), Kinds(language).of_word)


def _tidied(text: str) -> str:
    # A lone surrogate, which a broken input method may send, is no text to SQLite.
    sound = text[:MOST_CHARACTERS].encode("utf-8", "ignore").decode("utf-8")
    return _SPACES.sub(" ", _DIRECTIONS.sub("", sound)).strip()


def quoted(query: str) -> str:
    """A query in the quotation marks that ask for it exactly as typed."""
    return f'"{query}"'


def unquoted(query: str) -> str:
    """A query without its quotation marks; unchanged if it has none."""
    tidy = query.strip()
    return tidy[1:-1] if len(tidy) > 2 and tidy[0] == tidy[-1] == '"' else query
