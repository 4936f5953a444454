"""The number of each printed sheet and card, and what to say to a person who types one."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from pmlapp.content.edition import EarlierText
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Article, ArticleId, ArticleSummary, Findings, SearchHit
from pmlapp.content.page import Block
from pmlapp.library.catalog import Catalog
from pmlapp.library.leaflet_code import LeafletCode, WrongCode, card_code, in_groups, mark_of, read_code, sheet_code
from pmlapp.library.pages.changes import Changes
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import Review, ReviewStatus
from pmlapp.library.sentence_changes import Difference

_TEXTS_KEPT = 3
"""As many as an edition keeps of each page: with fewer, every text that it ever had is known."""


class SheetState(StrEnum):
    """What became of the text that a number was printed on."""

    CARD = "card"
    """It is the number of a card, which names a page whatever its text."""
    CURRENT = "current"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"
    GONE = "gone"
    """The library has no such page any more."""
    OTHER_LIBRARY = "other library"
    WRONG = "wrong"


class SheetAnswer(NamedTuple):
    """What to say about a number."""

    state: SheetState
    title: str
    """Of what it is the number, with the number in groups, as it is printed."""
    headline: str
    advice: str
    page: ArticleSummary | None = None
    """The page that it leads to; None where it leads to none, so a sheet of another library opens nothing."""
    differences: tuple[Difference, ...] = ()
    """What the page says now in other words than the sheet."""
    reasons: tuple[str, ...] = ()
    """Why it was changed, the newest first, as far as somebody noted it."""


class SheetNumbers:
    """The numbers of one library.

    Every method raises `UnreadableContentError` if the file turns out to be damaged where it reads.
    ``review`` says how far a page may be relied on today.
    """

    def __init__(
        self,
        store: ContentStore,
        catalog: Catalog,
        words: PageWords,
        changes: Changes,
        review: Callable[[ArticleId], Review],
    ) -> None:
        self._store = store
        self._catalog = catalog
        self._words = words
        self._changes = changes
        self._review = review

    def of_sheet(self, article: Article) -> str:
        """The number of a sheet with the text of this page as it is now, without spaces; "" if there is none.

        There is none where the library does not number its pages for good, or has more than 90,000.
        """
        last_page = self._store.last_page()
        if not last_page:
            return ""
        mark = self._mark(article.title, article.short_answer, article.body)
        return sheet_code(self._store.number_of(article.id, article.language), mark, last_page=last_page)

    def of_card(self, article: ArticleId) -> str:
        """The number of a card that leads to this page, without spaces; "" as for `of_sheet`."""
        last_page = self._store.last_page()
        return card_code(self._store.number_of(article), last_page=last_page) if last_page else ""

    def answer(self, typed: str) -> SheetAnswer | None:
        """What to say to a person who typed this; None if it is not the number of a sheet or a card."""
        last_page = self._store.last_page()
        code = read_code(typed, last_page=last_page) if last_page else None
        if code is None:
            return None
        words = self._words
        is_card = isinstance(code, LeafletCode) and code.mark is None
        title = words.card_number if is_card else words.sheet_number
        title = title.format(code=in_groups("".join(filter(str.isdecimal, typed))))
        if isinstance(code, WrongCode):
            return SheetAnswer(SheetState.WRONG, title, words.sheet_wrong, words.sheet_wrong_advice)
        return self._known(code, title)

    def what_changed(self, answer: SheetAnswer) -> tuple[Block, ...]:
        """The sentences that are different, as blocks of a page; none if the text is the same or not known."""
        return self._changes.blocks("sheet", answer.differences, answer.reasons)

    def changed_since(self, before: EarlierText, now: Article) -> tuple[Block, ...]:
        """Each sentence of a page before and now, and why it was changed; nothing if all is the same."""
        reasons = (before.reason,) if before.reason else ()
        found = self._changes.since(before, now)
        return self._changes.blocks("changed", found, reasons) if found else ()

    def edition_words(self, edition: str) -> str:
        """An edition as people write it: as a day where its name is one."""
        try:
            return self._words.day(date.fromisoformat(edition.partition(".")[0]))
        except ValueError:
            return edition

    def findings(self, answer: SheetAnswer, typed: str) -> Findings:
        """The answer as what a search found: said above the page that the number leads to."""
        words = self._words
        detail = answer.advice
        if len(answer.differences) == 1:
            one = answer.differences[0]
            before, now = one.before or words.was_not_there, one.now or words.is_gone
            detail = f"{detail} {words.before_and_now.format(before=before, now=now)}"
        hits: tuple[SearchHit, ...] = ()
        if answer.page is not None:
            topic = self._catalog.topic(answer.page.id).title
            short = self._catalog.article(answer.page.id).short_answer
            snippet = words.withdrawn if answer.state is SheetState.WITHDRAWN else short
            hits = (SearchHit(answer.page, topic, snippet, (), "", 1.0),)
        tidy = " ".join(typed.split())
        return Findings(hits=hits, typed=tidy, searched=tidy, offers=(), notice=(answer.headline, detail))

    def _known(self, code: LeafletCode, title: str) -> SheetAnswer | None:
        words = self._words
        found = self._store.page_numbered(code.page)
        if found is None:
            if code.mark is None:
                return None  # some number of five digits, not one of our cards
            former = self._store.former_page(code.page)
            if former is None:
                return self._of_another_library(title, words.sheet_other)
            headline = words.sheet_gone.format(title=former.title)
            return SheetAnswer(SheetState.GONE, title, headline, words.sheet_gone_advice)
        page = self._catalog.summary(found[0])
        if (withdrawn := self._withdrawn(title, page)) is not None:
            return withdrawn
        if code.mark is None:
            headline = words.card_leads_to.format(title=page.title)
            return SheetAnswer(SheetState.CARD, title, headline, "", page)
        return self._compared(code.mark, title, page)

    def _compared(self, mark: int, title: str, page: ArticleSummary) -> SheetAnswer:
        words = self._words
        article = self._catalog.article(page.id)
        if mark == self._mark(article.title, article.short_answer, article.body):
            headline = words.sheet_current.format(title=page.title)
            return SheetAnswer(SheetState.CURRENT, title, headline, "", page)
        earlier = self._store.earlier_texts(page.id)
        for number, text in enumerate(earlier):
            if mark == self._mark(text.title, text.short_answer, text.body):
                changed = self._changes.since(text, article)
                reasons = tuple(dict.fromkeys(each.reason for each in earlier[: number + 1] if each.reason))
                headline = words.sheet_changed.format(title=page.title)
                advice = words.sentences_one if len(changed) == 1 else words.sentences_many.format(count=len(changed))
                return SheetAnswer(SheetState.CHANGED, title, headline, advice, page, changed, reasons)
        return self._of_another_library(
            title, words.sheet_other if len(earlier) < _TEXTS_KEPT else words.sheet_other_or_old
        )

    def _withdrawn(self, title: str, page: ArticleSummary) -> SheetAnswer | None:
        review = self._review(page.id)
        if review.status is not ReviewStatus.WITHDRAWN:
            return None
        words = self._words
        headline = words.sheet_withdrawn.format(title=page.title)
        if review.withdrawal is not None:
            headline = words.sheet_withdrawn_on.format(title=page.title, date=words.day(review.withdrawal.on))
        return SheetAnswer(SheetState.WITHDRAWN, title, headline, words.sheet_withdrawn_advice, page)

    def _of_another_library(self, title: str, headline: str) -> SheetAnswer:
        advice = self._words.sheet_other_advice
        return SheetAnswer(SheetState.OTHER_LIBRARY, title, headline, advice)

    def _mark(self, title: str, short_answer: str, body: str) -> int:
        library = self._catalog.library
        return mark_of(library.id or library.title, title, short_answer, body)
