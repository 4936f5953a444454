"""The choice of languages in the window: what is in sight is made again, and the page is shown at its place."""

from collections.abc import Callable
from pathlib import Path

from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.said_words import Say
from pmlapp.shell.behind_first_paint import answer_tools
from pmlapp.shell.choices import Choices
from pmlapp.shell.interface_language import InterfaceLanguage
from pmlapp.shell.languages import Languages
from pmlapp.shell.reader import Reader
from pmlapp.shell.window import Window
from pmlapp.shell.wiring import wire_languages


def languages_in_window(
    window: Window,
    reader: Reader,
    choices: Choices,
    pages: Pages,
    library: Path,
    folder: Path,
    interface: InterfaceLanguage,
    words: Callable[[Say | None], PageWords],
    open_original: Callable[[], Pages],
) -> Languages:
    """What switches the languages of a window; see `Languages` for the last six."""

    def show_again() -> None:
        place = window.place()
        window.begin_again()
        reader.start(place.page, place.position)
        answer_tools(window)

    languages = Languages(pages, library, folder, interface, words, open_original)
    wire_languages(window, languages, choices, show_again)
    return languages
