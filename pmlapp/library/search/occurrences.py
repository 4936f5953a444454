"""Where what a reader looks for stands in a text, whatever its accents, capitals and kinds of quotes."""

from collections.abc import Callable, Sequence

from pmlapp.library.search.letters import folded

Seek = Callable[[str], Sequence[tuple[int, int]]]
"""From a text to the ``(start, end)`` of each place wanted in it, in order, none overlapping."""

_TYPED_ALIKE = str.maketrans("’‘ʼ“”„‐‑–—\u00a0\u202f\u2009", "'''\"\"\"----\x20\x20\x20")
"""Signs of a printed page, and what keyboards have for them; one for one, so that places stay the same."""


def occurrences(wanted: str) -> Seek:
    """Seeks each place of ``wanted``, as one types it; of nothing there are none."""
    sought = _alike(" ".join(wanted.split()))

    def places(text: str) -> list[tuple[int, int]]:
        if not sought:
            return []
        flat = _alike(text)
        found: list[tuple[int, int]] = []
        start = flat.find(sought)
        while start >= 0:
            found.append((start, start + len(sought)))
            start = flat.find(sought, start + len(sought))
        return found

    return places


def _alike(text: str) -> str:
    return folded(text.translate(_TYPED_ALIKE))
