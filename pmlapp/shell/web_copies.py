"""Copies of pages for the web browser, in a folder that nobody else can open and that goes with the program."""

from typing import TYPE_CHECKING

from pmlapp.errors import CannotWriteError, plain_reason

if TYPE_CHECKING:
    from tempfile import TemporaryDirectory

    from pmlapp.content.page import Page
    from pmlapp.library.pages.pages import Pages

_NAME = "page.html"
"""The same for every page: the list of recent files of a browser says nothing of what was read."""


class WebCopies:
    """Writes one page at a time, in the place of the one before."""

    def __init__(self) -> None:
        self._folder: TemporaryDirectory[str] | None = None

    def write(self, page: "Page", pages: "Pages") -> str:
        """Write a copy of ``page``; the address under which a browser finds it.

        Raises:
            CannotWriteError: there is no folder for it, or no room.
        """
        # Few readers ever ask for a copy, and a start pays for every import.
        from pathlib import Path  # noqa: PLC0415
        from tempfile import TemporaryDirectory, gettempdir  # noqa: PLC0415

        from pmlapp.library.pages.web_page import web_page  # noqa: PLC0415

        text = web_page(page, pages)
        try:
            if self._folder is None:
                self._folder = TemporaryDirectory(prefix="pmlapp-", ignore_cleanup_errors=True)
            path = Path(self._folder.name) / _NAME
            path.write_text(text, encoding="utf-8")
        except OSError as error:
            place = self._folder.name if self._folder is not None else gettempdir()
            raise CannotWriteError(path=place, reason=plain_reason(error)) from error
        return path.as_uri()

    def close(self) -> None:
        """Take the copy away again."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
