"""What the home page is made of: the panel with the question, and the emergency strip."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.reading.finding.search_box import SearchBox
from pmlapp.reading.home.topic_cards import Example
from pmlapp.reading.look.buttons import LinkButton, PaintedButton
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.images import Picture
from pmlapp.reading.look.look import Look, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import in_own_direction, margins, mirrored, painted

_PANEL_PADDING = 24
_ABOVE_SEARCH = 15
_BELOW_SEARCH = 12
"""The question and what the library is about belong together: space is around the search box, in px at 100 %."""


class OutlinedButton(PaintedButton):
    """A button on the panel: words in an outline."""

    def __init__(self, text: str, look: Look, parent: QWidget) -> None:
        super().__init__(text, look, parent=parent)

    def sizeHint(self) -> QSize:
        """As wide as its words, 44 high."""
        bar = self._look.scale.bar
        return QSize(QFontMetrics(self._look.font()).horizontalAdvance(self.text()) + bar(34), bar(44))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The outline and the words."""
        theme = self._look.theme
        live = self.isDown() or self.underMouse()
        if theme.high_contrast:
            ground, ink, edge = (theme.tint if live else theme.ground), theme.text, theme.primary
        else:
            ground = theme.primary_pressed if self.isDown() else theme.primary_hover if live else theme.primary
            ink, edge = theme.on_primary, theme.on_primary_soft
        draw_rounded(painter, QRectF(self.rect()), 8, ground, edge, 1)
        painter.setFont(self._look.font())
        painter.setPen(ink)
        painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), in_own_direction(self.text(), self))


class HomePanel(QWidget):
    """The question, the search box, and examples of what one may ask.

    Signals:
        article_asked: id of an example's article.
    """

    article_asked = Signal(str)

    def __init__(
        self,
        look: Look,
        subtitle: str,
        examples: tuple[Example, ...],
        ornament: Picture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("home_panel")
        self._look = look
        self._ornament = ornament
        self._title = QLabel(self.tr("What would you like to know?"), self)
        self._title.setWordWrap(True)
        self._title.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._subtitle = QLabel(subtitle, self)
        self._subtitle.setWordWrap(True)
        self.search = SearchBox(look, on_panel=True, parent=self)
        self.search.set_hint(self.tr("Type a word or a question"))
        self.examples: list[OutlinedButton] = []
        self._row = QWidget(self)
        row = QHBoxLayout(self._row)
        row.setContentsMargins(0, 0, 0, 0)
        for example in examples:
            button = OutlinedButton(example.title, look, self._row)
            button.setProperty("article", example.article)
            button.clicked.connect(self._take)
            row.addWidget(button)
            self.examples.append(button)
        row.addStretch(1)
        self._column = QVBoxLayout(self)
        for widget in (self._title, self._subtitle, self.search, self._row):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar = look.scale.bar
        theme = look.theme
        self._title.setFont(font(look.scale.bar_style(36, 800, -0.012)))
        self._title.setStyleSheet(f"color: {theme.on_panel.name()}")
        subtitle = look.font()
        subtitle.setPixelSize(round(20 * look.scale.chrome))
        self._subtitle.setFont(subtitle)
        self._subtitle.setStyleSheet(f"color: {theme.on_panel_soft.name()}")
        self.search.set_look(look)
        for button in self.examples:
            button.set_look(look)
        row = self._row.layout()
        if row is not None:
            row.setSpacing(bar(10))
            row.setContentsMargins(0, bar(_BELOW_SEARCH), 0, 0)
        self._column.setSpacing(0)
        self._subtitle.setContentsMargins(0, 0, 0, bar(_ABOVE_SEARCH))
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Show as many examples as ``width`` has room for, and keep the search box to a comfortable length."""
        bar = self._look.scale.bar
        roomy = width >= bar(1040)
        side = bar(40 if width >= bar(700) else 24)
        self._column.setContentsMargins(side, bar(_PANEL_PADDING), side, bar(_PANEL_PADDING))
        room = width - 2 * side
        self.search.setFixedWidth(max(120, min(room, bar(650)) if roomy else room))
        used = 0
        for button in self.examples:
            used += button.sizeHint().width() + bar(10)
            button.setVisible(used <= room)
        self._row.setVisible(bool(self.examples) and self.examples[0].sizeHint().width() <= room)

    def height_for(self, width: int) -> int:
        """The height that the parts need at a width."""
        bar = self._look.scale.bar
        room = width - self._column.contentsMargins().left() * 2
        height = 2 * bar(_PANEL_PADDING) + wrapped_height(self._title.font(), self._title.text(), room)
        height += wrapped_height(self._subtitle.font(), self._subtitle.text(), room)
        height += bar(_ABOVE_SEARCH) + self.search.height()
        return height + (bar(_BELOW_SEARCH) + bar(44) if not self._row.isHidden() else 0)

    @Slot()
    def _take(self) -> None:
        self.article_asked.emit(self.sender().property("article"))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The panel, and the library's ornament where it is clear of the words."""
        theme = self._look.theme
        bar = self._look.scale.bar
        whole = QRectF(self.rect())
        if theme.high_contrast:
            draw_rounded(painter, whole, 16, theme.panel, theme.primary, 2)
        else:
            draw_rounded(painter, whole, 16, theme.panel, theme.panel, 0)
        if self._ornament is not None and (room := self._room_beside_words(whole)).width() > bar(260):
            painter.setOpacity(0.34)
            self._ornament.draw(painter, room, theme)

    def _room_beside_words(self, whole: QRectF) -> QRectF:
        """Where the ornament touches no words: beside all of them, or above the examples if they are long."""
        bar = self._look.scale.bar
        words = [self.search.geometry().right()]
        for label in (self._title, self._subtitle):
            written = QFontMetrics(label.font()).horizontalAdvance(label.text())
            words.append(label.x() + min(written, label.width()))
        foot = whole.top() + bar(26 + 178)
        shown = [button for button in self.examples if not button.isHidden()]
        if shown and not self._row.isHidden():
            beside_examples = self._row.x() + shown[-1].geometry().right()
            if whole.right() - beside_examples > bar(260 + 28 + 14):
                words.append(beside_examples)
            else:
                foot = self._row.y()
        start = max(words) + bar(28)
        return QRectF(start, whole.top() + bar(26), whole.right() - start - bar(14), foot - whole.top() - bar(26))


class EmergencyStrip(QWidget):
    """One sentence on what to do in an emergency, always in sight on the home page.

    Signals:
        help_asked: the reader wants to know what to look for.
    """

    help_asked = Signal()

    def __init__(self, look: Look, sign: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("emergency_strip")
        self._look = look
        self._sign = sign
        self._action = action
        self._words = QLabel(self)
        self._words.setObjectName("emergency_words")
        self._words.setWordWrap(True)
        self.link = LinkButton(self.tr("What to look for"), look, self)
        self.link.setObjectName("emergency_link")
        self.link.clicked.connect(self.help_asked)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.link, 0, Qt.AlignmentFlag.AlignLeading)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        bar = look.scale.bar
        theme = look.theme
        chosen = look.font()
        self._words.setFont(chosen)
        sign = self._sign.replace("&", "&amp;").replace("<", "&lt;")
        self._words.setText(f'{sign} <b style="color: {theme.emergency_text.name()}">{self._action}</b>')
        self.link.set_look(look)
        self._row.setContentsMargins(margins(self, bar(60), bar(10), bar(16), bar(10)))
        self._row.setSpacing(bar(12))

    def fit(self, width: int) -> None:
        """Stand the link beside the words, or below them where it would squeeze them."""
        squeezed = self._room_beside_link(width) < self._look.scale.bar(200)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if squeezed else direction.LeftToRight)

    def height_for(self, width: int) -> int:
        """The height that the parts need at a width, as `fit` has placed them: 54 at least."""
        bar = self._look.scale.bar
        below = self._row.direction() == QBoxLayout.Direction.TopToBottom
        room = width - bar(60 + 16) if below else self._room_beside_link(width)
        words = f"{self._sign} {self._action}"
        height = wrapped_height(self._look.font(weight=700), words, room) + bar(24)
        return max(bar(54), height + (self.link.sizeHint().height() + bar(12) if below else 0))

    def _room_beside_link(self, width: int) -> int:
        return width - self._look.scale.bar(60 + 16 + 12) - self.link.sizeHint().width()

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The box and the octagon."""
        theme = self._look.theme
        bar = self._look.scale.bar
        draw_rounded(painter, QRectF(self.rect()), 12, theme.emergency_tint, theme.emergency_line, 2)
        pixmap = self._look.pixmap("emergency", 26, theme.emergency_text, self)
        draw_icon(painter, pixmap, mirrored(QRectF(bar(21), 0, bar(26), self.height()), self))
