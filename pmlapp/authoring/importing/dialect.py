"""Page blocks as Markdown in the dialect of docs/article-format.md: what the parser reads, written."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.markdown.markdown_limits import MAX_LIST_ITEMS, MAX_PARAGRAPH
from pmlapp.content.page import (
    Align,
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
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Span,
    Strong,
    Table,
    Term,
    Text,
    Title,
)

NO_ID: Final = BlockId("")
"""What a block is called before its page is parsed."""

_INDENT: Final = " " * 4
_RULES: Final = {Align.START: "---", Align.CENTRE: ":-:", Align.END: "--:"}
_SIGNS: Final = re.compile(r"[\\*_\[\]{}<>|~^$`#=+]|(?<!\w)[-–—](?=[-\s]|$)|&(?=[#\w]+;)|:(?=[:\w]*:)|%(?=%)|\$")
_AT_START: Final = re.compile(
    r"(?P<before>\d{1,9}|[A-Za-z]|[ivx]{2,5}|#)(?P<mark>[.)])(?=\s)|(?P<sign>[-+>:%!?|=(])|(?P<word>Table|Note|Figure)(?=:)"
)
_EVERY_SIGN: Final = re.compile(r"[!-/:-@\[-`{-~]")
_CAREFREE: Final = re.compile(r"(?:[^\W_]|[ ,.;?()'’‘“”\n]|(?<=\w)-(?=\w)){0,99999}")


class Written(NamedTuple):
    """A text of the dialect."""

    text: str
    """Ending in a line break."""
    blocks: tuple[Block, ...]
    """What it says."""
    is_exact: bool
    """Whether the parser reads just these blocks out of it."""
    unmarked: tuple[Block, ...]
    """Blocks whose bold and stressed words had to be written plainly."""


class DialectWriter:
    """Writes blocks so that the parser reads the same blocks; signs are escaped only where it would not.

    ``parser`` checks what may be read otherwise.
    """

    def __init__(self, parser: ArticleParser) -> None:
        self._parser = parser

    def written(self, blocks: tuple[Block, ...]) -> "Written":
        """The text of an article with these blocks."""
        light = _joined(blocks, heavy=False)
        if all(map(_is_carefree, blocks)) or self.reads_as(light, blocks):
            return Written(light, blocks, True, ())
        # Somewhere a sign is read as Markdown: each block on its own is written as plainly as it has to be.
        texts, kept, unmarked = [], [], []
        for block in blocks:
            text = _block(block, heavy=False)
            if not self.reads_as(text, (block,)):
                text = _block(block, heavy=True)
            if not self.reads_as(text, (block,)):
                without = without_marks(block)
                text = _block(without, heavy=True)
                if without != block and self.reads_as(text, (without,)):
                    unmarked.append(block)
                    block = without  # noqa: PLW2901
            texts.append(text)
            kept.append(block)
        text = "\n\n".join(texts) + "\n"
        return Written(text, tuple(kept), self.reads_as(text, tuple(kept)), tuple(unmarked))

    def reads_as(self, text: str, blocks: tuple[Block, ...]) -> bool:
        """Whether the parser finds these blocks in a text, and no mistake."""
        examined = self._parser.examine(text)
        # Links to headings of other blocks lead nowhere while a block is alone.
        return not examined.mistakes and bare(examined.body.blocks) == bare(blocks)

    def mistakes(self, text: str) -> str:
        """The first thing that the parser refuses in a text, as the end of a sentence; "" if there is none."""
        if _CAREFREE.fullmatch(text) and len(text) < MAX_PARAGRAPH:
            return ""
        return next((mistake.reason for mistake in self._parser.mistakes(text)), "")


def _is_carefree(block: Block) -> bool:
    """Whether a block reads as itself, so that nobody need try: a paragraph, or points, without a sign in them."""
    match block:
        case Paragraph(spans=(Text(text),)):
            return len(text) < MAX_PARAGRAPH and _CAREFREE.fullmatch(text) is not None and not _AT_START.match(text)
        case ItemList(items=items):
            return len(items) < MAX_LIST_ITEMS and all(
                len(item.blocks) == 1 and isinstance(item.blocks[0], Paragraph) and _is_carefree(item.blocks[0])
                for item in items
            )
        case Paragraph() | Heading() | Table() | Figure() | Callout() | Fold():
            return False
        case (
            Breadcrumb() | Title() | Notice() | ReviewLine() | ShortAnswer() | SourceList() | CardList() | Disclaimer()
        ):
            return False


def without_marks(block: Block) -> Block:
    """A paragraph or heading without bold and stressed words; any other block as it is."""
    match block:
        case Heading(spans=spans) | Paragraph(spans=spans):
            return block._replace(spans=_merged(_unmarked(spans)))
        case ItemList(items=items):
            return block._replace(
                items=tuple(item._replace(blocks=tuple(map(without_marks, item.blocks))) for item in items)
            )
        case Table(header=header, rows=rows):
            return block._replace(
                header=tuple(_merged(_unmarked(cell)) for cell in header),
                rows=tuple(tuple(_merged(_unmarked(cell)) for cell in row) for row in rows),
            )
        case Figure() | Callout() | Fold():
            return block
        case (
            Breadcrumb() | Title() | Notice() | ReviewLine() | ShortAnswer() | SourceList() | CardList() | Disclaimer()
        ):
            return block


def _unmarked(spans: tuple[Span, ...]) -> Iterator[Span]:
    for span in spans:
        match span:
            case Strong(inner) | Emphasis(inner):
                yield from _unmarked(inner)
            case Link(target, inner):
                yield Link(target, _merged(_unmarked(inner)))
            case Text() | Term() | Citation() | LineBreak():
                yield span


def _merged(spans: Iterator[Span]) -> tuple[Span, ...]:
    found: list[Span] = []
    for span in spans:
        if found and isinstance(span, Text) and isinstance(found[-1], Text):
            found[-1] = Text(found[-1].text + span.text)
        else:
            found.append(span)
    return tuple(found)


def bare(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Blocks without their ids and anchors, to be compared."""
    return tuple(_bare(block) for block in blocks)


def _bare(block: Block) -> Block:
    match block:
        case Heading():
            return block._replace(id=NO_ID, anchor="")
        case ItemList(items=items):
            return block._replace(id=NO_ID, items=tuple(ListItem(NO_ID, bare(item.blocks)) for item in items))
        case Callout(blocks=inner) | Fold(blocks=inner):
            return block._replace(id=NO_ID, blocks=bare(inner))
        case Paragraph() | Table() | Figure():
            return block._replace(id=NO_ID)
        case (
            Breadcrumb() | Title() | Notice() | ReviewLine() | ShortAnswer() | SourceList() | CardList() | Disclaimer()
        ):
            return block


def _joined(blocks: tuple[Block, ...], *, heavy: bool) -> str:
    return "\n\n".join(_block(block, heavy=heavy) for block in blocks) + "\n"


def _block(block: Block, *, heavy: bool) -> str:
    match block:
        case Heading(level=level, spans=spans):
            return f"{'#' * level} {_line(spans, heavy)}"
        case Paragraph(spans=spans):
            return _line(spans, heavy, at_start=True)
        case ItemList():
            return "\n".join(_items(block, heavy=heavy))
        case Table():
            return _table(block, heavy)
        case Figure(media=media, alt=alt, caption=caption):
            figure = f"![{alt}](media:{media})"
            return f"{figure}\n\nFigure: {_line(caption, heavy)}" if caption else figure
        case Callout(care=care, title=title, blocks=inner):
            return f'!!! {care} "{_line(title, heavy)}"\n{_indented(_joined(inner, heavy=heavy))}'
        case Fold(title=title, closed_on_each_visit=closed, blocks=inner):
            kind = "outlook" if closed else "more"
            return f'??? {kind} "{title}"\n{_indented(_joined(inner, heavy=heavy))}'
        case (
            Breadcrumb() | Title() | Notice() | ReviewLine() | ShortAnswer() | SourceList() | CardList() | Disclaimer()
        ):
            raise ValueError(f"{type(block).__name__} is not part of an article's text")


def _items(block: ItemList, *, heavy: bool) -> Iterator[str]:
    # With an empty line between, the blocks of a point are paragraphs in all of them.
    loose = any(len(item.blocks) > 1 and not _is_short(item) for item in block.items)
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}." if block.ordered else "-"
        first, *rest = (_block(each, heavy=heavy) for each in item.blocks)
        text = _indented(first)[len(_INDENT) :]
        yield f"{mark} {text}"
        for each in rest:
            if loose:
                yield ""
            yield _indented(each)
        if loose:
            yield ""


def _is_short(item: ListItem) -> bool:
    """Whether a point is a paragraph with a list below it, which needs no empty lines."""
    return len(item.blocks) == 2 and isinstance(item.blocks[0], Paragraph) and isinstance(item.blocks[1], ItemList)


def _table(table: Table, heavy: bool) -> str:
    lines = [table.header, *table.rows]
    rows = [f"| {' | '.join(_line(cell, heavy) for cell in row)} |" for row in lines]
    rows.insert(1, f"| {' | '.join(_RULES[align] for align in table.aligns)} |")
    before = [f"Table: {_line(table.caption, heavy)}", ""] if table.caption else []
    after = ["", f"Note: {_line(table.note, heavy)}"] if table.note else []
    return "\n".join([*before, *rows, *after])


def _line(spans: tuple[Span, ...], heavy: bool, *, at_start: bool = False) -> str:
    text = "".join(_span(span, heavy) for span in spans)
    if at_start and not heavy and (start := _AT_START.match(text)):
        place = start.start("mark") if start["mark"] else start.end("word") if start["word"] else start.start("sign")
        text = f"{text[:place]}\\{text[place:]}"
    return text


def _span(span: Span, heavy: bool) -> str:
    match span:
        case Text(text):
            return (_EVERY_SIGN if heavy else _SIGNS).sub(lambda sign: f"\\{sign[0]}", text)
        case Strong(inner):
            return f"**{_line(inner, heavy)}**"
        case Emphasis(inner):
            return f"*{_line(inner, heavy)}*"
        case Link(target, inner):
            return f"[{_line(inner, heavy)}]({target})"
        case Term(key, inner):
            return f"[{_line(inner, heavy)}](glossary:{key})"
        case Citation(key=key):
            return f"[^{key}]"
        case LineBreak():
            return "  \n"


def _indented(text: str) -> str:
    return "\n".join(f"{_INDENT}{line}" if line else "" for line in text.rstrip("\n").split("\n"))
