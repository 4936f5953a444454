"""The page of a topic by its name: of all its pages, or of one group of many."""

from pmlapp.errors import ArticleNotFoundError
from pmlapp.library.catalog import Catalog
from pmlapp.library.pages.page_names import TOPIC
from pmlapp.library.shelves import Group, Shelf

_MAX_GROUP_DIGITS = 6


def topic_page(catalog: Catalog, page: str) -> tuple[Shelf, Group | None]:
    """What a topic's page shows; raises `ArticleNotFoundError` if there is no such topic or group."""
    topic, _, number = page.removeprefix(TOPIC).partition("/")
    shelf = catalog.shelf(topic)
    if not number:
        return shelf, None
    if number.isdecimal() and len(number) <= _MAX_GROUP_DIGITS and 0 < int(number) <= len(shelf.groups):
        return shelf, shelf.groups[int(number) - 1]
    raise ArticleNotFoundError(article=page)
