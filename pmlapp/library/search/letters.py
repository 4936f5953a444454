"""Which spellings are the same word when people search: accents, ligatures, British and American, Arabic, no spaces."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise, product
from typing import Final, NamedTuple

FOLDING: Final = 1
"""Raise it with every change of what counts as the same letter or word: a content file says which its search has."""

_SIGNS: Final = (
    "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u0610-\u061a\u064b-\u065f\u0670"
    "\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u0981-\u0983\u09bc-\u09d7\u0a01-\u0a03\u0a3c-\u0a51\u0a70-\u0a75"
    "\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3e-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6"
    "\u0d00-\u0d03\u0d3b-\u0d57\u0d81-\u0d83\u0dca-\u0ddf\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
    "\u102b-\u103e\u17b4-\u17d3\u3099\u309a"
)
"""Signs that belong to the letter before them, such as the vowels of Hindi."""

_UNSPACED: Final = (
    "\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6\u1000-\u102a\u103f\u1780-\u17b3"
    "\u3005-\u3007\u3041-\u3096\u309d-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
)
"""Letters of scripts that set no spaces between words, or, as Korean, none between a word and its particles."""

SIGN: Final = re.compile(f"[{_SIGNS}]")
"""Any of them."""

WORD_END: Final = rf"(?:[^\W_]|[{_SIGNS}])*"
"""Whatever follows the first letter of a word, as a pattern."""

WORD_END_WITHOUT_SIGNS: Final = r"[^\W_]*"
"""The same for a text that holds no sign; a pattern with it is made ten times as fast."""

WORD: Final = re.compile(rf"[^\W_]{WORD_END}")
"""A word as the tokenizer of the search tables cuts it: letters with their signs, and digits."""

_PLAIN_WORD: Final = re.compile("[a-z0-9]+")
"""The same in a folded text of ASCII, found several times as fast."""

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")

_PART: Final = re.compile(rf"(?P<unspaced>(?:[{_UNSPACED}][{_SIGNS}]*)+)|[^{_UNSPACED}]+")
_LETTER: Final = re.compile(rf"[{_UNSPACED}][{_SIGNS}]*")

_ARABIC: Final = re.compile("[\u0620-\u064a]")
_ARABIC_SIGNS: Final = re.compile("[\u0640\u0610-\u061a\u064b-\u065f\u0670]")
_ARABIC_LETTERS: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
_ARABIC_START: Final = re.compile("^(?:[وفبك]?ال|لل)(?=...)")
_ARABIC_END: Final = re.compile("(?<=...)(?:ات|ان|ون|ين|يه|ها|ه|ي)$")
"""The article with the little words that are written onto it, and the commonest endings."""

_LIGATURES: Final = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l", "ı": "i", "ð": "d"})

# British on the left, American on the right.  What a rule does to other words does no harm, since it does the
# same to what is typed: "exercise" stands as "exercize" in the index, and is looked for so.  A rule looks at
# most one letter ahead where it can, so that it fits a word that is still being typed as well.
_AMERICAN: Final = (
    (
        "ae(?=[cdmt])|(?<=an)ae(?=s)|(?<=c)ae(?=s)|oe(?=[cdmt])|^oe(?=s)|(?<=hom)oe|(?<=pn)oe|(?<=rrh)oe|(?<=c)oe(?=l)",
        "e",
    ),
    ("leuc(?=[aeo])", "leuk"),
    ("(?<=tum|col|lab|hum|rum|fav|hon|avi|vap|vig|ghb|rig|arb)our|(?<=^od)our", "or"),
    ("is(?=(?:e[drs]?|ers|ing|ations?)$)", "iz"),
    ("ys(?=(?:e[drs]?|ers|ing)$)", "yz"),
    ("(?<=^cent)re(?=s?$)|(?<=^fib)re(?=s?$)|(?<=^tit)re(?=s?$)|(?<=lit)re(?=s?$)|(?<=met)re(?=s?$)|(?<=euv)re", "er"),
    ("sulph", "sulf"),
    ("(?<=def)ence|(?<=lic)ence", "ense"),
    ("(?<=progra)mme|(?<=gra)mme(?=s?$)", "m"),
    ("(?<=alumin)ium", "um"),
    ("^grey$", "gray"),
)
_AMERICAN_RULES: Final = tuple((re.compile(british), american) for british, american in _AMERICAN)
_MAYBE_BRITISH: Final = re.compile("ae|oe|leuc|our|is[ei]|isa|ys[ei]|re|sulph|ence|mme|inium|grey")

_PARTED: Final = re.compile(
    "e(?=[cdmt]|$)|^e(?=s)|(?<=c)e(?=[ls])|(?<=an)e(?=s)|(?<=hom)e|(?<=pn)e|(?<=rrh)e"
    "|(?<=cent)e|(?<=fib)e|(?<=tit)e|(?<=lit)e|(?<=met)e|(?<=euv)e"
    "|(?<=leu)k|or|z|(?<=sul)f|(?<=defen)s|(?<=licen)s|gram|alumin|gra[iy]"
)
"""Where an American word or stem may part from its British spelling, by the rules above."""


class Piece(NamedTuple):
    """A word of a text, or a pair of letters where a script sets no spaces."""

    word: str
    """As it stands in the index, before it is cut to its stem."""
    start: int
    end: int
    unspaced: bool
    """A pair of letters, or a single one."""


def folded(text: str) -> str:
    """The text in small letters without accents, as long as it was."""
    # Letter by letter, for a page holds a few kinds of dashes and quotes: ten times as fast as `str.translate`.
    for letter in beyond_ascii(text):
        if (plain := _plain(letter)) != letter:
            text = text.replace(letter, plain)
    return text.lower()


def beyond_ascii(text: str) -> set[str]:
    """The different letters and signs of the text that are not of ASCII."""
    return set() if text.isascii() else set("".join(_BEYOND_ASCII.findall(text)))


def words_of(flat: str) -> list[str]:
    """The words of a folded text as they stand there, in order."""
    return _word_in(flat).findall(flat)


def pieces(flat: str, *, last_letters: bool = False) -> Iterator[Piece]:
    """The words of a folded text, in order, in the one spelling that the index knows.

    Scripts without spaces are cut into overlapping pairs of letters.  With
    ``last_letters`` the last letter of a run comes as a piece too, so that
    every letter begins a piece: the index is made so.
    """
    for match in _word_in(flat).finditer(flat):
        word = match.group()
        if word.isascii():
            yield Piece(reduced(word), match.start(), match.end(), False)
            continue
        for part in _PART.finditer(word):
            start = match.start() + part.start()
            if part["unspaced"] is None:
                yield Piece(reduced(part.group()), start, match.start() + part.end(), False)
            else:
                yield from _pairs(part.group(), start, last_letters)


def reduced(word: str) -> str:
    """One spelling for all spellings of a folded word: ``leucoencephalopathy`` and ``leukoencephalopathy``."""
    if not word.isascii():
        word = unicodedata.normalize("NFKC", word).translate(_LIGATURES)
        if _ARABIC.search(word):
            word = _ARABIC_SIGNS.sub("", word).translate(_ARABIC_LETTERS)
            return _ARABIC_END.sub("", _ARABIC_START.sub("", word))
    if _MAYBE_BRITISH.search(word):
        for british, american in _AMERICAN_RULES:
            word = british.sub(american, word)
    return word


def _plain(letter: str) -> str:
    """A small letter without accent for one letter, so that places in a text stay the same."""
    small = letter.lower()
    code = ord(letter)
    if code < 0x0530 or 0x1E00 <= code < 0x2000:  # elsewhere a sign may make another letter of it
        small = unicodedata.normalize("NFD", small)[0]
    # Two letters for one would move every place behind it.
    small = small if len(small) == 1 else letter
    return small if small == letter else _plain(small)


def beginnings(word: str, stem: str, least: int) -> set[str]:
    """What all words of a stem begin with, in any spelling: with so many of its letters as are certain.

    Args:
        word: one of them, in the spelling of the index, of ASCII letters.
        stem: what it was cut to; all but its last letter stands in each of them.
        least: so many letters at the start the words share in any case, if they have them.
    """
    parted = _PARTED.search(stem)
    certain = stem[: min(len(stem) - 1, parted.start() if parted else len(stem))]
    if len(certain) >= least:
        return {certain}
    letters = (
        ("e", "ae", "oe") if letter == "e" and _PARTED.match(word, place) else (letter,)
        for place, letter in enumerate(word[:least])
    )
    return set(map("".join, product(*letters)))


def is_unspaced(letter: str) -> bool:
    """Whether a letter is of a script that sets no spaces between words."""
    return _LETTER.match(letter) is not None


def _word_in(flat: str) -> re.Pattern[str]:
    return _PLAIN_WORD if flat.isascii() else WORD


def _pairs(run: str, start: int, last_letters: bool) -> Iterator[Piece]:
    letters = list(_LETTER.finditer(run))
    for first, second in pairwise(letters):
        yield Piece(run[first.start() : second.end()], start + first.start(), start + second.end(), True)
    if last_letters or len(letters) == 1:
        yield Piece(letters[-1].group(), start + letters[-1].start(), start + letters[-1].end(), True)
