"""A page as plain text, for a terminal, a pipe or a reader without a screen."""

import textwrap
from collections.abc import Iterator

from pmlapp.content.page import (
    Block,
    Breadcrumb,
    Callout,
    CardEntry,
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
    Notice,
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


def page_text(page: Page, *, closed: str, width: int = _WIDTH) -> str:
    """The whole page, wrapped at ``width`` characters, ending in a line break.

    ``closed`` is printed in place of what a fold that is closed on each visit
    holds: figures about outlook are nothing to meet by accident here either.
    """
    return "\n\n".join(_blocks(page.blocks, closed, width)) + "\n"


def _blocks(blocks: tuple[Block, ...], closed: str, width: int) -> Iterator[str]:
    for block in blocks:
        yield _block(block, closed, width)


def _block(block: Block, closed: str, width: int) -> str:
    match block:
        case Breadcrumb(crumbs=crumbs):
            return _wrap(" > ".join(crumb.title for crumb in crumbs), width)
        case Title(text=text):
            return _underlined(text, "=", width)
        case Notice(headline=headline, advice=advice):
            return _wrap(f"! {headline} {advice}", width, hang=2)
        case ReviewLine(detail=detail, headline=headline):
            return _wrap(f"{detail}\n{headline}", width)
        case ShortAnswer(label=label, spans=spans):
            return f"{label}\n{_indented(_wrap(_text(spans), width - 4))}"
        case Heading(spans=spans):
            return _underlined(_text(spans), "-", width)
        case Paragraph(spans=spans) | Disclaimer(spans=spans):
            return _wrap(_text(spans), width)
        case ItemList():
            return _list(block, closed, width)
        case Table():
            return _table(block, width)
        case Figure(alt=alt, caption=caption):
            return _wrap("\n".join(part for part in (f"[{alt}]", _text(caption)) if part), width)
        case Callout(title=title, blocks=inner, action=action, action_first=action_first):
            inside = list(_blocks(inner, closed, width - 4))
            if action:
                inside.insert(0 if action_first else len(inside), _wrap(action, width - 4))
            return "\n".join([_wrap(f"! {_text(title)}", width, hang=2), *map(_indented, inside)])
        case Fold(title=title, closed_on_each_visit=True):
            return f"{_wrap(f'+ {title}', width, hang=2)}\n{_indented(_wrap(closed, width - 4))}"
        case Fold(title=title, blocks=inner):
            return "\n".join([_wrap(f"+ {title}", width, hang=2), *map(_indented, _blocks(inner, closed, width - 4))])
        case SourceList(entries=entries):
            return "\n".join(
                _wrap(f"[{entry.number}] {entry.title}. {entry.detail} {entry.url}", width, hang=4) for entry in entries
            )
        case CardList(entries=cards):
            return "\n".join(_card(card, width) for card in cards)


def _card(card: CardEntry, width: int) -> str:
    lines = f"- {card.title} ({card.detail})" if card.detail else f"- {card.title}"
    return "\n".join([_wrap(lines, width, hang=2), *([_wrap(f"  {card.note}", width, hang=2)] if card.note else [])])


def _underlined(text: str, line: str, width: int) -> str:
    wrapped = _wrap(text, width)
    return f"{wrapped}\n{line * max(map(len, wrapped.splitlines()), default=0)}"


def _list(block: ItemList, closed: str, width: int) -> str:
    lines = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}. " if block.ordered else "- "
        inner = "\n".join(_blocks(item.blocks, closed, width - len(mark)))
        indented = textwrap.indent(inner, " " * len(mark))
        lines.append(mark + indented[len(mark) :])
    return "\n".join(lines)


def _table(table: Table, width: int) -> str:
    """Each row as lines of "label: value": columns would not fit a narrow terminal."""
    lines = [_wrap(_text(table.caption), width)] if table.caption else []
    for row in table.rows:
        first, *others = (_text(cell) for cell in row)
        lines.append(_wrap(f"* {first}", width, hang=2))
        labels = [_text(head) for head in table.header[1:]]
        lines.extend(
            _indented(_wrap(f"{label}: {cell}", width - 4, hang=2)) for label, cell in zip(labels, others, strict=True)
        )
    if table.note:
        lines.append(_wrap(_text(table.note), width))
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


def _wrap(text: str, width: int, *, hang: int = 0) -> str:
    """Lines of at most ``width`` characters, all but the first ``hang`` further in; only a longer word is longer."""
    return "\n".join(
        textwrap.fill(line, width, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False)
        for line in text.split("\n")
    )


def _indented(text: str) -> str:
    return textwrap.indent(text, "    ")
