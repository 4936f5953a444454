"""What changed on a page: sentence by sentence, before and now, in a table that every output can show."""

from collections.abc import Callable, Sequence
from typing import Final

from pmlapp.content.edition import EarlierText
from pmlapp.content.model import Article
from pmlapp.content.page import Align, Block, BlockId, ItemList, ListItem, Paragraph, Table, Text
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.sentence_changes import Difference, differences, said_by

_MOST_SHOWN: Final = 40
"""A page that differs in more sentences was written from scratch: better to read it than to compare."""


class Changes:
    """Compares the texts of pages; ``parse`` turns Markdown into blocks."""

    def __init__(self, words: PageWords, parse: Callable[[str], tuple[Block, ...]]) -> None:
        self._words = words
        self._parse = parse

    def since(self, before: EarlierText, now: Article) -> tuple[Difference, ...]:
        """Every sentence in which a page differs from what it said in an earlier edition, in the order of the page."""
        said = (said_by(text.title, text.short_answer, self._parse(text.body)) for text in (before, now))
        return differences(*said)

    def blocks(self, name: str, found: Sequence[Difference], reasons: Sequence[str] = ()) -> tuple[Block, ...]:
        """A row for each sentence: where it is, what it said, what it says now; below it why.

        Args:
            name: what the ids of the blocks begin with, unique on its page.
            found: what is different; at most 40 of them are shown, and the others counted.
            reasons: why the text was changed, the newest first.
        """
        words = self._words
        rows = tuple(
            tuple(
                (Text(cell),)
                for cell in (
                    each.place or words.at_the_start,
                    each.before or words.was_not_there,
                    each.now or words.is_gone,
                )
            )
            for each in found[:_MOST_SHOWN]
        )
        blocks: list[Block] = []
        if rows:
            header = tuple((Text(head),) for head in (words.change_place, words.change_before, words.change_now))
            hidden = len(found) - len(rows)
            note = (Text(words.more_changes.format(count=hidden)),) if hidden else ()
            blocks.append(Table(BlockId(f"{name}-table"), (), header, rows, (Align.START,) * 3, note))
        if len(reasons) == 1:
            blocks.append(Paragraph(BlockId(f"{name}-why"), (Text(words.change_reason.format(reason=reasons[0])),)))
        elif reasons:
            blocks.append(Paragraph(BlockId(f"{name}-why"), (Text(words.change_reasons),)))
            blocks.append(ItemList(BlockId(f"{name}-reasons"), False, 1, _items(name, reasons)))
        return tuple(blocks)


def _items(name: str, texts: Sequence[str]) -> tuple[ListItem, ...]:
    return tuple(
        ListItem(BlockId(f"{name}-reason-{n}"), (Paragraph(BlockId(f"{name}-reason-{n}-text"), (Text(text),)),))
        for n, text in enumerate(texts, 1)
    )
