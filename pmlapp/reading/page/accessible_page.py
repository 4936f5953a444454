"""The page as a tree of things for assistive tools, made of exactly what `library.pages.heard` hears.

Qt itself gives them one label with all the words.  Nothing here is made, or
even imported, before a tool asks for the page.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import reduce
from typing import Any

from PySide6.QtCore import QLocale, QObject, QRect, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QTextDocument,
    QWindow,
)
from PySide6.QtWidgets import QAbstractScrollArea, QAccessibleWidget, QWidget
from shiboken6 import Shiboken, VoidPtr

from pmlapp.content.page import BlockId, Page
from pmlapp.library.pages.heard import Heard, Role, State, heard
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.page.shown_page import ShownPage
from pmlapp.reading.page.word_places import Characters, places_of
from pmlapp.reading.typesetting.typesetter import TypesetPage

_ROLES = {
    Role.HEADING: QAccessible.Role.Heading,
    Role.PARAGRAPH: QAccessible.Role.Paragraph,
    Role.LIST: QAccessible.Role.List,
    Role.ITEM: QAccessible.Role.ListItem,
    Role.TABLE: QAccessible.Role.Table,
    Role.ROW: QAccessible.Role.Row,
    Role.COLUMN_HEADER: QAccessible.Role.ColumnHeader,
    Role.CELL: QAccessible.Role.Cell,
    Role.PICTURE: QAccessible.Role.Graphic,
    Role.LINK: QAccessible.Role.Link,
    Role.BUTTON: QAccessible.Role.Button,
    Role.SECTION: QAccessible.Role.Section,
}
_NO_INTERFACE = VoidPtr(0)
"""The only other thing that `interface_cast` may return: for None the process ends."""

_AFTER_PAINT_MS = 30
"""The page is painted first; a tool that asks sooner is answered sooner."""

Interface = QAccessible.InterfaceType


class PageTree(QObject):
    """Keeps the things of one pane's page; made again when the page is another, or a fold was opened or closed.

    Signals:
        pressed: target of what a tool pressed, and which of those that lead there it was (0-based).
        led_elsewhere: the target of a link that the pane does not show, such as the way to the page in a low window.
    """

    pressed = Signal(str, int)
    led_elsewhere = Signal(str)

    def __init__(self, pane: QAbstractScrollArea, shown: ShownPage, words: PageWords) -> None:
        super().__init__(pane)
        self.pane = pane
        self.shown = shown
        self._words = words
        self._of: tuple[Page | None, frozenset[str]] = (None, frozenset())
        self._told: Page | None = None
        self._things: list[Thing] = []
        self._ids: list[int] = []
        self._places: Mapping[int, Characters] = {}
        self._placed_in: QTextDocument | None = None
        self.face = AccessiblePage(self)
        # Behind the tool's call: what it called is gone by the time that another page is shown.
        self.pressed.connect(self._press, Qt.ConnectionType.QueuedConnection)
        self._afterwards = QTimer(self, singleShot=True, interval=_AFTER_PAINT_MS)
        self._afterwards.timeout.connect(self._tell)

    @property
    def document(self) -> "Thing | None":
        """The page as a whole, made if it is not there; None as long as no page is shown."""
        if not self._things and self.shown.page is not None:
            self._make(self.shown.page)
        return self._things[0] if self._things else None

    def follow(self) -> None:
        """Another page may be shown: forget the things of the old one, and tell the tools."""
        if not self._things or self._of == (self.shown.page, self.shown.open_folds):
            return
        QAccessible.updateAccessibility(QAccessibleEvent(self._things[0], QAccessible.Event.ObjectDestroyed))
        self.forget()
        self._afterwards.start()

    @Slot()
    def _tell(self) -> None:
        """Tell the tools what there is now."""
        document = self.document
        if document is None or not QAccessible.isActive():
            return
        QAccessible.updateAccessibility(QAccessibleEvent(document, QAccessible.Event.ObjectCreated))
        if self._told == self.shown.page:
            self.follow_focus()
        else:
            QAccessible.updateAccessibility(QAccessibleEvent(document, QAccessible.Event.DocumentLoadComplete))
        self._told = self.shown.page

    def follow_focus(self) -> None:
        """Tell the tools that the keyboard is on another link."""
        focused = self.focused
        if focused is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(focused, QAccessible.Event.Focus))

    @property
    def focused(self) -> "Thing | None":
        """The link or button that the keyboard is on."""
        number = self.shown.focused_link
        if number is None or not self.pane.hasFocus() or self.document is None:
            return None
        return next((thing for thing in self._things if thing.number == number), None)

    def forget(self) -> None:
        """Let go of everything; Qt first, which would otherwise keep pointing at it."""
        ids, self._ids = self._ids, []
        for each in ids:
            QAccessible.deleteAccessibleInterface(each)
        self._things = []
        self._places = {}
        self._placed_in = None

    def _make(self, page: Page) -> None:
        self._of = (page, self.shown.open_folds)
        links = self.shown.links()
        numbers = {target: [n for n, each in enumerate(links) if each == target] for target in set(links)}
        met: Counter[str] = Counter()
        whole = Heard(Role.SECTION, page.title, BlockId(""), parts=heard(page, self._words, self.shown.open_folds))
        document = Thing(self, None, whole)
        for thing in document.walk():
            target = thing.heard.target
            if target:
                leading = numbers.get(target, [])
                thing.nth = met[target]
                met[target] += 1
                if leading:
                    thing.number = leading[min(thing.nth, len(leading) - 1)]
            self._things.append(thing)
            thing.id = QAccessible.registerAccessibleInterface(thing)
            self._ids.append(thing.id)

    @Slot(str, int)
    def _press(self, target: str, nth: int) -> None:
        numbers = [number for number, each in enumerate(self.shown.links()) if each == target]
        if numbers:
            self.shown.follow(numbers[min(nth, len(numbers) - 1)])
        else:
            self.led_elsewhere.emit(target)

    def place_of(self, thing: "Thing") -> QRect:
        """Where a thing is, in the viewport: its words, or those inside it; empty if it has no place of its own."""
        typeset = self.shown.typeset
        if typeset is None:
            return QRect()
        if self._placed_in is not typeset.document:
            self._placed_in = typeset.document
            texts = ((n, each.heard.words) for n, each in enumerate(self._things) if n and not each.heard.target)
            found = places_of(typeset.document, (each for each in texts if each[1]))
            self._places = {self._ids[n]: place for n, place in found.items()}
        above = self.pane.verticalScrollBar().value()
        words = self._places.get(thing.id)
        if words is not None:
            boxes = self.shown.line_boxes(*words)
            lines = (QRectF(left, top, right - left, height) for left, right, top, height in boxes)
            return reduce(QRectF.united, lines, QRectF()).translated(0, -above).toAlignedRect()
        inside = reduce(QRect.united, map(self.place_in, thing.things), QRect())
        return self._block_of(typeset, thing.heard.block) if inside.isEmpty() else inside

    def place_in(self, thing: "Thing") -> QRect:
        """Where a thing is, in the viewport; of a link by its number."""
        return self.shown.link_rect(thing.number) if thing.number is not None else self.place_of(thing)

    def _block_of(self, typeset: TypesetPage, block: str) -> QRect:
        if block not in typeset.starts:
            return QRect()
        document = typeset.document
        first = typeset.starts[block]
        behind = min((start for start in typeset.starts.values() if start > first), default=document.blockCount())
        layout = document.documentLayout()
        rects = (layout.blockBoundingRect(document.findBlockByNumber(number)) for number in (first, behind - 1))
        whole = next(rects).united(next(rects))
        return whole.translated(0, -self.pane.verticalScrollBar().value()).toAlignedRect()


class AccessiblePage(QAccessibleWidget):
    """What assistive tools are given for the pane: its page, and what is beside it.

    It has no text of its own that a tool could select or change: Qt's would let one write into the page.
    """

    def __init__(self, tree: PageTree) -> None:
        super().__init__(tree.pane, QAccessible.Role.Pane)
        self._tree = tree

    def _children(self) -> list[QAccessibleInterface]:
        document, pane = self._tree.document, self._tree.pane
        beside = (
            QAccessible.queryAccessibleInterface(each)
            for each in (*pane.children(), *pane.viewport().children())
            if isinstance(each, QWidget) and each.isVisible() and each.accessibleName()
        )
        return [each for each in (document, *beside) if each is not None]

    def childCount(self) -> int:
        """The page, and what is beside or on it and has a name: panels, the star."""
        return len(self._children())

    def child(self, index: int) -> QAccessibleInterface:
        """One of them."""
        children = self._children()
        return children[index] if 0 <= index < len(children) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of them; -1 if it is not one of them."""
        return _index_of(child, self._children())

    def focusChild(self) -> QAccessibleInterface:
        """The link that the keyboard is on."""
        return self._tree.focused  # type: ignore[return-value]


class Thing(QAccessibleInterface):
    """One thing on the page; ``number`` is that of its link on the page, ``nth`` counts those to one target."""

    def __init__(self, tree: PageTree, parent: "Thing | None", said: Heard) -> None:
        super().__init__()
        self._tree = tree
        self._parent = parent
        self.heard = said
        self.number: int | None = None
        self.nth = 0
        self.id = 0
        self._things = [Thing(tree, self, each) for each in said.parts]
        # Qt keeps no reference to either.
        self._action = _Press(self) if said.target else None
        language = tree.shown.page.language if parent is None and tree.shown.page is not None else ""
        self._attributes = _Attributes(said.level, language) if said.level or language else None

    @property
    def things(self) -> "tuple[Thing, ...]":
        """What is directly inside it."""
        return tuple(self._things)

    def walk(self) -> "Iterator[Thing]":
        """This and all that is inside it, in reading order."""
        yield self
        for each in self._things:
            yield from each.walk()

    def press(self) -> None:
        """Do what a click would do, as soon as the tool's call is over."""
        self._tree.pressed.emit(self.heard.target, self.nth)

    def focus(self) -> None:
        """Put the keyboard here."""
        self._tree.pane.setFocus(Qt.FocusReason.OtherFocusReason)
        self._tree.shown.focus_link(self.number)

    # Qt

    def isValid(self) -> bool:
        """Whether the pane is still there."""
        return Shiboken.isValid(self._tree) and Shiboken.isValid(self._tree.pane)

    def object(self) -> QObject:
        """Nothing: no object is behind it."""
        return None  # type: ignore[return-value]

    def window(self) -> QWindow:
        """The window that the page is in."""
        return self._tree.pane.window().windowHandle()

    def parent(self) -> QAccessibleInterface:
        """What it is inside of; of the page as a whole that is the pane."""
        return self._parent or QAccessible.queryAccessibleInterface(self._tree.pane)

    def childCount(self) -> int:
        """How many things are directly inside it."""
        return len(self._things)

    def child(self, index: int) -> QAccessibleInterface:
        """One of them."""
        return self._things[index] if 0 <= index < len(self._things) else None  # type: ignore[return-value]

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of them; -1 if it is not one of them."""
        return _index_of(child, self._things)

    def childAt(self, x: int, y: int) -> QAccessibleInterface:
        """What is at a point of the screen."""
        found = (each for each in self._things if each.rect().contains(x, y))
        return next(found, None)  # type: ignore[return-value]

    def rect(self) -> QRect:
        """Where it is on the screen; of what has no place of its own that is the place of what it is inside of."""
        viewport = self._tree.pane.viewport()
        if self._parent is None:
            return QRect(viewport.mapToGlobal(viewport.rect().topLeft()), viewport.size())
        place = self._tree.place_in(self)
        return (
            QRect(viewport.mapToGlobal(place.topLeft()), place.size()) if not place.isEmpty() else self._parent.rect()
        )

    def role(self) -> QAccessible.Role:
        """What it is."""
        return QAccessible.Role.Document if self._parent is None else _ROLES[self.heard.role]

    def state(self) -> QAccessible.State:
        """What can be done with it, and how it is now."""
        state: Any = QAccessible.State()
        state.readOnly = True
        state.invisible = not self._tree.pane.isVisible()
        if self.heard.target:
            state.focusable = True
            state.linked = self.heard.role is Role.LINK
            state.focused = self is self._tree.focused
        if self.heard.state is not None:
            state.expandable = True
            state.expanded = self.heard.state is State.EXPANDED
            state.collapsed = self.heard.state is State.COLLAPSED
        made: QAccessible.State = state
        return made

    def text(self, kind: QAccessible.Text) -> str:
        """Its name, and what describes it further."""
        match kind:
            case QAccessible.Text.Name:
                return self.heard.name
            case QAccessible.Text.Description:
                return self.heard.detail
            case _:
                return ""

    def setText(self, kind: QAccessible.Text, text: str) -> None:
        """Nothing: the words are the library's."""

    def interface_cast(self, kind: QAccessible.InterfaceType) -> Any:
        """What can be pressed, and the level of a heading."""
        if kind is Interface.ActionInterface and self._action is not None:
            return self._action
        if kind is Interface.AttributesInterface and self._attributes is not None:
            return self._attributes
        return _NO_INTERFACE


class _Press(QAccessibleActionInterface):
    """Lets a tool press a link or a button, or put the keyboard on it."""

    def __init__(self, thing: Thing) -> None:
        super().__init__()
        self._thing = thing

    def actionNames(self) -> list[str]:
        return [self.pressAction(), self.setFocusAction()]

    def doAction(self, name: str) -> None:
        if name == self.pressAction():
            self._thing.press()
        elif name == self.setFocusAction():
            self._thing.focus()

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []


class _Attributes(QAccessibleAttributesInterface):
    """The level of a heading, and the language of a page."""

    def __init__(self, level: int, language: str) -> None:
        super().__init__()
        self._values: dict[QAccessible.Attribute, object] = {}
        if level:
            self._values[QAccessible.Attribute.Level] = level
        if language:
            self._values[QAccessible.Attribute.Locale] = QLocale(language)

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return list(self._values)

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        return self._values.get(key)


def _index_of(child: QAccessibleInterface, children: "list[QAccessibleInterface] | list[Thing]") -> int:
    return next((n for n, each in enumerate(children) if each is child or each == child), -1)
