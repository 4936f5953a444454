"""The pages that a page leads to, and that are likely to be asked for next."""

from collections.abc import Sequence

from pmlapp.content.model import ArticleId
from pmlapp.library.catalog import Catalog
from pmlapp.library.pages.examples import examples
from pmlapp.library.pages.page_names import HOME, TOPIC
from pmlapp.library.pages.topic_pages import topic_page

_OF_A_TOPIC = 12


def likely_next(catalog: Catalog, page: str, most: int) -> Sequence[str]:
    """The ids of articles; from home at most ``most``."""
    if page == HOME:
        first = map(catalog.first_of, catalog.question_types)
        shown = (each.id for each in examples(catalog))
        likely = dict.fromkeys([*shown, *(article.id for article in first if article is not None)])
        return list(likely)[:most]
    if page.startswith(TOPIC):
        shelf, group = topic_page(catalog, page)
        return [article.id for article in (group.pages if group else shelf.articles)[:_OF_A_TOPIC]]
    if page not in catalog:
        return []
    article = catalog.article(ArticleId(page))
    near = catalog.neighbours(article.id)
    beside = [each.id for each in (near.before, near.after) if each is not None]
    return [*(related.to for related in article.related), *beside]
