"""The reader's bookmarks, and the page where reading stopped, as rows that lead there."""

from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from pmlapp.reading.look.buttons import PaintedButton
from pmlapp.reading.look.look import WRAPPED, Look, draw_icon, draw_rounded, wrapped_height
from pmlapp.reading.look.painting import painted

_ICON = 20
_GAP = 10


class Mark(NamedTuple):
    """A row: where it leads, and what it says before the title of the page, if anything."""

    page: str
    title: str
    said: str = ""
    icon: str = "star-on"

    @property
    def words(self) -> str:
        """All that the row says."""
        return f"{self.said} {self.title}" if self.said else self.title


class MarkRow(PaintedButton):
    """A page to go to; long titles wrap."""

    def __init__(self, mark: Mark, look: Look, parent: QWidget) -> None:
        super().__init__(mark.words, look, parent=parent)
        self.mark = mark
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Long titles wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """At least 44."""
        bar = self._look.scale.bar
        words = width - bar(_ICON + _GAP) - 2 * bar(_GAP)
        return max(bar(44), wrapped_height(self._look.font(), self.text(), words) + bar(16))

    def sizeHint(self) -> QSize:
        """Whatever width there is."""
        width = self.width() if self.width() > 100 else self._look.scale.bar(240)
        return QSize(width, self.heightForWidth(width))

    @painted
    def paintEvent(self, painter: QPainter, event: QPaintEvent) -> None:
        """Ground by state, icon, words."""
        bar, theme = self._look.scale.bar, self._look.theme
        if self.isDown() or self.underMouse():
            ground = theme.tint_strong if self.isDown() else theme.tint
            draw_rounded(painter, QRectF(self.rect()), 8, ground, theme.primary, 2 if theme.high_contrast else 0)
        rightward = self.layoutDirection() is Qt.LayoutDirection.LeftToRight
        left = bar(_GAP) if rightward else self.width() - bar(_GAP + _ICON)
        icon = self._look.pixmap(self.mark.icon, _ICON, theme.personal, self)
        draw_icon(painter, icon, QRectF(left, 0, bar(_ICON), self.height()))
        before, after = bar(_ICON + 2 * _GAP), bar(_GAP)
        if not rightward:
            before, after = after, before
        painter.setFont(self._look.font())
        painter.setPen(theme.link_hover if self.underMouse() else theme.link)
        painter.drawText(QRectF(self.rect()).adjusted(before, 0, -after, 0), WRAPPED, self.text())


class MarkList(QWidget):
    """A heading and rows; not there while there is no row.

    Signals:
        page_asked: the id of the page of a row.
    """

    page_asked = Signal(str)

    def __init__(self, title: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("marks")
        self._look = look
        self._marks: tuple[Mark, ...] = ()
        self.rows: list[MarkRow] = []
        self._title = QLabel(title, self)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(0)
        self._column.addWidget(self._title)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self._look = look
        self._title.setFont(look.font(weight=600))
        self._title.setIndent(look.scale.bar(_GAP))
        self._title.setStyleSheet(f"color: {look.theme.text_soft.name()}")
        self._column.setContentsMargins(look.scale.bar(14), 0, look.scale.bar(14), look.scale.bar(8))
        for row in self.rows:
            row.set_look(look)

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these rows."""
        if marks != self._marks:
            self._marks = marks
            for row in self.rows:
                row.hide()
                row.deleteLater()
            self.rows = [MarkRow(mark, self._look, self) for mark in marks]
            for row in self.rows:
                row.clicked.connect(self._take)
                self._column.addWidget(row)
        self.setVisible(bool(marks))

    def height_for(self, width: int) -> int:
        """The height that all of it needs in ``width`` px; 0 without rows."""
        if not self._marks:
            return 0
        bar = self._look.scale.bar
        rows = sum(row.heightForWidth(width - 2 * bar(14)) for row in self.rows)
        return self._title.sizeHint().height() + rows + bar(8)

    @Slot()
    def _take(self) -> None:
        row = self.sender()
        if isinstance(row, MarkRow):
            self.page_asked.emit(row.mark.page)


class ScrolledMarks(QScrollArea):
    """A list that is never higher than a third of what it is in: the topics below it keep their room."""

    def __init__(self, marks: MarkList, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scrolled_marks")
        self.marks = marks
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setWidget(marks)
        self.set_look(look)
        self.hide()

    def set_look(self, look: Look) -> None:
        """Draw with other colours and sizes."""
        self.marks.set_look(look)
        pane = look.theme.pane.name()
        self.setStyleSheet(f"QScrollArea#scrolled_marks, QWidget#marks {{ background: {pane}; }}")
        self._fit()

    def show_marks(self, marks: tuple[Mark, ...]) -> None:
        """Show these rows; nothing without any."""
        self.marks.show_marks(marks)
        self.setVisible(bool(marks))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows wrap otherwise."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.parentWidget()
        most = room.height() // 3 if room is not None else 0
        self.setFixedHeight(max(60, min(self.marks.height_for(self.width()), most)))
