"""What is different between two texts of a page: sentence by sentence, each with the heading above it."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final, NamedTuple

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
)
from pmlapp.content.sentences import sentences_in

_ALIKE: Final = 0.4
"""From here on, of 1, two sentences are one that was changed; below, one was taken out and another put in."""


class Said(NamedTuple):
    """A sentence of a page, a heading, or a row of a table in words."""

    place: str
    """The heading above it; "" above the first."""
    words: str


class Difference(NamedTuple):
    """One sentence that is not the same; of ``before`` and ``now`` one may be empty."""

    place: str
    before: str
    now: str


def said_by(title: str, short_answer: str, body: tuple[Block, ...]) -> tuple[Said, ...]:
    """All that a page says, in order: its title, its short answer, and each sentence of its body."""
    answer = (Said("", sentence) for sentence in sentences_in(short_answer))
    return (Said("", title), *answer, *_sentences(body, [""]))


def differences(before: Sequence[Said], now: Sequence[Said]) -> tuple[Difference, ...]:
    """Every sentence in which two texts of a page differ, in the order of the page.

    A sentence that was moved is taken out in one place and put in at the other.
    """
    found: list[Difference] = []
    matched = SequenceMatcher(None, [each.words for each in before], [each.words for each in now], autojunk=False)
    for same, start, end, new_start, new_end in matched.get_opcodes():
        if same != "equal":
            found += _paired(before[start:end], now[new_start:new_end])
    return tuple(found)


def _paired(old: Sequence[Said], new: Sequence[Said]) -> Iterator[Difference]:
    """One by one where there are as many, else each new sentence with the first old one that is much like it."""
    if len(old) == len(new):
        yield from (Difference(now.place, before.words, now.words) for before, now in zip(old, new, strict=True))
        return
    waiting = list(old)
    for each in new:
        like = next((number for number, other in enumerate(waiting) if _alike(other.words, each.words)), None)
        if like is None:
            yield Difference(each.place, "", each.words)
            continue
        for gone in waiting[:like]:
            yield Difference(gone.place, gone.words, "")
        yield Difference(each.place, waiting[like].words, each.words)
        del waiting[: like + 1]
    for gone in waiting:
        yield Difference(gone.place, gone.words, "")


def _alike(one: str, other: str) -> bool:
    # By words: letters alone make any two sentences look alike.
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio() >= _ALIKE


def _sentences(blocks: tuple[Block, ...], place: list[str]) -> Iterator[Said]:
    """The sentences of blocks; ``place`` holds the last heading met, and moves on."""
    for block in blocks:
        match block:
            case Heading(spans=spans):
                place[0] = plain(spans)
                yield Said(place[0], place[0])
            case Paragraph(spans=spans):
                yield from _said(place[0], plain(spans))
            case ItemList(items=items):
                for item in items:
                    yield from _sentences(item.blocks, place)
            case Table(header=header, rows=rows):
                yield from _said(place[0], plain(block.caption))
                heads = [plain(head) for head in header]
                for row in rows:
                    cells = zip(heads, map(plain, row), strict=True)
                    yield Said(place[0], "; ".join(f"{head}: {cell}" if head else cell for head, cell in cells))
                yield from _said(place[0], plain(block.note))
            case Figure(alt=alt, caption=caption):
                yield from _said(place[0], alt)
                yield from _said(place[0], plain(caption))
            case Callout(title=title, blocks=inner):
                yield from _said(place[0], plain(title))
                yield from _sentences(inner, place)
            case Fold(title=title, blocks=inner):
                yield from _said(place[0], title)
                yield from _sentences(inner, place)
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
                # What surrounds a body is made by the program, and not what an author changed.
                pass


def _said(place: str, text: str) -> Iterator[Said]:
    return (Said(place, sentence) for sentence in sentences_in(" ".join(text.split())))
