"""A page that the language chosen has not got yet: it is shown in the language of the library, and says so first."""

from pmlapp.content.page import BlockId, Breadcrumb, Care, Notice, Page
from pmlapp.library.pages.language_names import name_of
from pmlapp.library.pages.page_words import PageWords


def not_translated(page: Page, words: PageWords) -> Page:
    """The page with a sentence above its title."""
    said = words.not_translated.format(language=name_of(page.language))
    notice = Notice(BlockId("not-translated"), Care.INFO, "language", said, "")
    begin = 1 if page.blocks and isinstance(page.blocks[0], Breadcrumb) else 0
    return page._replace(blocks=(*page.blocks[:begin], notice, *page.blocks[begin:]))
