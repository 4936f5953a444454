"""A code as a telephone reads it: black on white in every theme, in whole pixels, with its quiet edge."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from pmlapp.library.take_home import QUIET, Code
from pmlapp.reading.look.painting import painted

_BLACK, _WHITE = 0xFF000000, 0xFFFFFFFF


class CodePicture(QWidget):
    """Draws one code as large as it fits; every module is a whole number of pixels."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_picture")
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._code: Code | None = None
        self._side = 0

    def show_code(self, code: Code, side: int) -> None:
        """Show a code in a square of ``side`` px."""
        self._code = code
        self._side = side
        self.setFixedSize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QSize:
        """The square."""
        return QSize(self._side, self._side)

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The code in the middle of its white square."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._code is None:
            return
        image = code_image(self._code)
        ratio = self.devicePixelRatioF()
        module = int(min(self.width(), self.height()) * ratio) // image.width()
        # Whole pixels of the screen, not of the window: else modules would differ in width.
        side = module * image.width() / ratio
        left, top = (round((room - side) / 2) for room in (self.width(), self.height()))
        painter.drawImage(QRect(left, top, round(side), round(side)), image)


def code_image(code: Code) -> QImage:
    """The code with its quiet edge, one pixel a module."""
    side = code.modules + 2 * QUIET
    image = QImage(side, side, QImage.Format.Format_RGB32)
    image.fill(_WHITE)
    for y, row in enumerate(code.rows):
        for x, black in enumerate(row):
            if black:
                image.setPixel(x + QUIET, y + QUIET, _BLACK)
    return image
