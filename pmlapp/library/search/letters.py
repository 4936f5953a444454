"""One text for all ways of writing it: step 1 of docs/search.md, for the index, queries, marks and the find bar alike.

The idea: letters are taken apart as Unicode says (NFKD), what may be left out in writing is left out, and the rest is
put together again (NFC). Which marks may be left out follows from their category and combining class; hand-made lists
of marks lost the words of Dhivehi, Tibetan and N'Ko. Letters that are one when typed, such as the Arabic and the
Persian k, are pairs in one table. A folded text may be longer or shorter than the text, so it remembers the place of
each letter. Before, it had to be as long: then ``cœur`` and ``đường`` were found, but neither marked nor shown.

Sources: https://www.unicode.org/reports/tr15/ (normal forms), https://www.unicode.org/reports/tr44/ (combining classes)
"""

import re
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Final, NamedTuple

FOLDING: Final = 2
"""Raise it with every change of what counts as the same letter or word: a content file says which its search has."""

_BEYOND_ASCII: Final = re.compile(r"[^\x00-\x7f]+")

_LETTERS_KEPT: Final = 5_000

_BLOCK_BITS: Final = 7
"""Code points are looked at in blocks of 128, as most scripts have them."""


def _pairs(*rows: str) -> dict[str, str]:
    """``"from to"`` for each pair of words."""
    words = " ".join(rows).split()
    return dict(zip(words[::2], words[1::2], strict=True))


def _shifted(first: int, last: int, to: int) -> dict[str, str]:
    return {chr(code): chr(code - first + to) for code in range(first, last + 1)}


_SAME: Final = MappingProxyType(
    _pairs(
        # Latin letters of their own that keyboards elsewhere lack
        "œ oe æ ae ø o đ d ł l ı i ð d þ th ħ h ŧ t ɓ b ɗ d ɖ d ƙ k ƴ y",
        "ə e ǝ e ɛ e ɔ o ŋ n ƒ f ɣ g ʋ v ɩ i ʊ u ɨ i ʉ u ɲ n",
        # Arabic script: of Arabic, Persian and Urdu keyboards
        "ک ك ی ي ى ي ې ي ۍ ي ہ ه ھ ه ە ه ة ه ۃ ه ٱ ا",
        # vowel signs and letters of India that are written in two ways
        "ँ ं ৎ ত্ ൺ ണ് ൻ ന് ർ ര് ൽ ല് ൾ ള് ൿ ക്",
        "װ וו ױ וי ײ יי",
        # quotation marks and apostrophes, as keyboards have them
        "’ ' ‘ ' ‛ ' ʼ ' ʻ ' ʽ ' ʾ ' ʿ ' ′ ' ՚ ' ׳ ' “ \" ” \" „ \" ‟ \" « \" » \" ″ \" ״ \"",
        "− - ⁄ /",
    )
    # Amharic letters of one sound: HHA and KHA as HA, SZA as SA, PHARYNGEAL A as GLOTTAL A, TZA as TSA;
    # then HAA as HA and AA as A
    | _shifted(0x1210, 0x1217, 0x1200)
    | _shifted(0x1280, 0x1287, 0x1200)
    | _shifted(0x1220, 0x1227, 0x1230)
    | _shifted(0x12D0, 0x12D6, 0x12A0)
    | _shifted(0x1340, 0x1346, 0x1338)
    | _pairs("ሃ ሀ ሓ ሀ ኃ ሀ ኣ አ ዓ አ")
    # katakana as hiragana
    | _shifted(0x30A1, 0x30F6, 0x3041)
    | _shifted(0x30FD, 0x30FE, 0x309D)
)
"""Letters that are one to the person who types: each is written as the second."""

_NOT_TAKEN_APART: Final = "\u0e33\u0eb3"
"""The am of Thai and Lao, of which NFKD makes two letters."""

_UNSEEN: Final = re.compile("[\u034f\u17b4\u17b5\u180b-\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef\u0640\u055b-\u055e]")
"""Marks and letters that only change how others look or are spoken: selectors, tatweel, Armenian marks inside words."""

_ANUSVARA: Final = re.compile("ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
"""A nasal before a letter of its own row, which Hindi writes as a dot as well."""

_AM: Final = re.compile(
    "\u0e4d(?P<thai>[\u0e48-\u0e4b]?)\u0e32(?P<thai_late>[\u0e48-\u0e4b]?)|\u0e33(?P<thai_last>[\u0e48-\u0e4b])"
    "|\u0ecd(?P<lao>[\u0ec8-\u0ecb]?)\u0eb2(?P<lao_late>[\u0ec8-\u0ecb]?)|\u0eb3(?P<lao_last>[\u0ec8-\u0ecb])"
)
"""Am written as two signs, or with the tone behind it."""

_KHMER_DA: Final = ("\u17d2\u178a", "\u17d2\u178f")
"""Under another letter, da and ta look the same."""

_BURMESE: Final = "\u1000-\u103f"
_BURMESE_NOUGHT: Final = re.compile(
    f"(?<=[{_BURMESE}])(?<![\u1040-\u1049])\u1040(?![\u1040-\u1049])|(?<![\u1040-\u1049])\u1040(?=[{_BURMESE}])"
)
_BURMESE_WA: Final = re.compile("(?<=[\u1040-\u1049])\u101d(?![\u102b-\u103e])")
"""Nought and the letter wa look the same, and are typed for each other."""

_IN_A_WORD: Final = re.compile("(?<=[^\\W_a-z0-9])['\"](?=[^\\W_a-z0-9])|(?<=l)l?\u00b7(?=l)")
"""Apostrophes of scripts in which they part no words (Ukrainian, Hebrew), and the point of Catalan."""

_CLUSTER: Final = re.compile(r"[^\x00-\x7f](?:(?!\w)[^\x00-\x7f]|[\u1160-\u11ff])+")
"""A letter with the marks behind it, or the parts of a Korean syllable."""

_LETTER_APOSTROPHE: Final = re.compile(r"(?<=[^\W_0-9])'(?=[^\W_0-9])")


class Folded(NamedTuple):
    """A text in which all spellings of a word are one, and where each of its letters was."""

    text: str
    origins: "array[int] | None"
    """For each letter and for the end, the place in the text as it was; None where no place has moved."""
    marks: frozenset[int]
    """Blocks of code points with marks that belong to the letters before them, such as the vowels of Hindi."""
    is_plain: bool
    """Whether its words are of ASCII letters and digits alone."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of this text, one letter or more, was in the text as it was."""
        if self.origins is None:
            return start, end
        first = self.origins[start]
        return first, max(self.origins[end], first + 1)

    def place(self, at: int) -> int:
        """Where a letter, or the end, was in the text as it was."""
        return at if self.origins is None else self.origins[at]


class Letters:
    """Which letters are one in a language.

    Args:
        same: what else is one beside what is so everywhere, such as the traditional letters of Chinese.
        apostrophe_is_letter: an apostrophe parts no words, as in Uzbek; in French it does.
    """

    def __init__(self, same: Mapping[str, str], *, apostrophe_is_letter: bool) -> None:
        self._plain = lru_cache(_LETTERS_KEPT)(partial(_plain, same))
        self._apostrophe_is_letter = apostrophe_is_letter

    def fold(self, text: str) -> Folded:
        """Any text at all in small letters, each in one spelling."""
        if text.isascii():
            small = text.lower()
            if not self._apostrophe_is_letter or "'" not in small:
                return Folded(small, None, frozenset(), True)
            folding = _Moving(small)
        else:
            folding = self._by_letters(text)
            _by_script(folding)
        if self._apostrophe_is_letter:
            folding.replace(_LETTER_APOSTROPHE, lambda _: "")
        beyond = beyond_ascii(folding.text)
        marks = frozenset(ord(letter) >> _BLOCK_BITS for letter in beyond if unicodedata.category(letter)[0] == "M")
        plain = not marks and not any(map(str.isalnum, beyond))
        return Folded(folding.text, folding.origins, marks, plain)

    def _by_letters(self, text: str) -> "_Moving":
        """The text with each letter in one spelling, whatever is beside it."""
        if "\u1040" in text or "\u101d" in text:
            text = _BURMESE_NOUGHT.sub("\u101d", text)
            text = _BURMESE_WA.sub("\u1040", text)
        moving: dict[str, str] = {}
        # Letter by letter, for a page holds a few kinds of dashes and quotes: ten times as fast as `str.translate`.
        for letter in beyond_ascii(text):
            plain = self._plain(letter)
            if len(plain) != 1:
                moving[letter] = plain
            elif plain != letter:
                text = text.replace(letter, plain)
        folding = _Moving(text)
        if moving:
            pattern = re.compile(f"[{''.join(map(re.escape, sorted(moving)))}]")
            folding.replace(pattern, lambda match: moving[match.group()])
        folding.text = folding.text.lower()
        return folding


def beyond_ascii(text: str) -> set[str]:
    """The different letters and signs of the text that are not of ASCII."""
    return set() if text.isascii() else set("".join(_BEYOND_ASCII.findall(text)))


def marks_in(blocks: Iterable[int]) -> str:
    """All marks in some blocks of code points."""
    return "".join(
        letter
        for block in sorted(blocks)
        for letter in map(chr, range(block << _BLOCK_BITS, (block + 1) << _BLOCK_BITS))
        if unicodedata.category(letter)[0] == "M"
    )


class _Moving:
    """A text that is being folded."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.origins: array[int] | None = None

    def replace(self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str]) -> None:
        """Exchange what the pattern matches, and remember where it was."""
        parts: list[str] = []
        moved: list[tuple[int, int, int]] = []
        end = 0
        for match in pattern.finditer(self.text):
            start, new = match.start(), by(match)
            if new == match.group():
                continue
            parts += (self.text[end:start], new)
            end = match.end()
            moved.append((start, end, len(new)))
        if not moved:
            return
        if self.origins is not None or any(length != end - start for start, end, length in moved):
            self._move(moved)
        self.text = "".join((*parts, self.text[end:]))

    def _move(self, moved: Iterable[tuple[int, int, int]]) -> None:
        was = self.origins or array("I", range(len(self.text) + 1))
        origins = array("I")
        done = 0
        for start, end, length in moved:
            origins.extend(was[done:start])
            origins.extend(was[min(start + place, end - 1)] for place in range(length))
            done = end
        origins.extend(was[done:])
        self.origins = origins


def _by_script(folding: _Moving) -> None:
    """What depends on the letters beside a letter, where a script has such letters."""
    if not unicodedata.is_normalized("NFC", folding.text):
        folding.replace(_CLUSTER, lambda match: unicodedata.normalize("NFC", match.group()))
    text = folding.text
    if "\u094d" in text:
        folding.replace(_ANUSVARA, lambda _: "\u0902")
    if "\u0e4d" in text or "\u0e33" in text or "\u0ecd" in text or "\u0eb3" in text:
        folding.replace(_AM, _am)
    if _KHMER_DA[0] in text:
        folding.text = folding.text.replace(*_KHMER_DA)
    if "'" in text or '"' in text or "\u00b7" in text:
        folding.replace(_IN_A_WORD, lambda _: "")


def _am(match: re.Match[str]) -> str:
    tones = "".join(filter(None, match.groups()))
    return tones + ("\u0e33" if match.group()[0] < "\u0e80" else "\u0eb3")


def _plain(same: Mapping[str, str], letter: str) -> str:
    """One letter in the one spelling; nothing, if it may be left out."""
    category = unicodedata.category(letter)
    if letter in same:
        return same[letter]
    if letter in _SAME:
        return _SAME[letter]
    if letter in _NOT_TAKEN_APART:
        return letter
    if category == "Cf" or _UNSEEN.match(letter) or _may_be_left_out(letter, category):
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(letter))
    if category == "Pd":
        return "-"
    if category == "Zs":
        return " "
    if category[0] not in "LNM":
        return letter
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", letter).casefold())
    kept = (part for part in parts if not _may_be_left_out(part, unicodedata.category(part)))
    return unicodedata.normalize("NFC", "".join(same.get(part) or _SAME.get(part, part) for part in kept))


def _may_be_left_out(letter: str, category: str) -> bool:
    """Whether a mark is left out by many who type: accents, points, tones of N'Ko, the dot of Hindi; vowels are not."""
    if category[0] != "M":
        return False
    kind = unicodedata.combining(letter)
    return kind in (1, 7) or 10 <= kind <= 36 or kind >= 200 or category == "Me"
