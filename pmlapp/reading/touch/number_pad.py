"""Ten keys for digits, and the boxes in which digits appear."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from pmlapp.reading.look.look import draw_rounded
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.touch_buttons import KeyButton
from pmlapp.reading.touch.touch_look import TouchLook

_KEY: Final = 124
_GAP: Final = 16


class NumberPad(QWidget):
    """Signals:
    typed: a digit.
    rubbed_out: the last digit is to go.
    cleared: all digits are to go.
    """

    typed = Signal(str)
    rubbed_out = Signal()
    cleared = Signal()

    def __init__(self, look: TouchLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("number_pad")
        self.setAccessibleName(self.tr("Digits"))
        self._look = look
        self.keys: list[KeyButton] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.px(_GAP))
        for number, digit in enumerate("123456789"):
            grid.addWidget(self._key(digit), *divmod(number, 3))
        clear = KeyButton(self.tr("Clear"), look, height=_KEY, size=27, parent=self)
        clear.clicked.connect(self.cleared)
        grid.addWidget(clear, 3, 0)
        grid.addWidget(self._key("0"), 3, 1)
        rub = KeyButton(self.tr("Delete"), look, icon="backspace", height=_KEY, size=27, parent=self)
        rub.clicked.connect(self.rubbed_out)
        grid.addWidget(rub, 3, 2)
        self.keys += [clear, rub]
        for key in self.keys:
            key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        # Beside the words there is half a screen.
        room = self.window().width() // 2 - look.px(80)
        self._width = min(look.px(770), room) if self.window().width() > self.window().height() else look.px(770)
        self.setFixedWidth(self._width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _key(self, digit: str) -> KeyButton:
        key = KeyButton(digit, self._look, height=_KEY, size=46, parent=self)
        key.clicked.connect(self._type)
        self.keys.append(key)
        return key

    def set_enabled(self, enabled: bool) -> None:
        """Whether anything can be typed."""
        for key in self.keys:
            key.setEnabled(enabled)

    def sizeHint(self) -> QSize:
        """Four rows of keys."""
        px = self._look.px
        return QSize(self._width, 4 * px(_KEY) + 3 * px(_GAP))

    @Slot()
    def _type(self) -> None:
        key = self.sender()
        if isinstance(key, KeyButton):
            self.typed.emit(key.text())


class DigitBoxes(QWidget):
    """One box a digit, in fours; ``hidden`` ones show a dot."""

    def __init__(self, look: TouchLook, *, hidden: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._hidden = hidden
        self._digits = ""
        self._boxes = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_digits(self, digits: str, boxes: int) -> None:
        """Show ``digits`` in the first of so many boxes."""
        self._digits, self._boxes = digits, boxes
        said = (
            self.tr("{count} digits", "", len(digits)).format(count=len(digits)) if self._hidden else " ".join(digits)
        )
        self.setAccessibleName(said or self.tr("No digits yet"))
        self.update()

    def sizeHint(self) -> QSize:
        """As high as one box."""
        return QSize(self._look.px(700), self._look.px(124))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The boxes, a gap after each four unless they are hidden."""
        px, theme = self._look.px, self._look.theme
        gap, wide_gap = px(14), px(14) if self._hidden else px(50)
        wide = wide_gap - gap if self._boxes > 4 else 0
        width = min(px(88 if self._hidden else 104), (self.width() - gap * (self._boxes - 1) - wide) // self._boxes)
        left = (self.width() - self._boxes * width - (self._boxes - 1) * gap - wide) / 2
        for number in range(self._boxes):
            box = QRectF(left, 0, width, self.height())
            is_next = number == len(self._digits)
            edge = theme.primary if is_next else theme.line_strong
            draw_rounded(painter, box, px(12), theme.surface, edge, 4 if is_next else 2)
            if number < len(self._digits):
                self._paint_digit(painter, box, self._digits[number])
            left += width + (wide_gap if number == 3 else gap)

    def _paint_digit(self, painter: QPainter, box: QRectF, digit: str) -> None:
        theme = self._look.theme
        if self._hidden:
            radius = self._look.px(14)
            painter.setBrush(theme.heading)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(box.center(), radius, radius)
            return
        painter.setPen(QPen(theme.heading))
        painter.setFont(self._look.font(58, 700))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, digit)
