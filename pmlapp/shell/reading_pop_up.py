"""The pop-up Reading in the window: it comes up under its button, and the keyboard goes back to where it was."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import Shiboken

from pmlapp.shell.stage import Stage


class ReadingPopUp(QObject):
    """Opens and leaves the panel of ``stage``; ``focus_page`` puts the keyboard back on the page."""

    def __init__(self, window: QWidget, stage: Stage, focus_page: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._parts = stage.parts
        self._focus_page = focus_page
        self._before: QWidget | None = None

    @Slot()
    def toggle(self) -> None:
        """How pages look, under its button; asked for again, it goes."""
        panel, bar = self._parts.reading_panel, self._parts.top_bar
        if not panel.isHidden():
            panel.dismiss()
            return
        self._before = self._window.focusWidget()
        button = bar.button("reading" if bar.offers("reading") else "more")
        button.set_chosen(True)
        self._stage.close_parts("hits", "popover")
        panel.show_panel(QRect(button.mapTo(self._window, QPoint(0, 0)), button.size()), self._window.rect())

    @Slot()
    def leave(self) -> None:
        """The panel has gone: the keyboard goes back to where it was."""
        for name in ("reading", "more"):
            self._parts.top_bar.button(name).set_chosen(False)
        before, self._before = self._before, None
        # The arrow keys are to move the line guide, if that was switched on.
        if self._stage.is_open("strip"):
            self._focus_page()
        elif before is not None and Shiboken.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self._focus_page()

    def close_if_left(self, turned_to: QWidget) -> None:
        """Go when the keyboard, or a click, turns to something else in the window."""
        if not self._stage.is_open("reading_panel"):
            return
        panel = self._parts.reading_panel
        # Its own button closes it by itself.
        if not panel.isAncestorOf(turned_to) and not self._parts.top_bar.isAncestorOf(turned_to):
            self._before = turned_to
            panel.dismiss()

    def close(self) -> None:
        """Go, as when the window changes its size."""
        if self._stage.is_open("reading_panel"):
            self._parts.reading_panel.dismiss()
