"""The pages that nobody wrote: a topic's questions, the word list, search results, what this library is."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from string import Formatter
from typing import TYPE_CHECKING, Final

from pmlapp.content.model import ArticleId, ArticleSummary, Findings, GlossaryTerm, Library
from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardEntry,
    CardList,
    Care,
    Crumb,
    Heading,
    ItemList,
    Link,
    ListItem,
    Notice,
    Page,
    Paragraph,
    Span,
    Strong,
    Text,
    Title,
)
from pmlapp.errors import EditedContentError, UnreadableContentError
from pmlapp.library.catalog import Catalog
from pmlapp.library.pages.composer import outline
from pmlapp.library.pages.hit_line import LineOf
from pmlapp.library.pages.page_names import ABOUT, HOME, KEYS, SEARCH, TOPIC, VOICES, WORDS
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import ReviewStatus, review_of
from pmlapp.library.pages.review_blocks import draft_notice
from pmlapp.library.search.query import quoted
from pmlapp.library.shelves import Group, Shelf

if TYPE_CHECKING:
    from pmlapp.library.pages.sheet_numbers import SheetAnswer

_FEWEST_UNDER_HEADINGS: Final = 10
"""A topic with fewer pages is seen at a glance; headings would only make it longer."""


class OwnPages:
    """Pages made from what the library holds, in the words of one language."""

    def __init__(
        self,
        catalog: Catalog,
        words: PageWords,
        *,
        today: Callable[[], date],
        emergency_action: str,
        state_said: Callable[[], str] = lambda: "",
    ) -> None:
        self._catalog = catalog
        self._words = words
        self._today = today
        self._emergency_action = emergency_action
        self._state_said = state_said

    def home(self) -> Page:
        """Every topic with its questions, for outputs that have no home page of their own."""
        library = self._catalog.library
        blocks: list[Block] = [_paragraph("lead", self._words.plain_answers.format(subject=library.subject))]
        for shelf in self._catalog.outline:
            cards = tuple(CardEntry(f"article:{each.id}", each.title, each.id) for each in shelf.articles)
            blocks.append(_heading(f"{shelf.topic.id}-heading", shelf.topic.title))
            blocks.append(CardList(BlockId(f"{shelf.topic.id}-questions"), cards))
        return self._page(HOME, library.title, *blocks)

    def topic(self, shelf: Shelf, group: Group | None = None) -> Page:
        """The questions of a topic, each with the first sentence of its short answer.

        Of a topic with very many, the letters to choose from; with ``group``, the questions of that one.
        """
        topic = shelf.topic
        if group is not None:
            above = Crumb(topic.title, f"topic:{topic.id}")
            name = f"{TOPIC}{topic.id}/{shelf.groups.index(group) + 1}"
            questions = CardList(BlockId("questions"), self._cards(group.pages))
            return self._page(name, f"{topic.title}: {group.label}", questions, above=(above,), crumb=group.label)
        blocks: list[Block] = [_paragraph("description", topic.description)]
        if shelf.groups:
            count = self._words.questions(len(shelf.articles))
            blocks.append(_paragraph("letters-lead", self._words.choose_letters.format(count=count)))
            letters = tuple(
                CardEntry(f"topic:{topic.id}/{number}", each.label, self._words.questions(len(each.pages)))
                for number, each in enumerate(shelf.groups, 1)
            )
            blocks.append(CardList(BlockId("letters"), letters, columns=3))
        else:
            blocks += self._by_type(shelf.articles)
        return self._page(f"{TOPIC}{topic.id}", topic.title, *blocks)

    def _by_type(self, pages: Sequence[ArticleSummary]) -> Iterator[Block]:
        """The cards of a topic; of a long one, below a heading for each type of question, as the library words it."""
        headings = self._catalog.question_types
        if len(pages) < _FEWEST_UNDER_HEADINGS or not all(headings.get(page.question_type) for page in pages):
            yield CardList(BlockId("questions"), self._cards(pages))
            return
        for kind, group in groupby(pages, key=lambda page: page.question_type):
            yield _heading(f"{kind}-heading", headings[kind])
            yield CardList(BlockId(f"{kind}-questions"), self._cards(group))

    def _cards(self, pages: Iterable[ArticleSummary]) -> tuple[CardEntry, ...]:
        return tuple(CardEntry(f"article:{each.id}", each.title, self._gist(each.id)) for each in pages)

    def _gist(self, article_id: ArticleId) -> str:
        """The first sentence of the short answer; of a withdrawn page, that it is."""
        try:
            article = self._catalog.article(article_id)
        except UnreadableContentError as failure:
            return self._words.edited if isinstance(failure, EditedContentError) else self._words.damaged
        status = review_of(article, self._today(), self._catalog.library.policy).status
        return self._words.withdrawn if status is ReviewStatus.WITHDRAWN else _first_sentence(article.short_answer)

    def damaged(self, page: str, *, edited: bool = False) -> Page:
        """What is shown in place of an article whose words are not as they were built; ``edited``: by another program.

        Whom to call is on it whatever the article was about: nobody can read now whether it said so.
        """
        words = self._words
        said = (
            (words.edited_headline, words.edited_advice) if edited else (words.damaged_headline, words.damaged_advice)
        )
        notice = Notice(BlockId("damaged"), Care.URGENT, "warning", *said)
        return self._page(page, words.edited if edited else words.damaged, notice, self._call())

    def failed(self, page: str) -> Page:
        """What is shown in place of a page that a mistake of the program keeps from being put together."""
        words = self._words
        notice = Notice(BlockId("failed"), Care.URGENT, "warning", words.failed_headline, words.failed_advice)
        return self._page(page, words.failed, notice, self._call())

    def _call(self) -> Callout:
        sign = (Text(self._words.emergency_sign),)
        return Callout(BlockId("call"), Care.EMERGENCY, sign, (), self._emergency_action)

    def word_list(self) -> Page:
        """Every hard word with its meaning, by letter."""
        blocks: list[Block] = [_paragraph("lead", self._words.word_list_lead)]
        letter = ""
        for number, term in enumerate(self._catalog.glossary):
            first = term.word[:1].upper()
            if first != letter:
                letter = first
                spans: tuple[Span, ...] = (Text(letter),)
                blocks.append(Heading(BlockId(f"letter-{number}"), 2, f"letter-{letter.lower()}", spans))
            blocks.append(
                Paragraph(BlockId(f"word-{term.key}"), (Strong((Text(term.word),)), Text(f": {term.meaning}")))
            )
        return self._page(WORDS, self._words.word_list, *blocks)

    def about(self) -> Page:
        """What the library holds, how current it is, and who stands behind it."""
        words = self._words
        library: Library = self._catalog.library
        counts = self._catalog.counts
        checks = self._catalog.checks(self._today())
        reviewed = words.all_reviewed if checks.clinical == checks.pages else words.some_reviewed
        holds = words.library_holds.format(
            subject=library.subject,
            pages=counts.articles,
            topics=counts.topics,
            sources=counts.sources,
            terms=counts.terms,
        )
        return self._page(
            ABOUT,
            words.about_library,
            *((_paragraph("damaged", state),) if (state := self._state_said()) else ()),
            _heading("holds-heading", words.about_holds),
            _paragraph("holds", holds),
            *(_paragraph(f"checked-{n}", text) for n, text in enumerate(words.library_checks(checks), 1)),
            _heading("review-heading", words.about_review),
            Paragraph(
                BlockId("review-claim"), (Strong((Text(reviewed if checks.clinical else words.library_not_reviewed),)),)
            ),
            _paragraph(
                "review-text",
                f"{words.library_put_together.format(publisher=library.publisher)} {words.short_disclaimer}",
            ),
            *((_paragraph("adapted-from", said),) if (said := words.adapted_from()) else ()),
            _heading("private-heading", words.about_private),
            _paragraph("private-text", words.library_private),
            _heading("licence-heading", words.about_licence),
            _paragraph("licence-text", words.library_licence.format(licence=library.licence)),
            _paragraph("digest", words.library_digest.format(digest=library.digest[:16])),
        )

    def results(self, query: str, found: Findings, line_of: LineOf) -> Page:
        """All results of a search, or what the library does hold when there is none."""
        words = self._words
        offers = (*_meaning(found.term), *self._offers(found))
        if not found.hits:
            return self._nothing(query, found, offers)
        cards = []
        for hit in found.hits:
            line = line_of(hit)
            cards.append(CardEntry(f"article:{hit.article.id}", hit.article.title, hit.snippet, line.words, line.icon))
        count = words.answers_one if len(cards) == 1 else words.answers_many.format(count=len(cards))
        return self._page(
            SEARCH + query,
            words.results_for.format(query=found.searched),
            *offers,
            _paragraph("count", count),
            CardList(BlockId("results"), tuple(cards)),
            crumb=words.search,
        )

    def sheet(self, query: str, answer: "SheetAnswer", changes: tuple[Block, ...]) -> Page:
        """What became of the text of a printed sheet, or the page that a card leads to; ``changes`` if it changed."""
        words = self._words
        said: tuple[Span, ...] = (Strong((Text(answer.headline),)),)
        if answer.advice:
            said = (*said, Text(f" {answer.advice}"))
        blocks: list[Block] = [Paragraph(BlockId("answer"), said), *changes]
        if answer.page is not None:
            cards = self._cards((answer.page,))
            blocks += [_heading("page-heading", words.read_page_now), CardList(BlockId("page"), cards)]
        return self._page(SEARCH + query, answer.title, *blocks, crumb=words.search)

    def _offers(self, found: Findings) -> tuple[Block, ...]:
        """What was searched instead of what was typed, and other searches to choose from."""
        words = self._words
        offers: tuple[Span, ...] = ()
        for offer in found.offers:
            query = quoted(offer) if offer == found.typed else offer
            link = (Link(f"page:{SEARCH}{query}", (Text(offer),)),)
            offers = _filled(words.either, one=offers, other=link) if offers else link
        said: tuple[Span, ...] = ()
        if found.searched != found.typed:
            said = _filled(words.showing_results, searched=(Strong((Text(found.searched),)),))
            if offers:
                said = (*said, Text(" "), *_filled(words.search_instead, offers=offers))
        elif offers:
            said = _filled(words.did_you_mean, offers=offers)
        return (Paragraph(BlockId("offers"), said),) if said else ()

    def _nothing(self, query: str, found: Findings, offers: tuple[Block, ...]) -> Page:
        words = self._words
        cards = tuple(
            CardEntry(f"topic:{shelf.topic.id}", shelf.topic.title, words.questions(len(shelf.articles)))
            for shelf in self._catalog.outline
            if shelf.articles
        )
        why = words.nothing_why.format(subject=self._catalog.library.subject)
        return self._page(
            SEARCH + query,
            words.nothing_about.format(query=found.typed),
            *offers,
            _paragraph("why", why),
            _paragraph("ask", words.nothing_ask()),
            _heading("holds-heading", words.nothing_but),
            CardList(BlockId("topics"), cards, columns=2),
            crumb=words.search,
        )

    def keys(self, lines: tuple[tuple[str, str], ...]) -> Page:
        """The keys of the window: pairs of key and what it does."""
        items = tuple(
            ListItem(
                BlockId(f"key-{number}"),
                (Paragraph(BlockId(f"key-{number}-text"), (Strong((Text(key),)), Text(f": {does}"))),),
            )
            for number, (key, does) in enumerate(lines)
        )
        return self._page(KEYS, self._words.keys, ItemList(BlockId("keys"), False, 1, items))

    def named(self, name: str) -> Page:
        """The word list, the page about the library, or how to add a voice, by the name of the page."""
        return {WORDS: self.word_list, ABOUT: self.about, VOICES: self.voices}[name]()

    def voices(self, system: str = sys.platform) -> Page:
        """How to add a voice that reads aloud: on this computer first, then on others."""
        words = self._words
        known = {"linux": words.voices_linux, "win32": words.voices_windows, "darwin": words.voices_macos}
        titles = {"linux": "Linux", "win32": "Windows", "darwin": "macOS"}
        order = sorted(known, key=lambda each: each != system)
        blocks: list[Block] = [_paragraph("lead", words.voices_lead)]
        for number, each in enumerate(order):
            title = words.voices_here.format(system=titles[each]) if each == system else titles[each]
            blocks.append(_heading(f"{each}-heading", title))
            steps = tuple(
                ListItem(BlockId(f"{each}-{step}"), (_paragraph(f"{each}-{step}-text", text),))
                for step, text in enumerate(known[each], 1)
            )
            blocks.append(ItemList(BlockId(f"voices-{number}"), True, 1, steps))
        blocks.append(_paragraph("after", words.voices_after))
        return self._page(VOICES, words.voices_title, *blocks)

    def _page(self, page: str, title: str, *blocks: Block, above: tuple[Crumb, ...] = (), crumb: str = "") -> Page:
        crumbs = (Crumb(self._words.home, f"page:{HOME}"), *above, Crumb(crumb or title, ""))
        draft = (draft_notice(self._words),) if self._catalog.library.draft else ()
        whole = (Breadcrumb(BlockId("crumbs"), crumbs), *draft, Title(BlockId("title"), title), *blocks)
        language = self._catalog.library.language
        return Page(id=page, language=language, title=title, blocks=whole, outline=outline(whole))


def _meaning(term: GlossaryTerm | None) -> tuple[Block, ...]:
    """What the hard word that was searched for means, if it was one."""
    if term is None:
        return ()
    return (Paragraph(BlockId("meaning"), (Strong((Text(term.word),)), Text(f": {term.meaning}"))),)


def _first_sentence(text: str) -> str:
    end = text.find(". ")
    return text if end < 0 else text[: end + 1]


def _paragraph(name: str, text: str) -> Paragraph:
    return Paragraph(BlockId(name), (Text(text),))


def _heading(name: str, text: str) -> Heading:
    return Heading(BlockId(name), 2, name.removesuffix("-heading"), (Text(text),))


def _filled(pattern: str, **fields: tuple[Span, ...]) -> tuple[Span, ...]:
    """A phrase with spans in its fields."""
    filled: list[Span] = []
    for text, field, _, _ in Formatter().parse(pattern):
        if text:
            filled.append(Text(text))
        if field:
            filled += fields[field]
    return tuple(filled)
