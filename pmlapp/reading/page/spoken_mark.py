"""The mark of the sentence that is being spoken, which the page follows unless the reader has scrolled away."""

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QTextEdit

from pmlapp.library.pages.spoken import PICTURE, Part, Place, Sentence
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.shapes import MARK_RADIUS
from pmlapp.reading.page.article_pane import ArticlePane
from pmlapp.reading.page.spoken_places import SpokenPlaces

_LINE = 2
_WORD_LINE = 4


class SpokenMark(QObject):
    """Marks one sentence of the page that ``pane`` shows, and one word of it where an engine reports words.

    Signals:
        away_changed: whether the reader has scrolled until the sentence is out of sight.
        set_again: the page was set again: its folds may be open or closed now.
    """

    away_changed = Signal(bool)
    set_again = Signal()

    def __init__(self, look: Look, pane: ArticlePane) -> None:
        super().__init__(pane)
        self._look = look
        self._pane = pane
        self._parts: Sequence[Part] = ()
        self._places: SpokenPlaces | None = None
        self._sentence: Sentence | None = None
        self._ranges: tuple[tuple[int, int], ...] = ()
        self._word: tuple[tuple[int, int], ...] = ()
        self._moving = False
        self._was_set = False
        self._away = False
        # Behind all that one event moves.
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._settle)

    @property
    def sentence(self) -> Sentence | None:
        """What is marked."""
        return self._sentence

    @property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The characters of the document that are marked."""
        return self._ranges

    @property
    def is_away(self) -> bool:
        """Whether the reader has scrolled away from it."""
        return self._away

    def set_look(self, look: Look) -> None:
        """Draw with other colours."""
        self._look = look

    def set_parts(self, parts: Sequence[Part]) -> None:
        """The texts of the page, as its folds are now."""
        self._parts = parts
        self._places = None

    def mark(self, sentence: Sentence) -> None:
        """Mark a sentence; the page follows, unless the reader has scrolled away."""
        if self._sentence is None:
            self._pane.set_marks(self, shown=True)
        self._sentence = sentence
        self._word = ()
        self._find()
        if not self._away:
            self._follow()
        self._settled.start()
        self._pane.viewport().update()

    def mark_word(self, start: int, end: int) -> None:
        """Mark characters of what is said of the sentence."""
        if self._sentence is None or self._places is None:
            return
        said, _, place = self._sentence
        shown = self._places.shown(place)
        # What is said begins with the words that are not written there, and only then has those of the page.
        before = len(said) - len(shown)
        if before >= 0 and said[before:] == shown and start >= before:
            word = Place(place.block, place.part, place.start + start - before, place.start + end - before)
            self._word = self._places.ranges(word)
            self._pane.viewport().update()

    @Slot()
    def go_to_sentence(self) -> None:
        """Follow it again."""
        self._follow()
        self._settled.start()

    @Slot()
    def clear(self) -> None:
        """Take the mark away."""
        self._pane.set_marks(self, shown=False)
        self._sentence = None
        self._ranges = ()
        self._word = ()
        self._set_away(False)

    def first_from(self, sentences: Sequence[Sentence], position: int) -> int:
        """The number of the first sentence at or behind a character of the document; 0 if none is."""
        places = self._places_now()
        for number, sentence in enumerate(sentences):
            ranges = places.ranges(sentence.place) if places is not None else ()
            if ranges and ranges[0][0] >= position:
                return number
        return 0

    # For the pane

    def laid_out(self) -> None:
        """The page has been set or laid out again: find the sentence there."""
        self._places = None
        self._word = ()
        self._find()
        self._was_set = True
        self._settled.start()
        self.set_again.emit()

    def selections(self) -> list[QTextEdit.ExtraSelection]:
        """None: the words keep their own ink, which is as legible on the ground of the mark."""
        return []

    def paint_under(self, painter: QPainter, first: int, last: int) -> None:
        """The ground of the sentence."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.speaking)
        for rect in self._rects(self._ranges):
            painter.drawRoundedRect(rect, MARK_RADIUS, MARK_RADIUS)

    def paint(self, painter: QPainter) -> None:
        """A line below each line of the sentence, and a thicker one below the word; a frame around a picture."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        is_picture = self._sentence is not None and self._picture()
        for ranges, width in ((self._ranges, _LINE), (self._word, _WORD_LINE)):
            pen = QPen(self._look.theme.speaking_line, _WORD_LINE if is_picture else width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            for rect in self._rects(ranges):
                if is_picture:
                    painter.drawRoundedRect(rect, MARK_RADIUS, MARK_RADIUS)
                else:
                    y = rect.bottom() - width / 2
                    painter.drawLine(QLineF(rect.left(), y, rect.right(), y))

    def _rects(self, ranges: Sequence[tuple[int, int]]) -> list[QRectF]:
        return [
            QRectF(left - 1, top, right - left + 2, height).normalized()
            for start, end in ranges
            for left, right, top, height in self._pane.line_boxes(start, end)
        ]

    def _picture(self) -> bool:
        return (
            self._places is not None
            and self._sentence is not None
            and self._places.shown(self._sentence.place) == PICTURE
        )

    # Where it is

    def _places_now(self) -> SpokenPlaces | None:
        typeset = self._pane.typeset
        if self._places is None and typeset is not None:
            self._places = SpokenPlaces(typeset, self._parts)
        return self._places

    def _find(self) -> None:
        places = self._places_now() if self._sentence is not None else None
        self._ranges = places.ranges(self._sentence.place) if places is not None and self._sentence is not None else ()

    def _follow(self) -> None:
        if not self._ranges:
            return
        self._moving = True
        try:
            self._pane.bring_into_sight(self._ranges[0][0], self._ranges[-1][1], middle=True)
        finally:
            self._moving = False

    @Slot()
    def scrolled(self) -> None:
        """The page has been scrolled, by the reader or by us."""
        if not self._moving and self._sentence is not None:
            self._settled.start()

    @Slot()
    def _settle(self) -> None:
        if self._sentence is None:
            return
        # Another text size or width moves the page by itself: that is not the reader's doing.
        if self._was_set and not self._away:
            self._follow()
        self._was_set = False
        self._set_away(bool(self._ranges) and not self._is_in_sight())

    def _is_in_sight(self) -> bool:
        rects = self._rects(self._ranges)
        top = self._pane.verticalScrollBar().value()
        return bool(rects) and rects[0].top() < top + self._pane.viewport().height() and rects[-1].bottom() > top

    def _set_away(self, away: bool) -> None:
        if away != self._away:
            self._away = away
            self.away_changed.emit(away)
