"""A passage that is written once and placed in pages by name."""

from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.lint.lint import library_on_desk
from pmlapp.authoring.reviews.signed_texts import text_to_sign
from pmlapp.authoring.sources.sources import read_sources
from tests.authoring.sources.test_claims import CLAIMS_FILE
from tests.authoring.sources.test_sources import change, folder, mistakes

__all__ = ["folder"]

SIGNS = """!!! emergency "Call for help now if:"
    - a drooping face
    - trouble speaking, or {words:carriers}

These signs can be a [coat](glossary:myelin).[^S3]
"""


def place(folder: Path, text: str = "Text.\n\n{block:urgent-signs}\n\nMore.", block: str = SIGNS) -> None:
    if "words:carriers" in block:
        write(folder / "claims.toml", CLAIMS_FILE)
    write(folder / "blocks/urgent-signs.md", block)
    change(folder, "about/short.md", "Text.", text)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")


def line_of(folder: Path, words: str) -> int:
    lines = (folder / "about/short.md").read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, start=1) if words in line)


def test_a_page_holds_the_block_with_its_claims_and_cites_its_sources(folder: Path) -> None:
    place(folder)
    library = read_sources(folder)
    page = next(page for page in library.articles if page.id == "about/short")
    box = SIGNS.replace("{words:carriers}", "about 6 in 10 healthy people")
    assert page.body == f"Text.\n\n{box}\nMore.\n"
    assert [source.key for source in page.sources] == ["S3"]
    assert [block.key for block in library.blocks] == ["urgent-signs"]


def test_the_block_is_part_of_what_a_reviewer_signs(folder: Path) -> None:
    place(folder)
    before = read_sources(folder)
    page = next(page for page in before.articles if page.id == "about/short")
    assert "- a drooping face" in text_to_sign(page, before)
    change(folder, "blocks/urgent-signs.md", "drooping", "crooked")
    after = next(page for page in read_sources(folder).articles if page.id == "about/short")
    assert after.text_sha256 != page.text_sha256


def test_a_block_is_indented_as_its_place_is_and_stands_between_empty_lines(folder: Path) -> None:
    place(folder, '??? more "the signs"\n    Before.\n    {block:urgent-signs}\n    After.', "- one\n\n- two[^S1]")
    page = next(page for page in read_sources(folder).articles if page.id == "about/short")
    assert page.body == '??? more "the signs"\n    Before.\n\n    - one\n\n    - two[^S1]\n\n    After.\n'


def test_a_mistake_below_a_block_is_named_with_its_line_in_the_file(folder: Path) -> None:
    place(folder, "Text.\n\n{block:urgent-signs}\n\nA [word](glossary:axon).\n\n<b>Bold</b>")
    first, second = mistakes(folder)
    assert first.startswith(f"about/short.md:{line_of(folder, 'axon')}: glossary.toml has no word “axon”")
    assert second.startswith(f"about/short.md:{line_of(folder, '<b>')}: ")


def test_a_mistake_in_a_block_is_named_once_with_its_own_file_and_line(folder: Path) -> None:
    place(folder, block=SIGNS.replace("S3", "S9").replace("coat]", "<b>coat</b>]"))
    change(folder, "causes/risk.md", "Text.", "Text.\n\n{block:urgent-signs}")
    found = mistakes(folder)
    assert {message.partition(": ")[0] for message in found} == {"blocks/urgent-signs.md:5"}
    assert len(found) == len(set(found))
    assert "blocks/urgent-signs.md:5: sources.toml has no source “S9”" in found


def test_lint_speaks_of_a_block_on_the_line_that_places_it(folder: Path) -> None:
    place(folder)
    manuscript = next(
        each
        for each in library_on_desk(folder, today=date(2026, 11, 30)).manuscripts
        if each.path.endswith("about/short.md")
    )
    at = line_of(folder, "{block:")
    assert [(each.text, each.line) for each in manuscript.sentences if each.line >= at] == [
        ("Call for help now if:", at),
        ("a drooping face", at),
        ("trouble speaking, or about 6 in 10 healthy people", at),
        ("These signs can be a coat.", at),
        ("More.", at + 2),
    ]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("{block:urgent-sings}", "the folder blocks has no block “urgent-sings”; the nearest is “urgent-signs”"),
        ("{block:nobody}", "the folder blocks has no block “nobody”"),
        ("Now {block:urgent-signs}.", "{block:urgent-signs} belongs on a line of its own in the text of an article"),
    ],
)
def test_a_place_that_no_block_can_fill_is_named_with_its_line(folder: Path, text: str, problem: str) -> None:
    place(folder, f"Text.\n\n{{block:urgent-signs}}\n\n{text}")
    assert mistakes(folder) == [f"about/short.md:{line_of(folder, text)}: {problem}"]


def test_the_front_matter_holds_no_block(folder: Path) -> None:
    place(folder)
    change(folder, "about/short.md", "also_asked: [why,", "also_asked: ['{block:urgent-signs}',")
    (found,) = mistakes(folder)
    assert "a shared block is placed in the text" in found


@pytest.mark.parametrize(
    ("block", "problem"),
    [
        ("Call now.\n", "1: a shared block cites what it rests on, such as [^S57]"),
        (
            "---\nsource: none\n---\nCall now.[^S1]\n",
            "2: unknown key “source” in the front matter; allowed are: sources",
        ),
        ("Call now.[^S1]\n\n{block:urgent-signs}\n", "3: a shared block holds no other; place both on the page"),
        ("\n\n", "1: the file has no text; write the passage as in an article"),
    ],
)
def test_a_block_is_a_text_with_sources(folder: Path, block: str, problem: str) -> None:
    place(folder, block=block)
    assert any(each.startswith(f"blocks/urgent-signs.md:{problem}") for each in mistakes(folder)), mistakes(folder)


def test_a_block_may_say_why_it_needs_no_source(folder: Path) -> None:
    place(folder, block='---\nsources: "not-applicable: it names nobody"\n---\n\nAsk the staff.\n')
    page = next(page for page in read_sources(folder).articles if page.id == "about/short")
    assert page.body == "Text.\n\nAsk the staff.\n\nMore.\n"


def test_a_block_that_no_page_places_is_refused(folder: Path) -> None:
    write(folder / "blocks/urgent-signs.md", "Call now.[^S1]\n")
    assert mistakes(folder) == [
        "blocks/urgent-signs.md:1: no article places this block; place it with {block:urgent-signs} or take it out"
    ]


def test_only_articles_text_stands_in_the_folder(folder: Path) -> None:
    place(folder)
    write(folder / "blocks/Notes.txt", "x")
    assert mistakes(folder) == [
        "blocks/Notes.txt:1: a shared block's file is named in a-z, 0-9 and single hyphens, and ends in .md"
    ]


def test_no_topic_is_called_as_the_folder_of_blocks(folder: Path) -> None:
    change(folder, "topics.toml", 'id = "about"', 'id = "blocks"')
    assert any("the folder “blocks” holds no articles; give the topic another id" in each for each in mistakes(folder))
