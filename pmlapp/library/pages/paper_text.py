"""A page in the words of a sheet of paper: nothing on it can be pressed, opened or looked up elsewhere."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from typing import NamedTuple

from pmlapp.content.anchors import SOURCES as SOURCES_ANCHOR
from pmlapp.content.model import GlossaryTerm
from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardList,
    Citation,
    Disclaimer,
    Emphasis,
    Figure,
    Fold,
    Heading,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Notice,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceEntry,
    SourceList,
    Span,
    Strong,
    Table,
    Term,
    Text,
    Title,
    plain,
)
from pmlapp.library.pages.page_words import PageWords

_RELATED_ANCHOR = "related-questions"
_CHECKED_ANCHOR = "how-checked"

TitleOf = Callable[[str], str]
"""The title of an article; "" if the library has none of that id."""

MeaningOf = Callable[[str], GlossaryTerm | None]


class PaperText(NamedTuple):
    """What a sheet says of one page."""

    title: str
    topic: str
    """Of the page; "" if it has none."""
    status: str
    """How far it may be relied on, in one sentence; "" for a page that nobody wrote."""
    blocks: tuple[Block, ...]
    """In the order of the sheet; without folds, links, cards and the way to the page."""
    left_out: tuple[str, ...] = ()
    """The titles of the closed parts that are not on it."""


class PaperWriter:
    """Puts pages into words for paper."""

    def __init__(self, words: PageWords, title_of: TitleOf, meaning_of: MeaningOf) -> None:
        self._words = words
        self._title_of = title_of
        self._meaning_of = meaning_of

    def text(
        self, page: Page, *, hard_words: bool, opened: frozenset[str] = frozenset(), about: Sequence[str] = ()
    ) -> PaperText:
        """The words of a page.

        The body keeps its order; behind it come the explained words, the other questions, all sources, and how the
        page was checked.

        Args:
            page: as `Pages.page` makes it.
            hard_words: whether to explain at the end the words that the glossary knows.
            opened: ids of folds that are closed on each visit and that the reader has opened: only those are printed.
            about: paragraphs at the very end, about the library and its edition.
        """
        words = self._words
        status, topic = "", ""
        body: list[Block] = []
        tails: dict[str, list[Block]] = {}
        place = body
        checked: list[Block] = []
        for block in page.blocks:
            if isinstance(block, Breadcrumb):
                topic = block.crumbs[-2].title if len(block.crumbs) > 2 else ""
                continue
            if isinstance(block, ReviewLine):
                status = status or block.headline
                checked = [Paragraph(BlockId("paper-review"), (Text(f"{block.detail} {block.headline}"),))]
            elif isinstance(block, Notice) and block.id == "problem":
                status = block.headline
            elif isinstance(block, Heading) and block.level == 2:
                place = tails.setdefault(block.anchor, []) if block.anchor in _TAILS else body
            elif isinstance(block, Disclaimer):
                place = tails.setdefault("", [])
            place.append(block)
        shaped = _Shaper(words, self._title_of, opened)
        blocks = [*shaped.blocks(tuple(body))]
        if hard_words:
            blocks += self._hard_words(shaped.terms)
        blocks += shaped.blocks(tuple(tails.get(_RELATED_ANCHOR, ())))
        blocks += shaped.blocks(tuple(tails.get(SOURCES_ANCHOR, ())))
        if checked or about:
            heading = tails.get(_CHECKED_ANCHOR, [self._heading("paper-checked", words.how_checked)])
            blocks += [*heading[:1], *checked, *heading[1:]]
            blocks += [Paragraph(BlockId(f"paper-about-{n}"), (Text(each),)) for n, each in enumerate(about, 1)]
        blocks += tails.get("", [])
        return PaperText(page.title, topic, status, tuple(blocks), tuple(shaped.left_out))

    def part(self, blocks: tuple[Block, ...], opened: frozenset[str] = frozenset()) -> tuple[Block, ...]:
        """Some blocks of a page in words for paper, without the numbers of sources that are not on it."""
        return tuple(_Shaper(self._words, self._title_of, opened, cites=False).blocks(blocks))

    def _hard_words(self, keys: Iterable[str]) -> Iterator[Block]:
        terms = {term.word.casefold(): term for key in keys if (term := self._meaning_of(key)) is not None}
        if terms:
            yield self._heading("paper-words", self._words.words_on_sheet)
        for _, term in sorted(terms.items()):
            word = f"{term.word[:1].upper()}{term.word[1:]}."
            yield Paragraph(BlockId(f"paper-word-{term.key}"), (Strong((Text(word),)), Text(f" {term.meaning}")))

    def _heading(self, name: str, text: str) -> Heading:
        return Heading(BlockId(f"{name}-heading"), 2, name, (Text(text),))


_TAILS = (SOURCES_ANCHOR, _RELATED_ANCHOR, _CHECKED_ANCHOR)


class _Shaper:
    """Blocks without anything that only a screen can do."""

    def __init__(self, words: PageWords, title_of: TitleOf, opened: frozenset[str], *, cites: bool = True) -> None:
        self._words = words
        self._cites = cites
        self._title_of = title_of
        self._opened = opened
        self._numbers = count(1)
        self.terms: dict[str, None] = {}
        """The keys of the hard words met, in order."""
        self.left_out: list[str] = []

    def blocks(self, blocks: tuple[Block, ...]) -> list[Block]:
        shaped: list[Block] = []
        for block in blocks:
            for each in self._block(block):
                last = shaped[-1] if shaped else None
                if isinstance(each, SourceList) and isinstance(last, SourceList):
                    # Those in sight and those in the fold below are one list on paper.
                    shaped[-1] = last._replace(entries=(*last.entries, *each.entries))
                else:
                    shaped.append(each)
        return shaped

    def _block(self, block: Block) -> list[Block]:
        spans = self._spans
        match block:
            case Heading(anchor=anchor) if anchor == _RELATED_ANCHOR:
                return [block._replace(spans=(Text(self._words.other_questions),))]
            case Heading() | Paragraph() | ShortAnswer() | Disclaimer():
                return [block._replace(spans=spans(block.spans))]
            case ItemList(items=items):
                return [block._replace(items=tuple(each._replace(blocks=self._inside(each.blocks)) for each in items))]
            case Table():
                rows = tuple(tuple(spans(cell) for cell in row) for row in block.rows)
                header = tuple(spans(cell) for cell in block.header)
                return [block._replace(caption=spans(block.caption), header=header, rows=rows, note=spans(block.note))]
            case Figure(caption=caption):
                return [block._replace(caption=spans(caption))]
            case Callout(title=title, blocks=inner):
                return [block._replace(title=spans(title), blocks=self._inside(inner))]
            case Fold():
                return self._fold(block)
            case CardList(entries=entries):
                lines = tuple(f"{each.title}" for each in entries)
                return [ItemList(block.id, False, 1, tuple(self._item(line) for line in lines))] if lines else []
            case SourceList() | Title() | Notice() | ReviewLine():
                return [block]
            case Breadcrumb():
                return []

    def _inside(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.blocks(blocks))

    def _fold(self, fold: Fold) -> list[Block]:
        """A closed part under a heading of its own; one that is closed on purpose only if it was opened."""
        _kind, colon, named = fold.title.partition(": ")
        title = named if colon else fold.title
        title = title[:1].upper() + title[1:]
        if fold.closed_on_each_visit and fold.id not in self._opened:
            self.left_out.append(title)
            said = self._words.left_out_on_paper.format(title=title)
            return [Paragraph(fold.id, (Emphasis((Text(said),)),))]
        inner = self.blocks(fold.blocks)
        if inner and all(isinstance(block, SourceList) for block in inner):
            return inner
        if len(inner) == 1 and isinstance(inner[0], Paragraph):
            return [inner[0]._replace(spans=(Strong((Text(f"{title}: "),)), *inner[0].spans))]
        return [Heading(fold.id, 3, f"fold-{fold.id}", (Text(title),)), *inner]

    def _item(self, text: str) -> ListItem:
        name = f"paper-item-{next(self._numbers)}"
        return ListItem(BlockId(name), (Paragraph(BlockId(f"{name}-text"), (Text(text),)),))

    def _spans(self, spans: tuple[Span, ...]) -> tuple[Span, ...]:
        shaped: list[Span] = []
        for span in spans:
            match span:
                case Citation() if not self._cites:
                    pass
                case Text() | Citation() | LineBreak():
                    shaped.append(span)
                case Strong(inner):
                    shaped.append(Strong(self._spans(inner)))
                case Emphasis(inner):
                    shaped.append(Emphasis(self._spans(inner)))
                case Term(key, inner):
                    self.terms[key] = None
                    shaped.extend(self._spans(inner))
                case Link(target, inner):
                    shaped.extend(self._link(target, self._spans(inner)))
        return tuple(shaped)

    def _link(self, target: str, words: tuple[Span, ...]) -> tuple[Span, ...]:
        said = plain(words)
        if target.startswith(("https:", "http:")):
            address = target.removeprefix("https://").removesuffix("/")
            return words if address in said else (*words, Text(f" ({address})"))
        if not target.startswith("article:"):
            return words
        title = self._title_of(target.removeprefix("article:").partition("#")[0])
        if not title:
            return words
        if said.strip().casefold() == title.casefold():
            return (Text(self._words.quoted.format(words=title)),)
        return (*words, Text(f" {self._words.see_page.format(title=title)}"))


def entry_words(entry: SourceEntry) -> str:
    """A source in one line: what it is, who published it when, and its address."""
    title = entry.title if entry.title.endswith((".", "?", "!")) else f"{entry.title}."
    return " ".join(part for part in (title, entry.detail, entry.url.removeprefix("https://")) if part)
