"""Korean syllables as the letters that people type for them, one after the other: step 1 of docs/search.md.

The idea: a syllable changes while it is typed (ㅅ, 시, 심), and its last letter may begin the next (심ㅈ, 심자, 심장).
Spelt out, each of these is the beginning of the next, so that the full-text tables find them all by prefix. Pairs of
whole syllables, as before, found nothing until the syllable was finished.
"""

import re
from collections.abc import Iterable
from typing import Final


def _split(letters: str) -> tuple[str, ...]:
    return tuple(letters.split())


_SYLLABLES: Final = range(0xAC00, 0xD7A4)
_INITIALS: Final = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS: Final = _split("ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ")
_FINALS: Final = (
    "",
    *_split("ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ"),
    *_split("ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ"),
)
_PER_INITIAL: Final = len(_VOWELS) * len(_FINALS)

_LONE_INITIALS: Final = range(0x1100, 0x1113)
_LONE_VOWELS: Final = range(0x1161, 0x1176)

_SPELT: Final = re.compile(f"([{_INITIALS}])((?:{'|'.join(sorted(_VOWELS, key=len, reverse=True))})?)")


def spelt_out(run: str) -> str:
    """Korean syllables as the letters that are typed for them; other letters as they are."""
    return "".join(map(_typed, run))


def initials(word: str) -> str:
    """The first letter of each syllable, by which Koreans look things up, folded; "" if it is not a Korean word."""
    codes = [ord(letter) for letter in word]
    if not codes or not all(code in _SYLLABLES for code in codes):
        return ""
    return "".join(chr(_LONE_INITIALS.start + (code - _SYLLABLES.start) // _PER_INITIAL) for code in codes)


def syllables(word: str, *, unfinished: bool) -> str:
    """A pattern of what a word, in the letters of `spelt_out`, looks like in a folded text.

    Args:
        word: of any script; only Korean looks different when it is spelt out.
        unfinished: its last syllable may have more letters.
    """
    if not any(letter in _INITIALS for letter in word):
        return re.escape(word)
    if all(letter in _INITIALS for letter in word):  # looked up by its initials
        return "".join(f"[{chr(start)}-{chr(start + _PER_INITIAL - 1)}]" for start in map(_first_with, word))
    ways = sorted(set(_written(word, unfinished)))
    return f"(?:{'|'.join(ways)})" if ways else "(?!)"


def _first_with(initial: str) -> int:
    return _SYLLABLES.start + _INITIALS.index(initial) * _PER_INITIAL


def _typed(letter: str) -> str:
    code = ord(letter)
    if code in _SYLLABLES:
        initial, rest = divmod(code - _SYLLABLES.start, _PER_INITIAL)
        vowel, final = divmod(rest, len(_FINALS))
        return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]
    if code in _LONE_INITIALS:
        return _INITIALS[code - _LONE_INITIALS.start]
    if code in _LONE_VOWELS:
        return _VOWELS[code - _LONE_VOWELS.start]
    return letter


def _written(word: str, unfinished: bool) -> Iterable[str]:
    """The ways in which spelt letters make syllables; of a part that is not finished, all syllables that begin so."""
    if not word:
        yield ""
        return
    head = word[0]
    if head not in _INITIALS:
        yield from (re.escape(head) + rest for rest in _written(word[1:], unfinished))
        return
    first = _first_with(head)
    tail = word[1:]
    for vowel, typed in enumerate(_VOWELS):
        start = first + vowel * len(_FINALS)
        rest = tail.removeprefix(typed)
        if unfinished and typed.startswith(tail):
            yield f"[{chr(start)}-{chr(start + len(_FINALS) - 1)}]"
        elif rest != tail:
            for final, closing in enumerate(_FINALS):
                after = rest.removeprefix(closing)
                if not after or (unfinished and closing.startswith(rest)):
                    yield chr(start + final)
                elif rest.startswith(closing) and after[0] in _INITIALS:
                    yield from (chr(start + final) + more for more in _written(after, unfinished))
