"""What a kiosk offers beside reading: reading aloud and paper, each cut off when the visit is over."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from pmlapp.errors import PmlError
from pmlapp.library.pages.pages import Pages
from pmlapp.shell.kiosk.kiosk_printer import KioskPrinter, TooManySheetsError
from pmlapp.shell.kiosk.kiosk_take_along import KioskTakeAlong
from pmlapp.shell.kiosk.kiosk_voice import KioskVoice
from pmlapp.shell.kiosk.kiosk_window import KioskWindow

if TYPE_CHECKING:
    from pmlapp.content.page import Page


class KioskServices(QObject):
    """Answers Listen and Print.  ``printer`` is None where nothing can be printed."""

    def __init__(
        self,
        window: KioskWindow,
        pages: Pages,
        voice: KioskVoice,
        printer: KioskPrinter | None,
        along: KioskTakeAlong,
        *,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._pages = window, pages
        self.voice, self.printer, self.along = voice, printer, along

    @property
    def is_busy(self) -> bool:
        """Whether somebody listens, or waits for a print."""
        return self.voice.is_speaking or (self.printer is not None and self.printer.is_printing)

    def forget(self) -> None:
        """The visitor has gone: be silent, and let the next one print as much."""
        self.voice.forget()
        self.along.forget()
        if self.printer is not None:
            self.printer.forget()

    def say(self, words: str) -> None:
        """Say a few words, where this kiosk speaks."""
        if "listen" in self._window.parts.offers:
            self.voice.say(words)

    @Slot()
    def listen(self) -> None:
        """Read aloud what is on the screen: the page, or what the first screen offers; once more, stop."""
        if self.voice.is_reading:
            self.voice.stop()
            return
        page = self._page_shown()
        if page is None:
            self.voice.say(self._first_screen_in_words())
        else:
            from pmlapp.library.pages.spoken import spoken

            self.voice.read(spoken(page, self._pages.words, self._window.parts.pane.open_folds))

    @Slot(str)
    def say_card(self, words: str) -> None:
        """Say the words of an action card."""
        self.voice.say(words)

    @Slot()
    def show_listening(self) -> None:
        """The voice has gone on, or has stopped, or there is none."""
        if self.voice.is_silent:
            self.voice.forget()
            self._window.say_on_page(self.tr("This screen cannot speak now"), self.tr("Ask the staff."))
        if self._window.parts.is_made("bar") and not self._window.parts.is_shown("attract"):
            self._window.show_listening(speaking=self.voice.is_speaking, place=self.voice.place)

    @Slot()
    def print_page(self) -> None:
        """Print the page that is shown, without asking for anything else."""
        page = self._page_shown()
        if self.printer is None or page is None:
            return
        try:
            went_well = self.printer.print(page.id)
        except TooManySheetsError:
            title, advice = self.tr("No more sheets for this visit"), self.tr("Ask the staff for a copy of this page.")
        except PmlError as failure:
            self._window.show_failure(failure)
            return
        else:
            title, advice = self.tr("The printer does not answer"), self.tr("Ask the staff.")
            if went_well:
                title, advice = self.tr("It is being printed"), self.tr("Take your sheets from the printer.")
        self._window.say_on_page(title, advice)

    def _page_shown(self) -> "Page | None":
        if self._window.at_home or not self._window.shows_place:
            return None
        return self._window.parts.pane.page

    def _first_screen_in_words(self) -> str:
        words = self._window.parts.home_words
        topics = ". ".join(topic.data.title for topic in self._window.parts.home.topics)
        return f"{words.question} {words.sign} {words.action} {topics}."
