"""What a visitor takes along from a kiosk: questions of this visit and codes for a telephone, gone with the wipe."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from pmlapp.content.anchors import KEY_POINTS, TO_ASK
from pmlapp.content.model import ArticleId
from pmlapp.content.page import ItemList, Paragraph, ReviewLine, plain, walk
from pmlapp.errors import PmlError
from pmlapp.library.pages.pages import Pages
from pmlapp.library.visit_questions import VisitQuestions
from pmlapp.settings import SiteSettings
from pmlapp.shell.kiosk.kiosk_window import KioskWindow

if TYPE_CHECKING:
    from pmlapp.content.page import Page
    from pmlapp.library.take_home import Clinic, TakeHome


class KioskTakeAlong(QObject):
    """Answers My questions and Take home; holds the list of one visit, in memory alone."""

    def __init__(self, window: KioskWindow, pages: Pages, site: SiteSettings, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._pages, self._site = window, pages, site
        self.questions = VisitQuestions()
        self._before = VisitQuestions()

    def forget(self) -> None:
        """The visitor has gone."""
        self.questions = self._before = VisitQuestions()

    # The list

    @Slot()
    def toggle_panel(self) -> None:
        """Open the list over the page, or close it."""
        panel = self._window.parts.questions
        if not panel.isHidden():
            panel.dismiss()
            return
        self._show_list()
        self._window.show_questions()
        panel.open_panel()
        self._show_list()

    @Slot()
    def panel_closed(self) -> None:
        """The keyboard of the list goes with it."""
        self._window.parts.hide("list_keyboard")
        self._window.focus_page()

    @Slot(str)
    def toggle_question(self, question: str) -> None:
        """Tick what a page suggests, or no longer."""
        page = self._page()
        self._keep(self.questions.toggled(question, page.id if page is not None else ""))

    @Slot(str)
    def add_own(self, question: str) -> None:
        """Add a question of the visitor's own."""
        self._keep(self.questions.with_own(question))

    @Slot(str)
    def remove_own(self, question: str) -> None:
        """Take one away."""
        self._keep(self.questions.without_own(question))

    @Slot(str)
    def add_noticed(self, note: str) -> None:
        """Add something noticed."""
        self._keep(self.questions.with_noticed(note))

    @Slot(str)
    def remove_noticed(self, note: str) -> None:
        """Take it away."""
        self._keep(self.questions.without_noticed(note))

    @Slot()
    def clear(self) -> None:
        """Empty the list."""
        self._before = self.questions
        self._keep(VisitQuestions())

    @Slot()
    def undo(self) -> None:
        """Have the list as it was before it was emptied."""
        self._keep(self._before)

    def _keep(self, questions: VisitQuestions) -> None:
        self.questions = questions
        self._show_list()

    def _show_list(self) -> None:
        gone = self.tr("Gone when you touch I’m finished.")
        self._window.parts.questions.show_questions(self.questions, self._suggested(), where_kept=gone)

    def _suggested(self) -> tuple[str, ...]:
        page = self._page()
        asked = tuple(
            block
            for block in (page.blocks if page is not None else ())
            if isinstance(block, ItemList) and block.id == TO_ASK
        )
        return tuple(plain(block.spans) for block in walk(asked) if isinstance(block, Paragraph))

    # Its own keyboard

    @Slot(QWidget, QWidget)
    def follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Bring the on-screen keyboard up where a line of the list is written."""
        parts = self._window.parts
        if parts.is_shown("questions") and isinstance(new, QLineEdit) and parts.questions.isAncestorOf(new):
            self._window.show_list_keyboard()

    @Slot(str)
    def type(self, letter: str) -> None:
        """A key of the on-screen keyboard."""
        if (field := self._field()) is not None:
            field.insert(letter)

    @Slot()
    def rub_out(self) -> None:
        """The last letter is to go."""
        if (field := self._field()) is not None:
            field.backspace()

    @Slot()
    def clear_line(self) -> None:
        """The line is to go."""
        if (field := self._field()) is not None:
            field.clear()

    @Slot()
    def add_line(self) -> None:
        """The line is finished."""
        if (field := self._field()) is not None:
            field.returnPressed.emit()

    def _field(self) -> QLineEdit | None:
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, QLineEdit) else None

    # Codes

    @Slot()
    def show_code_of_page(self) -> None:
        """The key points of the page as a code."""
        try:
            taken = self._page_to_take()
        except PmlError as failure:
            self._window.show_failure(failure)
            return
        if taken is None:
            title, words = self.tr("This page has no key points to take home"), self.tr("Your own questions can be.")
            self._window.say_on_page(title, words)
        else:
            self._show_code(taken)

    @Slot()
    def show_code_of_questions(self) -> None:
        """The list as a code."""
        from pmlapp.library.take_home import take_home_questions

        self._show_code(
            take_home_questions(
                self.questions,
                self._pages.catalog.library,
                self._pages.words,
                today=self._pages.today(),
                emergency_number=self._site.emergency_number,
                clinic=self._clinic,
            )
        )

    @property
    def _clinic(self) -> "Clinic":
        from pmlapp.library.take_home import Clinic

        return Clinic(self._site.clinic, self._site.clinic_phone, self._site.clinic_hours)

    def _show_code(self, taken: "TakeHome") -> None:
        self._window.parts.code_sheet.show_text(taken, can_print=False)

    def _page_to_take(self) -> "TakeHome | None":
        from pmlapp.library.take_home import take_home_page

        page = self._page()
        if page is None or page.id not in self._pages.catalog or all(block.id != KEY_POINTS for block in page.blocks):
            return None
        reviewed = next((block.headline for block in page.blocks if isinstance(block, ReviewLine)), "")
        return take_home_page(
            self._pages.catalog.article(ArticleId(page.id)),
            self._pages.catalog.library,
            self._pages.words,
            reviewed=reviewed,
            emergency_number=self._site.emergency_number,
            clinic=self._clinic,
        )

    def _page(self) -> "Page | None":
        if self._window.at_home or not self._window.parts.is_made("pane"):
            return None
        return self._window.parts.pane.page
