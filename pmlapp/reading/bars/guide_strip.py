"""What the strip at the foot holds while the line guide is on."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QLabel, QWidget

from pmlapp.reading.bars.strip import StripContent
from pmlapp.reading.bars.strip_button import StripButton
from pmlapp.reading.look.buttons import WordButton
from pmlapp.reading.look.look import Look, draw_icon
from pmlapp.reading.look.painting import margins, painted

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_HEIGHT = 64
_ROW = 48


class GuideStrip(StripContent):
    """Up, Down, how many lines, and Done.

    Signals:
        move_asked: so many lines on.
        lines_chosen: how many lines are to be lit.
    """

    move_asked = Signal(int)
    lines_chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self.setObjectName("guide_strip")
        self.setAccessibleName(self.tr("Line guide"))
        self._title = QLabel(self.tr("Line guide"), self)
        self._steps = tuple(self._step(*each) for each in self._directions())
        self._how_many = QWidget(self)
        self._lines = QLabel(self.tr("Lines"), self._how_many)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self.lines_chosen)
        self.counts = tuple(self._count(number) for number in (1, 2, 3))
        self._hint = QLabel(self.tr("Arrow keys, wheel or a finger move it."), self)
        self.done = WordButton(self.tr("Done"), look, quiet=True, parent=self)
        self.done.setObjectName("guide_done")
        self.done.clicked.connect(self.closed)
        self._row = QHBoxLayout(self._how_many)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self._lines, *self.counts):
            self._row.addWidget(part)
        self._grid = QGridLayout(self)
        self._grid.addWidget(self._title, 0, 0)
        self._grid.addWidget(self._steps[0], 0, 1)
        self._grid.addWidget(self._steps[1], 0, 2)
        self._grid.addWidget(self._hint, 0, 4)
        self._grid.addWidget(self.done, 0, 5)
        self._grid.setColumnStretch(4, 1)
        self._rows = 0
        self.set_look(look)

    def _directions(self) -> tuple[tuple[str, str, str, int], ...]:
        return (
            ("guide_up", "chevron-up", self.tr("Up"), -1),
            ("guide_down", "chevron-down", self.tr("Down"), 1),
        )

    def _step(self, name: str, icon: str, word: str, step: int) -> StripButton:
        button = StripButton(word, self._look, icon=icon, parent=self)
        button.setObjectName(name)
        button.setAutoRepeat(True)
        button.setProperty("step", step)
        button.clicked.connect(self._move)
        return button

    def _count(self, number: int) -> StripButton:
        button = StripButton(str(number), self._look, name=self._named(number), parent=self._how_many)
        button.setObjectName(f"guide_lines_{number}")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        self._group.addButton(button, number)
        return button

    def _named(self, number: int) -> str:
        return self.tr("1 line") if number == 1 else self.tr("{count} lines", "", number).format(count=number)

    @Slot()
    def _move(self) -> None:
        self.move_asked.emit(self.sender().property("step"))

    def set_count(self, count: int) -> None:
        """Mark how many lines are lit."""
        for number, button in enumerate(self.counts, 1):
            button.setChecked(number == count)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        super().set_look(look)
        self._title.setFont(look.font(weight=600))
        for label in (self._lines, self._hint):
            label.setFont(look.font())
            label.setStyleSheet(f"color: {look.theme.text_soft.name()}")
        for button in (*self._steps, *self.counts):
            button.set_look(look)
        self.done.set_look(look)
        self._rows = 0
        self._arrange(self.width())
        self.update()

    def height_for(self, width: int) -> int:
        """One row, or two where the window is narrow."""
        self._arrange(width)
        bar = self._look.scale.bar
        return bar(_HEIGHT) if self._rows == 1 else bar(_HEIGHT) + bar(_ROW) + bar(8)

    def _arrange(self, width: int) -> None:
        bar = self._look.scale.bar
        gap = bar(10)
        self._row.setSpacing(gap)
        parts = (self._title, *self._steps, self._lines, *self.counts, self.done)
        needed = bar(62 + 16) + sum(part.sizeHint().width() + gap for part in parts)
        self._hint.setVisible(needed + self._hint.sizeHint().width() + 2 * gap <= width)
        rows = 1 if needed <= width else 2
        if rows == self._rows:
            return
        self._rows = rows
        self._grid.removeWidget(self._how_many)
        if rows == 1:
            self._grid.addWidget(self._how_many, 0, 3)
        else:
            self._grid.addWidget(self._how_many, 1, 0, 1, 6, Qt.AlignmentFlag.AlignLeading)
        self._grid.setContentsMargins(margins(self, bar(58), bar(8), bar(16), bar(8)))
        self._grid.setHorizontalSpacing(gap)
        self._grid.setVerticalSpacing(bar(8))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move the guide here too, unless they choose how many lines."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.move_asked.emit(step)
        else:
            super().keyPressEvent(event)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The icon before the title."""
        bar = self._look.scale.bar
        icon = self._look.pixmap("line-guide", 24, self._look.theme.primary, self)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        left = bar(22) if rightward else self.width() - bar(22 + 24)
        title = self._title.geometry()
        draw_icon(painter, icon, QRectF(left, title.top(), bar(24), title.height()))
