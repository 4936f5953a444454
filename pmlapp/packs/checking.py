"""Checks of a library that has arrived, before anybody is shown a page of it."""

from pathlib import Path
from typing import Final

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import ArticleSummary
from pmlapp.errors import ContentError, NewerContentError
from pmlapp.library.search.search import Search
from pmlapp.packs.errors import UnfitLibraryError
from pmlapp.packs.listing import ListedFile

SEARCHES: Final = 10
_MOST_HITS: Final = 20


def check_library(path: Path, listed: ListedFile) -> None:
    """Open the library at ``path``, compare it with what was signed, and ask it ten questions.

    Raises:
        UnfitLibraryError: it does not open, is another one than it was signed as, or does not find its own pages.
    """
    try:
        with ContentStore.open(path) as store:
            library = store.library()
            if (library.id, library.edition, library.digest) != (listed.library, listed.edition, listed.digest):
                raise UnfitLibraryError(reason="it is another edition than the one that was signed")
            store.verify()
            _ask(store, library.language)
    except NewerContentError as error:
        raise UnfitLibraryError(reason="it needs a newer version of this program") from error
    except ContentError as error:
        raise UnfitLibraryError(reason="it does not open as it was built", cause=str(error)) from error


def _ask(store: ContentStore, language: str) -> None:
    pages = store.summaries()
    if not pages:
        raise UnfitLibraryError(reason="it has no pages")
    search = Search(store)
    for page in _spread(pages):
        store.page(page.id, language)
        if page.id not in (hit.article.id for hit in search.search(page.title, _MOST_HITS)):
            raise UnfitLibraryError(reason="a search does not find a page by its own title")


def _spread(pages: tuple[ArticleSummary, ...]) -> tuple[ArticleSummary, ...]:
    """Ten pages from all over the library, or all of a small one."""
    count = min(SEARCHES, len(pages))
    return tuple(pages[number * len(pages) // count] for number in range(count))
