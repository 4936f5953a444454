"""Walks the line guide over a page, and looks after each step whether it lights whole lines and nothing else."""

from collections.abc import Iterator
from random import Random

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from pmlapp.reading.page.article_pane import ArticlePane
from pmlapp.reading.page.line_guide import LineGuide

Key = Qt.Key
_STEPS = (Key.Key_Down,) * 8 + (Key.Key_Up,) * 5 + (Key.Key_PageDown, Key.Key_PageUp, Key.Key_Home, Key.Key_End)
_INVISIBLE = " \t\u00a0\u2028\u2060\u2066\u2069"


def walk(pane: ArticlePane, guide: LineGuide, random: Random, moves: int) -> Iterator[str]:
    """What is wrong after each of so many keys, of which most go a line on or back; nothing if all is well."""
    for _ in range(moves):
        guide.set_count(random.randint(1, 3))
        key = random.choice(_STEPS)
        QApplication.sendEvent(pane, QKeyEvent(QEvent.Type.KeyPress, key.value, Qt.KeyboardModifier.NoModifier))
        for fault in faults(pane, guide):
            page = pane.page
            yield f"{page.id if page else ''} after {key.name}: {fault}"


def faults(pane: ArticlePane, guide: LineGuide) -> Iterator[str]:
    """What is wrong with what is lit now."""
    lit, top = guide.lit, pane.verticalScrollBar().value()
    whole, cut = [], []
    for words, line in lines_of(pane):
        if line.right() <= lit.left() or line.left() >= lit.right():
            continue
        covered = (min(line.bottom(), lit.bottom()) - max(line.top(), lit.top())) / line.height()
        # Large titles have lines so close that the empty edges of two overlap a little.
        if covered > 0.85:
            whole.append(words)
        elif covered > 0.15:
            cut.append(words)
    if cut:
        yield f"lines are cut: {cut}"
    if not 1 <= len(whole) <= 3:
        yield f"{len(whole)} lines are lit: {whole}"
    if lit.height() <= pane.viewport().height() and not top - 1 <= lit.top() <= lit.bottom() <= (
        top + pane.viewport().height() + 1
    ):
        yield f"it is out of sight: {lit} in {top} to {top + pane.viewport().height()}"
    hole = guide.veil.hole.translated(guide.veil.pos())
    corner = pane.viewport().mapTo(guide.veil.parentWidget(), pane.viewport().rect().topLeft())
    if abs(hole.top() - (lit.top() - top + corner.y())) > 1 or abs(hole.height() - lit.height()) > 2:
        yield f"the hole {hole} is not where the lines are: {lit}"


def lines_of(pane: ArticlePane) -> Iterator[tuple[str, QRectF]]:
    """Each line with words, and the rectangle of its letters as the layout has it."""
    document = pane.document()
    block = document.begin()
    while block.isValid():
        rect = document.documentLayout().blockBoundingRect(block)
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            words = block.text()[line.textStart() : line.textStart() + line.textLength()].strip(_INVISIBLE)
            if words:
                yield words, line.naturalTextRect().translated(rect.topLeft())
        block = block.next()
