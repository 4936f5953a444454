"""What staff see of an update: what is here and on the stick, what was checked, what changes; or why it is refused."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import UNRINGED, draw_ground, draw_rounded
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.scrolling import TouchScrollArea
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_look import TouchLook

_CLOSES_AFTER_MS = 300_000
_WIDE_FROM = 1000
_LEFT = 420


class Fact(NamedTuple):
    """One sentence that was checked; ``ink`` is the colour of its icon."""

    icon: str
    bold: str
    more: str = ""
    ink: str = "ok"


class GroupRow(NamedTuple):
    """One page: its title, what is said of it, and the first words that differ."""

    title: str
    words: str = ""
    before: str = ""
    after: str = ""


class Group(NamedTuple):
    """Pages that share a fate, in a card of its ground and edge."""

    icon: str
    title: str
    rows: tuple[GroupRow, ...]
    ground: str = "surface"
    edge: str = "line"
    ink: str = "text"


class UpdateWords(NamedTuple):
    """All that the page says; without ``accept`` there is nothing to accept."""

    title: str
    lead: str
    places: tuple[tuple[str, str, str], ...]
    """What each of the one or two boxes at the top is about, its edition in words, and how much it holds."""
    facts: tuple[Fact, ...]
    heading: str
    groups: tuple[Group, ...]
    accept: str
    decline: str
    icon: str = "usb"


class UpdatePage(QWidget):
    """Goes by itself after five quiet minutes.

    Signals:
        accepted: staff take the update.
        declined: they do not.
    """

    accepted = Signal()
    declined = Signal()

    def __init__(self, words: UpdateWords, look: TouchLook, *, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("update_page")
        self.setProperty(UNRINGED, True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(f"{words.title} {words.lead}")
        self.words = words
        self._look = look
        px = look.px
        wide = width >= px(_WIDE_FROM)
        content = QWidget(self)
        content.setObjectName("home_content")
        sides = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom, content)
        sides.setContentsMargins(px(36), px(20), px(36), px(20))
        sides.setSpacing(px(28))
        left, right = self._left(content), self._right(content)
        if wide:
            left.setFixedWidth(px(_LEFT - 36))
        sides.addWidget(left, 0, Qt.AlignmentFlag.AlignTop)
        sides.addWidget(right, 1, Qt.AlignmentFlag.AlignTop)
        if not wide:
            sides.addStretch(1)
        self._scroll = TouchScrollArea(content, self)
        self.state = _label(self, look, 25, 700, "")
        self.state.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        column.addWidget(self._scroll, 1)
        column.addWidget(self._foot())
        self._quiet = QTimer(self, singleShot=True, interval=_CLOSES_AFTER_MS)
        self._quiet.timeout.connect(self.declined)
        self._quiet.start()

    def work(self, said: str) -> None:
        """Say how far it is, in place of the buttons."""
        for button in self.buttons:
            button.hide()
        self.state.setText(said)
        self.state.show()
        announce(self, said)

    def _head(self) -> QWidget:
        px, words = self._look.px, self.words
        head = _Band(self._look, self)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(36), px(14), px(36), px(14))
        row.setSpacing(px(24))
        icon = QLabel(head)
        icon.setPixmap(self._look.icon(words.icon, 40, "primary", self))
        row.addWidget(icon)
        column = QVBoxLayout()
        column.setSpacing(px(2))
        column.addWidget(_label(head, self._look, 34, 800, words.title))
        column.addWidget(_label(head, self._look, 20, 400, words.lead))
        row.addLayout(column, 1)
        return head

    def _foot(self) -> QWidget:
        px, words = self._look.px, self.words
        foot = _Band(self._look, self)
        row = QHBoxLayout(foot)
        row.setContentsMargins(px(36), px(16), px(36), px(16))
        row.setSpacing(px(14))
        self.buttons: list[TouchButton] = []
        for said, kind, signal in (
            (words.accept, Kind.MAIN, self.accepted),
            (words.decline, Kind.STANDARD if words.accept else Kind.MAIN, self.declined),
        ):
            if said:
                button = TouchButton(said, self._look, kind=kind, height=64, size=23, parent=foot)
                button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
                button.clicked.connect(signal)
                row.addWidget(button)
                self.buttons.append(button)
        row.addWidget(self.state, 1)
        row.addStretch(1)
        foot.setMinimumHeight(px(96))
        return foot

    def _left(self, parent: QWidget) -> QWidget:
        px, look = self._look.px, self._look
        left = QWidget(parent)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        for number, (about, edition, holds) in enumerate(self.words.places):
            if number:
                arrow = QLabel(left)
                arrow.setPixmap(look.icon("forward", 28, "primary", self))
                row.addWidget(arrow)
            box = _Card(look, "surface", "primary" if number else "line", left)
            for said, weight in ((about, 400), (edition, 700), (holds, 400)):
                if said:
                    box.column.addWidget(_label(box, look, 20, weight, said))
            row.addWidget(box, 1)
        column.addLayout(row)
        for fact in self.words.facts:
            line = QHBoxLayout()
            line.setSpacing(px(14))
            icon = QLabel(left)
            icon.setPixmap(look.icon(fact.icon, 26, fact.ink, self))
            line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            said_of = QVBoxLayout()
            said_of.setSpacing(0)
            said_of.addWidget(_label(left, look, 21, 700, fact.bold))
            if fact.more:
                said_of.addWidget(_label(left, look, 20, 400, fact.more))
            line.addLayout(said_of, 1)
            column.addLayout(line)
        return left

    def _right(self, parent: QWidget) -> QWidget:
        px, look = self._look.px, self._look
        right = QWidget(parent)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        if self.words.heading:
            column.addWidget(_label(right, look, 26, 800, self.words.heading))
        for group in self.words.groups:
            card = _Card(look, group.ground, group.edge, right)
            head = QHBoxLayout()
            head.setSpacing(px(12))
            icon = QLabel(card)
            icon.setPixmap(look.icon(group.icon, 26, group.ink, self))
            head.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
            head.addWidget(_label(card, look, 23, 800, group.title, group.ink), 1)
            card.column.addLayout(head)
            for row in group.rows:
                if row.title:
                    card.column.addWidget(_label(card, look, 21, 700, row.title))
                if row.words:
                    card.column.addWidget(_label(card, look, 21, 400, row.words))
                for what, said, ground in (
                    (self.tr("Before: {words}"), row.before, "sunken"),
                    (self.tr("After: {words}"), row.after, "ok_tint"),
                ):
                    if said:
                        inner = _Card(look, ground, ground, card)
                        inner.column.setContentsMargins(px(12), px(8), px(12), px(8))
                        inner.column.addWidget(_label(inner, look, 20, 400, what.format(words=said)))
                        card.column.addWidget(inner)
            column.addWidget(card)
        return right


class _Band(QWidget):
    """The ground of head and foot."""

    def __init__(self, look: TouchLook, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground."""
        draw_ground(painter, QRectF(self.rect()), self._look.theme.colour("pane"))


class _Card(QWidget):
    """A rounded ground with things below each other."""

    def __init__(self, look: TouchLook, ground: str, edge: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._ground, self._edge = look, ground, edge
        px = look.px
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(px(18), px(14), px(18), px(14))
        self.column.setSpacing(px(6))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground and its edge."""
        theme = self._look.theme
        ground, edge = theme.colour(self._ground), theme.colour(self._edge)
        draw_rounded(painter, QRectF(self.rect()), self._look.px(10), ground, edge, 2)


def _label(parent: QWidget, look: TouchLook, size: float, weight: int, said: str, ink: str = "text") -> QLabel:
    label = QLabel(parent)
    # What a library says is shown as it is, never taken for markup.
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(said)
    label.setFont(look.font(size, weight))
    label.setWordWrap(True)
    palette = label.palette()
    palette.setColor(label.foregroundRole(), look.theme.colour(ink))
    label.setPalette(palette)
    return label
