"""One walk over the tree of a page, whether it came from the web or from Word: its elements become page blocks."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from pmlapp.authoring.importing.dialect import NO_ID
from pmlapp.authoring.importing.html_tables import Cell, grid_of
from pmlapp.authoring.importing.html_tree import Element, name, place_of, text_of
from pmlapp.authoring.importing.html_words import HtmlWords, KeepPicture, styled
from pmlapp.authoring.importing.inline import Run, as_spans
from pmlapp.authoring.importing.not_carried import Kind, Note, words
from pmlapp.content.markdown.markdown_limits import MAX_LIST_DEPTH
from pmlapp.content.page import (
    Align,
    Block,
    Figure,
    Fold,
    Heading,
    ItemList,
    LineBreak,
    ListItem,
    Paragraph,
    Span,
    Strong,
    Table,
    Text,
    plain,
    walk,
)

MARK_OPENS, MARK_CLOSES = "\ue000", "\ue001"
"""Around the number of a point, which the pre-scan of Word files puts before its words."""

CAPTION: Final = "caption"
"""The class of a paragraph that belongs to the picture or table beside it."""

_POINT_MARK: Final = re.compile(f"\\s*{MARK_OPENS}(\\d+){MARK_CLOSES}")
_BLOCKS: Final = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "html",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_LONGEST_BOLD_HEADING: Final = 80


class HtmlWalk:
    """Turns a cleaned tree into blocks, and notes what our pages do not have."""

    def __init__(self, keep_picture: KeepPicture, notes: list[Note], *, language: str = "") -> None:
        self._words = HtmlWords(keep_picture, notes, language=language)
        self._notes = notes
        self._tables = self._depth = 0
        self.repeated: list[str] = []
        """The words of joined cells, once for each place in which they are repeated."""

    def blocks(self, root: Element) -> list[Block]:
        """The blocks of a tree; its headings have the levels 1 to 6, and their class as their anchor."""
        return _with_captions(list(self._flow(root, Run(""))))

    def _flow(self, element: Element, style: Run) -> Iterator[Block]:
        """The blocks inside an element; words between them are paragraphs."""
        runs: list[Run] = [self._words.text(element.text, style, element)]
        pictures: list[Figure] = []
        for child in element:
            if _is_block(child):
                yield from self._paragraph(runs, pictures, element)
                yield from self._block(child, style)
            else:
                for piece in self._words.piece(child, style):
                    (runs if isinstance(piece, Run) else pictures).append(piece)  # type: ignore[arg-type]
            runs.append(self._words.text(child.tail, style, element))
        yield from self._paragraph(runs, pictures, element)

    def _paragraph(self, runs: list[Run], pictures: list[Figure], element: Element) -> Iterator[Block]:
        if spans := as_spans(runs):
            self._note_bold_heading(spans, element)
            # The anchor of a heading, and here the id, carries the class until captions are in their place.
            is_caption = element.get("class") == CAPTION
            yield Paragraph(_CAPTION_ID if is_caption else NO_ID, spans)
        yield from pictures
        runs.clear()
        pictures.clear()

    def _note_bold_heading(self, spans: tuple[Span, ...], element: Element) -> None:
        text = plain(spans)
        if len(spans) != 1 or not isinstance(spans[0], Strong) or len(text) > _LONGEST_BOLD_HEADING:
            return
        if text.endswith((".", "!", "?", ":", ";", ",")) or _inside(element, {"td", "th", "li"}):
            return
        self._notes.append(
            Note(Kind.HEADINGS, place_of(element), f"{words(text)} is all bold: make it a heading if it is one")
        )

    def _block(self, element: Element, style: Run) -> Iterator[Block]:
        self._words.note_language(element)
        style = styled(element, style)
        match name(element):
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6" as tag:
                pieces = list(self._words.inside(element, style))
                runs = [Run(" ") if run.is_break else run for run in pieces if isinstance(run, Run)]
                if spans := as_spans(runs, plain=True):
                    yield Heading(NO_ID, int(tag[1]), element.get("class") or "", spans)
                yield from (piece for piece in pieces if isinstance(piece, Figure))
            case "ul" | "ol" | "menu" | "dir":
                yield from self._list(element, style)
            case "dl":
                yield from self._definitions(element, style)
            case "table":
                yield from self._table(element, style)
            case "figure":
                yield from self._figure(element, style)
            case "details":
                yield from self._fold(element, style)
            case "nav":
                if text := text_of(element).strip():
                    self._notes.append(Note(Kind.HEADERS, place_of(element), f"a menu was left out: {words(text)}"))
            case "hr":
                return
            case "pre":
                lines = text_of(element).strip("\n").split("\n")
                yield from self._paragraph([each for line in lines for each in (Run(line), Run("\n"))], [], element)
            case _:
                yield from self._flow(element, style)

    # Lists

    def _list(self, element: Element, style: Run) -> Iterator[Block]:
        ordered = name(element) == "ol"
        if ordered and (element.get("type") or "1")[:1] != "1":
            self._notes.append(Note(Kind.LIST_NUMBERS, place_of(element), "a list with letters has numbers now"))
        said = element.get("start") or ""
        first = int(said) if said.isdecimal() and len(said) < 4 else 1
        items: list[ListItem] = []

        def so_far() -> Iterator[ItemList]:
            if items:
                yield ItemList(NO_ID, ordered, first if ordered else 1, tuple(items))
            items.clear()

        self._depth += 1
        for child in element:
            number = _take_mark(child)
            if ordered and number is not None and number != first + len(items):
                yield from so_far()
                first = number
            found = list(self._flow(child, style) if name(child) == "li" else self._stray(child, style))
            kept, outside = _in_a_point(found, deep=self._depth >= MAX_LIST_DEPTH)
            if kept and isinstance(kept[0], ItemList):
                # A list in no point of its own belongs to the point before it.
                if items:
                    items[-1] = ListItem(NO_ID, (*items[-1].blocks, *kept))
                else:
                    items.extend(kept[0].items)
            elif kept:
                items.append(ListItem(NO_ID, kept))
            if outside:
                reached = first + len(items)
                yield from so_far()
                yield from outside
                first = reached
        self._depth -= 1
        yield from so_far()

    def _stray(self, element: Element, style: Run) -> Iterator[Block]:
        if _is_block(element):
            yield from self._block(element, style)
        else:
            pieces = list(self._words.piece(element, style))
            yield from self._paragraph([each for each in pieces if isinstance(each, Run)], [], element)

    def _definitions(self, element: Element, style: Run) -> Iterator[Block]:
        points: list[list[Run]] = []
        for child in element.iter("dt", "dd"):
            runs = [piece for piece in self._words.inside(child, style) if isinstance(piece, Run)]
            if name(child) == "dt" or not points:
                points.append([run._replace(strong=name(child) == "dt") for run in runs])
            else:
                points[-1] += [Run(": "), *runs]
        if items := tuple(ListItem(NO_ID, (Paragraph(NO_ID, spans),)) for runs in points if (spans := as_spans(runs))):
            yield ItemList(NO_ID, False, 1, items)

    # Boxes and pictures

    def _figure(self, element: Element, style: Run) -> Iterator[Block]:
        caption: tuple[Span, ...] = ()
        for inner in list(element.iter("figcaption")):
            caption = as_spans([piece for piece in self._words.inside(inner, style) if isinstance(piece, Run)])
            inner.drop_tree()
        found = list(self._flow(element, style))
        if caption and any(isinstance(block, Figure) for block in found):
            at = max(place for place, block in enumerate(found) if isinstance(block, Figure))
            found.insert(at + 1, Paragraph(_CAPTION_ID, caption))
        elif caption:
            found.append(Paragraph(NO_ID, caption))
        yield from found

    def _fold(self, element: Element, style: Run) -> Iterator[Block]:
        title = ""
        for inner in list(element.iter("summary"))[:1]:
            title = " ".join(text_of(inner).split()).replace('"', "”")
            inner.drop_tree()
        if inside := tuple(self._flow(element, style)):
            yield Fold(NO_ID, title or "more", False, inside)

    # Tables

    def _table(self, element: Element, style: Run) -> Iterator[Block]:
        self._tables += 1
        place = f"table {self._tables}, {place_of(element)}"
        captions = list(element.iterchildren("caption"))
        caption = as_spans(
            [each for held in captions for each in self._words.inside(held, style) if isinstance(each, Run)]
        )
        grid = grid_of(element)
        if grid.columns < 2 or len(grid.rows) < 2:
            yield from self._no_table(element, style, place)
            return
        pictures: list[Block] = []
        texts: dict[tuple[int, int], tuple[Span, ...]] = {}
        rows: list[tuple[tuple[Span, ...], ...]] = []
        for y, row in enumerate(grid.rows):
            for x, cell in enumerate(row):
                if (cell.row, cell.column) == (y, x):
                    texts[y, x] = self._cell(cell, style, place, pictures)
                elif text := " ".join(plain(texts[cell.row, cell.column]).split()):
                    self.repeated.append(text)
                    self._notes.append(
                        Note(Kind.JOINED_CELLS, place, f"{words(text)} covered several cells; row {y + 1} repeats it")
                    )
            rows.append(tuple(texts[cell.row, cell.column] for cell in row))
        rows = [row for row in rows if any(row)]
        if not grid.heads:
            heads = " | ".join(map(plain, rows[0])) if rows else ""
            self._notes.append(Note(Kind.TABLE_HEADS, place, f"its first row is its head now: {words(heads)}"))
        elif grid.heads > 1:
            self._notes.append(
                Note(Kind.TABLE_HEADS, place, f"it had {grid.heads} rows of head; the first is the head now")
            )
        if len(rows) < 2:
            yield from (Paragraph(NO_ID, spans) for row in rows for spans in row if spans)
        else:
            yield Table(NO_ID, caption, rows[0], tuple(rows[1:]), (Align.START,) * grid.columns, ())
        yield from pictures

    def _cell(self, cell: Cell, style: Run, place: str, pictures: list[Block]) -> tuple[Span, ...]:
        if cell.element is None:
            return ()
        inside = list(self._flow(cell.element, styled(cell.element, style)))
        pictures += [block for block in inside if isinstance(block, Figure)]
        if any(isinstance(block, Table) for block in inside):
            text = words(text_of(cell.element))
            self._notes.append(Note(Kind.JOINED_CELLS, place, f"a table inside a cell is text now: {text}"))
        return _one_line(tuple(inside))

    def _no_table(self, element: Element, style: Run, place: str) -> Iterator[Block]:
        """What a page drew as a table but is not one: a box, or a row of things beside each other."""
        text = text_of(element)
        if text.strip():
            self._notes.append(Note(Kind.TEXT_BOXES, place, f"a table of one row or column is text now: {words(text)}"))
        for cell in element.iter("caption", "td", "th"):
            if next(each for each in cell.iterancestors() if name(each) == "table") is element:
                yield from self._flow(cell, style)


_CAPTION_ID: Final = type(NO_ID)(CAPTION)


def _is_block(element: Element) -> bool:
    return name(element) in _BLOCKS or any(name(inner) in _BLOCKS for inner in element.iterdescendants())


def _inside(element: Element, tags: set[str]) -> bool:
    return name(element) in tags or any(name(each) in tags for each in element.iterancestors())


def _take_mark(point: Element) -> int | None:
    """The number that a point had in Word; the mark that says so is taken out."""
    for element in point.iter():
        if element.text and element.text.strip():
            if match := _POINT_MARK.match(element.text):
                element.text = element.text[match.end() :]
                return int(match[1])
            return None
    return None


def _in_a_point(blocks: list[Block], *, deep: bool) -> tuple[tuple[Block, ...], list[Block]]:
    """What may be in a point of a list, and what has to stand behind the list."""
    inside = [block for block in blocks if isinstance(block, Paragraph) or (isinstance(block, ItemList) and not deep)]
    return tuple(inside), [block for block in blocks if block not in inside]


def _one_line(blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """The words of a cell on one line: its paragraphs and points one behind the other."""
    spans: list[Span] = []
    for block in walk(blocks):
        lines = [block.spans] if isinstance(block, Paragraph | Heading) else []
        if isinstance(block, Table):
            lines = [cell for row in (block.header, *block.rows) for cell in row if cell]
        for line in lines:
            if spans:
                spans.append(Text(" " if plain(tuple(spans))[-1:] in ".!?;:,…" else "; "))
            spans += [Text("; ") if isinstance(span, LineBreak) else span for span in line]
    joined: list[Span] = []
    for span in spans:
        if joined and isinstance(span, Text) and isinstance(joined[-1], Text):
            joined[-1] = Text(joined[-1].text + span.text)
        else:
            joined.append(span)
    return tuple(joined)


def _with_captions(blocks: list[Block]) -> list[Block]:
    """A caption joined to the picture before it or to the table beside it; without one it is a paragraph."""
    found: list[Block] = []
    waiting: tuple[Span, ...] = ()
    for place, block in enumerate(blocks):
        following = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, Paragraph) and block.id == _CAPTION_ID:
            last = found[-1] if found else None
            if isinstance(last, Figure) and not last.caption:
                found[-1] = last._replace(caption=block.spans)
            elif isinstance(following, Table) and not following.caption:
                waiting = block.spans
            elif isinstance(last, Table) and not last.caption:
                found[-1] = last._replace(caption=block.spans)
            else:
                found.append(Paragraph(NO_ID, block.spans))
        elif isinstance(block, Table) and waiting:
            found.append(block._replace(caption=waiting))
            waiting = ()
        else:
            found.append(block)
    return found


def cells_of(blocks: tuple[Block, ...]) -> Counter[str]:
    """The words of each cell of the tables among blocks, empty ones left out."""
    tables = [block for block in walk(blocks) if isinstance(block, Table)]
    texts = (plain(cell) for table in tables for row in (table.header, *table.rows) for cell in row)
    return Counter(" ".join(text.split()) for text in texts if text.strip())
