"""The on-screen keyboard: our own, since a kiosk's window system offers no other."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from pmlapp.reading.look.look import draw_ground
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.keyboard_layouts import layout_of
from pmlapp.reading.touch.touch_buttons import KeyButton, Kind
from pmlapp.reading.touch.touch_look import TouchLook

_KEY: Final = 88
_LOW_KEY: Final = 68
"""On a screen of 800 x 600, where the answers need room too."""

_GAP: Final = 12
_SMALL_UNIT: Final = 0.75


class OnScreenKeyboard(QWidget):
    """Letters of one language, space, backspace, clear, hide and search; no shift, which no search needs.

    Signals:
        typed: the letter of a key.
        rubbed_out: the last letter is to go.
        cleared: everything is to go.
        hidden: the keyboard is to go.
        asked: search now.
        language_asked: the code of another language.
    """

    typed = Signal(str)
    rubbed_out = Signal()
    cleared = Signal()
    hidden = Signal()
    asked = Signal()
    language_asked = Signal(str)

    def __init__(
        self, look: TouchLook, languages: tuple[str, ...], parent: QWidget | None = None, *, adds: bool = False
    ) -> None:
        """With ``adds`` the main key says Add and not Search: it ends a line of a list."""
        super().__init__(parent)
        self._adds = adds
        self.setObjectName("keyboard")
        self.setAccessibleName(self.tr("Keyboard"))
        self._look = look
        self._languages = languages
        self._language = languages[0]
        self._key = _LOW_KEY if look.unit < _SMALL_UNIT else _KEY
        self._column = QVBoxLayout(self)
        self._build()
        self.setFixedHeight(self.sizeHint().height())

    def set_language(self, language: str) -> None:
        """Show the letters of another language, in the same room, so that nothing else moves."""
        if language != self._language:
            self._language = language
            self._build()

    def key(self, letter: str) -> KeyButton:
        """The key of a letter."""
        return next(key for key in self.findChildren(KeyButton) if key.text() == letter)

    def sizeHint(self) -> QSize:
        """As high as the rows of its tallest language, so that choosing another moves nothing."""
        px = self._look.px
        rows = 1 + max(len(layout_of(language)) for language in self._languages)
        return QSize(px(1080), rows * px(self._key) + (rows - 1) * px(_GAP) + 2 * px(18))

    def _build(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.layout()) is not None:
                while (held := row.takeAt(0)) is not None:
                    if (widget := held.widget()) is not None:
                        widget.hide()
                        widget.deleteLater()
        px = self._look.px
        self._column.setContentsMargins(px(24), px(18), px(24), px(18))
        self._column.setSpacing(px(_GAP))
        rows = layout_of(self._language)
        longest = max(map(len, rows))
        for number, letters in enumerate(rows):
            last = number == min(3, len(rows) - 1)
            row = self._row()
            spare = longest - len(letters) - (2 if last else 0)
            if spare > 0:
                row.addStretch(spare)
            for letter in letters:
                key = KeyButton(letter, self._look, height=self._key)
                key.clicked.connect(self._type)
                row.addWidget(key, 2)
            if last:
                rub = KeyButton(
                    "", self._look, icon="backspace", height=self._key, name=self.tr("Delete the last letter")
                )
                rub.clicked.connect(self.rubbed_out)
                row.addWidget(rub, 4)
            if spare > 0:
                row.addStretch(spare)
        self._add_foot()

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.px(_GAP))
        self._column.addLayout(row, 1)
        return row

    def _add_foot(self) -> None:
        row = self._row()
        clear = KeyButton(self.tr("Clear all"), self._look, height=self._key, size=22)
        clear.clicked.connect(self.cleared)
        space = KeyButton(self.tr("space"), self._look, height=self._key, size=24)
        space.clicked.connect(self._space)
        hide = KeyButton(
            self.tr("Hide"),
            self._look,
            icon="chevron-down",
            height=self._key,
            size=22,
            name=self.tr("Hide the keyboard"),
        )
        hide.clicked.connect(self.hidden)
        word, icon = (self.tr("Add"), "plus") if self._adds else (self.tr("Search"), "search")
        search = KeyButton(word, self._look, icon=icon, kind=Kind.MAIN, height=self._key, size=25)
        search.clicked.connect(self.asked)
        keys = [(clear, 3), (space, 6), (hide, 3), (search, 4)]
        if len(self._languages) > 1:
            following = self._languages[(self._languages.index(self._language) + 1) % len(self._languages)]
            other = KeyButton(
                following.upper(), self._look, icon="language", height=self._key, size=22, name=self.tr("Other letters")
            )
            other.setProperty("language", following)
            other.clicked.connect(self._change)
            keys.insert(1, (other, 3))
        for key, share in keys:
            row.addWidget(key, share)

    @Slot()
    def _type(self) -> None:
        key = self.sender()
        if isinstance(key, KeyButton):
            self.typed.emit("'" if key.text() == "’" else key.text())

    @Slot()
    def _space(self) -> None:
        self.typed.emit(" ")

    @Slot()
    def _change(self) -> None:
        self.language_asked.emit(self.sender().property("language"))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The bed of the keys."""
        draw_ground(painter, QRectF(self.rect()), self._look.theme.sunken)
        painter.setPen(Qt.PenStyle.SolidLine)
        painter.setPen(self._look.theme.line)
        painter.drawLine(0, 0, self.width(), 0)
