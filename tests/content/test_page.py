"""The page as values: what equals what, in which order blocks are met, and the plain words of a line."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pmlapp.content.page import (
    Block,
    BlockId,
    Callout,
    Care,
    Citation,
    Emphasis,
    Fold,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Span,
    Strong,
    Term,
    Text,
    plain,
    walk,
)

WORDS = st.text(alphabet="abc é\u202f-", max_size=12)
SPANS = st.recursive(
    st.one_of(WORDS.map(Text), st.just(LineBreak()), st.integers(1, 40).map(lambda n: Citation(f"S{n}", n))),
    lambda inner: st.one_of(
        st.builds(lambda spans: Strong(tuple(spans)), st.lists(inner, max_size=3)),
        st.builds(lambda spans: Emphasis(tuple(spans)), st.lists(inner, max_size=3)),
        st.builds(lambda spans: Link("article:a/b", tuple(spans)), st.lists(inner, max_size=3)),
        st.builds(lambda spans: Term("myelin", tuple(spans)), st.lists(inner, max_size=3)),
    ),
    max_leaves=8,
)
LINES = st.lists(SPANS, max_size=6).map(tuple)


def paragraph(name: str) -> Paragraph:
    return Paragraph(BlockId(name), (Text(name),))


def test_the_words_of_a_line_lose_marks_and_citations_but_no_letter() -> None:
    line: tuple[Span, ...] = (
        Text("The "),
        Strong((Emphasis((Text("JC"),)), Text(" virus"))),
        Citation("S1", 1),
        Text(" eats "),
        Term("myelin", (Text("myelin"),)),
        LineBreak(),
        Link("article:a/b", (Text("more"),)),
    )
    assert plain(line) == "The JC virus eats myelin\nmore"


@given(LINES, LINES)
def test_the_words_of_two_lines_together_are_the_words_of_each(
    first: tuple[Span, ...], second: tuple[Span, ...]
) -> None:
    assert plain(first + second) == plain(first) + plain(second)


@given(LINES)
def test_no_mark_around_a_line_changes_its_words(line: tuple[Span, ...]) -> None:
    for marked in (Strong(line), Emphasis(line), Link("#a", line), Term("k", line)):
        assert plain((marked,)) == plain(line)


def test_blocks_are_met_in_reading_order_each_before_what_it_holds() -> None:
    blocks: tuple[Block, ...] = (
        paragraph("1"),
        ItemList(
            BlockId("2"),
            False,
            1,
            (
                ListItem(BlockId("2-1"), (paragraph("3"), ItemList(BlockId("4"), True, 1, ()))),
                ListItem(BlockId("2-2"), (paragraph("5"),)),
            ),
        ),
        Fold(BlockId("6"), "more", False, (Callout(BlockId("7"), Care.INFO, (), (paragraph("8"),)), paragraph("9"))),
    )
    assert [block.id for block in walk(blocks)] == [*"123456789"]


def test_an_empty_page_is_walked_in_no_step() -> None:
    assert list(walk(())) == []


ALIKE = (Strong((Text("a"),)), Emphasis((Text("a"),)), Link("x", ()), Term("x", ()))


@pytest.mark.parametrize(("one", "other"), list(permutations(ALIKE, 2)))
def test_values_of_two_kinds_are_never_the_same(one: Span, other: Span) -> None:
    assert one != other
    assert not one == other  # noqa: SIM201 both operators are ours
    assert len({one, other}) == 2


@given(LINES)
def test_values_with_the_same_content_are_the_same(line: tuple[Span, ...]) -> None:
    once, again = Paragraph(BlockId("b1"), line), Paragraph(BlockId("b1"), line)
    assert once == again
    assert not once != again  # noqa: SIM202 both operators are ours
    assert hash(once) == hash(again)


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Text("a").text = "b"  # type: ignore[misc]
