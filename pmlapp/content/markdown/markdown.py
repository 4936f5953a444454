"""Article Markdown to page blocks: the one door from text to page.

The limits are in `content.markdown_limits`, the grammar in `content.markdown_dialect`,
what may not be written in `content.markdown_refusals`, constructs of other programs in
`content.markdown_foreign`; here the tree becomes blocks.  Nothing is ever turned into HTML.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element

from pmlapp.content.markdown.markdown_dialect import DialectReader, Tree
from pmlapp.content.markdown.markdown_foreign import with_foreign
from pmlapp.content.markdown.markdown_limits import (
    MAX_BOX_DEPTH,
    MAX_LIST_DEPTH,
    MAX_LIST_ITEMS,
    Mistake,
    TextFault,
    breaches,
)
from pmlapp.content.markdown.markdown_refusals import (
    LeafProblem,
    leaf_lines,
    left_over,
    link_problem,
    locate,
    text_problems,
)
from pmlapp.content.model import SourceKey
from pmlapp.content.page import (
    Align,
    Block,
    BlockId,
    Callout,
    Care,
    Citation,
    Emphasis,
    Figure,
    Fold,
    Heading,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Span,
    Strong,
    Table,
    Term,
    Text,
    plain,
)
from pmlapp.errors import MarkdownRefusedError


class ParsedBody(NamedTuple):
    """An article's text as blocks, with the sources it cites in the order of their first citation."""

    blocks: tuple[Block, ...]
    cited: tuple[SourceKey, ...]


class ExaminedBody(NamedTuple):
    """What could be read of a text, every mistake in it, and the line (from 1) on which each block begins."""

    body: ParsedBody
    mistakes: tuple[Mistake, ...]
    lines: Mapping[BlockId, int]


class ArticleParser:
    """Reads article Markdown; made once and kept, since making one costs more than a page.

    Not thread-safe: a parser belongs to the thread that made it.
    """

    def __init__(self) -> None:
        self._reader = DialectReader()

    def parse(self, text: str) -> ParsedBody:
        """The blocks of ``text``, ids ``b1``, ``b2``… in reading order.

        Raises:
            MarkdownRefusedError: the first place where the text breaks a limit
                or leaves the dialect of docs/article-format.md.
        """
        body, mistakes, _ = self.examine(text)
        if mistakes:
            raise MarkdownRefusedError(line=mistakes[0].line, reason=mistakes[0].reason)
        return body

    def mistakes(self, text: str) -> tuple[Mistake, ...]:
        """Everything in ``text`` that `parse` would refuse, by line."""
        return self.examine(text).mistakes

    def examine(self, text: str) -> ExaminedBody:
        """What could be read of ``text``, and every mistake in it; a text beyond the limits is not read at all."""
        text = text.replace("\r\n", "\n").expandtabs(4)
        if beyond := breaches(text):
            return ExaminedBody(ParsedBody((), ()), with_foreign(text, beyond), {})
        builder = _Builder(self._reader.read(text))
        body = builder.body()
        lines = leaf_lines(text, builder.leaf_texts)
        problems = builder.problems
        begins = {block: lines[leaf][0] for block, leaf in builder.leaf_of_block.items()} if lines else {}
        return ExaminedBody(body, with_foreign(text, locate(lines, builder.leaf_texts, problems)), begins)


_FIGURE: Final = re.compile(r"!\[([^\[\]]+)\]\(media:([a-z0-9-]+\.[a-z]+)\)")
_BACKSLASHED: Final = re.compile(r"\\([^\w\s])")
_STEP_NUMBERS: Final = range(1000)


class _Builder:
    """One walk over one tree: blocks in reading order, and what is wrong with them."""

    def __init__(self, tree: Tree) -> None:
        self._root = tree.root
        self.leaf_texts = [leaf.text for leaf in tree.leaves]
        self._leaf_of = {(leaf.element, leaf.is_tail): index for index, leaf in enumerate(tree.leaves)}
        self._leaf = 0
        self.problems: list[LeafProblem] = [
            LeafProblem(index, offset, reason, fault)
            for index, leaf in enumerate(tree.leaves)
            for offset, reason, fault in text_problems(leaf.text, leaf.element.tag)
        ]
        self.leaf_of_block: dict[BlockId, int] = {}
        self._count = 0
        self._cited: dict[str, int] = {}
        self._anchors: set[str] = set()
        self._namesakes: defaultdict[str, int] = defaultdict(lambda: 1)
        self._jumps: list[tuple[str, int]] = []
        self._list_depth = self._box_depth = 0

    def body(self) -> ParsedBody:
        blocks = self._blocks(self._root)
        for anchor, leaf in self._jumps:
            if anchor not in self._anchors:
                self._refuse(
                    f"no heading of this page has the anchor #{anchor}", TextFault.LINK, leaf=leaf, near=f"(#{anchor})"
                )
        return ParsedBody(blocks, tuple(SourceKey(key) for key in self._cited))

    # Blocks

    def _blocks(self, parent: Element) -> tuple[Block, ...]:
        found: list[Block] = []
        children = [child for child in parent if child.tag not in _INLINE]
        if parent.tag == "li":
            found.extend(self._paragraph(parent))
        if parent.tag == "div" and parent is not self._root:
            children = children[1:]
        while children:
            element = children.pop(0)
            raw = self._enter(element)
            following = children[0] if children else None
            if element.tag == "p" and raw.startswith("Table:") and following is not None and following.tag == "table":
                found.append(self._table(children.pop(0), children, caption=element))
            elif element.tag == "table":
                found.append(self._table(element, children, caption=None))
            elif element.tag == "p" and (picture := _FIGURE.fullmatch(raw.strip())):
                found.append(self._figure(picture, children))
            else:
                found.extend(self._block(element))
            if element.tail and element.tail.strip():
                found.extend(self._loose_text(element))
        return tuple(found)

    def _block(self, element: Element) -> Iterator[Block]:
        match element.tag:
            case "p":
                yield from self._paragraph(element)
            case "ul" | "ol":
                yield self._list(element)
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                yield self._heading(element)
            case "div":
                yield from self._box(element)
            case _:
                self._enter_first(element)
                self._refuse("this line is indented by four spaces but belongs to no point, callout or fold above it")

    def _paragraph(self, element: Element) -> Iterator[Block]:
        raw = self._enter(element)
        if not raw.strip() and not any(child.tag in _INLINE for child in element):
            return
        if picture := _FIGURE.fullmatch(raw.strip()):
            yield self._figure(picture, [])
            return
        if raw.startswith(("Table:", "Figure:")):
            place = "just before a table" if raw.startswith("Table:") else "just after a figure"
            self._refuse(f"put a paragraph that starts with {raw.split(':')[0]}: {place}, with empty lines between")
        block = self._next_id()
        yield Paragraph(block, self._spans(element))

    def _loose_text(self, element: Element) -> Iterator[Block]:
        """Text that follows a nested list inside the same point."""
        self._leaf = self._leaf_of.get((element, True), self._leaf)
        yield Paragraph(self._next_id(), _tidy(self._text(element.tail)))

    def _heading(self, element: Element) -> Heading:
        level = int(element.tag[1])
        if not 2 <= level <= 4:
            self._refuse("headings have two to four #; the title is in the front matter", TextFault.HEADING)
        if self._list_depth:
            self._refuse("a heading is inside a list; use bold text there", TextFault.HEADING)
        block = self._next_id()
        spans = self._spans(element)
        words = plain(spans)
        if not words.strip():
            self._refuse("a heading has no words", TextFault.HEADING)
        return Heading(block, min(max(level, 2), 4), self._anchor(element.get("anchor"), words), spans)

    def _anchor(self, chosen: str | None, words: str) -> str:
        if chosen is None:
            stem = re.sub(r"[\W_]+", "-", words.casefold()).strip("-") or "part"
            anchor = stem
            while anchor in self._anchors:
                self._namesakes[stem] += 1
                anchor = f"{stem}-{self._namesakes[stem]}"
        else:
            anchor = chosen
            if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", anchor):
                self._refuse(f"the anchor #{anchor} may hold a-z, 0-9 and single hyphens only")
            elif anchor in self._anchors:
                self._refuse(f"another heading has the anchor #{anchor} already")
        self._anchors.add(anchor)
        return anchor

    def _list(self, element: Element) -> ItemList:
        start = int(element.get("start", "1"))
        self._enter_first(element)
        block = self._next_id()
        if start not in _STEP_NUMBERS:
            self._refuse(f"a line that starts with {start}. is read as a numbered step; write {start}\\. instead")
        if len(element) > MAX_LIST_ITEMS:
            self._refuse(f"a list has more than {MAX_LIST_ITEMS} points; divide it", TextFault.LIMIT)
        self._list_depth += 1
        if self._list_depth == MAX_LIST_DEPTH + 1:
            self._refuse(f"lists are nested more than {MAX_LIST_DEPTH} deep", TextFault.LIMIT)
        items = tuple(
            ListItem(BlockId(f"{block}-{number}"), self._blocks(item)) for number, item in enumerate(element, start=1)
        )
        self._list_depth -= 1
        return ItemList(block, element.tag == "ol", start, items)

    def _table(self, element: Element, children: list[Element], *, caption: Element | None) -> Table:
        said = self._labelled(caption, "Table:") if caption is not None else ()
        self._enter_first(element)
        block = self._next_id()
        head, *rows = [[self._cell(cell) for cell in row] for row in element.iter("tr")]
        styles = [cell.get("style", "") for cell in element.iter("th")]
        aligns = tuple(
            Align.END if "right" in style else Align.CENTRE if "center" in style else Align.START for style in styles
        )
        note: tuple[Span, ...] = ()
        if children and children[0].tag == "p" and self._enter(children[0]).startswith("Note:"):
            note = self._labelled(children.pop(0), "Note:")
        return Table(block, said, tuple(head), tuple(tuple(row) for row in rows if any(row)), aligns, note)

    def _cell(self, cell: Element) -> tuple[Span, ...]:
        self._enter(cell)
        return self._spans(cell)

    def _figure(self, picture: re.Match[str], children: list[Element]) -> Figure:
        block = self._next_id()
        caption: tuple[Span, ...] = ()
        if children and children[0].tag == "p" and self._enter(children[0]).startswith("Figure:"):
            caption = self._labelled(children.pop(0), "Figure:")
        return Figure(block, picture[2], " ".join(_BACKSLASHED.sub(r"\1", picture[1]).split()), caption)

    def _labelled(self, element: Element, label: str) -> tuple[Span, ...]:
        self._enter(element)
        element.text = (element.text or "").removeprefix(label)
        return self._spans(element)

    def _box(self, element: Element) -> Iterator[Block]:
        _, mark, kind = element.get("class", "").split()
        self._enter(element[0])
        block = self._next_id()
        title = self._spans(element[0])
        leaf = self._leaf
        self._box_depth += 1
        if self._box_depth == MAX_BOX_DEPTH + 1:
            self._refuse(f"callouts and folds are nested more than {MAX_BOX_DEPTH} deep", TextFault.LIMIT)
        blocks = self._blocks(element)
        self._box_depth -= 1
        self._leaf = leaf
        if not blocks:
            self._refuse("this callout or fold is empty; indent its text by four spaces")
        if mark == "!!!" and kind in _CARES:
            yield Callout(block, Care(kind), title, blocks)
        elif mark == "???" and kind in _FOLDS:
            yield Fold(block, plain(title), kind == "outlook", blocks)
        else:
            allowed = ", ".join(sorted(_CARES if mark == "!!!" else _FOLDS))
            self._refuse(f"{mark} {kind} is not known; after {mark} write one of: {allowed}")

    # Spans

    def _spans(self, element: Element) -> tuple[Span, ...]:
        return _tidy(self._inside(element))

    def _inside(self, element: Element) -> list[Span]:
        """What is in an element, neighbouring runs of text made one."""
        spans = self._text(element.text)
        for child in element:
            if child.tag not in _INLINE:
                # The lists and paragraphs of a point, which are blocks of their own.
                break
            spans.append(self._span(child))
            spans += self._text(child.tail)
        return spans

    def _span(self, element: Element) -> Span:
        match element.tag:
            case "strong":
                return Strong(tuple(self._inside(element)))
            case "em":
                return Emphasis(tuple(self._inside(element)))
            case "br":
                return LineBreak()
            case "cite":
                key = element.get("key", "")
                return Citation(key, self._cited.setdefault(key, len(self._cited) + 1))
            case _:
                return self._link(element.get("href", ""), tuple(self._inside(element)))

    def _link(self, target: str, words: tuple[Span, ...]) -> Span:
        if problem := link_problem(target):
            self._refuse(problem, TextFault.LINK, near=f"({target})")
        elif not plain(words).strip():
            self._refuse("a link has no words", TextFault.LINK_WORDS, near=f"({target})")
        elif target.startswith("#"):
            self._jumps.append((target[1:], self._leaf))
        if target.startswith("glossary:"):
            return Term(target.removeprefix("glossary:"), words)
        return Link(target, words)

    def _text(self, text: str | None) -> list[Span]:
        if not text:
            return []
        for at, reason, fault in left_over(text):
            self._refuse(reason, fault, near=text[at : at + 20].split("\x02")[0])
        return [Text(_SPACES.sub(" ", DialectReader.unescape(text)))]

    # Places

    def _next_id(self) -> BlockId:
        self._count += 1
        block = BlockId(f"b{self._count}")
        self.leaf_of_block[block] = self._leaf
        return block

    def _enter(self, element: Element) -> str:
        """Remember which piece of text is being read, for the line of a mistake, and give it as written."""
        index = self._leaf_of.get((element, False))
        if index is None:
            return ""
        self._leaf = index
        return self.leaf_texts[index]

    def _enter_first(self, element: Element) -> None:
        """Remember the first piece of text inside an element that has none of its own."""
        for inner in element.iter():
            if (inner, False) in self._leaf_of:
                self._leaf = self._leaf_of[inner, False]
                return

    def _refuse(
        self, reason: str, fault: TextFault = TextFault.DIALECT, *, leaf: int | None = None, near: str = ""
    ) -> None:
        leaf = self._leaf if leaf is None else leaf
        offset = self.leaf_texts[leaf].find(near) if self.leaf_texts else 0
        self.problems.append(LeafProblem(leaf, max(offset, 0), reason, fault))


_NOTHING: Final = Text("")
_SPACES: Final = re.compile(r" *\n[ \n]*|  +")
_INLINE: Final = frozenset({"strong", "em", "br", "cite", "a"})
_CARES: Final = frozenset(Care)
_FOLDS: Final = frozenset({"more", "outlook"})


def _tidy(spans: list[Span]) -> tuple[Span, ...]:
    """Spans of a whole line of thought: no space at its ends or around a break."""
    last = len(spans) - 1
    for index, span in enumerate(spans):
        if isinstance(span, Text):
            text = span.text
            if index == 0 or isinstance(spans[index - 1], LineBreak):
                text = text.lstrip(" ")
            if index == last or isinstance(spans[index + 1], LineBreak):
                text = text.rstrip(" ")
            if text != span.text:
                spans[index] = Text(text)
    return tuple(span for span in spans if span != _NOTHING)
