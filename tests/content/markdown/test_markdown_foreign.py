"""Text of other programs is refused with its line and with what to write here."""

import time
from pathlib import Path

import pytest

from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.markdown.markdown_foreign import FOREIGN, Foreign, foreign

DOCS = Path(__file__).parents[3] / "docs" / "article-format.md"
SECONDS = 2.0
"""The longest a person may wait for a refusal; usually it is a tenth of it."""


@pytest.fixture(scope="module")
def parser() -> ArticleParser:
    return ArticleParser()


def table() -> str:
    """The constructs as docs/article-format.md lists them."""
    rows = [f"| {each.name} | {each.origin} | {_code(each.example)} | {_cell(each.instead)} |" for each in FOREIGN]
    return "\n".join(("| what | of | such as | here |", "|---|---|---|---|", *rows)) + "\n"


def _code(text: str) -> str:
    """As code in a cell: two lines become two pieces of it, and a bar is no cell's end."""
    return " ".join(f"`{_cell(line)}`" for line in text.split("\n"))


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


@pytest.mark.parametrize("construct", FOREIGN, ids=lambda each: f"{each.origin}: {each.name}")
def test_a_construct_of_another_program_is_refused_with_its_line(parser: ArticleParser, construct: Foreign) -> None:
    at_start = construct.name == "a title block"
    text = f"{construct.example}\n" if at_start else f"One.\n\nTwo.\n\n{construct.example}\n\nThree.\n"
    first = 1 if at_start else 5
    found = [mistake for mistake in parser.mistakes(text) if mistake.reason == construct.reason]
    assert [mistake.line for mistake in found] in ([first], [first + 1])
    assert construct.instead in found[0].reason


@pytest.mark.parametrize("construct", FOREIGN, ids=lambda each: f"{each.origin}: {each.name}")
def test_its_characters_may_still_be_written(construct: Foreign) -> None:
    """Behind backslashes they are characters like all others."""
    escaped = "".join(f"\\{each}" if not each.isalnum() and each not in " _\n" else each for each in construct.example)
    if construct.sign.startswith("\\"):
        return  # the backslash itself is what is refused
    assert list(foreign(f"One.\n\n{escaped}\n")) == []


@pytest.mark.parametrize(
    "written",
    [
        "It costs $5 here and $10 there.",
        "About ~5 to ~10 of 100; a ratio of 1:2:3.",
        "At 10:30: a pause of 5'' and x^2 + y^2.",
        "See (below), and (a) not that.",
        "a. m. or p. m.",
        "Term\nand: more",
        "| a | b |\n|---|---|\n| c | d |",
        "## A heading {#anchor}",
        "C++ is ++ a sign",
        "[a](https://a.org/x:y:z)",
        "He waited -- and went.",
        "it ends in\n1) of a sentence that was wrapped",
        "5 % of them",
    ],
)
def test_prose_is_left_alone(written: str) -> None:
    assert list(foreign(written)) == []


def test_every_line_is_reported_once(parser: ArticleParser) -> None:
    """A grid table from Word, by way of pandoc."""
    grid = "+-----+-----+\n| a   | b   |\n+=====+=====+\n| c   | d   |\n+-----+-----+\n"
    found = parser.mistakes(f"One.\n\n{grid}")
    assert [mistake.line for mistake in found if "a grid table" in mistake.reason] == [3, 5, 7]
    assert len({mistake.line for mistake in found}) == len(found)


@pytest.mark.parametrize(
    "sign", ["$", "{", "[", "[[", "~a", ":a", "--", "[@", "[https://a ", "++a+", "a. x\n", "''", "== "]
)
def test_no_text_takes_long_to_look_through(sign: str) -> None:
    text = sign * (100_000 // len(sign))
    start = time.perf_counter()
    list(foreign(text))
    assert time.perf_counter() - start < SECONDS


def test_the_docs_list_all_of_them() -> None:
    assert len(FOREIGN) >= 25
    assert table() in DOCS.read_text(encoding="utf-8")
