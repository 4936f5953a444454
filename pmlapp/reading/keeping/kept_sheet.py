"""What is kept on this computer of a reader, and how to save a copy of it or delete it."""

import re

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.library.kept import Kept
from pmlapp.reading.keeping.action_button import ActionButton
from pmlapp.reading.keeping.sheet import Sheet
from pmlapp.reading.look.announce import announce
from pmlapp.reading.look.look import Look

_SIZE = (720, 440)
_BREAKS = re.compile(r"[/\\\-_.]|[^/\\\-_.]{20}")
"""Where a line may break in the name of a file, which can be longer than the sheet is wide."""


class KeptSheet(Sheet):
    """Lists what is kept, and asks once before it deletes.

    Signals:
        copy_asked: a copy is to be saved.
        delete_asked: all of it is to be deleted.
    """

    copy_asked = Signal()
    delete_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, self.tr("What is kept about you"), _SIZE, parent)
        self.setObjectName("kept_sheet")
        self.words = QLabel(self.content)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        # Else the longest piece of a file's name would make it wider than the sheet.
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.copy = ActionButton("copy", self.tr("Save a copy"), look, role="primary", parent=self.content)
        self.copy.clicked.connect(self.copy_asked)
        self.delete = ActionButton("", self.tr("Delete it all"), look, role="primary", parent=self.content)
        self.delete.clicked.connect(self._ask)
        self.asked = QLabel(self.tr("Delete it all? It cannot be brought back."), self.content)
        self.asked.setWordWrap(True)
        self.yes = ActionButton("", self.tr("Yes, delete"), look, role="primary", filled=True, parent=self.content)
        self.yes.clicked.connect(self.delete_asked)
        self.keep = ActionButton("", self.tr("Keep it"), look, role="primary", parent=self.content)
        self.keep.clicked.connect(self._keep)
        self.buttons = (self.copy, self.delete, self.yes, self.keep)
        self._column = QVBoxLayout(self.content)
        self._column.addWidget(self.words)
        self._column.addWidget(self.asked)
        row = QHBoxLayout()
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._column.addLayout(row)
        self._column.addStretch(1)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        super().set_look(look)
        self.words.setFont(look.font())
        self.asked.setFont(look.font(weight=600))
        for button in self.buttons:
            button.set_look(look)
        self._column.setSpacing(look.scale.bar(14))

    def show_kept(self, kept: Kept, path: str) -> None:
        """Say what is kept of this library, in the file ``path``; "" where nothing outlasts the window."""
        lines = [
            self.tr("Questions and notes for your visit: {count}", "", kept.questions.total).format(
                count=kept.questions.total
            ),
            self.tr("Bookmarks: {count}", "", len(kept.bookmarks)).format(count=len(kept.bookmarks)),
        ]
        if kept.stopped is not None:
            lines.append(self.tr("Where you stopped reading: {title}").format(title=kept.stopped.title))
        if path:
            lines.append(self.tr("All of it is in this file, and nowhere else: {path}").format(path=path))
        else:
            lines.append(self.tr("Nothing is written on this computer. It goes when you close the window."))
        said = "\n".join(lines)
        self.words.setText(said.replace(path, _BREAKS.sub("\\g<0>\u200b", path)) if path else said)
        self.words.setAccessibleName(said)
        is_empty = kept == Kept()
        self.copy.setEnabled(not is_empty)
        self.delete.setEnabled(bool(path) or not is_empty)
        self._keep()
        self.open_sheet()
        announce(self, said)

    @Slot()
    def _ask(self) -> None:
        self._show(asking=True)
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.asked.text())

    @Slot()
    def _keep(self) -> None:
        self._show(asking=False)

    def _show(self, *, asking: bool) -> None:
        for widget in (self.asked, self.yes, self.keep):
            widget.setVisible(asking)
        for widget in (self.copy, self.delete):
            widget.setVisible(not asking)
