"""A number typed from a sheet of paper: whether its text is still that of the page, and what is different."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from pmlapp.authoring.building.build import build
from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import Article, ArticleId, Withdrawal
from pmlapp.content.page import Fold, Paragraph, Table, plain, walk
from pmlapp.library.leaflet_code import in_groups
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.pages import Pages
from pmlapp.library.pages.sheet_numbers import SheetAnswer, SheetState
from tests.builders import EDITORIAL, article, library, on_that_day, signed

CAUSES = ArticleId("causes/what-causes-pml")
FOOD = article("diet/food", title="What should I eat?")
OLD = "## How\n\nThe virus rests in the kidneys.[^S1] About 4 in 10 people carry it.\n"
NEW = "## How\n\nThe virus rests in the kidneys.[^S1] About 6 in 10 people carry it.\n"

Editions = Callable[..., Pages]


@pytest.fixture
def editions(tmp_path: Path) -> Iterator[Editions]:
    """``editions([pages], [pages])``: the last of some editions of one library, each built on the one before."""
    with ExitStack() as opened:

        def built(*each: list[Article], **changes: str) -> Pages:
            path = None
            for pages in each:
                made = replace(library(pages), id="org.example.pml", **changes)
                path, before = tmp_path / f"{len(list(tmp_path.iterdir()))}.db", path
                build(made, path, previous=before)
            assert path is not None
            store = opened.enter_context(ContentStore.open(path))
            return Pages(store, PageWords(), emergency_number=None, keys=(), today=on_that_day)

        yield built


def number(pages: Pages, page: ArticleId = CAUSES) -> str:
    return in_groups(pages.sheets.of_sheet(pages.catalog.article(page)))


def answer(pages: Pages, typed: str) -> SheetAnswer:
    said = pages.sheets.answer(typed)
    assert said is not None
    return said


def test_the_sheet_of_today_is_the_same_as_the_page(editions: Editions) -> None:
    pages = editions([article(body=OLD), FOOD])
    said = answer(pages, number(pages))
    assert said.state is SheetState.CURRENT
    assert said.headline == "Your sheet is the same as the page here: “What causes PML?”."
    assert said.page is not None
    assert said.page.id == CAUSES


def test_of_a_page_that_has_changed_each_sentence_is_shown_before_and_now(editions: Editions) -> None:
    printed = number(editions([article(body=OLD), FOOD]))
    reason = replace_note(article(body=NEW), "A larger study came out.")
    pages = editions([article(body=OLD), FOOD], [reason, FOOD])
    said = answer(pages, printed)
    assert said.state is SheetState.CHANGED
    assert said.differences == (("How", "About 4 in 10 people carry it.", "About 6 in 10 people carry it."),)
    assert said.reasons == ("A larger study came out.",)
    found = pages.find(printed)
    assert found.notice == (
        "The page “What causes PML?” has changed since your sheet was printed.",
        "1 sentence is different. Before: About 4 in 10 people carry it. Now: About 6 in 10 people carry it.",
    )
    assert [hit.article.id for hit in found.hits] == [CAUSES]


def test_the_page_of_all_results_shows_the_changes_as_a_table(editions: Editions) -> None:
    printed = number(editions([article(body=OLD), FOOD]))
    pages = editions([article(body=OLD), FOOD], [article(body=NEW), FOOD])
    shown = pages.page(f"search:{printed}")[0]
    assert shown.title == f"Sheet {printed}"
    (table,) = (block for block in walk(shown.blocks) if isinstance(block, Table))
    assert [plain(cell) for cell in table.header] == ["Where", "Before", "Now"]
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["How", "About 4 in 10 people carry it.", "About 6 in 10 people carry it."]
    ]


def test_a_page_that_is_renamed_or_gains_and_loses_sentences_says_so(editions: Editions) -> None:
    printed = number(editions([article(body=OLD), FOOD]))
    now = article(title="Why does PML come?", body="## How\n\nThe virus rests in the kidneys.[^S1]\n\n- Ask.\n")
    said = answer(editions([article(body=OLD), FOOD], [now, FOOD]), printed)
    assert said.differences == (
        ("", "What causes PML?", "Why does PML come?"),
        ("How", "About 4 in 10 people carry it.", "Ask."),
    )


def test_a_withdrawn_page_says_since_when_and_not_to_use_the_sheet(editions: Editions) -> None:
    printed = number(editions([article(), FOOD]))
    withdrawal = Withdrawal(reason="A study was taken back.", by="the editors", on=date(2026, 11, 20))
    said = answer(editions([article(), FOOD], [article(withdrawal=withdrawal), FOOD]), printed)
    assert said.state is SheetState.WITHDRAWN
    assert said.headline.endswith("was withdrawn on 20 November 2026. Please do not use the sheet.")
    assert not said.differences


def test_a_page_that_is_no_longer_there_is_named(editions: Editions) -> None:
    printed = number(editions([article(), FOOD]))
    said = answer(editions([article(), FOOD], [FOOD]), printed)
    assert said.state is SheetState.GONE
    assert "“What causes PML?” is not in this library any more" in said.headline
    assert said.page is None


def test_a_sheet_of_another_library_opens_no_page(editions: Editions) -> None:
    printed = number(editions([article(short_answer="Something else."), FOOD]))
    pages = editions([article(), FOOD])
    said = answer(pages, printed)
    assert said.state is SheetState.OTHER_LIBRARY
    assert said.headline == "Your sheet is from another library, not from this one."
    assert said.page is None
    assert not pages.find(printed).hits


def test_a_text_that_is_older_than_what_is_kept_may_be_one_of_ours(editions: Editions) -> None:
    texts = [[article(short_answer=f"Answer {n}."), FOOD] for n in range(5)]
    printed = [number(editions(*texts[: n + 1])) for n in range(5)]
    pages = editions(*texts)
    states = [answer(pages, each).state for each in printed]
    assert states == [SheetState.OTHER_LIBRARY, *[SheetState.CHANGED] * 3, SheetState.CURRENT]
    assert "or from a text that is too old" in answer(pages, printed[0]).headline


def test_a_wrong_digit_is_said_and_never_which(editions: Editions) -> None:
    pages = editions([article(), FOOD])
    right = pages.sheets.of_sheet(pages.catalog.article(CAUSES))
    wrong = right[:-1] + str((int(right[-1]) + 1) % 10)
    said = answer(pages, wrong)
    assert (said.headline, said.advice) == (
        "That number is not right.",
        "Please look at your sheet and type it again.",
    )
    assert pages.find(wrong).notice == (said.headline, said.advice)


def test_a_card_leads_to_its_page_whatever_its_text(editions: Editions) -> None:
    card = editions([article(body=OLD), FOOD]).sheets.of_card(CAUSES)
    said = answer(editions([article(body=OLD), FOOD], [article(body=NEW), FOOD]), card)
    assert (said.state, said.headline) == (SheetState.CARD, "This card leads to “What causes PML?”.")


def test_a_library_that_is_not_numbered_for_good_has_no_numbers() -> None:
    old = Path(__file__).parents[2] / "content" / "file" / "fixtures" / "format-3.db"
    with ContentStore.open(old) as store:
        pages = Pages(store, PageWords(), emergency_number=None, keys=(), today=on_that_day)
        first = next(iter(pages.catalog.outline[0].articles)).id
        assert pages.sheets.of_sheet(pages.catalog.article(first)) == pages.sheets.of_card(first) == ""
        assert pages.sheets.answer("4127 0397") is None


def test_a_changed_page_says_at_its_end_what_it_said_before_and_why(editions: Editions) -> None:
    changed = replace_note(article(body=NEW), "A larger study came out.")
    page = editions([article(body=OLD), FOOD], [changed, FOOD]).page(CAUSES)[0]
    (fold,) = (block for block in page.blocks if isinstance(block, Fold) and block.id == "what-changed")
    table, why = fold.blocks
    assert isinstance(table, Table)
    assert [[plain(cell) for cell in row] for row in table.rows] == [
        ["How", "About 4 in 10 people carry it.", "About 6 in 10 people carry it."]
    ]
    assert isinstance(why, Paragraph)
    assert plain(why.spans) == "Why: A larger study came out."


def test_a_page_that_never_changed_or_is_withdrawn_shows_no_old_words(editions: Editions) -> None:
    withdrawal = Withdrawal(reason="A study was taken back.", by="the editors", on=date(2026, 11, 20))
    gone = article(body=NEW, withdrawal=withdrawal)
    for texts in ([article(body=OLD)], [article(body=OLD)]), ([article(body=OLD)], [gone]):
        page = editions(*texts).page(CAUSES)[0]
        assert not any(block.id == "what-changed" for block in page.blocks)


def replace_note(page: Article, note: str) -> Article:
    return signed(page, EDITORIAL._replace(note=note))
