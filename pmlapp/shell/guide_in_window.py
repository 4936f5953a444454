"""The line guide in the window: over the page while it is on, with its buttons in the strip at the foot."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from pmlapp.reading.preferences import Preferences
from pmlapp.shell.stage import Stage


class GuideInWindow(QObject):
    """Does what the preferences say.  Nothing of the guide is made before it is first switched on.

    Signals:
        given_up: something else needs the strip, so that the guide is to be switched off.
    """

    given_up = Signal()

    def __init__(self, stage: Stage, focus_page: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._stage = stage
        self._parts = stage.parts
        self._focus_page = focus_page
        self._is_on = False
        self._count = 2

    @Slot(object)
    def follow(self, preferences: Preferences) -> None:
        """Switch it on or off, and light as many lines as the reader wants."""
        was_on = self._is_on
        self._is_on, self._count = preferences.line_guide, preferences.guide_lines
        if self._is_on:
            self.show()
            if not was_on and not self._stage.at_home and not self._stage.is_open("reading_panel"):
                self._focus_page()
        elif was_on:
            self._hide()

    @Slot()
    def show(self) -> None:
        """A page is shown, or the home page, which has no lines to follow."""
        if not self._is_on:
            return
        if self._stage.at_home:
            self._hide()
            return
        parts = self._parts
        parts.line_guide.set_count(self._count)
        parts.guide_strip.set_count(self._count)
        strip = self._stage.strip
        if strip.content is None:
            strip.put(parts.guide_strip)
        parts.line_guide.set_on(True)

    @Slot()
    def strip_taken(self) -> None:
        """Its strip has gone: for a message it waits, for anything else it gives up."""
        content = self._stage.strip.content
        if self._is_on and not self._stage.at_home and (content is None or content.keeps_strip):
            self.given_up.emit()

    @Slot()
    def page_set(self) -> None:
        """The page has been set again."""
        if self._is_on and self._parts.is_made("line_guide"):
            self._parts.line_guide.laid_out()

    @Slot(str, int)
    def light_link(self, _target: str, number: int) -> None:
        """The keyboard has come to a link of the page."""
        if self._is_on and number >= 0 and self._parts.is_made("line_guide"):
            self._parts.line_guide.light_link(number)

    def _hide(self) -> None:
        if self._parts.is_made("line_guide"):
            self._parts.line_guide.set_on(False)
            self._stage.strip.take_away(self._parts.guide_strip)
