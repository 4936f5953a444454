"""The cards beside words of the page: they come up beside their link, and the keyboard goes back to it."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtWidgets import QWidget

from pmlapp.reading.beside.note import Note
from pmlapp.shell.stage import Stage


class CardsInWindow(QObject):
    """Shows one card at a time over the page on ``stage``."""

    def __init__(self, window: QWidget, stage: Stage) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._link: int | None = None
        self._glances = False

    def show(self, note: Note, link: int, *, take_focus: bool = True) -> None:
        """Show a card beside a link of the page; it may leave the keyboard where it is."""
        self._link = link
        self._glances = not take_focus
        pane = self._stage.parts.pane
        rect = pane.link_rect(link)
        beside = QRect(pane.viewport().mapTo(self._window, rect.topLeft()), rect.size())
        self._stage.parts.popover.show_popover(note, beside, self._window.rect(), take_focus=take_focus)

    def glance(self, note: Note | None, link: int) -> None:
        """The keyboard has come to a link: show what it explains, or take away what the one before explained."""
        if note is not None:
            self.show(note, link, take_focus=False)
        elif self._glances:
            self._stage.close_parts("popover")
            self.forget()

    def forget(self) -> None:
        """Another page is shown: its links are others."""
        self._link = None
        self._glances = False

    def back_to_link(self) -> None:
        """Put the keyboard's place on the link that the last card came from."""
        if self._link is not None:
            self._stage.parts.pane.focus_link(self._link)
            self.forget()
