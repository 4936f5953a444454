"""Finding words on the page that is read: what the bar asks for is done with the marks, and answered in words."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from pmlapp.shell.parts import Parts

if TYPE_CHECKING:
    from pmlapp.library.search.occurrences import Seek


class FindInPage(QObject):
    """Answers the find bar; also keeps the words marked for which a page was found."""

    def __init__(self, parts: Parts, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._words = ""
        self._from = 0
        self._wrapped = 0

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return self._parts.is_made("find_bar") and not self._parts.find_bar.isHidden()

    @property
    def marks_words(self) -> bool:
        """Whether words of the page are marked, with or without the bar."""
        return self._parts.is_made("highlights") and self._parts.highlights.found > 0

    @Slot()
    def begin(self) -> None:
        """Come up over the page, or go back to the field."""
        if not self.is_open:
            self._from = self._parts.pane.character_at_top()
        self._parts.find_bar.begin()
        if not self._parts.highlights.found or self._words != self._parts.find_bar.field.text():
            self.look_for(self._parts.find_bar.field.text())

    @Slot(str)
    def look_for(self, words: str) -> None:
        """Mark the words on the page, and select the first of them below where the reader began."""
        self._words = words
        self._wrapped = 0
        marks = self._parts.highlights
        marks.look_for(self._parts.seek(words))
        marks.select_first_from(self._from)
        self.say()

    def mark(self, seek: "Seek") -> None:
        """Mark the words for which a search found this page."""
        self._words = ""
        self._parts.highlights.look_for(seek)

    @Slot(int)
    def step(self, steps: int) -> None:
        """Go on to another of the words."""
        marks = self._parts.highlights
        self._wrapped = steps if marks.step(steps) else 0
        self.say()

    @Slot()
    def close(self) -> None:
        """Close bar and highlights; keep the scroll position, and focus the link that holds the current match."""
        link = self._parts.highlights.link_of_current()
        self.forget()
        self._parts.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        if link is not None:
            self._parts.pane.focus_link(link)

    def forget(self) -> None:
        """Take bar and marks away."""
        if self._parts.is_made("highlights"):
            self._parts.highlights.clear()
        if self.is_open:
            self._parts.find_bar.hide()

    @Slot()
    def say(self) -> None:
        """Say in the bar how many places were found and which is the current one."""
        if self.is_open:
            self._parts.find_bar.say(self._sentence())

    def _sentence(self) -> str:
        marks = self._parts.highlights
        if not self._words.strip():
            return ""
        if marks.current is None:
            return self.tr("Not on this page")
        place = self.tr("{number} of {count}", "", marks.found).format(number=marks.current + 1, count=marks.found)
        if self._wrapped:
            again = self.tr("{place}, from the top again") if self._wrapped > 0 else self.tr("{place}, from the end")
            place = again.format(place=place)
        if marks.is_closed_in:
            return self.tr("{place}. It is in a closed part, which you can open.").format(place=place)
        return place
