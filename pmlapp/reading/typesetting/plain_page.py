"""A page as plain words, for when something of it cannot be set or drawn."""

from PySide6.QtGui import QTextDocument

from pmlapp.content.page import Page
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.scale import Scale
from pmlapp.reading.typesetting.typesetter import TypesetPage


def plain_page(page: Page, words: PageWords, scale: Scale) -> TypesetPage:
    """All words of a page in one font, without shapes and links, under a sentence that says why.

    Parts that are closed on purpose stay closed.
    """
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(font(scale.body))
    document.setPlainText(f"{words.shown_plain}\n\n{page_text(page, closed=words.closed_on_purpose)}")
    return TypesetPage(document, (), (), {}, {})
