"""The panel beside a draft: its findings one by one, and the six checks."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from pmlapp.authoring.lint.lint import Severity
from pmlapp.authoring.wording.offers import Way
from pmlapp.authoring.wording.six_checks import Measured, Wording
from pmlapp.preview.entries import Entry
from pmlapp.reading.bars.strip_button import StripButton
from pmlapp.reading.look.buttons import LinkButton
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.look import Look, draw_ground, draw_icon, draw_rounded, give_viewport
from pmlapp.reading.look.painting import painted
from pmlapp.reading.look.theme import Theme

WIDTH = 408
"""At 100 %."""
_FIRST = 3
"""Findings that are shown before somebody asks for all."""
_ICONS = {Severity.ERROR: "withdrawn", Severity.WARNING: "warning", Severity.ADVICE: "info"}


def _ink(severity: Severity, theme: Theme) -> QColor:
    match severity:
        case Severity.ERROR:
            return theme.emergency_text
        case Severity.WARNING:
            return theme.urgent_text
        case Severity.ADVICE:
            return theme.info


class FindingCard(QWidget):
    """One finding: its weight, its line, what to do, and a button where the tool can do it.

    Signals:
        line_asked: the line of the file that is to be opened.
        offer_taken: the `Offer` that is to be put into the file.
    """

    line_asked = Signal(int)
    offer_taken = Signal(object)

    def __init__(self, entry: Entry, number: int, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self._look = look
        theme, bar = look.theme, look.scale.bar
        self.setAccessibleName(f"{number}. {entry.title}, line {entry.line}. {entry.message}")
        title = QLabel(f"{number} {entry.title}", self)
        title.setFont(font(look.scale.bar_style(16, 700)))
        _paint_words(title, _ink(entry.severity, theme))
        message = QLabel(entry.message, self)
        message.setFont(look.font(small=True))
        _paint_words(message, theme.text)
        for label in (title, message):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.line_link = LinkButton(f"Line {entry.line}", look, self)
        self.line_link.setAccessibleName(f"Open line {entry.line} in the editor: {entry.title}")
        self.line_link.clicked.connect(self._ask_line)
        head = QHBoxLayout()
        head.setContentsMargins(bar(28), 0, 0, 0)
        head.addWidget(title, 1)
        head.addWidget(self.line_link, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(bar(16), bar(10), bar(12), bar(10))
        column.setSpacing(bar(4))
        column.addLayout(head)
        column.addWidget(message)
        if entry.offer is not None:
            divides = entry.offer.way is Way.DIVIDE
            words = "Make two sentences" if divides else f"Use “{' '.join(entry.offer.instead.split())}”"
            use = StripButton(words, look, parent=self)
            use.clicked.connect(self._take)
            column.addWidget(use, 0, Qt.AlignmentFlag.AlignLeading)

    @Slot()
    def _ask_line(self) -> None:
        self.line_asked.emit(self._entry.line)

    @Slot()
    def _take(self) -> None:
        self.offer_taken.emit(self._entry.offer)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The card, its edge by weight, and the icon."""
        theme, bar = self._look.theme, self._look.scale.bar
        ink = _ink(self._entry.severity, theme)
        draw_rounded(painter, QRectF(self.rect()), 6, theme.surface, theme.line, 1)
        leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        edge = bar(5)
        draw_rounded(painter, QRectF(self.width() - edge if leftward else 0, 0, edge, self.height()), 2, ink, ink, 0)
        left = self.width() - bar(16 + 20) if leftward else bar(16)
        icon = self._look.pixmap(_ICONS[self._entry.severity], 20, ink, self)
        draw_icon(painter, icon, QRectF(left, bar(10), bar(20), bar(22)))


class CheckRow(QWidget):
    """One of the six checks: its name, what is measured, and the value."""

    def __init__(self, measured: Measured, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._is_good = measured.is_good
        theme, bar = look.theme, look.scale.bar
        state = {True: "good", False: "to look at", None: "not measured"}[measured.is_good]
        self.setAccessibleName(f"{measured.check.value}, {measured.about}: {measured.value}, {state}")
        name = QLabel(measured.check.value, self)
        name.setFont(font(look.scale.bar_style(16, 700)))
        about = QLabel(measured.about, self)
        about.setFont(font(look.scale.bar_style(15, 400)))
        about.setWordWrap(True)
        value = QLabel(measured.value, self)
        value.setFont(look.font(small=True))
        for label, ink in ((name, theme.text), (about, theme.text_soft), (value, theme.text)):
            label.setTextFormat(Qt.TextFormat.PlainText)
            _paint_words(label, ink)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(about)
        row = QHBoxLayout(self)
        row.setContentsMargins(bar(30), bar(6), 0, bar(7))
        row.addLayout(words, 1)
        row.addWidget(value, 0, Qt.AlignmentFlag.AlignTop)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The icon, and the line below."""
        theme, bar = self._look.theme, self._look.scale.bar
        draw_ground(painter, QRectF(0, self.height() - 1, self.width(), 1), theme.line)
        match self._is_good:
            case True:
                name, ink = "check-circle", theme.ok
            case False:
                name, ink = "warning", theme.urgent_text
            case None:
                name, ink = "minus", theme.text_soft
        left = self.width() - bar(20) if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else 0
        draw_icon(painter, self._look.pixmap(name, 20, ink, self), QRectF(left, bar(6), bar(20), bar(22)))


class FindingsPanel(QScrollArea):
    """Findings and checks of the page that is shown.

    Signals:
        line_asked: a line of the page's file is to be opened.
        offer_taken: an `Offer` is to be put into the page's file.
    """

    line_asked = Signal(int)
    offer_taken = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        give_viewport(self)
        self.setObjectName("findings_panel")
        self.setAccessibleName("Findings in this draft")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._look = look
        self._entries: tuple[Entry, ...] = ()
        self._wording: Wording | None = None
        self._in_all: int | None = None
        self._shows_all = False
        self.cards: list[FindingCard] = []
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self._fill()

    def show_page(self, entries: Sequence[Entry], wording: Wording | None, *, in_all: int | None) -> None:
        """List the findings of one page; ``in_all`` is how many lint has in the library, None until that is known."""
        self._entries, self._wording, self._in_all = tuple(entries), wording, in_all
        self._fill()

    @Slot()
    def show_all(self) -> None:
        """Also those that were left out of a long list."""
        self._shows_all = True
        self._fill()

    @Slot()
    def go_next(self) -> None:
        """Put the keyboard on the next finding."""
        self._go(1)

    @Slot()
    def go_back(self) -> None:
        """Put the keyboard on the one before."""
        self._go(-1)

    def _go(self, steps: int) -> None:
        if not self.cards:
            return
        links = [card.line_link for card in self.cards]
        here = next((number for number, link in enumerate(links) if link.hasFocus()), -1 if steps > 0 else 0)
        link = links[(here + steps) % len(links)]
        link.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ensureWidgetVisible(self.cards[links.index(link)])

    def _fill(self) -> None:
        place = self.verticalScrollBar().value()
        look, bar = self._look, self._look.scale.bar
        inside = QWidget()
        inside.setObjectName("findings")
        self.viewport().setObjectName("findings")
        self.setStyleSheet(f"QWidget#findings {{ background: {look.theme.pane.name()}; }}")
        column = QVBoxLayout(inside)
        column.setContentsMargins(bar(18), bar(14), bar(16), bar(16))
        column.setSpacing(bar(8))
        count = len(self._entries)
        column.addWidget(self._label("1 finding" if count == 1 else f"{count} findings", 21, 700))
        others = (
            "the others are still being read" if self._in_all is None else f"lint names {self._in_all} in all pages"
        )
        column.addWidget(self._label(f"on this page; {others}", 15, 400, soft=True))
        shown = self._entries if self._shows_all else self._entries[:_FIRST]
        self.cards = [FindingCard(entry, number, look, inside) for number, entry in enumerate(shown, start=1)]
        for card in self.cards:
            card.line_asked.connect(self.line_asked)
            card.offer_taken.connect(self.offer_taken)
            column.addWidget(card)
        if rest := count - len(shown):
            more = LinkButton(f"{rest} more", look, inside)
            more.clicked.connect(self.show_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        if self._wording is not None:
            column.addSpacing(bar(8))
            column.addWidget(self._label("The six checks", 18, 700))
            for measured in self._wording.checks:
                column.addWidget(CheckRow(measured, look, inside))
        column.addWidget(
            self._label(
                "A help for the writer. Never shown to readers, and no proof that a page is right.", 15, 400, soft=True
            )
        )
        column.addStretch(1)
        self.setWidget(inside)
        inside.show()
        self.verticalScrollBar().setValue(place)

    def _label(self, words: str, px: int, weight: int, *, soft: bool = False) -> QLabel:
        label = QLabel(words)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setFont(font(self._look.scale.bar_style(px, weight)))
        _paint_words(label, self._look.theme.text_soft if soft else self._look.theme.heading)
        return label


def _paint_words(label: QLabel, ink: QColor) -> None:
    # The style sheet of the window is stronger than a palette.
    label.setStyleSheet(f"color: {ink.name()};")
