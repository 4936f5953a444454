"""The pages that nobody wrote, from small libraries of a certain shape."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest

from pmlapp.content.file.store import ContentStore
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleSummary,
    Findings,
    GlossaryTerm,
    QuestionType,
    SearchHit,
    TermKey,
    Topic,
    TopicId,
)
from pmlapp.content.page import (
    Breadcrumb,
    CardEntry,
    CardList,
    Crumb,
    Heading,
    ItemList,
    Link,
    Page,
    Paragraph,
    Title,
    plain,
    walk,
)
from pmlapp.library.catalog import Catalog
from pmlapp.library.pages.hit_line import HitLine
from pmlapp.library.pages.own_pages import OwnPages
from pmlapp.library.pages.page_words import PageWords
from tests.builders import SIGN_OFF, TODAY, article, content_file, library, pages_checked_on, signed
from tests.conftest import OpenStore

NEW_YEAR = date(2026, 1, 1)
AUTUMN = date(2026, 11, 21)


class Shelves:
    """A small library on disk, its catalog and its own pages."""

    def __init__(self, store: ContentStore) -> None:
        self.catalog = Catalog(store)
        self.pages = OwnPages(self.catalog, PageWords(), today=lambda: TODAY, emergency_action="Call 112 now")


MakeShelves = Callable[..., Shelves]


@pytest.fixture
def shelves_of(open_store: OpenStore, tmp_path: Path) -> MakeShelves:
    """``shelves_of(library(pages))``: what a library made of these sources shows."""
    return lambda sources=None: Shelves(open_store(content_file(tmp_path, sources)))


@pytest.fixture
def shelves(shelves_of: MakeShelves) -> Shelves:
    return shelves_of()


def cards(page: Page) -> list[CardEntry]:
    return [entry for block in page.blocks if isinstance(block, CardList) for entry in block.entries]


def words(page: Page) -> str:
    return "\n".join(plain(block.spans) for block in walk(page.blocks) if isinstance(block, Paragraph))


def headings(page: Page) -> list[str]:
    return [plain(block.spans) for block in page.blocks if isinstance(block, Heading)]


def hit(title: str) -> SearchHit:
    summary = ArticleSummary(
        id=ArticleId("diet/food"), topic=TopicId("diet"), title=title, question_type=QuestionType.DIET
    )
    return SearchHit(article=summary, topic_title="Diet", snippet="Food.", marks=((0, 4),), matched="food", score=1.0)


def results(own: OwnPages, query: str, *hits: SearchHit, searched: str = "", offers: tuple[str, ...] = ()) -> Page:
    found = Findings(hits, query, searched or query, offers)
    return own.results(query, found, lambda hit: HitLine("clock", f"check overdue · {hit.topic_title}"))


def every_own_page(shelves: Shelves) -> tuple[Page, ...]:
    own = shelves.pages
    return (
        own.home(),
        *(own.topic(shelf) for shelf in shelves.catalog.outline),
        own.word_list(),
        own.about(),
        results(own, "food", hit("What should I eat?")),
        results(own, "shingles"),
        own.keys((("F1", "the keys"), ("F6", "the next part"))),
    )


def test_every_own_page_begins_with_the_way_home_and_one_title(shelves: Shelves) -> None:
    for page in every_own_page(shelves):
        crumbs, title = page.blocks[:2]
        assert isinstance(crumbs, Breadcrumb)
        assert crumbs.crumbs[0] == Crumb("Home", "page:home")
        assert crumbs.crumbs[-1].target == ""
        assert title == Title(title.id, page.title)
        assert [block for block in page.blocks if isinstance(block, Title)] == [title]


def test_every_block_of_an_own_page_has_an_id_of_its_own(shelves: Shelves) -> None:
    for page in every_own_page(shelves):
        ids = [block.id for block in walk(page.blocks)]
        assert len(ids) == len(set(ids)), page.id


def test_every_place_of_the_outline_is_a_heading_of_the_page(shelves: Shelves) -> None:
    for page in every_own_page(shelves):
        assert [entry.title for entry in page.outline] == headings(page)
        anchors = [block.anchor for block in page.blocks if isinstance(block, Heading)]
        assert [entry.anchor for entry in page.outline] == anchors
        assert len(anchors) == len(set(anchors)), page.id


def test_the_home_page_in_words_lists_every_question_under_its_topic(shelves: Shelves) -> None:
    page = shelves.pages.home()
    assert headings(page) == ["Causes", "Diet"]
    assert [card.target for card in cards(page)] == ["article:causes/what-causes-pml", "article:diet/food"]


def test_a_topic_gives_the_first_sentence_of_each_short_answer(shelves_of: MakeShelves) -> None:
    pages = (
        article("diet/food", title="What should I eat?", short_answer="Soft food. Eat slowly. Sit up."),
        article("diet/drink", title="What should I drink?", short_answer="Water, thickened if it makes you cough"),
    )
    shelves = shelves_of(library(pages))
    (shelf,) = shelves.catalog.outline
    page = shelves.pages.topic(shelf)
    assert page.id == "topics/diet"
    assert words(page) == "All on diet"
    assert {card.title: card.detail for card in cards(page)} == {
        "What should I eat?": "Soft food.",
        "What should I drink?": "Water, thickened if it makes you cough",
    }


def test_the_word_list_puts_each_word_under_its_letter_whatever_its_case(shelves_of: MakeShelves) -> None:
    terms = tuple(
        GlossaryTerm(key=TermKey(word.lower()), word=word, meaning=f"What {word} means.")
        for word in ("biopsy", "Antibody", "antigen", "MRI", "myelin")
    )
    page = shelves_of(library(glossary=terms)).pages.word_list()
    assert headings(page) == ["A", "B", "M"]
    assert words(page).split("\n")[1:] == [
        "Antibody: What Antibody means.",
        "antigen: What antigen means.",
        "biopsy: What biopsy means.",
        "MRI: What MRI means.",
        "myelin: What myelin means.",
    ]


# About this library


def about(shelves_of: MakeShelves, *pages: Article) -> str:
    return words(shelves_of(library(pages)).pages.about())


def test_the_page_about_the_library_counts_what_it_holds(shelves: Shelves) -> None:
    assert "2 pages in 2 topics, put together from 2 sources. It explains 2 hard words." in words(shelves.pages.about())


def test_the_page_about_the_library_says_that_no_clinician_reviewed_it(shelves: Shelves) -> None:
    assert "No clinician has reviewed any page of this library." in words(shelves.pages.about())


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ((AUTUMN, AUTUMN), "The sources of every page were last checked on 21 November 2026."),
        ((NEW_YEAR, AUTUMN), "The sources of its pages were last checked between 1 January 2026 and 21 November 2026."),
        ((None, None), "Nobody has signed for a check of its sources."),
        ((AUTUMN, None), "For 1 of its 2 pages nobody has signed for a check of the sources."),
    ],
    ids=["one day", "two days", "no day", "a page without a day"],
)
def test_the_library_claims_a_check_only_for_what_its_records_say(
    shelves_of: MakeShelves, days: tuple[date | None, date | None], said: str
) -> None:
    text = about(shelves_of, *pages_checked_on(*days))
    assert said in text
    assert text.count("check") == 1


@pytest.mark.parametrize(
    ("due", "said"),
    [(TODAY, ""), (TODAY - timedelta(days=1), "The check of 2 pages is overdue.")],
    ids=["due today", "due yesterday"],
)
def test_the_page_about_the_library_says_how_many_checks_are_overdue(
    shelves_of: MakeShelves, due: date, said: str
) -> None:
    text = about(shelves_of, *pages_checked_on(NEW_YEAR, NEW_YEAR, next_due=due))
    assert ("overdue" in text) == bool(said)
    assert said in text


def test_the_page_about_the_library_says_so_once_clinicians_have_reviewed_it(shelves_of: MakeShelves) -> None:
    one, two = article("causes/one"), article("causes/two")
    assert "Not every page is reviewed by a clinician." in about(shelves_of, signed(one, SIGN_OFF), two)
    text = about(shelves_of, signed(one, SIGN_OFF), signed(two, SIGN_OFF))
    assert "Each page says which clinician reviewed it." in text


# Search


def test_results_are_counted_and_lead_to_their_pages(shelves: Shelves) -> None:
    one = results(shelves.pages, "food", hit("What should I eat?"))
    assert one.id == "search:food"
    assert (one.title, words(one)) == ("Answers for “food”", "1 answer.")
    assert [(card.target, card.detail) for card in cards(one)] == [("article:diet/food", "Food.")]
    assert words(results(shelves.pages, "food", hit("One"), hit("Two"))) == "2 answers, the best match first."


def test_a_result_says_how_far_its_page_may_be_relied_on(shelves: Shelves) -> None:
    (card,) = cards(results(shelves.pages, "food", hit("What should I eat?")))
    assert (card.icon, card.note) == ("clock", "check overdue · Diet")


def test_what_was_searched_instead_is_said_and_what_was_typed_is_one_choice_away(shelves: Shelves) -> None:
    page = results(shelves.pages, "fooed", hit("Food?"), searched="food", offers=("fooed",))
    assert page.title == "Answers for “food”"
    assert words(page).startswith("Showing results for food. Search instead for fooed.")
    assert links(page) == ['page:search:"fooed"']
    page = results(shelves.pages, "foo", offers=("food", "foot"))
    assert words(page).startswith("Did you mean food or foot?")
    assert links(page) == ["page:search:food", "page:search:foot"]


def links(page: Page) -> list[str]:
    paragraphs = (block for block in page.blocks if isinstance(block, Paragraph))
    return [span.target for block in paragraphs for span in block.spans if isinstance(span, Link)]


@pytest.mark.parametrize("query", ["{query}", "{0}", "%s", "<b>x</b>", "a } b {", "日本"])
def test_what_was_asked_stands_on_the_page_as_it_was_typed(shelves: Shelves, query: str) -> None:
    assert results(shelves.pages, query).title == f"Nothing here about “{query}”"
    assert results(shelves.pages, query, hit("One")).title == f"Answers for “{query}”"


def test_nothing_found_offers_what_the_library_does_hold_and_no_near_match(shelves_of: MakeShelves) -> None:
    empty = Topic(id=TopicId("tests"), title="Tests", description="None yet", icon="info")
    filled = library()
    sources = library(topics=(*filled.topics, empty))
    page = results(shelves_of(sources).pages, "shingles")
    assert "only holds answers about PML, a rare infection of the brain" in words(page)
    assert [(card.target, card.detail) for card in cards(page)] == [
        ("topic:causes", "1 question"),
        ("topic:diet", "1 question"),
    ]


def test_the_keys_are_listed_in_the_order_given(shelves: Shelves) -> None:
    page = shelves.pages.keys((("F1", "the keys"), ("F6", "the next part")))
    (listed,) = (block for block in page.blocks if isinstance(block, ItemList))
    assert words(page._replace(blocks=(listed,))) == "F1: the keys\nF6: the next part"
