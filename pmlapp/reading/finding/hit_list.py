"""What a search found, under the search box: what was searched, the pages found, and how many."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from pmlapp.content.model import Findings
from pmlapp.library.pages.hit_line import LineOf
from pmlapp.library.search.query import quoted
from pmlapp.reading.finding.hit_rows import ROWS_IN_SIGHT, HitModel, HitView
from pmlapp.reading.finding.meaning_line import MeaningLine
from pmlapp.reading.finding.offer_line import OfferLine
from pmlapp.reading.finding.overlay import EDGE, Overlay
from pmlapp.reading.look.announce import LateAnnouncement, announce
from pmlapp.reading.look.buttons import LinkButton
from pmlapp.reading.look.look import Look, wrapped_height

_SIDE = 18


class HitList(Overlay):
    """The list, above it what was searched instead of what was typed, below it a line that counts.

    The keyboard stays in the search box; `move_choice` goes up and down through everything
    that can be taken here: other searches that are offered, the rows, the way to all of them.

    Signals:
        hit_chosen: id of the article and its row; "" when Enter was pressed and nothing was found.
        offer_chosen: another search, as text to type.
        all_asked: the reader wants all results on one page.
        unreadable: the `PmlError` for which a row stays empty.
    """

    hit_chosen = Signal(str, int)
    offer_chosen = Signal(str)
    all_asked = Signal()
    unreadable = Signal(object)

    def __init__(self, look: Look, line_of: LineOf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("hit_list")
        self.setAccessibleName(self.tr("Results"))
        self._look = look
        self._offers: Sequence[str] = ()
        self._choice: int | None = None
        self.announcement = LateAnnouncement(self)
        self.meaning = MeaningLine(look, self)
        self.offered = OfferLine(look, self)
        self.offered.taken.connect(self._take_offer)
        self.model = HitModel(line_of)
        self.model.unreadable.connect(self.unreadable)
        self.view = HitView(look, self.model, self)
        self.view.setObjectName("hits")
        self.view.setAccessibleName(self.tr("Results"))
        self._delegate = self.view.delegate
        self.view.setMouseTracking(True)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.view.clicked.connect(self._take)
        self.view.verticalScrollBar().valueChanged.connect(self._see)
        self._none = QLabel(self)
        self._none.setObjectName("no_hits")
        self._none.setWordWrap(True)
        # It repeats what was typed, which may look like HTML.
        self._none.setTextFormat(Qt.TextFormat.PlainText)
        self._count = QLabel(self)
        self._count.setObjectName("hit_count")
        self._all = LinkButton(self.tr("See all on one page"), look, self)
        self._all.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._all.clicked.connect(self.all_asked)
        self._foot = QWidget(self)
        self._foot.setObjectName("hit_foot")
        row = QHBoxLayout(self._foot)
        row.addWidget(self._count, 1)
        row.addWidget(self._all)
        column = QVBoxLayout(self.inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.meaning)
        column.addWidget(self._none)
        column.addWidget(self.offered)
        column.addWidget(self.view, 1)
        # Room to spare stays empty where there are no rows to fill it.
        column.addStretch(0)
        column.addWidget(self._foot)
        self.set_look(look)

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self._delegate.set_look(look)
        bar = look.scale.bar
        theme = look.theme
        self.meaning.set_look(look)
        self.offered.set_look(look)
        self._none.setFont(look.font())
        self._count.setFont(look.font(small=True))
        self._count.setStyleSheet(f"color: {theme.text_soft.name()}")
        self._all.set_look(look)
        foot = self._foot.layout()
        if foot is not None:
            foot.setContentsMargins(bar(16), bar(3), bar(12), bar(3))
        self.set_colours(theme.surface, theme.line_strong)
        self.setStyleSheet(
            f"QLabel#no_hits {{ padding: {bar(14)}px {bar(18)}px; }}"
            f" QWidget#hit_foot {{ background: {theme.pane.name()}; }}"
        )
        self.view.scheduleDelayedItemsLayout()

    def show_findings(self, found: Findings, anchor: QRect, room: QRect, *, row: int = 0) -> None:
        """Show what was found, under ``anchor`` and inside ``room`` (both in the parent's coordinates).

        The row chosen is number ``row``, or the last.
        """
        said = self._count.text()
        hits = found.hits
        # What was typed, in the marks that keep it from being corrected again.
        self._offers = [quoted(offer) if offer == found.typed else offer for offer in found.offers]
        self.model.set_hits(hits)
        self.meaning.show_meaning(found.term, found.notice)
        self.offered.show_offers(found)
        if hits:
            count = len(hits)
            counted = self.tr("1 answer") if count == 1 else self.tr("{count} answers", "", count).format(count=count)
            self._count.setText(self.tr("{answers}. Arrow keys to choose, Enter to open").format(answers=counted))
        else:
            nothing_here = self.tr("Nothing here about “{query}”.").format(query=found.typed)
            self._none.setText("" if any(found.notice) else nothing_here)
            self._count.setText(self.tr("Press Enter to see what this library holds"))
        self._none.setVisible(bool(self._none.text()) and not hits)
        self.view.setVisible(bool(hits))
        self._all.setVisible(bool(hits))
        self.setAccessibleDescription(
            " ".join(filter(None, (self.meaning.said, self.offered.said, self._count.text())))
        )
        self._find_place(anchor, room)
        self._choose(len(self._offers) + min(row, len(hits) - 1) if hits else None)
        if self._count.text() != said or self._offers or self.meaning.said:
            nothing = f"{self.meaning.said} {self._none.text()} {self.offered.said}".strip()
            self.announcement.say(self.accessibleDescription() if hits else nothing)

    def _find_place(self, anchor: QRect, room: QRect) -> None:
        bar = self._look.scale.bar
        width = min(max(anchor.width() + 8, bar(640)), room.width() - 16)
        inner = width - 2 * EDGE
        left = max(room.left() + 8, min(anchor.left() - 3, room.right() - width - 8))
        top = anchor.bottom() + 10
        count = self.model.rowCount()
        scrolls = count > ROWS_IN_SIGHT
        scroll_bar = self.view.verticalScrollBar().sizeHint().width() if scrolls else 0
        policy = Qt.ScrollBarPolicy
        self.view.setVerticalScrollBarPolicy(policy.ScrollBarAsNeeded if scrolls else policy.ScrollBarAlwaysOff)
        self._delegate.begin(inner - scroll_bar)
        most = room.bottom() - top - 8
        above = self.meaning.height_for(inner) + self.offered.height_for(inner)
        rest = above + self._foot.sizeHint().height() + 2 * EDGE
        if count:
            rows = self._delegate.see_within(most - rest, count)
            self.view.scheduleDelayedItemsLayout()
        elif self._none.text():
            rows = wrapped_height(self._none.font(), self._none.text(), inner - 2 * bar(_SIDE)) + 2 * bar(14)
        else:
            rows = 0
        height = min(rows + rest, most)
        self.bring_up(QRect(left, top, width, height))

    @Slot()
    def _see(self) -> None:
        """Rows have come into sight by scrolling: only now are they as high as what they say."""
        last = self.view.indexAt(self.view.viewport().rect().bottomLeft())
        if self._delegate.see(last.row() + 1 if last.isValid() else self.model.rowCount()):
            self.view.scheduleDelayedItemsLayout()

    # Choosing

    @property
    def row(self) -> int:
        """The number of the row that is chosen; 0 if none is."""
        return max(0, self.view.currentIndex().row())

    @Slot(int)
    def move_choice(self, steps: int) -> None:
        """Choose what is ``steps`` further down (negative: up).

        More than one step stays among the rows; one step from either end of them leads to what lies beyond.
        """
        rows, above = self.model.rowCount(), len(self._offers)
        last = above + rows if rows else above - 1
        if last < 0 or not self.isVisible():
            return
        if self._choice is None:
            self._choose(0 if steps > 0 else last)
        elif abs(steps) == 1 or not rows:
            self._choose(min(max(self._choice + steps, 0), last))
        else:
            self._choose(min(max(self._choice + steps, above), above + rows - 1))
        self._say_choice()

    def _choose(self, choice: int | None) -> None:
        self._choice = choice
        above, rows = len(self._offers), self.model.rowCount()
        self.offered.choose(choice if choice is not None and choice < above else None)
        self._all.set_chosen(bool(rows) and choice == above + rows)
        row = choice - above if choice is not None and above <= choice < above + rows else None
        if row is None:
            self.view.setCurrentIndex(QModelIndex())
            self.view.clearSelection()
            return
        if self._delegate.see(row + 1):
            self.view.doItemsLayout()
        self.view.setCurrentIndex(self.model.index(row))

    def _say_choice(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            announce(self, index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        elif self._choice is not None:
            announce(self, self._offers[self._choice] if self._choice < len(self._offers) else self._all.text())

    @Slot()
    def take(self) -> None:
        """Open what is chosen; with nothing found, ask for the page that says what there is."""
        if self.isHidden():
            return
        index = self.view.currentIndex()
        if index.isValid():
            self._take(index)
        elif self._choice is None:
            self.hit_chosen.emit("", 0)
        elif self._choice < len(self._offers):
            self.offer_chosen.emit(self._offers[self._choice])
        else:
            self.all_asked.emit()

    @Slot(int)
    def _take_offer(self, number: int) -> None:
        self.offer_chosen.emit(self._offers[number])

    @Slot(QModelIndex)
    def _take(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row is not None:
            self.hit_chosen.emit(row.hit.article.id, index.row())
