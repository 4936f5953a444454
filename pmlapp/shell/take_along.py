"""What a reader takes along: the list for the visit at the side of the page, and codes over the window."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from pmlapp.content.anchors import KEY_POINTS, TO_ASK
from pmlapp.content.model import ArticleId, Media
from pmlapp.content.page import ItemList, Paragraph, ReviewLine, plain, walk
from pmlapp.errors import PmlError
from pmlapp.library.kept import as_text
from pmlapp.library.pages.leaflet import Leaflet, LeafletWriter
from pmlapp.library.pages.pages import Pages
from pmlapp.library.take_home import Clinic, TakeHome, take_home_page, take_home_questions
from pmlapp.library.visit_sheet import code_pictures, code_sheet, visit_sheet
from pmlapp.shell.keeping import Keeping
from pmlapp.shell.parts import PartName
from pmlapp.shell.stage import Stage
from pmlapp.shell.written_file import write_whole

SHEETS: Final[tuple[PartName, ...]] = ("code_sheet", "kept_sheet")


class TakeAlong(QObject):
    """Answers the parts that the reader's own things have on ``stage``.

    Signals:
        failed: a `PmlError` to show.
        said: a sentence for the banner.
        page_followed: another page is shown.
    """

    failed = Signal(object)
    said = Signal(str)
    page_followed = Signal()

    def __init__(
        self,
        window: QWidget,
        stage: Stage,
        pages: Pages,
        keeping: Keeping,
        *,
        emergency_number: str | None,
        clinic: Clinic,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._parts = stage.parts
        self._pages = pages
        self._emergency_number = emergency_number
        self._clinic = clinic
        self._opener: QWidget | None = None
        self.keeping = keeping
        self.how_gone = ""
        """When the list goes where nothing is kept, if not with the window."""
        self.can_print = True
        """Whether there is a way onto paper, or into a PDF; the sheet before printing says if there is no printer."""

    # The list for the visit

    @Slot()
    def toggle_panel(self) -> None:
        """Open the list, or close it."""
        panel = self._parts.questions
        if not panel.isHidden():
            panel.dismiss()
            return
        self._opener = self._window.focusWidget()
        self.show_questions()
        self._stage.place_questions()
        panel.open_panel()
        self.show_questions()

    @Slot()
    def show_questions(self) -> None:
        """Bring list and badge up to what is kept, and to the page that is shown."""
        questions = self.keeping.kept.questions
        is_open = self._stage.is_open("questions")
        button = self._parts.top_bar.button("questions")
        said = self.tr("My questions, {count} in the list", "", questions.total).format(count=questions.total)
        button.set_count(questions.total, said if questions.total else self.tr("My questions"))
        button.set_chosen(is_open)
        if self._parts.is_made("questions"):
            gone = self.how_gone or self.tr("Gone when you close the window.")
            kept = self.tr("Kept on this computer only.") if self.keeping.is_kept else gone
            self._parts.questions.show_questions(questions, self._suggested(), where_kept=kept)
            self._parts.questions.foot.set_can_print(self.can_print)

    @Slot()
    def follow_page(self) -> None:
        """Another page is shown: a list that covers the page gives way, one beside it shows what that suggests."""
        if self._stage.narrow:
            self._stage.close_parts("questions")
        self.show_questions()
        self.page_followed.emit()

    @Slot(str)
    def toggle_question(self, question: str) -> None:
        """Tick what a page suggests, or no longer."""
        page = self._stage.page
        if page is not None and question in self._suggested():
            self.keeping.toggle_question(question, page.id)
        else:
            self.keeping.remove_ticked(question)

    @Slot()
    def panel_closed(self) -> None:
        """The keyboard goes back to what opened the list."""
        self.show_questions()
        self._give_back()

    def _suggested(self) -> tuple[str, ...]:
        """As the page shows them: a withdrawn one suggests nothing."""
        blocks = self._stage.page.blocks if self._stage.page is not None else ()
        asked = tuple(block for block in blocks if isinstance(block, ItemList) and block.id == TO_ASK)
        return tuple(plain(block.spans) for block in walk(asked) if isinstance(block, Paragraph))

    # Codes

    @Slot()
    def show_code_of_page(self) -> None:
        """The key points of the page as a code."""
        try:
            taken = self._page_to_take()
        except PmlError as failure:
            self.failed.emit(failure)
            return
        if taken is not None:
            self._show_code(taken)
        else:
            self.said.emit(self.tr("This page has no key points to take home as a code. Your own questions can be."))

    @Slot()
    def show_code_of_questions(self) -> None:
        """The list for the visit as a code."""
        taken = take_home_questions(
            self.keeping.kept.questions,
            self._pages.catalog.library,
            self._pages.words,
            today=self._pages.today(),
            emergency_number=self._emergency_number,
            clinic=self._clinic,
        )
        self._show_code(taken)

    @Slot()
    def sheet_closed(self) -> None:
        """The keyboard goes back to what opened the sheet."""
        self._give_back()

    def close_if_left(self, new: QWidget) -> None:
        """A sheet goes when the keyboard turns to something behind it."""
        for name in SHEETS:
            if self._stage.is_open(name) and not getattr(self._parts, name).isAncestorOf(new):
                self._stage.close_parts(name)

    # On paper

    @property
    def list_title(self) -> str:
        """What the list for the visit is called."""
        return self._pages.words.visit_list

    def list_leaflet(self) -> Leaflet:
        """The list for the visit, to be printed."""
        words = self._pages.words
        part = visit_sheet(self.keeping.kept.questions, words, today=self._pages.today())
        return LeafletWriter(self._pages).of_parts(words.visit_list, (part,))

    def code_leaflet(self) -> Leaflet:
        """The codes that are shown, to be printed."""
        taken = self._parts.code_sheet.taken
        assert taken is not None
        part = code_sheet(taken, self._parts.code_sheet.shown, self._pages.words)
        return LeafletWriter(self._pages).of_parts(taken.title, (part,))

    def code_pictures(self) -> dict[str, Media]:
        """The pictures of `code_leaflet`."""
        return code_pictures(self._parts.code_sheet.shown)

    # What is kept

    @Slot()
    def show_kept(self) -> None:
        """Say what is kept, with the way to save a copy and to delete it."""
        self._opener = self._window.focusWidget()
        self._parts.kept_sheet.show_kept(self.keeping.kept, self.keeping.path)

    @Slot()
    def save_copy(self) -> None:
        """Write what is kept into a text file that the reader chooses."""
        from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - few readers need it, and it is large

        title = self.tr("Save a copy")
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, "my-questions.txt", self.tr("Text (*.txt)"))
        if not chosen:
            return
        try:
            write_whole(Path(chosen), as_text(self.keeping.kept, self._pages.words).encode())
        except PmlError as failure:
            self.failed.emit(failure)
        else:
            self.said.emit(self.tr("A copy was saved in {path}.").format(path=chosen))

    @Slot()
    def delete_kept(self) -> None:
        """Delete all that is kept, and say so."""
        self.keeping.forget()
        self._parts.kept_sheet.dismiss()
        self.said.emit(self.tr("Everything that was kept about you is deleted."))

    def _page_to_take(self) -> TakeHome | None:
        page = self._stage.page
        article = self._pages.catalog.article(ArticleId(page.id)) if page and page.id in self._pages.catalog else None
        # Of a page that is withdrawn nothing is shown, so nothing is taken home.
        if page is None or article is None or all(block.id != KEY_POINTS for block in page.blocks):
            return None
        reviewed = next(block.headline for block in page.blocks if isinstance(block, ReviewLine))
        return take_home_page(
            article,
            self._pages.catalog.library,
            self._pages.words,
            reviewed=reviewed,
            emergency_number=self._emergency_number,
            clinic=self._clinic,
        )

    def _show_code(self, taken: TakeHome) -> None:
        self._opener = self._window.focusWidget()
        self._stage.close_parts("popover", "hits")
        self._parts.code_sheet.show_text(taken, can_print=self.can_print)

    def _give_back(self) -> None:
        opener, self._opener = self._opener, None
        if opener is not None and opener.isVisible():
            opener.setFocus(Qt.FocusReason.OtherFocusReason)
