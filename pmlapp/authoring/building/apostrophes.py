"""Apostrophes as they are printed: typed as ' between letters, shown as ’ everywhere.

This happens behind the check of the signatures, which are under the text as its author typed it.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final, TypeVar

from pmlapp.authoring.sources.sources import LibrarySources
from pmlapp.content.model import Article

_PLACE: Final = re.compile(r"\S*(?:://|www\.)\S*|(?<=[A-Za-z\u00c0-\u024f])'(?=[A-Za-z\u00c0-\u024f])")
"""A web address, which stays as it is, or an apostrophe between two Latin letters: 5' and 'so' are none.

In other scripts the sign may be a letter, as in Ukrainian, and stays as it was typed.
"""

_Value = TypeVar("_Value")


def printed(text: str) -> str:
    """The text with each apostrophe within a word as it is printed; its length stays."""
    return _PLACE.sub(lambda found: "\u2019" if found.group() == "'" else found.group(), text) if "'" in text else text


def with_printed_apostrophes(sources: LibrarySources) -> LibrarySources:
    """The library with every apostrophe that a reader sees as it is printed; records keep what was signed."""
    return replace(
        sources,
        topics=_within(sources.topics),
        articles=tuple(map(_article, sources.articles)),
        glossary=_within(sources.glossary),
        sources=_within(sources.sources),
        words=_within(sources.words),
        action_cards=_within(sources.action_cards),
        emergency_signs=printed(sources.emergency_signs),
    )


def _article(article: Article) -> Article:
    kept = article._replace(sign_offs=(), withdrawal=None, consent=None)
    return _within(kept)._replace(sign_offs=article.sign_offs, withdrawal=article.withdrawal, consent=article.consent)


def _within(value: _Value) -> _Value:
    """A value with all its texts printed; named tuples and tuples are gone into."""
    made: object = value
    if type(value) is str:
        made = printed(str(value))
    elif isinstance(value, tuple):
        parts = tuple(map(_within, value))
        make: Callable[[tuple[object, ...]], object] = getattr(type(value), "_make", tuple)
        made = make(parts)
    return made  # type: ignore[return-value]
