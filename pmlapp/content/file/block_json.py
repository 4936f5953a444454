"""The blocks of a body as JSON, so that a reader need not parse Markdown to show a page.

Each block and span is a list: its kind, then its fields in order.  What was
written by another version is refused, and then the Markdown is parsed.
"""

import json
from collections.abc import Callable
from types import MappingProxyType
from typing import Any, Final

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
    Strong,
    Table,
    Term,
    Text,
)

VERSION: Final = 1
"""Raise it with every change of the kinds, of their fields, or of what the dialect means."""

_LONGEST: Final = 1_000_000
"""Characters; no body within the limits of the dialect comes near it."""


def to_json(blocks: tuple[Block, ...]) -> str:
    """The JSON of a body's blocks: ``[version, [block, …]]``, without spaces."""
    return json.dumps([VERSION, _plain(blocks)], ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> tuple[Block, ...]:
    """The blocks that `to_json` wrote.

    Raises:
        ValueError: it was not `to_json` of this version that wrote them.
    """
    if len(text) > _LONGEST:
        raise ValueError("longer than any page")
    try:
        version, blocks = json.loads(text)
        if version != VERSION:
            raise ValueError(f"version {version}")
        return _blocks(blocks)
    except (TypeError, LookupError, RecursionError) as error:
        raise ValueError(f"not the blocks of a page: {error}") from error


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        fields = [_plain(field) for field in value]
        kind = type(value).__name__
        # Whom to call, and where an emergency box says so, is the site's choice and never the article's.
        return [kind, *fields[: len(_KINDS[kind][1])]] if kind in _KINDS else fields
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _id(value: Any) -> BlockId:
    return BlockId(_text(value))


def _number(value: Any) -> int:
    if type(value) is not int:
        raise TypeError("no number")
    return value


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError("neither true nor false")
    return value


def _node(value: Any, kinds: frozenset[str]) -> Any:
    kind = value[0]
    if kind not in kinds:
        raise ValueError(f"a {kind} is where none can be")
    make, fields = _KINDS[kind]
    return make(*[read(field) for read, field in zip(fields, value[1:], strict=True)])


def _several(kinds: frozenset[str]) -> Callable[[Any], tuple[Any, ...]]:
    return lambda values: tuple([_node(value, kinds) for value in _list(values)])


def _list(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise TypeError("no list")
    return value


_SPAN_KINDS: Final = frozenset({"Text", "Strong", "Emphasis", "Link", "Term", "Citation", "LineBreak"})
_BLOCK_KINDS: Final = frozenset({"Heading", "Paragraph", "ItemList", "Table", "Figure", "Callout", "Fold"})

_spans = _several(_SPAN_KINDS)
_blocks = _several(_BLOCK_KINDS)
_items = _several(frozenset({"ListItem"}))


def _row(value: Any) -> tuple[Any, ...]:
    return tuple([_spans(cell) for cell in _list(value)])


def _rows(value: Any) -> tuple[Any, ...]:
    return tuple([_row(row) for row in _list(value)])


def _aligns(value: Any) -> tuple[Align, ...]:
    return tuple([Align(each) for each in _list(value)])


_KINDS: Final[MappingProxyType[str, tuple[Callable[..., Any], tuple[Callable[[Any], Any], ...]]]] = MappingProxyType(
    {
        "Text": (Text, (_text,)),
        "Strong": (Strong, (_spans,)),
        "Emphasis": (Emphasis, (_spans,)),
        "Link": (Link, (_text, _spans)),
        "Term": (Term, (_text, _spans)),
        "Citation": (Citation, (_text, _number)),
        "LineBreak": (LineBreak, ()),
        "Heading": (Heading, (_id, _number, _text, _spans)),
        "Paragraph": (Paragraph, (_id, _spans)),
        "ListItem": (ListItem, (_id, _blocks)),
        "ItemList": (ItemList, (_id, _switch, _number, _items)),
        "Table": (Table, (_id, _spans, _row, _rows, _aligns, _spans)),
        "Figure": (Figure, (_id, _text, _text, _spans)),
        "Callout": (Callout, (_id, Care, _spans, _blocks)),
        "Fold": (Fold, (_id, _text, _switch, _blocks)),
    }
)
