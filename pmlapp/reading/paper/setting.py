"""How blocks are set on paper: with the means of the screen's typesetting, but plainer boxes and closer rows.

Everything is set into one column as long as it needs to be; `pagination` cuts it into sheets.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument

from pmlapp.content.page import (
    Block,
    Breadcrumb,
    Callout,
    CardList,
    Care,
    Disclaimer,
    Figure,
    Fold,
    Heading,
    ItemList,
    Notice,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Table,
    Title,
    plain,
)
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.paper_text import entry_words
from pmlapp.reading.look.images import blank_image
from pmlapp.reading.look.shapes import Box, BoxKind, Icon, Marker, Rule
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.paper.print_look import PaperScale
from pmlapp.reading.typesetting import boxes, prose, tables
from pmlapp.reading.typesetting.flow import CharFormats, Flow
from pmlapp.reading.typesetting.typesetter import TypesetPage

_BOXES = {
    Care.EMERGENCY: (BoxKind.EMERGENCY, "emergency"),
    Care.URGENT: (BoxKind.URGENT, "urgent"),
    Care.INFO: (BoxKind.INFO, "info"),
}
_SIDE = 20
"""Between the edge of a box and its words, in px at 100 %, as all lengths here."""
_PADDING = 14

_MOST_ENLARGED = 1.3
"""How many times as large as on the screen, beside its words, a picture may be."""

_SMALL = ("how-checked-", "paper-review", "paper-about")
"""What the ids of paragraphs begin with that are set as small as the sources: how the page was checked."""

ImageSize = Callable[[str], tuple[float, float]]


class Column(NamedTuple):
    """Blocks set in type."""

    page: TypesetPage
    together: tuple[tuple[int, int], ...]
    """First and last text block of what better stays on one sheet."""
    headings: tuple[tuple[int, int], ...]
    """A heading and the text block behind it."""
    whole: tuple[tuple[int, int], ...]
    """The same of what must: a picture and its caption."""


class PaperTypesetter:
    """Sets blocks for sheets of one size and type.

    ``room`` is the greatest height of a picture, in units.
    """

    def __init__(
        self, theme: Theme, scale: PaperScale, words: PageWords, image_size: ImageSize, *, column: float, room: float
    ) -> None:
        self._scale = scale
        self._words = words
        self._image_size = image_size
        self._column = column
        self._room = room
        self._formats = CharFormats(theme)

    def set(self, blocks: tuple[Block, ...]) -> Column:
        """Set ``blocks`` below each other into a document as wide as the column."""
        together: list[tuple[int, int]] = []
        whole: list[tuple[int, int]] = []
        headings: list[tuple[int, int]] = []

        def put(flow: Flow, inner: tuple[Block, ...]) -> None:
            for block in inner:
                begin = flow.last_block() + 1
                flow.starts[block.id] = begin
                _set_block(flow, block, self._scale)
                end = flow.last_block()
                if isinstance(block, Figure):
                    whole.append((begin, end))
                elif isinstance(block, Table):
                    if block.caption:
                        together.append((begin, begin + 1))
                    if block.note:
                        together.append((end - 1, end))
                elif isinstance(block, Heading | Title):
                    headings.append((begin, end + 1))
                elif isinstance(block, ReviewLine) or _leads_on(block):
                    together.append((begin, end + 1))

        flow = Flow(
            scale=self._scale,
            formats=self._formats,
            words=self._words,
            column=self._column,
            open_folds=frozenset(),
            image_size=self._fitted,
            set_blocks=put,
        )
        flow.cursor.beginEditBlock()
        put(flow, blocks)
        flow.cursor.endEditBlock()
        document = flow.document
        document.setTextWidth(self._column)
        _keep_images_out(document)
        made = TypesetPage(document, tuple(flow.shapes), (), flow.anchors, flow.starts)
        return Column(made, tuple(together), tuple(headings), tuple(whole))

    def _fitted(self, name: str) -> tuple[float, float]:
        """The size of a picture that fills the column, unless that makes it too high: Qt would cut it into strips."""
        width, height = self._image_size(name)
        fits = min(self._room / (height * self._scale.page), self._column / (width * self._scale.page))
        factor = min(fits, _MOST_ENLARGED)
        return width * factor, height * factor


def _set_block(flow: Flow, block: Block, scale: PaperScale) -> None:
    match block:
        case Paragraph(id=name, spans=spans) if name.startswith(_SMALL):
            flow.block(scale.source, before=flow.px(6), after=flow.px(6))
            flow.spans(spans, scale.source, "text")
        case Paragraph():
            prose.set_paragraph(flow, block)
        case Heading():
            _set_heading(flow, block)
        case ItemList():
            prose.set_list(flow, block)
        case Figure():
            prose.set_figure(flow, block)
        case SourceList():
            _set_sources(flow, block, scale)
        case Title():
            flow.block(scale.title, after=flow.px(8), heading=1)
            flow.write(block.text, scale.title, "heading")
        case Disclaimer():
            number = flow.block(scale.source, before=flow.px(22))
            flow.shapes.append(Rule(block=number, left=flow.left, right=flow.right, above=flow.px(12)))
            flow.spans(block.spans, scale.source, "text")
        case Table():
            tables.set_table(flow, block)
        case Callout():
            _set_callout(flow, block)
        case ShortAnswer():
            _set_answer(flow, block)
        case Notice(id="handout-selection"):
            _set_selection(flow, block)
        case Notice():
            boxes.set_notice(flow, block)
        case ReviewLine(id=name) if name.startswith("handout-"):
            _set_origin(flow, block, scale)
        case ReviewLine():
            boxes.set_review_line(flow, block)
        case Breadcrumb() | CardList() | Fold():
            raise ValueError(f"{type(block).__name__} is nothing for paper")


def _set_heading(flow: Flow, block: Heading) -> None:
    style = flow.scale.heading_2 if block.level == 2 else flow.scale.heading_3
    before, after = (28, 6) if block.level == 2 else (20, 4)
    flow.block(style, before=flow.px(before), after=flow.px(after), heading=block.level)
    flow.anchors[block.anchor] = flow.cursor.position()
    flow.spans(block.spans, style, "heading")


def _set_answer(flow: Flow, block: ShortAnswer) -> None:
    padding, side = flow.px(_PADDING), flow.px(_SIDE)
    flow.open_box(before=flow.px(14), padding=padding, side=side)
    first = flow.block(flow.scale.small)
    flow.write(block.label, flow.scale.small, "heading", weight=700)
    last = flow.block(flow.scale.answer, before=flow.px(4))
    flow.spans(block.spans, flow.scale.answer, "heading")
    flow.close_box(padding=padding, after=flow.px(14), side=side)
    flow.shapes.append(Box(BoxKind.ANSWER, first, last, flow.left, flow.right, padding, padding))


def _set_callout(flow: Flow, block: Callout) -> None:
    """A frame with the icon of its kind before the title; whom to call is a line of its own."""
    kind, icon = _BOXES[block.care]
    title = flow.scale.callout_title
    padding, side = flow.px(_PADDING), flow.px(_SIDE)
    under = len(flow.shapes)
    bullets, flow.bullet_role = flow.bullet_role, "text"
    flow.open_box(before=flow.px(20), padding=padding, side=side)
    first = flow.block(title, indent=flow.px(34), after=flow.px(4))
    flow.shapes.append(Icon(block=first, x=flow.left, size=flow.px(24), name=icon, role="text"))
    flow.spans(block.title, title, "heading")
    if block.action and block.action_first:
        _set_action(flow, block.action)
    flow.set_blocks(block.blocks)
    if block.action and not block.action_first:
        _set_action(flow, block.action)
    last = flow.last_block()
    flow.close_box(padding=padding, after=flow.px(20), side=side)
    flow.bullet_role = bullets
    flow.put_under(Box(kind, first, last, flow.left, flow.right, padding, padding), under=under)


def _set_action(flow: Flow, words: str) -> None:
    body = flow.scale.body
    number = flow.block(body, before=flow.px(8), after=flow.px(8), indent=flow.px(34))
    flow.shapes.append(Icon(block=number, x=flow.left, size=flow.px(22), name="urgent", role="text"))
    flow.write(words, body, "text", weight=700)


def _set_selection(flow: Flow, block: Notice) -> None:
    """The dashed frame of a handout: nobody should take it for a whole page."""
    padding, side = flow.px(_PADDING), flow.px(_SIDE)
    under = len(flow.shapes)
    flow.open_box(before=flow.px(8), padding=padding, side=side)
    first = flow.block(flow.scale.small, indent=flow.px(44))
    flow.shapes.append(Icon(block=first, last=first, x=flow.left, size=flow.px(28), name=block.icon, role="text"))
    flow.write(f"{block.headline} ", flow.scale.small, "text", weight=700)
    flow.write(block.advice, flow.scale.small, "text")
    flow.close_box(padding=padding, after=flow.px(14), side=side)
    flow.put_under(Box(BoxKind.FOLD, first, first, flow.left, flow.right, padding, padding), under=under)


def _set_origin(flow: Flow, block: ReviewLine, scale: PaperScale) -> None:
    """Where a part of a handout is from, and its own review, on one line."""
    style = scale.source
    number = flow.block(style, after=flow.px(6), indent=flow.px(31))
    flow.shapes.append(Icon(block=number, x=flow.left + flow.px(2), size=flow.px(18), name=block.icon, role="text"))
    flow.write(f"{block.detail} ", style, "text")
    flow.write(block.headline, style, "text", weight=700)


def _set_sources(flow: Flow, block: SourceList, scale: PaperScale) -> None:
    style = scale.source
    indent = flow.px(72 if scale.large else 44) * 0.82
    for entry in block.entries:
        number = flow.block(style, before=flow.px(4), after=flow.px(4), indent=indent)
        x = flow.left + indent - flow.px(10)
        flow.shapes.append(Marker(block=number, x=x, text=f"{entry.number}.", px=style.px, weight=700, role="text"))
        flow.write(entry_words(entry), style, "text")


def _leads_on(block: Block) -> bool:
    """Whether a paragraph ends in a colon: what it leads to should not be on another sheet."""
    return isinstance(block, Paragraph) and plain(block.spans).rstrip().endswith(":")


def _keep_images_out(document: QTextDocument) -> None:
    """Let Qt draw nothing where a picture is: it would look for it in files, and draw it from pixels."""
    blank = blank_image()
    block = document.begin()
    while block.isValid():
        name = block.charFormat().toImageFormat().name()
        for each in (name, *(r.format.toImageFormat().name() for r in block.textFormats())):
            if each:
                document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(each), blank)
        block = block.next()
