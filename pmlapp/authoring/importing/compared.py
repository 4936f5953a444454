"""Numbers and cells before an import and after it: what is different is named, never passed over."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from pmlapp.authoring.importing import html_tree
from pmlapp.authoring.importing.html_walk import MARK_CLOSES, MARK_OPENS, cells_of
from pmlapp.authoring.importing.not_carried import Kind, Note, words
from pmlapp.authoring.importing.raised import lowered, raised
from pmlapp.authoring.importing.word_names import MC, M, W
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
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Table,
    Title,
    plain,
    walk,
)

_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*|[⁰¹²³⁴⁵⁶⁷⁸⁹]+|[₀₁₂₃₄₅₆₇₈₉]+")
_POINT_MARK: Final = re.compile(f"{MARK_OPENS}\\d+{MARK_CLOSES}")
_LEFT_OUT: Final = (f"{W}del", f"{W}moveFrom", f"{MC}Fallback")


def numbers_in(text: str) -> Counter[str]:
    """Each number of a text; raised and lowered digits are numbers of their own."""
    return Counter(_NUMBER.findall(text))


def differences(
    before: tuple[str, Counter[str]], title: str, blocks: tuple[Block, ...], repeated: list[str]
) -> Iterator[Note]:
    """What the numbers and cells of a page differ in from those of the text that it was made from.

    Args:
        before: the whole text, and its cells.
        title: of the page.
        blocks: of the page.
        repeated: the words of joined cells, once for each place in which the page repeats them.
    """
    text, cells = before
    again = Counter(repeated)
    now = numbers_in("\n".join([title, *_texts(blocks)]))
    for number, count in sorted((numbers_in(text) + numbers_in("\n".join(repeated)) - now).items()):
        yield Note(Kind.DIFFERENCE, "the whole text", f"the number {number} is missing {_times(count)}")
    for number, count in sorted((now - numbers_in(text) - numbers_in("\n".join(repeated))).items()):
        yield Note(Kind.DIFFERENCE, "the whole text", f"the number {number} was not there {_times(count)}")
    found = cells_of(blocks)
    for cell, count in sorted((cells + again - found).items()):
        yield Note(Kind.DIFFERENCE, "a table", f"the cell {words(cell)} is not a cell now {_times(count)}")
    for cell, count in sorted((found - cells - again).items()):
        yield Note(Kind.DIFFERENCE, "a table", f"the cell {words(cell)} was not one before {_times(count)}")


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


def _texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in walk(blocks):
        match block:
            case Heading(spans=spans) | Paragraph(spans=spans):
                yield plain(spans)
            case Table(caption=caption, header=header, rows=rows, note=note):
                yield from (plain(cell) for row in ((caption, note), header, *rows) for cell in row)
            case Figure(caption=caption):
                yield plain(caption)
            case Callout(title=title):
                yield plain(title)
            case Fold(title=name):
                yield name
            case ItemList():
                pass  # the paragraphs of its points come of themselves
            case (
                Breadcrumb()
                | Title()
                | Notice()
                | ReviewLine()
                | ShortAnswer()
                | SourceList()
                | CardList()
                | Disclaimer()
            ):
                raise ValueError(f"{type(block).__name__} is not part of an article's text")


# Before: read straight from the file, by another way than the page is made.


def word_text(root: Element) -> tuple[str, Counter[str]]:
    """The text of a part of a Word file, and its cells, without what was deleted or moved away."""
    text = "\n".join(_POINT_MARK.sub("", _word(each)) for each in _outer(root, f"{W}p"))
    cells = Counter(" ".join(_POINT_MARK.sub("", _cell(each)).split()) for each in root.iter(f"{W}tc"))
    return text, Counter({cell: count for cell, count in cells.items() if cell})


def _outer(element: Element, tag: str) -> Iterator[Element]:
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == tag:
            yield child
        else:
            yield from _outer(child, tag)


def _cell(element: Element) -> str:
    """A cell as `html_walk` writes it on one line."""
    text = ""
    for paragraph in _outer(element, f"{W}p"):
        if line := " ".join(_POINT_MARK.sub("", _word(paragraph)).replace("\n", "; ").split()):
            text += ((" " if text[-1] in ".!?;:,…" else "; ") if text else "") + line
    return text


def _word(element: Element) -> str:
    pieces: list[str] = []
    for child in element:
        if child.tag in _LEFT_OUT:
            continue
        if child.tag == f"{W}r":
            shift = child.find(f"{W}rPr/{W}vertAlign")
            how = "" if shift is None else shift.get(f"{W}val")
            run = _word(child)
            pieces.append(raised(run) if how == "superscript" else lowered(run) if how == "subscript" else run)
        elif child.tag in (f"{W}t", f"{M}t"):
            pieces.append(child.text or "")
        elif child.tag == f"{W}tab":
            pieces.append(" ")
        elif child.tag in (f"{W}br", f"{W}cr"):
            pieces.append("\n")
        elif child.tag == f"{W}noBreakHyphen":
            pieces.append("\u2011")
        else:
            pieces.append(_word(child))
    return "".join(pieces)


def html_text(root: html_tree.Element) -> tuple[str, Counter[str]]:
    """The text of a cleaned tree, and the cells of its tables."""
    pieces: list[str] = []
    _html(root, pieces)
    cells = Counter(
        text
        for table in root.iter("table")
        for cell in table.iter("td", "th")
        if (text := " ".join("".join(cell.itertext()).split()))
    )
    return "".join(pieces), cells


def _html(element: html_tree.Element, pieces: list[str]) -> None:
    write = {"sup": raised, "sub": lowered}.get(html_tree.name(element), str)
    pieces.append(write(element.text or ""))
    for child in element:
        _html(child, pieces)
        pieces.append(write(child.tail or ""))
    if html_tree.name(element) not in {
        "a",
        "b",
        "strong",
        "i",
        "em",
        "span",
        "sup",
        "sub",
        "u",
        "font",
        "small",
        "big",
    }:
        pieces.append("\n")
