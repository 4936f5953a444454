"""A handout: chosen parts of several pages on one sheet, with the warnings that they need and what is known of each.

A warning is an emergency box anywhere on the page of a part, or an urgent one in its section or before the first:
none of them is left behind when a part is taken.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from pmlapp.content.anchors import SELF_CHECK, SOURCES
from pmlapp.content.model import ArticleId
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
    Link,
    Notice,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    Span,
    Text,
    Title,
    children,
    plain,
)
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.leaflet import Leaflet, LeafletPart, LeafletWriter
from pmlapp.library.pages.page_names import HANDOUT, HOME
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.review import ReviewStatus
from pmlapp.library.pages.review_blocks import REVIEW_ICONS

SHORT_ANSWER: Final = "short-answer"
"""The anchor of the part that is the short answer of a page."""

_NO_PARTS: Final = frozenset({SOURCES, SELF_CHECK, "related-questions", "how-checked"})
"""The anchors of sections that the program makes and that say nothing by themselves."""


class PartName(NamedTuple):
    """A part of a page: the heading that it begins with."""

    page: ArticleId
    anchor: str


class PageSection(NamedTuple):
    """What can be chosen of a page."""

    anchor: str
    title: str
    level: int
    blocks: tuple[Block, ...]
    """All below the heading, up to the next one of the same level or above."""
    first: int
    """The place of its heading among the blocks of the page."""


def sections(page: Page) -> tuple[PageSection, ...]:
    """The parts of a page that can be chosen, in its order; those of a lower level are also inside those above."""
    found: list[PageSection] = []
    for place, block in enumerate(page.blocks):
        if isinstance(block, ShortAnswer):
            found.append(PageSection(SHORT_ANSWER, block.label, 2, (block,), place))
        elif isinstance(block, Heading):
            if block.anchor in _NO_PARTS:
                continue
            end = next(
                (
                    later
                    for later, other in enumerate(page.blocks[place + 1 :], place + 1)
                    if isinstance(other, Heading) and other.level <= block.level
                ),
                len(page.blocks),
            )
            found.append(
                PageSection(block.anchor, plain(block.spans), block.level, page.blocks[place + 1 : end], place)
            )
    return tuple(found)


def warnings_for(page: Page, section: PageSection) -> tuple[tuple[str, Callout], ...]:
    """The warnings that a part of a page needs, each with the heading that it is under, in the order of the page."""
    around = _section_around(page, section)
    found = []
    heading, in_front, reached = "", True, 0
    for place, block in enumerate(page.blocks):
        if isinstance(block, Heading):
            if block.level == 2:
                in_front, reached = False, place
            heading = plain(block.spans)
        for box in _boxes((block,)):
            mine = in_front or reached == around
            if box.care is Care.EMERGENCY or (box.care is Care.URGENT and mine):
                found.append((heading, box))
    return tuple(found)


def with_ticks(page: Page, chosen: frozenset[PartName]) -> Page:
    """The page with a tick box at each part: its heading leads to ``tick:ARTICLE#ANCHOR``, or ``untick:…``."""
    article = ArticleId(page.id)
    parts = {each.anchor: each for each in sections(page)}
    blocks: list[Block] = []
    for block in page.blocks:
        if isinstance(block, ShortAnswer):
            blocks.append(_ticked(article, SHORT_ANSWER, 2, (Text(block.label),), chosen))
        if isinstance(block, Heading) and block.anchor in parts:
            blocks.append(_ticked(article, block.anchor, block.level, block.spans, chosen)._replace(id=block.id))
        else:
            blocks.append(block)
    return page._replace(blocks=tuple(blocks))


class HandoutWriter:
    """Writes handouts from the pages of one library."""

    def __init__(self, pages: Pages, leaflets: LeafletWriter) -> None:
        self._pages = pages
        self._leaflets = leaflets
        self._words = pages.words
        self._read: dict[str, tuple[Page, str]] = {}
        """Pages read for the handout that is being written, with their numbers."""

    def title_of(self, part: PartName) -> tuple[str, str]:
        """The title of a part and that of its page; ("", "") if it is not there any more."""
        self._read.clear()
        found = self._find(part)
        return (found[1].title, found[0].title) if found is not None else ("", "")

    def handout(self, parts: Sequence[PartName], title: str = "") -> Leaflet:
        """The parts in the order in which they were chosen; those that are not there any more are left out.

        Args:
            parts: one or more.
            title: what the reader calls it; "" for the usual name.

        Raises:
            UnreadableContentError: the content file is damaged there.
        """
        words = self._words
        self._read.clear()
        chosen = self._written(parts)
        pages = dict.fromkeys(each.page for each in chosen)
        reviewed = sum(each.reviewed for each in chosen)
        status = words.parts_reviewed.format(reviewed=reviewed, count=len(chosen))
        of_pages = words.from_one_page if len(pages) == 1 else words.from_pages.format(count=len(pages))
        counted = words.parts_one if len(chosen) == 1 else words.parts_many.format(count=len(chosen))
        about = words.selection_about.format(parts=counted, pages=of_pages, status=status)
        name = title or words.handout
        blocks: list[Block] = [
            Title(BlockId("handout-title"), name),
            Notice(BlockId("handout-selection"), Care.INFO, "handout", words.selection, about),
        ]
        for number, each in enumerate(chosen, 1):
            blocks += each.as_blocks(number)
        codes = {each.code for each in chosen if each.code}
        code = codes.pop() if len(codes) == 1 else ""
        hint = (words.sheet_still_right, words.sheet_type_it if code else words.type_number_of_part)
        part = LeafletPart(name, words.handout, status, tuple(blocks), code, hint if chosen else ("", ""))
        made = self._leaflets.of_parts(name, (part,))
        return made._replace(printed=f"{made.printed} {words.sources_on_pages}")

    def list_page(self, parts: Sequence[PartName], language: str) -> Page:
        """The list of what is chosen: each entry takes its part out again."""
        words = self._words
        entries = []
        for part in parts:
            title, page = self.title_of(part)
            if title:
                target = f"untick:{part.page}#{part.anchor}"
                origin = words.part_from.format(title=page)
                entries.append(CardEntry(target, title, origin, words.take_part_out, "tick-box-on"))
        lead = words.handout_lead if entries else words.handout_empty
        blocks: list[Block] = [
            Breadcrumb(BlockId("crumbs"), (Crumb(words.home, f"page:{HOME}"), Crumb(words.handout, ""))),
            Title(BlockId("title"), words.handout),
            Paragraph(BlockId("handout-lead"), (Text(lead),)),
        ]
        if entries:
            blocks.append(CardList(BlockId("handout-parts"), tuple(entries)))
            blocks.append(Paragraph(BlockId("handout-clear"), (Link("untick:all", (Text(words.clear_handout),)),)))
        return Page(HANDOUT, language, words.handout, tuple(blocks))

    def _written(self, parts: Sequence[PartName]) -> list["_WrittenPart"]:
        written: list[_WrittenPart] = []
        said: set[str] = set()
        taken: set[PartName] = set()
        for part in parts:
            found = self._find(part)
            if found is None or part in taken:
                continue
            taken.add(part)
            page, section = found
            # Under "Short answer" alone nobody would know what was asked.
            title = page.title if section.anchor == SHORT_ANSWER else section.title
            written.append(self._part(page, title, section.blocks))
            said.update(_key(box) for box in _boxes(section.blocks))
        # Behind the part that needs it, so that who reads one reads the other.
        with_warnings: list[_WrittenPart] = []
        for each, (page, section) in zip(written, self._found(parts), strict=True):
            with_warnings.append(each)
            for heading, box in warnings_for(page, section):
                if _key(box) not in said:
                    said.add(_key(box))
                    added = self._part(page, heading or plain(box.title), (box,))
                    with_warnings.append(added._replace(added=self._words.added_for_part_above))
        return with_warnings

    def _found(self, parts: Sequence[PartName]) -> list[tuple[Page, PageSection]]:
        return [found for part in dict.fromkeys(parts) if (found := self._find(part)) is not None]

    def _find(self, part: PartName) -> tuple[Page, PageSection] | None:
        if part.page not in self._pages.catalog:
            return None
        page = self._page(part.page)[0]
        return next(((page, each) for each in sections(page) if each.anchor == part.anchor), None)

    def _page(self, page: str) -> tuple[Page, str]:
        if page not in self._read:
            made, article = self._pages.page(page)
            self._read[page] = made, self._leaflets.code(article) if article is not None else ""
        return self._read[page]

    def _part(self, page: Page, title: str, blocks: tuple[Block, ...]) -> "_WrittenPart":
        words = self._words
        review = self._pages.review(ArticleId(page.id))
        clinical = review.clinical if review.status is not ReviewStatus.CHANGED else None
        said = words.not_reviewed
        if clinical is not None:
            said = words.reviewed_by.format(
                reviewer=clinical.reviewer, role=clinical.role, date=words.day(clinical.signed_on)
            )
        problem = next((block.headline for block in page.blocks if isinstance(block, Notice)), "")
        code = self._page(page.id)[1]
        return _WrittenPart(
            page=page.id,
            title=title,
            origin=words.part_from.format(title=page.title),
            code=code,
            number=words.part_number.format(code=code) if code else "",
            review=f"{said} {problem}".rstrip(),
            icon=REVIEW_ICONS[review.status],
            reviewed=clinical is not None,
            blocks=self._leaflets.writer.part(blocks),
        )


class _WrittenPart(NamedTuple):
    page: str
    title: str
    origin: str
    code: str
    number: str
    review: str
    icon: str
    reviewed: bool
    blocks: tuple[Block, ...]
    added: str = ""

    def as_blocks(self, number: int) -> Iterator[Block]:
        name = f"handout-{number}"
        detail = " ".join(filter(None, (self.origin, self.number, self.added)))
        yield Heading(BlockId(f"{name}-heading"), 2, name, (Text(self.title),))
        yield ReviewLine(BlockId(f"{name}-review"), self.icon, detail, self.review)
        yield from self.blocks


def _section_around(page: Page, section: PageSection) -> int:
    """The place of the level 2 heading whose section a part is in; that of the part itself if it is one."""
    above = [
        place
        for place, block in enumerate(page.blocks[: section.first + 1])
        if isinstance(block, Heading) and block.level == 2
    ]
    return above[-1] if above else section.first


def _boxes(blocks: tuple[Block, ...]) -> Iterator[Callout]:
    """Every box that says when to get help, whatever it is in."""
    for block in blocks:
        if isinstance(block, Callout) and block.care is not Care.INFO:
            yield block
        else:
            yield from _boxes(children(block))


def _key(box: Callout) -> str:
    """What a box says: two that say the same are one on a sheet."""
    whole = Page(id="", language="", title="", blocks=(box._replace(action="", action_first=False),))
    return page_text(whole, closed="")


def _ticked(
    article: ArticleId, anchor: str, level: int, spans: tuple[Span, ...], chosen: frozenset[PartName]
) -> Heading:
    kind = "untick" if PartName(article, anchor) in chosen else "tick"
    name = f"tick-{anchor}" if anchor == SHORT_ANSWER else anchor
    return Heading(BlockId(f"tick-{anchor}"), level, name, (Link(f"{kind}:{article}#{anchor}", spans),))
