"""The rows of the pop-up Reading, drawn by hand: a theme with a sample of itself, and a switch."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from pmlapp.reading.look.buttons import PaintedButton
from pmlapp.reading.look.look import WRAPPED, Look, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import painted
from pmlapp.reading.look.theme import Theme

_ROW = 46
_SAMPLE = QSize(52, 34)
_TRACK = QSize(46, 26)
_SIDE = 10
_GAP = 12


class ReadingRow(PaintedButton):
    """As wide as the pop-up, the whole of it one target; what can be switched is drawn at its ends."""

    def __init__(self, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(text, look, parent=parent)
        # By these two a screen reader knows a radio button from a check box.
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """46 high, as long as its words fit in one line."""
        bar = self._look.scale.bar
        return QSize(bar(200), bar(_ROW))

    def heightForWidth(self, width: int) -> int:
        """As high as its words, wrapped, need."""
        bar = self._look.scale.bar
        room = width - bar(2 * _SIDE + _SAMPLE.width() + _TRACK.width() + 2 * _GAP)
        words = wrapped_height(self._look.font(weight=600), self.text(), room)
        return max(bar(_ROW), words + bar(12))

    def _place(self, left: float, width: float, height: float) -> QRectF:
        """A rectangle in the middle of the row, ``left`` px at 100 % from where reading begins; as drawn."""
        bar = self._look.scale.bar
        box = QRect(bar(left), (self.height() - bar(height)) // 2, bar(width), bar(height))
        return QRectF(QStyle.visualRect(self.layoutDirection(), self.rect(), box))

    def _end(self, width: float) -> float:
        """The ``left`` of something that is at the end of the row, at 100 %."""
        return self.width() / self._look.scale.bar(1000) * 1000 - _SIDE - width

    def _draw(self, painter: QPainter, ink: QColor, left: float, right: float, *, strong: bool) -> None:
        painter.setFont(self._look.font(weight=600 if strong else 400))
        painter.setPen(ink)
        painter.drawText(self._place(left, right - left, _ROW + 200), WRAPPED, self.text())

    def _draw_ground(self, painter: QPainter, *, filled: bool) -> None:
        theme = self._look.theme
        ground = theme.primary if filled else theme.surface
        if not filled and (self.isDown() or self.underMouse()):
            ground = theme.tint_strong if self.isDown() else theme.tint
        edge = 2.0 if theme.high_contrast and (self.underMouse() or self.isDown()) else 0.0
        draw_rounded(painter, QRectF(self.rect()), 8, ground, theme.primary, edge)


class ColourRow(ReadingRow):
    """A theme, with ``sample`` drawn in its own colours; without one an icon stands for what the system has."""

    def __init__(self, text: str, look: Look, sample: Theme | None, parent: QWidget | None = None) -> None:
        super().__init__(text, look, parent)
        self.setAutoExclusive(True)
        self._sample = sample

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The sample, the words, and a tick if it is chosen."""
        theme = self._look.theme
        chosen = self.isChecked()
        ink = theme.on_primary if chosen else theme.text
        self._draw_ground(painter, filled=chosen)
        box = self._place(_SIDE, _SAMPLE.width(), _SAMPLE.height())
        if self._sample is None:
            draw_icon(painter, self._look.pixmap("theme", 24, ink, self), box)
        else:
            draw_rounded(painter, box, 6, self._sample.ground, self._sample.line_strong, 2)
            painter.setFont(self._look.font(weight=700))
            painter.setPen(self._sample.text)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), "Aa")
        end = self._end(24)
        self._draw(painter, ink, _SIDE + _SAMPLE.width() + _GAP, end - _GAP, strong=chosen)
        if chosen:
            draw_icon(painter, self._look.pixmap("check", 24, ink, self), self._place(end, 24, 24))


class SwitchRow(ReadingRow):
    """Something that is on or off: an icon, its words, and a switch whose knob is at the end when it is on."""

    def __init__(self, icon: str, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(text, look, parent)
        self._icon = icon

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The icon, the words, the switch."""
        theme, bar = self._look.theme, self._look.scale.bar
        self._draw_ground(painter, filled=False)
        icon = self._look.pixmap(self._icon, 24, theme.primary, self)
        draw_icon(painter, icon, self._place(_SIDE, _SAMPLE.width(), _SAMPLE.height()))
        end = self._end(_TRACK.width())
        self._draw(painter, theme.text, _SIDE + _SAMPLE.width() + _GAP, end - _GAP, strong=False)
        is_on = self.isChecked()
        track = self._place(end, _TRACK.width(), _TRACK.height())
        draw_rounded(
            painter, track, track.height() / 2, theme.primary if is_on else theme.surface, theme.line_strong, 2
        )
        at = end + _TRACK.width() - 22 if is_on else end + 4
        knob = self._place(at, 18, 18)
        draw_rounded(painter, knob, bar(9), theme.on_primary if is_on else theme.line_strong, theme.line, 0)
