"""Take it home: a code that a telephone keeps as text, over the window, with the very words that it holds."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget

from pmlapp.library.take_home import Code, TakeHome, codes
from pmlapp.reading.keeping.action_button import ActionButton
from pmlapp.reading.keeping.code_picture import CodePicture
from pmlapp.reading.keeping.sheet import Sheet
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import Look

_SIZE = (1100, 680)
_BETWEEN = 36
_WORDS_WIDE = 190
"""Px at 100 %: in less the words are under the code."""
_WHOLE_WINDOW = (20_000, 20_000)


class CodeSheet(Sheet):
    """Covers the window until it is closed; Tab stays inside.

    Signals:
        print_asked: the codes are to be printed.
    """

    print_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, self.tr("Take it home"), _SIZE, parent)
        self.setObjectName("code_sheet")
        self._taken: TakeHome | None = None
        self._codes: tuple[Code, ...] = ()
        self._number = 0
        self._large = False
        self._room = 0
        self.picture = CodePicture(self.tr("A code for a telephone. Its words are beside it."), self.content)
        self.caption = QLabel(self.content)
        self.next_code = ActionButton("chevron-right", self.tr("Next code"), look, role="primary", parent=self.content)
        self.next_code.clicked.connect(self._go_on)
        steps = (
            self.tr("1. Open the camera of your telephone."),
            self.tr("2. Point it at the code."),
            self.tr("3. Keep the text that appears."),
        )
        self.steps = QLabel("\n".join(steps), self.content)
        self.words = QLabel(self.content)
        self.words.setObjectName("code_words")
        self.note = QLabel(self.content)
        for label in (self.caption, self.steps, self.words, self.note):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.print_button = ActionButton(
            "print", self.tr("Print the code"), look, role="primary", filled=True, parent=self.content
        )
        self.print_button.hide()
        self.print_button.clicked.connect(self.print_asked)
        self.larger = ActionButton("plus", self.tr("Larger code"), look, role="primary", parent=self.content)
        self.larger.clicked.connect(self._enlarge)
        self.buttons = (self.next_code, self.print_button, self.larger)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self.content)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.set_look(look)

    def _lay_out(self) -> None:
        self._row.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeading)
        self._row.addWidget(self.larger, 0, Qt.AlignmentFlag.AlignLeading)
        self._row.addStretch(1)
        said = QVBoxLayout()
        said.addWidget(self.steps)
        said.addWidget(self.caption)
        said.addWidget(self.next_code, 0, Qt.AlignmentFlag.AlignLeading)
        said.addWidget(self.words, 1)
        said.addWidget(self.note)
        said.addLayout(self._row)
        self._said = said
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(_BETWEEN)
        self._columns.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        self._columns.addLayout(said, 1)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes; the code does not grow with them."""
        super().set_look(look)
        bar, theme = look.scale.bar, look.theme
        self.steps.setFont(look.font(weight=600))
        self.words.setFont(look.font())
        for label in (self.caption, self.note):
            label.setFont(look.font(small=True))
            label.setStyleSheet(f"color: {theme.text_soft.name()}")
        for button in self.buttons:
            button.set_look(look)
        self.words.setStyleSheet(
            f"QLabel#code_words {{ background: {theme.ground.name()}; border: 1px solid {theme.line.name()};"
            f" border-radius: 12px; padding: {bar(14)}px; }}"
        )
        self._said.setSpacing(bar(12))
        if not self.isHidden():
            self.place()

    def show_text(self, taken: TakeHome, *, can_print: bool) -> None:
        """Show the code of a text, with the keyboard on the title."""
        self.print_button.setVisible(can_print)
        self._taken = taken
        self._large = False
        self._number = 0
        self.open_sheet()
        if len(self._codes) != 1:
            # One code in the whole window is better than two.
            self._large = True
            self.place()
            if len(self._codes) != 1:
                self._large = False
                self.place()
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
    def _enlarge(self) -> None:
        self._large = not self._large
        self.place()

    @Slot()
    def _go_on(self) -> None:
        self._number = (self._number + 1) % len(self._codes)
        self._show_code()
        announce(self, self.caption.text())

    # Placing

    def place(self) -> None:
        """Place everything, and make the codes that fit."""
        self.size_at_most = _WHOLE_WINDOW if self._large else _SIZE
        super().place()
        if self._taken is None:
            return
        bar = self._look.scale.bar
        room = self.area.size()
        # As high as the sheet, if the words still have room beside it; else they are below.
        beside = room.width() - room.height() - _BETWEEN >= bar(_WORDS_WIDE)
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        scroll_bar = self.area.verticalScrollBar().sizeHint().width()
        # Side by side they would be wider than the words, and push the code out of sight.
        taken = room.height() + _BETWEEN if beside else 0
        buttons = self.print_button.sizeHint().width() + self.larger.sizeHint().width() + _BETWEEN
        fits = room.width() - scroll_bar - taken >= buttons
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self._make_codes(max(0, min(room.width() - scroll_bar, room.height())))
        self.larger.setText(self.tr("Smaller code") if self._large else self.tr("Larger code"))
        self.larger.setAccessibleName(self.larger.text())
        self.larger.updateGeometry()

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
            self.picture.show_code(code, self._room)
            self.words.setText(code.text)
            if several:
                said = self.tr("In two codes: {number} of 2. Keep both.").format(number=self._number + 1)
            else:
                said = self.tr("The code holds the words beside it. It needs no internet, and nothing is sent.")
            self.caption.setText(said)
        left_out = self._taken.left_out
        self.note.setVisible(left_out > 0)
        self.note.setText(
            self.tr("There was no room for the last {count}. The printed page has them all.", "", left_out).format(
                count=left_out
            )
        )
