"""What a library holds beside its pages: what to do in a situation, and the searches that try it."""

from typing import NamedTuple

from pmlapp.content.model import ArticleId, Source


class ActionCard(NamedTuple):
    """What to do in one situation, step by step."""

    id: str
    situation: str
    steps: tuple[str, ...]
    """At most 5, each on one line."""
    sources: tuple[Source, ...]
    page: str
    """The article that says more; "" if there is none."""


class SelfCheck(NamedTuple):
    """A search that must find a page, by which an installed library is tried."""

    query: str
    page: ArticleId
