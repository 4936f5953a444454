"""My questions: the list to bring to the next visit, at the side of the page."""

from typing import TypeVar

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pmlapp.library.visit_questions import VisitQuestions
from pmlapp.reading.keeping.action_button import ActionButton
from pmlapp.reading.keeping.question_rows import AddRow, LineRow, TickRow
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import UNRINGED, Look, draw_ground
from pmlapp.reading.look.painting import painted

_EDGE = 3
_SIDE = 24
_LIST_LEAST = 150
"""So much of the list, in px at 100 %, is to be in sight above the foot."""
_SCROLL_BAR = 16
"""The scroll bar may take so much from the width, in px at 100 %."""
_INSET = 10
"""From the ground of a row under the pointer to its words, in px at 100 %."""
Row = TypeVar("Row", TickRow, LineRow)


class QuestionsPanel(QWidget):
    """Shows the list, and reports what is to become of it.

    Signals:
        toggled: a question that the page suggests.
        own_added, own_removed, noticed_added, noticed_removed: a line.
        print_asked, code_asked, clear_asked, undo_asked: the button of that name.
        closed: the panel was closed; focus belongs to what opened it.
    """

    toggled = Signal(str)
    own_added = Signal(str)
    own_removed = Signal(str)
    noticed_added = Signal(str)
    noticed_removed = Signal(str)
    print_asked = Signal()
    code_asked = Signal()
    clear_asked = Signal()
    undo_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("questions_panel")
        self.setAccessibleName(self.tr("My questions"))
        self._look = look
        self._where_kept = ""
        self._questions = VisitQuestions()
        self._suggested: tuple[str, ...] = ()
        self._ticks: list[TickRow] = []
        self._lines: dict[str, list[LineRow]] = {"elsewhere": [], "own": [], "noticed": []}
        self.title = QLabel(self.tr("My questions"), self)
        self.title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title.setProperty(UNRINGED, True)
        self.close_button = ActionButton("close", self.tr("Close"), look, role="primary", quiet=True, parent=self)
        self.close_button.clicked.connect(self.dismiss)
        self.count = QLabel(self)
        self._content = QWidget()
        self._sections = QVBoxLayout(self._content)
        self._heads: list[tuple[QLabel, QLabel]] = []
        self._suggests, self._tick_rows = self._section(
            self.tr("This page suggests"), self.tr("Tick those you want to ask.")
        )
        self._others, self._other_rows = self._section(self.tr("From other pages"))
        _, self._own_rows = self._section(self.tr("My own questions"))
        self.own = AddRow(self.tr("Write your own question"), look, self._content)
        self.own.added.connect(self.own_added)
        self._sections.addWidget(self.own)
        _, self._noticed_rows = self._section(
            self.tr("What I have noticed"), self.tr("A list to bring. It is not a test.")
        )
        self.noticed = AddRow(self.tr("Since when, and what"), look, self._content)
        self.noticed.added.connect(self.noticed_added)
        self._sections.addWidget(self.noticed)
        self._sections.addStretch(1)
        self._scroll = QScrollArea(self)
        self._scroll.setObjectName("questions_scroll")
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self.foot = QuestionsFoot(look, self)
        self.foot.print_button.clicked.connect(self.print_asked)
        self.foot.code_button.clicked.connect(self.code_asked)
        self.foot.cleared.connect(self.clear_asked)
        self.foot.undone.connect(self.undo_asked)
        # A row that is added pushes the field down in which the next is typed.
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_in_sight)
        self._column = QVBoxLayout(self)
        self._top = QVBoxLayout()
        self._lay_out()
        self.set_look(look)
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._top.addLayout(head)
        self._top.addWidget(self.count)
        self._column.setSpacing(0)
        self._column.addLayout(self._top)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window what is at the foot scrolls with the rest: there would be no room for the list."""
        super().resizeEvent(event)
        self._place_foot()

    def _place_foot(self) -> None:
        sides = self._sections.contentsMargins()
        self.foot.fit(self.width() - self._look.scale.bar(_SCROLL_BAR) - sides.left() - sides.right())
        around = self._top.sizeHint().height() + self.foot.sizeHint().height()
        scrolls = around + self._look.scale.bar(_LIST_LEAST) > self.height()
        column, other = (self._sections, self._column) if scrolls else (self._column, self._sections)
        if column.indexOf(self.foot) < 0:
            other.removeWidget(self.foot)
            column.addWidget(self.foot)

    def _section(self, title: str, said: str = "") -> tuple[QWidget, QVBoxLayout]:
        """A heading with a quieter sentence, and the place for its rows."""
        head = QWidget(self._content)
        name, more = QLabel(title, head), QLabel(said, head)
        more.setWordWrap(True)
        line = QHBoxLayout(head)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(name)
        line.addWidget(more, 1)
        rows = QVBoxLayout()
        rows.setSpacing(0)
        self._sections.addWidget(head)
        self._sections.addLayout(rows)
        self._heads.append((name, more))
        return head, rows

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar, theme = look.scale.bar, look.theme
        title = look.font(weight=800)
        title.setPixelSize(bar(27))
        self.title.setFont(title)
        self.title.setStyleSheet(f"color: {theme.heading.name()}")
        self.close_button.set_look(look)
        self.count.setFont(look.font(small=True))
        self.count.setWordWrap(True)
        self.count.setStyleSheet(f"color: {theme.text_soft.name()}")
        for name, more in self._heads:
            name.setFont(look.font(weight=700))
            name.setStyleSheet(f"color: {theme.heading.name()}")
            name.setContentsMargins(bar(_INSET), 0, 0, 0)
            more.setFont(look.font(small=True))
            more.setStyleSheet(f"color: {theme.text_soft.name()}")
        lines = [line for kind in self._lines.values() for line in kind]
        rows: tuple[TickRow | LineRow | AddRow, ...] = (*self._ticks, *lines, self.own, self.noticed)
        for row in rows:
            row.set_look(look)
        self.foot.set_look(look)
        side = bar(_SIDE)
        self._column.setContentsMargins(_EDGE, 0, 0, 0)
        self._top.setContentsMargins(side, bar(16), bar(16), bar(4))
        self._sections.setContentsMargins(side - bar(_INSET), bar(4), side - bar(_INSET), bar(12))
        self._sections.setSpacing(bar(6))
        self._content.setStyleSheet(f"QWidget {{ background: {theme.surface.name()}; }}")
        self._scroll.setStyleSheet(f"QScrollArea {{ background: {theme.surface.name()}; }}")
        self.update()

    def show_questions(self, questions: VisitQuestions, suggested: tuple[str, ...], *, where_kept: str) -> None:
        """Show the list, what the page that is shown suggests to ask, and how long the list stays."""
        self._where_kept = where_kept
        grown = questions.total - self._questions.total
        if suggested != self._suggested or not self._ticks:
            self._suggested = suggested
            _empty(self._ticks)
            for question in suggested:
                row = TickRow(question, self._look, self._content)
                row.clicked.connect(self._toggle)
                self._tick_rows.addWidget(row)
                self._ticks.append(row)
        for row in self._ticks:
            row.setChecked(questions.has(row.text()))
        self._suggests.setVisible(bool(suggested))
        elsewhere = tuple(each.question for each in questions.elsewhere(suggested))
        self._others.setVisible(bool(elsewhere))
        self._show_lines("elsewhere", self._other_rows, elsewhere)
        self._show_lines("own", self._own_rows, questions.own)
        self._show_lines("noticed", self._noticed_rows, questions.noticed)
        self._questions = questions
        self.count.setText(self._counted())
        self.foot.set_count(questions.total)
        if grown > 0 and self.isVisible():
            announce(self, self.tr("Added. {count} in the list.", "", questions.total).format(count=questions.total))
        elif grown < 0 and self.isVisible():
            announce(self, self.tr("Removed. {count} in the list.", "", questions.total).format(count=questions.total))

    def _show_lines(self, kind: str, rows: QVBoxLayout, lines: tuple[str, ...]) -> None:
        kept = self._lines[kind]
        if tuple(row.line for row in kept) == lines:
            return
        had_focus = any(row.remove.hasFocus() for row in kept)
        _empty(kept)
        removed = {"own": self.own_removed, "noticed": self.noticed_removed, "elsewhere": self.toggled}[kind]
        for line in lines:
            row = LineRow(line, self._look, self._content)
            row.removed.connect(removed)
            rows.addWidget(row)
            kept.append(row)
        if had_focus:
            {"own": self.own.field, "noticed": self.noticed.field}.get(kind, self.title).setFocus()

    def _counted(self) -> str:
        count = self._questions.total
        if not count:
            return self.tr("Nothing here yet. Tick a question, or write your own.")
        things = (
            self.tr("One thing to take to your visit.")
            if count == 1
            else self.tr("{count} things to take to your visit.", "", count)
        )
        return f"{things.format(count=count)} {self._where_kept}"

    @Slot()
    def _toggle(self) -> None:
        row = self.sender()
        if isinstance(row, TickRow):
            self.toggled.emit(row.text())

    def open_panel(self) -> None:
        """Show it, with the keyboard on its title."""
        self.show()
        self.raise_()
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("My questions") + f". {self._counted()}")

    @Slot()
    def dismiss(self) -> None:
        """Close it; nothing if it is closed."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Bring what Tab comes to into sight."""
        moved = super().focusNextPrevChild(forward)
        self._keep_in_sight()
        return moved

    @Slot()
    def _keep_in_sight(self) -> None:
        reached = self.window().focusWidget()
        if reached is not None and self._content.isAncestorOf(reached):
            self._scroll.ensureWidgetVisible(reached)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground, and the edge towards the page."""
        theme = self._look.theme
        draw_ground(painter, self.rect(), theme.surface)
        x = 0 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else self.width() - _EDGE
        draw_ground(painter, QRectF(x, 0, _EDGE, self.height()), theme.personal)


class QuestionsFoot(QWidget):
    """What can be done with the whole list; clearing it asks once, and can be undone.

    Signals:
        cleared: the list is to be emptied.
        undone: it is to be as it was.
    """

    cleared = Signal()
    undone = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._count = -1
        self._can_undo = False
        self.print_button = ActionButton("print", self.tr("Print"), look, filled=True, parent=self)
        self._can_print = False
        self.code_button = ActionButton("qr", self.tr("Take home as a code"), look, parent=self)
        self.clear_button = ActionButton("", self.tr("Clear all"), look, quiet=True, parent=self)
        self.clear_button.clicked.connect(self._ask)
        self.asked = QLabel(self)
        self.yes = ActionButton("", self.tr("Yes, clear"), look, filled=True, parent=self)
        self.yes.clicked.connect(self._clear)
        self.keep = ActionButton("", self.tr("Keep"), look, parent=self)
        self.keep.clicked.connect(self._keep)
        self.undo = ActionButton("", self.tr("Undo"), look, parent=self)
        self.undo.clicked.connect(self._undo)
        self._buttons = (self.print_button, self.code_button, self.clear_button, self.yes, self.keep, self.undo)
        self._row: QBoxLayout = QHBoxLayout(self)
        for widget in (self.print_button, self.code_button, self.asked, self.yes, self.keep, self.undo):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._row.addWidget(self.clear_button)
        self._show_usual()
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        for button in self._buttons:
            button.set_look(look)
        self.asked.setFont(look.font(weight=600))
        self.asked.setWordWrap(True)
        bar = look.scale.bar
        self._row.setContentsMargins(bar(_SIDE), bar(12), bar(_SIDE), bar(11))
        self._row.setSpacing(bar(10))
        self.update()

    def fit(self, width: int) -> None:
        """Set the buttons beside each other, or below each other where ``width`` px are too few."""
        buttons = [self.code_button, self.clear_button, *((self.print_button,) if self._can_print else ())]
        needed = sum(button.sizeHint().width() for button in buttons) + self._row.spacing() * len(buttons)
        margins = self._row.contentsMargins()
        beside = needed + margins.left() + margins.right() <= width
        self._row.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)

    def set_count(self, count: int) -> None:
        """How many things are in the list; with none the buttons wait."""
        if count == self._count:
            return
        self._count = count
        for button in (self.print_button, self.code_button, self.clear_button):
            button.setEnabled(count > 0)
        if count and self._can_undo:
            self._show_usual()

    def set_can_print(self, can_print: bool) -> None:
        """Whether there is anything to print on or to."""
        if can_print != self._can_print:
            self._can_print = can_print
            self._show_usual()

    def _show_usual(self) -> None:
        self._can_undo = False
        first = (self.print_button,) if self._can_print else ()
        self._show(*first, self.code_button, self.clear_button)

    def _show(self, *wanted: QWidget) -> None:
        for widget in (*self._buttons, self.asked):
            widget.setVisible(widget in wanted)

    @Slot()
    def _ask(self) -> None:
        self.asked.setText(self.tr("Clear all {count}?", "", self._count).format(count=self._count))
        self._show(self.asked, self.yes, self.keep)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.asked.text())

    @Slot()
    def _keep(self) -> None:
        self._show_usual()
        self.clear_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _clear(self) -> None:
        self.cleared.emit()
        self._can_undo = True
        self.asked.setText(self.tr("Cleared."))
        self._show(self.asked, self.undo)
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.asked.text())

    @Slot()
    def _undo(self) -> None:
        self.undone.emit()
        self._show_usual()
        self.code_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground and the line above it."""
        theme = self._look.theme
        draw_ground(painter, self.rect(), theme.pane)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, 0, self.width(), 0)


def _empty(rows: list[Row]) -> None:
    for row in rows:
        row.hide()
        row.deleteLater()
    rows.clear()
