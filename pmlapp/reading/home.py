"""The home page: ask, see what to do in an emergency, or choose a topic."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from pmlapp.reading.home_parts import CardData, EmergencyStrip, Example, HomePanel, TopicCard
from pmlapp.reading.look import Look

_WIDEST = 1280
_SIDE = 40


class HomePage(QWidget):
    """Places its parts by width.

    The emergency strip stands between panel and cards where everything fits;
    where the page has to scroll it stands still above what scrolls.

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
        emergency_sign: str,
        emergency_action: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("home")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._pinned: bool | None = None
        self.strip = EmergencyStrip(look, emergency_sign, emergency_action)
        self.strip.help_asked.connect(self.help_asked)
        self.panel = HomePanel(look, subtitle, examples)
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
        self._outer = QVBoxLayout(self)
        self._outer.setSpacing(0)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._scroll, 1)
        for card in self.cards:
            card.clicked.connect(self._take)
        previous: QWidget = self.strip.link
        for card in self.cards:
            self.setTabOrder(previous, card)
            previous = card
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self.strip.set_look(look)
        self.panel.set_look(look)
        for card in self.cards:
            card.set_look(look)
        self._arrange()

    @Slot()
    def _take(self) -> None:
        card = self.sender()
        if isinstance(card, TopicCard):
            self.topic_asked.emit(card.data.topic)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the parts anew."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        bar = self._look.scale.bar
        width = self.width()
        side = bar(_SIDE) if width >= bar(900) else bar(16)
        inside = min(width - 2 * side, bar(_WIDEST))
        side = (width - inside) // 2
        columns = 4 if inside >= bar(1040) else 3 if inside >= bar(780) else 2 if inside >= bar(520) else 1
        gap = bar(12)
        self._column.setContentsMargins(side, bar(20), side, bar(14))
        self._column.setSpacing(bar(14))
        self._grid.setSpacing(gap)
        card_width = (inside - gap * (columns - 1)) // columns
        self.panel.fit(inside)
        rows: dict[int, int] = {}
        for number, card in enumerate(self.cards):
            row, column = divmod(number, columns)
            self._grid.addWidget(card, row, column)
            rows[row] = max(rows.get(row, 0), card.height_for(card_width))
        for number, card in enumerate(self.cards):
            card.setFixedHeight(rows[number // columns])
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        needed = self.panel.sizeHint().height() + sum(rows.values()) + gap * max(0, len(rows) - 1)
        needed += bar(20 + 14 + 14 + 14) + self.strip.heightForWidth(inside)
        self._pin(needed > self.height(), side)

    def _pin(self, pinned: bool, side: int) -> None:
        bar = self._look.scale.bar
        if pinned:
            self._outer.setContentsMargins(0, bar(10), 0, 0)
            self.strip.setContentsMargins(0, 0, 0, 0)
        else:
            self._outer.setContentsMargins(0, 0, 0, 0)
        if pinned != self._pinned:
            self._pinned = pinned
            if pinned:
                self._column.removeWidget(self.strip)
                self._outer.insertWidget(0, self.strip)
            else:
                self._outer.removeWidget(self.strip)
                self._column.insertWidget(1, self.strip)
            self.strip.show()
        if pinned:
            # A layout cannot give one of its widgets margins of its own.
            self.strip.setMaximumWidth(self.width() - 2 * side)
            self._outer.setAlignment(self.strip, Qt.AlignmentFlag.AlignHCenter)
            self.strip.setMinimumWidth(self.width() - 2 * side)
        else:
            self.strip.setMinimumWidth(0)
            self.strip.setMaximumWidth(16_777_215)
