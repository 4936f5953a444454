"""Text size and colours of a kiosk: a sheet above the bar, each choice at once."""

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from pmlapp.reading.look.look import draw_rounded
from pmlapp.reading.look.painting import painted
from pmlapp.reading.touch.touch_buttons import Kind, TouchButton
from pmlapp.reading.touch.touch_look import TEXT_SIZES, TouchLook


class ComfortSheet(QWidget):
    """Signals:
    size_asked: a text size in percent.
    theme_asked: the name of a theme.
    closed: it is to go.
    """

    size_asked = Signal(int)
    theme_asked = Signal(str)
    closed = Signal()

    def __init__(self, look: TouchLook, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("comfort_sheet")
        self.setAccessibleName(self.tr("Text size and colours"))
        self._look = look
        px = look.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(40), px(28), px(40), px(28))
        column.setSpacing(px(12))
        sizes = {
            100: self.tr("Usual"),
            125: self.tr("Large"),
            150: self.tr("Larger"),
            200: self.tr("Largest"),
        }
        themes = {
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "high_contrast": self.tr("High contrast"),
            "warm_paper": self.tr("Warm paper"),
        }
        self.sizes = [self._button(sizes[size], size, self._take_size, look.percent) for size in TEXT_SIZES]
        self.themes = [self._button(name, theme, self._take_theme, look.theme.name) for theme, name in themes.items()]
        for words, buttons in ((self.tr("Size of the words"), self.sizes), (self.tr("Colours"), self.themes)):
            title = QLabel(words, self)
            title.setFont(look.font(25, 700))
            column.addWidget(title)
            grid = QGridLayout()
            grid.setSpacing(px(12))
            for number, button in enumerate(buttons):
                grid.addWidget(button, 0, number)
            column.addLayout(grid)
        done = TouchButton(self.tr("Done"), look, kind=Kind.MAIN, parent=self)
        done.clicked.connect(self.closed)
        column.addWidget(done)

    def _button(self, words: str, choice: object, take: object, chosen: object) -> TouchButton:
        button = TouchButton(words, self._look, size=23, parent=self)
        button.setProperty("choice", choice)
        button.set_selected(choice == chosen)
        button.clicked.connect(take)
        return button

    @Slot()
    def _take_size(self) -> None:
        self.size_asked.emit(self.sender().property("choice"))

    @Slot()
    def _take_theme(self) -> None:
        self.theme_asked.emit(self.sender().property("choice"))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """A panel with an edge above."""
        theme = self._look.theme
        draw_rounded(painter, QRectF(self.rect()), self._look.px(20), theme.pane, theme.line_strong, 2)
        painter.setPen(Qt.PenStyle.NoPen)
