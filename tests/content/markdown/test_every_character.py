"""What is built shows every character that the author wrote, or is refused."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.markdown.markdown_text import plain_lines
from pmlapp.content.page import (
    Block,
    Citation,
    Emphasis,
    Heading,
    ItemList,
    LineBreak,
    Link,
    Paragraph,
    Span,
    Strong,
    Term,
    Text,
    plain,
)


@pytest.fixture(scope="module")
def parser() -> ArticleParser:
    return ArticleParser()


@pytest.mark.parametrize(
    "written",
    [
        "HLA-B*57:01 and HLA-B*15:02",
        "CYP2D6*4 slows it, CYP2D6*1 does not",
        "3*4*5 is 60",
        "2**3**4",
        "HLA-B*(57) or C*(07)",
        "Study A* and study B* agree",
        "3 * 4 * 5",
        "(*) first, (*) second",
        "*Only in adults",
        "x_1, y_2 and z_3",
        "snake_case_name",
    ],
)
def test_a_mark_inside_a_word_stays_on_the_page_and_in_the_index(parser: ArticleParser, written: str) -> None:
    (paragraph,) = parser.parse(written).blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.spans) == written
    assert plain_lines(written) == [written]


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("*HLA-B*57:01* was *tested*", "HLA-B*57:01 was tested"),
        ("**HLA-B*57:01**", "HLA-B*57:01"),
        ("“*so*”, *then*.", "“so”, then."),
        ("***both***", "both"),
        ("__bold__ and _stress_", "bold and stress"),
        ("这是**粗体**文字", "这是粗体文字"),
        ("HLA-B\\*57:01", "HLA-B*57:01"),
        ("\\$5 \\'and\\' 2\\^3", "$5 'and' 2^3"),
        ("[HLA-B*57](https://a.org/B*57_x_1)", "HLA-B*57"),
    ],
)
def test_marks_around_words_are_still_marks(parser: ArticleParser, written: str, shown: str) -> None:
    (paragraph,) = parser.parse(written).blocks
    assert isinstance(paragraph, Paragraph)
    assert plain(paragraph.spans) == shown
    assert plain_lines(written) == [shown]


def test_a_link_keeps_the_marks_of_its_address(parser: ArticleParser) -> None:
    (paragraph,) = parser.parse("[here](https://a.org/B*57_x_1)").blocks
    assert paragraph == Paragraph(paragraph.id, (Link("https://a.org/B*57_x_1", (Text("here"),)),))


PIECES = st.text(
    st.sampled_from("abzHLAB0157 é血س*_\\:;,.-–()[]{}^~=+|$@%/'\"“”!?#<>&"),
    min_size=1,
    max_size=14,
)
LAYOUT = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\n- ", "\n1. ", "\n## ", "**", "*", "_", "__", "*4", "B*57"])


@given(st.lists(PIECES | LAYOUT, min_size=1, max_size=12))
def test_nothing_that_was_written_is_lost(parser: ArticleParser, pieces: list[str]) -> None:
    """The page, turned back into Markdown, is the text again: marks are made of spans, all else is there."""
    text = "".join(pieces)
    body, mistakes, _ = parser.examine(text)
    if mistakes:
        return
    assert re.fullmatch(_of_blocks(body.blocks), "".join(text.split())), body.blocks


def _of_blocks(blocks: tuple[Block, ...]) -> str:
    return "".join(map(_of_block, blocks))


def _of_block(block: Block) -> str:
    match block:
        case Paragraph(spans=spans):
            return _of_spans(spans)
        case Heading(level=level, spans=spans):
            return "#" * level + _of_spans(spans) + r"(?:\{#[a-z0-9-]+\})?#*"
        case ItemList(items=items):
            return "".join(rf"(?:[-*+]|\d+\.){_of_blocks(item.blocks)}" for item in items)
        case _:
            raise AssertionError(f"no such block was written: {block}")


def _of_spans(spans: tuple[Span, ...]) -> str:
    return "".join(map(_of_span, spans))


def _of_span(span: Span) -> str:
    match span:
        case Text(text):
            return "".join(rf"\\?{re.escape(letter)}" for letter in "".join(text.split()))
        case Strong(inner):
            return rf"(?:\*\*|__){_of_spans(inner)}(?:\*\*|__)"
        case Emphasis(inner):
            return rf"[*_]{_of_spans(inner)}[*_]"
        case Link(_, inner) | Term(_, inner):
            return rf"\[{_of_spans(inner)}\]\([^()]*\)"
        case Citation(key):
            return rf"\[\^{re.escape(key)}\]"
        case LineBreak():
            return ""
