"""A page as a screen reader is given it: roles, levels, numbers, states, and every word once."""

import itertools

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.page import (
    Align,
    Block,
    BlockId,
    Callout,
    CardEntry,
    CardList,
    Care,
    Citation,
    Figure,
    Fold,
    Heading,
    ItemList,
    LineBreak,
    Link,
    ListItem,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceEntry,
    SourceList,
    Strong,
    Table,
    Term,
    Text,
    Title,
    plain,
    walk,
)
from pmlapp.library.pages.heard import Heard, Role, State, heard, heard_lines, heard_words
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from tests.builders import on_that_day
from tests.conftest import OpenStore

NAME = BlockId("b")
WORDS = PageWords()


def paragraph(*spans: object) -> Paragraph:
    return Paragraph(NAME, tuple(Text(each) if isinstance(each, str) else each for each in spans))  # type: ignore[misc]


def lines(*blocks: Block, open_folds: frozenset[str] = frozenset()) -> list[str]:
    return list(heard_lines(heard(Page("a/b", "en", "A", blocks), WORDS, open_folds)))


def test_headings_have_their_level_and_paragraphs_their_links() -> None:
    assert lines(
        Title(NAME, "Soup"),
        ShortAnswer(NAME, "Short answer", (Text("Warm."),)),
        Heading(NAME, 3, "salt", (Text("Salt"),)),
        paragraph("Add ", Strong((Link("article:a/salt", (Text("salt"),)),)), " to the ", Term("pot", (Text("pot"),))),
    ) == [
        "heading 1: Soup",
        "heading 2: Short answer",
        "paragraph: Warm.",
        "heading 3: Salt",
        "paragraph: Add salt to the pot",
        "  link: salt",
        "  link: pot (explained in the word list)",
    ]


def test_the_number_of_a_source_is_a_link_and_no_part_of_the_sentence() -> None:
    assert lines(paragraph("Salt helps.", Citation("S7", 7), LineBreak(), "Pepper too.")) == [
        "paragraph: Salt helps. Pepper too.",
        "  link: Source 7",
    ]


def test_steps_have_their_numbers_from_the_first_on() -> None:
    inner = ItemList(NAME, False, 1, (ListItem(NAME, (paragraph("of iron"),)),))
    steps = ItemList(
        NAME, True, 3, (ListItem(NAME, (paragraph("Take a pot"), inner)), ListItem(NAME, (paragraph("Fill it"),)))
    )
    assert lines(steps) == [
        "list of 2",
        "  list item: 3. Take a pot",
        "    list of 1",
        "      list item: of iron",
        "  list item: 4. Fill it",
    ]


def test_a_cell_says_its_header() -> None:
    table = Table(
        NAME,
        (Text("Soups"),),
        ((Text("Soup"),), (Text("Salt"),)),
        (((Text("Leek"),), (Text("2 g"),)),),
        (Align.START, Align.END),
        (Text("By weight."),),
    )
    assert lines(table) == [
        "table of 2: Soups",
        "  row",
        "    column header: Soup",
        "    column header: Salt",
        "  row",
        "    cell: Soup: Leek",
        "    cell: Salt: 2 g",
        "paragraph: By weight.",
    ]


@pytest.mark.parametrize(
    ("care", "kind"), [(Care.EMERGENCY, "Emergency"), (Care.URGENT, "Urgent"), (Care.INFO, "Good to know")]
)
def test_a_box_says_of_what_kind_it_is_and_its_title_is_found_by_headings(care: Care, kind: str) -> None:
    box = Callout(NAME, care, (Text("Call if"),), (paragraph("it burns"),), "Call 112")
    under = Heading(NAME, 3, "h", (Text("Cooking"),))
    assert lines(under, box)[1:] == [
        f"section: {kind}",
        "  heading 4: Call if",
        "  paragraph: it burns",
        "  paragraph: Call 112",
    ]
    assert lines(box._replace(action_first=True))[2] == "  paragraph: Call 112"


def test_a_fold_says_what_it_holds_and_whether_it_is_open() -> None:
    fold = Fold(BlockId("f"), "the numbers", False, (paragraph("Seven."),))
    assert lines(fold) == ["button, collapsed: Show the numbers (1 paragraph)"]
    assert lines(fold, open_folds=frozenset({"f"})) == [
        "button, expanded: Hide the numbers (1 paragraph)",
        "section: the numbers",
        "  paragraph: Seven.",
    ]


def test_pictures_sources_cards_and_the_review_line() -> None:
    assert lines(
        ReviewLine(NAME, "review-none", "Put together.", "Not reviewed."),
        Figure(NAME, "pot.svg", "A pot", (Text("Fig."),)),
        SourceList(NAME, (SourceEntry(7, "S7", "Soups", "2020.", "https://soup.org/"),)),
        CardList(NAME, (CardEntry("article:a/c", "Salt", "More on salt", "not reviewed"),)),
    ) == [
        "paragraph: Put together.",
        "paragraph: Not reviewed.",
        "picture: A pot",
        "paragraph: Fig.",
        "list of 1",
        "  list item: 7. Soups 2020. soup.org",
        "    link: soup.org",
        "list of 1",
        "  list item",
        "    link: Salt",
        "    paragraph: More on salt",
        "    paragraph: not reviewed",
    ]


def test_words_are_counted_once_although_links_repeat_them() -> None:
    said = heard(Page("a/b", "en", "A", (paragraph("Add ", Link("#x", (Text("salt"),))),)), WORDS)
    assert list(heard_words(said)) == ["Add salt"]


def things(parts: tuple[Heard, ...]) -> list[Heard]:
    return [each for part in parts for each in (part, *things(part.parts))]


def test_every_page_of_a_library_is_heard_whole(either_library: object, open_store: OpenStore) -> None:
    store: ContentStore = open_store(either_library)  # type: ignore[arg-type]
    pages = Pages(store, WORDS, emergency_number="112", keys=(), today=on_that_day)
    for shelf in pages.catalog.outline:
        for article in shelf.articles:
            page = pages.page(article.id)[0]
            folds = frozenset(block.id for block in walk(page.blocks) if isinstance(block, Fold))
            everything = things(heard(page, pages.words, folds))
            levels = [each.level for each in everything if each.role is Role.HEADING]
            assert levels[0] == 1
            assert all(now <= before + 1 for before, now in itertools.pairwise(levels)), (page.id, levels)
            assert all(each.name for each in everything if each.role in (Role.LINK, Role.BUTTON, Role.PICTURE))
            assert sum(each.state is State.EXPANDED for each in everything) == len(folds)
            said = " ".join(heard_words(heard(page, pages.words, folds)))
            for block in walk(page.blocks):
                if isinstance(block, Paragraph):
                    assert plain(block.spans).replace("\n", " ") in said
