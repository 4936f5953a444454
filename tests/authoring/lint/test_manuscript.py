"""An article as written: its lines, its sentences, and texts that are no articles."""

from pathlib import Path

import pytest

from pmlapp.authoring.lint.lint import file_on_desk, library_on_desk
from pmlapp.authoring.lint.manuscript import Manuscript
from pmlapp.authoring.lint.text_units import Role
from pmlapp.content.page import Figure, Heading, ItemList, Table
from tests.authoring.rules.case import TODAY, UNDER_TEST, write_library

BODY = """\
First one, of [myelin](glossary:myelin). It goes
on over two lines. The second
ends here.[^S1]

## A heading

- point one
- point two

    - nested. And more.

Table: What it shows

| Head | Share |
|---|--:|
| cell one | 1 |
| cell two | 2 |

Note: The note.

!!! urgent "Call if:"
    - you fall

??? more "the rest"
    Inside. The fold.

![A nerve.](media:nerve.svg)

Figure: Below it.
"""
FILES = {"media/nerve.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>'}


def written(folder: Path, body: str) -> Manuscript:
    desk = library_on_desk(write_library(folder, body, front={}, files=FILES), today=TODAY)
    assert desk.refused == ()
    return next(each for each in desk.manuscripts if each.path.endswith(f"{UNDER_TEST}.md"))


@pytest.fixture
def manuscript(tmp_path: Path) -> Manuscript:
    return written(tmp_path, BODY)


def line_with(manuscript: Manuscript, words: str) -> int:
    return next(number for number, line in enumerate(manuscript.lines, start=1) if words in line)


@pytest.mark.parametrize(
    ("sentence", "words", "role"),
    [
        ("What is it?", "title:", Role.TITLE),
        ("A virus wakes up in the brain.", "short_answer:", Role.SHORT_ANSWER),
        ("First one, of myelin.", "First one", Role.PARAGRAPH),
        ("It goes on over two lines.", "It goes", Role.PARAGRAPH),
        ("The second ends here.", "The second", Role.PARAGRAPH),
        ("A heading", "## A heading", Role.HEADING),
        ("point two", "- point two", Role.POINT),
        ("And more.", "- nested", Role.POINT),
        ("What it shows", "| Head", Role.CAPTION),
        ("Head", "| Head", Role.CELL),
        ("cell two", "| cell two", Role.CELL),
        ("Call if:", "!!! urgent", Role.BOX_TITLE),
        ("you fall", "- you fall", Role.POINT),
        ("the rest", "??? more", Role.BOX_TITLE),
        ("The fold.", "Inside. The fold.", Role.PARAGRAPH),
        ("A nerve.", "![A nerve.]", Role.PICTURE),
    ],
)
def test_every_sentence_knows_its_line_and_role(manuscript: Manuscript, sentence: str, words: str, role: Role) -> None:
    found = [each for each in manuscript.sentences if each.text == sentence and each.unit.role is role]
    assert [each.line for each in found] == [line_with(manuscript, words)]


@pytest.mark.parametrize(
    ("kind", "words"), [(Heading, "## A"), (ItemList, "- point one"), (Table, "| Head"), (Figure, "![A")]
)
def test_a_block_knows_its_first_line(manuscript: Manuscript, kind: type, words: str) -> None:
    first = next(placed for placed in manuscript.blocks if isinstance(placed.block, kind))
    assert first.line == line_with(manuscript, words)


def test_a_passage_knows_its_section_and_what_it_stands_in(manuscript: Manuscript) -> None:
    heading = next(placed.block for placed in manuscript.blocks if isinstance(placed.block, Heading))
    by_text = {unit.text: unit for unit in manuscript.text_units}
    assert by_text["point one"].section == heading.id
    assert by_text["First one, of myelin. It goes on over two lines. The second ends here."].section is None
    assert [type(block).__name__ for block in by_text["you fall"].inside] == ["Callout", "ItemList"]


def test_in_plain_text_each_line_is_a_paragraph(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("One line.\nTwo. Three.\n\nFour.\n", encoding="utf-8")
    (foreign,) = file_on_desk(path, language="en", today=TODAY).manuscripts
    told = [(unit.line, unit.text) for unit in foreign.text_units]
    assert told == [(1, "One line."), (2, "Two. Three."), (4, "Four.")]
    assert not foreign.has_front_matter


def test_foreign_markdown_is_read_as_markdown(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("# Title\n\nOne\nline.\n\n- point\n", encoding="utf-8")
    (foreign,) = file_on_desk(path, language="en", today=TODAY).manuscripts
    assert [(unit.line, unit.role, unit.text) for unit in foreign.text_units] == [
        (1, Role.HEADING, "Title"),
        (3, Role.PARAGRAPH, "One line."),
        (6, Role.POINT, "point"),
    ]


def test_a_text_that_the_parser_refuses_whole_is_still_read_as_paragraphs(tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    path.write_text("One.\n\n---\n\nThe risks include:\n\nNothing.\n", encoding="utf-8")
    (foreign,) = file_on_desk(path, language="en", today=TODAY).manuscripts
    assert (5, "The risks include:") in [(unit.line, unit.text) for unit in foreign.text_units]
