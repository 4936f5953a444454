"""The menus: everything that has no button in sight, and what can be done with selected words."""

from collections.abc import Mapping, Sequence
from typing import Final

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import (
    QAction,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QWidget

from pmlapp.content.page import OutlineEntry
from pmlapp.reading.bars.commands import COMMANDS, Command, Group
from pmlapp.reading.bars.top_bar import TopBar
from pmlapp.reading.look.buttons import BarButton
from pmlapp.reading.look.look import Look, draw_icon
from pmlapp.reading.look.painting import guarded, painting
from pmlapp.reading.look.style_sheet import MENU_RADIUS

_WIDTH = 352
_PARTS: Final = (Group.TAKE_AWAY, Group.COMFORT, Group.WHERE, Group.THIS_PAGE, Group.LIBRARY)
"""The parts of the menu More, from its top: what there is a button for in a wide window comes first."""


class RoundedMenu(QMenu):
    """A menu with round corners, its icons before the words, and our own ticks at the end of the row.

    The corners are cut off by a mask, as not every window system can show a window with see-through corners.
    """

    def __init__(self, title: str, look: Look, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._look = look
        self._icons: dict[QAction, str] = {}
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

    def set_look(self, look: Look) -> None:
        """Colours come from the window's style sheet; the font, icons and ticks from here."""
        self._look = look
        self.setFont(look.font())
        if self._icons:
            self.setMinimumWidth(look.scale.bar(_WIDTH))

    def set_icon(self, action: QAction, icon: str) -> None:
        """Draw an icon before the words of an entry."""
        self._icons[action] = icon
        self.setProperty("iconed", True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut off the corners."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), MENU_RADIUS, MENU_RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's rows, then their icons, a tick in those that are chosen and a chevron in those that open a menu."""
        super().paintEvent(event)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        onward = "chevron-right" if rightward else "chevron-left"
        with painting(self) as painter:
            for action in self.actions():
                if not action.isVisible() or action.isSeparator():
                    continue
                if icon := self._icons.get(action):
                    self._draw(painter, action, icon, 22, at_end=not rightward)
                mark = "check" if action.isChecked() else onward if action.menu() is not None else ""
                if mark:
                    self._draw(painter, action, mark, 20, at_end=rightward)

    def _draw(self, painter: QPainter, action: QAction, icon: str, size: int, *, at_end: bool) -> None:
        bar, theme = self._look.scale.bar, self._look.theme
        ink = theme.disabled if not action.isEnabled() else theme.text
        if action is self.activeAction() and action.isEnabled():
            ink = theme.on_primary
        row = QRectF(self.actionGeometry(action))
        left = row.right() - bar(14 + size) if at_end else row.left() + bar(14)
        draw_icon(painter, self._look.pixmap(icon, size, ink, self), QRectF(left, row.top(), bar(size), row.height()))


class Menus(QWidget):
    """Holds the menus; never seen itself.  ``keys`` gives the key of a command, to be shown beside it.

    Signals:
        asked: the name of the command that was chosen in More.
        place_asked: the anchor of a heading of the page.
        remembering_chosen: whether the place may be kept.
        language_chosen, pages_language_chosen: the code of a language for the window, or for the pages.
        copy_asked, copy_with_source_asked, find_selected_asked, search_selected_asked: an entry about selected words.
    """

    asked = Signal(str)
    place_asked = Signal(str)
    remembering_chosen = Signal(bool)
    language_chosen = Signal(str)
    pages_language_chosen = Signal(str)
    copy_asked = Signal()
    copy_with_source_asked = Signal()
    find_selected_asked = Signal()
    search_selected_asked = Signal()

    def __init__(
        self,
        look: Look,
        parent: QWidget,
        *,
        commands: tuple[Command, ...] = COMMANDS,
        keys: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.hide()
        self.more = RoundedMenu(self.tr("More"), look, parent)
        self.more.setObjectName("more_menu")
        self.places = RoundedMenu(self.tr("On this page"), look, parent)
        self.places.triggered.connect(self._go)
        self._opener: BarButton | None = None
        self.more.aboutToHide.connect(self._closed)
        self._entries: dict[Command, QAction] = {}
        self._left_out: set[str] = set()
        self._look = look
        self._languages: list[RoundedMenu] = []
        self._fill_more(commands, keys or {})
        self.remembering = self.more.addAction(self.tr("Remember where I was"))
        self.remembering.setCheckable(True)
        self.remembering.triggered.connect(self.remembering_chosen)
        self.selection = RoundedMenu(self.tr("Selected words"), look, parent)
        self.selection.setObjectName("selection_menu")
        for text, signal in (
            (self.tr("Copy"), self.copy_asked),
            (self.tr("Copy with source"), self.copy_with_source_asked),
            (self.tr("Find on this page"), self.find_selected_asked),
            (self.tr("Search the library"), self.search_selected_asked),
        ):
            self.selection.addAction(text).triggered.connect(signal)
        self.set_look(look)

    def _fill_more(self, commands: tuple[Command, ...], keys: Mapping[str, str]) -> None:
        for part in _PARTS:
            for command in commands:
                if command.group is not part or not command.entry:
                    continue
                if command.asks == "places":
                    action = self.more.addMenu(self.places)
                else:
                    action = self.more.addAction(command.shown_name)
                    action.setData(command.asks)
                    action.triggered.connect(self._ask)
                self._entries[command] = action
                self.more.set_icon(action, command.icon)
                if key := keys.get(command.asks):
                    action.setShortcut(QKeySequence(key))
                    # Shown here; the key itself is the window's.
                    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
                    action.setShortcutVisibleInContextMenu(True)
            self.more.addSeparator()

    def entry(self, asks: str) -> QAction:
        """The entry of a command in More."""
        return next(action for command, action in self._entries.items() if command.asks == asks)

    def leave_out(self, asks: str) -> None:
        """Never offer a command that is not allowed here."""
        self._left_out.add(asks)

    @Slot()
    def _ask(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.asked.emit(action.data())

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        for menu in (self.more, self.places, self.selection, *self._languages):
            menu.set_look(look)

    def set_remembering(self, remembering: bool) -> None:
        """Tick whether the place may be kept."""
        self.remembering.setChecked(remembering)

    def offer_languages(
        self, of_window: Sequence[tuple[str, str]], window: str, of_pages: Sequence[tuple[str, str]], pages: str
    ) -> None:
        """Offer languages, pairs of a code and a name in itself, where there is more than one to choose from."""
        self._offer(self.tr("Language of the window"), of_window, window, self.language_chosen)
        self._offer(self.tr("Language of the pages"), of_pages, pages, self.pages_language_chosen)

    def _offer(self, title: str, languages: Sequence[tuple[str, str]], chosen: str, signal: SignalInstance) -> None:
        if len(languages) < 2:
            return
        menu = RoundedMenu(title, self._look, self.more)
        for code, name in languages:
            action = menu.addAction(name)
            action.setData(code)
            action.setCheckable(True)
            action.setChecked(code == chosen)
        menu.triggered.connect(lambda action: signal.emit(action.data()))
        menu.set_look(self._look)
        self._languages.append(menu)
        self.more.set_icon(self.more.addMenu(menu), "language")

    def show_more(self, bar: TopBar, places: tuple[OutlineEntry, ...]) -> None:
        """Open the menu of what has no button in ``bar``; ``places`` are headings that are nowhere else."""
        self.places.clear()
        for place in places:
            self.places.addAction(place.title).setData(place.anchor)
        for command, action in self._entries.items():
            offered = bar.where in command.entry and not bar.offers(command.asks)
            action.setVisible(offered and command.asks not in self._left_out)
        self.entry("places").setVisible(bool(places))
        self.entry("forward").setEnabled(bar.can_go_forward)
        self._open(self.more, bar.button("more"))

    def _open(self, menu: RoundedMenu, button: BarButton) -> None:
        below = button.height() + 4
        if button.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place = button.mapToGlobal(QPoint(0, below))
        else:
            end = button.mapToGlobal(QPoint(button.width(), below))
            place = QPoint(end.x() - menu.sizeHint().width(), end.y())
        self._opener = button
        button.set_chosen(True)
        menu.popup(place)

    @Slot()
    def _closed(self) -> None:
        if self._opener is not None:
            self._opener.set_chosen(False)
            self._opener = None

    @Slot(QAction)
    def _go(self, action: QAction) -> None:
        self.place_asked.emit(action.data())
