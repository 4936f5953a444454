"""How cards that lead on are set: one below the other, or in columns."""

from PySide6.QtGui import QTextBlockFormat, QTextFrameFormat, QTextLength, QTextTableCellFormat, QTextTableFormat

from pmlapp.content.page import CardEntry, CardList
from pmlapp.reading.look.scale import Style
from pmlapp.reading.look.shapes import Box, BoxKind, Icon
from pmlapp.reading.typesetting.flow import Flow

_PADDING = 12
_SIDE = 18
_CHEVRON = 22
_BETWEEN = 8
_BETWEEN_COLUMNS = 12
_LEAST_COLUMN = 240
"""A card narrower than this, in px at 100 %, would wrap its title word by word."""


def set_cards(flow: Flow, block: CardList) -> None:
    """Cards that lead on; each is one target from edge to edge."""
    if block.columns > 1 and flow.room >= block.columns * flow.px(_LEAST_COLUMN):
        _set_columns(flow, block)
        return
    padding = flow.px(_PADDING)
    side = flow.px(_SIDE)
    for entry in block.entries:
        under = len(flow.shapes)
        flow.open_box(before=flow.px(_BETWEEN), padding=padding, side=side)
        title = _title(flow)
        first = flow.block(title, indent_right=flow.px(40))
        number = flow.link(entry.target, entry.title, title)
        _set_lines(flow, entry)
        last = flow.last_block()
        flow.close_box(padding=padding, after=flow.px(_BETWEEN), side=side)
        _put_card(flow, entry, number=number, first=first, last=last, under=under)
    flow.after(flow.px(16))


def _title(flow: Flow) -> Style:
    return flow.scale.words(flow.scale.body.px, 600)


def _set_lines(flow: Flow, entry: CardEntry) -> None:
    detail = flow.scale.words(flow.scale.small.px, 400)
    if entry.detail:
        flow.block(detail, before=flow.px(2), indent_right=flow.px(40))
        flow.write(entry.detail, detail, "text" if entry.note else "text_soft")
    if entry.note:
        number = flow.block(detail, before=flow.px(4), indent=flow.px(26), indent_right=flow.px(40))
        flow.write(entry.note, detail, "text_soft")
        size = flow.px(20)
        flow.shapes.append(Icon(block=number, x=flow.left, size=size, name=entry.icon, role="text_soft"))


def _put_card(flow: Flow, entry: CardEntry, *, number: int, first: int, last: int, under: int) -> None:
    """The box of a card beneath its own shapes, from number ``under`` on, and the chevron at its end."""
    padding = flow.px(_PADDING)
    box = Box(
        kind=BoxKind.CARD,
        first=first,
        last=last,
        left=flow.left,
        right=flow.right,
        above=padding,
        below=padding,
        target=entry.target,
        number=number,
    )
    flow.put_under(box, under=under)
    x = flow.right + flow.px(_SIDE)
    size = flow.px(_CHEVRON)
    name = "chevron-right"
    flow.shapes.append(Icon(block=first, last=last, x=x, size=size, name=name, role="primary", from_right=True))


def _set_columns(flow: Flow, block: CardList) -> None:
    """Row by row, the cards of a row as high as the highest of them."""
    padding, side = flow.px(_PADDING), flow.px(_SIDE)
    gap, rows = flow.px(_BETWEEN_COLUMNS), -(-len(block.entries) // block.columns)
    made = QTextTableFormat()
    made.setBorder(0)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setCellSpacing(0)
    made.setCellPadding(0)
    flow.inset(made, flow.left, flow.right)
    made.setTopMargin(flow.top(flow.px(_BETWEEN)))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = QTextLength(QTextLength.Type.PercentageLength, 100 / block.columns)
    made.setColumnWidthConstraints([share] * block.columns)
    grid = flow.cursor.insertTable(rows, block.columns, made)
    outer_left, outer_right = flow.left, flow.right
    width = (flow.room - gap * (block.columns - 1)) / block.columns
    title = _title(flow)
    for place, entry in enumerate(block.entries):
        under = len(flow.shapes)
        row, column = divmod(place, block.columns)
        inset = column * (width + gap)
        cell = grid.cellAt(row, flow.in_order(range(block.columns))[column])
        cell_format = QTextTableCellFormat()
        cell_format.setTopPadding(padding + (flow.px(_BETWEEN) if row else 0))
        cell_format.setBottomPadding(padding)
        # The columns of the table are equally wide, and the gap lies between them.
        share_left = inset - column * (width + gap * (block.columns - 1) / block.columns)
        start, end = share_left + side, gap * (block.columns - 1) / block.columns - share_left + side
        cell_format.setLeftPadding(end if flow.leftward else start)
        cell_format.setRightPadding(start if flow.leftward else end)
        cell.setFormat(cell_format)
        flow.cursor = cell.firstCursorPosition()
        flow.cursor.setBlockFormat(_line(flow, title))
        first = flow.cursor.blockNumber()
        number = flow.link(entry.target, entry.title, title)
        if entry.detail:
            detail = flow.scale.words(flow.scale.small.px, 400)
            flow.cursor.insertBlock(_line(flow, detail, above=flow.px(2)), flow.formats.of(detail, "text"))
            flow.write(entry.detail, detail, "text_soft")
        last = flow.cursor.blockNumber()
        flow.left, flow.right = outer_left + inset, outer_right + (block.columns - 1 - column) * (width + gap)
        _put_card(flow, entry, number=number, first=first, last=last, under=under)
        flow.left, flow.right = outer_left, outer_right
    flow.leave_table(grid)
    # The block that Qt keeps behind a table would be beside it, as wide as the page, if it were empty.
    least = Style(1, 100, 400)
    flow.block(least, after=flow.px(16))
    flow.write("\u2060", least, "text")


def _line(flow: Flow, style: Style, *, above: float = 0.0) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(above)
    flow.inset(made, 0, flow.px(30))
    made.setLineHeight(style.line_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made
