"""One run of the program with Qt: the application, the reader's choices, the window, and their end."""

import gc
import linecache
import sys
from collections.abc import Callable
from contextlib import ExitStack
from datetime import date
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Self
from weakref import ReferenceType, ref

from PySide6 import QtCore
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from pmlapp import paths
from pmlapp.content.file.store import ContentStore
from pmlapp.content.icon_names import OWN_ICONS
from pmlapp.errors import (
    QT_TRANSLATE_NOOP,
    ArticleNotFoundError,
    ContentError,
    LanguageNotFoundError,
    PmlError,
)
from pmlapp.library.catalog import Catalog
from pmlapp.library.pages.page_names import HOME
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.said_words import Say
from pmlapp.reading.look.fonts import load_fonts
from pmlapp.reading.look.icons import IconSet
from pmlapp.reading.preferences import PreferencesFile
from pmlapp.settings import ENGLISH, SiteSettings
from pmlapp.shell.any_thread import FromAnyThread
from pmlapp.shell.arguments import Arguments
from pmlapp.shell.behind_first_paint import answer_tools, begin_keeping, check_fonts, let_fingers_scroll
from pmlapp.shell.calendar import Calendar
from pmlapp.shell.choices import Choices
from pmlapp.shell.failure_words import shown_words
from pmlapp.shell.failures import LastResort
from pmlapp.shell.idle_tasks import IdleTasks
from pmlapp.shell.keys import window_keys
from pmlapp.shell.open_library import open_library
from pmlapp.shell.prefetch import Prefetch
from pmlapp.shell.reader import Reader
from pmlapp.shell.screens import is_very_large, screen_size
from pmlapp.shell.session_saver import SessionSaver
from pmlapp.shell.single_instance import SingleInstance
from pmlapp.shell.stage import FooterWords
from pmlapp.shell.system_look import SystemLook
from pmlapp.shell.verification import Verification
from pmlapp.shell.web_copies import WebCopies
from pmlapp.shell.window import Window
from pmlapp.shell.wiring import (
    wire,
    wire_idle_tasks,
    wire_keys,
    wire_prefetch,
    wire_run,
    wire_system,
    wire_take_along,
    wire_verification,
)
from pmlapp.shell.written_file import write_whole

if TYPE_CHECKING:
    from pmlapp.shell.interface_language import InterfaceLanguage
    from pmlapp.shell.languages import Languages
    from pmlapp.shell.take_along import TakeAlong

Tell = Callable[[PmlError], int]
"""Prints and logs a failure; returns the number the process should end with."""

_NO_LIBRARY = QT_TRANSLATE_NOOP("errors", "Health library")
"""The title of the window that says why there is no library, whose own title nobody knows then."""

_USUAL_SIZE = QSize(1280, 800)
_VERY_LARGE_PERCENT = 150
_FRAME = QSize(4, 36)
"""What a window system usually puts around a window; `Stage.keep_on_screen` counts the real one once it is there."""


class Session:
    """Made once a process; `build` puts a window together, `run` and `snapshot` show it.

    A context manager: at its end the content files of its windows are closed.
    """

    def __init__(
        self, arguments: Arguments, site: SiteSettings, library: Path, *, clock: Callable[[], date] = date.today
    ) -> None:
        self._arguments = arguments
        self._site = site
        self._library = library
        self._to_close = ExitStack()
        self._at_end = ExitStack()
        self._catalog: Catalog | None = None
        self._reader: Reader | None = None
        self._application = _application()
        load_fonts(paths.font_dir())
        self.calendar = Calendar(paths.last_day_file(), clock)
        # A picture or a test shows what everybody would see, not what this reader chose.
        keeps = self._keeps = arguments.opens_window and site.remember_reader
        self._key = paths.library_key(arguments.library, site.library or paths.bundled_library())
        file = PreferencesFile(paths.preferences_file() if keeps else None, library=self._key)
        preferences, self._unread_preferences = file.load()
        # A picture is drawn as on a screen of its size.
        screen = QSize(*arguments.size) if arguments.size and not arguments.opens_window else screen_size()
        if preferences.window_width is None and is_very_large(screen):
            # Somebody new on a screen of many small pixels: at 100 % the words would be tiny.
            preferences = preferences._replace(text_percent=max(preferences.text_percent, _VERY_LARGE_PERCENT))
        self._say: Say | None = None
        self._pages_language = preferences.pages_language
        if (language := preferences.language or site.language) != ENGLISH and self._interface.use(language):
            from pmlapp.shell.interface_language import say_on_pages

            self._say = say_on_pages
        if arguments.theme:
            preferences = preferences._replace(theme=arguments.theme)
        if arguments.zoom:
            preferences = preferences._replace(text_percent=arguments.zoom)
        self.system = SystemLook()
        self.choices = Choices(
            preferences,
            file,
            icons=IconSet(paths.icon_dir(), self._own_icon),
            theme_dir=paths.theme_dir(),
            site_theme=site.theme,
            system_theme=self.system.theme,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()
        self._at_end.close()

    def close(self) -> None:
        """Stop the timers of each window that was built, and close its content file: it can show no other page."""
        self._to_close.close()

    def build(self, instance: SingleInstance | None = None) -> tuple[Window, Reader, Pages]:
        """Open the library and put the window together; nothing is shown yet.

        Raises:
            ContentError: the library cannot be read.
        """
        number = self._site.emergency_number
        pages = self._pages()
        # Without its table of contents a library is of no use, and now there is still a way to say so.
        _ = pages.catalog.outline
        QGuiApplication.setApplicationDisplayName(pages.catalog.library.title)
        window = Window(
            pages,
            self.choices.look,
            partial(_footer_words, pages),
            emergency_number=number,
            take_along=partial(self._take_along, pages),
        )
        self._to_close.callback(_stop_timers, ref(window))
        copies = WebCopies()
        self._to_close.callback(copies.close)
        reader = Reader(pages, window, may_open_outside=self._site.web_links, copies=copies)
        self._reader = reader
        wire(window, reader, self.choices, instance)
        window.offered_languages = cache(partial(self._languages, window, reader, pages))
        if self._pages_language and (languages := window.offered_languages()):
            languages.begin_with(self._pages_language)
        wire_system(self.system, self.choices)
        self._place(window)
        return window, reader, pages

    def open_store(self) -> ContentStore:
        """Open the library; the preview of drafts opens another kind of store."""
        return open_library(self._library, self._arguments, self._site)

    @cached_property
    def _interface(self) -> "InterfaceLanguage":
        """The language of the window; English never asks for it before the menu does."""
        from pmlapp.shell.interface_language import InterfaceLanguage

        made = InterfaceLanguage(self._application, paths.language_dir())
        self._at_end.callback(made.use, ENGLISH)
        return made

    def _languages(self, window: Window, reader: Reader, pages: Pages) -> "Languages":
        from pmlapp.shell.languages_in_window import languages_in_window

        languages = (pages, self._library, paths.language_dir(), self._interface, self._words, self._pages)
        return languages_in_window(window, reader, self.choices, *languages)

    def _words(self, say: Say | None) -> PageWords:
        return PageWords(staff_nearby=self._site.staff_nearby, say=say)

    def _pages(self) -> Pages:
        """The pages of the library that was asked for."""
        pages = Pages(
            self._to_close.enter_context(self.open_store()),
            self._words(self._say),
            emergency_number=self._site.emergency_number,
            keys=window_keys(),
            today=self.calendar.today,
            doubted=self.calendar.doubted,
        )
        self._catalog = pages.catalog
        return pages

    def _take_along(self, pages: Pages, window: Window) -> "TakeAlong":
        """What the reader keeps and takes along; at a kiosk nothing outlasts the visit."""
        from pmlapp.library.kept_file import KeptFile
        from pmlapp.library.take_home import Clinic
        from pmlapp.shell.bookmarks import Bookmarks
        from pmlapp.shell.keeping import Keeping
        from pmlapp.shell.take_along import TakeAlong

        site = self._site
        keeping = Keeping(KeptFile(paths.kept_file() if self._keeps else None, library=self._key), window)
        along = TakeAlong(
            window,
            window.stage,
            pages,
            keeping,
            emergency_number=site.emergency_number,
            clinic=Clinic(site.clinic, site.clinic_phone, site.clinic_hours),
        )
        bookmarks = Bookmarks(
            window,
            window.stage,
            pages,
            keeping,
            place=window.place,
            remembers=lambda: self.choices.preferences.remember_place,
        )
        assert self._reader is not None
        wire_take_along(window, self._reader, self.choices, along, bookmarks)
        keeping.load()
        return along

    def _own_icon(self, name: str) -> bytes | None:
        """An icon that the library brought with it."""
        media = self._catalog.media(f"{OWN_ICONS}{name}.svg") if self._catalog else None
        return media and media.data

    def run(self, last_resort: LastResort, tell: Tell, *, to_say: PmlError | None = None) -> int:
        """Open the window and stay until it is closed; the number that the process ends with.

        ``to_say`` went wrong and was reported before there was a window, and is said in it too.
        A second start hands its page over to the first window and ends at once.
        """
        asked = self._arguments.article or self._arguments.page or ""
        instance = SingleInstance(paths.instance_dir(library=self._key))
        place = f"{asked}#{self._arguments.section}" if self._arguments.section else asked
        if not instance.claim() and instance.hand_over(place, notice=self._arguments.notice):
            return 0
        try:
            window, reader, pages = self.build(instance)
        except ContentError as failure:
            return self._say_and_end(failure, tell)
        last_resort.translate = QtCore.QCoreApplication.translate
        last_resort.show = FromAnyThread(lambda said: window.say(str(said)))
        wire_run(window, reader, SessionSaver(window, self.choices), self.calendar, tell)
        failures: list[PmlError] = [self._unread_preferences] if self._unread_preferences is not None else []
        try:
            pages.require_language(self._arguments.language)
        except LanguageNotFoundError as missing_language:
            failures.append(missing_language)
        try:
            if asked:
                reader.require_page(asked)
        except ArticleNotFoundError as missing_page:
            failures.append(missing_page)
            asked = HOME
        preferences = self.choices.preferences
        reader.start(asked or preferences.last_page or HOME, 0.0 if asked else preferences.last_position)
        if self._arguments.section and asked == self._arguments.article:
            window.scroll_to(self._arguments.section)
        if to_say is not None:
            window.say(str(shown_words(to_say)))
        for each in failures:
            window.show_failure(each)
        if self._arguments.notice and not failures and to_say is None:
            window.say(self._arguments.notice)
        if self.choices.preferences.window_maximised:
            window.showMaximized()
        else:
            window.show()
        # What only the next click, key or start needs.
        keys = partial(wire_keys, window, reader, self.choices)
        prefetch = partial(wire_prefetch, window, reader, Prefetch(pages, window))
        verify = partial(wire_verification, window, reader, Verification(pages, window))
        # PySide6 reads the source of every module imported, to look for its own name, and Python keeps 3 MB of lines.
        forget = linecache.clearcache
        make_next = window.parts.make_next
        fonts = partial(check_fonts, window, pages)
        tools = partial(answer_tools, window)
        own = partial(begin_keeping, window)
        fingers = partial(let_fingers_scroll, window, reader, self.system)
        first = (keys, window.stage.keep_on_screen, instance.listen, forget, fonts, make_next, fingers, tools, own)
        later = (pages.warm_up, forget, gc.freeze, gc.enable, prefetch, verify)
        wire_idle_tasks(window, IdleTasks((*first, *later), window))
        code = self._application.exec()
        instance.let_go()
        return code

    def snapshot(self, picture: Path) -> None:
        """Draw the page asked for into a PNG file.

        Raises:
            ContentError: the library or the page cannot be read.
            CannotWriteError: the picture cannot be written.
        """
        window, reader, pages = self.build()
        pages.require_language(self._arguments.language)
        page = self._arguments.article or self._arguments.page or HOME
        reader.require_page(page)
        reader.start(page)
        window.show()
        self._application.processEvents()
        window.finish_page()
        drawn = QtCore.QBuffer()
        window.grab().save(drawn, "PNG")
        window.close()
        write_whole(picture, drawn.data().data())

    def paper(self, file: Path) -> None:
        """Draw the page asked for as it would be printed, into a PDF file.

        Raises:
            ContentError: the library or the page cannot be read.
            LostInPdfError: words of it would be lost in such a file.
            CannotWriteError: the file cannot be written.
        """
        from pmlapp.shell.paper import page_as_pdf

        pages = self._pages()
        pages.require_language(self._arguments.language)
        write_whole(file, page_as_pdf(pages, self.choices.look, paths.theme_dir(), self._arguments))

    def _place(self, window: Window) -> None:
        preferences = self.choices.preferences
        size = _USUAL_SIZE
        if self._arguments.size:
            size = QSize(*self._arguments.size)
        elif preferences.window_width and preferences.window_height:
            size = QSize(preferences.window_width, preferences.window_height)
        if self._arguments.opens_window:
            size = size.boundedTo(QGuiApplication.primaryScreen().availableSize() - _FRAME)
        window.resize(size)

    def _say_and_end(self, failure: ContentError, tell: Tell) -> int:
        code = tell(failure)
        # Somebody who reads of the damage can put another file in its place at once.
        self.close()
        from pmlapp.shell.failure_window import FailureWindow

        window = FailureWindow(
            shown_words(failure), self.choices.look, QtCore.QCoreApplication.translate("errors", _NO_LIBRARY)
        )
        window.show()
        self._application.exec()
        return code


def _stop_timers(window_alive: ReferenceType[Window]) -> None:
    """Stop whatever a window that was never closed would still do by itself."""
    window = window_alive()
    if window is not None and Shiboken.isValid(window):
        for timer in window.findChildren(QtCore.QTimer):
            timer.stop()


def _application() -> QApplication:
    """The one application of this process."""
    running = QApplication.instance()
    if isinstance(running, QApplication):
        return running
    # As an argument and not by `setStyle`, which hands the style over to Python: 7 ms for its enumerations alone.
    made = QApplication([*sys.argv[:1], "-style", "fusion"])
    QApplication.setApplicationName("pmlapp")
    # Docks and task bars look for an icon and a name by it, as in pmlapp.desktop.
    QGuiApplication.setDesktopFileName(paths.package_name())
    return made


def _footer_words(pages: Pages) -> FooterWords:
    """What the footer says: when the sources were checked, who reviewed them, and what this is not."""
    said = pages.words
    checks = pages.catalog.checks(pages.today())
    return FooterWords(
        said.footer_detail(checks), pages.file_state.said(said) or said.footer_headline(checks), said.short_disclaimer
    )
