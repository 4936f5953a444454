"""What the window does with paper, each made when it is first asked for: no start needs either."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from pmlapp.library.pages.pages import Pages

if TYPE_CHECKING:
    from pmlapp.shell.handouts import Handouts
    from pmlapp.shell.printing import Printing
    from pmlapp.shell.stage import Stage


class PaperDesk:
    """Holds what prints and what makes handouts."""

    def __init__(self, window: QWidget, stage: "Stage", pages: Pages) -> None:
        self._window = window
        self._stage = stage
        self._pages = pages

    @cached_property
    def printing(self) -> "Printing":
        """What prints."""
        from pmlapp.shell.printing import Printing  # noqa: PLC0415

        return Printing(self._window, self._stage, self._pages)

    @cached_property
    def handouts(self) -> "Handouts":
        """What makes handouts."""
        from pmlapp.shell.handouts import Handouts  # noqa: PLC0415

        return Handouts(self._stage, self._pages, self._window)
