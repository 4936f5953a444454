"""The strip while a page is read aloud: where it is, the buttons of a player, speed and voice."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QLabel, QWidget

from pmlapp.reading.bars.menus import RoundedMenu
from pmlapp.reading.bars.strip import StripContent
from pmlapp.reading.bars.strip_button import StripButton
from pmlapp.reading.look.look import Look, draw_icon
from pmlapp.reading.look.painting import painted

_HEIGHT = 64
_NARROW_HEIGHT = 58
_ROW = 72
_WIDE_FROM = 1000
"""Width, in px of the bars at 100 %, from which every button has its word in one row."""
_ONE_ROW_FROM = 520
_WORDS_FROM = 560
_LARGE = 1.3
"""Scale of the bars from which speed and voice have a row of their own."""
_STATE_WIDTH = 150
_GAP = 10


class _Form(Enum):
    """How the strip is laid out."""

    WORDS = auto()
    """One row, every button with its word."""
    ICONS = auto()
    """One row of icons; speed and voice keep a word."""
    TWO_ROWS = auto()
    """The player above, speed and voice below."""


class Listening(NamedTuple):
    """What the strip shows; ``number`` is that of the sentence, from 1, and ``voices`` are names to choose from."""

    playing: bool
    number: int
    of: int
    speed: int
    speeds: int
    preparing: bool = False
    away: bool = False
    voice: str = ""
    voices: tuple[str, ...] = ()


class ListenStrip(StripContent):
    """Signals are named for what the reader asks for.

    Signals:
        toggle_asked, previous_asked, next_asked, stop_asked: the button of that name; toggle is Pause or Play.
        speed_chosen: which of the speeds.
        voice_chosen: the name of a voice.
        sentence_asked: the reader wants to go back to the sentence that is spoken.
    """

    toggle_asked = Signal()
    previous_asked = Signal()
    next_asked = Signal()
    stop_asked = Signal()
    speed_chosen = Signal(int)
    voice_chosen = Signal(str)
    sentence_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, on_primary=True, parent=parent)
        self.setObjectName("listen_strip")
        self.setAccessibleName(self.tr("Reading aloud"))
        self._speeds = (
            self.tr("Very slow"),
            self.tr("Slow"),
            self.tr("A little slow"),
            self.tr("Normal"),
            self.tr("A little fast"),
            self.tr("Fast"),
            self.tr("Very fast"),
        )
        self._shown = Listening(False, 1, 1, 3, len(self._speeds))
        self._state, self._count, self._speed_words = QLabel(self), QLabel(self), QLabel(self)
        self._state.setObjectName("listen_state")
        self._count.setObjectName("listen_count")
        self._speed_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.sentence = self._button(
            "sentence", "outline", self.tr("Go to the sentence"), self.sentence_asked, main=True
        )
        self.previous = self._button("previous", "sentence-previous", self.tr("Previous"), self.previous_asked)
        self.toggle = self._button("toggle", "pause", self.tr("Pause"), self.toggle_asked, main=True, least=112)
        self.next = self._button("next", "sentence-next", self.tr("Next"), self.next_asked, icon_last=True)
        self.stop = self._button("stop", "stop", self.tr("Stop"), self.stop_asked)
        self.slower = self._button("slower", "", self.tr("Slower"))
        self.faster = self._button("faster", "", self.tr("Faster"))
        self.speed = self._button("speed", "speed", self.tr("Normal"))
        self.voice = self._button("voice", "voice", self.tr("Voice"))
        self.slower.clicked.connect(self._slow_down)
        self.faster.clicked.connect(self._speed_up)
        self.speed.clicked.connect(self._show_speeds)
        self.voice.clicked.connect(self._show_voices)
        self.previous.setAccessibleName(self.tr("Previous sentence"))
        self.next.setAccessibleName(self.tr("Next sentence"))
        self._menu = RoundedMenu(self.tr("Voice"), look, self)
        self._menu.triggered.connect(self._choose)
        self.set_look(look)

    def _button(
        self,
        name: str,
        icon: str,
        text: str,
        signal: SignalInstance | None = None,
        *,
        main: bool = False,
        icon_last: bool = False,
        least: int = 0,
    ) -> StripButton:
        button = StripButton(
            text, self._look, icon=icon, on_primary=True, main=main, icon_last=icon_last, least=least, parent=self
        )
        button.setObjectName(f"listen_{name}")
        button.installEventFilter(self)
        if signal is not None:
            button.clicked.connect(signal)
        return button

    def buttons(self) -> tuple[StripButton, ...]:
        """Every button, shown or not, as they are drawn."""
        return (
            self.sentence,
            self.previous,
            self.toggle,
            self.next,
            self.stop,
            self.slower,
            self.faster,
            self.speed,
            self.voice,
        )

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        super().set_look(look)
        for button in self.buttons():
            button.set_look(look)
        self._menu.set_look(look)
        theme = look.theme
        for label, colour, weight, small in (
            (self._state, theme.on_primary, 700, False),
            (self._count, theme.on_primary_soft, 400, True),
            (self._speed_words, theme.on_primary, 600, False),
        ):
            label.setFont(look.font(weight=weight, small=small))
            label.setStyleSheet(f"color: {colour.name()}")
        self._write()

    def show_state(self, shown: Listening) -> None:
        """Show where the player is."""
        self._shown = shown
        self._write()

    def height_for(self, width: int) -> int:
        """One row, or two where speed and voice have one of their own."""
        form = self._form(width)
        bar = self._look.scale.bar
        if form is _Form.TWO_ROWS:
            return 2 * bar(_ROW)
        return bar(_HEIGHT if form is _Form.WORDS else _NARROW_HEIGHT)

    def _form(self, width: int) -> "_Form":
        units = width / self._look.scale.chrome
        if units >= _WIDE_FROM:
            return _Form.WORDS
        return _Form.ICONS if units >= _ONE_ROW_FROM and self._look.scale.chrome < _LARGE else _Form.TWO_ROWS

    def _has_words(self, form: "_Form") -> bool:
        """Whether the buttons of the player have their words."""
        roomy = self.width() / self._look.scale.chrome >= _WORDS_FROM
        return form is _Form.WORDS or (form is _Form.TWO_ROWS and roomy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything for the new width."""
        super().resizeEvent(event)
        self._write()

    def _place(self, form: "_Form") -> None:
        """Where everything is, by hand: a layout would have to be taken apart at each change of form."""
        bar = self._look.scale.bar
        left, right = bar(58), self.width() - bar(20 if form is _Form.WORDS else 8)
        upper = (0, bar(_ROW)) if form is _Form.TWO_ROWS else (0, self.height())
        lower = (bar(_ROW), bar(_ROW)) if form is _Form.TWO_ROWS else upper
        player = [self.sentence, self.previous, self.toggle, self.next, self.stop]
        pace: list[QWidget] = [self.slower, self._speed_words, self.faster, self.speed, self.voice]
        if form is _Form.WORDS:
            # As wide for each state, so that no button moves when the voice is ready.
            metrics = QFontMetrics(self._state.font())
            words = (metrics.horizontalAdvance(each) for each in self._states())
            room = max(bar(_STATE_WIDTH), self._count.sizeHint().width(), *words)
        else:
            room = max(self._state.sizeHint().width() * (form is _Form.TWO_ROWS), self._count.sizeHint().width())
        needed = sum(each.sizeHint().width() + bar(_GAP) for each in player if not each.isHidden())
        if form is _Form.TWO_ROWS and left + room + needed > right:
            room = 0
        paced = sum(each.sizeHint().width() + bar(_GAP) for each in pace if not each.isHidden())
        if form is _Form.WORDS and left + room + needed + paced > right:
            self.voice.setText(self.voice.text().partition(" (")[0])
        self._place_state(left, room, upper, only_count=form is _Form.ICONS)
        if form is _Form.ICONS:
            self._place_row([*player, *pace], right, upper, from_end=True)
        else:
            self._place_row(player, left + (room + bar(_GAP) if room else 0), upper)
            self._place_row(pace, right if form is _Form.WORDS else left, lower, from_end=form is _Form.WORDS)

    def _place_state(self, left: int, room: int, row: tuple[int, int], *, only_count: bool) -> None:
        bar = self._look.scale.bar
        top, high = row
        first, second = (0 if only_count else bar(24)), bar(22)
        begin = top + (high - first - second) // 2
        self._put(self._state, left, begin, room, bar(24))
        self._put(self._count, left, begin + first, room, second)

    def _place_row(
        self, widgets: Sequence[QWidget], edge: int, row: tuple[int, int], *, from_end: bool = False
    ) -> None:
        """Widgets in sight one beside the other, from ``edge`` on; ``from_end`` the last of them ends there."""
        gap = self._look.scale.bar(_GAP)
        shown = [each for each in widgets if not each.isHidden()]
        x = edge - sum(each.sizeHint().width() + gap for each in shown) + gap if from_end else edge
        for each in shown:
            size = each.sizeHint()
            self._put(each, x, row[0] + (row[1] - size.height()) // 2, size.width(), size.height())
            x += size.width() + gap

    def _put(self, widget: QWidget, left: int, top: int, width: int, height: int) -> None:
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        widget.setGeometry(left if rightward else self.width() - left - width, top, width, height)

    def _write(self) -> None:
        shown, form = self._shown, self._form(self.width())
        wide, worded = form is _Form.WORDS, self._has_words(form)
        preparing, playing_now, paused = self._states()
        self._state.setText(preparing if shown.preparing else playing_now if shown.playing else paused)
        self._state.setVisible(form is not _Form.ICONS)
        count = shown.of
        short = self.tr("{number} of {count}", "", count)
        words = short if form is _Form.ICONS else self.tr("Sentence {number} of {count}", "", count)
        self._count.setText(words.format(number=shown.number, count=count))
        playing = shown.playing or shown.preparing
        self.toggle.setText(self.tr("Pause") if playing else self.tr("Play"))
        self.toggle.setAccessibleName(self.toggle.text())
        self.toggle.set_icon("pause" if playing else "play")
        self.previous.setEnabled(shown.number > 1)
        self.next.setEnabled(shown.number < shown.of)
        speed = self._speeds[shown.speed]
        self._speed_words.setText(self.tr("{speed}\nspeed").format(speed=speed))
        self.slower.setEnabled(shown.speed > 0)
        self.faster.setEnabled(shown.speed < shown.speeds - 1)
        self.speed.setText(speed)
        self.speed.setAccessibleName(self.tr("Speed: {speed}").format(speed=speed))
        name = shown.voice or self.tr("Voice")
        self.voice.setText(name if wide else name.partition(" (")[0])
        self.voice.setAccessibleName(self.tr("Voice: {voice}").format(voice=name))
        self.voice.setEnabled(bool(shown.voices))
        # Scrolled away, the way back comes first, and what is of no use from there makes room for it.
        for button in (self.previous, self.next, self.voice):
            button.setVisible(not shown.away)
        for part in (self.slower, self.faster, self._speed_words):
            part.setVisible(wide and not shown.away)
        self.speed.setVisible(not wide and not shown.away)
        self.sentence.setVisible(shown.away)
        self.toggle.set_main(not shown.away)
        for button in (self.previous, self.toggle, self.next, self.stop):
            button.set_worded(worded)
        self._place(form)
        self.update()

    def _states(self) -> tuple[str, str, str]:
        """Before the first sentence, while it plays, and while it does not."""
        return self.tr("Getting a voice ready"), self.tr("Reading aloud"), self.tr("Paused")

    # Speed and voice

    @Slot()
    def _slow_down(self) -> None:
        self.speed_chosen.emit(self._shown.speed - 1)

    @Slot()
    def _speed_up(self) -> None:
        self.speed_chosen.emit(self._shown.speed + 1)

    @Slot()
    def _show_speeds(self) -> None:
        self._fill(self._speeds, self._speeds[self._shown.speed])
        self._open(self.speed)

    @Slot()
    def _show_voices(self) -> None:
        self._fill(self._shown.voices, self._shown.voice)
        self._open(self.voice)

    def _fill(self, names: tuple[str, ...], chosen: str) -> None:
        self._menu.clear()
        group = QActionGroup(self._menu)
        for name in names:
            action = self._menu.addAction(name)
            action.setCheckable(True)
            action.setChecked(name == chosen)
            group.addAction(action)

    def _open(self, button: QWidget) -> None:
        size = self._menu.sizeHint()
        corner = button.mapToGlobal(QPoint(button.width() - size.width(), -size.height() - 4))
        self._menu.popup(corner)

    @Slot(QAction)
    def _choose(self, action: QAction) -> None:
        if action.text() in self._speeds:
            self.speed_chosen.emit(self._speeds.index(action.text()))
        else:
            self.voice_chosen.emit(action.text())

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """The keyboard is on Pause."""
        super().showEvent(event)
        self.toggle.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Left and right go to the sentence before and after, as the icons point; Qt would go to the next button."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        if event.key() == (Qt.Key.Key_Right if rightward else Qt.Key.Key_Left):
            self.next.click()
        elif event.key() == (Qt.Key.Key_Left if rightward else Qt.Key.Key_Right):
            self.previous.click()
        else:
            return False
        return True

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The icon; the ground is the strip's."""
        bar = self._look.scale.bar
        pixmap = self._look.pixmap("speak", 24, self._look.theme.on_primary, self)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        high = self.height() / (2 if self._form(self.width()) is _Form.TWO_ROWS else 1)
        left = bar(22) if rightward else self.width() - bar(22 + 24)
        draw_icon(painter, pixmap, QRectF(left, 0, bar(24), high))
