"""The first screen of a kiosk: what to do in an emergency, the topics, and the ways to look for more."""

from copy import copy
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.reading.look.images import Picture
from pmlapp.reading.look.look import UNRINGED, WRAPPED, draw_ground, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import painted
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.touch.scrolling import TouchScrollArea
from pmlapp.reading.touch.touch_buttons import TouchButton
from pmlapp.reading.touch.touch_look import TouchLook

_HEAD: Final = 226
_HEAD_LOW: Final = 130
_HEAD_VERY_LOW: Final = 84
_LOW_BELOW: Final = 900
_STRIP: Final = 118
_ROW: Final = 117
_SIDE: Final = 40
_VERY_LOW_BELOW: Final = 480
"""Of the room above the bar, in px: a screen of 800 x 600."""


def on_panel(theme: Theme) -> Theme:
    """The theme for a drawing that lies on the panel: its main colour would not be seen there."""
    swapped = copy(theme)
    swapped.name = f"{theme.name} on panel"
    swapped.primary, swapped.on_primary = theme.on_panel, theme.panel
    return swapped


class TopicData(NamedTuple):
    """A topic as the kiosk shows it; ``questions`` is how many it holds, with the noun."""

    topic: str
    title: str
    description: str
    icon: str
    questions: str


class HomeWords(NamedTuple):
    """What the first screen says; ``languages`` are pairs of a code and the language's own name."""

    library: str
    clinic: str
    question: str
    sign: str
    action: str
    search_hint: str
    number: str
    languages: tuple[tuple[str, str], ...]
    language: str


class Strip(TouchButton):
    """The emergency strip: the whole of it opens the action cards."""

    def __init__(self, sign: str, action: str, look: TouchLook, parent: QWidget) -> None:
        super().__init__(f"{sign} {action}", look, height=_STRIP, parent=parent)
        self.setObjectName("emergency_strip")
        self._sign, self._action = sign, action

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The octagon, the question, whom to ask, a chevron."""
        px, theme = self.look.px, self.look.theme
        ground = theme.tint_strong if self.isDown() else theme.emergency_tint
        draw_rounded(painter, QRectF(self.rect()), px(16), ground, theme.emergency_line, 3)
        draw_icon(
            painter, self.look.icon("emergency", 40, "emergency_text", self), QRectF(px(26), 0, px(48), self.height())
        )
        chevron = self.look.icon("chevron-right", 30, "emergency_text", self)
        draw_icon(painter, chevron, QRectF(self.width() - px(60), 0, px(40), self.height()))
        left, width = px(96), self.width() - px(96) - px(70)
        sign, action = self.look.font(25), self.look.font(25, 700)
        heights = wrapped_height(sign, self._sign, width), wrapped_height(action, self._action, width)
        top = max(0, (self.height() - sum(heights)) // 2)
        painter.setFont(sign)
        painter.setPen(QPen(theme.text))
        painter.drawText(QRectF(left, top, width, heights[0]), WRAPPED, self._sign)
        painter.setFont(action)
        painter.setPen(QPen(theme.emergency_text))
        painter.drawText(QRectF(left, top + heights[0], width, heights[1]), WRAPPED, self._action)

    def height_for(self, width: int) -> int:
        """The height that its words need."""
        px = self.look.px
        inside = width - px(96) - px(70)
        words = wrapped_height(self.look.font(25), self._sign, inside)
        return max(px(_STRIP), words + wrapped_height(self.look.font(25, 700), self._action, inside) + px(24))


class Topic(TouchButton):
    """A topic: a row on an upright screen, a card on a wide one."""

    def __init__(self, data: TopicData, look: TouchLook, parent: QWidget) -> None:
        super().__init__(data.title, look, height=_ROW, parent=parent)
        self.data = data
        self.is_card = False
        self.setObjectName(f"topic_{data.topic}")
        self.setAccessibleDescription(f"{data.description} {data.questions}")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def height_for(self, width: int) -> int:
        """The height that the words need at a width."""
        px = self.look.px
        title, text = self.look.font(29 if not self.is_card else 25, 700), self.look.font(22)
        if self.is_card:
            inside = width - px(36)
            beside = inside - px(66)
            words = max(px(56), wrapped_height(title, self.data.title, beside))
            return words + wrapped_height(text, self.data.description, inside) + px(76)
        inside = width - px(112) - px(250)
        words = wrapped_height(title, self.data.title, inside) + wrapped_height(text, self.data.description, inside)
        return max(px(_ROW), words + px(30))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Tile, title, description, count, chevron."""
        px, theme = self.look.px, self.look.theme
        ground = theme.tint_strong if self.isDown() else theme.surface
        edge = theme.primary if self.isDown() else theme.line
        draw_rounded(painter, QRectF(self.rect()), px(14), ground, edge, 2 if theme.high_contrast else 1)
        side = px(56 if self.is_card else 64)
        tile = QRectF(
            px(18 if self.is_card else 26), px(16) if self.is_card else (self.height() - side) / 2, side, side
        )
        draw_rounded(painter, tile, px(14), theme.tint, theme.primary, 2 if theme.high_contrast else 0)
        draw_icon(
            painter, self.look.icons.pixmap(self.data.icon, px(36), theme.primary, self.devicePixelRatioF()), tile
        )
        if self.is_card:
            self._paint_card(painter, tile)
        else:
            self._paint_row(painter, tile)

    def _paint_row(self, painter: QPainter, tile: QRectF) -> None:
        px, theme = self.look.px, self.look.theme
        left = tile.right() + px(22)
        width = self.width() - left - px(250)
        title, text = self.look.font(29, 700), self.look.font(22)
        heights = (
            wrapped_height(title, self.data.title, round(width)),
            wrapped_height(text, self.data.description, round(width)),
        )
        top = (self.height() - sum(heights)) / 2
        painter.setFont(title)
        painter.setPen(QPen(theme.heading))
        painter.drawText(QRectF(left, top, width, heights[0]), WRAPPED, self.data.title)
        painter.setFont(text)
        painter.setPen(QPen(theme.text))
        painter.drawText(QRectF(left, top + heights[0], width, heights[1]), WRAPPED, self.data.description)
        painter.setPen(QPen(theme.text_soft))
        end = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing)
        painter.drawText(QRectF(self.width() - px(250), 0, px(170), self.height()), end, self.data.questions)
        chevron = self.look.icon("chevron-right", 30, "primary", self)
        draw_icon(painter, chevron, QRectF(self.width() - px(66), 0, px(48), self.height()))

    def _paint_card(self, painter: QPainter, tile: QRectF) -> None:
        px, theme = self.look.px, self.look.theme
        inside = self.width() - px(36)
        left = tile.right() + px(12)
        title, text = self.look.font(25, 700), self.look.font(22)
        height = max(px(56), wrapped_height(title, self.data.title, round(inside - px(66))))
        painter.setFont(title)
        painter.setPen(QPen(theme.heading))
        painter.drawText(QRectF(left, tile.top(), self.width() - left - px(16), height), WRAPPED, self.data.title)
        painter.setFont(text)
        painter.setPen(QPen(theme.text))
        top = tile.top() + height + px(6)
        top_aligned = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        painter.drawText(QRectF(px(18), top, inside, self.height() - top - px(40)), top_aligned, self.data.description)
        painter.setPen(QPen(theme.text_soft))
        foot = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
        painter.drawText(QRectF(px(18), 0, inside, self.height() - px(12)), foot, self.data.questions)


class Head(QWidget):
    """The library's name and question on the panel, with its ornament; the clinic's name at the end.

    Signals:
        clinic_touched: a finger came down on the clinic's name: five times, and staff may enter.
    """

    clinic_touched = Signal()

    def __init__(
        self, words: HomeWords, look: TouchLook, logo: Picture | None, ornament: Picture | None, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_head")
        self.setAccessibleName(f"{words.library}. {words.question}")
        self._words, self.look = words, look
        self._logo, self._ornament = logo, ornament

    def clinic_place(self) -> QRectF:
        """Where the clinic's name is."""
        px = self.look.px
        return QRectF(self.width() / 2, 0, self.width() / 2 - px(_SIDE), px(108))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Count touches on the clinic's name."""
        if self.clinic_place().contains(event.position()):
            self.clinic_touched.emit()

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Panel, logo, names, question, ornament."""
        px, theme = self.look.px, self.look.theme
        draw_ground(painter, QRectF(self.rect()), theme.panel)
        left = px(_SIDE)
        line = px(34) if self.height() > px(180) else px(18)
        if self._logo is not None:
            # A picture is drawn at the far end of its room.
            self._logo.draw(painter, QRectF(left, line, px(56), px(56)), on_panel(theme))
            left += px(72)
        painter.setPen(QPen(theme.on_panel))
        painter.setFont(self.look.font(27, 700))
        painter.drawText(QRectF(left, line, self.width() / 2, px(56)), WRAPPED, self._words.library)
        painter.setFont(self.look.font(22))
        end = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing) | int(Qt.TextFlag.TextWordWrap)
        painter.setPen(QPen(theme.on_panel_soft))
        painter.drawText(QRectF(self.width() / 2, line, self.width() / 2 - px(_SIDE), px(56)), end, self._words.clinic)
        painter.setPen(QPen(theme.on_panel))
        high = self.height() > px(180)
        if self.height() < px(100):
            # On the smallest screen the topics need the room: their titles say what can be asked.
            return
        painter.setFont(self.look.font(54 if high else 36, 800))
        top = line + px(58)
        painter.drawText(
            QRectF(px(_SIDE), top, self.width() - px(2 * _SIDE), px(72 if high else 50)), WRAPPED, self._words.question
        )
        if self._ornament is not None and high:
            painter.setOpacity(0.45)
            self._ornament.draw(
                painter, QRectF(self.width() / 2, px(96), self.width() / 2 - px(20), self.height() - px(104)), theme
            )
            painter.setOpacity(1)


class TouchHome(QWidget):
    """Places its parts by the shape of the screen; what is low stays low, within reach from a chair.

    Signals:
        topic_asked: id of a topic.
        help_asked: the emergency strip.
        search_asked: the search field was touched.
        number_asked: the visitor has a number from a card or a sheet.
        language_asked: the code of a language.
        clinic_touched: see `Head`.
    """

    topic_asked = Signal(str)
    help_asked = Signal()
    search_asked = Signal()
    number_asked = Signal()
    language_asked = Signal(str)
    clinic_touched = Signal()

    def __init__(
        self,
        words: HomeWords,
        topics: tuple[TopicData, ...],
        look: TouchLook,
        *,
        features: tuple[str, ...],
        logo: Picture | None = None,
        ornament: Picture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("kiosk_home")
        self.setProperty(UNRINGED, True)
        self._look = look
        self.head = Head(words, look, logo, ornament, self)
        self.head.clinic_touched.connect(self.clinic_touched)
        self.strip = Strip(words.sign, words.action, look, self)
        self.strip.clicked.connect(self.help_asked)
        content = QWidget(self)
        content.setObjectName("home_content")
        self._grid = QGridLayout(content)
        self.topics = [Topic(topic, look, content) for topic in topics]
        self._scroll = TouchScrollArea(content, self)
        for topic in self.topics:
            topic.clicked.connect(self._take_topic)
            self._scroll.watch(topic)
        self.search = TouchButton(
            words.search_hint, look, icon="search", height=96, leading=True, end_icon="keyboard", parent=self
        )
        self.search.setObjectName("kiosk_search")
        self.search.clicked.connect(self.search_asked)
        self.search.setVisible("search" in features)
        self.number = TouchButton(words.number, look, icon="keypad", height=96, parent=self)
        self.number.setObjectName("kiosk_number")
        self.number.clicked.connect(self.number_asked)
        self.number.setVisible("numbers" in features)
        self.languages = []
        self._low = QHBoxLayout()
        self._low.setSpacing(look.px(12))
        self._low.addWidget(self.search, 5)
        self._low.addWidget(self.number, 3)
        choices = QHBoxLayout()
        choices.setSpacing(look.px(12))
        if len(words.languages) > 1:
            for code, name in words.languages:
                button = TouchButton(name, look, parent=self)
                button.setProperty("language", code)
                button.set_selected(code == words.language)
                button.clicked.connect(self._take_language)
                self.languages.append(button)
                choices.addWidget(button, 1)
        self._inside = QVBoxLayout()
        self._inside.addWidget(self.strip)
        self._inside.addWidget(self._scroll, 1)
        self._inside.addLayout(self._low)
        self._inside.addLayout(choices)
        column = QVBoxLayout(self)
        column.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(self._inside, 1)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows on an upright screen, cards on a wide one."""
        super().resizeEvent(event)
        self._arrange()

    def sizeHint(self) -> QSize:
        """Any size will do."""
        return QSize(800, 480)

    def _arrange(self) -> None:
        px = self._look.px
        upright = self.height() > self.width()
        # The bar at the foot belongs to the window: it is not counted here.
        low = self.height() < px(_LOW_BELOW)
        very_low = self.height() < _VERY_LOW_BELOW
        self.head.setFixedHeight(px(_HEAD_VERY_LOW if very_low else _HEAD_LOW if low else _HEAD))
        side = px(_SIDE) if self.width() >= px(900) else px(20)
        self._inside.setContentsMargins(side, px(12 if low else 20), side, px(10 if low else 18))
        self._inside.setSpacing(px(12 if low else 16))
        inside = self.width() - 2 * side
        self.strip.setFixedHeight(self.strip.height_for(inside))
        columns = 1 if upright or not self.topics else min(4, len(self.topics)) if inside >= px(1000) else 2
        gap = px(10)
        self._grid.setContentsMargins(0, 0, px(6), 0)
        self._grid.setSpacing(gap)
        width = (inside - px(6) - px(30) - gap * (columns - 1)) // columns
        tallest: dict[int, int] = {}
        for number, topic in enumerate(self.topics):
            topic.is_card = columns > 1
            row, column = divmod(number, columns)
            self._grid.addWidget(topic, row, column)
            tallest[row] = max(tallest.get(row, 0), topic.height_for(width))
        for number, topic in enumerate(self.topics):
            topic.setFixedHeight(tallest[number // columns])
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        self._grid.setRowStretch(len(tallest), 1)

    @Slot()
    def _take_topic(self) -> None:
        topic = self.sender()
        if isinstance(topic, Topic):
            self.topic_asked.emit(topic.data.topic)

    @Slot()
    def _take_language(self) -> None:
        self.language_asked.emit(self.sender().property("language"))
