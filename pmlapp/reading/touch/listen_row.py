"""The controls of reading aloud on a kiosk, in place of the row of the page."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from pmlapp.reading.look.look import draw_ground
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_look import TouchLook


class ListenRow(QWidget):
    """Signals:
    stepped: -1 for the sentence before, +1 for the next.
    pause_asked: pause, or go on.
    speed_asked: -1 for slower, +1 for faster.
    stop_asked: no more reading aloud.
    """

    stepped = Signal(int)
    pause_asked = Signal()
    speed_asked = Signal(int)
    stop_asked = Signal()

    def __init__(self, look: TouchLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("listen_row")
        self.setAccessibleName(self.tr("Reading aloud"))
        self._look = look
        px = look.px
        kind = Kind.ON_PANEL
        self.before = TouchButton("", look, icon="chevron-left", kind=kind, name=self.tr("The sentence before"))
        self.before.clicked.connect(self._step_back)
        self.pause = TouchButton(self.tr("Pause"), look, icon="pause", kind=Kind.ON_PANEL_MAIN)
        self.pause.clicked.connect(self.pause_asked)
        self.next = TouchButton("", look, icon="chevron-right", kind=kind, name=self.tr("The next sentence"))
        self.next.clicked.connect(self._step_on)
        self.slower = TouchButton(self.tr("Slower"), look, kind=kind)
        self.slower.clicked.connect(self._slow_down)
        self.faster = TouchButton(self.tr("Faster"), look, kind=kind)
        self.faster.clicked.connect(self._speed_up)
        self.stop = TouchButton(self.tr("Stop"), look, icon="stop", kind=kind)
        self.stop.clicked.connect(self.stop_asked)
        self.setFixedHeight(px(80) + 2 * px(14))
        row = QHBoxLayout(self)
        side = px(40) if look.unit > 0.9 else px(20)
        row.setContentsMargins(side, px(14), side, px(14))
        row.setSpacing(px(12))
        for button, share in (
            (self.before, 2),
            (self.pause, 4),
            (self.next, 2),
            (self.slower, 3),
            (self.faster, 3),
            (self.stop, 3),
        ):
            button.setParent(self)
            row.addWidget(button, share)

    def show_state(self, *, speaking: bool, number: int, count: int) -> None:
        """Whether it speaks or pauses, and at which sentence of how many."""
        self.pause.setText(self.tr("Pause") if speaking else self.tr("Go on"))
        self.pause.setAccessibleName(self.pause.text())
        self.before.setEnabled(number > 1)
        self.next.setEnabled(number < count)
        where = self.tr("Sentence {number} of {count}", "", count).format(number=number, count=count)
        self.setAccessibleDescription(where)

    def _step_back(self) -> None:
        self.stepped.emit(-1)

    def _step_on(self) -> None:
        self.stepped.emit(1)

    def _slow_down(self) -> None:
        self.speed_asked.emit(-1)

    def _speed_up(self) -> None:
        self.speed_asked.emit(1)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The panel on which the controls lie."""
        draw_ground(painter, QRectF(self.rect()), self._look.theme.panel)
