"""The bar at the top: where to go, the search box, and how the page looks."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from pmlapp.reading.finding.search_box import SearchBox
from pmlapp.reading.look.buttons import BarButton
from pmlapp.reading.look.images import Picture
from pmlapp.reading.look.logo import Logo
from pmlapp.reading.look.look import Look, draw_ground
from pmlapp.reading.look.painting import painted

_SEARCH_WIDEST = 900


class TopBar(QWidget):
    """Buttons with words; icons alone where the window is narrow.

    Signals are named for what the reader asks for.
    """

    home_asked = Signal()
    back_asked = Signal()
    forward_asked = Signal()
    topics_asked = Signal()
    words_asked = Signal()
    smaller_asked = Signal()
    larger_asked = Signal()
    colours_asked = Signal()
    more_asked = Signal()

    def __init__(
        self,
        look: Look,
        title: str,
        *,
        search_hint: str,
        logo: Picture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._look = look
        self._search_hint = search_hint
        self._at_home = True
        self._narrow = False
        self._wide = False
        self._arranged: tuple[object, ...] = ()
        self.logo = Logo(look, logo, self)
        self._title = QLabel(title, self)
        self._title.setObjectName("app_title")
        self.topics = self._button("topics", "topics", self.tr("Topics"))
        self.home = self._button("home", "home", self.tr("Home"))
        self.back = self._button("back", "back", self.tr("Back"))
        self.forward = self._button("forward", "forward", self.tr("Forward"))
        self.search = SearchBox(look, parent=self)
        self.search.set_hint(search_hint)
        self.words = self._button("words", "glossary", self.tr("Word list"))
        self.smaller = self._button("smaller", "text-smaller", self.tr("Smaller"), self.tr("Smaller text"))
        self.larger = self._button("larger", "text-larger", self.tr("Larger"), self.tr("Larger text"))
        self.colours = self._button("colours", "theme", self.tr("Colours"))
        self.more = self._button("more", "more", self.tr("More"))
        for button, signal in (
            (self.topics, self.topics_asked),
            (self.home, self.home_asked),
            (self.back, self.back_asked),
            (self.forward, self.forward_asked),
            (self.words, self.words_asked),
            (self.smaller, self.smaller_asked),
            (self.larger, self.larger_asked),
            (self.colours, self.colours_asked),
            (self.more, self.more_asked),
        ):
            button.clicked.connect(signal)
        row = QHBoxLayout(self)
        self._stretch = QWidget(self)
        self._stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for widget in (
            self.logo,
            self._title,
            self.topics,
            self.home,
            self.back,
            self.forward,
            self.search,
            self._stretch,
            self.words,
            self.smaller,
            self.larger,
            self.colours,
            self.more,
        ):
            row.addWidget(widget)
        # On a very wide window the box stays as long as a question, and the rest of the bar is empty.
        row.setStretchFactor(self.search, 1)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.set_look(look)

    def _button(self, name: str, icon: str, text: str, accessible: str = "") -> BarButton:
        button = BarButton(icon, text, self._look, name=accessible, parent=self)
        button.setObjectName(name)
        return button

    def buttons(self) -> tuple[BarButton, ...]:
        """Every button of the bar, shown or not."""
        return (
            self.topics,
            self.home,
            self.back,
            self.forward,
            self.words,
            self.smaller,
            self.larger,
            self.colours,
            self.more,
        )

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        for button in self.buttons():
            button.set_look(look)
        self.logo.set_look(look)
        self.search.set_look(look)
        self._title.setFont(look.font(weight=700))
        title_font = look.font(weight=700)
        title_font.setPixelSize(round(22 * look.scale.chrome))
        self._title.setFont(title_font)
        self._title.setStyleSheet(f"color: {look.theme.heading.name()}")
        self.arrange(at_home=self._at_home, narrow=self._narrow, wide=self._wide)

    def set_ways(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back and forward."""
        self.back.setEnabled(back)
        self.forward.setEnabled(forward)
        self.arrange(at_home=self._at_home, narrow=self._narrow, wide=self._wide)

    def arrange(self, *, at_home: bool, narrow: bool, wide: bool = False) -> None:
        """Show what is useful on this page at this width; in a ``wide`` window the search box does not grow further."""
        wanted = (at_home, narrow, wide, self.back.isEnabled(), self.forward.isEnabled(), self._look)
        if wanted == self._arranged:
            return
        self._arranged = wanted
        self._at_home = at_home
        self._narrow = narrow
        self._wide = wide
        bar = self._look.scale.bar
        self.logo.setVisible(at_home)
        self._title.setVisible(at_home)
        self._stretch.setVisible(at_home or wide)
        self.search.setMaximumWidth(bar(_SEARCH_WIDEST))
        self.search.setVisible(not at_home)
        self.home.setVisible(not at_home)
        self.back.setVisible(not at_home or self.back.isEnabled())
        self.forward.setVisible(not narrow and (not at_home or self.forward.isEnabled()))
        self.topics.setVisible(narrow and not at_home)
        self.words.setVisible(at_home and not narrow)
        self.colours.setVisible(not narrow)
        for button in self.buttons():
            button.set_worded(not narrow)
        self.search.set_hint(self.tr("Search") if narrow else self._search_hint)
        self.setFixedHeight(bar(70 if narrow else 80))
        row = self.layout()
        side = bar(9 if narrow else 16)
        if row is not None:
            row.setContentsMargins(side, 0, side, 1)
            row.setSpacing(bar(0 if narrow else 8))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground and the line under it."""
        draw_ground(painter, self.rect(), self._look.theme.pane)
        painter.setPen(QPen(self._look.theme.line, 1))
        y = self.height() - 0.5
        painter.drawLine(QRectF(0, y, self.width(), 0).topLeft(), QRectF(0, y, self.width(), 0).topRight())
