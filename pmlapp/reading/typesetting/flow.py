"""The setting of one page: vertical space, text blocks, spans and links, put down with a cursor.

Boxes are not frames, which would leave an empty line on each side; they are
margins here, and a `Box` for the painter.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
    QTextTable,
    QTextTableFormat,
)

from pmlapp.content.page import Block, Citation, Emphasis, LineBreak, Link, Span, Strong, Term, Text, plain
from pmlapp.library.pages.page_words import PageWords
from pmlapp.reading.look.fonts import font
from pmlapp.reading.look.scale import Scale, Style
from pmlapp.reading.look.shapes import Box, DottedLine, Shape, TableFrame
from pmlapp.reading.look.theme import Theme
from pmlapp.reading.typesetting.joined import runs
from pmlapp.reading.typesetting.numbers import embedded, is_right_to_left, isolated
from pmlapp.reading.typesetting.twins import with_twins

_CITATION_RISE_PERCENT = 34


class LinkRange(NamedTuple):
    """Characters ``start`` to ``end`` of the document lead to ``target``."""

    start: int
    end: int
    target: str


class CharFormats:
    """The character formats of one theme: each made once, as making them costs more than using them."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._made: dict[tuple[Style, int, bool, str], QTextCharFormat] = {}
        self._changed: dict[tuple[str, Style, int, str], QTextCharFormat] = {}

    def of(self, style: Style, role: str, *, weight: int = 0, italic: bool = False) -> QTextCharFormat:
        """The format of a style in a colour role; do not change it."""
        key = (style, weight, italic, role)
        made = self._made.get(key)
        if made is None:
            made = QTextCharFormat()
            made.setFont(font(style, weight=weight, italic=italic))
            made.setForeground(self._theme.colour(role))
            self._made[key] = made
        return made

    def underlined(self, style: Style, role: str, weight: int) -> QTextCharFormat:
        """The format with a line under the words."""
        key = ("underlined", style, weight, role)
        made = self._changed.get(key)
        if made is None:
            made = self._changed[key] = QTextCharFormat(self.of(style, role, weight=weight))
            made.setFontUnderline(True)
        return made

    def raised(self, style: Style, role: str) -> QTextCharFormat:
        """The format small and raised, as citations are."""
        key = ("raised", style, 0, role)
        made = self._changed.get(key)
        if made is None:
            made = self._changed[key] = QTextCharFormat(self.of(style, role))
            # By its offset and not as superscript, for which Qt makes room as if it were not small:
            # lines with a citation would be lower than their neighbours in a table.
            made.setBaselineOffset(_CITATION_RISE_PERCENT)
        return made


_Each = TypeVar("_Each")


class Flow:
    """One page on its way into a document, for a text column of ``column`` px.

    Vertical space is kept in one place: `block` sets only top margins, made of
    ``_pad`` (padding of boxes opened or closed since the last block) and the
    larger of the gaps that the last block asks for below and this one above.
    ``set_blocks`` sets what is inside a box or a list point.  It is handed in because
    it calls prose, boxes and tables, which themselves write into a flow.
    ``low`` asks for less space around the box that leads the page; ``few_words`` says that a line holds so few
    words that space and large titles would leave no room for the answer.
    ``leftward`` is for a language that is written from right to left: insets on the left are then on the right.
    """

    def __init__(
        self,
        *,
        scale: Scale,
        formats: CharFormats,
        words: PageWords,
        column: float,
        open_folds: frozenset[str],
        image_size: Callable[[str], tuple[float, float]],
        set_blocks: Callable[["Flow", tuple[Block, ...]], None],
        low: bool = False,
        few_words: bool = False,
        leftward: bool = False,
    ) -> None:
        self.scale = scale
        self.formats = formats
        self.words = words
        self.column = column
        self.open_folds = open_folds
        self.image_size = image_size
        self.low = low
        self.few_words = few_words
        self.leftward = leftward
        self._set_blocks = set_blocks
        self.document = QTextDocument()
        self.document.setUndoRedoEnabled(False)
        self.document.setDocumentMargin(0)
        self.document.setDefaultFont(font(scale.body))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document.setDefaultTextOption(option)
        self.cursor = QTextCursor(self.document)
        self.shapes: list[Shape] = []
        self.links: list[LinkRange] = []
        self.anchors: dict[str, int] = {}
        self.starts: dict[str, int] = {}
        self.left = 0.0
        self.right = 0.0
        self.bullet_role = "primary"
        self.close_items = False
        self.terms_may_break = False
        self._reuse_block = True
        self._table: QTextTable | None = None
        self._pad = 0.0
        self._gap = 0.0
        self._first_in_box = True

    def px(self, size: float) -> float:
        """A length given at 100 %, at this text size."""
        return self.scale.px(size)

    @property
    def room(self) -> float:
        """The width left between the present insets, in px."""
        return self.column - self.left - self.right

    # Space

    def top(self, before: float) -> float:
        """Take the space due above the next thing, which asks for ``before``."""
        space = self._pad + (0.0 if self._first_in_box else max(self._gap, before))
        self._pad = 0.0
        self._gap = 0.0
        self._first_in_box = False
        return space

    def after(self, gap: float) -> None:
        """Ask for ``gap`` below the last thing."""
        self._gap = max(self._gap, gap)

    def open_box(self, *, before: float, padding: float, side: float = 0.0) -> None:
        """The upper edge of a box, and its side padding for what is in it."""
        outside = 0.0 if self._first_in_box else max(self._gap, before)
        self._pad += outside + padding
        self._gap = 0.0
        self._first_in_box = True
        self.left += side
        self.right += side

    def pad(self, padding: float) -> None:
        """Padding inside a box, such as under its head; what follows starts afresh."""
        self._pad += padding
        self._gap = 0.0
        self._first_in_box = True

    def close_box(self, *, padding: float, after: float, side: float = 0.0) -> None:
        """The lower edge of a box."""
        self._pad += padding
        self._gap = after
        self._first_in_box = False
        self.left -= side
        self.right -= side

    def put_under(self, ground: Box | TableFrame, *, under: int) -> None:
        """Paint a box or table beneath the shapes from number ``under`` on: those of its own content."""
        self.shapes.insert(under, ground)

    # Blocks

    def block(
        self,
        style: Style,
        *,
        before: float = 0.0,
        after: float = 0.0,
        indent: float = 0.0,
        indent_right: float = 0.0,
        heading: int = 0,
    ) -> int:
        """Begin a text block; gaps and indents in px as they are.  Returns its number."""
        made = QTextBlockFormat()
        made.setTopMargin(self.top(before))
        self.inset(made, self.left + indent, self.right + indent_right)
        made.setLineHeight(style.line_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        if heading:
            made.setHeadingLevel(heading)
        plain_format = self.formats.of(style, "text")
        if self._reuse_block:
            if self._table is not None:
                # Qt gives the block behind a table no top margin, so the table keeps the space.
                table_format = self._table.format()
                table_format.setBottomMargin(made.topMargin())
                self._table.setFormat(table_format)
                made.setTopMargin(0)
                self._table = None
            self.cursor.setBlockFormat(made)
            self.cursor.setBlockCharFormat(plain_format)
            self._reuse_block = False
        else:
            self.cursor.insertBlock(made, plain_format)
        self._gap = after
        return self.cursor.blockNumber()

    def inset(self, made: QTextBlockFormat | QTextTableFormat, start: float, end: float) -> None:
        """Set a block or table in from where its lines start and from where they end."""
        made.setLeftMargin(end if self.leftward else start)
        made.setRightMargin(start if self.leftward else end)
        if self.leftward:
            # By its first letter a block that begins with a Latin name would be one from left to right.
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def in_order(self, columns: Sequence[_Each]) -> Sequence[_Each]:
        """The columns of a table from left to right: Qt has no tables that begin on the right."""
        return columns[::-1] if self.leftward else columns

    def last_block(self) -> int:
        """The number of the last block set; the empty one that Qt keeps behind a table does not count."""
        return self.cursor.blockNumber() - (1 if self._reuse_block else 0)

    def leave_table(self, table: QTextTable) -> None:
        """Go on behind a table, in the empty block that Qt keeps there."""
        self.cursor = table.lastCursorPosition()
        self.cursor.movePosition(QTextCursor.MoveOperation.NextBlock)
        self._reuse_block = True
        self._table = table

    def set_blocks(self, blocks: tuple[Block, ...]) -> None:
        """Set blocks one below the other."""
        self._set_blocks(self, blocks)

    # Spans

    def spans(self, spans: tuple[Span, ...], style: Style, role: str, *, weight: int = 0, italic: bool = False) -> None:
        """Write spans into the present block."""
        for before, span in pairwise((None, *spans)):
            match span:
                case Text(text):
                    self.write(text, style, role, weight=weight, italic=italic)
                case Strong(inner):
                    self.spans(inner, style, role, weight=700, italic=italic)
                case Emphasis(inner):
                    self.spans(inner, style, role, weight=weight, italic=True)
                case Link(target, inner):
                    self.link(target, plain(inner), style, weight=weight)
                case Term(key, inner):
                    self._term(key, plain(inner), style, role, weight)
                case Citation():
                    self._citation(span, style, after_citation=isinstance(before, Citation))
                case LineBreak():
                    self.cursor.insertText("\u2028")
                case None:
                    pass

    def write(self, text: str, style: Style, role: str, *, weight: int = 0, italic: bool = False) -> None:
        """Write plain words."""
        self._insert(text, style, lambda each: self.formats.of(each, role, weight=weight, italic=italic))

    def _insert(self, text: str, style: Style, look: Callable[[Style], QTextCharFormat]) -> None:
        """Insert words with the format of their style; letters that are joined in writing are not set apart."""
        if self.cursor.atBlockStart():
            self._turn_for(text)
        text = with_twins(self._in_order(text))
        if not style.spacing:
            self.cursor.insertText(text, look(style))
            return
        for run, joined in runs(text):
            self.cursor.insertText(run, look(style._replace(spacing=0.0) if joined else style))

    def link(
        self, target: str, text: str, style: Style, *, role: str = "link", weight: int = 0, underline: bool = True
    ) -> int:
        """Write words that lead to ``target``.  Returns the link's number on the page."""
        formats = self.formats
        start = self.cursor.position()
        if underline:
            self._insert(text, style, lambda each: formats.underlined(each, role, weight))
        else:
            self._insert(text, style, lambda each: formats.of(each, role, weight=weight))
        self.links.append(LinkRange(start, self.cursor.position(), target))
        return len(self.links) - 1

    def _turn_for(self, text: str) -> None:
        """Turn the insets of a block round whose words are written the other way than the page."""
        made = self.cursor.blockFormat()
        if not self.leftward and made.leftMargin() != made.rightMargin() and is_right_to_left(text):
            left, right = made.leftMargin(), made.rightMargin()
            made.setLeftMargin(right)
            made.setRightMargin(left)
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            self.cursor.setBlockFormat(made)

    def _in_order(self, text: str) -> str:
        if is_right_to_left(text):
            return isolated(text)
        if self.cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft:
            return embedded(text)
        return text

    def _term(self, key: str, words: str, style: Style, role: str, weight: int) -> None:
        start = self.cursor.position()
        # Joined by no-break spaces, so that one dotted line is under one line of words.
        joined = words if self.terms_may_break else words.replace(" ", "\u00a0")
        self.write(joined, style, role, weight=weight)
        end = self.cursor.position()
        self.links.append(LinkRange(start, end, f"glossary:{key}"))
        self.shapes.append(DottedLine(start=start, end=end, below=self.px(4), thickness=max(2.0, self.px(2))))

    def _citation(self, citation: Citation, style: Style, *, after_citation: bool) -> None:
        cite = self.scale.cite
        # A word joiner keeps the number on the line of the word that it belongs to, a space
        # that does not break keeps it by the number before; small, it is all the gap that is needed.
        # The joiner has the size of the words: a larger one would push down their line in a table.
        gap = Style(max(1, round(cite.px / 3)), 100, 400)
        self.write(*("\u00a0", gap) if after_citation else ("\u2060", style), "text")
        start = self.cursor.position()
        self.cursor.insertText(f"[{citation.number}]", self.formats.raised(cite, "link"))
        self.links.append(LinkRange(start, self.cursor.position(), f"source:{citation.key}"))
