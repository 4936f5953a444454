"""The keypad on which staff type their PIN: dots for digits, no digit said."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import UNRINGED
from pmlapp.reading.touch.notice_box import NoticeBox
from pmlapp.reading.touch.number_pad import DigitBoxes, NumberPad
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_look import TouchLook

LEAST_DIGITS: Final = 6
MOST_DIGITS: Final = 8
_LEAVES_AFTER_MS: Final = 30_000


class PinPage(QWidget):
    """Collects digits and hands them over once; nothing of them is kept here afterwards.

    Signals:
        entered: the digits.
        left: back to the first screen.
    """

    entered = Signal(str)
    left = Signal()

    def __init__(
        self, look: TouchLook, title: str, lead: str, *, wide: bool = False, parent: QWidget | None = None
    ) -> None:
        """``wide`` puts the keys beside the words, on a screen that is wider than high."""
        super().__init__(parent)
        self.setObjectName("pin_page")
        self.setProperty(UNRINGED, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._look = look
        self._digits = ""
        self._may_type = True
        px = look.px
        lock = QLabel(self)
        lock.setPixmap(look.icon("lock", 64, "primary", self))
        self._title = QLabel(title, self)
        self._title.setFont(look.font(46, 800))
        self._lead = QLabel(lead, self)
        self._lead.setFont(look.font(25))
        self._lead.setWordWrap(True)
        self.boxes = DigitBoxes(look, hidden=True, parent=self)
        hint = QLabel(self.tr("At least 6 digits. They are not shown."), self)
        hint.setFont(look.font(21))
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.notice = NoticeBox(look, self)
        self.pad = NumberPad(look, self)
        self.pad.typed.connect(self._type)
        self.pad.rubbed_out.connect(self._rub_out)
        self.pad.cleared.connect(self.clear)
        self.back = TouchButton(self.tr("Not staff: go back"), look, icon="close", height=112, parent=self)
        self.back.clicked.connect(self.left)
        self.go_on = TouchButton(self.tr("Go on"), look, kind=Kind.MAIN, height=112, parent=self)
        self.go_on.clicked.connect(self._enter)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(16))
        buttons.addWidget(self.back, 1)
        buttons.addWidget(self.go_on, 1)
        column = QVBoxLayout()
        column.setSpacing(px(16))
        for part in (lock, self._title, self._lead, self.boxes, hint, self.notice):
            column.addWidget(part)
        column.addStretch(1)
        outer = QHBoxLayout(self) if wide else QVBoxLayout(self)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(px(64), px(48), px(64), px(28))
        outer.setSpacing(px(24))
        outer.addLayout(column, 1)
        outer.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignCenter)
        (column if wide else outer).addLayout(buttons)
        self._quiet = QTimer(self, singleShot=True, interval=_LEAVES_AFTER_MS)
        self._quiet.timeout.connect(self.left)
        self._quiet.start()
        self.clear()

    def ask(self, title: str, lead: str) -> None:
        """Ask for something else: the PIN again, or a new one."""
        self._title.setText(title)
        self._lead.setText(lead)
        self.clear()
        announce(self, f"{title} {lead}")

    def say(self, bold: str, more: str = "", *, may_type: bool = True, is_fact: bool = False) -> None:
        """Say what was wrong, or how long to wait; meanwhile the keys may be off."""
        self._may_type = may_type
        self.pad.set_enabled(may_type)
        self.notice.say(bold, more, is_fact=is_fact)
        self._show()

    @Slot()
    def clear(self) -> None:
        """No digits."""
        self._digits = ""
        self._show()

    @Slot(str)
    def _type(self, digit: str) -> None:
        if self._may_type and len(self._digits) < MOST_DIGITS:
            self._digits += digit
            self._show()

    @Slot()
    def _rub_out(self) -> None:
        self._digits = self._digits[:-1]
        self._show()

    @Slot()
    def _enter(self) -> None:
        if self._may_type and len(self._digits) >= LEAST_DIGITS:
            digits, self._digits = self._digits, ""
            self._show()
            self.entered.emit(digits)

    def _show(self) -> None:
        self._quiet.start()
        self.boxes.show_digits("•" * len(self._digits), MOST_DIGITS)
        self.go_on.setEnabled(self._may_type and len(self._digits) >= LEAST_DIGITS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A keyboard works too."""
        if event.text().isdecimal():
            self._type(str(int(event.text())))
        elif event.key() == Qt.Key.Key_Backspace:
            self._rub_out()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
