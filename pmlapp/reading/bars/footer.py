"""The line at the foot that is always in sight: nobody has reviewed this, and what it is not."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from pmlapp.reading.look.buttons import LinkButton
from pmlapp.reading.look.look import Look, draw_ground, draw_icon
from pmlapp.reading.look.painting import margins, mirrored, painted


class Footer(QWidget):
    """One sentence about review, one about care, and the way to the page about the library.

    Signals:
        about_asked: the reader wants to know how this library was made.
    """

    about_asked = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        self._look = look
        self._detail = ""
        self._headline = ""
        self._care = ""
        self._words = QLabel(self)
        self._words.setObjectName("footer_words")
        self._words.setMinimumWidth(1)
        self.about = LinkButton(self.tr("About this library"), look, self)
        self.about.setObjectName("about_library")
        self.about.clicked.connect(self.about_asked)
        row = self._row = QHBoxLayout(self)
        row.addWidget(self._words, 1)
        row.addWidget(self.about)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar = look.scale.bar
        self.about.set_look(look)
        chosen = look.font()
        chosen.setPixelSize(round(17 * look.scale.chrome))
        self._words.setFont(chosen)
        self.setFixedHeight(bar(41))
        self._row.setContentsMargins(margins(self, bar(54), 0, bar(16), 0))
        self._write()

    def say(self, *, detail: str, headline: str, care: str) -> None:
        """What to say: a quiet ``detail`` (may be empty), the ``headline``, and what this is not."""
        said = (detail, headline, care)
        if said != (self._detail, self._headline, self._care):
            self._detail, self._headline, self._care = said
            self._write()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say less where there is less room: the headline stays to the last."""
        super().resizeEvent(event)
        self._write()

    def _write(self) -> None:
        headline = f"<b>{self._headline}</b>"
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        beside = room - self._row.spacing() - self.about.sizeHint().width()
        self._words.setText(headline)
        # The way to that page is under More as well; the headline is nowhere else.
        has_room = self._words.sizeHint().width() <= beside
        self.about.setVisible(has_room)
        room = beside if has_room else room
        for parts in ((self._detail, headline, self._care), (headline, self._care), (headline,)):
            text = " ".join(part for part in parts if part)
            self._words.setText(text)
            if self._words.sizeHint().width() <= room:
                break
        self._words.setAccessibleName(" ".join(p for p in (self._detail, self._headline, self._care) if p))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground, the line above it, the icon."""
        theme = self._look.theme
        bar = self._look.scale.bar
        draw_ground(painter, self.rect(), theme.sunken)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLine(0, 0, self.width(), 0)
        icon = "review-none" if self._detail else "info"
        pixmap = self._look.pixmap(icon, 20, theme.text, self)
        draw_icon(painter, pixmap, mirrored(QRectF(bar(22), 0, bar(20), self.height()), self))
