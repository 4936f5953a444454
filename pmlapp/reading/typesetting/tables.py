"""How tables are set: as a table where it fits, else each row as lines of "label: value"."""

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from pmlapp.content.page import Align, Span, Table, Text, plain
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.shapes import Box, BoxKind, Rule, TableFrame
from pmlapp.reading.typesetting.flow import Flow

_ALIGNMENTS = {
    Align.START: Qt.AlignmentFlag.AlignLeading,
    Align.CENTRE: Qt.AlignmentFlag.AlignHCenter,
    Align.END: Qt.AlignmentFlag.AlignTrailing,
}
_PAD_SIDE = 15
_PAD_TOP = 10


def set_table(flow: Flow, table: Table) -> None:
    """A caption, the rows, a note."""
    scale = flow.scale
    if table.caption:
        flow.block(scale.body, before=flow.px(20), after=flow.px(8))
        flow.spans(table.caption, scale.body, "text", weight=700)
    if _fits(flow, table):
        _set_rows(flow, table)
    else:
        _set_stack(flow, table)
    if table.note:
        flow.block(scale.small, before=flow.px(10), after=flow.px(24))
        flow.spans(table.note, scale.small, "text_soft")


def _fits(flow: Flow, table: Table) -> bool:
    """Whether no word of a column would have to break."""
    style = flow.scale.table
    regular = QFontMetricsF(font(style))
    bold = QFontMetricsF(font(style, weight=700))
    width = 0.0
    for column, head in enumerate(table.header):
        longest = max(
            max((bold.horizontalAdvance(word) for word in plain(head).split()), default=0.0),
            max(
                (regular.horizontalAdvance(word) for row in table.rows for word in plain(row[column]).split()),
                default=0.0,
            ),
        )
        width += longest + 2 * flow.px(_PAD_SIDE)
    return width <= flow.room


def _set_rows(flow: Flow, table: Table) -> None:
    made = QTextTableFormat()
    made.setBorder(0)
    made.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_None)
    made.setCellSpacing(0)
    made.setCellPadding(0)
    made.setHeaderRowCount(1)
    flow.inset(made, flow.left, flow.right)
    made.setTopMargin(flow.top(flow.px(10)))
    made.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    made.setColumnWidthConstraints(flow.in_order(_column_widths(flow, table)))
    grid = flow.cursor.insertTable(len(table.rows) + 1, len(table.header), made)
    style = flow.scale.table
    # A column is as wide as its longest word: of several joined ones a letter would be broken off.
    flow.terms_may_break = True
    under = len(flow.shapes)
    for row, cells in enumerate((table.header, *table.rows)):
        for place, column in enumerate(flow.in_order(range(len(cells)))):
            cell = grid.cellAt(row, place)
            cell_format = QTextTableCellFormat()
            cell_format.setTopPadding(flow.px(_PAD_TOP))
            cell_format.setBottomPadding(flow.px(_PAD_TOP))
            cell_format.setLeftPadding(flow.px(_PAD_SIDE))
            cell_format.setRightPadding(flow.px(_PAD_SIDE))
            if row == 0:
                cell_format.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignBottom)
            cell.setFormat(cell_format)
            flow.cursor = cell.firstCursorPosition()
            block_format = QTextBlockFormat()
            flow.inset(block_format, 0, 0)
            block_format.setAlignment(_ALIGNMENTS[table.aligns[column]])
            block_format.setLineHeight(style.line_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            flow.cursor.setBlockFormat(block_format)
            flow.spans(cells[column], style, "text", weight=700 if row == 0 else 0)
    flow.terms_may_break = False
    frame = TableFrame(position=grid.firstPosition(), left=flow.left, right=flow.right, padding=flow.px(_PAD_TOP))
    flow.put_under(frame, under=under)
    flow.leave_table(grid)
    flow.after(flow.px(10 if table.note else 24))


def _column_widths(flow: Flow, table: Table) -> list[QTextLength]:
    """Columns share the width by how much they hold, yet none below its longest word."""
    metrics = QFontMetricsF(font(flow.scale.table, weight=700))
    least: list[float] = []
    wanted: list[float] = []
    for column, head in enumerate(table.header):
        texts = [plain(head), *(plain(row[column]) for row in table.rows)]
        padding = 2 * flow.px(_PAD_SIDE) + 2
        least.append(
            max(metrics.horizontalAdvance(word) for text in texts for word in (text.split() or [""])) + padding
        )
        wanted.append(max(map(metrics.horizontalAdvance, texts)) + padding)
    spare = max(0.0, flow.room - sum(least))
    more = [want - low for want, low in zip(wanted, least, strict=True)]
    share = spare / sum(more) if sum(more) > spare else 1.0
    widths = [low + each * share for low, each in zip(least, more, strict=True)]
    total = sum(widths)
    return [QTextLength(QTextLength.Type.PercentageLength, 100 * width / total) for width in widths]


def _set_stack(flow: Flow, table: Table) -> None:
    """Each row as one group of lines, for a column too narrow for the table."""
    style = flow.scale.table
    side = flow.px(_PAD_SIDE)
    padding = flow.px(_PAD_TOP)
    under = len(flow.shapes)
    flow.open_box(before=flow.px(10), padding=padding, side=side)
    first = None
    for index, row in enumerate(table.rows):
        number = flow.block(style, before=2 * padding)
        first = number if first is None else first
        if index:
            flow.shapes.append(Rule(block=number, left=flow.left - side, right=flow.right - side, above=padding))
        flow.spans(row[0], style, "text", weight=700)
        for head, cell in zip(table.header[1:], row[1:], strict=True):
            flow.block(style, before=flow.px(4))
            flow.spans(_label(head), style, "text_soft")
            flow.spans(cell, style, "text")
    last = flow.last_block()
    flow.close_box(padding=padding, after=flow.px(10 if table.note else 24), side=side)
    box = Box(
        kind=BoxKind.STACK,
        first=last if first is None else first,
        last=last,
        left=flow.left,
        right=flow.right,
        above=padding,
        below=padding,
    )
    flow.put_under(box, under=under)


def _label(head: tuple[Span, ...]) -> tuple[Span, ...]:
    return (Text(f"{plain(head)}: "),)
