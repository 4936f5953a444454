"""Which part of a page a search leads to."""

from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from pmlapp.content.anchors import KEY_POINTS, TO_ASK
from pmlapp.content.file.schema import Stemmer
from pmlapp.content.page import (
    Block,
    BlockId,
    Callout,
    Care,
    Fold,
    Heading,
    ItemList,
    ListItem,
    Page,
    Paragraph,
    ShortAnswer,
    Table,
    Text,
    Title,
)
from pmlapp.library.search.finder import Finder, Wanted
from pmlapp.library.search.folding import Folding
from pmlapp.library.search.language import Language
from pmlapp.library.search.passage import Passage, best_passage, seek

ENGLISH = Folding(Language.of("en"))

MakeFinder = Callable[[str], Finder]


@pytest.fixture(scope="module")
def finder() -> Iterator[MakeFinder]:
    """``finder("virus kidney")``: what looks for these words."""
    with closing(Stemmer()) as stemmer:
        yield lambda words: Finder(tuple(Wanted(word, False) for word in words.split()), ENGLISH, stemmer.stems)


def text(name: str, words: str) -> Paragraph:
    return Paragraph(BlockId(name), (Text(words),))


def heading(name: str, words: str) -> Heading:
    return Heading(BlockId(name), 2, name, (Text(words),))


def points(name: str, *said: str) -> ItemList:
    items = tuple(ListItem(BlockId(f"{name}-{n}"), (text(f"{name}-{n}-text", each),)) for n, each in enumerate(said))
    return ItemList(BlockId(name), False, 1, items)


PAGE_TOP: tuple[Block, ...] = (
    Title(BlockId("title"), "What causes PML?"),
    ShortAnswer(BlockId("short-answer"), "Short answer", (Text("A common virus wakes up."),)),
)
BODY: tuple[Block, ...] = (
    text("lead", "Most people have met it."),
    heading("how", "How it happens"),
    text("rest", "The virus rests in the kidneys."),
    points("list", "First it wakes.", "Then it crosses into the brain."),
    heading("who", "Who is at risk"),
    Callout(BlockId("call"), Care.URGENT, (Text("Phone today"),), (text("weak", "A weak arm is a sign."),)),
    Table(BlockId("table"), (), ((Text("Medicine"),),), (((Text("Natalizumab"),),),), (), ()),
    Fold(BlockId("more"), "studies of families", False, (heading("study", "A study"), text("twins", "Two twins."))),
    Fold(BlockId("figures"), "information about outlook", True, (text("alive", "Seven in ten were alive."),)),
)
PAGE = Page(id="causes/pml", language="en", title="What causes PML?", blocks=(*PAGE_TOP, *BODY))


@pytest.mark.parametrize(
    ("asked", "section", "block", "folds"),
    [
        ("kidney", "how", "rest", ()),
        ("met", "lead", "lead", ()),
        ("crossing brain", "how", "list", ()),
        ("risk", "who", "who", ()),
        ("risk arm", "who", "call", ()),
        ("risk natalizumab", "who", "table", ()),
        ("families", "who", "more", ()),
        ("twin", "study", "twins", ("more",)),
        ("virus kidney", "how", "rest", ()),
        ("outlook", "who", "figures", ()),
    ],
)
def test_it_is_the_block_with_the_most_words_under_its_heading(
    finder: MakeFinder, asked: str, section: str, block: str, folds: tuple[str, ...]
) -> None:
    assert best_passage(PAGE, finder(asked)) == Passage(BlockId(section), BlockId(block), frozenset(folds))


@pytest.mark.parametrize("asked", ["virus", "causes pml", "causes virus kidney", "wakes", "zebra", "alive"])
def test_what_title_and_short_answer_say_as_well_is_read_from_the_top(finder: MakeFinder, asked: str) -> None:
    assert best_passage(PAGE, finder(asked)) is None


def test_the_words_are_found_in_every_form_and_only_behind_the_words_named(finder: MakeFinder) -> None:
    said = "Kidney?\nThe kidneys rest."
    assert [said[start:end] for start, end in seek(finder("kidney"))(said)] == ["Kidney", "kidneys"]
    assert [said[start:end] for start, end in seek(finder("kidney"), behind="Kidney?")(said)] == ["kidneys"]


def test_key_points_only_repeat_the_page_so_nobody_is_led_to_them(finder: MakeFinder) -> None:
    said = points("key-points-list", "The virus rests in the kidneys and wakes.", "A weak arm is a sign.")
    blocks = (*PAGE.blocks, heading(KEY_POINTS, "Key points"), said)
    passage = best_passage(PAGE._replace(blocks=blocks), finder("kidney arm sign"))
    assert passage is not None
    assert passage.block == "call"


def test_what_a_reader_can_ask_stands_nowhere_else_and_is_found(finder: MakeFinder) -> None:
    blocks = (*PAGE.blocks, heading(TO_ASK, "What you can ask"), points("ask", "Do I need a blood test?"))
    passage = best_passage(PAGE._replace(blocks=blocks), finder("blood test"))
    assert passage == Passage(BlockId(TO_ASK), BlockId("ask"))
