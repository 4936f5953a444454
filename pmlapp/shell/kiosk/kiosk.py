"""What a kiosk does: comes up with its attract screen, follows one visitor, and clears everything afterwards."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from pmlapp.errors import ContentError, PmlError
from pmlapp.library.pages.page_names import HOME, SEARCH
from pmlapp.library.pages.pages import Pages
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.touch.touch_look import TouchLook, units
from pmlapp.settings import SiteSettings
from pmlapp.shell.failures import Words
from pmlapp.shell.kiosk.idle import IdleWatch
from pmlapp.shell.kiosk.kiosk_services import KioskServices
from pmlapp.shell.kiosk.kiosk_window import KioskWindow
from pmlapp.shell.kiosk.slides import slides
from pmlapp.shell.kiosk.usage import UsageCounts
from pmlapp.shell.kiosk.wipe import wipe
from pmlapp.shell.reader import Reader

if TYPE_CHECKING:
    from pmlapp.shell.languages import Languages

_MOST_RESTARTS = 5
"""Of the view, without a visit in between: then the whole program had better start again."""


class Kiosk(QObject):
    """Decides for one kiosk; knows its parts only through the window.

    Signals:
        failed: a `PmlError` to log.
        view_restarted: the view was made again after a mistake of ours.
        hopeless: it does not help: the program had better end, and be started again.
        at_rest: nobody is there, and everything is clear.
    """

    failed = Signal(object)
    view_restarted = Signal()
    hopeless = Signal()
    at_rest = Signal()

    def __init__(
        self,
        window: KioskWindow,
        reader: Reader,
        pages: Pages,
        idle: IdleWatch,
        usage: UsageCounts,
        *,
        site: SiteSettings,
        load_theme: Callable[[str], Theme],
        services: KioskServices,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._window, self._reader, self._pages = window, reader, pages
        self._idle, self._usage = idle, usage
        self._site = site
        self._load_theme = load_theme
        self._usual = window.parts.look
        self._restarts = 0
        self._visited = False
        self._languages: Languages | None = None
        self._own_language = pages.catalog.library.language
        self._after = QTimer(self, singleShot=True, interval=0)
        self._after.timeout.connect(self.prepare)

    @property
    def is_at_rest(self) -> bool:
        """Whether the attract screen is shown."""
        return self._window.parts.is_shown("attract")

    # Languages

    def offer(self, languages: "Languages | None") -> None:
        """Let visitors choose among these."""
        self._languages = languages
        if languages is not None:
            found = (*languages.of_window, *languages.of_pages)
            self._window.parts.reachable = frozenset(code for code, _ in found)

    @Slot(str)
    def choose_language(self, code: str) -> None:
        """Go on in another language, from the first screen, until the visit is over."""
        if self._languages is None:
            return
        self._speak(code, code)
        self._window.set_look(self._window.parts.look)
        self.welcome(HOME)

    def _speak(self, code: str, pages: str) -> None:
        if self._languages is not None and self._window.parts.language != code:
            self._languages.use_for_both(code, pages)
            self._window.parts.speak(code)

    # Coming and going

    def begin(self) -> None:
        """Nobody is there."""
        self._window.show_over("attract")
        self._window.parts.attract.begin()

    @Slot()
    def prepare_slides(self) -> None:
        """Read the sentences that may be shown; the first is on the screen without them."""
        try:
            found = slides(self._pages, self._site.attract, self._window.parts.welcome())
        except PmlError as failure:
            self.failed.emit(failure)
            return
        self._window.parts.slides = found
        self._window.parts.attract.set_slides(found)

    @Slot(str)
    def welcome(self, page: str) -> None:
        """Somebody touched the screen: show a page, or home."""
        self._come()
        self._reader.start(page or HOME)

    @Slot()
    def welcome_sightless(self) -> None:
        """A finger rested, or a key was pressed: somebody may not see the screen.  Say what this is."""
        self.welcome(HOME)
        home = self._window.parts.home
        announce(home, self.what_this_is())
        self._services.say(self.what_this_is())
        home.strip.setFocus(Qt.FocusReason.TabFocusReason)

    def what_this_is(self) -> str:
        """What this is and how to go on, for ears."""
        library = self._pages.catalog.library
        return self.tr(
            "This screen answers questions about {subject}. {help} Press Tab for the next choice, Enter to take it, "
            "and Escape to go back. I am finished, the last choice, clears everything."
        ).format(subject=library.subject, help=self._window.parts.help_words)

    @Slot()
    def used(self) -> None:
        """Somebody touched the screen or a key."""
        if not self.is_at_rest:
            self._idle.touch()

    def _come(self) -> None:
        self._visited = True
        self._window.parts.attract.end()
        self._window.parts.hide("attract")
        self._idle.begin()

    @Slot()
    def finish(self) -> None:
        """The visit is over: clear everything, and wait for the next."""
        self._idle.end()
        self._services.forget()
        self._speak(self._window.parts.languages[0], self._own_language)
        failure = wipe(self._window, self._reader, self._pages, self._usual)
        self.begin()
        self._restarts = 0 if self._visited else self._restarts
        self._visited = False
        if failure is not None:
            # What is still in memory goes on being shown until the next start, which takes another library.
            self.failed.emit(failure)
            self.hopeless.emit()
            return
        self._after.start()

    @Slot()
    def prepare(self) -> None:
        """Make what the next touch needs, while nobody waits."""
        parts = self._window.parts
        try:
            for name in ("bar", "help_line", "row", "home", "pane"):
                getattr(parts, name)
        except PmlError as failure:
            self.failed.emit(failure)
        self.at_rest.emit()

    # The countdown

    @Slot(int)
    def count_down(self, seconds: int) -> None:
        """So many seconds are left: seen, heard as a tone, and said."""
        countdown = self._window.parts.countdown
        begins = countdown.isHidden()
        countdown.setGeometry(self._window.rect())
        countdown.show_left(seconds, self._idle.countdown_seconds)
        if begins or seconds in (20, 10) or seconds <= 5:
            announce(countdown, f"{countdown.question} {countdown.sentence}" if begins else str(seconds))
            self.sound()
            if begins and self._site.headphones:
                # Aloud for all the room to hear it would tell that somebody has gone.
                self._services.say(f"{countdown.question} {countdown.sentence}")

    def sound(self) -> None:
        """A short tone of the system."""
        QApplication.beep()

    @Slot()
    def keep_on(self) -> None:
        """Somebody is still reading."""
        self._window.parts.hide("countdown")
        self._idle.touch()

    # In an emergency

    @Slot()
    def show_help(self) -> None:
        """What to do now: the action cards, or the page on urgent help where the library has none."""
        at_rest = self.is_at_rest
        if at_rest:
            self.welcome(HOME)
        try:
            cards = self._pages.catalog.action_cards
        except ContentError as failure:
            self.failed.emit(failure)
            cards = ()
        if not cards:
            self._reader.open_urgent_help()
            return
        self._window.parts.action.show_first()
        self._window.show_over("action")

    @Slot()
    def leave_help(self) -> None:
        """Back to where the visitor was."""
        self._window.parts.hide("action")

    @Slot(str)
    def open_signs(self, page: str) -> None:
        """The page that says when to call."""
        self._window.parts.hide("action")
        self._reader.open(page)

    # Search and pages

    @Slot()
    def show_search(self) -> None:
        """Show the search, and load what its first letter needs."""
        self._window.show_search()
        QTimer.singleShot(0, self, self._reader.expect_question)

    @Slot(str)
    def search(self, query: str) -> None:
        """Search for what is in the field."""
        self._reader.search(query)

    @Slot()
    def show_number(self) -> None:
        """Ask for the number of a card or a sheet."""
        number = self._window.parts.number
        number.clear()
        self._window.show_screen(number)
        number.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def look_up(self, digits: str) -> None:
        """Show where a number leads, or say that it is not right."""
        from pmlapp.library.pages.sheet_numbers import SheetState
        from pmlapp.reading.touch.number_page import NumberFound

        number = self._window.parts.number
        try:
            answer = self._pages.sheets.answer(digits)
            if answer is not None and answer.page is not None:
                topic = self._pages.catalog.topic(answer.page.id).title
                said = "" if answer.state is SheetState.CARD else f"{answer.headline} {answer.advice}".strip()
                number.show_found(NumberFound(answer.page.id, answer.page.title, topic, said))
                return
        except PmlError as failure:
            self.failed.emit(failure)
            answer = None
        if answer is None or answer.state is SheetState.WRONG:
            number.say_wrong(self.tr("That number is not right."), self.tr("Look at your card and type it again."))
        else:
            number.say_wrong(answer.headline, answer.advice)

    @Slot()
    def note_missed(self) -> None:
        """Somebody asked for what was typed: where nothing was found, a word of the fixed list is counted."""
        search = self._window.parts.search
        if not search.rows:
            self._usage.found_nothing(search.field.text())

    @Slot(str)
    def note_page(self, page: str) -> None:
        """A page is shown."""
        self._services.voice.stop()
        if not self._window.shows_place:
            self._window.show_place_again()
        if page != HOME and not page.startswith(SEARCH):
            self._usage.opened(page)

    @Slot()
    def go_back(self) -> None:
        """Leave the search or another screen, or go back a page."""
        if self._window.shows_place:
            self._reader.go_back()
        else:
            self._window.show_place_again()

    @Slot()
    def go_home(self) -> None:
        """The first screen."""
        if self._reader.here == HOME:
            self._window.show_place_again()
        else:
            self._reader.go_home()

    # Staff

    @Slot(object)
    def show_pin(self, page: QWidget) -> None:
        """The keypad, from which nothing of a visit can be seen: it has been cleared."""
        if self._visited or self._reader.here != HOME:
            self._services.forget()
            wipe(self._window, self._reader, self._pages, self._usual)
            self._visited = False
        self._show_staff_screen(page)

    @Slot(object)
    def show_staff(self, page: QWidget) -> None:
        """The staff page."""
        self._show_staff_screen(page)

    def _show_staff_screen(self, page: QWidget) -> None:
        # It leaves by itself: the visitors' countdown has no place over it.
        self._idle.end()
        self._window.parts.attract.end()
        self._window.parts.hide("attract")
        self._window.show_screen(page, with_bar=False)
        page.setFocus(Qt.FocusReason.OtherFocusReason)

    # Comfort

    @Slot(int)
    def choose_size(self, percent: int) -> None:
        """Another text size, until the visit is over."""
        self._change(self._window.parts.look._replace(percent=percent))

    @Slot(str)
    def choose_theme(self, name: str) -> None:
        """Other colours, until the visit is over."""
        self._change(self._window.parts.look._replace(theme=self._load_theme(name)))

    @Slot(QSize)
    def fit(self, size: QSize) -> None:
        """The screen has another size: buttons and words fit it."""
        unit, text = units(size, self._site.screen_mm, self._site.viewing_distance_mm)
        if (unit, text) != (self._usual.unit, self._usual.text_unit):
            self._usual = self._usual._replace(unit=unit, text_unit=text)
            at_rest = self.is_at_rest
            self._change(self._window.parts.look._replace(unit=unit, text_unit=text), show=not at_rest)
            if at_rest:
                self.begin()

    def _change(self, look: TouchLook, *, show: bool = True) -> None:
        self._window.set_look(look)
        if show:
            self._reader.show_replaced()

    # When something goes wrong

    def calm(self, _said: Words) -> None:
        """A mistake of ours reached the last resort: show the calm page, and make the view again."""
        self._restarts += 1
        self.view_restarted.emit()
        if self._restarts > _MOST_RESTARTS:
            self.hopeless.emit()
            return
        self._idle.begin()
        self._window.show_over("calm")

    @Slot()
    def screens_changed(self) -> None:
        """A screen was added, removed, or another one is the first now."""
        # After the change itself: while its signal runs, the old screen may be half gone.
        QTimer.singleShot(0, self, self.fill_screen)

    def fill_screen(self) -> None:
        """Fill the screen there is now: one was added, removed, turned or resized."""
        screen = self._window.screen() or QGuiApplication.primaryScreen()
        if screen is not None and self._window.isVisible():
            self._window.setGeometry(screen.geometry())
            self._window.showFullScreen()
