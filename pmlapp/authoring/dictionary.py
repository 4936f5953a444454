"""What the pages of a large library have in common, for zlib to begin each of them with."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

DICTIONARY_BYTES: Final = 32 * 1024
"""zlib looks back no further."""

_SAMPLE_BYTES: Final = 6 * 1024 * 1024
"""More text than this makes no better dictionary, only a slower build."""

_RUN: Final = 3
"""Words in a row that are counted; shorter ones zlib finds within a page by itself."""

_SEGMENT: Final = 12
"""Words taken over together."""


def shared_dictionary(texts: Sequence[str]) -> bytes:
    """Up to 32 KiB of what recurs most in the texts, the most useful at the end, where zlib finds it cheapest.

    The same texts in the same order give the same bytes.

    Source: the idea of COVER, Liao, Petri, Moffat, Wirth, "Effective construction of relative Lempel-Ziv
    dictionaries", WWW 2016: count runs, then greedily take the segments whose runs recur most.
    """
    total = sum(len(text) for text in texts)
    samples = [text.split(" ") for text in texts[:: 1 + total // _SAMPLE_BYTES]]
    counts: Counter[tuple[str, ...]] = Counter()
    for words in samples:
        counts.update(set(_runs(words)))
    weights = {run: (count - 1) * len(" ".join(run)) for run, count in counts.items() if count > 1}
    segments = sorted(
        {segment for words in samples for segment in _segments(words)},
        key=lambda segment: (-_weight(segment, weights), segment),
    )
    taken: list[bytes] = []
    room = DICTIONARY_BYTES
    for segment in segments:
        # What an earlier segment already brings is not worth a second place.
        if 2 * _weight(segment, weights) < _best_left(segment, counts):
            continue
        text = (" ".join(segment) + " ").encode()
        if len(text) > room:
            break
        room -= len(text)
        taken.append(text)
        for run in _runs(segment):
            weights.pop(run, None)
    return b"".join(reversed(taken))


def _runs(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + _RUN]) for start in range(len(words) - _RUN + 1)]


def _segments(words: Sequence[str]) -> list[tuple[str, ...]]:
    return [tuple(words[start : start + _SEGMENT]) for start in range(0, len(words), _SEGMENT // 2)]


def _weight(segment: tuple[str, ...], weights: dict[tuple[str, ...], int]) -> int:
    return sum(weights.get(run, 0) for run in _runs(segment))


def _best_left(segment: tuple[str, ...], counts: Counter[tuple[str, ...]]) -> int:
    return sum((counts[run] - 1) * len(" ".join(run)) for run in _runs(segment))
