"""The countdown before a kiosk clears everything: seen and heard, and one touch anywhere stops it."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from pmlapp.reading.look.look import draw_ground, draw_rounded
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_look import TouchLook

_SCRIM: Final = 0.82
_DIALOG: Final = QSize(896, 880)


class Countdown(QWidget):
    """Lies over everything, and is given the seconds left, once a second.

    Signals:
        kept: somebody is still reading.
        finished: clear everything now.
    """

    kept = Signal()
    finished = Signal()

    def __init__(self, look: TouchLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("countdown")
        self._look = look
        self._left = 0
        self._whole = 1
        self.keep = TouchButton(
            self.tr("Yes, I’m still reading"), look, kind=Kind.MAIN, height=112, size=31, parent=self
        )
        self.keep.clicked.connect(self.kept)
        self.finish = TouchButton(
            self.tr("No, I’m finished. Clear the screen"),
            look,
            icon="finished",
            kind=Kind.PERSONAL,
            height=96,
            size=28,
            parent=self,
        )
        self.finish.clicked.connect(self.finished)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is said of the seconds left."""
        return self.tr(
            "In {seconds} seconds this screen goes back to the start, so the next person cannot see what you read."
        ).format(seconds=self._left)

    @property
    def question(self) -> str:
        """What is asked."""
        return self.tr("Are you still reading?")

    def show_left(self, seconds: int, whole: int) -> None:
        """Show that ``seconds`` of ``whole`` are left; the first time the main button takes the focus."""
        self._left, self._whole = seconds, whole
        self.setAccessibleName(f"{self.question} {self.sentence}")
        if self.isHidden():
            self.show()
            self.raise_()
            self.keep.setFocus(Qt.FocusReason.PopupFocusReason)
        self.update()

    def _dialog(self) -> QRectF:
        px = self._look.px
        width = min(px(_DIALOG.width()), self.width() - 2 * px(20))
        height = min(px(_DIALOG.height()), self.height() - 2 * px(16))
        return QRectF((self.width() - width) // 2, (self.height() - height) // 2, width, height)

    # Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Touching anywhere keeps the page; the touch goes no further."""
        self.kept.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """So does any key but those that walk between the two buttons or press one."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.finish.hasFocus():
            self.finished.emit()
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Shift):
            self.kept.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The buttons are at the foot of the dialog."""
        super().resizeEvent(event)
        px, dialog = self._look.px, self._dialog()
        low = dialog.height() < px(860)
        left, width = round(dialog.left()) + px(56), round(dialog.width()) - px(112)
        bottom = round(dialog.bottom()) - px(44 if low else 96)
        self.finish.setGeometry(left, bottom - px(96), width, px(96))
        self.keep.setGeometry(left, bottom - px(96 + 20 + 112), width, px(112))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Scrim, dialog, ring with the seconds, question, what will happen."""
        px, theme = self._look.px, self._look.theme
        scrim = QColor(theme.scrim)
        scrim.setAlphaF(_SCRIM)
        draw_ground(painter, QRectF(self.rect()), scrim)
        dialog = self._dialog()
        draw_rounded(painter, dialog, px(20), theme.surface, theme.line_strong, 2)
        low = dialog.height() < px(860)
        side = px(170 if low else 224)
        ring = QRectF(dialog.center().x() - side / 2, dialog.top() + px(24 if low else 70), side, side)
        inside = ring.adjusted(px(8), px(8), -px(8), -px(8))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.line, px(16)))
        painter.drawEllipse(inside)
        pen = QPen(theme.primary, px(16))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawArc(inside, 90 * 16, -round(360 * 16 * self._left / self._whole))
        painter.setPen(QPen(theme.heading))
        painter.setFont(self._look.font(64 if low else 88, 800))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, str(self._left))
        centred = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        words = QRectF(dialog.left() + px(40), ring.bottom() + px(14 if low else 30), dialog.width() - px(80), px(70))
        painter.setFont(self._look.font(42 if low else 48, 800))
        painter.drawText(words, centred, self.question)
        painter.setPen(QPen(theme.text))
        painter.setFont(self._look.font(27 if low else 28))
        top = words.top() + px(60 if low else 76)
        painter.drawText(QRectF(words.left(), top, words.width(), self.keep.y() - top), centred, self.sentence)
        painter.setPen(QPen(theme.text_soft))
        painter.setFont(self._look.font(22))
        foot = QRectF(
            dialog.left(),
            self.finish.geometry().bottom(),
            dialog.width(),
            dialog.bottom() - self.finish.geometry().bottom(),
        )
        if not low:
            painter.drawText(
                foot, int(Qt.AlignmentFlag.AlignCenter), self.tr("Touching anywhere also keeps your page.")
            )
