"""The blocks of a body come back from JSON as they went in, and nothing else comes out of it."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pmlapp.content.file.block_json import VERSION, from_json, to_json
from pmlapp.content.file.store import ContentStore
from pmlapp.content.markdown.markdown import ArticleParser

EVERYTHING = """\
## Heading {#own}

Text with **strong**, *stress*, [a link](#own), [a word](glossary:myelin), a citation[^S1] and \x20
more.

1. step
    - point

!!! emergency "Call for help now if:"
    - it is sudden

??? outlook "information about outlook"
    Table: People[^S2]

    | Kind | Number |
    |---|--:|
    | one | 1 |

    Note: Few.

![A nerve, in words](media:nerve.svg)

Figure: A nerve
"""


@pytest.mark.parametrize("markdown", [EVERYTHING, "One paragraph.\n", ""])
def test_what_was_parsed_comes_back_from_json(markdown: str) -> None:
    blocks = ArticleParser().parse(markdown).blocks
    assert from_json(to_json(blocks)) == blocks


def test_the_bundled_library_keeps_the_blocks_of_its_markdown(bundled_library: Path) -> None:
    store = ContentStore.open(bundled_library)
    parser = ArticleParser()
    for summary in store.summaries():
        article = store.article(summary.id)
        assert from_json(store.page(article.id)[1]) == parser.parse(article.body).blocks
    store.close()


def test_blocks_of_another_version_are_refused() -> None:
    with pytest.raises(ValueError, match="version 0"):
        from_json("[0,[]]")


@pytest.mark.parametrize(
    "nodes",
    [
        [["Script", "x"]],
        [["Text", "a span where a block belongs"]],
        [["Paragraph", "b1", [["Paragraph", "b2", []]]]],
        [["Paragraph", "b1"]],
        [["Paragraph", "b1", [["Text", 5]]]],
        [["Heading", "b1", "2", "a", []]],
        [["Callout", "b1", "deadly", [], []]],
        [["Callout", "b1", "info", [], [], "call somebody else"]],
        [["Paragraph", "b1", "text"]],
        [[]],
        ["Paragraph"],
        {"Paragraph": 1},
        None,
    ],
)
def test_what_is_no_page_is_refused(nodes: object) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_json(json.dumps([VERSION, nodes]))


@pytest.mark.parametrize("text", ["", "null", "[1]", "[1,2,3]", "[" * 100_000, '[1,["' + "x" * 2_000_000 + '"]]'])
def test_what_is_no_json_of_ours_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        from_json(text)


@given(
    some.recursive(some.none() | some.integers() | some.text(max_size=5), lambda inner: some.lists(inner, max_size=4))
)
def test_nothing_but_a_value_error_comes_of_foreign_json(value: object) -> None:
    try:
        blocks = from_json(json.dumps([VERSION, value]))
    except ValueError:
        return
    assert blocks == ()
