"""One page of the library as a file for a web browser, with its pictures and the words that it explains inside."""

from pmlapp.content.model import Media, TermKey
from pmlapp.content.page import Care, Page
from pmlapp.content.page_html import Addresses, HtmlWords, data_address, outside_only, page_html
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages


def web_page(page: Page, pages: Pages) -> str:
    """The whole file as text; links to other pages of the library are words in it, for it stands alone.

    ``pages`` are those of the library that the page is from.
    """
    library = pages.catalog.library

    def term(key: str) -> tuple[str, str] | None:
        found = pages.catalog.term(TermKey(key))
        return (found.word, found.meaning) if found is not None else None

    def picture(name: str) -> str:
        media: Media | None = pages.picture(name)
        return data_address(media)

    foot = pages.words.copied_from.format(title=page.title, library=library.title)
    addresses = Addresses(href=outside_only, picture=picture, term=term)
    return page_html(page, html_words(pages.words), addresses, library=library.title, foot=foot)


def html_words(words: PageWords) -> HtmlWords:
    """The phrases that a page in HTML needs."""
    return HtmlWords(
        care={care: words.care(care) for care in Care},
        way_here=words.way_here.rstrip(":"),
        show_fold=words.show_fold,
        source_number=words.source_number,
        explained_words=words.explained_words,
    )
