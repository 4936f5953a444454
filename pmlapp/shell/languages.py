"""The languages that can be chosen: that of the window and that of the pages, each without the other."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from pmlapp.errors import PmlError
from pmlapp.library.pages.language_names import name_of
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.said_words import Say
from pmlapp.settings import ENGLISH
from pmlapp.shell.interface_language import InterfaceLanguage, say_on_pages

Choice = tuple[str, str]
"""The code of a language, and its name in itself."""


class Languages(QObject):
    """Puts another language on the window, or reads the pages in another, at once.

    A translation of a library is a content file beside it: ``content.de.db`` beside ``content.db``.
    ``words`` makes the phrases of pages from what says them; ``open_original`` gives the pages of the library itself,
    for those that a translation has not got yet.

    Signals:
        switched: everything in sight is to be made again.
        window_chosen: the code of the language that the window has now.
        pages_chosen: the code of the language that the pages are read in now.
        failed: a `PmlError`; all is as it was.
    """

    switched = Signal()
    window_chosen = Signal(str)
    pages_chosen = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        pages: Pages,
        library: Path,
        folder: Path,
        interface: InterfaceLanguage,
        words: Callable[[Say | None], PageWords],
        open_original: Callable[[], Pages],
    ) -> None:
        super().__init__()
        self._pages = pages
        self._library = self._place = library
        self._folder = folder
        self._interface = interface
        self._words = words
        self._open_original = open_original
        self._own = pages.catalog.library.language
        self._original: Pages | None = None

    @property
    def window(self) -> str:
        """The language of the window."""
        return self._interface.code

    @property
    def content(self) -> str:
        """The language of the pages."""
        return self._pages.catalog.library.language

    @property
    def of_window(self) -> tuple[Choice, ...]:
        """The languages that the window has."""
        found = sorted(path.stem for path in self._folder.glob("*.qm"))
        return tuple((code, name_of(code)) for code in (ENGLISH, *found))

    @property
    def of_pages(self) -> tuple[Choice, ...]:
        """The languages that the library has pages in, its own first."""
        start = f"{self._library.stem}."
        found = sorted(path.stem.removeprefix(start) for path in self._library.parent.glob(f"{start}*.db"))
        return tuple((code, name_of(code)) for code in (self._own, *found) if code.replace("-", "").isalnum())

    @Slot(str)
    def use_for_window(self, code: str) -> None:
        """Put another language on the window."""
        if code != self.window:
            self._interface.use(code)
            self._read()
            self.window_chosen.emit(self.window)
            self.switched.emit()

    @Slot(str)
    def use_for_pages(self, code: str) -> None:
        """Read the pages in another language."""
        if code != self.content and code in dict(self.of_pages) and self.begin_with(code):
            self.pages_chosen.emit(code)
            self.switched.emit()

    def begin_with(self, code: str) -> bool:
        """Read the pages in a language from the start on; False, and as it was, where they cannot be read in it."""
        before = self._place
        self._place = self._library if code == self._own else self._library.with_suffix(f".{code}.db")
        try:
            self._read()
        except PmlError as failure:
            self._place = before
            self.failed.emit(failure)
            return False
        return True

    def use_for_both(self, window: str, content: str) -> None:
        """Put languages on window and pages, where there are such."""
        self._interface.use(window)
        if not self.begin_with(content if content in dict(self.of_pages) else self._own):
            self._read()

    def _read(self) -> None:
        words = self._words(say_on_pages if self._interface.code != ENGLISH else None)
        original = None
        if self._place != self._library:
            self._original = self._original or self._open_original()
            self._original.speak(words, self._library, None)
            original = self._original
        self._pages.speak(words, self._place, original)
