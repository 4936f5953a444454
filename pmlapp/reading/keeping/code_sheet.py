"""Take it home: a code that a telephone keeps as text, over the window, with the very words that it holds."""

from PySide6.QtCore import QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pmlapp.library.take_home import Code, TakeHome, codes
from pmlapp.reading.keeping.action_button import ActionButton
from pmlapp.reading.keeping.code_picture import CodePicture
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import UNRINGED, Look, draw_ground, draw_rounded
from pmlapp.reading.look.painting import painted

_SIZE = (1100, 680)
_RADIUS = 20
_SIDE = 36
_WIDE_FROM = 1000
"""Px of the sheet: below it the code comes first and the words under it."""
_SAID_WIDE = 160
"""Px at 100 %: what is said of a code needs as much beside it."""
_COVER = 210
"""Of 255: how much of the window behind is covered."""


class CodeSheet(QWidget):
    """Covers the window until it is closed; Tab stays inside.

    Signals:
        print_asked: the codes are to be printed.
        closed: focus belongs to what opened it.
    """

    print_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("code_sheet")
        self.setAccessibleName(self.tr("Take it home"))
        self._look = look
        self._taken: TakeHome | None = None
        self._codes: tuple[Code, ...] = ()
        self._number = 0
        self._large = False
        self._sheet = QRect()
        self._room = 0
        self._beside = True
        self.title = QLabel(self.tr("Take it home"), self)
        self.title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title.setProperty(UNRINGED, True)
        self.close_button = ActionButton("close", self.tr("Close"), look, role="primary", parent=self)
        self.close_button.clicked.connect(self.dismiss)
        self._content = QWidget(self)
        self.picture = CodePicture(self.tr("A code for a telephone. Its words are beside it."), self._content)
        self.caption = QLabel(self._content)
        self.next_code = ActionButton("chevron-right", self.tr("Next code"), look, role="primary", parent=self._content)
        self.next_code.clicked.connect(self._go_on)
        steps = (
            self.tr("1. Open the camera of your telephone."),
            self.tr("2. Point it at the code."),
            self.tr("3. Keep the text that appears."),
        )
        self.steps = QLabel("\n".join(steps), self._content)
        self.words = QLabel(self._content)
        self.words.setObjectName("code_words")
        self.note = QLabel(self._content)
        for label in (self.caption, self.steps, self.words, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.print_button = ActionButton(
            "print", self.tr("Print the code"), look, role="primary", filled=True, parent=self._content
        )
        self.print_button.hide()
        self.print_button.clicked.connect(self.print_asked)
        self.larger = ActionButton("plus", self.tr("Larger code"), look, role="primary", parent=self._content)
        self.larger.clicked.connect(self._enlarge)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("code_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._left = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._right = QVBoxLayout()
        self._grid = QGridLayout(self._content)
        self._lay_out()
        self.set_look(look)
        self.hide()

    def _lay_out(self) -> None:
        self._left.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        said = QVBoxLayout()
        said.addWidget(self.caption)
        said.addWidget(self.next_code, 0, Qt.AlignmentFlag.AlignLeading)
        said.addStretch(1)
        self._left.addLayout(said, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.larger)
        buttons.addStretch(1)
        self._right.addWidget(self.steps)
        self._right.addWidget(self.words, 1)
        self._right.addWidget(self.note)
        self._right.addLayout(buttons)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes; the code does not grow with them."""
        self._look = look
        bar, theme = look.scale.bar, look.theme
        title = look.font(weight=800)
        title.setPixelSize(bar(30))
        self.title.setFont(title)
        self.title.setStyleSheet(f"color: {theme.heading.name()}")
        self.steps.setFont(look.font(weight=600))
        self.words.setFont(look.font())
        for label in (self.caption, self.note):
            label.setFont(look.font(small=True))
            label.setStyleSheet(f"color: {theme.text_soft.name()}")
        for button in (self.close_button, self.next_code, self.print_button, self.larger):
            button.set_look(look)
        self.words.setStyleSheet(
            f"QLabel#code_words {{ background: {theme.ground.name()}; border: 1px solid {theme.line.name()};"
            f" border-radius: 12px; padding: {bar(14)}px; }}"
        )
        for column in (self._left, self._right):
            column.setSpacing(bar(12))
        self._content.setStyleSheet(f"background: {theme.surface.name()};")
        self._scroll.setStyleSheet(f"QScrollArea {{ background: {theme.surface.name()}; }}")
        if not self.isHidden():
            self._place()

    def show_text(self, taken: TakeHome, *, can_print: bool) -> None:
        """Show the code of a text, with the keyboard on the title."""
        self.print_button.setVisible(can_print)
        self._taken = taken
        self._large = False
        self._number = 0
        parent = self.parentWidget()
        if parent is not None:
            self.setGeometry(parent.rect())
        self._place()
        if len(self._codes) != 1:
            # One code that fills the sheet is better than two beside their words.
            self._large = True
            self._place()
            if len(self._codes) != 1:
                self._large = False
                self._place()
        self.show()
        self.raise_()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{self.title.text()}. {self.caption.text()}")

    @property
    def shown(self) -> tuple[Code, ...]:
        """The codes that hold the text, one or two; none if it is too much."""
        return self._codes

    @property
    def taken(self) -> TakeHome | None:
        """The text whose code is shown."""
        return self._taken

    @Slot()
    def dismiss(self) -> None:
        """Close it; nothing if it is closed."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @Slot()
    def _enlarge(self) -> None:
        self._large = not self._large
        self._place()

    @Slot()
    def _go_on(self) -> None:
        self._number = (self._number + 1) % len(self._codes)
        self._show_code()
        announce(self, self.caption.text())

    # Placing

    def _place(self) -> None:
        if self._taken is None:
            return
        bar = self._look.scale.bar
        width, height = min(self.width(), bar(_SIZE[0])), min(self.height(), bar(_SIZE[1]))
        if self.width() < _WIDE_FROM or self.height() < _SIZE[1]:
            width, height = self.width(), self.height()
        self._sheet = QRect((self.width() - width) // 2, (self.height() - height) // 2, width, height)
        side = _SIDE if width >= _WIDE_FROM else 16
        close = self.close_button.sizeHint()
        inside = self._sheet.adjusted(side, 20, -side, -20)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        left = inside.right() + 1 - close.width() if rightward else inside.left()
        self.close_button.setGeometry(left, inside.top(), close.width(), close.height())
        start = inside.left() if rightward else inside.left() + close.width()
        self.title.setGeometry(start, inside.top(), inside.width() - close.width(), close.height())
        self._scroll.setGeometry(inside.adjusted(0, close.height() + 10, 0, 0))
        beside = self._beside = width >= _WIDE_FROM and not self._large
        columns: tuple[QBoxLayout, QBoxLayout] = (self._left, self._right)
        for number, column in enumerate(columns):
            self._grid.removeItem(column)
            self._grid.addLayout(column, 0 if beside else number, number if beside else 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if beside else 0)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_SIDE)
        room = self._scroll.size()
        widest = room.width() // 2 - _SIDE // 2 if beside else room.width() - 20
        # What is said of the code stays in sight with it: where the sheet is low, at its side.
        at_side = not beside and widest - room.height() >= bar(_SAID_WIDE)
        tallest = room.height() - (0 if at_side or self._large else bar(64))
        self._left.setDirection(QBoxLayout.Direction.LeftToRight if at_side else QBoxLayout.Direction.TopToBottom)
        self._make_codes(max(0, min(widest, tallest)))
        self.larger.setText(self.tr("Smaller code") if self._large else self.tr("Larger code"))
        self.larger.setAccessibleName(self.larger.text())
        self.larger.updateGeometry()
        self.update()

    def _make_codes(self, room: int) -> None:
        assert self._taken is not None
        self._codes = codes(self._taken, room_px=room, numbered=self.tr("{title} ({number} of 2)"))
        self._room = room
        self._number = min(self._number, max(0, len(self._codes) - 1))
        self._show_code()

    def _show_code(self) -> None:
        assert self._taken is not None
        has_code = bool(self._codes)
        several = len(self._codes) > 1
        self.picture.setVisible(has_code)
        self.steps.setVisible(has_code)
        self.larger.setVisible(has_code)
        self.print_button.setEnabled(has_code)
        self.next_code.setVisible(several)
        if not has_code:
            self.caption.setText(self.tr("Too much for a code. Leave something out, or print."))
            self.words.setText(self._taken.text)
        else:
            code = self._codes[self._number]
            # The way to the second code stays in sight, if the code is not too small for that.
            taken = self.next_code.sizeHint().height() + self._look.scale.bar(12) if several and self._beside else 0
            self.picture.show_code(code, max(code.least_px, self._room - taken))
            self.words.setText(code.text)
            if several:
                said = self.tr("In two codes: {number} of 2. Keep both.").format(number=self._number + 1)
            else:
                said = self.tr("The code holds the words beside it. It needs no internet, and nothing is sent.")
            self.caption.setText(said)
        left_out = self._taken.left_out
        self.note.setVisible(left_out > 0)
        self.note.setText(
            self.tr("There was no room for the last {count}. The printed page has them all.").format(count=left_out)
        )

    # Qt

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The cover, and the sheet on it."""
        theme = self._look.theme
        cover = QColor(theme.scrim)
        cover.setAlpha(_COVER)
        draw_ground(painter, self.rect(), cover)
        edge = 2.0 if theme.high_contrast else 0.0
        radius = 0 if self._sheet.size() == self.size() else _RADIUS
        draw_rounded(painter, QRectF(self._sheet), radius, theme.surface, theme.primary, edge)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place everything again: another code may fit."""
        super().resizeEvent(event)
        if not self.isHidden():
            self._place()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A touch beside the sheet closes it; nothing reaches the page behind."""
        if not self._sheet.contains(event.position().toPoint()):
            self.dismiss()
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays inside."""
        stops = [
            stop
            for stop in (self.title, self.close_button, self.next_code, self.print_button, self.larger)
            if stop.isVisible() and stop.isEnabled()
        ]
        if self.isHidden() or not stops:
            # While it is being closed, Qt looks for another place for the keyboard.
            return super().focusNextPrevChild(forward)
        here = next((number for number, stop in enumerate(stops) if stop.hasFocus()), -1)
        stop = stops[(here + (1 if forward else -1)) % len(stops)]
        stop.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        if self._content.isAncestorOf(stop):
            self._scroll.ensureWidgetVisible(stop)
        return True
