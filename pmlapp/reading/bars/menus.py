"""The menus: colours, everything that has no button, and what can be done with selected words."""

from PySide6.QtCore import QPoint, QRectF, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QAction, QActionGroup, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from pmlapp.content.page import OutlineEntry
from pmlapp.reading.look.look import Look, draw_icon
from pmlapp.reading.look.painting import guarded, painting
from pmlapp.reading.look.style_sheet import MENU_RADIUS

_THEMES = ("system", "light", "dark", "high_contrast", "warm_paper")


class RoundedMenu(QMenu):
    """A menu with round corners and our own ticks, at the end of the row: the words keep one edge.

    The corners are cut off by a mask, as not every window system can show a window with see-through corners.
    """

    def __init__(self, title: str, look: Look, parent: QWidget) -> None:
        super().__init__(title, parent)
        self._look = look
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setWindowFlag(Qt.WindowType.NoDropShadowWindowHint)

    def set_look(self, look: Look) -> None:
        """Colours come from the window's style sheet; the font and the ticks from here."""
        self._look = look
        self.setFont(look.font())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut off the corners."""
        super().resizeEvent(event)
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), MENU_RADIUS, MENU_RADIUS)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))

    @guarded
    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt's rows, then a tick in those that are chosen and a chevron in those that open a menu."""
        super().paintEvent(event)
        bar = self._look.scale.bar
        theme = self._look.theme
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        onward = "chevron-right" if rightward else "chevron-left"
        with painting(self) as painter:
            for action in self.actions():
                name = "check" if action.isChecked() else onward if action.menu() is not None else ""
                if not name or not action.isVisible():
                    continue
                ink = theme.on_primary if action is self.activeAction() else theme.text
                row = QRectF(self.actionGeometry(action))
                left = row.right() - bar(34) if rightward else row.left() + bar(14)
                pixmap = self._look.pixmap(name, 20, ink, self)
                draw_icon(painter, pixmap, QRectF(left, row.top(), bar(20), row.height()))


class Menus(QWidget):
    """Holds the menus; never seen itself.

    Signals:
        theme_chosen: a theme's name, or ``system``.
        forward_asked, find_asked, words_asked, about_asked, keys_asked: the entry of that name.
        place_asked: the anchor of a heading of the page.
        remembering_chosen: whether the place may be kept.
        copy_asked, copy_with_source_asked, find_selected_asked, search_selected_asked: an entry about selected words.
    """

    theme_chosen = Signal(str)
    forward_asked = Signal()
    find_asked = Signal()
    words_asked = Signal()
    about_asked = Signal()
    keys_asked = Signal()
    colours_asked = Signal()
    place_asked = Signal(str)
    remembering_chosen = Signal(bool)
    copy_asked = Signal()
    copy_with_source_asked = Signal()
    find_selected_asked = Signal()
    search_selected_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self.colours = RoundedMenu(self.tr("Colours"), look, parent)
        self.colours.setObjectName("colours_menu")
        self._group = QActionGroup(self)
        titles = {
            "system": self.tr("As this computer is set"),
            "light": self.tr("Light"),
            "dark": self.tr("Dark"),
            "high_contrast": self.tr("High contrast"),
            "warm_paper": self.tr("Warm paper"),
        }
        for name in _THEMES:
            action = self.colours.addAction(titles[name])
            action.setCheckable(True)
            action.setData(name)
            self._group.addAction(action)
        self._group.triggered.connect(self._choose_theme)
        self.more = RoundedMenu(self.tr("More"), look, parent)
        self.more.setObjectName("more_menu")
        self.forward = self._entry(self.tr("Forward"), self.forward_asked)
        self.find_entry = self._entry(self.tr("Find on this page"), self.find_asked)
        self.words = self._entry(self.tr("Word list"), self.words_asked)
        self.colours_entry = self._entry(self.tr("Colours"), self.colours_asked)
        self.places = RoundedMenu(self.tr("On this page"), look, parent)
        self.places.triggered.connect(self._go)
        self.places_entry = self.more.addMenu(self.places)
        self.more.addSeparator()
        self.about = self._entry(self.tr("About this library"), self.about_asked)
        self.keys = self._entry(self.tr("Keys"), self.keys_asked)
        self.more.addSeparator()
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
            self._entry(text, signal, self.selection)
        self.set_look(look)

    def _entry(self, text: str, signal: SignalInstance, menu: QMenu | None = None) -> QAction:
        action = (menu or self.more).addAction(text)
        action.triggered.connect(signal)
        return action

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        for menu in (self.colours, self.more, self.places, self.selection):
            menu.set_look(look)

    def set_choices(self, *, theme: str, remembering: bool) -> None:
        """Mark what is chosen."""
        for action in self._group.actions():
            action.setChecked(action.data() == theme)
        self.remembering.setChecked(remembering)

    def show_colours(self, button: QWidget) -> None:
        """Open the menu of themes under ``button``."""
        self._open(self.colours, button)

    def show_more(self, button: QWidget, places: tuple[OutlineEntry, ...], *, narrow: bool, at_home: bool) -> None:
        """Open the other menu, with the headings of the page where they stand nowhere else."""
        self.find_entry.setVisible(not at_home)
        self.places.clear()
        for place in places:
            self.places.addAction(place.title).setData(place.anchor)
        self.places_entry.setVisible(bool(places))
        self.colours_entry.setVisible(narrow)
        self.forward.setVisible(narrow)
        self._open(self.more, button)

    def _open(self, menu: QMenu, button: QWidget) -> None:
        right = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
        menu.popup(QPoint(right.x() - menu.sizeHint().width(), right.y()))

    @Slot(QAction)
    def _choose_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())

    @Slot(QAction)
    def _go(self, action: QAction) -> None:
        self.place_asked.emit(action.data())
