"""The words of a text as the index knows them: step 1 of docs/search.md, in one language.

The idea: a rule need not be right about a language, only the same for the index, for what is typed and for what is
marked. "exercise" becomes "exercize" in all of them, and no harm is done. So British words are cut to American ones by
rule, and Arabic words lose their article. Scripts that set no spaces are cut into overlapping pairs of letters: words
would need a dictionary for each language, single letters would find too much. Korean pairs are spelt out, letter by
letter: so the start of a syllable that is still being typed is the start of a word for the full-text tables as well.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, product
from typing import Final, NamedTuple

from pmlapp.library.search.korean import spelt_out
from pmlapp.library.search.language import Language
from pmlapp.library.search.letters import Folded, Letters, marks_in

_UNSPACED: Final = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u103f\u1100-\u11ff"
    "\u1780-\u17b3\u1950-\u19df\u1a20-\u1aaf\u1b00-\u1b7f\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff"
    "\u3400-\u4dbf\u4e00-\u9fff\ua980-\ua9ff\uaa60-\uaadf\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of scripts that set no spaces between words, or, as Korean, none between a word and its particles."""

_UNSPACED_LETTER: Final = re.compile(f"[{_UNSPACED}ㄱ-ㅣ]")

_PLAIN_WORD: Final = re.compile("[a-z0-9]+")
"""A word in a folded text of ASCII, found several times as fast."""

_DIGIT: Final = re.compile("[0-9]")

_QUANTITY: Final = re.compile(
    r"(\d+)(mg|mcg|[µμ]g|ug|ng|kg|g|ml|[µμ]l|ul|dl|cl|l|mm|cm|km|m|mmol|mol|meq|iu|ie|ui|kcal|cal|kj|mmhg|min|h|s)"
)
"""A number with its unit written onto it: people put a space between them, or none."""

_PATTERNS_KEPT: Final = 30


class Piece(NamedTuple):
    """A word of a text, or a pair of letters where a script sets no spaces."""

    word: str
    """As it is in the index, before it is cut to its stem."""
    start: int
    end: int
    """Where in the folded text."""
    unspaced: bool
    """A pair of letters, or a single one."""


class _Patterns(NamedTuple):
    """How words look in a text with certain marks."""

    word_end: str
    """Whatever follows the first letter of a word."""
    word: re.Pattern[str]
    """A word as the tokenizer of the search tables cuts it: letters with their marks, and digits."""
    part: re.Pattern[str]
    letter: re.Pattern[str]


class Folding:
    """The one way in which texts and queries of a language are folded and cut into words."""

    def __init__(self, language: Language) -> None:
        self.stop = language.stop
        """Words too common to search by."""
        self._spelling = language.spelling
        self._letters = Letters(language.letters, apostrophe_is_letter=language.apostrophe_is_letter)
        self._patterns = lru_cache(_PATTERNS_KEPT)(_patterns)

    def fold(self, text: str) -> Folded:
        """Any text at all in small letters, each in one spelling."""
        return self._letters.fold(text)

    def folded(self, text: str) -> str:
        """The folded text without the places."""
        return self._letters.fold(text).text

    def key(self, text: str) -> str:
        """A name by its words alone: ``T-cell lymphoma, 1A`` is the ``t cell lymphoma 1a`` that people type."""
        return " ".join(self.words(text))

    def words(self, text: str) -> list[str]:
        """The words of a text, folded, in order."""
        flat = self.fold(text)
        if flat.is_plain and not _DIGIT.search(flat.text):
            return _PLAIN_WORD.findall(flat.text)
        return [word for word, _ in self.words_at(flat)]

    def words_at(self, flat: Folded) -> list[tuple[str, int]]:
        """The words of a folded text, in order, and where each begins."""
        return [
            (word, at + match.start())
            for match in self.word_in(flat).finditer(flat.text)
            for word, at in measured(match.group())
        ]

    def word_in(self, flat: Folded) -> re.Pattern[str]:
        """The pattern of a word in a folded text."""
        return _PLAIN_WORD if flat.is_plain else self._patterns(flat.marks).word

    def word_end(self, flat: Folded) -> str:
        """A pattern of whatever follows the first letter of a word in a folded text."""
        return self._patterns(flat.marks).word_end

    @property
    def tells_where_words_part(self) -> bool:
        """Whether it is known where the spellings of a word part, and so with what all begin."""
        return self._spelling.tells_where

    def pieces(self, flat: Folded, *, last_letters: bool = False) -> Iterator[Piece]:
        """The words of a folded text, in order, in the one spelling that the index knows.

        Scripts without spaces are cut into overlapping pairs of letters.  With
        ``last_letters`` the last letter of a run comes as a piece too, so that
        every letter begins a piece: the index is made so.
        """
        patterns = self._patterns(flat.marks)
        for word, begin in self.words_at(flat):
            if word.isascii():
                yield Piece(self.reduced(word), begin, begin + len(word), False)
                continue
            for part in patterns.part.finditer(word):
                start = begin + part.start()
                if part["unspaced"] is None:
                    yield Piece(self.reduced(part.group()), start, begin + part.end(), False)
                else:
                    yield from _pairs(patterns, part.group(), start, last_letters)

    def content_words(self, text: str) -> list[str]:
        """The words of a text that say what it is about, as they are in the index, in order, repeats included."""
        flat = self.fold(text)
        if flat.is_plain:  # without the places: an index of millions of words is made in a third of the time
            return [
                self.reduced(word)
                for whole in _PLAIN_WORD.findall(flat.text)
                for word in ((whole,) if whole[0] > "9" else [part for part, _ in measured(whole)])
                if word not in self.stop
            ]
        return [piece.word for piece in self.pieces(flat, last_letters=True) if piece.word not in self.stop]

    def reduced(self, word: str) -> str:
        """One spelling for all spellings of a folded word: ``leucoencephalopathy`` and ``leukoencephalopathy``."""
        return self._spelling.reduced(word)

    def beginnings(self, word: str, stem: str, least: int) -> set[str]:
        """What all words of a stem begin with, in any spelling: with so many of its letters as are certain.

        Args:
            word: one of them, in the spelling of the index, of ASCII letters.
            stem: what it was cut to; all but its last letter is in each of them.
            least: so many letters at the start the words share in any case, if they have them.
        """
        certain = stem[: min(len(stem) - 1, self._spelling.certain_letters(stem))]
        if len(certain) >= least:
            return {certain}
        letters = (
            self._spelling.written_as[letter]
            if letter in self._spelling.written_as and self._spelling.may_part_at(word, place)
            else (letter,)
            for place, letter in enumerate(word[:least])
        )
        return set(map("".join, product(*letters)))


def is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that sets no spaces between words."""
    return _UNSPACED_LETTER.match(letter) is not None


def measured(word: str) -> tuple[tuple[str, int], ...]:
    """A word of a folded text, or a number and the unit that is written onto it, each with its place in the word."""
    if word[0].isdigit() and (quantity := _QUANTITY.fullmatch(word)):
        return (quantity[1], 0), (quantity[2], quantity.start(2))
    return ((word, 0),)


def _patterns(blocks: frozenset[int]) -> _Patterns:
    marks = "".join(map(re.escape, marks_in(blocks)))
    letter_end = f"[{marks}]*" if marks else ""
    word_end = rf"(?:[^\W_]|[{marks}])*" if marks else r"[^\W_]*"
    return _Patterns(
        word_end=word_end,
        word=re.compile(rf"[^\W_]{word_end}"),
        part=re.compile(rf"(?P<unspaced>(?:[{_UNSPACED}]{letter_end})+)|[^{_UNSPACED}]+"),
        letter=re.compile(f"[{_UNSPACED}]{letter_end}"),
    )


def _pairs(patterns: _Patterns, run: str, start: int, last_letters: bool) -> Iterator[Piece]:
    letters = list(patterns.letter.finditer(run))
    for first, second in pairwise(letters):
        pair = spelt_out(run[first.start() : second.end()])
        yield Piece(pair, start + first.start(), start + second.end(), True)
    if last_letters or len(letters) == 1:
        last = letters[-1]
        yield Piece(spelt_out(last.group()), start + last.start(), start + last.end(), True)
