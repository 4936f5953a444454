"""What changed on a page since an earlier edition, folded away at its end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from pmlapp.content.edition import EarlierText
from pmlapp.content.model import Article, ArticleId
from pmlapp.content.page import BlockId, Disclaimer, Fold, Heading, Page, ShortAnswer, Text
from pmlapp.errors import UnreadableContentError
from pmlapp.library.pages.page_words import PageWords

if TYPE_CHECKING:
    from pmlapp.library.pages.sheet_numbers import SheetNumbers

CHANGES_ANCHOR = "what-changed"


def with_changes(
    page: Page,
    article: Article,
    texts: Callable[[ArticleId], tuple[EarlierText, ...]],
    words: PageWords,
    sheets: "Callable[[], SheetNumbers]",
) -> Page:
    """The page with each sentence before and now, since the edition that last said something else.

    A page that was never changed is left as it is, and so is a withdrawn one, whose old words must not be read.
    ``sheets`` compares texts; it is only asked where there is something to compare.
    """
    try:
        earlier = texts(article.id)
    except UnreadableContentError:
        return page  # what it says now is whole, and worth more than what it said
    if not earlier or not any(isinstance(block, ShortAnswer) for block in page.blocks):
        return page
    changed = sheets().changed_since(earlier[0], article)
    if not changed:
        return page
    title = words.what_changed_since.format(edition=sheets().edition_words(earlier[0].edition))
    section = (
        Heading(BlockId("what-changed-heading"), 2, CHANGES_ANCHOR, (Text(words.what_changed),)),
        Fold(BlockId("what-changed"), title, False, changed),
    )
    at = next((n for n, block in enumerate(page.blocks) if isinstance(block, Disclaimer)), len(page.blocks))
    return page._replace(blocks=(*page.blocks[:at], *section, *page.blocks[at:]))
