"""Tells the reader of a library whose script this computer has no font for."""

from pmlapp.errors import MissingFontError
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.missing_fonts import scripts_without_font
from pmlapp.shell.window import Window


def missing_font(pages: Pages) -> MissingFontError | None:
    """What to say of the library's scripts; None if this computer can show all of them."""
    scripts = scripts_without_font(pages.catalog.library.characters)
    return MissingFontError(scripts=", ".join(scripts)) if scripts else None


def tell_of_missing_font(window: Window, pages: Pages) -> None:
    """Say so over the page, where a script is missing."""
    if failure := missing_font(pages):
        window.show_failure(failure)
