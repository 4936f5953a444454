"""A page as plain text: every word of it, in order, on lines that fit a terminal."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.page import (
    Block,
    BlockId,
    Breadcrumb,
    Callout,
    CardEntry,
    CardList,
    Care,
    Crumb,
    Disclaimer,
    Fold,
    ItemList,
    ListItem,
    Notice,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceEntry,
    SourceList,
    Text,
    Title,
)
from pmlapp.content.page_text import page_text
from tests.conftest import OpenStore

CLOSED = "Closed until you ask."
WIDTH = 76

WORD = st.text(alphabet="abcdé[]-.", min_size=1, max_size=14)
SENTENCE = st.lists(WORD, min_size=1, max_size=40).map(" ".join)
PARAGRAPH = SENTENCE.map(lambda words: Paragraph(BlockId("p"), (Text(words),)))
NAME = BlockId("b")


def a_list(ordered: bool, start: int, points: list[tuple[Block, ...]]) -> ItemList:
    return ItemList(NAME, ordered, start, tuple(ListItem(NAME, blocks) for blocks in points))


def holders(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(a_list, st.booleans(), st.integers(1, 120), st.lists(blocks, min_size=1, max_size=3)),
        st.builds(
            lambda title, held: Callout(NAME, Care.EMERGENCY, (Text(title),), held, "Call 112 now"), SENTENCE, blocks
        ),
        st.builds(lambda title, held: Fold(NAME, title, False, held), SENTENCE, blocks),
    )


BLOCKS = st.lists(
    st.one_of(
        SENTENCE.map(lambda title: Title(NAME, title)),
        SENTENCE.map(lambda title: Breadcrumb(NAME, (Crumb("Home", "page:home"), Crumb(title, "")))),
        SENTENCE.map(lambda words: ReviewLine(NAME, "review-none", words, "Not reviewed.")),
        SENTENCE.map(lambda words: Notice(NAME, Care.URGENT, "clock", words, "Ask your care team.")),
        SENTENCE.map(lambda words: ShortAnswer(NAME, "Short answer", (Text(words),))),
        SENTENCE.map(lambda words: Disclaimer(NAME, (Text(words),))),
        SENTENCE.map(lambda words: SourceList(NAME, (SourceEntry(7, "S7", words, "A journal.", "https://e.org"),))),
        SENTENCE.map(lambda words: CardList(NAME, (CardEntry("article:a/b", words, "read on"),))),
        st.recursive(PARAGRAPH, holders, max_leaves=5),
    ),
    max_size=5,
).map(tuple)


def text_of(*blocks: Block) -> str:
    return page_text(Page("a/b", "en", "A page", blocks), closed=CLOSED)


def written(markdown: str) -> str:
    return text_of(*ArticleParser().parse(markdown).blocks)


@given(BLOCKS)
def test_no_line_is_wider_than_a_terminal(blocks: tuple[Block, ...]) -> None:
    assert [line for line in text_of(*blocks).split("\n") if len(line) > WIDTH] == []


@given(SENTENCE)
def test_no_word_is_lost_or_moved(words: str) -> None:
    paragraph = Paragraph(NAME, (Text(words),))
    for block in (paragraph, Fold(NAME, "f", False, (a_list(False, 1, [(paragraph,)]),))):
        assert " ".join(text_of(block).split()).endswith(words)


@pytest.mark.parametrize("room", [0, 8])
def test_a_word_longer_than_a_line_stays_whole_on_a_line_of_its_own(room: int) -> None:
    address = "https://example.org/" + "a" * 80
    block: Block = Paragraph(NAME, (Text(f"See {address} there"),))
    for _ in range(room // 4):
        block = Fold(NAME, "f", False, (block,))
    assert " " * room + address in text_of(block).split("\n")


def test_the_text_ends_in_one_line_break() -> None:
    assert text_of() == "\n"
    assert text_of(Title(NAME, "PML")) == "PML\n===\n"


def test_a_page_reads_from_top_to_bottom() -> None:
    assert written(
        "## How\n\n"
        "The virus **rests**.[^S1] It eats [myelin](glossary:myelin).\n\n"
        "3. first\n4. second\n    - a detail\n\n"
        '!!! emergency "Call for help now if:"\n    - a seizure\n    - great confusion\n\n'
        '??? more "the numbers"\n    Few.\n\n'
        "See [the NHS](https://www.nhs.uk) or [risk](article:risk/medicines).\n"
    ) == (
        "How\n---\n\n"
        "The virus rests.[1] It eats myelin.\n\n"
        "3. first\n4. second\n   - a detail\n\n"
        "! Call for help now if:\n    - a seizure\n    - great confusion\n\n"
        "+ the numbers\n    Few.\n\n"
        "See the NHS (https://www.nhs.uk) or risk.\n"
    )


def test_a_table_is_told_row_by_row_with_the_name_of_each_column() -> None:
    assert written(
        "Table: Who had it[^S1]\n\n"
        "| Illness | Share | People |\n|---|---|---|\n| HIV | 43.7% | about 44 |\n| Cancer | 21.9% | about 22 |\n\n"
        "Note: In France.\n"
    ) == (
        "Who had it[1]\n"
        "* HIV\n    Share: 43.7%\n    People: about 44\n"
        "* Cancer\n    Share: 21.9%\n    People: about 22\n"
        "In France.\n"
    )


def test_the_words_for_a_picture_stand_where_it_would_be() -> None:
    assert written("![A nerve fibre.](media:nerve.svg)\n\nFigure: What nerves look like.\n").startswith(
        "[A nerve fibre.]"
    )


def test_an_emergency_box_ends_with_whom_to_call() -> None:
    box = Callout(NAME, Care.EMERGENCY, (Text("If:"),), (Paragraph(NAME, (Text("a seizure"),)),), "Call 112 now")
    assert text_of(box) == "! If:\n    a seizure\n    Call 112 now\n"


def test_figures_about_outlook_are_not_met_by_accident() -> None:
    fold = Fold(NAME, "information about outlook", True, (Paragraph(NAME, (Text("Half of them died."),)),))
    for hidden in (fold, Callout(NAME, Care.INFO, (Text("Note"),), (fold,)), a_list(False, 1, [(fold,)])):
        assert "died" not in text_of(hidden)
        assert CLOSED in text_of(hidden)


def test_every_page_of_the_library_fits_a_terminal_but_for_long_addresses(
    open_store: OpenStore, bundled_library: Path
) -> None:
    store = open_store(bundled_library)
    parser = ArticleParser()
    for summary in store.summaries():
        for line in text_of(*parser.parse(store.article(summary.id).body).blocks).split("\n"):
            assert len(line) <= WIDTH or len(line.split()) == 1, summary.id
