"""One page on the standard output, without Qt and without a display."""

from datetime import date
from pathlib import Path
from typing import TextIO

from pmlapp import paths
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.page_names import HOME
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.settings import SiteSettings
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.calendar import Calendar
from pmlapp.shell.keys import window_keys
from pmlapp.shell.open_library import open_library


def print_page(arguments: Arguments, site: SiteSettings, library: Path, out: TextIO) -> None:
    """Print the page that ``arguments`` name, or what stands on the home page.

    Raises:
        ContentError: the library or the page cannot be read.
    """
    with open_library(library, arguments, site) as store:
        words = PageWords(staff_nearby=site.staff_nearby)
        calendar = Calendar(paths.last_day_file(), date.today)
        pages = Pages(
            store,
            words,
            emergency_number=site.emergency_number,
            keys=window_keys(),
            today=calendar.today,
            doubted=calendar.doubted,
        )
        pages.require_language(arguments.language)
        name = arguments.article or arguments.page or HOME
        page = pages.home() if name == HOME else pages.page(name)[0]
        out.write(page_text(page, closed=words.closed_on_purpose))
