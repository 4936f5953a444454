"""An article's page: what is on it, in which order, and from which records."""

from datetime import date
from typing import TypeVar

import pytest

from pmlapp.content.anchors import SOURCES
from pmlapp.content.markdown.markdown import ArticleParser
from pmlapp.content.model import (
    Article,
    ArticleId,
    ArticleKind,
    Consent,
    ConsentKind,
    Policy,
    Provenance,
    QuestionType,
    RelatedQuestion,
    Source,
    SourceKey,
    Topic,
    TopicId,
    Withdrawal,
)
from pmlapp.content.page import (
    Block,
    Breadcrumb,
    Callout,
    CardList,
    Care,
    Crumb,
    Disclaimer,
    Fold,
    Heading,
    Notice,
    Page,
    Paragraph,
    ReviewLine,
    ShortAnswer,
    SourceList,
    Title,
    walk,
)
from pmlapp.content.page_text import page_text
from pmlapp.library.pages.composer import Composer
from pmlapp.library.pages.page_words import PageWords
from pmlapp.library.pages.review import review_of
from tests.builders import EDITORIAL, FIRST, SECOND, SIGN_OFF, TODAY, article, rich_article, signed

TOPIC = Topic(id=TopicId("causes"), title="Causes and risk", description="Why it comes.", icon="topic-causes")
CALL = "Call 112 now"
WARN = Policy()
WITHDRAWAL = Withdrawal(reason="A study was taken back.", by="the editors", on=date(2026, 12, 1))
Kind = TypeVar("Kind")


def composed(
    page: Article, *, call: str = CALL, today: date = TODAY, policy: Policy = WARN, draft: bool = False
) -> Page:
    body = ArticleParser().parse(page.body).blocks
    review = review_of(page, today, policy)
    return Composer(PageWords(), emergency_action=call, draft=draft).article_page(page, TOPIC, body, review)


def kinds(page: Page) -> list[type[Block]]:
    return [type(block) for block in page.blocks]


def one(page: Page, kind: type[Kind]) -> Kind:
    (found,) = (block for block in page.blocks if isinstance(block, kind))
    return found


def cited(count: int) -> tuple[Source, ...]:
    return tuple(FIRST._replace(key=SourceKey(f"S{number}"), title=f"Study {number}") for number in range(1, count + 1))


def related_to(*pages: str) -> tuple[RelatedQuestion, ...]:
    return tuple(RelatedQuestion(to=ArticleId(page), title=f"About {page}", reason="read on") for page in pages)


def test_the_parts_of_a_page_come_in_the_order_a_reader_needs_them() -> None:
    assert kinds(composed(rich_article())) == [
        Breadcrumb,
        Notice,
        Title,
        ReviewLine,
        ShortAnswer,
        Heading,
        Paragraph,
        Heading,
        SourceList,
        Heading,
        CardList,
        Disclaimer,
    ]


def test_the_breadcrumb_leads_home_and_to_the_topic_but_not_to_the_page_one_is_on() -> None:
    crumbs = one(composed(article()), Breadcrumb).crumbs
    assert crumbs == (
        Crumb("Home", "page:home"),
        Crumb("Causes and risk", "topic:causes"),
        Crumb("What causes PML?", ""),
    )


def test_the_page_bears_the_id_the_language_and_the_title_of_its_article() -> None:
    page = composed(article(language="de"))
    assert (page.id, page.language, page.title) == ("causes/what-causes-pml", "de", "What causes PML?")


@pytest.mark.parametrize("number", [1, 7])
def test_every_block_of_a_page_has_an_id_of_its_own(number: int) -> None:
    page = composed(rich_article()._replace(sources=cited(number)))
    ids = [block.id for block in walk(page.blocks)]
    assert len(ids) == len(set(ids))


# The review line


def review(**changes: object) -> ReviewLine:
    return one(composed(article(**changes)), ReviewLine)


@pytest.mark.parametrize(
    ("provenance", "sources", "statement"),
    [
        (Provenance.ADAPTED, 0, "Put together from cited sources"),
        (Provenance.ADAPTED, 1, "Put together from 1 cited source"),
        (Provenance.ADAPTED, 12, "Put together from 12 cited sources"),
        (Provenance.CLINICIAN_WRITTEN, 2, "Written by a clinician, with 2 cited sources"),
        (Provenance.LIVED_EXPERIENCE, 0, "One person’s experience, not medical evidence"),
        (Provenance.MACHINE_DRAFTED, 0, "Drafted by a machine"),
        (Provenance.MACHINE_DRAFTED, 1, "Drafted by a machine from 1 cited source"),
        (Provenance.MACHINE_DRAFTED, 3, "Drafted by a machine from 3 cited sources"),
    ],
)
def test_the_review_line_says_where_the_words_come_from(provenance: Provenance, sources: int, statement: str) -> None:
    page = article(provenance=provenance, sources=cited(sources), evidence_checked=date(2026, 1, 1))
    assert one(composed(page), ReviewLine).detail == f"{statement}."
    checked = one(composed(signed(page, EDITORIAL)), ReviewLine)
    assert checked.detail == f"{statement}, checked on 1 January 2026."


@pytest.mark.parametrize("provenance", Provenance)
@pytest.mark.parametrize("checked", [None, date(2026, 11, 21)])
def test_no_page_claims_more_than_that_no_clinician_reviewed_it(provenance: Provenance, checked: date | None) -> None:
    line = review(provenance=provenance, evidence_checked=checked, sign_offs=(SIGN_OFF,))
    assert line.headline == "Not reviewed by a clinician."
    assert "reviewed" not in line.detail.lower()
    assert SIGN_OFF.reviewer not in line.detail


def test_the_prose_of_an_article_cannot_change_its_review_line() -> None:
    boast = "Reviewed by Dr A. Example, neurologist, on 1 January 2026."
    assert review(short_answer=boast, body=boast) == review()


# Whom to call


@pytest.mark.parametrize(
    "body",
    [
        '!!! emergency "Call"\n    - now\n',
        '??? more "signs"\n    !!! emergency "Call"\n        Now.\n',
        '!!! info "Note"\n    !!! emergency "Call"\n        Now.\n',
        '- a sign\n\n    !!! emergency "Call"\n        Now.\n',
        '!!! info "Note"\n    ??? more "x"\n        - y\n\n            !!! emergency "Call"\n                Now.\n',
    ],
    ids=["alone", "in a fold", "in a callout", "in a list", "deep down"],
)
def test_every_emergency_box_says_whom_to_call_wherever_it_stands(body: str) -> None:
    boxes = [block for block in walk(composed(article(body=body)).blocks) if isinstance(block, Callout)]
    assert [box.action for box in boxes if box.care == "emergency"] == [CALL]
    assert {box.action for box in boxes if box.care != "emergency"} <= {""}


@pytest.mark.parametrize("care", ["urgent", "info"])
def test_no_other_box_says_whom_to_call(care: str) -> None:
    box = one(composed(article(body=f'!!! {care} "Look"\n    Here.\n')), Callout)
    assert box.action == ""


# Urgent help first

URGENT = """## Call now

Some signs cannot wait.

!!! emergency "Call if someone has:"
    - a seizure

## Phone today

!!! urgent "Phone if:"
    - it grows
"""


def test_on_the_page_about_urgent_help_the_emergency_box_comes_under_the_title_and_says_first_whom_to_call() -> None:
    page = composed(article(body=URGENT, question_type=QuestionType.URGENT_HELP))
    title = kinds(page).index(Title)
    box, line = page.blocks[title + 1 : title + 3]
    assert isinstance(box, Callout)
    assert (box.care, box.action, box.action_first) == (Care.EMERGENCY, CALL, True)
    assert isinstance(line, ReviewLine)
    assert [block.care for block in page.blocks if isinstance(block, Callout)] == [Care.EMERGENCY, Care.URGENT]
    assert [(entry.title, entry.anchor) for entry in page.outline][:3] == [
        ("Call now", box.id),
        ("Short answer", "short-answer"),
        ("Phone today", "phone-today"),
    ]


def test_the_page_as_text_keeps_that_order() -> None:
    text = page_text(composed(article(body=URGENT, question_type=QuestionType.URGENT_HELP)), closed="")
    order = ["Call if someone has:", CALL, "a seizure", "Not reviewed by", "Short answer", "Some signs cannot wait."]
    assert sorted(order, key=text.index) == order


def test_every_other_page_keeps_the_order_of_its_author_and_says_last_whom_to_call() -> None:
    page = composed(article(body=URGENT))
    assert kinds(page)[2:4] == [ReviewLine, ShortAnswer]
    assert [block.action_first for block in page.blocks if isinstance(block, Callout)] == [False, False]
    assert "call-now" in [entry.anchor for entry in page.outline]


def test_a_withdrawn_page_about_urgent_help_begins_with_the_box_too() -> None:
    withdrawn = article(body=URGENT, question_type=QuestionType.URGENT_HELP, withdrawal=WITHDRAWAL)
    blocks = composed(withdrawn).blocks
    after_title = blocks[kinds(composed(withdrawn)).index(Title) + 1]
    assert isinstance(after_title, Callout)
    assert after_title.action_first


# Sources


def test_a_page_without_sources_has_no_empty_list_of_them() -> None:
    page = composed(article(sources=()))
    assert SourceList not in kinds(page)
    assert SOURCES not in [entry.anchor for entry in page.outline]


@pytest.mark.parametrize(("count", "in_sight", "folded"), [(1, 1, 0), (6, 6, 0), (7, 4, 3), (30, 4, 26)])
def test_few_sources_are_all_in_sight_and_of_many_the_first_four(count: int, in_sight: int, folded: int) -> None:
    page = composed(article(sources=cited(count)))
    seen = one(page, SourceList)
    hidden = [block for block in page.blocks if isinstance(block, Fold)]
    assert len(seen.entries) == in_sight
    assert [fold.title for fold in hidden] == ([f"the other {folded} sources"] if folded else [])
    lists = [block for block in walk(page.blocks) if isinstance(block, SourceList)]
    assert [entry.number for each in lists for entry in each.entries] == list(range(1, count + 1))


def test_sources_are_numbered_in_the_order_in_which_the_text_cites_them() -> None:
    entries = one(composed(article(sources=(SECOND, FIRST))), SourceList).entries
    assert [(entry.number, entry.key, entry.title) for entry in entries] == [
        (1, "S2", "A leaflet"),
        (2, "S1", "A study of the virus"),
    ]


@pytest.mark.parametrize(
    ("publisher", "published", "licence", "detail"),
    [
        ("A journal", "2021", "facts only", "A journal, 2021. facts only."),
        ("Hospital Ltd.", "", "CC-BY-4.0", "Hospital Ltd. CC-BY-4.0."),
        ("A journal", "c.", "facts only.", "A journal, c. facts only."),
    ],
)
def test_a_source_tells_its_publisher_date_and_licence(
    publisher: str, published: str, licence: str, detail: str
) -> None:
    source = FIRST._replace(publisher=publisher, published=published, licence=licence)
    (entry,) = one(composed(article(sources=(source,))), SourceList).entries
    assert entry.detail == detail


@pytest.mark.parametrize(
    ("places", "told", "address"),
    [
        ({"doi": "10.1/x", "pmid": "12"}, "DOI 10.1/x. PubMed 12.", "https://example.org/1"),
        ({"url": "", "doi": "10.1/x"}, "DOI 10.1/x.", "https://doi.org/10.1/x"),
        ({"url": "", "pmid": "12"}, "PubMed 12.", "https://pubmed.ncbi.nlm.nih.gov/12/"),
        ({"url": "https://e.org"}, "The exact page is not known; this is the site.", "https://e.org"),
        (
            {"url": "https://e.org/?term=x"},
            "The exact page is not known; this is a search for it.",
            "https://e.org/?term=x",
        ),
        ({"url": ""}, "It is not known where to open it.", ""),
    ],
)
def test_a_source_says_where_it_can_be_opened_or_that_nobody_knows(
    places: dict[str, str], told: str, address: str
) -> None:
    (entry,) = one(composed(article(sources=(FIRST._replace(**places),))), SourceList).entries
    assert entry.detail == f"A journal, 2021. facts only. {told}"
    assert entry.url == address


# Ways on


def test_related_questions_come_with_their_reasons_in_the_order_their_author_chose() -> None:
    cards = one(composed(article(related=related_to("diet/food", "about/pml"))), CardList).entries
    assert [(card.target, card.title, card.detail) for card in cards] == [
        ("article:diet/food", "About diet/food", "read on"),
        ("article:about/pml", "About about/pml", "read on"),
    ]


def test_a_page_without_related_questions_has_no_heading_for_them() -> None:
    assert "related-questions" not in [entry.anchor for entry in composed(article(related=())).outline]


def test_every_page_ends_with_the_line_on_what_it_cannot_tell() -> None:
    last = composed(article()).blocks[-1]
    assert isinstance(last, Disclaimer)


# Stories


def story(**changes: object) -> Article:
    published = Consent(kind=ConsentKind.PUBLISHED, given_on=None, held_by="", source="S1")
    return article(kind=ArticleKind.STORY, consent=published)._replace(**changes)


def test_a_story_says_above_its_title_that_it_is_no_evidence_and_why_it_may_be_told() -> None:
    page = composed(story())
    notice = one(page, Notice)
    assert kinds(page).index(Notice) < kinds(page).index(Title)
    assert notice.headline == "One person’s experience, not medical evidence."
    assert notice.advice.endswith("It was published as a case: see Sources.")
    written = Consent(kind=ConsentKind.WRITTEN, given_on=date(2026, 1, 2), held_by="the clinic", source="")
    said = one(composed(story(consent=written)), Notice).advice
    assert said.endswith("It is told with consent in writing of 2 January 2026, kept by the clinic.")


def test_no_other_page_bears_that_notice() -> None:
    assert Notice not in kinds(composed(article()))


# The outline


def test_the_outline_holds_the_short_answer_and_the_headings_in_sight() -> None:
    body = '## One\n\n### Smaller\n\nText.\n\n??? more "the rest"\n    ## Hidden\n\n    Text.\n\n## Two\n\nText.\n'
    page = composed(article(body=body, sources=(FIRST,), related=related_to("a/b")))
    assert [entry.title for entry in page.outline] == ["Short answer", "One", "Two", "Sources", "Related questions"]


def test_every_place_of_the_outline_is_on_the_page() -> None:
    page = composed(rich_article())
    anchors = {block.anchor for block in page.blocks if isinstance(block, Heading)} | {b.id for b in page.blocks}
    assert {entry.anchor for entry in page.outline} <= anchors
