"""What is saved when the window closes."""

from PySide6.QtCore import QObject, Slot

from pmlapp.shell.choices import Choices
from pmlapp.shell.window import Window


class SessionSaver(QObject):
    """Saves place and window size; `Choices` says so if that fails."""

    def __init__(self, window: Window, choices: Choices) -> None:
        super().__init__(window)
        self._window = window
        self._choices = choices

    @Slot()
    def save(self) -> None:
        """Save them now, while the window can still be asked."""
        window = self._window
        size = window.normalGeometry().size() if window.isMaximized() else window.size()
        self._choices.keep(window.place(), width=size.width(), height=size.height(), maximised=window.isMaximized())
