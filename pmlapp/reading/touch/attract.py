"""The attract screen: one sentence of a page, still, with how it was checked; a touch opens that page."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from pmlapp.reading.look.images import Picture
from pmlapp.reading.look.look import WRAPPED, draw_ground, draw_icon, wrapped_height
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_home import HomeWords, on_panel
from pmlapp.reading.touch.touch_look import TouchLook

_SIDE: Final = 64
_LONG_TOUCH_MS: Final = 2000


class Slide(NamedTuple):
    """A sentence of a page: ``page`` is "" for the welcome where no sentence may be shown."""

    page: str
    question: str
    sentence: str
    review: str
    claim: str
    """What matters most of the review, in bold."""


class AttractScreen(QWidget):
    """Shows one slide after the other, at once and without a sound; between two nothing runs.

    Signals:
        page_asked: id of the page of the slide that was touched, or "" for home.
        help_asked: the emergency strip was touched.
        language_asked: the code of a language.
        sightless_asked: a finger rested for 2 s: somebody may not see the screen.
    """

    page_asked = Signal(str)
    help_asked = Signal()
    language_asked = Signal(str)
    sightless_asked = Signal()

    def __init__(
        self,
        words: HomeWords,
        slides: tuple[Slide, ...],
        look: TouchLook,
        *,
        seconds: int,
        logo: Picture | None = None,
        ornament: Picture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("attract")
        self._words, self._look = words, look
        self._logo, self._ornament = logo, ornament
        self._slides = slides
        self._number = 0
        self._more = TouchButton(
            self.tr("Touch to read more"), look, icon="touch", kind=Kind.ON_PANEL_MAIN, height=150, size=44, parent=self
        )
        self._more.clicked.connect(self._open)
        self._languages = []
        if len(words.languages) > 1:
            for code, name in words.languages:
                button = TouchButton(name, look, kind=Kind.ON_PANEL, height=96, size=29, parent=self)
                button.setProperty("language", code)
                button.clicked.connect(self._take_language)
                self._languages.append(button)
        self._strip_top = 0
        self._next = QTimer(self, interval=seconds * 1000)
        self._next.timeout.connect(self.show_next)
        self._long = QTimer(self, singleShot=True, interval=_LONG_TOUCH_MS)
        self._long.timeout.connect(self.sightless_asked)
        self._say()

    @property
    def slide(self) -> Slide:
        """What is shown now."""
        return self._slides[self._number]

    def set_slides(self, slides: tuple[Slide, ...]) -> None:
        """Other slides from now on, beginning with the first."""
        self._slides, self._number = slides, 0
        self._say()
        self.update()
        if self.isVisible():
            self.begin()

    def begin(self) -> None:
        """Show slides from now on."""
        if len(self._slides) > 1:
            self._next.start()

    def end(self) -> None:
        """Somebody is there."""
        self._next.stop()
        self._long.stop()

    @Slot()
    def show_next(self) -> None:
        """The next slide, at once."""
        self._number = (self._number + 1) % len(self._slides)
        self._say()
        self.update()

    def _say(self) -> None:
        slide = self.slide
        self.setAccessibleName(" ".join(filter(None, (slide.question, slide.sentence, slide.review, slide.claim))))

    @Slot()
    def _open(self) -> None:
        self.page_asked.emit(self.slide.page)

    @Slot()
    def _take_language(self) -> None:
        self.language_asked.emit(self.sender().property("language"))

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A finger that rests asks for help by ear."""
        self._long.start()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The whole screen opens the page of the slide, the strip what to do in an emergency."""
        if not self._long.isActive():
            return
        self._long.stop()
        if event.position().y() >= self._strip_top:
            self.help_asked.emit()
        else:
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Any key says what this is and how to go on."""
        self.sightless_asked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons are low."""
        super().resizeEvent(event)
        px = self._look.px
        foot = self.height() - self._foot_height() - self._strip_height()
        self._strip_top = foot
        bottom = foot - px(28)
        if self._languages:
            width = (self.width() - px(2 * _SIDE) - px(16) * (len(self._languages) - 1)) // len(self._languages)
            for number, button in enumerate(self._languages):
                button.setGeometry(px(_SIDE) + number * (width + px(16)), bottom - px(96), width, px(96))
            bottom -= px(96 + 20)
        height = px(150 if self.height() > px(900) else 110)
        self._more.setGeometry(px(_SIDE), bottom - height, self.width() - px(2 * _SIDE), height)

    def _strip_height(self) -> int:
        return self._look.px(108 if self.height() > self._look.px(900) else 84)

    def _foot_height(self) -> int:
        return self._look.px(58)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Panel, names, the sentence, the strip, how the page was checked."""
        px, theme = self._look.px, self._look.theme
        draw_ground(painter, QRectF(self.rect()), theme.panel)
        if theme.high_contrast:
            painter.setPen(QPen(theme.primary, 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        left, top = px(_SIDE), px(58 if self.height() > px(900) else 24)
        if self._logo is not None:
            self._logo.draw(painter, QRectF(left, top, px(58), px(58)), on_panel(theme))
            left += px(76)
        painter.setPen(QPen(theme.on_panel))
        painter.setFont(self._look.font(30, 700))
        painter.drawText(QRectF(left, top, self.width() / 2, px(58)), WRAPPED, self._words.library)
        end = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(self._look.font(25))
        painter.setPen(QPen(theme.on_panel_soft))
        painter.drawText(QRectF(self.width() / 2, top, self.width() / 2 - px(_SIDE), px(58)), end, self._words.clinic)
        self._paint_sentence(painter, top + px(58))
        self._paint_foot(painter)

    def _paint_sentence(self, painter: QPainter, above: int) -> None:
        px, theme, slide = self._look.px, self._look.theme, self.slide
        width = self.width() - px(2 * _SIDE)
        room = self._more.y() - above - px(20)
        question = self._look.font(32, 600)
        asked = wrapped_height(question, slide.question, width) if slide.question else 0
        size = 76
        while (
            size > 30
            and asked + px(20) + wrapped_height(self._look.font(size, 800), slide.sentence, width) > room * 0.8
        ):
            size -= 2
        sentence = self._look.font(size, 800)
        said = wrapped_height(sentence, slide.sentence, width)
        free = room - asked - px(20) - said
        top = above + min(px(230), max(px(16), free // 3))
        painter.setFont(question)
        painter.setPen(QPen(theme.on_panel_soft))
        painter.drawText(QRectF(px(_SIDE), top, width, asked), WRAPPED, slide.question)
        painter.setFont(sentence)
        painter.setPen(QPen(theme.on_panel))
        painter.drawText(QRectF(px(_SIDE), top + asked + px(20), width, said), WRAPPED, slide.sentence)
        under = top + asked + px(20) + said
        if self._ornament is not None and self._more.y() - under > px(260):
            painter.setOpacity(0.45)
            room_for_it = QRectF(px(_SIDE), under + px(30), width, self._more.y() - under - px(70))
            self._ornament.draw(painter, room_for_it, theme)
            painter.setOpacity(1)

    def _paint_foot(self, painter: QPainter) -> None:
        px, theme = self._look.px, self._look.theme
        strip = QRectF(0, self._strip_top, self.width(), self._strip_height())
        draw_ground(painter, strip, theme.emergency_tint)
        painter.setPen(QPen(theme.emergency_line, px(4)))
        painter.drawLine(strip.topLeft(), strip.topRight())
        draw_icon(
            painter,
            self._look.icon("emergency", 44, "emergency_text", self),
            QRectF(px(66), strip.top(), px(48), strip.height()),
        )
        words = QRectF(px(144), strip.top(), self.width() - px(144 + 40), strip.height())
        sign, action = f"{self._words.sign} ", self._words.action
        bold = self._look.font(27, 700)
        painter.setPen(QPen(theme.emergency_text))
        fits = wrapped_height(bold, sign + action, round(words.width())) <= strip.height() - px(8)
        painter.setFont(bold if fits else self._look.font(22, 700))
        painter.drawText(words, WRAPPED, sign + action)
        foot = QRectF(0, strip.bottom(), self.width(), self._foot_height())
        draw_ground(painter, foot, theme.sunken)
        draw_icon(
            painter, self._look.icon("review-none", 24, "text", self), QRectF(px(66), foot.top(), px(28), foot.height())
        )
        painter.setPen(QPen(theme.text))
        painter.setFont(self._look.font(21))
        left = px(106)
        review = f"{self.slide.review} " if self.slide.review else ""
        painter.drawText(QRectF(left, foot.top(), self.width() - left, foot.height()), WRAPPED, review)
        left += painter.fontMetrics().horizontalAdvance(review)
        painter.setFont(self._look.font(21, 700))
        painter.drawText(QRectF(left, foot.top(), self.width() - left, foot.height()), WRAPPED, self.slide.claim)
