"""The bar at the top: where to go, the search box, how the page looks, what to take away."""

from itertools import chain

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from pmlapp.reading.bars.commands import COMMANDS, Command, Group, On
from pmlapp.reading.finding.search_box import SearchBox
from pmlapp.reading.look.buttons import BarButton
from pmlapp.reading.look.images import Picture
from pmlapp.reading.look.logo import Logo
from pmlapp.reading.look.look import Look, draw_ground
from pmlapp.reading.look.painting import painted

_SEARCH_WIDEST = 900
_SEARCH_LEAST = 180
"""Narrower, in px, the box would show no whole word: then buttons fold into the menu More."""
_BESIDE_SEARCH = 6
_BETWEEN_GROUPS = 15
_DIVIDER_HIGH = 44
_FOLDS_FIRST = (Group.TAKE_AWAY, Group.COMFORT, Group.WHERE)


class TopBar(QWidget):
    """Buttons with words, in three groups; icons alone where the window is narrow.

    Signals:
        asked: the name of the command that was asked for.
    """

    asked = Signal(str)

    def __init__(
        self,
        look: Look,
        title: str,
        *,
        search_hint: str,
        logo: Picture | None = None,
        commands: tuple[Command, ...] = COMMANDS,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self._look = look
        self._search_hint = search_hint
        self._commands = tuple(command for command in commands if command.button)
        self._at_home = True
        self._narrow = False
        self._wide = False
        self._arranged: tuple[object, ...] = ()
        self.can_go_forward = True
        self.logo = Logo(look, logo, self)
        self._title = QLabel(title, self)
        self._title.setObjectName("app_title")
        row = QHBoxLayout(self)
        row.addWidget(self.logo)
        row.addWidget(self._title)
        # Made in the order in which they are drawn: so Tab goes from one to the next.
        self._buttons: dict[str, BarButton] = {}
        self._add(row, Group.WHERE)
        self.search = SearchBox(look, parent=self)
        self.search.set_hint(search_hint)
        # Or a narrow bar would squeeze its buttons.
        self.search.setMinimumWidth(44)
        row.addSpacing(_BESIDE_SEARCH)
        row.addWidget(self.search)
        row.addSpacing(_BESIDE_SEARCH)
        self._stretch = QWidget(self)
        self._stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row.addWidget(self._stretch)
        self._add(row, Group.THIS_PAGE, Group.COMFORT)
        self._dividers = (QWidget(self), QWidget(self))
        row.addWidget(self._dividers[0])
        self._add(row, Group.TAKE_AWAY)
        row.addWidget(self._dividers[1])
        self._add(row, Group.MORE)
        # On a very wide window the box stays as long as a question, and the rest of the bar is empty.
        row.setStretchFactor(self.search, 1)
        row.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.set_look(look)

    def _add(self, row: QHBoxLayout, *groups: Group) -> None:
        for command in self._commands:
            if command.group in groups:
                button = BarButton(
                    command.icon,
                    command.shown_word,
                    self._look,
                    name=command.shown_name,
                    role="personal" if command.personal else "text",
                    parent=self,
                )
                button.setObjectName(command.asks)
                button.clicked.connect(self._ask)
                self._buttons[command.asks] = button
                row.addWidget(button)

    @Slot()
    def _ask(self) -> None:
        self.asked.emit(self.sender().objectName())

    def button(self, asks: str) -> BarButton:
        """The button of a command, shown or not."""
        return self._buttons[asks]

    def buttons(self) -> tuple[BarButton, ...]:
        """Every button of the bar, shown or not, as they are drawn."""
        return tuple(self._buttons.values())

    @property
    def where(self) -> On:
        """What kind of page the bar is over, in what kind of window."""
        if self._at_home:
            return On.NARROW_HOME if self._narrow else On.HOME
        return On.NARROW_PAGE if self._narrow else On.PAGE

    def offers(self, asks: str) -> bool:
        """Whether a command has its button in sight."""
        return asks in self._buttons and not self._buttons[asks].isHidden()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        for button in self.buttons():
            button.set_look(look)
        self.logo.set_look(look)
        self.search.set_look(look)
        title_font = look.font(weight=700)
        title_font.setPixelSize(round(22 * look.scale.chrome))
        self._title.setFont(title_font)
        self._title.setStyleSheet(f"color: {look.theme.heading.name()}")
        for divider in self._dividers:
            divider.setFixedSize(look.scale.bar(_BETWEEN_GROUPS), look.scale.bar(_DIVIDER_HIGH))
        self.arrange(at_home=self._at_home, narrow=self._narrow, wide=self._wide)

    def set_ways(self, *, back: bool, forward: bool) -> None:
        """Whether there is a way back and forward."""
        self.button("back").setEnabled(back)
        self.can_go_forward = forward
        self.arrange(at_home=self._at_home, narrow=self._narrow, wide=self._wide)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what has no room."""
        super().resizeEvent(event)
        self.arrange(at_home=self._at_home, narrow=self._narrow, wide=self._wide)

    def arrange(self, *, at_home: bool, narrow: bool, wide: bool = False) -> None:
        """Show what is useful on this page at this width; in a ``wide`` window the search box does not grow further."""
        wanted = (at_home, narrow, wide, self.button("back").isEnabled(), self._look, self.width())
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
        self.search.set_hint(self.tr("Search") if narrow else self._search_hint)
        shown = self._with_room([command for command in self._commands if self._is_useful(command)])
        for command in self._commands:
            button = self._buttons[command.asks]
            button.setVisible(command in shown)
            button.set_worded(not narrow)
        if not narrow and self._words_squeeze(shown):
            for command in shown:
                self._buttons[command.asks].set_worded(False)
        groups = {command.group for command in shown}
        self._dividers[0].setVisible(not narrow and Group.TAKE_AWAY in groups)
        self._dividers[1].setVisible(not narrow)
        self.setFixedHeight(bar(70 if narrow else 80))
        row = self.layout()
        side = bar(9 if narrow else 12)
        if row is not None:
            row.setContentsMargins(side, 0, side, 1)
            row.setSpacing(bar(0 if narrow else 2))

    def _is_useful(self, command: Command) -> bool:
        # At home a way back that is not there would only be in the way.
        return self.where in command.button and (not self._at_home or self._buttons[command.asks].isEnabled())

    def _words_squeeze(self, shown: list[Command]) -> bool:
        """Whether the words of the buttons, in a language that needs longer ones, leave too little for the rest."""
        bar = self._look.scale.bar
        rest = self.logo.sizeHint().width() + self._title.sizeHint().width() if self._at_home else bar(_SEARCH_LEAST)
        between = 2 * (bar(12) + _BESIDE_SEARCH + bar(_BETWEEN_GROUPS))
        words = sum(self._buttons[command.asks].sizeHint().width() + bar(2) for command in shown)
        return words + rest + between > self.width()

    def _with_room(self, shown: list[Command]) -> list[Command]:
        """The commands that keep their button: in a very narrow window those fold first that fewest need."""
        if not self._narrow:
            return shown
        bar = self._look.scale.bar
        other = 2 * _BESIDE_SEARCH + (self.logo.sizeHint().width() if self._at_home else _SEARCH_LEAST)
        most = (self.width() - 2 * bar(9) - other) // bar(48)
        for command in chain.from_iterable(
            [each for each in reversed(shown) if each.group is group and each.entry] for group in _FOLDS_FIRST
        ):
            if len(shown) <= most:
                break
            shown.remove(command)
        if self._at_home:
            # The name of the program is on the window's frame too.
            needed = len(shown) * bar(48) + other + self._title.sizeHint().width()
            self._title.setVisible(needed <= self.width() - 2 * bar(9))
        return shown

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """The ground, the line under it, and a line between groups."""
        draw_ground(painter, self.rect(), self._look.theme.pane)
        painter.setPen(QPen(self._look.theme.line, 1))
        y = self.height() - 0.5
        painter.drawLine(QRectF(0, y, self.width(), 0).topLeft(), QRectF(0, y, self.width(), 0).topRight())
        for divider in self._dividers:
            if not divider.isHidden():
                place = divider.geometry()
                middle = place.center().x()
                painter.drawLine(QPoint(middle, place.top()), QPoint(middle, place.bottom()))
