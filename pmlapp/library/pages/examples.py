"""A few questions of a library that show what one may ask."""

from typing import Final

from pmlapp.content.model import ArticleSummary, QuestionType
from pmlapp.library.catalog import Catalog

_TYPES: Final = (
    QuestionType.SYMPTOMS,
    QuestionType.TREATMENT,
    QuestionType.LIVING,
    QuestionType.CAUSES,
    QuestionType.OVERVIEW,
)
"""What people ask most of a library on any illness, for one that names no examples."""

_MOST: Final = 3


def examples(catalog: Catalog) -> tuple[ArticleSummary, ...]:
    """Those that the library names, or the first of the usual types."""
    if named := catalog.words.examples:
        return tuple(catalog.summary(article) for article in named)
    first = map(catalog.first_of, _TYPES)
    return tuple(page for page in first if page is not None)[:_MOST]
