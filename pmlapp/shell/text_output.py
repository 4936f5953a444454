"""One page on the standard output, without Qt and without a display."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TextIO

from pmlapp import paths
from pmlapp.content.page import Page
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
    """Print the page that ``arguments`` name, or the home page.

    Raises:
        ContentError: the library or the page cannot be read.
    """
    with _page(arguments, site, library) as (page, words):
        out.write(page_text(page, closed=words.closed_on_purpose))


def print_sentences(arguments: Arguments, site: SiteSettings, library: Path, out: TextIO) -> None:
    """Print what would be read aloud of that page with its folds closed, one sentence a line.

    A sentence in another language than the page begins with that language in brackets.

    Raises:
        ContentError: the library or the page cannot be read.
    """
    from pmlapp.library.pages.spoken import spoken  # noqa: PLC0415 - not for --text

    with _page(arguments, site, library) as (page, words):
        for sentence in spoken(page, words):
            other = "" if sentence.language == page.language else f"[{sentence.language}] "
            out.write(f"{other}{sentence.said}\n")


def print_heard(arguments: Arguments, site: SiteSettings, library: Path, out: TextIO) -> None:
    """Print that page as a screen reader is given it with its folds closed, a line for each thing on it.

    Raises:
        ContentError: the library or the page cannot be read.
    """
    from pmlapp.library.pages.heard import heard, heard_lines  # noqa: PLC0415 - not for --text

    with _page(arguments, site, library) as (page, words):
        out.writelines(f"{line}\n" for line in heard_lines(heard(page, words)))


@contextmanager
def _page(arguments: Arguments, site: SiteSettings, library: Path) -> Iterator[tuple[Page, PageWords]]:
    """The page asked for, and the words in which it is put together."""
    with open_library(library, arguments, site) as store:
        calendar = Calendar(paths.last_day_file(), date.today)
        pages = Pages(
            store,
            PageWords(staff_nearby=site.staff_nearby),
            emergency_number=site.emergency_number,
            keys=window_keys(),
            today=calendar.today,
            doubted=calendar.doubted,
        )
        pages.require_language(arguments.language)
        name = arguments.article or arguments.page or HOME
        yield pages.home() if name == HOME else pages.page(name)[0], pages.words
