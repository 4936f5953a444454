"""A page as plain text, for a terminal, a pipe or a reader without a screen."""

import textwrap
from collections.abc import Iterator

from pmlapp.content.page import (
    Block,
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
    Page,
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

_WIDTH = 76


def page_text(page: Page, *, closed: str) -> str:
    """The whole page, wrapped at 76 characters, ending in a line break.

    ``closed`` stands in place of what a fold that is closed on each visit
    holds: figures about outlook are nothing to meet by accident here either.
    """
    return "\n\n".join(_blocks(page.blocks, closed)) + "\n"


def _blocks(blocks: tuple[Block, ...], closed: str) -> Iterator[str]:
    for block in blocks:
        yield _block(block, closed)


def _block(block: Block, closed: str) -> str:
    match block:
        case Breadcrumb(crumbs=crumbs):
            return " > ".join(crumb.title for crumb in crumbs)
        case Title(text=text):
            return f"{text}\n{'=' * len(text)}"
        case ReviewLine(statement=statement, claim=claim):
            return _wrap(f"{statement}\n{claim}")
        case ShortAnswer(label=label, spans=spans):
            return f"{label}\n{_indented(_wrap(_text(spans), 4))}"
        case Heading(spans=spans):
            text = _text(spans)
            return f"{text}\n{'-' * len(text)}"
        case Paragraph(spans=spans) | Disclaimer(spans=spans):
            return _wrap(_text(spans))
        case ItemList():
            return _list(block, closed)
        case Table():
            return _table(block)
        case Figure(alt=alt, caption=caption):
            return _wrap("\n".join(part for part in (f"[{alt}]", _text(caption)) if part))
        case Callout(title=title, blocks=inner, action=action):
            parts = [f"! {_text(title)}", *(_indented(each) for each in _blocks(inner, closed))]
            return "\n".join([*parts, *([f"    {action}"] if action else [])])
        case Fold(title=title, closed_on_each_visit=True):
            return f"+ {title}\n{_indented(_wrap(closed, 4))}"
        case Fold(title=title, blocks=inner):
            return "\n".join([f"+ {title}", *(_indented(each) for each in _blocks(inner, closed))])
        case SourceList(entries=entries):
            return "\n".join(
                _wrap(f"[{entry.number}] {entry.title}. {entry.detail} {entry.url}", 4, hanging=True)
                for entry in entries
            )
        case CardList(entries=cards):
            return "\n".join(_wrap(f"- {card.title} ({card.detail})", 2, hanging=True) for card in cards)


def _list(block: ItemList, closed: str) -> str:
    lines = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        inner = "\n".join(_blocks(item.blocks, closed))
        indented = textwrap.indent(inner, " " * len(mark))
        lines.append(mark + indented[len(mark) :])
    return "\n".join(lines)


def _table(table: Table) -> str:
    """Each row as lines of "label: value": columns would not fit a narrow terminal."""
    lines = [_text(table.caption)] if table.caption else []
    for row in table.rows:
        first, *others = (_text(cell) for cell in row)
        lines.append(f"* {first}")
        labels = [_text(head) for head in table.header[1:]]
        lines.extend(_wrap(f"    {label}: {cell}", 6, hanging=True) for label, cell in zip(labels, others, strict=True))
    if table.note:
        lines.append(_wrap(_text(table.note)))
    return "\n".join(lines)


def _text(spans: tuple[Span, ...]) -> str:
    parts: list[str] = []
    for span in spans:
        match span:
            case Text(text):
                parts.append(text)
            case LineBreak():
                parts.append("\n")
            case Citation(number=number):
                parts.append(f"[{number}]")
            case Link(target, inner) if target.startswith("https:"):
                parts.append(f"{_text(inner)} ({target})")
            case Strong(inner) | Emphasis(inner) | Link(_, inner) | Term(_, inner):
                parts.append(_text(inner))
    return "".join(parts)


def _wrap(text: str, indent: int = 0, *, hanging: bool = False) -> str:
    width = _WIDTH if hanging else _WIDTH - indent
    rest = " " * indent if hanging else ""
    return "\n".join(
        textwrap.fill(line, width, subsequent_indent=rest, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def _indented(text: str) -> str:
    return textwrap.indent(text, "    ")
