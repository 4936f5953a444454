"""“I have a number”: digits from a card or a printed sheet, and the page that they open."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import UNRINGED, WRAPPED, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.notice_box import NoticeBox
from pmlapp.reading.touch.number_pad import DigitBoxes, NumberPad
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_look import TouchLook


class NumberFound(NamedTuple):
    """What a number leads to: ``page`` with its title and topic; ``said`` is what to tell of a printed sheet."""

    page: str
    title: str
    topic: str
    said: str = ""


class FoundPage(QWidget):
    """The card that shows where a number leads before it goes there."""

    def __init__(self, look: TouchLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._found = NumberFound("", "", "")
        self.open = TouchButton(self.tr("Open this page"), look, kind=Kind.MAIN, height=112, size=29, parent=self)
        self.clear = TouchButton(self.tr("No, clear it"), look, height=112, size=26, parent=self)
        self.clear.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        px = look.px
        row = QHBoxLayout()
        row.setSpacing(px(14))
        row.addWidget(self.open, 1)
        row.addWidget(self.clear)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(36), px(28), px(36), px(28))
        self._column.addStretch(1)
        self._column.addLayout(row)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_found(self, found: NumberFound) -> None:
        """Show where the number leads."""
        self._found = found
        self.setAccessibleName(self.tr("This number opens") + f" {found.title}. {found.topic}. {found.said}")
        self.setFixedHeight(self._words_height() + self._look.px(112 + 3 * 28))
        self.update()

    def _lines(self) -> list[tuple[str, int, int, str]]:
        """Words, size, weight and colour role of each line."""
        found = self._found
        lines = [(self.tr("This number opens"), 22, 400, "text_soft"), (found.title, 38, 800, "heading")]
        lines += [(found.topic, 22, 400, "text_soft")] if found.topic else []
        return lines + ([(found.said, 23, 600, "text")] if found.said else [])

    def _words_height(self) -> int:
        width = max(200, self.width() - self._look.px(72))
        return sum(
            wrapped_height(self._look.font(size, weight), said, width) for said, size, weight, _ in self._lines()
        )

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The card and its words."""
        px, theme = self._look.px, self._look.theme
        draw_rounded(painter, QRectF(self.rect()), px(16), theme.surface, theme.primary, 3)
        top, width = px(26), self.width() - px(72)
        for said, size, weight, role in self._lines():
            chosen = self._look.font(size, weight)
            height = wrapped_height(chosen, said, width)
            painter.setFont(chosen)
            painter.setPen(QPen(theme.colour(role)))
            painter.drawText(QRectF(px(36), top, width, height), WRAPPED, said)
            top += height


class NumberPage(QWidget):
    """Collects digits; somebody else looks them up when they may be whole, and answers.

    ``lengths`` are how many digits a card and a sheet have in this library.

    Signals:
        looked_up: the digits, when there are as many as a card or a sheet has.
        page_asked: id of the page to open.
    """

    looked_up = Signal(str)
    page_asked = Signal(str)

    def __init__(
        self, look: TouchLook, *, lengths: tuple[int, int], wide: bool = False, parent: QWidget | None = None
    ) -> None:
        """``wide`` puts the keys beside the words, on a screen that is wider than high."""
        super().__init__(parent)
        self.setObjectName("number_page")
        self.setProperty(UNRINGED, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._digits = ""
        self._lengths = lengths
        self._page = ""
        px = look.px
        title = QLabel(self.tr("Type your number"), self)
        title.setFont(look.font(46, 800))
        counted = self.tr("A card has {card} digits. The foot of a printed sheet has {sheet}.")
        lead = QLabel(counted.format(card=lengths[0], sheet=lengths[1]), self)
        lead.setFont(look.font(24))
        lead.setWordWrap(True)
        self.boxes = DigitBoxes(look, parent=self)
        self.notice = NoticeBox(look, self)
        self.found = FoundPage(look, self)
        self.found.open.clicked.connect(self._open)
        self.found.clear.clicked.connect(self.clear)
        self.found.hide()
        self.pad = NumberPad(look, self)
        self.pad.typed.connect(self._type)
        self.pad.rubbed_out.connect(self._rub_out)
        self.pad.cleared.connect(self.clear)
        column = QVBoxLayout()
        column.setSpacing(px(18))
        for part in (title, lead, self.boxes, self.notice, self.found):
            column.addWidget(part)
        column.addStretch(1)
        outer = QHBoxLayout(self) if wide else QVBoxLayout(self)
        outer.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        outer.setContentsMargins(px(64), px(48 if not wide else 24), px(64), px(28))
        outer.setSpacing(px(24))
        outer.addLayout(column, 1)
        outer.addWidget(self.pad, 0, Qt.AlignmentFlag.AlignCenter)
        self._show()

    @property
    def digits(self) -> str:
        """What has been typed."""
        return self._digits

    def show_found(self, found: NumberFound) -> None:
        """The number leads somewhere."""
        self._page = found.page
        self.notice.say("")
        self.found.show_found(found)
        self.found.show()
        self.found.open.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.found.accessibleName())

    def say_wrong(self, bold: str, more: str) -> None:
        """The number is not right, or leads nowhere any more; the digits stay."""
        self._page = ""
        self.found.hide()
        self.notice.say(bold, more)

    @Slot()
    def clear(self) -> None:
        """Begin again."""
        self._digits = ""
        self._changed()

    @Slot(str)
    def _type(self, digit: str) -> None:
        if len(self._digits) < max(self._lengths):
            self._digits += digit
            self._changed()
            announce(self, digit)

    @Slot()
    def _rub_out(self) -> None:
        self._digits = self._digits[:-1]
        self._changed()

    @Slot()
    def _open(self) -> None:
        if self._page:
            self.page_asked.emit(self._page)

    def _changed(self) -> None:
        self._page = ""
        self.found.hide()
        self.notice.say("")
        self._show()
        if len(self._digits) in self._lengths:
            self.looked_up.emit(self._digits)

    def _show(self) -> None:
        card, sheet = self._lengths
        self.boxes.show_digits(self._digits, card if len(self._digits) <= card else sheet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The digits of a keyboard work too; Enter opens."""
        if event.text().isdecimal():
            self._type(str(int(event.text())))
        elif event.key() == Qt.Key.Key_Backspace:
            self._rub_out()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        else:
            super().keyPressEvent(event)
