"""The list for the visit, and codes to take home, as sheets of paper."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from pmlapp.content.model import Media
from pmlapp.content.page import (
    Block,
    BlockId,
    Figure,
    Heading,
    ItemList,
    LineBreak,
    ListItem,
    Paragraph,
    Span,
    Text,
    Title,
)
from pmlapp.library.pages.leaflet import LeafletPart
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.take_home import QUIET, Code, TakeHome
from pmlapp.library.visit_questions import VisitQuestions

_CODE_PX: Final = 480
"""How wide a code is on a page at 100 %; on paper more than 8 cm."""


def visit_sheet(questions: VisitQuestions, words: PageWords, *, today: date) -> LeafletPart:
    """What is asked, numbered, and what was noticed; the reader wrote it, so it has no review and no number."""
    asked = (*(each.question for each in questions.ticked), *questions.own)
    blocks: list[Block] = [
        Title(BlockId("visit"), words.visit_list),
        Paragraph(BlockId("visit-day"), (Text(words.day(today)),)),
    ]
    if asked:
        blocks.append(_lines("visit-asked", asked, ordered=True))
    if questions.noticed:
        heading = Heading(BlockId("visit-noticed-heading"), 2, "visit-noticed", (Text(words.visit_noticed),))
        blocks += [heading, _lines("visit-noticed", questions.noticed, ordered=False)]
    return LeafletPart(words.visit_list, "", "", tuple(blocks), "", ("", ""))


def _lines(name: str, lines: tuple[str, ...], *, ordered: bool) -> ItemList:
    items = tuple(
        ListItem(
            BlockId(f"{name}-{number}"),
            (Paragraph(BlockId(f"{name}-{number}-text"), (Text(line),)),),
        )
        for number, line in enumerate(lines, 1)
    )
    return ItemList(BlockId(name), ordered, 1, items)


def code_sheet(taken: TakeHome, codes: Sequence[Code], words: PageWords) -> LeafletPart:
    """The codes of a text, each above the very words that it holds; the pictures are those of `code_pictures`."""
    blocks: list[Block] = [
        Title(BlockId("take-home"), taken.title),
        Paragraph(BlockId("take-home-steps"), (Text(words.code_steps),)),
    ]
    for number, code in enumerate(codes, 1):
        figure = Figure(BlockId(f"code-{number}"), code_name(number), words.code_alt, ())
        lines = Paragraph(BlockId(f"code-{number}-words"), _broken(code.text))
        blocks += [figure, lines]
    return LeafletPart(taken.title, "", "", tuple(blocks), "", ("", ""))


def code_pictures(codes: Sequence[Code]) -> dict[str, Media]:
    """The codes as drawings by the names that `code_sheet` gives them: black on white, with their quiet edge."""
    found = {}
    for number, code in enumerate(codes, 1):
        side = code.modules + 2 * QUIET
        black = [(x, y) for y, row in enumerate(code.rows) for x, module in enumerate(row) if module]
        squares = "".join(f"M{x + QUIET} {y + QUIET}h1v1h-1z" for x, y in black)
        drawing = (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{_CODE_PX}" height="{_CODE_PX}" '
            f'viewBox="0 0 {side} {side}"><path d="M0 0h{side}v{side}h-{side}z" fill="#FFFFFF"/>'
            f'<path d="{squares}" fill="#000000" shape-rendering="crispEdges"/></svg>'
        )
        name = code_name(number)
        found[name] = Media(name=name, media_type="image/svg+xml", data=drawing.encode())
    return found


def code_name(number: int) -> str:
    """The name of the picture of a code."""
    return f"take-home/code-{number}.svg"


def _broken(text: str) -> tuple[Span, ...]:
    """A text with its lines."""
    spans: list[Span] = []
    for line in text.split("\n"):
        spans += [Text(line), LineBreak()]
    return tuple(spans[:-1])
