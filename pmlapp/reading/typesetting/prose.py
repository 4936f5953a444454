"""How the running text of a page is set: headings, lists, pictures, sources, the way to the page."""

from math import floor

from PySide6.QtGui import QTextFormat, QTextImageFormat

from pmlapp.content.page import (
    Breadcrumb,
    Disclaimer,
    Figure,
    Heading,
    ItemList,
    Link,
    Paragraph,
    SourceList,
    Title,
    plain,
)
from pmlapp.content.source_address import address_as_read
from pmlapp.reading.look.scale import Style
from pmlapp.reading.look.shapes import Box, BoxKind, Bullet, Icon, Marker, Rule
from pmlapp.reading.typesetting.flow import Flow

_CLOSE_ITEM_GAP = 5
_CLOSE_LINE = 1.5 / 1.6
"""In a low window the points of the box that leads the page are closer, and so are their lines."""
_LOW_TITLE = 32
_STAR = 52
_LARGEST_STAR = 1.5
"""Room at the end of a title for the star beside it, in px at 100 %, and how far that grows with the text."""
_TITLE_IN_FEW_WORDS = 0.75
"""Of the size of the text, where a line holds few words: bold and above, it is a title all the same."""
_INDENT = 27
"""From the left of a list to its words, in px at 100 %."""


def set_paragraph(flow: Flow, block: Paragraph) -> None:
    """One thought."""
    body = flow.scale.body
    flow.block(body, before=flow.scale.paragraph_gap, after=flow.scale.paragraph_gap)
    flow.spans(block.spans, body, "text")


def set_title(flow: Flow, block: Title) -> None:
    """The page's one heading of level 1."""
    title = flow.scale.title
    after = 10.0 if flow.low else 14.0
    if flow.few_words:
        # The answer is what the first screen is for.
        title = title._replace(px=round(flow.scale.body.px * _TITLE_IN_FEW_WORDS))
        after = 2.0
    elif flow.low:
        title = title._replace(px=round(flow.px(_LOW_TITLE)))
    star = min(flow.px(_STAR), _STAR * _LARGEST_STAR)
    flow.block(title, before=flow.px(10), after=flow.px(after), indent_right=star, heading=1)
    flow.write(block.text, title, "heading")


def set_heading(flow: Flow, block: Heading) -> None:
    """A heading nearer to what it heads than to what came before."""
    if tick := _tick_of(block):
        _set_ticked(flow, block, tick)
        return
    second = block.level == 2
    style = flow.scale.heading_2 if second else flow.scale.heading_3
    flow.block(style, before=flow.px(38 if second else 26), after=flow.px(11 if second else 8), heading=block.level)
    flow.anchors[block.anchor] = flow.cursor.position()
    flow.spans(block.spans, style, "heading")


def _tick_of(block: Heading) -> Link | None:
    """The link of a heading that is ticked to choose its part, if it is one."""
    first = block.spans[0] if len(block.spans) == 1 else None
    return first if isinstance(first, Link) and first.target.startswith(("tick:", "untick:")) else None


def _set_ticked(flow: Flow, block: Heading, tick: Link) -> None:
    """A heading in a box with a tick box before it; the whole box is the target."""
    style = flow.scale.heading_2 if block.level == 2 else flow.scale.heading_3
    padding, side = flow.px(10), flow.px(14)
    under = len(flow.shapes)
    flow.open_box(before=flow.px(26), padding=padding, side=side)
    first = flow.block(style, indent=flow.px(40), heading=block.level)
    flow.anchors[block.anchor] = flow.cursor.position()
    number = flow.link(tick.target, plain(tick.spans), style, role="heading", underline=False)
    icon = "tick-box-on" if tick.target.startswith("untick:") else "tick-box"
    flow.shapes.append(Icon(block=first, x=flow.left, size=flow.px(26), name=icon, role="primary"))
    flow.close_box(padding=padding, after=flow.px(11), side=side)
    flow.put_under(
        Box(BoxKind.CARD, first, first, flow.left, flow.right, padding, padding, target=tick.target, number=number),
        under=under,
    )


def set_list(flow: Flow, block: ItemList, depth: int = 0) -> None:
    """Points or steps, ``depth`` lists deep; the marks beside them are painted."""
    gap = flow.px(_CLOSE_ITEM_GAP) if flow.close_items else flow.scale.item_gap
    before = gap if depth or flow.close_items else flow.scale.paragraph_gap
    body = flow.scale.body
    if flow.close_items:
        body = body._replace(line_percent=body.line_percent * _CLOSE_LINE)
    for index, item in enumerate(block.items):
        outer = flow.left
        flow.left += flow.px(_INDENT)
        marked = False
        for inner in item.blocks:
            match inner:
                case ItemList():
                    set_list(flow, inner, depth + 1)
                case Paragraph(spans=spans) if not marked:
                    number = flow.block(body, before=gap if index else before, after=gap)
                    _mark(flow, block, index, number, outer, depth)
                    flow.spans(spans, body, "text")
                    marked = True
                case _:
                    flow.set_blocks((inner,))
        flow.left = outer
    if not depth:
        flow.after(flow.scale.paragraph_gap)


def _mark(flow: Flow, block: ItemList, index: int, number: int, left: float, depth: int) -> None:
    if block.ordered:
        x = left + flow.px(_INDENT - 7)
        text = f"{block.start + index}."
        px = flow.scale.body.px
        flow.shapes.append(Marker(block=number, x=x, text=text, px=px, weight=700, role=flow.bullet_role))
    else:
        x = left + flow.px(8)
        flow.shapes.append(Bullet(block=number, x=x, radius=flow.px(4), role=flow.bullet_role, hollow=depth > 0))


def set_figure(flow: Flow, block: Figure) -> None:
    """A picture in its frame, no wider than the text, and its caption."""
    natural_width, natural_height = flow.image_size(block.media)
    padding = flow.px(14)
    width = floor(min(natural_width * flow.scale.page, flow.room - 2 * padding))
    flow.open_box(before=flow.px(20), padding=padding)
    number = flow.block(Style(flow.scale.body.px, 100, 400), indent=padding, indent_right=padding)
    image = QTextImageFormat()
    # The pane is given its width on the screen: drawn at any other size, thin lines and letters would lose parts.
    image.setName(f"media:{block.media}#{width}")
    image.setWidth(width)
    image.setHeight(round(natural_height * width / natural_width))
    image.setProperty(QTextFormat.Property.ImageAltText.value, block.alt)
    flow.cursor.insertImage(image)
    flow.shapes.append(
        Box(
            kind=BoxKind.FIGURE,
            first=number,
            last=number,
            left=flow.left,
            right=flow.right,
            above=padding,
            below=padding,
        )
    )
    flow.close_box(padding=padding, after=flow.px(10))
    if block.caption:
        small = flow.scale.small
        flow.block(small, after=flow.px(24))
        flow.spans(block.caption, small, "text_soft")


def set_sources(flow: Flow, block: SourceList) -> None:
    """Numbered rows; the address is text, and a link only to the card that lets one copy it."""
    small = flow.scale.small
    gap = flow.px(8)
    indent = flow.px(36)
    for entry in block.entries:
        number = flow.block(small, before=gap * 2, indent=indent)
        flow.anchors[source_anchor(entry.key)] = flow.cursor.position()
        flow.shapes.append(Rule(block=number, left=flow.left, right=flow.right, above=gap))
        x = flow.left + flow.px(24)
        flow.shapes.append(Marker(block=number, x=x, text=str(entry.number), px=small.px, weight=700, role="link"))
        flow.write(entry.title, small, "text")
        flow.block(small, indent=indent)
        flow.write(entry.detail, small, "text_soft")
        if entry.url:
            flow.block(small, indent=indent)
            flow.link(entry.url, address_as_read(entry.url), small)
        flow.after(gap)
    flow.after(flow.scale.paragraph_gap)


def set_crumbs(flow: Flow, block: Breadcrumb) -> None:
    """The way to the page."""
    small = flow.scale.small
    flow.block(small, after=flow.px(6))
    for crumb in block.crumbs:
        if crumb.target:
            flow.link(crumb.target, crumb.title, small)
            flow.write("  \u203a  ", small, "line_strong")
        else:
            flow.write(crumb.title, small, "text_soft")


def set_disclaimer(flow: Flow, block: Disclaimer) -> None:
    """The small line at the end."""
    small = flow.scale.small
    number = flow.block(small, before=flow.px(56))
    flow.shapes.append(Rule(block=number, left=flow.left, right=flow.right, above=flow.px(20)))
    flow.spans(block.spans, small, "text_soft")


def source_anchor(key: str) -> str:
    """The anchor of a source's row on a page."""
    return f"source-{key}"
