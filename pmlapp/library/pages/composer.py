"""An article and its surroundings as one page, in the order a reader meets them."""

from collections.abc import Iterator
from typing import NamedTuple

from pmlapp.content.anchors import SOURCES
from pmlapp.content.model import Article, QuestionType, Source, Topic
from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardEntry,
    CardList,
    Care,
    Crumb,
    Disclaimer,
    Figure,
    Fold,
    Heading,
    ItemList,
    Notice,
    OutlineEntry,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceEntry,
    SourceList,
    Span,
    Table,
    Term,
    Text,
    Title,
    children,
    plain,
)
from pmlapp.content.source_address import AddressKind, address_to_open, kind_of, numbers_of
from pmlapp.library.pages.explained_once import explained_once
from pmlapp.library.pages.page_names import HOME
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import Review, ReviewStatus
from pmlapp.library.pages.review_blocks import draft_notice, problem, recall_warning, review_line, routine, story_notice
from pmlapp.library.pages.take_home_blocks import take_home

_SOURCES_IN_SIGHT = 4
_FEW_SOURCES = 6
"""Up to here all are in sight: a fold for two rows would cost more than it saves."""


class Composer:
    """Puts pages together.

    ``emergency_action`` is a row of every emergency box: whom to call here;
    ``draft`` says on each page that it has not been released.
    """

    def __init__(self, words: PageWords, *, emergency_action: str, draft: bool = False) -> None:
        self._words = words
        self._draft = draft
        self._emergency_action = emergency_action

    def article_page(self, article: Article, topic: Topic, body: tuple[Block, ...], review: Review) -> Page:
        """The page of an article whose Markdown was parsed to ``body``.

        Of a withdrawn article only what says when to get help is left, whatever ``body`` holds, and ways on.
        On the page about urgent help the first emergency box comes directly under the title.
        """
        words = self._words
        lead = _Lead.of(article, body)
        if review.status is ReviewStatus.WITHDRAWN:
            inner: tuple[Block, ...] = (
                *self._with_actions(urgent_help(lead.body)),
                *self._sources(article.sources),
                *self._related(article),
            )
        else:
            inner = (
                review_line(article, review, words),
                ShortAnswer(BlockId("short-answer"), words.short_answer, _short_answer(article)),
                *self._with_actions(lead.body),
                *take_home(article, body, words),
                *self._sources(article.sources),
                *self._related(article),
                *routine(article, review, words),
            )
        inner = explained_once(inner)
        blocks = (
            Breadcrumb(
                BlockId("crumbs"),
                (
                    Crumb(words.home, f"page:{HOME}"),
                    Crumb(topic.title, f"topic:{topic.id}"),
                    Crumb(article.title, ""),
                ),
            ),
            *((draft_notice(words),) if self._draft else ()),
            *recall_warning(article, words),
            *problem(review, words),
            *story_notice(article, words),
            Title(BlockId("title"), article.title),
            *(box._replace(action=self._emergency_action, action_first=True) for box in lead.box),
            *inner,
            *self._adapted(article),
            Disclaimer(BlockId("disclaimer"), (Text(words.disclaimer),)),
        )
        return Page(
            id=article.id,
            language=article.language,
            title=article.title,
            blocks=blocks,
            outline=lead.outline(outline(blocks)),
        )

    def _with_action(self, block: Block) -> Block:
        match block:
            case Callout(care=care, blocks=inner):
                action = self._emergency_action if care is Care.EMERGENCY else ""
                return block._replace(blocks=self._with_actions(inner), action=action)
            case Fold(blocks=inner):
                return block._replace(blocks=self._with_actions(inner))
            case ItemList(items=items):
                return block._replace(
                    items=tuple(item._replace(blocks=self._with_actions(item.blocks)) for item in items)
                )
            case (
                Heading()
                | Paragraph()
                | Table()
                | Figure()
                | Breadcrumb()
                | Title()
                | Notice()
                | ReviewLine()
                | ShortAnswer()
                | SourceList()
                | CardList()
                | Disclaimer()
            ):
                return block

    def _with_actions(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self._with_action(block) for block in blocks)

    def _sources(self, sources: tuple[Source, ...]) -> tuple[Block, ...]:
        if not sources:
            return ()
        entries = tuple(
            SourceEntry(
                number=number,
                key=source.key,
                title=source.title,
                detail=" ".join(self._source_details(source)),
                # A site alone is better than nothing, as long as the row says that it is only that.
                url=address_to_open(source) or source.url,
            )
            for number, source in enumerate(sources, 1)
        )
        heading = Heading(BlockId("sources-heading"), 2, SOURCES, (Text(self._words.sources),))
        if len(entries) <= _FEW_SOURCES:
            return heading, SourceList(BlockId("sources"), entries)
        hidden = entries[_SOURCES_IN_SIGHT:]
        return (
            heading,
            SourceList(BlockId("sources"), entries[:_SOURCES_IN_SIGHT]),
            Fold(
                BlockId("other-sources"),
                self._words.other_sources.format(count=len(hidden)),
                False,
                (SourceList(BlockId("sources-more"), hidden),),
            ),
        )

    def _source_details(self, source: Source) -> Iterator[str]:
        yield _sentence(source.publisher, source.published)
        yield _sentence(source.licence)
        for number in numbers_of(source):
            yield f"{number}."
        if source.note:
            yield _sentence(source.note)
        if not address_to_open(source):
            match kind_of(source.url):
                case AddressKind.SITE:
                    yield self._words.only_site_known
                case AddressKind.SEARCH:
                    yield self._words.only_search_known
                case _:
                    yield self._words.address_not_known

    def _adapted(self, article: Article) -> tuple[Block, ...]:
        said = self._words.adapted_from(article.id)
        return (Paragraph(BlockId("adapted-from"), (Text(said),)),) if said else ()

    def _related(self, article: Article) -> tuple[Block, ...]:
        if not article.related:
            return ()
        cards = tuple(CardEntry(f"article:{each.to}", each.title, each.reason) for each in article.related)
        return (
            Heading(BlockId("related-heading"), 2, "related-questions", (Text(self._words.related),)),
            CardList(BlockId("related"), cards),
        )


class _Lead(NamedTuple):
    """What leads a page before its review line: one emergency box, on pages about urgent help, or nothing."""

    box: tuple[Callout, ...]
    heading: Heading | None
    """The heading of the section that the box comes from."""
    body: tuple[Block, ...]
    """What is left of the article."""

    @classmethod
    def of(cls, article: Article, body: tuple[Block, ...]) -> "_Lead":
        heading: Heading | None = None
        if article.question_type == QuestionType.URGENT_HELP:
            for place, block in enumerate(body):
                if isinstance(block, Heading):
                    heading = block
                elif isinstance(block, Callout) and block.care is Care.EMERGENCY:
                    return cls((block,), heading, (*body[:place], *body[place + 1 :]))
        return cls((), None, body)

    def outline(self, entries: tuple[OutlineEntry, ...]) -> tuple[OutlineEntry, ...]:
        """The places of the page, the box first under the name of its section, which it stands for."""
        if not self.box:
            return entries
        box, heading = self.box[0], self.heading
        title = plain(heading.spans if heading is not None else box.title).rstrip(":")
        others = (entry for entry in entries if heading is None or entry.anchor != heading.anchor)
        return (OutlineEntry(2, title, box.id), *others)


def urgent_help(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The boxes that say when to get help, taken out of whatever they are in."""
    found: list[Block] = []
    for block in blocks:
        if isinstance(block, Callout) and block.care is not Care.INFO:
            found.append(block)
        else:
            found.extend(urgent_help(children(block)))
    return tuple(found)


def outline(blocks: tuple[Block, ...]) -> tuple[OutlineEntry, ...]:
    """The places of a page worth jumping to: its short answer and its level 2 headings.

    Headings inside folds are left out: nobody should land in what is closed.
    """
    entries: list[OutlineEntry] = []
    for block in blocks:
        if isinstance(block, ShortAnswer):
            entries.append(OutlineEntry(2, block.label, block.id))
        elif isinstance(block, Heading) and block.level == 2:
            entries.append(OutlineEntry(2, plain(block.spans), block.anchor))
    return tuple(entries)


def _short_answer(article: Article) -> tuple[Span, ...]:
    """The short answer with its explained words."""
    spans: list[Span] = []
    end = 0
    for place in article.short_answer_terms:
        if text := article.short_answer[end : place.start]:
            spans.append(Text(text))
        spans.append(Term(place.term, (Text(article.short_answer[place.start : place.end]),)))
        end = place.end
    return (*spans, *((Text(rest),) if (rest := article.short_answer[end:]) else ()))


def _sentence(*parts: str) -> str:
    said = ", ".join(part for part in parts if part)
    return said if not said or said.endswith(".") else f"{said}."
