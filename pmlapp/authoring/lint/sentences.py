"""Where a sentence ends and what its words are, in the languages we write."""

import re
from typing import Final

# A stop after these ends no sentence.  As written: MS is an illness, Ms a person.
_SHORT: Final = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|[Ff]igs?|Dra?|Mrs?|Ms|Prof|Sra?|St|Jr|al|pp?|ej)|\b[A-Za-z]\.[A-Za-z])\.$"
)
_END: Final = re.compile(r"(?:(?<![.!?…])[.!?…]++[\"'”’»)\]]*\s+(?=[\"'“‘«(\[¿¡]*[^\W_a-zß-öø-ÿ])|(?<=[。！？।])\s*)")
_WORD: Final = re.compile(r"[^\W_]+(?:['’.,\-‐‑][^\W_]+)*%?")
_LONGEST_SHORT: Final = 12


def sentences_in(text: str) -> list[str]:
    """The sentences of a text on one line, in order; a text without any full stop is one sentence."""
    found: list[str] = []
    start = 0
    for match in _END.finditer(text):
        mark = match[0].rstrip()
        if mark == "." and _SHORT.search(text[max(start, match.start() - _LONGEST_SHORT) : match.start() + 1]):
            continue
        if sentence := text[start : match.end()].strip():
            found.append(sentence)
        start = match.end()
    if rest := text[start:].strip():
        found.append(rest)
    return found


def words_of(text: str) -> list[str]:
    """The words of a text as written; ``don't``, ``4.14`` and ``X-ray`` are one word each."""
    return _WORD.findall(text)
