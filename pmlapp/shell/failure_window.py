"""A window for when there is no library to open: one sentence, what to do, a button."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from pmlapp.reading.look.buttons import WordButton
from pmlapp.reading.look.look import Look
from pmlapp.reading.look.style_sheet import style_sheet
from pmlapp.shell.failures import Words

_WIDTH = 720


class FailureWindow(QWidget):
    """Says what happened; closing it ends the program."""

    def __init__(self, said: Words, look: Look, title: str) -> None:
        super().__init__()
        self.setObjectName("window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(title)
        self.setPalette(look.theme.palette())
        self.setStyleSheet(style_sheet(look))
        self.sentence = QLabel(said.sentence, self)
        self.advice = QLabel(said.advice, self)
        for label, weight in ((self.sentence, 700), (self.advice, 400)):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            chosen = look.font(weight=weight)
            chosen.setPixelSize(round(22 * look.scale.chrome))
            label.setFont(chosen)
        self.close_button = WordButton(self.tr("Close"), look, parent=self)
        self.close_button.clicked.connect(self.close)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 40, 48, 32)
        column.setSpacing(20)
        column.addWidget(self.sentence)
        column.addWidget(self.advice)
        column.addStretch(1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        # A long path needs more room.
        self.resize(_WIDTH, max(360, column.totalHeightForWidth(_WIDTH)))
        self.close_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc close the window."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        else:
            super().keyPressEvent(event)
