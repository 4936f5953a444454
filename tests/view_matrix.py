"""The views of the window in every theme, size and direction, and what is cut off or out of reach in one of them."""

import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTextBrowser,
    QWidget,
)

from pmlapp.reading.bars.strip import Message
from pmlapp.speech.speaking_process import SpeakingProcess
from tests.person import CTRL, SHIFT, Key, Person

CAUSES = "causes/what-causes-pml"
NUMBERS = "causes/natalizumab-risk"
_WORD = "glossary:jc-virus"
_ROUNDED = 1
"""A pixel that two layouts round differently is no letter."""


def _page(page: str) -> Callable[[Person], None]:
    return lambda person: person.goes_to(page)


def _on_the_page(then: Callable[[Person], object]) -> Callable[[Person], None]:
    def reach(person: Person) -> None:
        person.goes_to(CAUSES)
        then(person)

    return reach


def _listens(person: Person) -> None:
    """The strip of a page that is read aloud, before the voice has answered."""
    aloud = person.window.read_aloud
    silent = (sys.executable, "-m", "pmlapp.speech", "--engine", "silent")
    aloud._start_process = lambda parent: SpeakingProcess(silent, parent)
    aloud.toggle()


VIEWS: dict[str, Callable[[Person], None]] = {
    "home": lambda person: None,
    "page": _page(CAUSES),
    "table": lambda person: (_page(NUMBERS)(person), person.parts.pane.scroll_to("how-many-people-get-pml"))[0],
    "urgent help": _page("signs/urgent-help"),
    "topic": _page("topics/causes"),
    "words": _page("words"),
    "about": _page("about"),
    "keys": _page("keys"),
    "nothing found": _page("search:shingles"),
    "results": lambda person: person.asks("can i catch it"),
    "find bar": _on_the_page(lambda person: (person.presses(Key.Key_F, CTRL), person.types("virus"))),
    "card": _on_the_page(lambda person: person.follows(_WORD)),
    "reading": _on_the_page(lambda person: person.presses(Key.Key_D, CTRL)),
    "line guide": _on_the_page(lambda person: person.presses(Key.Key_G, CTRL | SHIFT)),
    "message": _on_the_page(
        lambda person: person.window.stage.strip.say(
            Message("This computer has no English voice.", "You can go on reading.", action="How to add a voice")
        )
    ),
    "banner": _on_the_page(lambda person: person.window.say("Something went wrong with this page. Try another.")),
    "my questions": _on_the_page(lambda person: person.presses(Key.Key_M, CTRL | SHIFT)),
    "listening": _on_the_page(_listens),
    "printing": _on_the_page(lambda person: person.presses(Key.Key_P, CTRL)),
    "code": _on_the_page(lambda person: person.window.take_along.show_code_of_page()),
    "handout": _on_the_page(lambda person: person.window.paper.handouts.toggle()),
    "kept": _on_the_page(lambda person: person.window.take_along.show_kept()),
}
"""How a person comes to each of them from the home page."""


def reach(person: Person, view: str, *, rightward: bool) -> None:
    """Show a view, with everything laid out."""
    if not rightward:
        person.window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    VIEWS[view](person)
    for _ in range(3):
        QApplication.processEvents()
    person.window.finish_page()
    QApplication.processEvents()


def faults(person: Person) -> Iterator[str]:
    """Everything that is cut off, lies outside what holds it, or would have to be scrolled sideways."""
    window = person.window
    for part in window.findChildren(QWidget):
        if not part.isVisible() or part.visibleRegion().isEmpty():
            continue
        name = f"{type(part).__name__} {part.objectName() or part.accessibleName()}".strip()
        if isinstance(part, QAbstractScrollArea) and part.horizontalScrollBar().maximum() > 0:
            yield f"{name} scrolls sideways by {part.horizontalScrollBar().maximum()} px"
        if isinstance(part, QTextBrowser):
            yield from _page_faults(part)
        elif isinstance(part, QAbstractItemView):
            yield from _row_faults(part, name)
        elif isinstance(part, QLabel | QAbstractButton | QLineEdit):
            yield from _size_faults(part, name)
            yield from _place_faults(part, name, window)


def _size_faults(part: QWidget, name: str) -> Iterator[str]:
    if isinstance(part, QLabel) and part.wordWrap():
        needed = part.heightForWidth(part.width())
        if needed > part.height() + _ROUNDED:
            yield f"{name} is {part.height()} px high and needs {needed}: {part.text()[:40]!r}"
    elif isinstance(part, QLabel | QAbstractButton):
        hint = part.sizeHint()
        if part.hasHeightForWidth():
            hint.setHeight(part.heightForWidth(part.width()))
            hint.setWidth(0)
        if hint.width() > part.width() + _ROUNDED or hint.height() > part.height() + _ROUNDED:
            yield f"{name} is {part.size().toTuple()} and needs {hint.toTuple()}"


def _place_faults(part: QWidget, name: str, window: QWidget) -> Iterator[str]:
    """Nothing reaches out of what it lies in, but down a column that scrolls."""
    holder = part.parentWidget()
    while holder is not None:
        inside = QRect(part.mapTo(holder, QPoint(0, 0)), part.size())
        scrolled = isinstance(holder.parentWidget(), QScrollArea)
        room = holder.rect()
        if inside.left() < -_ROUNDED or inside.right() > room.right() + _ROUNDED:
            yield f"{name} reaches sideways out of {holder.objectName() or type(holder).__name__}"
            return
        if not scrolled and (inside.top() < -_ROUNDED or inside.bottom() > room.bottom() + _ROUNDED):
            if not _scrolls_within(holder, window):
                yield f"{name} reaches out of {holder.objectName() or type(holder).__name__}"
            return
        if scrolled or holder is window:
            return
        holder = holder.parentWidget()


def _scrolls_within(holder: QWidget, window: QWidget) -> bool:
    above: QWidget | None = holder
    while above is not None and above is not window:
        if isinstance(above, QScrollArea):
            return True
        above = above.parentWidget()
    return False


def _page_faults(page: QTextBrowser) -> Iterator[str]:
    document, width = page.document(), page.viewport().width()
    if document.idealWidth() > width + _ROUNDED:
        yield f"the page is {document.idealWidth():.0f} px wide in {width}"
    block = document.begin()
    while block.isValid():
        layout = block.layout()
        left = document.documentLayout().blockBoundingRect(block).left()
        for number in range(layout.lineCount()):
            text = layout.lineAt(number).naturalTextRect().translated(left, 0)
            if text.left() < -_ROUNDED or text.right() > width + _ROUNDED:
                yield f"a line of the page is cut off: {block.text()[:40]!r}"
        block = block.next()


def _row_faults(view: QAbstractItemView, name: str) -> Iterator[str]:
    model = view.model()
    for row in range(model.rowCount()):
        place = view.visualRect(model.index(row, 0))
        if place.isValid() and (place.left() < 0 or place.right() > view.viewport().width()):
            yield f"{name}: row {row} reaches out of the list"
