"""Chosen parts on one sheet: no warning is left behind, and its status is counted from its parts."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from pmlapp.authoring.building.build import build
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Article, ArticleId
from pmlapp.content.page import Callout, Care, Heading, Page, ReviewLine, plain, walk
from pmlapp.library.pages.handout import SHORT_ANSWER, HandoutWriter, PartName, sections
from pmlapp.library.pages.leaflet import LeafletWriter
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from tests.builders import SIGN_OFF, article, library, on_that_day, signed

SELECTIONS = int(os.environ.get("PMLAPP_SELECTIONS", "100"))
"""`make check NAME=handout` tries 1,000."""
WARNED = """## First

Some words.

### Within

More words.

!!! urgent "Ring the team if:"
    - it gets worse.

## Second

Other words.

!!! emergency "Call if:"
    - it is sudden.

## Third

Last words.
"""
WARNED_ID = ArticleId("causes/what-causes-pml")


@contextmanager
def opened(path: Path) -> Iterator[Pages]:
    with ContentStore.open(path) as store:
        yield Pages(store, PageWords(), emergency_number=None, keys=(), today=on_that_day)


@pytest.fixture
def small(tmp_path: Path) -> Iterator[Pages]:
    """Two pages, the second of them reviewed by a clinician."""
    path = tmp_path / "content.db"
    reviewed = signed(article("diet/food", title="What should I eat?", body="## Food\n\nEat well.\n"), SIGN_OFF)
    build(library([article(body=WARNED), reviewed]), path)
    with opened(path) as pages:
        yield pages


def writer(pages: Pages) -> HandoutWriter:
    return HandoutWriter(pages, LeafletWriter(pages))


def words(box: Callout) -> str:
    """What a box says, by itself."""
    inner = [plain(block.spans) for block in walk(box.blocks) if hasattr(block, "spans")]
    return " ".join((plain(box.title), *inner)).casefold()


def titles(pages: Pages, *parts: PartName) -> list[str]:
    (part,) = writer(pages).handout(parts).parts
    return [plain(block.spans) for block in part.blocks if isinstance(block, Heading) and block.level == 2]


def needed(page: Page, anchor: str) -> Iterator[Callout]:
    """The warnings that must come with a part, found another way than by the program: block by block, by place."""
    place = next(
        (n for n, b in enumerate(page.blocks) if isinstance(b, Heading) and b.anchor == anchor),
        0,
    )
    second = [n for n, b in enumerate(page.blocks) if isinstance(b, Heading) and b.level == 2]
    start = max((n for n in second if n <= place), default=0)
    end = min((n for n in second if n > place), default=len(page.blocks))
    first = min(second, default=0)
    for number, block in enumerate(page.blocks):
        near = start <= number < end or number < first
        for box in walk((block,)):
            if isinstance(box, Callout) and (box.care is Care.EMERGENCY or (near and box.care is Care.URGENT)):
                yield box


def test_in_random_selections_no_warning_is_left_behind(either_library: Path) -> None:
    chance = random.Random(20261130)
    with opened(either_library) as pages:
        write = writer(pages)
        every = [
            (page, each.anchor)
            for shelf in pages.catalog.outline
            for summary in shelf.articles
            for page in (pages.page(summary.id)[0],)
            for each in sections(page)
        ]
        parts_of = {page.id: page for page, _ in every}
        brought = 0
        for _ in range(SELECTIONS):
            chosen = chance.sample(every, min(len(every), chance.randrange(1, 9)))
            made = write.handout([PartName(ArticleId(page.id), anchor) for page, anchor in chosen])
            blocks = made.parts[0].blocks
            said = {words(block) for block in walk(blocks) if isinstance(block, Callout)}
            for page, anchor in chosen:
                for box in needed(parts_of[page.id], anchor):
                    assert words(box) in said, (page.id, anchor)
                    brought += 1
        assert brought > SELECTIONS / 2


def test_a_warning_comes_along_and_says_why(small: Pages) -> None:
    (part,) = writer(small).handout([PartName(WARNED_ID, "within")]).parts
    assert titles(small, PartName(WARNED_ID, "within")) == ["Within", "Second"]
    lines = [block for block in part.blocks if isinstance(block, ReviewLine)]
    assert "Added because the part above needs it." not in lines[0].detail
    assert "Added because the part above needs it." in lines[1].detail
    assert titles(small, PartName(WARNED_ID, "third")) == ["Third", "Second"]


def test_an_urgent_box_comes_with_its_section_only(small: Pages) -> None:
    (part,) = writer(small).handout([PartName(WARNED_ID, "third")]).parts
    assert [block.care for block in part.blocks if isinstance(block, Callout)] == [Care.EMERGENCY]
    (part,) = writer(small).handout([PartName(WARNED_ID, "first")]).parts
    assert {block.care for block in part.blocks if isinstance(block, Callout)} == {Care.EMERGENCY, Care.URGENT}


def test_the_status_is_counted_from_the_parts(small: Pages) -> None:
    food = ArticleId("diet/food")
    chosen = [PartName(food, "food"), PartName(food, SHORT_ANSWER), PartName(WARNED_ID, "third")]
    (part,) = writer(small).handout(chosen, "Before you start").parts
    # Three were chosen, and the emergency box of the third comes along.
    assert part.status == "2 of 4 parts reviewed by a clinician."
    assert part.title == "Before you start"
    assert part.code == ""
    assert part.code_hint[1] == "Type the number of a part in the search box"


def test_a_handout_from_one_page_has_its_number(small: Pages) -> None:
    (part,) = writer(small).handout([PartName(WARNED_ID, "third")]).parts
    page: Article = small.catalog.article(WARNED_ID)
    assert part.code == LeafletWriter(small).code(page)


def test_the_same_warning_from_two_pages_is_printed_once(either_library: Path) -> None:
    with opened(either_library) as pages:
        every = [
            PartName(ArticleId(summary.id), SHORT_ANSWER)
            for shelf in pages.catalog.outline
            for summary in shelf.articles
        ]
        (part,) = writer(pages).handout(every).parts
        boxes = [words(block) for block in part.blocks if isinstance(block, Callout)]
        assert boxes
        assert len(boxes) == len(set(boxes))


def test_a_part_that_is_not_there_any_more_is_left_out(small: Pages) -> None:
    gone = PartName(ArticleId("causes/gone"), "x")
    assert writer(small).title_of(gone) == ("", "")
    assert titles(small, gone, PartName(ArticleId("diet/food"), "food")) == ["Food"]
