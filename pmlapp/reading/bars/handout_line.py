"""The strip while a handout is made: how much is chosen, and what to do with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from pmlapp.reading.bars.strip import StripContent
from pmlapp.reading.bars.strip_button import StripButton
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import Look, wrapped_height

_TWO_ROWS_BELOW = 760
"""Width, in px of the bars at 100 %, under which the buttons have a row of their own."""

_HEIGHT = 64


class HandoutLine(StripContent):
    """Says what is chosen; Done and Esc end the choosing, and keep it.

    Signals:
        list_asked: show what is chosen.
        print_asked: print it.
    """

    list_asked = Signal()
    print_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setObjectName("handout_line")
        self._words = QLabel(self)
        self._words.setObjectName("handout_words")
        self._words.setWordWrap(True)
        self.show_list = self._button("handout_list", self.tr("What is chosen"), "handout")
        self.print_it = self._button("handout_print", self.tr("Print"), "print")
        self.done = self._button("handout_done", self.tr("Done"), "check")
        self.show_list.clicked.connect(self.list_asked)
        self.print_it.clicked.connect(self.print_asked)
        self.done.clicked.connect(self.closed)
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(0, 1)
        self._rows = 0
        self.set_look(look)

    @property
    def said(self) -> str:
        """How much is chosen, in words."""
        return self._words.text()

    def say(self, parts: int, pages: int) -> None:
        """Say how many parts of how many pages are chosen."""
        if not parts:
            said = self.tr("Handout: tick the parts that you want, on any page.")
        else:
            one, many = self.tr("1 part"), self.tr("{count} parts", "", parts)
            of_parts = one if parts == 1 else many.format(count=parts)
            of_pages = self.tr("1 page") if pages == 1 else self.tr("{count} pages", "", pages).format(count=pages)
            said = self.tr("Handout: {parts} from {pages}.").format(parts=of_parts, pages=of_pages)
        self._words.setText(said)
        self.setAccessibleName(said)
        self.show_list.setEnabled(parts > 0)
        self.print_it.setEnabled(parts > 0)
        announce(self, said)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        super().set_look(look)
        self._words.setFont(look.font(weight=600))
        self._words.setStyleSheet(f"color: {look.theme.text.name()}")
        for button in self._buttons():
            button.set_look(look)
        self._rows = 0
        self._arrange(self.width())

    def height_for(self, width: int) -> int:
        """As high as its words, beside its buttons or above them."""
        self._arrange(width)
        bar = self._look.scale.bar
        margins = self._grid.contentsMargins()
        room = width - margins.left() - margins.right()
        if self._rows == 1:
            room -= sum(button.sizeHint().width() + self._grid.horizontalSpacing() for button in self._buttons())
        said = wrapped_height(self._words.font(), self.said, room)
        high = max(said, bar(48)) if self._rows == 1 else said + self._grid.verticalSpacing() + bar(48)
        return max(bar(_HEIGHT), high + margins.top() + margins.bottom())

    def _arrange(self, width: int) -> None:
        bar = self._look.scale.bar
        rows = 2 if width < bar(_TWO_ROWS_BELOW) else 1
        if rows == self._rows:
            return
        self._rows = rows
        worded = width >= bar(480)
        for part in (self._words, *self._buttons()):
            self._grid.removeWidget(part)
        self._grid.addWidget(self._words, 0, 0, 1, 1 if rows == 1 else 4)
        for column, button in enumerate(self._buttons(), 1):
            button.set_worded(worded)
            self._grid.addWidget(button, rows - 1, column)
        self._grid.setContentsMargins(bar(20), bar(8), bar(16), bar(8))
        self._grid.setHorizontalSpacing(bar(10))
        self._grid.setVerticalSpacing(bar(8))

    def _buttons(self) -> tuple[StripButton, ...]:
        return self.show_list, self.print_it, self.done

    def _button(self, name: str, words: str, icon: str) -> StripButton:
        button = StripButton(words, self._look, icon=icon, parent=self)
        button.setObjectName(name)
        return button
