"""The pop-up under the button Reading: colours, spacing, letters and line length; each choice acts at once."""

from collections.abc import Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QRect, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from pmlapp.errors import QT_TRANSLATE_NOOP
from pmlapp.reading.bars.reading_rows import ColourRow, SwitchRow
from pmlapp.reading.bars.strip_button import StripButton
from pmlapp.reading.look.buttons import IconButton, PaintedButton, WordButton
from pmlapp.reading.look.look import UNRINGED, Look
from pmlapp.reading.look.theme import Theme

_WIDTH = 420


class Choice(NamedTuple):
    """One of several values of a preference, with its words."""

    value: str
    words: str


_COLOURS: Final = (
    Choice("system", QT_TRANSLATE_NOOP("ReadingPanel", "As this computer is set")),
    Choice("light", QT_TRANSLATE_NOOP("ReadingPanel", "Light")),
    Choice("dark", QT_TRANSLATE_NOOP("ReadingPanel", "Dark")),
    Choice("high_contrast", QT_TRANSLATE_NOOP("ReadingPanel", "High contrast")),
    Choice("warm_paper", QT_TRANSLATE_NOOP("ReadingPanel", "Warm paper")),
)
_SWITCHES: Final = (
    ("wide_spacing", "spacing", QT_TRANSLATE_NOOP("ReadingPanel", "Wide spacing")),
    ("line_guide", "line-guide", QT_TRANSLATE_NOOP("ReadingPanel", "Line guide")),
    ("clean_view", "clean-view", QT_TRANSLATE_NOOP("ReadingPanel", "Clean view")),
)
"""Preferences that are on or off: name, icon and words; another switch is another row."""
_SEGMENTS: Final = (
    (
        "letters",
        QT_TRANSLATE_NOOP("ReadingPanel", "Letters"),
        (
            Choice("ours", QT_TRANSLATE_NOOP("ReadingPanel", "Easy to tell apart")),
            Choice("system", QT_TRANSLATE_NOOP("ReadingPanel", "This computer’s")),
        ),
    ),
    (
        "line_length",
        QT_TRANSLATE_NOOP("ReadingPanel", "Length of lines"),
        (
            Choice("short", QT_TRANSLATE_NOOP("ReadingPanel", "Short")),
            Choice("usual", QT_TRANSLATE_NOOP("ReadingPanel", "Usual")),
            Choice("long", QT_TRANSLATE_NOOP("ReadingPanel", "Long")),
        ),
    ),
)


class ReadingPanel(QFrame):
    """Shows what is chosen, and reports what is chosen next.

    ``samples`` are the themes by name, each shown on its row.

    Signals:
        chosen: the name of a preference, and its new value.
        opened: the panel has come up; `undo_asked` leads back to how pages looked then.
        undo_asked: all choices made since are to be taken back.
        closed: the reader has done with it.
    """

    chosen = Signal(str, object)
    opened = Signal()
    undo_asked = Signal()
    closed = Signal()

    def __init__(self, look: Look, samples: Mapping[str, Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("reading_panel")
        self._look = look
        self._title = QLabel(self.tr("Reading"), self)
        self._title.setObjectName("reading_title")
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title.setProperty(UNRINGED, True)
        self.close_button = IconButton("close", self.tr("Close"), look, role="primary", parent=self)
        self.close_button.setObjectName("reading_close")
        self.close_button.clicked.connect(self.dismiss)
        self._labels: list[QLabel] = []
        self._groups: dict[str, QButtonGroup] = {}
        self._segments: list[tuple[QGridLayout, list[QWidget]]] = []
        self.switches: dict[str, SwitchRow] = {}
        self._inside = QWidget()
        self._inside.setObjectName("reading_inside")
        self._rows = QVBoxLayout(self._inside)
        self._add_colours(samples)
        self._add_switches()
        for name, words, choices in _SEGMENTS:
            self._add_segments(name, self.tr(words), choices)
        self._scroll = QScrollArea(self)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._inside)
        self.undo = WordButton(self.tr("As it was"), look, parent=self)
        self.undo.setObjectName("reading_undo")
        self.undo.clicked.connect(self.undo_asked)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.close_button)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeading)
        self.set_look(look)
        self.hide()

    def _add_colours(self, samples: Mapping[str, Theme]) -> None:
        group = self._group("theme")
        for choice in _COLOURS:
            row = ColourRow(self.tr(choice.words), self._look, samples.get(choice.value), parent=self._inside)
            row.setObjectName(f"theme_{choice.value}")
            row.setProperty("value", choice.value)
            group.addButton(row)
            self._rows.addWidget(row)

    def _add_switches(self) -> None:
        for name, icon, words in _SWITCHES:
            row = SwitchRow(icon, self.tr(words), self._look, parent=self._inside)
            row.setObjectName(name)
            row.clicked.connect(self._switch)
            self.switches[name] = row
            self._rows.addWidget(row)

    def _add_segments(self, name: str, words: str, choices: tuple[Choice, ...]) -> None:
        label = QLabel(words, self._inside)
        self._labels.append(label)
        group = self._group(name)
        row = QGridLayout()
        row.setSpacing(8)
        for column, choice in enumerate(choices):
            button = StripButton(self.tr(choice.words), self._look, parent=self._inside)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.setObjectName(f"{name}_{choice.value}")
            button.setAccessibleName(f"{words}: {button.text()}")
            button.setProperty("value", choice.value)
            group.addButton(button)
            row.addWidget(button, 0, column)
        self._segments.append((row, list(group.buttons())))
        self._rows.addWidget(label)
        self._rows.addLayout(row)

    def _group(self, name: str) -> QButtonGroup:
        group = QButtonGroup(self)
        group.setObjectName(name)
        group.buttonClicked.connect(self._choose)
        self._groups[name] = group
        return group

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes; what is open keeps its place."""
        self._look = look
        bar, theme = look.scale.bar, look.theme
        title = look.font(weight=700)
        title.setPixelSize(round(20 * look.scale.chrome))
        self._title.setFont(title)
        self._title.setStyleSheet(f"color: {theme.heading.name()}")
        for label in self._labels:
            label.setFont(look.font(weight=600))
            label.setContentsMargins(bar(10), bar(8), 0, 0)
        for row in (*self.switches.values(), *(each for group in self._groups.values() for each in group.buttons())):
            if isinstance(row, PaintedButton):
                row.set_look(look)
        self.close_button.set_look(look)
        self.undo.set_look(look)
        self._column.setContentsMargins(bar(14), bar(10), bar(14), bar(14))
        self._column.setSpacing(bar(6))
        self._rows.setContentsMargins(0, 0, bar(4), bar(4))
        self._rows.setSpacing(bar(2))
        self.setStyleSheet(
            f"QFrame#reading_panel {{ background: {theme.surface.name()}; border: 2px solid {theme.line_strong.name()};"
            f" border-radius: 12px; }} QScrollArea, QWidget#reading_inside {{ background: {theme.surface.name()}; }}"
        )

    def set_choices(self, choices: Mapping[str, object]) -> None:
        """Mark what is chosen, by the names of the preferences."""
        for name, group in self._groups.items():
            for button in group.buttons():
                is_chosen = button.property("value") == choices[name]
                button.setChecked(is_chosen)
                # Tab comes to the one that is chosen, arrow keys to the others.
                button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if is_chosen else Qt.FocusPolicy.ClickFocus)
        for name, row in self.switches.items():
            row.setChecked(bool(choices[name]))

    def show_panel(self, button: QRect, room: QRect) -> None:
        """Come up below ``button``, inside ``room``; both in the window."""
        bar = self._look.scale.bar
        width = min(bar(_WIDTH), room.width() - 16)
        top = button.bottom() + 5
        sides = self._column.contentsMargins()
        around = self._column.sizeHint().height() - self._scroll.sizeHint().height()
        within = width - sides.left() - sides.right() - 4
        self._fit_segments(within - bar(4) - self._scroll.verticalScrollBar().sizeHint().width())
        inside = self._rows.totalHeightForWidth(within)
        height = min(inside + around + 4, room.bottom() - 8 - top)
        leftward = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = button.left() if leftward else button.right() - width
        left = max(room.left() + 8, min(left, room.right() - width - 8))
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        self.opened.emit()
        self._title.setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit_segments(self, room: int) -> None:
        """Side by side where their words have room, else one below the other."""
        for row, buttons in self._segments:
            widest = max(button.sizeHint().width() for button in buttons)
            beside = len(buttons) * widest + (len(buttons) - 1) * row.spacing() <= room
            for number, button in enumerate(buttons):
                row.removeWidget(button)
                row.addWidget(button, *((0, number) if beside else (number, 0)))

    @Slot()
    def dismiss(self) -> None:
        """Close the panel; nothing if it is closed."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Bring what Tab comes to into sight, and stay inside."""
        moved = super().focusNextPrevChild(forward)
        reached = self.window().focusWidget()
        if reached is not None and self._inside.isAncestorOf(reached):
            self._scroll.ensureWidgetVisible(reached)
        return moved

    @Slot()
    def _switch(self) -> None:
        row = self.sender()
        if isinstance(row, SwitchRow):
            self.chosen.emit(row.objectName(), row.isChecked())

    @Slot()
    def _choose(self) -> None:
        group = self.sender()
        if isinstance(group, QButtonGroup) and (button := group.checkedButton()) is not None:
            self.chosen.emit(group.objectName(), button.property("value"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
