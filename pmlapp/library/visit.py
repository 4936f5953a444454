"""One person's walk through the library: here, back, forward, as a value that never changes."""

from typing import NamedTuple

from pmlapp.library.pages.page_names import HOME

_LONGEST_WALK = 200
"""Steps kept behind; a day at a kiosk must not grow without end."""


class Place(NamedTuple):
    """Where on which page a reader was.

    ``position`` is how far the page was scrolled, in lines of body text from
    its top, so that it still fits after a change of text size or window.
    ``link`` is the number of the link used there (0-based), or None; ``opened``
    are the folds that were open, which links below them are counted with.
    ``paragraph`` is the block of text at the top of the window (0-based) and how
    much of it lay above, 0 to 1: the same words at any text size.
    ``query`` is what was asked there, where the results lay over the page when
    one of them was taken: ``row`` (0-based).
    """

    page: str
    position: float = 0.0
    link: int | None = None
    opened: frozenset[str] = frozenset()
    paragraph: tuple[int, float] | None = None
    query: str = ""
    row: int = 0


class Visit(NamedTuple):
    """A walk: where the reader is, and what lies behind and ahead, nearest last."""

    here: Place = Place(HOME)
    behind: tuple[Place, ...] = ()
    ahead: tuple[Place, ...] = ()

    def leaving_from(self, place: Place) -> "Visit":
        """The same walk, remembering where on the present page the reader is now."""
        return self._replace(here=place)

    def to(self, page: str) -> "Visit":
        """On to another page; what lay ahead is forgotten.  The page one is on is not a step."""
        if page == self.here.page:
            return self
        return Visit(Place(page), (*self.behind, self.here)[-_LONGEST_WALK:])

    def back(self) -> "Visit":
        """One step back; the same walk if there is none."""
        if not self.behind:
            return self
        return Visit(self.behind[-1], self.behind[:-1], (*self.ahead, self.here))

    def forward(self) -> "Visit":
        """One step forward again; the same walk if there is none."""
        if not self.ahead:
            return self
        return Visit(self.ahead[-1], (*self.behind, self.here), self.ahead[:-1])
