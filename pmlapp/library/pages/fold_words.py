"""What the head of a fold says, so that nobody has to open it to find out what it holds."""

from typing import NamedTuple

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
)
from pmlapp.library.pages.page_words import PageWords


class FoldHead(NamedTuple):
    """``button`` is what opens or closes the fold; ``kind`` is empty unless folds of one kind all begin alike."""

    button: str
    kind: str
    summary: str

    def detail(self, words: PageWords) -> str:
        """What the fold holds, in one line."""
        return words.fold_holds.format(kind=self.kind, summary=self.summary) if self.kind else self.summary


def fold_head(fold: Fold, words: PageWords, *, is_open: bool) -> FoldHead:
    """The words of a fold's head.

    Of a title such as "figures: after one year" the kind is set apart, so that folds differ at the first word.
    """
    kind, colon, named = fold.title.partition(": ")
    if not colon:
        kind, named = "", fold.title
    button = (words.hide_fold if is_open else words.show_fold).format(title=named)
    return FoldHead(button, kind, summary_of(fold.blocks, words))


def summary_of(blocks: tuple[Block, ...], words: PageWords) -> str:
    """What a fold holds, counted by kind."""
    said: list[str] = []
    paragraphs = sum(isinstance(block, Paragraph) for block in blocks)
    if paragraphs:
        said.append(words.paragraphs_one if paragraphs == 1 else words.paragraphs_many.format(count=paragraphs))
    for block in blocks:
        match block:
            case ItemList(items=items):
                said.append(words.points_one if len(items) == 1 else words.points_many.format(count=len(items)))
            case Table(rows=rows):
                said.append(words.table_rows_one if len(rows) == 1 else words.table_rows_many.format(count=len(rows)))
            case Figure():
                said.append(words.picture)
            case SourceList(entries=entries):
                said.append(words.sources_many.format(count=len(entries)))
            case (
                Heading()
                | Paragraph()
                | Callout()
                | Fold()
                | Breadcrumb()
                | Title()
                | Notice()
                | ReviewLine()
                | ShortAnswer()
                | CardList()
                | Disclaimer()
            ):
                pass
    return ", ".join(said)
