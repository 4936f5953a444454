"""Action cards: whom to call and what to do, in steps of one line, readable from 1.5 m."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from pmlapp.content.cards import ActionCard
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.look import WRAPPED, draw_ground, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import painted
from pmlapp.reading.look.scale import Style
from pmlapp.reading.touch.touch_buttons import TouchButton
from pmlapp.reading.touch.touch_look import TouchLook

BAND: Final = QColor("#A2191C")
INK: Final = QColor("#101C22")
PAPER: Final = QColor("#FFFFFF")
_BED: Final = QColor("#F3EEE5")
_LINE: Final = QColor("#7B7466")
_DISC: Final = QColor("#12353F")
"""Fixed in every theme: who needs the card has no time to get used to it."""

_WIDTH, _HEIGHT = 800, 600
_BAND, _LEAD, _FOOT = 136, 52, 84
_STEP_PX, _LEAST_STEP_PX = 36, 24
_SIDE: Final = 28
_TEXT_LEFT: Final = 100


class ActionCardView(QWidget):
    """Covers the kiosk: first the situations, if the library has several, then the steps of one.

    Nothing scrolls: at 800 x 600 the sizes are those of docs/look.md, on a larger screen more.

    Signals:
        left: back to where the visitor was.
        signs_asked: id of the page that lists the signs.
        listen_asked: the words of the card are to be read aloud.
    """

    left = Signal()
    signs_asked = Signal(str)
    listen_asked = Signal(str)

    def __init__(
        self,
        cards: tuple[ActionCard, ...],
        call: str,
        look: TouchLook,
        *,
        question: str,
        may_listen: bool,
        signs: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("action_card")
        self._cards = cards
        self._call = call
        self._question = question
        self._signs = signs
        self._look = look
        self._shown: ActionCard | None = None
        self._choices = [
            TouchButton(card.situation, look, height=84, size=32, leading=True, end_icon="chevron-right", parent=self)
            for card in cards
        ]
        for choice in self._choices:
            choice.clicked.connect(self._choose)
        self._back = TouchButton(self.tr("Back"), look, icon="back", parent=self)
        self._back.clicked.connect(self._go_back)
        self._listen = TouchButton(self.tr("Listen"), look, icon="speak", parent=self)
        self._listen.clicked.connect(self._speak)
        self._listen.setVisible(may_listen)
        self._to_signs = TouchButton(self.tr("When to call: the signs"), look, icon="outline", parent=self)
        self._to_signs.clicked.connect(self._ask_signs)
        self.show_first()

    @property
    def shown(self) -> ActionCard | None:
        """The card whose steps are shown; None while a situation is to be chosen."""
        return self._shown

    def words(self) -> str:
        """Everything on the screen, in its order, for ears."""
        if self._shown is None:
            return " ".join((f"{self._call}.", self._question, *(f"{card.situation}." for card in self._cards)))
        steps = (f"{number}. {step}" for number, step in enumerate(self._shown.steps, 1))
        return " ".join((f"{self._call}.", f"{self._shown.situation}.", *steps))

    def show_first(self) -> None:
        """Show the situations, or the only card there is."""
        self.show_card(self._cards[0] if len(self._cards) == 1 else None)

    def show_card(self, card: ActionCard | None) -> None:
        """Show the steps of a card, or None to choose a situation."""
        self._shown = card
        for choice in self._choices:
            choice.setVisible(card is None)
        self._to_signs.setVisible(bool(self._signs_page()))
        self.setAccessibleName(self.words())
        self._arrange()
        self.update()

    def fits(self, step: str) -> bool:
        """Whether a step has room on one line at full size."""
        metrics = QFontMetrics(self._font(_STEP_PX, 700))
        return metrics.horizontalAdvance(step) <= self.width() - self._px(_TEXT_LEFT) - self._px(_SIDE)

    def _signs_page(self) -> str:
        return self._shown.page if self._shown is not None and self._shown.page else self._signs

    @Slot()
    def _choose(self) -> None:
        self.show_card(self._cards[self._choices.index(self.sender())])  # type: ignore[arg-type]

    @Slot()
    def _go_back(self) -> None:
        if self._shown is None or len(self._cards) == 1:
            self.left.emit()
        else:
            self.show_card(None)

    @Slot()
    def _speak(self) -> None:
        self.listen_asked.emit(self.words())

    @Slot()
    def _ask_signs(self) -> None:
        self.signs_asked.emit(self._signs_page())

    # Places

    def _px(self, size: float) -> int:
        return round(size * min(self.width() / _WIDTH, self.height() / _HEIGHT))

    def _font(self, size: float, weight: int) -> QFont:
        return font(Style(max(12, self._px(size)), 100, weight))

    def _step_font(self) -> QFont:
        """As large as the longest step has room for on one line."""
        steps = self._shown.steps if self._shown is not None else ()
        room = self.width() - self._px(_TEXT_LEFT) - self._px(_SIDE)
        for size in range(_STEP_PX, _LEAST_STEP_PX, -1):
            chosen = self._font(size, 700)
            if all(QFontMetrics(chosen).horizontalAdvance(step) <= room for step in steps):
                return chosen
        return self._font(_LEAST_STEP_PX, 700)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Everything grows with the screen."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        px = self._px
        foot = self.height() - px(_FOOT)
        left = px(14)
        buttons = [(self._back, 144), (self._listen, 158), (self._to_signs, 0)]
        for button, width in buttons:
            if button.isHidden():
                continue
            wide = max(px(width), button.sizeHint().width()) if width else self.width() - left - px(14)
            button.setGeometry(left, foot + px(10), wide, px(_FOOT - 20))
            left += wide + px(10)
        if not self._choices:
            return
        top = px(_BAND + _LEAD)
        height = min(px(110), (foot - top - px(12)) // len(self._choices) - px(12))
        for number, choice in enumerate(self._choices):
            choice.setGeometry(
                px(_SIDE), top + px(12) + number * (height + px(12)), self.width() - px(2 * _SIDE), height
            )

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Band, lead, steps, foot."""
        px = self._px
        draw_ground(painter, QRectF(self.rect()), PAPER)
        draw_ground(painter, QRectF(0, 0, self.width(), px(_BAND)), BAND)
        icon = self._look.icons.pixmap("emergency", px(78), PAPER, self.devicePixelRatioF())
        draw_icon(painter, icon, QRectF(px(_SIDE), 0, px(84), px(_BAND)))
        painter.setPen(QPen(PAPER))
        room = QRectF(px(134), 0, self.width() - px(134 + _SIDE), px(_BAND))
        size = 50
        while size > 28 and wrapped_height(self._font(size, 800), self._call, round(room.width())) > px(_BAND - 12):
            size -= 2
        painter.setFont(self._font(size, 800))
        painter.drawText(room, WRAPPED, self._call)
        draw_ground(painter, QRectF(0, px(_BAND), self.width(), px(_LEAD)), _BED)
        painter.setPen(QPen(INK))
        lead = self._question if self._shown is None else self._shown.situation
        width = self.width() - px(2 * _SIDE)
        size = 28
        while size > 18 and wrapped_height(self._font(size, 700), lead, width) > px(_LEAD):
            size -= 2
        painter.setFont(self._font(size, 700))
        painter.drawText(QRectF(px(_SIDE), px(_BAND), width, px(_LEAD)), WRAPPED, lead)
        foot = self.height() - px(_FOOT)
        draw_ground(painter, QRectF(0, foot, self.width(), px(_FOOT)), _BED)
        painter.setPen(QPen(_LINE, 2))
        painter.drawLine(0, foot, self.width(), foot)
        if self._shown is not None:
            self._paint_steps(painter, self._shown.steps, px(_BAND + _LEAD), foot)

    def _paint_steps(self, painter: QPainter, steps: tuple[str, ...], top: int, foot: int) -> None:
        px = self._px
        height = min(px(120), (foot - top) / max(1, len(steps)))
        chosen = self._step_font()
        for number, step in enumerate(steps, 1):
            row = QRectF(0, top + (number - 1) * height, self.width(), height)
            painter.setPen(QPen(_LINE, 1))
            painter.drawLine(row.topLeft(), row.topRight())
            disc = QRectF(px(_SIDE), row.center().y() - px(25), px(50), px(50))
            draw_rounded(painter, disc, px(25), _DISC, _DISC, 0)
            painter.setPen(QPen(PAPER))
            painter.setFont(self._font(30, 800))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number))
            painter.setPen(QPen(INK))
            painter.setFont(chosen)
            painter.drawText(row.adjusted(px(_TEXT_LEFT), 0, -px(_SIDE) + 1, 0), WRAPPED, step)
