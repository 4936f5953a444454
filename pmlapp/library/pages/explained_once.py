"""Each hard word is explained where a page first uses it, and is a plain word from then on."""

from typing import Any

from pmlapp.content.page import Block, Term


def explained_once(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with every explanation but the first of each word taken away; its words stay."""
    keys: list[str] = []
    _collect(blocks, keys)
    if len(keys) == len(set(keys)):
        return blocks
    kept: tuple[Block, ...] = _without(blocks, set())
    return kept


def _collect(part: Any, keys: list[str]) -> None:
    if isinstance(part, Term):
        keys.append(part.key)
    if isinstance(part, tuple):
        for each in part:
            _collect(each, keys)


def _without(part: Any, seen: set[str]) -> Any:
    """The same part of a page, in which a word that was ``seen`` is a span of plain words."""
    if not isinstance(part, tuple):
        return part
    fields: tuple[str, ...] = getattr(part, "_fields", ())
    if fields:
        if isinstance(part, Term):
            seen.add(part.key)
        return type(part)(*(_without(getattr(part, name), seen) for name in fields))
    kept: list[Any] = []
    for each in part:
        if isinstance(each, Term) and each.key in seen:
            kept.extend(each.spans)
        else:
            kept.append(_without(each, seen))
    return tuple(kept)
