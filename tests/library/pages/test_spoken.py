"""What is read aloud of a page: all of it, once, in order, and nothing that only the eye needs."""

from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.page import BlockId, Callout, Care, Fold, Page, Text, Title, walk
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.spoken import PICTURE, parts, spoken
from tests.builders import on_that_day

WORDS = PageWords()


def page_of(body: str, language: str = "en") -> Page:
    return Page("causes/one", language, "One", ArticleParser().parse(body).blocks)


def said(body: str, *open_folds: str, language: str = "en") -> list[str]:
    return [each.said for each in spoken(page_of(body, language), WORDS, frozenset(open_folds))]


def test_a_paragraph_is_said_sentence_by_sentence_without_its_citations() -> None:
    assert said("The virus rests.[^S1] It wakes,[^S2] e.g. Later, in 1 of 4.5 cases.[^S1]\n") == [
        "The virus rests.",
        "It wakes, e.g. Later, in 1 of 4.5 cases.",
    ]


def test_each_sentence_names_its_words_on_the_page() -> None:
    page = page_of("## How it **starts**\n\nThe virus rests. It wakes.\n")
    shown = {(part.block, part.number): part.shown for part in parts(page, WORDS)}
    for sentence in spoken(page, WORDS):
        block, part, start, end = sentence.place
        assert shown[block, part][start:end] == sentence.said


def test_steps_are_said_with_their_numbers_and_points_without_a_mark() -> None:
    assert said("3. Rest. Then wait.\n4. Call.\n\n- a fit\n- fever\n") == [
        "3. Rest.",
        "Then wait.",
        "4. Call.",
        "a fit",
        "fever",
    ]


def test_a_table_is_read_row_by_row_each_cell_with_its_header() -> None:
    body = "Table: Who is at risk\n\n| Group | Risk |\n|---|---|\n| HIV | high |\n| MS | low. It varies. |\n"
    told = said(body)
    assert told[-5:] == ["Group: HIV", "Risk: high", "Group: MS", "Risk: low.", "It varies."]


def test_a_picture_is_said_by_its_words_and_marked_as_a_whole() -> None:
    page = page_of("![A nerve. It has a coat.](media:nerve.svg)\n")
    sentences = spoken(page, WORDS)
    assert [each.said for each in sentences] == ["Picture: A nerve.", "It has a coat."]
    (part,) = parts(page, WORDS)
    assert part.shown == PICTURE
    assert {(each.place.start, each.place.end) for each in sentences} == {(0, 1)}


def test_a_closed_fold_is_not_said_and_an_open_one_begins_with_its_title() -> None:
    body = 'Before.\n\n??? outlook "figures: after one year"\n    Half of them.\n\nAfter.\n'
    assert said(body) == ["Before.", "After."]
    fold = next(block for block in page_of(body).blocks if isinstance(block, Fold))
    assert said(body, fold.id) == ["Before.", "figures: after one year", "Half of them.", "After."]


def test_addresses_and_numbers_of_sources_are_not_said() -> None:
    assert said("Read www.example.org/a?b=1 or ask. See [their page](https://example.org/x).\n") == [
        "Read or ask.",
        "See their page.",
    ]


def test_whom_to_call_is_said_where_it_is_shown() -> None:
    first = Callout(BlockId("b1"), Care.EMERGENCY, (Text("Get help if:"),), (), "Call 112 now", action_first=True)
    inner = ArticleParser().parse("- a fit\n").blocks
    page = Page("one", "en", "One", (Title(BlockId("title"), "One"), first._replace(blocks=inner)))
    assert [each.said for each in spoken(page, WORDS)] == ["One", "Get help if:", "Call 112 now", "a fit"]


def test_each_text_is_said_in_the_language_of_its_script() -> None:
    page = page_of("The Arabic word is below.\n\nهل هو معد؟\n")
    assert [each.language for each in spoken(page, WORDS)] == ["en", "ar"]


@pytest.mark.parametrize("opened", [False, True])
def test_of_every_page_all_that_is_shown_is_said_once_and_in_order(either_library: Path, opened: bool) -> None:
    """Put together again, the sentences are the texts of the page without spaces, addresses and source numbers."""
    with ContentStore.open(either_library) as store:
        pages = Pages(store, WORDS, emergency_number="112", keys=(("F1", "the keys"),), today=on_that_day)
        articles = [article.id for shelf in pages.catalog.outline for article in shelf.articles]
        for name in (*articles, "words", "about", "keys"):
            page = pages.page(name)[0]
            folds = frozenset(block.id for block in walk(page.blocks) if isinstance(block, Fold) and opened)
            told: dict[tuple[str, int], str] = {}
            for _, _, (block, part, start, end) in spoken(page, WORDS, folds):
                told[block, part] = told.get((block, part), "") + f"{start}-{end} "
            for part in parts(page, WORDS, folds):
                if not part.shown.strip() or part.silent or part.instead:
                    continue
                places = [tuple(map(int, each.split("-"))) for each in told[part.block, part.number].split()]
                assert places == sorted(set(places)), name
                heard = "".join(part.shown[start:end] for start, end in places)
                missing = part.shown.replace(" ", "").removeprefix(heard.replace(" ", ""))
                assert not missing or missing.startswith(("DOI", "PubMed")), (name, part, missing)
