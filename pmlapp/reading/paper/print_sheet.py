"""The small sheet before printing: how it is to be printed, how many sheets that takes, and what to do with them."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.buttons import IconButton, WordButton
from pmlapp.reading.look.look import UNRINGED, Look
from pmlapp.reading.paper.choice_row import ChoiceRow
from pmlapp.reading.paper.print_look import PaperSize

_WIDTH = 520


class PrintWishes(NamedTuple):
    """What was chosen."""

    whole_topic: bool = False
    """All pages of the topic, instead of the page alone."""
    large: bool = False
    hard_words: bool = True
    closed_parts: bool = False
    """Also what the page keeps closed on purpose."""
    size: PaperSize = PaperSize.A4


class PrintOffer(NamedTuple):
    """What can be printed, and where."""

    title: str
    topic: str = ""
    """What to call all pages of the topic, with their number; "" where there is only the page."""
    closed_parts: int = 0
    """How many parts are closed on purpose."""
    printer: str = ""
    """The name of the printer; "" if this computer has none."""
    may_save: bool = True
    has_hard_words: bool = True


class PrintSheet(QFrame):
    """Lies over the page.  Esc and Close end it.

    Signals:
        print_asked: the `PrintWishes` to print by.
        save_asked: the `PrintWishes` to save a PDF by.
        closed: the sheet has gone; focus belongs back on the page.
    """

    print_asked = Signal(object)
    save_asked = Signal(object)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("print_sheet")
        self.setAccessibleName(self.tr("Print"))
        self._look = look
        self._count_sheets: Callable[[PrintWishes], int] = lambda wishes: 0
        self._title = QLabel(self)
        self._title.setObjectName("print_title")
        self._title.setWordWrap(True)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        # It takes the keyboard to its title, so that this is heard first.
        self._title.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._title.setProperty(UNRINGED, True)
        self._close = IconButton("close", self.tr("Close"), look, role="primary", parent=self)
        self._close.setObjectName("print_close")
        self._close.clicked.connect(self.dismiss)
        self._no_printer = QLabel(self)
        self._no_printer.setObjectName("print_no_printer")
        self._no_printer.setWordWrap(True)
        self._count = QLabel(self)
        self._count.setObjectName("print_count")
        self.print_button = WordButton(self.tr("Print"), look, main=True, parent=self)
        self.print_button.setObjectName("print_now")
        self.print_button.clicked.connect(self._print)
        self.save_button = WordButton(self.tr("Save a PDF"), look, parent=self)
        self.save_button.setObjectName("print_save")
        self.save_button.clicked.connect(self._save)
        self.rows: tuple[ChoiceRow, ...] = ()
        self._groups: list[QButtonGroup] = []
        self._place()
        self.set_look(look)

    def offer(self, offer: PrintOffer, wishes: PrintWishes, count: Callable[[PrintWishes], int], room: QRect) -> None:
        """Ask how ``offer`` is to be printed, beginning with ``wishes``, in the middle of ``room``.

        ``count`` says how many sheets some wishes take.
        """
        self._count_sheets = count
        self._title.setText(self.tr("Print “{title}”").format(title=offer.title))
        self._title.setAccessibleName(self._title.text())
        self._no_printer.setText(self._without_printer(offer))
        self._no_printer.setVisible(not offer.printer)
        self.print_button.setEnabled(bool(offer.printer))
        self.save_button.setVisible(offer.may_save)
        for old in self.rows:
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._groups = []
        self.rows = tuple(self._rows(offer, wishes))
        for row in self.rows:
            self._list.addWidget(row)
            row.show()
        self.set_look(self._look)
        self._recount()
        self._bring_up(room)

    def _rows(self, offer: PrintOffer, wishes: PrintWishes) -> Iterator[ChoiceRow]:
        if offer.topic:
            yield from self._one_of(
                ("page", self.tr("This page"), not wishes.whole_topic), ("topic", offer.topic, wishes.whole_topic)
            )
        yield from self._one_of(
            ("normal", self.tr("Normal print"), not wishes.large),
            ("large", self.tr("Large print, 18 point"), wishes.large),
        )
        if offer.has_hard_words:
            yield self._row("hard_words", self.tr("Hard words explained at the end"), wishes.hard_words)
        if offer.closed_parts:
            several = self.tr("Also print the {count} parts that are closed on purpose", "", offer.closed_parts)
            one = self.tr("Also print the part that is closed on purpose")
            said = one if offer.closed_parts == 1 else several.format(count=offer.closed_parts)
            yield self._row("closed_parts", said, wishes.closed_parts)
        yield from self._one_of(
            ("a4", self.tr("A4 paper"), wishes.size is PaperSize.A4),
            ("letter", self.tr("Letter paper"), wishes.size is PaperSize.LETTER),
        )

    @property
    def wishes(self) -> PrintWishes:
        """What is chosen now."""
        chosen = {row.objectName().removeprefix("print_") for row in self.rows if row.isChecked()}
        return PrintWishes(
            whole_topic="topic" in chosen,
            large="large" in chosen,
            hard_words="hard_words" in chosen,
            closed_parts="closed_parts" in chosen,
            size=PaperSize.LETTER if "letter" in chosen else PaperSize.A4,
        )

    @property
    def said(self) -> str:
        """How many sheets it takes, in words."""
        return self._count.text()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar, theme = look.scale.bar, look.theme
        title = look.font(weight=700)
        title.setPixelSize(round(22 * look.scale.chrome))
        self._title.setFont(title)
        self._title.setStyleSheet(f"color: {theme.heading.name()}")
        for label in (self._no_printer, self._count):
            label.setFont(look.font())
        self._no_printer.setStyleSheet(
            f"background: {theme.info_tint.name()}; color: {theme.text.name()}; padding: {bar(10)}px;"
            f" border: 1px solid {theme.info_line.name()}; border-radius: 8px;"
        )
        for widget in (self._close, self.print_button, self.save_button, *self.rows):
            widget.set_look(look)
        self._column.setContentsMargins(bar(24), bar(16), bar(18), bar(20))
        self._column.setSpacing(bar(10))
        self._list.setSpacing(bar(2))
        self.setStyleSheet(
            f"QFrame#print_sheet {{ background: {theme.surface.name()}; border: 2px solid {theme.line_strong.name()};"
            f" border-radius: 12px; }}"
            f" QWidget#print_choices, QScrollArea {{ background: {theme.surface.name()}; border: 0; }}"
        )

    def _bring_up(self, room: QRect) -> None:
        bar = self._look.scale.bar
        width = min(bar(_WIDTH), room.width() - 16)
        self.setFixedWidth(width)
        inside = width - self._column.contentsMargins().left() - self._column.contentsMargins().right()
        for row in self.rows:
            row.setFixedHeight(row.heightForWidth(inside - self._scroll.verticalScrollBar().sizeHint().width()))
        rows = sum(row.height() + self._list.spacing() for row in self.rows)
        self._choices.setMinimumHeight(rows)
        self._column.activate()
        needed = self._column.totalHeightForWidth(width) - self._scroll.sizeHint().height() + rows
        height = min(needed, room.height() - 16)
        self.setFixedHeight(height)
        self.move(room.center().x() - width // 2, max(room.top() + 8, room.center().y() - height // 2))
        self.show()
        self.raise_()
        self._title.setFocus(Qt.FocusReason.PopupFocusReason)

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
        """Tab stays inside."""
        stops: list[QWidget] = [self._close, *self.rows, self.print_button, self.save_button]
        stops = [stop for stop in stops if stop.isEnabled() and not stop.isHidden()]
        here = self.focusWidget()
        at = stops.index(here) if here in stops else (-1 if forward else 0)
        following = stops[(at + (1 if forward else -1)) % len(stops)]
        following.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        self._scroll.ensureWidgetVisible(following)
        return True

    def _place(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._choices = QWidget()
        self._choices.setObjectName("print_choices")
        self._list = QVBoxLayout(self._choices)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._choices)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._no_printer)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._count)
        self._column.addLayout(buttons)
        self.hide()

    def _without_printer(self, offer: PrintOffer) -> str:
        if offer.may_save:
            return self.tr("This computer has no printer. You can save a PDF, and print it somewhere else.")
        return self.tr("This computer has no printer. Ask the staff.")

    def _row(self, name: str, words: str, ticked: bool, *, one_of: bool = False) -> ChoiceRow:
        row = ChoiceRow(f"print_{name}", words, self._look, one_of=one_of, parent=self)
        row.setChecked(ticked)
        row.clicked.connect(self._recount)
        return row

    def _one_of(self, *rows: tuple[str, str, bool]) -> list[ChoiceRow]:
        """Rows of which one is chosen."""
        made = [self._row(*row, one_of=True) for row in rows]
        group = QButtonGroup(self)
        for row in made:
            group.addButton(row)
        self._groups.append(group)
        return made

    @Slot()
    def _recount(self) -> None:
        count = self._count_sheets(self.wishes)
        said = self.tr("1 sheet") if count == 1 else self.tr("{count} sheets", "", count).format(count=count)
        if said != self._count.text():
            self._count.setText(said)
            announce(self, said)

    @Slot()
    def _print(self) -> None:
        self.print_asked.emit(self.wishes)

    @Slot()
    def _save(self) -> None:
        self.save_asked.emit(self.wishes)
