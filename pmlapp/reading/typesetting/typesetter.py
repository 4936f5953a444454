"""Page blocks to a text document, with the shapes that belong under its words.

The document is built with a cursor, not from HTML: Qt's HTML knows no padding,
no rounded corners and no sizes in em.
"""

from collections.abc import Callable, Mapping
from itertools import islice
from typing import NamedTuple

from PySide6.QtGui import QTextDocument

from pmlapp.content.direction import direction_of
from pmlapp.content.page import (
    Block,
    Breadcrumb,
    Callout,
    CardList,
    Disclaimer,
    Figure,
    Fold,
    Heading,
    ItemList,
    Notice,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Table,
    Title,
    children,
)
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.scale import Scale
from pmlapp.reading.look.shapes import Shape
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.typesetting import boxes, cards, prose, tables
from pmlapp.reading.typesetting.flow import CharFormats, Flow, LinkRange
from pmlapp.reading.typesetting.prose import source_anchor

_FEW_WORDS = 400
"""Below this width of the column, in px at 100 %, a line holds so few words that a title fills the window."""


class TypesetPage(NamedTuple):
    """A document with what Qt's own document cannot hold.

    ``links`` are in reading order, as Tab visits them; ``anchors`` maps each
    anchor to the position of its first character, ``starts`` the id of each
    block of the page to the number of the text block that it begins with.
    """

    document: QTextDocument
    shapes: tuple[Shape, ...]
    links: tuple[LinkRange, ...]
    anchors: Mapping[str, int]
    starts: Mapping[str, int]


class Typesetter:
    """Sets pages in one theme and text size.

    ``image_size`` gives the natural width and height of a picture, in px.
    """

    def __init__(
        self, theme: Theme, scale: Scale, words: PageWords, image_size: Callable[[str], tuple[float, float]]
    ) -> None:
        self._scale = scale
        self._words = words
        self._image_size = image_size
        self._formats = CharFormats(theme)

    def begin(
        self, page: Page, column: float, open_folds: frozenset[str] = frozenset(), *, low: bool = False
    ) -> "Setting":
        """Begin to set ``page`` for a text column of ``column`` px.

        ``low`` is for a page that leads with an emergency box, in a low window: it is set closer, and without
        the breadcrumb above it, so that whom to call and the signs are in sight at once.
        In a column of few words, as at 400 %, the answer comes before the breadcrumb and the line about review,
        or the first screen would hold no answer; "Not reviewed" stays in sight in the footer.
        The document still has no width and no margins: the pane gives it both.
        """
        few_words = holds_few_words(column, self._scale)
        flow = Flow(
            scale=self._scale,
            formats=self._formats,
            words=self._words,
            column=column,
            open_folds=open_folds,
            image_size=self._image_size,
            set_blocks=_set_blocks,
            low=low,
            few_words=few_words,
            leftward=direction_of(page.language) == "rtl",
        )
        blocks = tuple(b for b in page.blocks if not (low and isinstance(b, Breadcrumb)))
        if few_words:
            blocks = _answer_first(blocks)
        if self._scale.reading.clean:
            from pmlapp.library.pages.clean_view import clean_blocks  # noqa: PLC0415 - few readers choose it

            blocks = clean_blocks(blocks, self._words)
        return Setting(flow, blocks)


class Setting:
    """A page on its way into its document: first what is in sight, the rest when there is time."""

    def __init__(self, flow: Flow, blocks: tuple[Block, ...]) -> None:
        self._flow = flow
        self._blocks = blocks
        self._done = 0

    @property
    def document(self) -> QTextDocument:
        """The document, which grows."""
        return self._flow.document

    @property
    def whole(self) -> bool:
        """Whether all of the page is in the document."""
        return self._done == len(self._blocks)

    def set_some(self, characters: int) -> None:
        """Set whole blocks until ``characters`` more are in the document, or the page ends."""
        enough = self._flow.cursor.position() + characters
        self._set(lambda: self._flow.cursor.position() >= enough)

    def set_rest(self) -> None:
        """Set all that is left."""
        self._set(lambda: False)

    def so_far(self) -> TypesetPage:
        """What has been set."""
        flow = self._flow
        return TypesetPage(flow.document, tuple(flow.shapes), tuple(flow.links), flow.anchors, flow.starts)

    def _set(self, enough: Callable[[], bool]) -> None:
        self._flow.cursor.beginEditBlock()
        for block in islice(self._blocks, self._done, None):
            self._flow.set_blocks((block,))
            self._done += 1
            if enough():
                break
        self._flow.cursor.endEditBlock()


def holds_few_words(column: float, scale: Scale) -> bool:
    """Whether a line of ``column`` px holds so few words that the first screen has to be kept for the answer."""
    return column < scale.px(_FEW_WORDS)


def leads_with_emergency(page: Page) -> bool:
    """Whether an emergency box that first says whom to call leads the page."""
    return any(isinstance(block, Callout) and block.action_first for block in page.blocks)


def folds_holding(page: Page, anchor: str) -> frozenset[str]:
    """The folds that have to be open for ``anchor`` to be on the page."""

    def holding(blocks: tuple[Block, ...]) -> frozenset[str] | None:
        for block in blocks:
            if isinstance(block, Heading) and block.anchor == anchor:
                return frozenset()
            if isinstance(block, SourceList) and any(anchor == source_anchor(each.key) for each in block.entries):
                return frozenset()
            within = holding(children(block))
            if within is not None:
                return within | {block.id} if isinstance(block, Fold) else within
        return None

    return holding(page.blocks) or frozenset()


def _answer_first(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with the short answer directly under the title, and what else was above it below.

    None is left out: a place on the page is the number of a block, and has to be the same at every text size.
    """
    answer = next((number for number, block in enumerate(blocks) if isinstance(block, ShortAnswer)), None)
    if answer is None:
        return blocks
    above = blocks[:answer]
    waits = tuple(block for block in above if isinstance(block, Breadcrumb | ReviewLine))
    return (*(block for block in above if block not in waits), blocks[answer], *waits, *blocks[answer + 1 :])


def _set_blocks(flow: Flow, blocks: tuple[Block, ...]) -> None:
    for block in blocks:
        flow.starts[block.id] = flow.last_block() + 1
        match block:
            case Paragraph():
                prose.set_paragraph(flow, block)
            case Heading():
                prose.set_heading(flow, block)
            case ItemList():
                prose.set_list(flow, block)
            case Figure():
                prose.set_figure(flow, block)
            case SourceList():
                prose.set_sources(flow, block)
            case Title():
                prose.set_title(flow, block)
            case Breadcrumb():
                prose.set_crumbs(flow, block)
            case Disclaimer():
                prose.set_disclaimer(flow, block)
            case Table():
                tables.set_table(flow, block)
            case Callout():
                boxes.set_callout(flow, block)
            case Fold():
                boxes.set_fold(flow, block)
            case ShortAnswer():
                boxes.set_short_answer(flow, block)
            case CardList():
                cards.set_cards(flow, block)
            case Notice():
                boxes.set_notice(flow, block)
            case ReviewLine():
                boxes.set_review_line(flow, block)
