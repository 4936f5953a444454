"""What the pages of a large library have in common, for zlib to begin each of them with."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

DICTIONARY_BYTES: Final = 32 * 1024
"""zlib looks back no further."""

_SAMPLE_CHARACTERS: Final = 3_000_000
"""More text than this makes no better dictionary, only a slower build."""

_RUN: Final = 2
"""Words in a row that are counted: one alone says nothing of its neighbours, three recur too seldom."""

_SEGMENT: Final = 32
"""Words taken over together: long enough for zlib to find whole sentences."""


def shared_dictionary(texts: Sequence[str]) -> bytes:
    """Up to 32 KiB of what recurs most in the texts, the most useful at the end, where zlib finds it cheapest.

    The same texts in the same order give the same bytes.

    Source: the idea of COVER, Liao, Petri, Moffat, Wirth, "Effective construction of relative Lempel-Ziv
    dictionaries", WWW 2016: count runs, then greedily take the segments whose runs recur most.
    """
    total = sum(len(text) for text in texts)
    samples = [text.split(" ") for text in texts[:: 1 + total // _SAMPLE_CHARACTERS]]
    counts: Counter[tuple[str, ...]] = Counter()
    for words in samples:
        counts.update(set(_runs(words)))
    value = {run: (count - 1) * len(" ".join(run)) for run, count in counts.items() if count > 1}
    segments = {segment: _sum(value, segment) for words in samples for segment in _segments(words)}
    taken: list[bytes] = []
    room = DICTIONARY_BYTES
    for segment, worth in sorted(segments.items(), key=lambda item: (-item[1], item[0])):
        left = _sum(value, segment)
        if not left or 2 * left < worth:
            continue  # earlier segments already bring more than half of it
        text = (" ".join(segment) + " ").encode()
        if len(text) > room:
            break
        room -= len(text)
        taken.append(text)
        for run in _runs(segment):
            value.pop(run, None)
    return b"".join(reversed(taken))


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)]


def _segments(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + _SEGMENT]) for start in range(0, len(words), _SEGMENT // 2)]


def _sum(value: Mapping[tuple[str, ...], int], segment: tuple[str, ...]) -> int:
    return sum(value.get(run, 0) for run in _runs(segment))
