"""Opening a page by a classification code: which page it is, said without Qt and without a display."""

from pathlib import Path
from typing import TextIO

from pmlapp.content.file.stored_codes import CodedPage, StoredCodes
from pmlapp.errors import QT_TRANSLATE_NOOP, CodeNotFoundError
from pmlapp.library.search.codes import SYSTEMS, pages_with_code
from pmlapp.shell.arguments import Arguments

SEVERAL = 3
"""What the process ends with when several pages have the code; `CodeNotFoundError` has the number for none."""

_BROADER = QT_TRANSLATE_NOOP("codes", "No page has the {system} code {asked} itself. This is the page for {code}.")


def page_of_code(arguments: Arguments, option: str, asked: str, library: Path) -> Arguments | tuple[CodedPage, ...]:
    """The arguments with the page that has a code, and a notice if only a broader code is there; or several pages.

    Raises:
        CodeNotFoundError: no page has it.
        ContentError: the library cannot be read.
    """
    system = SYSTEMS[option]
    with StoredCodes.open(library) as store:
        found = pages_with_code(store, system, asked)
    if not found.pages:
        raise CodeNotFoundError(system=system.title, code=asked)
    if len(found.pages) > 1:
        return found.pages
    notice = _BROADER.format(system=system.title, asked=asked, code=found.code) if found.is_broader else ""
    return arguments._replace(article=found.pages[0].article, notice=notice)


def list_pages(pages: tuple[CodedPage, ...], out: TextIO) -> None:
    """Print several pages, a line each: the name, a tab, the title."""
    out.writelines(f"{page.article}\t{page.title}\n" for page in pages)
