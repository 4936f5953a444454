"""What the tree for assistive tools has to know of the pane that shows the page."""

from typing import Protocol

from PySide6.QtCore import QRect

from pmlapp.content.page import Page
from pmlapp.reading.typesetting.typesetter import TypesetPage


class ShownPage(Protocol):
    """The pane, as far as its tree needs it."""

    @property
    def page(self) -> Page | None:
        """The page that is shown."""

    @property
    def open_folds(self) -> frozenset[str]:
        """The ids of the folds that are open."""

    @property
    def focused_link(self) -> int | None:
        """The number of the link that the keyboard is on."""

    def links(self) -> tuple[str, ...]:
        """The targets of all links, in reading order."""

    def line_boxes(self, start: int, end: int) -> list[tuple[float, float, float, float]]:
        """Left, right, top and height of characters ``start`` to ``end`` of one block, a tuple a line."""

    def link_rect(self, number: int) -> QRect:
        """Where a link is, in the viewport."""

    @property
    def typeset(self) -> TypesetPage | None:
        """The whole page as it is set now."""

    def focus_link(self, number: int | None) -> None:
        """Put the keyboard's place on a link, and bring it into view."""

    def follow(self, number: int) -> None:
        """Do what a link asks for."""
