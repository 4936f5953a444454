"""The home page: ask, see what to do in an emergency, or choose a topic."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from pmlapp.reading.home.home_parts import EmergencyStrip, HomePanel
from pmlapp.reading.home.topic_cards import CardData, Example, TopicCard
from pmlapp.reading.look.images import Picture
from pmlapp.reading.look.look import UNRINGED, Look

if TYPE_CHECKING:
    from pmlapp.reading.keeping.bookmarks import MarkList

_WIDEST = 1280
_LARGE = (1700, 950, 1760, 3)
_VERY_LARGE = (2400, 1300, 2080, 6)
"""From which effective size of the window on the content is wider: how wide, and how many questions a card shows."""
_TALL_FROM = 1500
_TALL_QUESTIONS = 4
_SIDE = 40
_ABOVE = -1
"""The place of the strip where it does not scroll; the others count from the top of what does."""


class HomePage(QWidget):
    """Places its parts by width.

    The emergency strip is between panel and cards where everything fits;
    where the page has to scroll it stands still above what scrolls, with very
    large text no larger than the bars so that it leaves room for the rest.

    Signals:
        topic_asked: id of the topic of a card.
        article_asked: id of the article of an example.
        help_asked: the emergency strip's link.
    """

    topic_asked = Signal(str)
    article_asked = Signal(str)
    help_asked = Signal()

    def __init__(
        self,
        look: Look,
        *,
        subtitle: str,
        examples: tuple[Example, ...],
        cards: tuple[CardData, ...],
        ornament: Picture | None = None,
        emergency_sign: str,
        emergency_action: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("home")
        self.setProperty(UNRINGED, True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._strip_place: int | None = None
        self._own: MarkList | None = None
        self._small_strip = False
        self._bars = look
        look = self._look = for_home(look)
        self.strip = EmergencyStrip(look, emergency_sign, emergency_action)
        self.strip.help_asked.connect(self.help_asked)
        self.panel = HomePanel(look, subtitle, examples, ornament)
        self.panel.article_asked.connect(self.article_asked)
        self.cards = [TopicCard(card, look) for card in cards]
        self._content = QWidget()
        self._content.setObjectName("home_content")
        self._column = QVBoxLayout(self._content)
        self._grid = QGridLayout()
        self._column.addWidget(self.panel)
        self._column.addLayout(self._grid)
        self._column.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._above = QHBoxLayout()
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addLayout(self._above)
        self._outer.addWidget(self._scroll, 1)
        for card in self.cards:
            card.clicked.connect(self._take)
            card.question_asked.connect(self.article_asked)
        self.set_look(self._bars)
        # Only now are all of them in one window, which a tab order needs.
        stops = [self.panel.search, *self.panel.examples, self.strip.link, *self.cards]
        for before, after in pairwise(stops):
            self.setTabOrder(before, after)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._bars = look
        look = self._look = for_home(look)
        self.strip.set_look(look)
        self.panel.set_look(look)
        for card in self.cards:
            card.set_look(look)
        if self._own is not None:
            self._own.set_look(look)
        self.arrange()

    @property
    def look(self) -> Look:
        """What the page is drawn with."""
        return self._look

    def put_own(self, marks: "MarkList") -> None:
        """Have the reader's own pages under the panel."""
        self._own = marks
        self._column.insertWidget(self._column.indexOf(self.panel) + 1, marks)
        for before, after in pairwise((self.strip.link, *marks.rows, *self.cards[:1])):
            self.setTabOrder(before, after)

    @property
    def scrolled(self) -> QScrollArea:
        """What scrolls where not everything fits."""
        return self._scroll

    def bring_up_search(self) -> None:
        """Scroll until the search box is in the upper half, with room below it for what it finds."""
        box = self.panel.search
        foot = box.mapTo(self, box.rect().bottomLeft()).y()
        if not box.height() <= foot <= self.height() // 2:
            top = box.mapTo(self._content, box.rect().topLeft()).y()
            self._scroll.verticalScrollBar().setValue(top - self._bars.scale.bar(6))

    @Slot()
    def _take(self) -> None:
        card = self.sender()
        if isinstance(card, TopicCard):
            self.topic_asked.emit(card.data.topic)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Bring what Tab comes to into sight; the scroll area does so only for what it holds itself."""
        moved = super().focusNextPrevChild(forward)
        reached = self.focusWidget()
        if moved and reached is not None and self._content.isAncestorOf(reached):
            self._scroll.ensureWidgetVisible(reached)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts again."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Place everything as if it fitted; if it does not, again beside a scroll bar with the strip above."""
        if self._small_strip:
            self._small_strip = False
            self.strip.set_look(self._look)
        beside_bar = self.width() - self._scroll.verticalScrollBar().sizeHint().width()
        scrolls = self._place(self.width()) > self.height()
        if scrolls:
            self._place(beside_bar)
        if scrolls and self.strip.height() * 3 > self.height():
            # With very large text it would leave little else in sight: then it is no larger than the bars.
            self._small_strip = True
            self.strip.set_look(self._bars)
            self._place(beside_bar)
        pinned = scrolls and self.strip.height() * 3 <= self.height()
        if not pinned:
            # Nothing is above: its margins would push the last cards out of sight.
            self._above.setContentsMargins(0, 0, 0, 0)
        place = _ABOVE if pinned else 0 if scrolls else 1
        if place != self._strip_place:
            self._strip_place = place
            self._column.removeWidget(self.strip)
            self._above.removeWidget(self.strip)
            if pinned:
                self._above.addWidget(self.strip)
            else:
                self._column.insertWidget(place, self.strip)
            self.strip.show()

    def _place(self, width: int) -> int:
        """Set sizes for ``width`` px; the height that everything needs at that width."""
        bar = self._look.scale.bar
        side = bar(_SIDE) if width >= bar(900) else bar(16)
        widest, questions = self._room(width)
        inside = min(width - 2 * side, bar(widest))
        side = (width - inside) // 2
        for card in self.cards:
            card.show_questions(questions)
        columns = (
            2
            if questions == _TALL_QUESTIONS
            else 4
            if inside >= bar(1040)
            else 3
            if inside >= bar(780)
            else 2
            if inside >= bar(520)
            else 1
        )
        # A library of few topics fills the row.
        columns = max(1, min(columns, len(self.cards)))
        gap = bar(12)
        self._column.setContentsMargins(side, bar(20), side, bar(10))
        self._column.setSpacing(bar(14))
        self._above.setContentsMargins(side, self._bars.scale.bar(10), self.width() - inside - side, 0)
        self._grid.setSpacing(gap)
        card_width = (inside - gap * (columns - 1)) // columns
        rows: dict[int, int] = {}
        for number, card in enumerate(self.cards):
            row, column = divmod(number, columns)
            self._grid.addWidget(card, row, column)
            rows[row] = max(rows.get(row, 0), card.height_for(card_width))
        for number, card in enumerate(self.cards):
            card.setFixedHeight(rows[number // columns])
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        # Fixed, because a layout asks wrapped labels for their height at a width they never have.
        self.panel.fit(inside)
        self.panel.setFixedHeight(self.panel.height_for(inside))
        self.strip.fit(inside)
        self.strip.setFixedHeight(self.strip.height_for(inside))
        cards = sum(rows.values()) + gap * max(0, len(rows) - 1)
        own = self._own.height_for(inside) if self._own is not None else 0
        if self._own is not None and own:
            self._own.setFixedHeight(own)
            own += bar(14)
        return bar(20) + self.panel.height() + bar(14) + self.strip.height() + bar(14) + own + cards + bar(10)

    def _room(self, width: int) -> tuple[int, int]:
        """How wide the content may be, in px at 100 %, and how many questions each card shows."""
        bar = self._look.scale.bar
        window = self.window()
        height = window.height() if window is not None else self.height()
        for least_width, least_height, widest, questions in (_VERY_LARGE, _LARGE):
            if width >= bar(least_width) and height >= bar(least_height):
                return widest, questions
        tall = height >= bar(_TALL_FROM) and bar(700) <= width < bar(1240)
        return _WIDEST, _TALL_QUESTIONS if tall else 0


def for_home(look: Look) -> Look:
    """The look of the home page."""
    return look._replace(scale=look.scale.for_home())
