"""What a reader does at one part of the window and sees there, and small pages made by hand."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QTextBlock, QTextDocument, QTextFrame, QTextTable
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from pmlapp.content.page import (
    Align,
    Block,
    BlockId,
    Figure,
    Fold,
    Heading,
    Link,
    OutlineEntry,
    Page,
    Paragraph,
    Span,
    Table,
    Text,
)
from pmlapp.reading.page.article_pane import ArticlePane

Key = Qt.Key
NO_KEY = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
_LEFT = Qt.MouseButton.LeftButton
_EDGE = 30


class Desk(QWidget):
    """A window that holds one part, with a button before it and one behind it."""

    def __init__(self, part: QWidget, size: tuple[int, int]) -> None:
        super().__init__()
        self.setObjectName("window")
        self.before = QPushButton("before", self)
        self.before.setObjectName("before")
        self.part = part
        part.setParent(self)
        self.behind = QPushButton("behind", self)
        self.behind.setObjectName("behind")
        self.setTabOrder(self.before, part)
        self.give(*size)

    def give(self, width: int, height: int) -> None:
        """Let the part be this large."""
        self.resize(width, height + 2 * _EDGE)
        self.part.setGeometry(0, _EDGE, width, height)
        self.before.setGeometry(0, 0, 100, _EDGE)
        self.behind.setGeometry(0, height + _EDGE, 100, _EDGE)

    @property
    def keyboard(self) -> str:
        """The name of the part that the keyboard is on."""
        focus = self.focusWidget()
        return focus.objectName() if focus is not None else ""

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        """Real keys: they go to the window, which finds out whom they are for."""
        for _ in range(times):
            QTest.keyClick(self.windowHandle(), key, held)

    def types(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.windowHandle(), ord(letter))


class PageReader:
    """Reads a page in the browser pane.  Methods are what a reader does, properties what can be seen."""

    def __init__(self, pane: ArticlePane, desk: Desk) -> None:
        self.pane = pane
        self.desk = desk
        self.followed: list[tuple[str, int]] = []
        self.places: list[str] = []
        pane.link_followed.connect(self._note_link)
        pane.place_changed.connect(self.places.append)
        pane.setFocus()

    def _note_link(self, target: str, number: int) -> None:
        self.followed.append((target, number))

    # Does

    def reads(self, page: Page, *, position: float = 0.0, focused_link: int | None = None) -> None:
        self.pane.show_page(page, position=position, focused_link=focused_link)

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = NO_KEY, times: int = 1) -> None:
        self.desk.presses(key, held, times)

    def tabs_to(self, target: str) -> None:
        for _ in range(len(self.pane.links()) + 1):
            self.presses(Key.Key_Tab)
            if self.link == target:
                return
        raise AssertionError(f"Tab never reached {target}")

    def brings_into_sight(self, target: str) -> QRect:
        """Scroll to a link with the keyboard off it; where it is now."""
        number = self.pane.links().index(target)
        self.pane.focus_link(number)
        self.pane.focus_link(None)
        return self.pane.link_rect(number)

    def clicks(self, point: QPoint) -> None:
        QTest.mouseClick(self.pane.viewport(), _LEFT, NO_KEY, point)

    def drags(self, start: QPoint, end: QPoint) -> None:
        """Press, move and release, as one selects words."""
        viewport = self.pane.viewport()
        QTest.mousePress(viewport, _LEFT, NO_KEY, start)
        for step in range(1, 9):
            QTest.mouseMove(viewport, start + (end - start) * step / 8)
        QTest.mouseRelease(viewport, _LEFT, NO_KEY, end)

    def points_at(self, point: QPoint) -> None:
        QTest.mouseMove(self.pane.viewport(), point)

    def makes_pane(self, width: int, height: int) -> None:
        self.desk.give(width, height)

    # Sees

    @property
    def text(self) -> str:
        return self.document.toPlainText()

    @property
    def document(self) -> QTextDocument:
        self.pane.set_rest()
        return self.pane.document()

    @property
    def link(self) -> str | None:
        """Where the link leads that the keyboard is on."""
        number = self.pane.focused_link
        return None if number is None else self.pane.links()[number]

    @property
    def keyboard(self) -> str:
        """The name of the part that the keyboard is on."""
        return self.desk.keyboard

    @property
    def scrolled(self) -> int:
        """How far down, in px."""
        return self.pane.verticalScrollBar().value()

    @property
    def words_at_top(self) -> str:
        """The paragraph that the top edge of the pane runs through."""
        pane = self.pane
        return pane.cursorForPosition(QPoint(pane.viewport().width() // 2, 1)).block().text()

    @property
    def picture(self) -> QImage:
        """What is painted in the viewport now."""
        return self.pane.viewport().grab().toImage()

    def blocks(self) -> Iterator[QTextBlock]:
        block = self.document.begin()
        while block.isValid():
            yield block
            block = block.next()

    def tables(self) -> list[QTextTable]:
        """The tables that are set as tables."""
        return [frame for frame in frames_in(self.document.rootFrame()) if isinstance(frame, QTextTable)]


def frames_in(frame: QTextFrame) -> Iterator[QTextFrame]:
    for child in frame.childFrames():
        yield child
        yield from frames_in(child)


def count_colour(picture: QImage, colour: QColor, within: QRect | None = None) -> int:
    """How many pixels of a picture have exactly this colour."""
    area = (within or picture.rect()).intersected(picture.rect())
    wanted = colour.rgb()
    rows = range(area.top(), area.bottom() + 1)
    return sum(picture.pixel(x, y) == wanted for y in rows for x in range(area.left(), area.right() + 1))


def pixels_changed(before: QImage, after: QImage, within: QRect) -> int:
    """How many pixels differ between two pictures of the same thing."""
    area = within.intersected(before.rect())
    rows = range(area.top(), area.bottom() + 1)
    return sum(before.pixel(x, y) != after.pixel(x, y) for y in rows for x in range(area.left(), area.right() + 1))


def let_go_of_the_dead() -> None:
    """Delete now what was to be deleted when there is nothing else to do."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


# Pages made by hand


def page_of(*blocks: Block, name: str = "test/page", outline: tuple[OutlineEntry, ...] = ()) -> Page:
    return Page(id=name, language="en", title="A page made by hand", blocks=blocks, outline=outline)


def paragraph(*parts: Span | str, name: str = "p") -> Paragraph:
    return Paragraph(BlockId(name), spans(*parts))


def spans(*parts: Span | str) -> tuple[Span, ...]:
    return tuple(Text(part) if isinstance(part, str) else part for part in parts)


def link(target: str, words: str = "a link") -> Link:
    return Link(target, (Text(words),))


def heading(words: str, anchor: str, level: int = 2) -> Heading:
    return Heading(BlockId(anchor), level, anchor, (Text(words),))


def figure(media: str) -> Figure:
    return Figure(BlockId(f"figure-{media}"), media, "what it shows", spans("What it shows."))


def fold(title: str, *blocks: Block, name: str = "fold", each_visit: bool = False) -> Fold:
    return Fold(BlockId(name), title, each_visit, blocks)


def table(header: tuple[str, ...], *rows: tuple[str, ...]) -> Table:
    return Table(
        BlockId("table"),
        spans("Caption"),
        tuple(map(spans, header)),
        tuple(tuple(map(spans, row)) for row in rows),
        (Align.START,) * len(header),
        spans("A note."),
    )


def lines(count: int) -> tuple[Paragraph, ...]:
    """That many different paragraphs of one line."""
    return tuple(paragraph(f"Paragraph number {number}.", name=f"line-{number}") for number in range(count))
