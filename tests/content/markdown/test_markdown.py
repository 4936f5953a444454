"""What an author writes, and the page that comes of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.page import (
    Align,
    Block,
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
    Paragraph,
    Strong,
    Table,
    Term,
    Text,
    plain,
    walk,
)
from pmlapp.errors import MarkdownRefusedError


@pytest.fixture(scope="module")
def parser() -> ArticleParser:
    return ArticleParser()


def only(parser: ArticleParser, text: str) -> Block:
    (block,) = parser.parse(text).blocks
    return block


def words(block: Block) -> str:
    return "\n".join(plain(inner.spans) for inner in walk((block,)) if isinstance(inner, Paragraph))


def test_an_empty_text_is_an_empty_page(parser: ArticleParser) -> None:
    assert parser.parse("").blocks == ()
    assert parser.parse("\n \n\t\n").blocks == ()


@pytest.mark.parametrize(
    ("written", "spans"),
    [
        ("plain words", (Text("plain words"),)),
        ("two\nlines are one", (Text("two lines are one"),)),
        ("**strong** and *stress*", (Strong((Text("strong"),)), Text(" and "), Emphasis((Text("stress"),)))),
        ("**very *much* so**", (Strong((Text("very "), Emphasis((Text("much"),)), Text(" so"))),)),
        ("one  \ntwo", (Text("one"), LineBreak(), Text("two"))),
        ("[myelin](glossary:myelin)", (Term("myelin", (Text("myelin"),)),)),
        ("[which](article:risk/medicines)", (Link("article:risk/medicines", (Text("which"),)),)),
        (
            "[**nhs**.uk](https://www.nhs.uk/a_(b))",
            (Link("https://www.nhs.uk/a_(b)", (Strong((Text("nhs"),)), Text(".uk"))),),
        ),
        (r"\*not\* \[this\](x) \<b> 5\_000 \`a\` \&amp;", (Text("*not* [this](x) <b> 5_000 `a` &amp;"),)),
        ("fewer than 200 (<200), a < b, R&D, 2 * 3", (Text("fewer than 200 (<200), a < b, R&D, 2 * 3"),)),
        ("snake_case_word", (Text("snake_case_word"),)),
    ],
)
def test_what_is_written_in_a_line_becomes_its_spans(
    parser: ArticleParser, written: str, spans: tuple[object, ...]
) -> None:
    block = only(parser, written)
    assert isinstance(block, Paragraph)
    assert block.spans == spans


def test_a_source_keeps_the_number_of_its_first_citation(parser: ArticleParser) -> None:
    body = parser.parse("## Why\n\nFirst.[^S9][^S2]\n\n- Again.[^S9]\n- New.[^S144b]")
    numbers = [
        (span.key, span.number)
        for block in walk(body.blocks)
        if isinstance(block, Paragraph)
        for span in block.spans
        if isinstance(span, Citation)
    ]
    assert numbers == [("S9", 1), ("S2", 2), ("S9", 1), ("S144b", 3)]
    assert body.cited == ("S9", "S2", "S144b")


def test_citations_are_numbered_as_they_are_met_in_captions_tables_and_titles(parser: ArticleParser) -> None:
    body = parser.parse(
        '!!! info "Title[^A]"\n    Text[^B]\n\n'
        "Table: Caption[^C]\n\n| Head[^D] | x |\n|---|---|\n| Cell[^E] | y |\n\nNote: Last[^F]"
    )
    assert body.cited == ("A", "B", "C", "D", "E", "F")


def test_a_heading_has_a_level_and_an_anchor_from_its_words(parser: ArticleParser) -> None:
    headings = parser.parse("## How it happens\n\n### Why *me*?\n\n#### Größe & Zahl\n\n## Other {#own}\n").blocks
    assert [(h.level, h.anchor, plain(h.spans)) for h in headings if isinstance(h, Heading)] == [
        (2, "how-it-happens", "How it happens"),
        (3, "why-me", "Why me?"),
        (4, "grösse-zahl", "Größe & Zahl"),
        (2, "own", "Other"),
    ]


def test_headings_of_the_same_words_have_different_anchors(parser: ArticleParser) -> None:
    headings = parser.parse("## Signs\n\n## Signs\n\n## Signs").blocks
    assert [h.anchor for h in headings if isinstance(h, Heading)] == ["signs", "signs-2", "signs-3"]


def test_a_link_on_the_page_may_lead_forward_and_back(parser: ArticleParser) -> None:
    body = parser.parse("[down](#b)\n\n## A\n\n## B\n\n[up](#a)")
    assert [block.spans for block in body.blocks if isinstance(block, Paragraph)] == [
        (Link("#b", (Text("down"),)),),
        (Link("#a", (Text("up"),)),),
    ]


def test_points_nest_by_four_spaces(parser: ArticleParser) -> None:
    block = only(parser, "- one\n- two\n    - inner **strong**\n        1. deep\n\n    more of two\n\n- three")
    assert isinstance(block, ItemList)
    assert len(block.items) == 3
    inner = block.items[1].blocks
    assert [type(part) for part in inner] == [Paragraph, ItemList, Paragraph]
    assert words(block) == "one\ntwo\ninner strong\ndeep\nmore of two\nthree"


def test_steps_are_numbered_from_where_they_start(parser: ArticleParser) -> None:
    block = only(parser, "4. four\n5. five")
    assert isinstance(block, ItemList)
    assert (block.ordered, block.start, len(block.items)) == (True, 4, 2)


def test_points_and_steps_after_each_other_are_two_lists(parser: ArticleParser) -> None:
    first, second = parser.parse("- a\n- b\n\n1. c\n2. d").blocks
    assert isinstance(first, ItemList)
    assert isinstance(second, ItemList)
    assert (first.ordered, second.ordered) == (False, True)


def test_a_callout_has_a_care_level_a_title_and_its_text(parser: ArticleParser) -> None:
    block = only(parser, '!!! emergency "Call for **help** if:"\n    - you cannot speak\n\n    Do not wait.\n')
    assert isinstance(block, Callout)
    assert block.care is Care.EMERGENCY
    assert plain(block.title) == "Call for help if:"
    assert [type(part) for part in block.blocks] == [ItemList, Paragraph]
    assert block.action == ""


@pytest.mark.parametrize(("kind", "closed_on_each_visit"), [("more", False), ("outlook", True)])
def test_a_fold_holds_text_until_it_is_opened(parser: ArticleParser, kind: str, closed_on_each_visit: bool) -> None:
    block = only(parser, f'??? {kind} "the *numbers*"\n    ## In it\n\n    Text.\n')
    assert isinstance(block, Fold)
    assert (block.title, block.closed_on_each_visit) == ("the numbers", closed_on_each_visit)
    assert [type(part) for part in block.blocks] == [Heading, Paragraph]


def test_text_after_a_callout_stands_outside_it(parser: ArticleParser) -> None:
    blocks = parser.parse('!!! info "A"\n    inside\n\noutside').blocks
    assert [type(block) for block in blocks] == [Callout, Paragraph]


TABLE = """Table: Risk by drug[^S1]

| Drug | *Cases* | Middle |
|:-----|--------:|:------:|
| a \\| b | 12 | |
| **c** | > 13 | - |

Note: counted in 2021.
"""


def test_a_table_has_a_caption_a_head_rows_and_a_note(parser: ArticleParser) -> None:
    block = only(parser, TABLE)
    assert isinstance(block, Table)
    assert plain(block.caption) == "Risk by drug"
    assert [plain(cell) for cell in block.header] == ["Drug", "Cases", "Middle"]
    assert [[plain(cell) for cell in row] for row in block.rows] == [["a | b", "12", ""], ["c", "> 13", "-"]]
    assert block.aligns == (Align.START, Align.END, Align.CENTRE)
    assert plain(block.note) == "counted in 2021."


def test_a_table_needs_neither_caption_nor_note(parser: ArticleParser) -> None:
    blocks = parser.parse("Before.\n\n| a | b |\n|---|---|\n| c | d |\n\nAfter.").blocks
    assert [type(block) for block in blocks] == [Paragraph, Table, Paragraph]
    table = blocks[1]
    assert isinstance(table, Table)
    assert (table.caption, table.note) == ((), ())


def test_a_picture_has_words_that_stand_for_it_and_a_caption(parser: ArticleParser) -> None:
    figure, after = parser.parse("![A nerve,\nbare](media:nerve-2.svg)\n\nFigure: Damage[^S3]\n\nAfter.").blocks
    assert isinstance(figure, Figure)
    assert (figure.media, figure.alt, plain(figure.caption)) == ("nerve-2.svg", "A nerve, bare", "Damage")
    assert isinstance(after, Paragraph)


def test_blocks_are_numbered_in_reading_order_and_points_within_their_list(parser: ArticleParser) -> None:
    body = parser.parse('## A\n\n- b\n    - c\n- d\n\n!!! info "E"\n    f\n\n' + TABLE)
    assert [block.id for block in walk(body.blocks)] == [f"b{number}" for number in range(1, 10)]
    outer = body.blocks[1]
    assert isinstance(outer, ItemList)
    assert [item.id for item in outer.items] == ["b2-1", "b2-2"]


def test_a_text_from_windows_reads_as_any_other(parser: ArticleParser) -> None:
    assert parser.parse("## A\r\n\r\n- b\r\n\t- c\r\n") == parser.parse("## A\n\n- b\n    - c\n")


def test_nothing_of_one_page_is_left_for_the_next(parser: ArticleParser) -> None:
    text = "## Same\n\nText.[^S1]"
    assert parser.parse(text) == parser.parse(text)


def test_words_of_scripts_that_need_joiners_and_no_spaces_are_kept(parser: ArticleParser) -> None:
    for text in (
        "می\u200cخواهم",
        "क्\u200dष",
        "ยา\u200bแก้\u200bปวด",
        "ជំងឺ\u200bខួរ",
        "ຢາ\u200bແກ້",
        "ဆေး\u200bရုံ",
        "进行性多灶性白质脑病" * 100,
    ):
        assert words(only(parser, text)) == text


PROSE = st.lists(
    st.text(
        st.characters(categories=["Lu", "Ll", "Lo", "Nd"], exclude_characters="\u0e33\u0eb3"), min_size=1, max_size=12
    ),
    min_size=1,
    max_size=20,
)


@given(PROSE)
def test_plain_words_come_out_as_they_went_in(parser: ArticleParser, typed: list[str]) -> None:
    assert words(only(parser, " ".join(typed))) == " ".join(typed)


MARKS = (
    "* ** _ __ [ ] ( ) ]( [^S1] [a](#b) ![a](media:b.svg) \\ ` < <b> &amp; ! # ## - 1. 0. | --- === > !!! ??? {#a} { }"
    " : a word é 血 Table: Note: Figure: https://a.org article:"
)
LAYOUT = (
    " ",
    "    ",
    "\n",
    "\n\n",
    "\n    ",
    "\t",
    '!!! info "x"\n    ',
    '??? more "y"\n    ',
    "\n| a | b |\n|--|--|\n",
)
PIECES = st.sampled_from([*MARKS.split(), *LAYOUT]) | st.text(max_size=3)


@given(st.lists(PIECES, max_size=60))
def test_any_text_is_read_or_refused_with_a_line_it_has(parser: ArticleParser, pieces: list[str]) -> None:
    text = "".join(pieces)
    mistakes = parser.mistakes(text)
    assert all(1 <= mistake.line <= text.count("\n") + 1 for mistake in mistakes)
    if mistakes:
        with pytest.raises(MarkdownRefusedError) as refusal:
            parser.parse(text)
        assert (refusal.value.line, refusal.value.reason) == mistakes[0][:2]
    else:
        ids = [block.id for block in walk(parser.parse(text).blocks)]
        assert ids == [f"b{number}" for number in range(1, len(ids) + 1)]
